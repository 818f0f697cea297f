/** OpenTofu: built once from the Go module that go.mod pins, then kept in the cache. */
import { createHash } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type CacheOptions, cached } from '../cache/cache.ts'
import { findGo, type Go, goBuild } from '../cache/go.ts'

const module = import.meta.dirname

const HEARTBEAT_MS = 10_000

/** The OpenTofu version that go.mod pins, for example `1.12.6`. */
export function openTofuVersion(goMod = readFileSync(join(module, 'go.mod'), 'utf8')): string {
  const version = /^\s*(?:require )?github\.com\/opentofu\/opentofu v(\S+)/m.exec(goMod)?.[1]
  if (version === undefined)
    throw new Error('sandbox/opentofu/go.mod requires no github.com/opentofu/opentofu')
  return version
}

async function build(go: Go, version: string, target: string, options: CacheOptions): Promise<void> {
  const started = performance.now()
  const say = (more = '') =>
    options.progress(
      `building OpenTofu ${version}, once, ${Math.round((performance.now() - started) / 1_000)} s so far${more}`,
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
        module,
        package: 'github.com/opentofu/opentofu/cmd/tofu',
        output: join(target, 'tofu'),
        // Unstamped it would call itself `-dev`, which no `required_version` matches.
        ldflags: '-X github.com/opentofu/opentofu/version.dev=no',
      },
      { ...options, root, progress: (message) => say(`; ${message}`) },
    )
  } finally {
    clearInterval(heartbeat)
    rmSync(root, { recursive: true, force: true })
  }
}

/** The folder that holds `tofu`; it is built when it is not cached for this go.sum and Go version. */
export async function prepareOpenTofu(options: CacheOptions): Promise<string> {
  const goMod = readFileSync(join(module, 'go.mod'), 'utf8')
  const goSum = readFileSync(join(module, 'go.sum'), 'utf8')
  const go = await findGo(options)
  const key = createHash('sha256')
    .update(goMod)
    .update(goSum)
    .update(`${go.version} ${process.platform}-${process.arch}`)
    .digest('hex')
  const version = openTofuVersion(goMod)
  return cached(
    `opentofu/${version}-${key.slice(0, 16)}`,
    (target) => build(go, version, target, options),
    options,
  )
}
