/** The real PgBouncer on loopback: from the machine, else out of Debian's packages, without installing them. */
import { execFile } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { type Account, unprivileged } from '#toolkit/postgres/binaries.ts'
import { freePort, startDaemon } from '#toolkit/process/daemon.ts'
import { type CacheOptions, cached } from '../cache/cache.ts'
import { librariesIn, unpackDebian } from '../cache/debian.ts'
import type { Postgres } from './postgres.ts'

const run = promisify(execFile)

const READY_MS = 20_000

/** Newer ones wait at SIGTERM until the last client leaves. */
const STOP_MS = 2_000

interface Program {
  readonly command: string
  readonly env: Readonly<Record<string, string>>
}

export interface PgBouncer {
  readonly port: number
  readonly pid: number
  url(database: string): string
  stop(): Promise<void>
}

function installed(): Program | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin']
  const command = folders.map((folder) => join(folder, 'pgbouncer')).find((path) => existsSync(path))
  return command === undefined ? undefined : { command, env: {} }
}

/**
 * The program, from the cache if the machine has none.
 * @throws Error that says how to get it
 */
export async function preparePgBouncer(options: CacheOptions): Promise<Program> {
  const own = installed()
  if (own !== undefined) return own
  const folder = await cached(
    `pgbouncer/debian-${process.arch}`,
    async (target) => {
      options.progress("fetching PgBouncer from Debian's packages")
      try {
        await unpackDebian(['pgbouncer'], target, { ...options, env: process.env })
      } catch (cause) {
        options.signal?.throwIfAborted()
        throw new Error(
          `Install PgBouncer from your system's packages, so that \`pgbouncer\` is on PATH: apt-get does not give it (${(cause as Error).message}).`,
          { cause },
        )
      }
    },
    options,
  )
  return {
    command: join(folder, 'usr/sbin/pgbouncer'),
    env: { LD_LIBRARY_PATH: librariesIn(folder) },
  }
}

/** @param mode when a server connection goes back to the pool: after the transaction, or when the client leaves */
export async function startPgBouncer(
  postgres: Postgres,
  mode: 'transaction' | 'session',
  options: CacheOptions,
): Promise<PgBouncer> {
  const program = await preparePgBouncer(options)
  const user = unprivileged(process.getuid?.())
  const folder = mkdtempSync(join(tmpdir(), 'omninode-pgbouncer-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    const daemon = await start(program, postgres, mode, folder, user)
    return {
      ...daemon,
      stop: async () => {
        await daemon.stop()
        remove()
      },
    }
  } catch (error) {
    remove()
    throw error
  }
}

async function start(
  program: Program,
  postgres: Postgres,
  mode: 'transaction' | 'session',
  folder: string,
  user: Account | undefined,
): Promise<PgBouncer> {
  const port = await freePort()
  const { username, password } = new URL(postgres.url('postgres'))
  const own = (path: string) => {
    if (user !== undefined) chownSync(path, user.uid, user.gid)
  }
  const write = (name: string, text: string) => {
    const path = join(folder, name)
    writeFileSync(path, text, { mode: 0o600 })
    own(path)
    return path
  }
  own(folder)
  const users = write('users.txt', `"${username}" "${password}"\n`)
  const settings = {
    listen_addr: '127.0.0.1',
    listen_port: port,
    unix_socket_dir: '',
    auth_type: 'scram-sha-256',
    auth_file: users,
    pool_mode: mode,
    max_client_conn: 50,
    default_pool_size: 5,
  }
  const config = write(
    'pgbouncer.ini',
    [
      '[databases]',
      `* = host=127.0.0.1 port=${postgres.port}`,
      '[pgbouncer]',
      ...Object.entries(settings).map(([name, value]) => `${name} = ${value}`),
      '',
    ].join('\n'),
  )
  const url = (database: string) => `postgres://${username}:${password}@127.0.0.1:${port}/${database}`
  // Root may read what the cache holds, but PgBouncer refuses to be root: it starts as root's child of another user.
  const reachable = user === undefined ? program : await copied(program, folder, own)
  const daemon = await startDaemon({
    name: 'pgbouncer',
    command: reachable.command,
    args: [config],
    env: reachable.env,
    cwd: folder,
    logFile: join(folder, 'log'),
    ready: async () => {
      const client = new pg.Client({ connectionString: url('postgres') })
      client.on('error', () => undefined) // it is still starting
      await client.connect()
      await client.end()
      return true
    },
    deadline: READY_MS,
    stopSignal: 'SIGTERM',
    stopDeadline: STOP_MS,
    ...user,
  })
  return { port, pid: daemon.pid, url, stop: () => daemon.stop() }
}

/** Root's cache is closed to other users: then a copy beside the configuration is run. */
async function copied(program: Program, folder: string, own: (path: string) => void): Promise<Program> {
  const libraries = program.env['LD_LIBRARY_PATH']
  if (libraries === undefined) return program
  const bin = join(folder, 'bin')
  await run('mkdir', ['-m', '755', bin])
  await run('cp', [program.command, bin])
  for (const library of libraries.split(delimiter)) await run('cp', ['-r', `${library}/.`, bin])
  own(bin)
  return { command: join(bin, 'pgbouncer'), env: { LD_LIBRARY_PATH: bin } }
}
