import { basename } from 'node:path'
import { expect, test } from '@jest/globals'
import {
  areaOf,
  circlesIn,
  filesOfRepository,
  foldersWithParents,
  type Import,
  importsOf,
  isSource,
  isTest,
  namesWithSeveralMeanings,
  textOf,
  upwardsIn,
} from '../scripts/imports.ts'

const files = filesOfRepository()
const known = new Set(files)
const sources = files.filter(isSource)
const imports = sources.flatMap(importsOf)
const arrows = (found: readonly Import[]) => found.map(({ from, to }) => `${from} → ${to}`)

test('there is something to look at', () => {
  expect(imports.length).toBeGreaterThan(500)
  expect(new Set(sources.map(areaOf)).size).toBeGreaterThanOrEqual(9)
})

test('no action imports another, and actions and the toolkit import nothing that is above them', () => {
  const library = imports.filter(({ from }) => /^(actions|toolkit)\//.test(from))
  expect(arrows(upwardsIn(library, known).filter(({ from, to }) => areaOf(from) !== areaOf(to)))).toEqual([])
})

test('in the toolkit a room imports only the rooms below it', () => {
  const inside = imports.filter(({ from, to }) => from.startsWith('toolkit/') && to.startsWith('toolkit/'))
  expect(inside.length).toBeGreaterThan(200)
  expect(arrows(upwardsIn(inside, known))).toEqual([])
})

test('no two files import each other in a circle, not even by types', () => {
  expect(circlesIn(imports.filter(({ to }) => known.has(to)))).toEqual([])
  const circle = (...names: string[]) =>
    names.map((from, index) => ({ from, to: names[(index + 1) % names.length] ?? '', typeOnly: true }))
  expect(circlesIn([...circle('a', 'b', 'c'), ...circle('d', 'e')])).toEqual([
    ['a', 'b', 'c'],
    ['d', 'e'],
  ])
})

test('no folder and its parent import each other', () => {
  expect(foldersWithParents(imports, known)).toEqual([])
  const both = [
    { from: 'a/b/c.ts', to: 'a/d.ts', typeOnly: true },
    { from: 'a/d.ts', to: 'a/b/c.ts', typeOnly: false },
  ]
  expect(foldersWithParents(both, new Set(['a/b/c.ts', 'a/d.ts']))).toEqual(['a/b ⇄ a'])
})

test('onex-api imports nothing of the library', () => {
  const own = imports.filter(({ from }) => from.startsWith('onex-api/src/'))
  expect(arrows(own.filter(({ to }) => files.includes(to) && areaOf(to) !== 'onex-api'))).toEqual([])
})

const library = sources.filter((file) => /^(actions\/[^/]+\/src|toolkit)\//.test(file) && !isTest(file))
const code = (file: string) => textOf(file).replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$|(?<=\s)\/\/ .*$/gm, '')

test('in actions and the toolkit only the two hosts touch the process', () => {
  const touching = library.filter((file) => /\bprocess\.\w/.test(code(file)))
  expect(touching).toEqual([
    // Children end with their parent, and what is no child any more can be sent a signal.
    'toolkit/process/daemon.ts',
    'toolkit/process/signal.ts',
    'toolkit/runtime/host.ts',
    'toolkit/runtime/terminal.ts',
  ])
  for (const file of touching.slice(0, 2))
    expect(code(file).match(/\bprocess\.\w+/g)).toEqual([
      file.includes('daemon') ? 'process.once' : 'process.kill',
    ])
})

test('in actions and the toolkit only the two hosts read a clock, or know who they run as and where', () => {
  const clock = /\bDate\.now\b|\bnew Date\(\)|\bperformance\b|\bhrtime\b|\bMath\.random\b/
  expect(library.filter((file) => clock.test(code(file)))).toEqual([
    'toolkit/runtime/host.ts',
    'toolkit/runtime/terminal.ts',
  ])
  const machine = /\b(?:userInfo|homedir|hostname|platform|arch|cpus|totalmem)\(\)/
  expect(library.filter((file) => machine.test(code(file)))).toEqual([
    // The command's entry, which keeps its compiled code.
    'actions/migrate/src/cli.ts',
    'toolkit/runtime/terminal.ts',
  ])
})

test('in actions and the toolkit files of the checkout are read in one way', () => {
  const reading = /\b(?:readFileSync|createReadStream|readSync)\b|\breadFile\b.*from 'node:fs/
  expect(library.filter((file) => reading.test(code(file)))).toEqual([
    // What is in the folder of the step, or belongs to the machine or the runner.
    'actions/migrate/src/preview/scratch/left-behind.ts',
    'actions/provision/src/bundle.ts',
    'actions/provision/src/terraform-plan.ts',
    'toolkit/postgres/binaries.ts',
    'toolkit/process/daemon.ts',
    'toolkit/process/follow.ts',
    'toolkit/runtime/event.ts',
    'toolkit/runtime/terminal.ts',
    'toolkit/sources/checkout.ts',
  ])
})

test('in actions and the toolkit nothing is put into a shell', () => {
  const shell = /\bshell:|\bexecSync\(|(?<!\.)\bexec\(|\{ exec\b|'(?:\/bin\/)?(?:sh|bash)'|cmd\.exe/
  expect(library.filter((file) => shell.test(code(file)))).toEqual([
    // A script of ours, to which a folder is an argument.
    'actions/migrate/src/preview/scratch/server.ts',
  ])
  expect(library.filter((file) => code(file).includes("'node:child_process'"))).toEqual([
    'actions/migrate/src/preview/scratch/server.ts',
    'toolkit/postgres/binaries.ts',
    'toolkit/process/at-once.ts',
    'toolkit/process/child.ts',
    'toolkit/process/daemon.ts',
  ])
})

test('no file is named for what it is not', () => {
  const vague = /^(utils?|helpers?|common|misc|shared|lib)(\.|$)/
  expect(files.filter((file) => file.split('/').some((part) => vague.test(part)))).toEqual([])
})

test('every type escape has its reason beside it', () => {
  const escapes = sources.flatMap((file) =>
    textOf(file)
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
  const long = sources.filter((file) => !isTest(file) && textOf(file).split('\n').length > 400)
  expect(long).toEqual([])
  expect(sources.map((file) => basename(file)).filter((name) => name.length > 40)).toEqual([])
})

/** Names that stand for the same thing in every file that exports them: an entry of a registry, a part of an action. */
const contracts = [
  'layout',
  'main',
  'post',
  'prepare',
  'probe',
  'prove',
  'removeLeftover',
  'rule',
  'rules',
  'step',
]

test('one exported name means one thing', () => {
  const several = [...namesWithSeveralMeanings(files).keys()]
  expect(several.filter((name) => !contracts.includes(name))).toEqual([])
})
