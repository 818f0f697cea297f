import { execFileSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import {
  folderReader,
  kindWithin,
  LARGEST_FILE,
  readNamed,
  readSource,
  readWithin,
  Unreadable,
} from '../checkout.ts'

let outer = ''
let root = ''

beforeAll(() => {
  outer = mkdtempSync(join(tmpdir(), 'checkout-'))
  root = join(outer, 'repository')
  for (const [file, text] of Object.entries({
    'repository/a.yaml': 'a',
    'repository/deep/b.yaml': 'b',
    'repository/.git/config': 'the token',
    'repository/module/.git': 'gitdir: ../.git/modules/module',
    'repository-of-another/secret.yaml': 'secret',
    'secret.yaml': 'secret',
  })) {
    mkdirSync(dirname(join(outer, file)), { recursive: true })
    writeFileSync(join(outer, file), text)
  }
  const links: Readonly<Record<string, string>> = {
    'inside.yaml': 'deep/b.yaml',
    folder: 'deep',
    'out.yaml': '../secret.yaml',
    'beside.yaml': '../repository-of-another/secret.yaml',
    'absolute.yaml': '/etc/passwd',
    'twice.yaml': 'out.yaml',
    'way-out': '..',
    'token.yaml': '.git/config',
    'circle.yaml': 'circle.yaml',
    'nowhere.yaml': 'no/such/file',
    'zero.yaml': '/dev/zero',
    'linked-pipe.yaml': 'pipe.yaml',
  }
  for (const [link, to] of Object.entries(links)) symlinkSync(to, join(root, link))
  execFileSync('mkfifo', [join(root, 'pipe.yaml')])
  writeFileSync(join(root, 'huge.yaml'), '')
  truncateSync(join(root, 'huge.yaml'), LARGEST_FILE + 1)
  writeFileSync(join(root, 'large.yaml'), Buffer.alloc(1_000, 'x'))
})
afterAll(() => rmSync(outer, { recursive: true }))

describe('a file of the checkout', () => {
  test.each([
    ['a.yaml', 'a'],
    ['./deep/../a.yaml', 'a'],
    ['inside.yaml', 'b'],
    ['folder/b.yaml', 'b'],
    ['way-out/repository/a.yaml', 'a'],
  ])('is read as %s', (path, text) => {
    expect(readSource(root, path)).toBe(text)
    expect(kindWithin(root, path)).toBe('file')
  })

  test.each([
    ['PATH_OUTSIDE', '../secret.yaml'],
    ['PATH_OUTSIDE', '../repository-of-another/secret.yaml'],
    ['PATH_OUTSIDE', 'deep/../../secret.yaml'],
    ['PATH_OUTSIDE', '/etc/passwd'],
    ['PATH_OUTSIDE', 'out.yaml'],
    ['PATH_OUTSIDE', 'beside.yaml'],
    ['PATH_OUTSIDE', 'absolute.yaml'],
    ['PATH_OUTSIDE', 'twice.yaml'],
    ['PATH_OUTSIDE', 'way-out/secret.yaml'],
    ['PATH_OUTSIDE', 'zero.yaml'],
    ['PATH_OUTSIDE', '.git/config'],
    ['PATH_OUTSIDE', 'token.yaml'],
    ['PATH_OUTSIDE', 'module/.git'],
    ['PATH_MISSING', 'nowhere.yaml'],
    ['PATH_MISSING', 'no/such/file'],
    ['PATH_MISSING', 'a.yaml/b'],
    ['PATH_MISSING', 'a\u0000b'],
    ['FILE_UNREADABLE', 'circle.yaml'],
    ['FILE_UNREADABLE', 'pipe.yaml'],
    ['FILE_UNREADABLE', 'linked-pipe.yaml'],
    ['FILE_UNREADABLE', 'huge.yaml'],
    ['FILE_UNREADABLE', 'deep'],
    ['FILE_UNREADABLE', `${'x'.repeat(300)}`],
  ])('is refused with %s: %s', (code, path) => {
    expect(() => readSource(root, path)).toThrow(expect.objectContaining({ code }))
  })

  test('is refused at the place that names it, with the reason', () => {
    const source = { file: 'kustomization.yaml', line: 3 }
    expect(() => readSource(root, 'pipe.yaml', source)).toThrow(
      expect.objectContaining({ source, message: expect.stringContaining('it is a pipe') }),
    )
    expect(() => readSource(root, 'token.yaml')).toThrow(/into \.git/)
  })

  test('is UTF-8, and the first line that is not is named', () => {
    writeFileSync(
      join(root, 'latin.yaml'),
      Buffer.concat([Buffer.from('a: ü\nb: '), Buffer.from([0xfc, 0x0a])]),
    )
    expect(() => readSource(root, 'latin.yaml')).toThrow(
      expect.objectContaining({
        code: 'FILE_UNREADABLE',
        source: { file: 'latin.yaml', line: 2, column: 1 },
      }),
    )
  })

  test('has a size that its reader bears', () => {
    expect(readWithin(root, 'large.yaml', 1_000)).toHaveLength(1_000)
    expect(() => readWithin(root, 'large.yaml', 999)).toThrow('larger than')
  })
})

test('a file is read through its folder as by its whole path, or refused as it is there', () => {
  mkdirSync(join(root, '.git'), { recursive: true })
  writeFileSync(join(root, '.git/config'), 'token')
  const outcome = (read: () => Buffer) => {
    try {
      return `read: ${read()}`
    } catch (error) {
      return error instanceof Unreadable ? `${error.reason}: ${error.message}` : error
    }
  }
  const reader = folderReader(root, '.')
  const names = [
    ...readdirSync(root),
    'nowhere.yaml',
    '..',
    '../outside.yaml',
    '.git/config',
    'deep/none.yaml',
  ]
  const seen = names.map((name) => [name, outcome(() => reader(name))])
  expect(seen).toEqual(names.map((name) => [name, outcome(() => readWithin(root, name))]))
  const kinds = new Set(seen.map(([, told]) => String(told).split(':')[0]))
  expect([...kinds].sort()).toEqual(['large', 'missing', 'outside', 'read', 'refused', 'special'])
  expect(() => folderReader(join(root, 'deep'), '..')).toThrow('it leads out of the checkout')
})

describe('what is at a path', () => {
  test.each([
    ['.', 'folder'],
    ['deep', 'folder'],
    ['folder', 'folder'],
    ['inside.yaml', 'file'],
    ['nowhere.yaml', undefined],
    ['no/such/file', undefined],
  ])('%s is a %s', (path, kind) => {
    expect(kindWithin(root, path)).toBe(kind)
  })

  test.each(['..', '../nothing', 'way-out', 'out.yaml', '/', '/etc', '/no/such/file'])(
    '%s tells nothing of what is outside, not even whether it is there',
    (path) => {
      expect(() => kindWithin(root, path)).toThrow(expect.objectContaining({ code: 'PATH_OUTSIDE' }))
    },
  )

  test('a pipe is neither', () => {
    expect(() => kindWithin(root, 'pipe.yaml')).toThrow(/it is a pipe/)
  })
})

describe('a file that an input names', () => {
  test('may be anywhere by an absolute path, and is within the checkout by a relative one', () => {
    expect(readNamed(root, join(outer, 'secret.yaml')).toString()).toBe('secret')
    expect(readNamed(root, 'a.yaml').toString()).toBe('a')
    expect(readNamed(root, join(root, 'a.yaml')).toString()).toBe('a')
    expect(() => readNamed(root, '../secret.yaml')).toThrow(/out of the checkout/)
  })

  test('is not led out of the checkout by a link in it, whatever its path', () => {
    expect(() => readNamed(root, join(root, 'out.yaml'))).toThrow(/out of the checkout/)
    expect(() => readNamed(root, join(root, 'token.yaml'))).toThrow(/into \.git/)
  })

  test.each(['/dev/zero', '/dev/stdin', '/proc/self'])('is no device, and no folder: %s', (path) => {
    expect(() => readNamed(root, path)).toThrow(/it is a|it does not exist/)
  })
})
