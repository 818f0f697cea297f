/** The real PgBouncer on loopback: from the machine, else out of Debian's packages, without installing them. */
import { execFile } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { type Account, unprivileged } from '#toolkit/postgres/binaries.ts'
import { freePort, startDaemon } from '#toolkit/process/daemon.ts'
import { type CacheOptions, cached } from '../cache/cache.ts'
import type { Postgres } from './postgres.ts'

const run = promisify(execFile)

const PACKAGE = 'pgbouncer'

/** The libraries that a machine may lack; what they are called is a matter of the release. */
const LIBRARIES = /^lib(?:c-ares|cares|event)/

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

async function packages(): Promise<string[]> {
  const { stdout } = await run('apt-cache', ['depends', PACKAGE])
  const depends = [...stdout.matchAll(/^\s*\|?Depends: (\S+)$/gm)].map(([, name = '']) => name)
  return [PACKAGE, ...depends.filter((name) => LIBRARIES.test(name))]
}

/** The lists of packages may be missing or old: they are fetched once when a download fails. */
async function download(folder: string): Promise<void> {
  const fetch = async () => run('apt-get', ['download', '--quiet', ...(await packages())], { cwd: folder })
  try {
    await fetch()
  } catch {
    await run('apt-get', ['update', '--quiet'])
    await fetch()
  }
}

function lastLine(error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message: string } // of execFile
  return (stderr || message).trim().split('\n').at(-1) ?? ''
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
        await download(target)
      } catch (cause) {
        throw new Error(
          `Install PgBouncer from your system's packages, so that \`pgbouncer\` is on PATH: apt-get does not give it (${lastLine(cause)}).`,
          { cause },
        )
      }
      for (const name of readdirSync(target).filter((file) => file.endsWith('.deb'))) {
        await run('dpkg-deb', ['--extract', join(target, name), target])
        rmSync(join(target, name))
      }
    },
    options,
  )
  const libraries = readdirSync(join(folder, 'usr/lib'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, 'usr/lib', name))
  return {
    command: join(folder, 'usr/sbin/pgbouncer'),
    env: { LD_LIBRARY_PATH: libraries.join(delimiter) },
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
