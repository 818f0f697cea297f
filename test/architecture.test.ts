import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename, dirname, join, normalize } from 'node:path'
import { expect, test } from '@jest/globals'

const root = join(import.meta.dirname, '..')
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '')
const sources = files.filter((file) => /\.(ts|mjs)$/.test(file) && !file.includes('/dist/'))

/** The rooms of the toolkit, from the ground up: a room knows only those before it. */
const rooms = [
  'model',
  'redact',
  'world',
  'process',
  'retry',
  'sources',
  'identity',
  'kubernetes',
  'github',
  'report',
  'action',
] as const

interface Import {
  readonly from: string
  /** A file of this repository, or a package. */
  readonly to: string
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8')
  return [...text.matchAll(/(?:\bfrom|\bimport\(|^import)\s*'([^']+)'/gm)].map(([, specifier = '']) => {
    if (specifier.startsWith('.')) return { from: file, to: normalize(join(dirname(file), specifier)) }
    return { from: file, to: specifier.replace(/^#(toolkit|sandbox)\//, '$1/') }
  })
}

const imports = sources.flatMap(importsOf)
const areaOf = (file: string) => /^(?:actions\/[^/]+|[^/]+)/.exec(file)?.[0] ?? ''
const isTest = (file: string) => file.includes('/test/') || file.startsWith('test/')
const arrows = (found: readonly Import[]) => found.map(({ from, to }) => `${from} → ${to}`)

test('there is something to look at', () => {
  expect(imports.length).toBeGreaterThan(500)
  expect(new Set(sources.map(areaOf)).size).toBeGreaterThanOrEqual(9)
})

test('no action imports another, and actions and the toolkit import nothing that is above them', () => {
  const allowed = (from: string, to: string) =>
    areaOf(from) === areaOf(to) || areaOf(to) === 'toolkit' || !files.includes(to)
  const library = imports.filter(
    ({ from }) => !isTest(from) && (from.startsWith('actions/') || from.startsWith('toolkit/')),
  )
  expect(arrows(library.filter(({ from, to }) => !allowed(from, to)))).toEqual([])
})

test('in the toolkit a room imports only the rooms below it', () => {
  const room = (file: string) => rooms.indexOf(file.split('/')[1] as (typeof rooms)[number]) // -1 when it is none
  const inside = imports.filter(
    ({ from, to }) => from.startsWith('toolkit/') && to.startsWith('toolkit/') && !isTest(from),
  )
  expect(arrows(inside.filter(({ from, to }) => room(to) === -1 || room(to) > room(from)))).toEqual([])
})

test('onex-api imports nothing of the library', () => {
  const own = imports.filter(({ from }) => from.startsWith('onex-api/src/'))
  expect(arrows(own.filter(({ to }) => files.includes(to) && areaOf(to) !== 'onex-api'))).toEqual([])
})

test('in actions and the toolkit only the two hosts touch the process', () => {
  const touching = sources
    .filter((file) => /^(actions\/[^/]+\/src|toolkit)\//.test(file) && !isTest(file))
    .filter((file) =>
      /\bprocess\.(env|exit|on|stdout|argv|cwd)\b|\bDate\.now\(\)|new Date\(\)/.test(
        readFileSync(join(root, file), 'utf8'),
      ),
    )
  expect(touching).toEqual(['toolkit/action/host.ts', 'toolkit/action/terminal.ts'])
})

test('no file is named for what it is not', () => {
  const vague = /^(utils?|helpers?|common|misc|shared|lib)(\.|$)/
  expect(files.filter((file) => file.split('/').some((part) => vague.test(part)))).toEqual([])
})

test('every type escape has its reason beside it', () => {
  const escapes = sources.flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .flatMap((line, index) =>
        /@ts-(expect-error|ignore|nocheck)|\bas any\b|: any\b/.test(line) && !line.includes('//')
          ? [`${file}:${index + 1}`]
          : [],
      ),
  )
  expect(escapes.filter((place) => !place.startsWith('test/architecture'))).toEqual([])
})

test("files stay small enough to find one's way in them", () => {
  const long = sources.filter(
    (file) => !isTest(file) && readFileSync(join(root, file), 'utf8').split('\n').length > 400,
  )
  expect(long).toEqual([])
  expect(sources.map((file) => basename(file)).filter((name) => name.length > 40)).toEqual([])
})
