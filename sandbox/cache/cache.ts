/** The sandbox's cache: what is costly to build or fetch, outside the tree, shared by every checkout of the user. */
import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export function cacheRoot(env: NodeJS.ProcessEnv = process.env): string {
  return join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'omninode_infra')
}

export interface CacheOptions {
  readonly root?: string
  readonly signal?: AbortSignal
  readonly progress: (message: string) => void
}

/**
 * What tells a living process from a later one with its id: the boot-relative start time where the system shows it,
 * else nothing, and then only the id counts.
 */
function startTime(pid: number): string {
  try {
    // The command's name may hold spaces and brackets; the fields after the last one are fixed. See proc(5).
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return fields[19] ?? ''
  } catch {
    return ''
  }
}

function isAlive(owner: { pid: number; started: string }): boolean {
  try {
    process.kill(owner.pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  return owner.started === startTime(owner.pid)
}

function readOwner(file: string): { pid: number; started: string } | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined // gone in the meantime
  }
}

/** Takes a lock file that names its owner. One whose owner died is taken over. Tells whom it waits for. */
async function lock(file: string, { signal, progress }: CacheOptions): Promise<() => void> {
  // Linked into place when it is complete: a lock that is seen always names its owner.
  const mine = JSON.stringify({ pid: process.pid, started: startTime(process.pid) })
  for (;;) {
    signal?.throwIfAborted()
    const candidate = `${file}.${process.pid}`
    writeFileSync(candidate, mine)
    try {
      linkSync(candidate, file)
      return () => unlinkSync(file)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    } finally {
      unlinkSync(candidate)
    }
    const owner = readOwner(file)
    if (owner !== undefined && !isAlive(owner)) {
      // Renaming is atomic: of several that see the dead owner, one moves its lock away.
      try {
        renameSync(file, candidate)
        rmSync(candidate, { force: true })
      } catch {
        // another one was faster
      }
      continue
    }
    if (owner !== undefined) progress(`waiting for process ${owner.pid}, which is building it`)
    await sleep(250, undefined, signal === undefined ? {} : { signal })
  }
}

/**
 * The folder of a cache entry; made by `build` when it is not there yet.
 *
 * `build` fills a folder beside it that gets the entry's name only when it is complete, so that an interrupted
 * build leaves nothing half; of two processes that want the same entry, one builds and the other waits.
 */
export async function cached(
  key: string,
  build: (folder: string) => Promise<void>,
  options: CacheOptions,
): Promise<string> {
  const entry = join(options.root ?? cacheRoot(), key)
  if (existsSync(entry)) return entry
  mkdirSync(dirname(entry), { recursive: true })
  const unlock = await lock(`${entry}.lock`, options)
  try {
    if (existsSync(entry)) return entry
    rmSync(`${entry}.partial`, { recursive: true, force: true })
    mkdirSync(`${entry}.partial`)
    try {
      await build(`${entry}.partial`)
      renameSync(`${entry}.partial`, entry)
    } finally {
      rmSync(`${entry}.partial`, { recursive: true, force: true })
    }
    return entry
  } finally {
    unlock()
  }
}
