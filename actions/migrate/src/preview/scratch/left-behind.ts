/** Ends a scratch server that its run could not end; knows nothing of databases. */
import { existsSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { signalProcess } from '#toolkit/process/signal.ts'

/** The name of what is kept for `post`. */
export const STATE = 'scratch'

export const PREFIX = 'omninode-scratch-'

/** Milliseconds for the server to end. */
export const END_MS = 10_000

/** Milliseconds between two looks at a server that ends. */
const LOOK_MS = 20

export function remove(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
}

function commandOf(pid: number): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
  } catch {
    return []
  }
}

/** Where processes cannot be looked up (macOS), the server's own file is believed. One that has ended is none. */
function isServer(pid: number, data: string): boolean {
  if (!signalProcess(pid, 0)) return false
  if (!existsSync('/proc/self/cmdline')) return true
  const [program = '', ...args] = commandOf(pid)
  return basename(program) === 'postgres' && args.includes(data)
}

/** What a data folder says of the server that works in it. That may be old, and its number another program's by now. */
function serverOf(data: string): { readonly pid: number; readonly data: string } | undefined {
  const file = join(data, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const [first = '', place = ''] = readFileSync(file, 'utf8').split('\n')
  const pid = Number(first)
  if (!Number.isInteger(pid) || pid <= 1) return undefined
  const same = existsSync(place) && realpathSync(place) === realpathSync(data)
  return same && isServer(pid, place) ? { pid, data: place } : undefined
}

/** `post` has nothing else to do meanwhile. */
function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds)
}

/**
 * For `post`: ends the server that a killed run has left, only the very process that works in the saved folder, and
 * removes the folder. Does nothing after a run that has ended its server itself.
 */
export function endScratch(state: Readonly<Record<string, string>>): void {
  const folder = state[STATE]
  if (folder === undefined || !basename(folder).startsWith(PREFIX) || !existsSync(folder)) return
  const server = serverOf(join(folder, 'data'))
  if (server !== undefined) {
    signalProcess(server.pid, 'SIGQUIT')
    for (let waited = 0; waited < END_MS && isServer(server.pid, server.data); waited += LOOK_MS)
      pause(LOOK_MS)
    if (isServer(server.pid, server.data)) signalProcess(server.pid, 'SIGKILL')
  }
  remove(folder)
}
