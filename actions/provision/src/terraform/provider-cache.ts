/**
 * Where `init` keeps the providers that it downloads, so that the stacks of a run, and the next run on the same
 * runner, share them. What the machine has set up itself is used as it is.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { readOrdinary } from '#toolkit/sources/checkout.ts'
import { readHcl } from '#toolkit/sources/hcl.ts'
import { compareVersions, parseVersion } from '../tool/constraint.ts'
import type { ToolName } from '../tool/name.ts'
import { type Platform, platformName } from '../tool/release.ts'

type Env = Readonly<Record<string, string>>

export interface CachingTool {
  readonly name: ToolName
  /** `1.11.4` */
  readonly version: string
}

export interface ProviderCache {
  /** Goes into the environment of every command of the stack: its providers are links into the cache. */
  readonly env: Env
  /** For people. */
  readonly from: string
  /**
   * Runs an `init` of the stack, after those that it must not run beside.
   *
   * Terraform: "The plugin cache directory is not guaranteed to be concurrency safe. The provider installer's behavior
   * in environments with multiple terraform init calls is undefined" (CLI Configuration, Provider Plugin Cache; open
   * as hashicorp/terraform#31964). OpenTofu locks each package since 1.10.0, and waits for it since 1.10.5.
   * A cache that turns out to be spoilt is emptied; the failure is one that `classifyInit` lets try again.
   */
  init<T>(work: () => Promise<T>): Promise<T>
}

/** OpenTofu's words for a package in the cache that was cut off or changed; Terraform writes such a one anew. */
export const SPOILT =
  /existing cached package at .{1,500} does not match the content of the downloaded package/

/** The first OpenTofu that waits for another one's lock on a package of the cache. */
const LOCKING = '1.10.5'

function locksItself({ name, version }: CachingTool): boolean {
  const [own, first] = [parseVersion(version), parseVersion(LOCKING)]
  return name === 'opentofu' && own !== undefined && first !== undefined && compareVersions(own, first) >= 0
}

/** Where the tool looks for its CLI configuration: see "CLI Configuration File" of either. */
function configFiles(name: ToolName, env: Env): string[] {
  const named = env['TF_CLI_CONFIG_FILE'] || env['TERRAFORM_CONFIG']
  if (named) return [named]
  const home = env['HOME'] ?? ''
  const terraform = join(home, '.terraformrc')
  const xdg = env['XDG_CONFIG_HOME'] ? [join(env['XDG_CONFIG_HOME'], 'opentofu', 'tofurc')] : []
  return name === 'terraform' ? [terraform] : [join(home, '.tofurc'), terraform, ...xdg]
}

/** The directories that the tool searches by itself: see "Implied Local Mirror Directories" of either. */
function impliedMirrors(name: ToolName, env: Env, folder: string): string[] {
  const home = env['HOME'] ?? ''
  const dataHome = env['XDG_DATA_HOME'] || join(home, '.local', 'share')
  const dataDirs = (env['XDG_DATA_DIRS'] || '/usr/local/share:/usr/share').split(':')
  const program = name === 'terraform' ? 'terraform' : 'opentofu'
  return [
    join(folder, 'terraform.d'),
    join(home, '.terraform.d'),
    ...[dataHome, ...dataDirs].map((place) => join(place, program)),
  ].map((place) => join(place, 'plugins'))
}

interface OwnSetting {
  readonly from: string
  /** Whether all stacks write into one place. */
  readonly shared: boolean
}

/** What the CLI configuration says about where providers come from, and where they are kept. */
function settingOf(file: string): OwnSetting | undefined {
  const from = `the CLI configuration ${file}`
  try {
    const { attributes, blocks } = readHcl(readOrdinary(file).toString('utf8'), file)
    if (attributes.has('plugin_cache_dir')) return { from, shared: true }
    return blocks.some(({ type }) => type === 'provider_installation') ? { from, shared: false } : undefined
  } catch {
    // One that cannot be read here may say so: it is left alone.
    return { from, shared: true }
  }
}

