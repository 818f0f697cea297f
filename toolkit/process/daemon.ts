/**
 * Long-running programs of the sandbox: started with an explicit environment, waited for until they
 * answer, and ended by their own process id. A daemon never outlives the process that started it.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

export interface DaemonOptions {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  /** The child's whole environment; nothing is inherited. */
  readonly env: Readonly<Record<string, string>>
  /** stdout and stderr are appended here; its tail is quoted when the daemon fails to start. */
  readonly logFile: string
  readonly cwd?: string
  readonly uid?: number
  readonly gid?: number
  /** Resolves to true once the daemon serves. Polled; a throw counts as "not yet". */
  readonly ready: () => Promise<boolean>
  /** Milliseconds to wait for `ready`. */
  readonly deadline: number
  /** Sent first by `stop`; SIGKILL follows after `stopDeadline`. Postgres wants SIGINT. */
  readonly stopSignal?: NodeJS.Signals
  /** Milliseconds between the stop signal and SIGKILL. */
  readonly stopDeadline?: number
}

export interface Daemon {
  readonly name: string
  readonly pid: number
  readonly logFile: string
  running(): boolean
  stop(): Promise<void>
}

const living = new Set<ChildProcess>()
let guarded = false

function endWithParent(child: ChildProcess): void {
  living.add(child)
  child.once('exit', () => living.delete(child))
  if (guarded) return
  guarded = true
  process.once('exit', () => {
    for (const each of living) each.kill('SIGKILL')
  })
}

export function logTail(file: string, lines = 20): string {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines).join('\n')
}

/**
 * Starts a program and resolves once it serves.
 * @throws Error naming the daemon with the tail of its log, when it exits or misses its deadline.
 */
export async function startDaemon(options: DaemonOptions): Promise<Daemon> {
  const log = openSync(options.logFile, 'a')
  const child = spawn(options.command, options.args, {
    env: { ...options.env },
    stdio: ['ignore', log, log],
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    ...(options.uid === undefined ? {} : { uid: options.uid }),
    ...(options.gid === undefined ? {} : { gid: options.gid }),
  })
  closeSync(log)
  endWithParent(child)

  let ended: string | undefined
  child.once('error', (error) => {
    ended = `could not be started: ${error.message}`
  })
  const exited = new Promise<void>((resolve) => {
    child.once('exit', (code, signal) => {
      ended ??= `exited with ${signal ?? `code ${code}`}`
      resolve()
    })
    child.once('error', () => resolve())
  })

  async function stop(): Promise<void> {
    if (ended !== undefined) return
    child.kill(options.stopSignal ?? 'SIGTERM')
    const patience = new AbortController()
    const timer = sleep(options.stopDeadline ?? 10_000, undefined, {
      signal: patience.signal,
      ref: false,
    }).then(
      () => child.kill('SIGKILL'),
      () => undefined,
    )
    await exited
    patience.abort()
    await timer
  }

  const late = AbortSignal.timeout(options.deadline)
  while (ended === undefined) {
    if (await options.ready().catch(() => false)) {
      return {
        name: options.name,
        pid: child.pid as number, // set: the child has been spawned, else `ended` had been too
        logFile: options.logFile,
        running: () => ended === undefined,
        stop,
      }
    }
    if (late.aborted) {
      await stop()
      throw new Error(
        `${options.name} did not serve within ${options.deadline / 1000} s. The end of its log:\n${logTail(options.logFile)}`,
      )
    }
    await Promise.race([sleep(50), exited])
  }
  throw new Error(`${options.name} ${ended}. The end of its log:\n${logTail(options.logFile)}`)
}

/** A TCP port on loopback that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer()
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject()))
    })
  })
}
