/**
 * Long-running programs of the sandbox: started with an explicit environment, waited for until they
 * answer, and ended by their own process id. A daemon never outlives the process that started it.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
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

/** Below those that systems give to outgoing connections: nobody gets one of these who does not ask for it by number. */
const [FIRST_PORT, LAST_PORT] = [15_000, 32_000] as const

/** Those that may not be listened on yet by whom they were given to. */
const givenPorts = new Set<number>()
const MOST_GIVEN = 1_000

function isFree(port: number): Promise<boolean> {
  const server = createServer()
  return new Promise((resolve) => {
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}

/** A TCP port on loopback on which nobody listens, and which this process has not just given to somebody else. */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 1_000; attempt++) {
    const port = randomInt(FIRST_PORT, LAST_PORT)
    if (givenPorts.has(port)) continue
    if (givenPorts.size >= MOST_GIVEN) givenPorts.clear()
    givenPorts.add(port)
    if (await isFree(port)) return port
  }
  throw new Error(`no port between ${FIRST_PORT} and ${LAST_PORT} is free`)
}