/** What of the machine's own decides where providers are. */
function ownSetting(tool: CachingTool, env: Env, folder: string): OwnSetting | undefined {
  if (env['TF_PLUGIN_CACHE_DIR']) return { from: 'TF_PLUGIN_CACHE_DIR of the environment', shared: true }
  const config = configFiles(tool.name, env).find(existsSync)
  const said = config === undefined ? undefined : settingOf(config)
  if (said !== undefined) return said
  const mirror = impliedMirrors(tool.name, env, folder).find(
    (place) => existsSync(place) && readdirSync(place).length > 0,
  )
  return mirror === undefined ? undefined : { from: `the providers in ${mirror}`, shared: false }
}

/** Runs one after the other until one has filled the cache; then there is nothing more to write. */
class Turns {
  #filled = false
  #last: Promise<unknown> = Promise.resolve()

  /** @param filling whether a success means that the cache holds all that the others need */
  async take<T>(work: () => Promise<T>, filling: () => boolean): Promise<T> {
    if (this.#filled) return work()
    const before = this.#last
    const turn = Promise.withResolvers<void>()
    this.#last = turn.promise
    await before
    try {
      if (this.#filled) {
        turn.resolve()
        return await work()
      }
      const result = await work()
      this.#filled = filling()
      return result
    } finally {
      turn.resolve()
    }
  }
}

/** The caches of one run. Stacks with the same lock file share one. */
export class ProviderCaches {
  readonly #tool: CachingTool
  readonly #env: Env
  readonly #machine: Platform
  readonly #turns = new Map<string, Turns>()

  constructor(tool: CachingTool, env: Env, machine: Platform) {
    this.#tool = tool
    this.#env = env
    this.#machine = machine
  }

  /** @param folder absolute path of the stack */
  of(folder: string): ProviderCache {
    const env = this.#env
    const own = ownSetting(this.#tool, env, folder)
    if (own !== undefined) {
      const turns = this.#turnsOf(own.from)
      const together = !own.shared || locksItself(this.#tool)
      // Nothing tells whether the machine's cache holds all that another stack needs: one at a time.
      const init = <T>(work: () => Promise<T>) => (together ? work() : turns.take(work, () => false))
      return Object.freeze({ env: {}, from: own.from, init })
    }
    const lockFile = join(folder, '.terraform.lock.hcl')
    const tools = env['RUNNER_TOOL_CACHE']
    if (!tools || !existsSync(lockFile)) {
      // Without a lock file neither of the tools trusts what is in a cache, and writes it anew.
      const why = tools ? 'no cache, as there is no lock file' : 'no cache, as RUNNER_TOOL_CACHE is not set'
      return Object.freeze({ env: {}, from: why, init: <T>(work: () => Promise<T>) => work() })
    }
    const key = createHash('sha256')
      .update(readOrdinary(lockFile))
      .update(`\0${this.#tool.name}\0${platformName(this.#machine)}`)
      .digest('hex')
      .slice(0, 16)
    const cache = join(tools, 'omninode-providers', key)
    // Neither of the tools makes it.
    mkdirSync(cache, { recursive: true })
    const turns = this.#turnsOf(cache)
    const init = async <T>(work: () => Promise<T>) => {
      try {
        return await turns.take(work, () => true)
      } catch (error) {
        if (error instanceof Error && SPOILT.test(error.message))
          rmSync(cache, { recursive: true, force: true })
        mkdirSync(cache, { recursive: true })
        throw error
      }
    }
    return Object.freeze({ env: { TF_PLUGIN_CACHE_DIR: cache }, from: cache, init })
  }

  #turnsOf(key: string): Turns {
    const turns = this.#turns.get(key) ?? new Turns()
    this.#turns.set(key, turns)
    return turns
  }
}
