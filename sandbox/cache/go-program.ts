/** Programs that are built once from the Go module which a go.mod of ours pins, then kept in the cache. */
import { createHash } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type CacheOptions, cached } from './cache.ts'
import { findGo, type Go, goBuild } from './go.ts'

/**
 * The environment of a Go program that lives for seconds: what its collector saves of memory is not worth its time.
 * @param limit of memory, for those that live longer, as Go writes it: `500MiB`
 */
export function uncollected(limit: string): Readonly<Record<'GOGC' | 'GOMEMLIMIT', string>> {
  return { GOGC: 'off', GOMEMLIMIT: limit }
}

export interface GoProgram {
  /** As people call it. */
  readonly name: string
  /** As it is started: the name of its file. */
  readonly command: string
  /** The folder of go.mod, absolute. */
  readonly module: string
  /** The module that go.mod requires. */
  readonly requires: string
  /** The package of the program, within that module. */
  readonly package: string
  readonly ldflags?: string
  /** Go's build tags, with commas between them. */
  readonly tags?: string
}

const HEARTBEAT_MS = 10_000

/** The version that go.mod pins, for example `1.12.6`. */
export function versionOf({ module, requires }: Pick<GoProgram, 'module' | 'requires'>): string {
  const lines = readFileSync(join(module, 'go.mod'), 'utf8').split('\n')
  const words = lines.map((line) =>
    line
      .replace(/^\s*require /, '')
      .trim()
      .split(' '),
  )
  const version = words.find(([name, version]) => name === requires && version?.startsWith('v'))?.[1]
  if (version === undefined) throw new Error(`${join(module, 'go.mod')} requires no ${requires}`)
  return version.slice(1)
}

async function build(go: Go, program: GoProgram, target: string, options: CacheOptions): Promise<void> {
  const started = performance.now()
  const what = `${program.name} ${versionOf(program)}`
  const say = (more = '') =>
    options.progress(
      `building ${what}, once, ${Math.round((performance.now() - started) / 1_000)} s so far${more}`,
    )
  say()
  const heartbeat = setInterval(say, HEARTBEAT_MS)
  // Go's cache is of no use once the program is built, and that of the control plane goes while this one is at work.
  // Within the entry, an interrupted build leaves nothing behind.
  const root = join(target, 'go')
  try {
    await goBuild(
      go,
      {
        module: program.module,
        package: program.package,
        output: join(target, program.command),
        ...(program.ldflags === undefined ? {} : { ldflags: program.ldflags }),
        ...(program.tags === undefined ? {} : { tags: program.tags }),
      },
      { ...options, root, progress: (message) => say(`; ${message}`) },
    )
  } finally {
    clearInterval(heartbeat)
    rmSync(root, { recursive: true, force: true })
  }
}

/** The folder that holds the program; it is built when it is not cached for this go.sum and Go version. */
export async function builtProgram(program: GoProgram, options: CacheOptions): Promise<string> {
  const go = await findGo(options)
  const key = createHash('sha256')
    .update(readFileSync(join(program.module, 'go.mod')))
    .update(readFileSync(join(program.module, 'go.sum')))
    .update(`${go.version} ${process.platform}-${process.arch}`)
    .digest('hex')
  return cached(
    `${program.name.toLowerCase()}/${versionOf(program)}-${key.slice(0, 16)}`,
    (target) => build(go, program, target, options),
    options,
  )
}
