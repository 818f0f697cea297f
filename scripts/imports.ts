/**
 * The graph of imports with `#…` resolved, types included: prints circles and arrows that go upwards, and fails when
 * there is one. `test/architecture.test.ts` asks the same.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'

const root = dirname(import.meta.dirname)

/** The rooms of the toolkit, from the ground up: a room knows only those on its own floor and below. */
export const floors: readonly (readonly string[])[] = [
  ['model', 'redact', 'retry'],
  ['world', 'process', 'sources', 'report'],
  ['transport'],
  ['identity', 'github', 'aws', 'action'],
  ['review'],
  ['kubernetes', 'runtime'],
  ['manifests', 'postgres'],
  ['migrations'],
]

export interface Import {
  readonly from: string
  /** A file of this repository, or a package. */
  readonly to: string
  /** Gone when the file is run. */
  readonly typeOnly: boolean
}

/** Every file that git tracks or would, relative to the root. */
export function filesOfRepository(): string[] {
  const listed = execFileSync(
    'git',
    ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate'],
    {
      cwd: root,
      encoding: 'utf8',
    },
  )
  return listed.split('\n').filter((file) => file !== '')
}

export function isSource(file: string): boolean {
  return /\.(ts|mjs)$/.test(file) && !file.includes('/dist/')
}

export function isTest(file: string): boolean {
  return file.includes('/test/') || file.startsWith('test/')
}

export function textOf(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

const SPECIFIER = /(?:^(?:import|export)\s+([\w$\s{},*]*?)\bfrom\s*|\bimport\(\s*|^import\s*)'([^']+)'/gm

/** `type A`, or `{ type A, type B }` */
function isTypeOnly(clause: string): boolean {
  if (/^type\s/.test(clause)) return true
  const names = /^\{([^}]*)\}\s*$/
    .exec(clause)?.[1]
    ?.split(',')
    .filter((name) => name.trim() !== '')
  return names !== undefined && names.length > 0 && names.every((name) => /^\s*type\s/.test(name))
}

/** What a file imports, statically, on demand or by type. */
export function importsOf(file: string): Import[] {
  return [...textOf(file).matchAll(SPECIFIER)].map(([, clause = '', specifier = '']) => {
    const to = specifier.startsWith('.')
      ? posix.normalize(posix.join(posix.dirname(file), specifier))
      : specifier.replace(/^#/, '')
    return { from: file, to, typeOnly: isTypeOnly(clause) }
  })
}

/** The groups of files that import each other in a circle (Tarjan's strongly connected components). */
export function circlesIn(imports: readonly Import[]): string[][] {
  const targets = Map.groupBy(imports, ({ from }) => from)
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const path: string[] = []
  const circles: string[][] = []
  const visit = (file: string): number => {
    order.set(file, order.size)
    let low = order.get(file) ?? 0
    path.push(file)
    for (const { to } of targets.get(file) ?? []) {
      if (to === file) circles.push([file])
      else if (!order.has(to)) low = Math.min(low, visit(to))
      else if (path.includes(to)) low = Math.min(low, order.get(to) ?? 0)
    }
    lowest.set(file, low)
    if (low === order.get(file)) {
      const circle = path.splice(path.indexOf(file))
      if (circle.length > 1) circles.push(circle.sort())
    }
    return low
  }
  for (const file of targets.keys()) if (!order.has(file)) visit(file)
  return circles
}

/** `actions/deploy`, `toolkit`, `sandbox`: what a file is part of. */
export function areaOf(file: string): string {
  return /^(?:actions\/[^/]+|[^/]+)/.exec(file)?.[0] ?? ''
}

/** Imports that go from the toolkit into a room above, from an action into another, or out of the library. */
export function upwardsIn(imports: readonly Import[], files: ReadonlySet<string>): Import[] {
  const floor = (file: string) => floors.findIndex((rooms) => rooms.includes(file.split('/')[1] ?? ''))
  return imports.filter(({ from, to }) => {
    if (isTest(from) || !files.has(to)) return false
    const [area, other] = [areaOf(from), areaOf(to)]
    if (area === 'toolkit') return other !== 'toolkit' || floor(to) === -1 || floor(to) > floor(from)
    if (area.startsWith('actions/')) return other !== area && other !== 'toolkit'
    return false
  })
}

/** Folders that import from their parent, which imports from them. Tests are beside what they test, and do not count. */
export function foldersWithParents(imports: readonly Import[], files: ReadonlySet<string>): string[] {
  const between = new Set(
    imports
      .filter(({ from, to }) => files.has(to) && !isTest(from))
      .map(({ from, to }) => `${posix.dirname(from)} ${posix.dirname(to)}`),
  )
  return [...between].flatMap((pair) => {
    const [folder = '', parent = ''] = pair.split(' ')
    return posix.dirname(folder) === parent && between.has(`${parent} ${folder}`)
      ? [`${folder} ⇄ ${parent}`]
      : []
  })
}

/** What a file exports by a declaration of its own. */
export function exportsOf(file: string): string[] {
  const declared = textOf(file).matchAll(
    /^export (?:async )?(?:abstract )?(?:function\*?|class|interface|type|const) (\w+)/gm,
  )
  return [...new Set([...declared].map(([, name = '']) => name))]
}

/** Names that more than one file of the library exports: each should mean one thing. */
export function namesWithSeveralMeanings(files: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const library = files.filter(
    (file) => isSource(file) && !isTest(file) && /^(?:actions\/[^/]+\/src|toolkit)\//.test(file),
  )
  const declared = library.flatMap((file) => exportsOf(file).map((name) => ({ name, file })))
  return new Map(
    [...Map.groupBy(declared, ({ name }) => name)]
      .filter(([, places]) => places.length > 1)
      .map(([name, places]) => [name, places.map(({ file }) => file)] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  )
}

if (import.meta.main) {
  const sources = filesOfRepository().filter(isSource)
  const files = new Set(sources)
  const imports = sources.flatMap(importsOf)
  const own = imports.filter(({ to }) => files.has(to))
  const wrong = [
    ...circlesIn(own).map((circle) => `in a circle: ${circle.join(', ')}`),
    ...upwardsIn(own, files).map(({ from, to }) => `upwards: ${from} → ${to}`),
    ...foldersWithParents(own, files).map((pair) => `each other: ${pair}`),
  ]
  for (const line of wrong) console.error(line)
  if (wrong.length > 0) process.exitCode = 1
  else console.log(`${sources.length} files, ${own.length} imports: no circle, no arrow upwards`)
}
