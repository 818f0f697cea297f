import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { filesUnder } from '../files.ts'

const yaml = /\.ya?ml$/
let root = ''

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'files-'))
  for (const file of [
    'k8s/b.yaml',
    'k8s/a/deep.yml',
    'k8s/a.yaml',
    'k8s/notes.md',
    'k8s/node_modules/x.yaml',
    'k8s/dist/x.yaml',
    '.git/x.yaml',
    '.github/workflows/ci.yml',
  ]) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), '')
  }
  symlinkSync('..', join(root, 'k8s/circle'))
  symlinkSync('/etc/hostname', join(root, 'k8s/link.yaml'))
})
afterAll(() => rmSync(root, { recursive: true }))

describe('finding files', () => {
  test('walks folders in a stable order, past what tools made and past links', () => {
    expect(filesUnder(root, 'k8s', yaml)).toEqual(['k8s/a/deep.yml', 'k8s/a.yaml', 'k8s/b.yaml'])
  })

  test.each(['.', './', ''])('names files from the root when asked for %j', (path) => {
    expect(filesUnder(root, path, yaml)).toEqual([
      '.github/workflows/ci.yml',
      'k8s/a/deep.yml',
      'k8s/a.yaml',
      'k8s/b.yaml',
    ])
  })

  test.each(['./k8s/a/', 'k8s//a', 'k8s/../k8s/a'])('takes %s for k8s/a', (path) => {
    expect(filesUnder(root, path, yaml)).toEqual(['k8s/a/deep.yml'])
  })

  test('takes a file that is named itself, whatever its name', () => {
    expect(filesUnder(root, 'k8s/notes.md', yaml)).toEqual(['k8s/notes.md'])
  })

  test.each([
    ['PATH_MISSING', 'k9s'],
    ['PATH_OUTSIDE', '../etc'],
    ['PATH_OUTSIDE', 'k8s/../../etc'],
    ['PATH_OUTSIDE', '/etc'],
  ])('refuses with %s what is %s', (code, path) => {
    expect(() => filesUnder(root, path, yaml)).toThrow(expect.objectContaining({ code }))
  })
})
