/** Connections to the database, with the settings under which migrations run. */
import pg from 'pg'
import { Failure } from '#toolkit/model/failure.ts'
import type { World } from '#toolkit/world/world.ts'

/** Milliseconds for a connection to be made. */
const CONNECT_MS = 15_000

/** PostgreSQL cuts application names at 63 bytes. */
const NAME_BYTES = 63

export interface Target {
  readonly url: string
  readonly host: string
  readonly database: string
}

/** The parts of a database URL, or why it is none. Its secrets are masked first. */
export function parseTarget(url: string, world: World): Target | Failure {
  world.redactor.add(url)
  const invalid = (what: string) =>
    new Failure({
      code: 'DATABASE_URL',
      what: `The input \`database-url\` ${what}.`,
      fix: 'Write it as postgres://<user>:<password>@<host>:<port>/<database>, with special characters percent-encoded.',
    })
  if (!URL.canParse(url)) return invalid('is not a URL')
  const { protocol, hostname, pathname, password } = new URL(url)
  if (password !== '') {
    world.redactor.add(password)
    world.redactor.add(decodeURIComponent(password))
  }
  if (protocol !== 'postgres:' && protocol !== 'postgresql:') return invalid('is not a postgres:// URL')
  if (hostname === '') return invalid('names no host')
  const database = decodeURIComponent(pathname.slice(1))
  if (database === '') return invalid('names no database')
  return { url, host: hostname, database }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host.startsWith('127.') || host === '[::1]'
}

export interface SessionSettings {
  /** Milliseconds. */
  readonly lockTimeout: number
  /** Milliseconds; 0 is no limit. */
  readonly statementTimeout: number
}

export interface Session {
  readonly client: pg.Client
  /** The server process of this session, as the server itself tells it. */
  readonly pid: number
  /** Puts settings that a migration changed back. */
  reset(): Promise<void>
  close(): Promise<void>
}

function explain(error: unknown, target: Target): Failure {
  const { code = '', message } = error as { code?: string; message: string }
  const place = `the database ${target.database} at ${target.host}`
  if (code === '28P01' || code === '28000') {
    return new Failure({
      code: 'DATABASE_REFUSED',
      what: `The server refused the user of ${place}.`,
      why: message,
      fix: 'Check user and password of `database-url`.',
      cause: error,
    })
  }
  if (code === '3D000') {
    return new Failure({
      code: 'DATABASE_MISSING',
      what: `There is no database ${target.database} at ${target.host}.`,
      fix: 'Create it, or correct `database-url`.',
      cause: error,
    })
  }
  return new Failure({
    code: 'DATABASE_UNREACHABLE',
    what: `There is no connection to ${place} (${code || message}).`,
    fix: 'Check host and port of `database-url`, and that the runner may reach them.',
    cause: error,
  })
}

/** @throws Failure DATABASE_REFUSED, DATABASE_MISSING or DATABASE_UNREACHABLE */
export async function connect(target: Target, settings: SessionSettings, world: World): Promise<Session> {
  const name = `migrate ${world.run.id}/${world.run.attempt} ${world.run.repository}`
  // As start-up options they are what RESET goes back to.
  const options = [
    `-c lock_timeout=${settings.lockTimeout}`,
    `-c statement_timeout=${settings.statementTimeout}`,
    '-c idle_in_transaction_session_timeout=60000',
  ]
  const secure = isLoopback(target.host) || new URL(target.url).searchParams.has('sslmode')
  const client = new pg.Client({
    connectionString: target.url,
    application_name: Buffer.from(name).subarray(0, NAME_BYTES).toString('utf8'),
    options: options.join(' '),
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    ...(secure ? {} : { ssl: { rejectUnauthorized: true } }),
  })
  // A connection that breaks rejects the query under way; without a listener it would end the process as well.
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
    const watch = async () => {
      // A killed runner's lock is freed within a second. Not every platform has it.
      await client.query("SET client_connection_check_interval = '1s'").catch(() => undefined)
    }
    await watch()
    return {
      client,
      pid: rows[0]?.pid ?? 0,
      reset: async () => {
        await client.query('SET SESSION AUTHORIZATION DEFAULT; RESET ALL')
        await watch()
      },
      close: () => client.end().catch(() => undefined),
    }
  } catch (error) {
    await client.end().catch(() => undefined)
    throw explain(error, target)
  }
}
