/** A throw-away PostgreSQL server on loopback, made of the machine's own programs: nothing in it outlives the plan. */
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type pg from 'pg'
import { Failure } from '#toolkit/model/failure.ts'
import {
  type Account,
  type Binaries,
  installedServer,
  isReachable,
  unprivileged,
} from '#toolkit/postgres/binaries.ts'
import { driverClient } from '#toolkit/postgres/session.ts'
import type { DatabaseTarget } from '#toolkit/postgres/target.ts'
import { freePort, startDaemon } from '#toolkit/process/daemon.ts'
import type { World } from '#toolkit/world/world.ts'
import { END_MS, PREFIX, remove, STATE } from './left-behind.ts'
import { makeScratchRole, SCRATCH_ROLE } from './role.ts'

const run = promisify(execFile)

/** No migration calls its own roles so. */
const SUPERUSER = 'omninode_scratch_server'

/** Milliseconds for the server to be made, to answer, and to end. */
const INIT_MS = 60_000
const READY_MS = 30_000
const ANSWER_MS = 5_000

/** Somebody else may take a port between the look and the start. */
const PORTS_TRIED = 3

export interface ScratchServer {
  /** Its superuser; the passwords are new with every start. */
  readonly maker: DatabaseTarget
  /** A role that may nothing but own databases. */
  readonly runner: DatabaseTarget
  /** `15.18` */
  readonly version: string
  /** Holds everything that the server writes. */
  readonly folder: string
  stop(): Promise<void>
}

/**
 * Why there is none, in words for the plan; else the programs.
 * @param release of the database, `15`: its own programs know what it knows
 */
export async function findScratchServer(world: World, release?: number): Promise<Binaries | string> {
  const found = installedServer(world.env['PATH'], release)
  if (found === undefined)
    return 'there is no `scratch-url`, and this machine has no PostgreSQL server programs'
  try {
    return (await isReachable(found, unprivileged(world.machine.uid)))
      ? found
      : `the PostgreSQL programs in ${found.bin} cannot be run by an unprivileged user`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** Nothing of it needs to survive a power cut, so it does not wait for the disk. */
const settings = [
  'fsync=off',
  'full_page_writes=off',
  'synchronous_commit=off',
  'max_connections=20',
  'max_locks_per_transaction=256',
  'shared_buffers=64MB',
  'autovacuum=off',
  'wal_level=logical',
  'log_min_messages=fatal',
]

/** Whether another user may work in a folder: each one above it must let that user pass. */
async function isOpen(folder: string, user: Account): Promise<boolean> {
  return run('/bin/sh', ['-c', 'cd "$1" && test -w .', 'sh', folder], {
    ...user,
    cwd: '/',
    env: { PATH: '/usr/bin:/bin' },
  }).then(
    () => true,
    () => false,
  )
}

/** The first folder that works of the step's own and the machine's: root's may be closed to an unprivileged user. */
async function makeFolder(parents: readonly string[], user: Account | undefined): Promise<string> {
  for (const parent of parents) {
    const folder = mkdtempSync(join(parent, PREFIX))
    if (user === undefined) return folder
    chownSync(folder, user.uid, user.gid)
    if (await isOpen(folder, user)) return folder
    rmSync(folder, { recursive: true })
  }
  throw new Failure({
    code: 'SCRATCH_SERVER',
    what: 'There is no folder in which the scratch server could keep its data.',
    why: `PostgreSQL does not run as root, and its user may not enter ${parents.join(' or ')}.`,
    fix: 'Let every user pass the folder for temporary files (chmod 711), or give a `scratch-url`.',
  })
}

function notStarted(step: string, cause: unknown): Failure {
  const { stderr = '', message = String(cause) } = cause as { stderr?: string; message?: string }
  const said = (stderr.trim() || message).split('\n').slice(-3).join(' ')
  return new Failure({
    code: 'SCRATCH_SERVER',
    what: `The scratch server could not be ${step}.`,
    why: said,
    fix: 'Give the URL of another server as `scratch-url`, or leave the round trip out with `scratch: off`.',
    cause,
  })
}

async function ask<T>(target: DatabaseTarget, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await driverClient(target, { connectionTimeoutMillis: ANSWER_MS })
  client.on('error', () => undefined) // its query tells, or it is still starting
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

function createPassword(world: World): string {
  const password = randomBytes(18).toString('base64url')
  world.redactor.add(password)
  return password
}

/**
 * Makes a server and starts it, never as root. A run that is killed leaves it to `endScratch`.
 * @param parent where its folder is made, instead of the step's own
 * @throws Failure SCRATCH_SERVER, or the signal's reason
 */
export async function startScratchServer(
  { bin, version }: Binaries,
  world: World,
  parent?: string,
): Promise<ScratchServer> {
  world.signal.throwIfAborted()
  const user = unprivileged(world.machine.uid)
  const folder = await makeFolder(parent === undefined ? [world.temp, tmpdir()] : [parent], user)
  world.saveState(STATE, folder)
  try {
    const data = join(folder, 'data')
    const passwords = { maker: createPassword(world), runner: createPassword(world) }
    const passwordFile = join(folder, 'password')
    writeFileSync(passwordFile, passwords.maker, { mode: 0o600 })
    if (user !== undefined) chownSync(passwordFile, user.uid, user.gid)
    // All that the server and its children have: nothing of the job's.
    const env = { PATH: `${bin}:/usr/bin:/bin`, LC_ALL: 'C.UTF-8' }
    const options = { env, cwd: folder, ...user }
    const init = ['-D', data, '-U', SUPERUSER, '--pwfile', passwordFile, '--auth=scram-sha-256']
    const making = run(join(bin, 'initdb'), [...init, '--encoding=UTF8', '--no-sync'], {
      ...options,
      signal: world.signal,
      timeout: INIT_MS,
    })
    const made = new Promise((resolve) => making.child.once('close', resolve))
    await making.catch(async (error: unknown) => {
      // One that is stopped still tidies up; the folder is removed only after that.
      if (making.child.pid !== undefined) await made
      throw notStarted('made', error)
    })
    rmSync(passwordFile)
    for (let left = PORTS_TRIED; ; ) {
      world.signal.throwIfAborted()
      const port = await freePort()
      const reach = (user: string, password: string): DatabaseTarget => ({
        host: '127.0.0.1',
        port,
        database: 'postgres',
        user,
        password: async () => password,
        tls: undefined,
      })
      const maker = reach(SUPERUSER, passwords.maker)
      const place = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', '']
      try {
        const daemon = await startDaemon({
          ...options,
          name: 'the scratch server',
          command: join(bin, 'postgres'),
          args: [...place, ...settings.flatMap((each) => ['-c', each])],
          logFile: join(folder, 'log'),
          ready: () => ask(maker, async () => true),
          deadline: READY_MS,
          // At once: what it holds is thrown away.
          stopSignal: 'SIGQUIT',
          stopDeadline: END_MS,
        })
        const stop = async () => {
          await daemon.stop()
          remove(folder)
        }
        try {
          await ask(maker, (client) => makeScratchRole(client, passwords.runner))
          world.signal.throwIfAborted()
        } catch (error) {
          await stop()
          throw error
        }
        return { maker, runner: reach(SCRATCH_ROLE, passwords.runner), version, folder, stop }
      } catch (error) {
        world.signal.throwIfAborted()
        const taken = error instanceof Error && /Address already in use/i.test(error.message)
        if (!taken || --left === 0) throw notStarted('started', error)
      }
    }
  } catch (error) {
    remove(folder)
    world.signal.throwIfAborted()
    throw error
  }
}
