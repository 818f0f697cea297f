/** Connections to the database, with the settings under which migrations run. */
import { Socket } from 'node:net'
import pg from 'pg'
import { Failure } from '../model/failure.ts'
import type { StepName } from '../model/step.ts'
import type { World } from '../world/world.ts'
import { applicationName } from './application-name.ts'
import { completedBefore, countCompleted } from './completed.ts'
import { type Rows, sendMessage } from './message.ts'
import { listenTo, type NoticeListener } from './notices.ts'
import type { DatabaseTarget } from './target.ts'
import { tellNoRows } from './without-rows.ts'

/** Milliseconds for a connection to be made, unless the target says otherwise. */
const CONNECT_MS = 15_000

export interface SessionSettings {
  /** Milliseconds. */
  readonly lockTimeout: number
  /** Milliseconds; 0 is no limit. */
  readonly statementTimeout: number
}

/** A message, and who is told what the server says meanwhile. */
export interface Heard {
  readonly sql: string
  readonly heard?: NoticeListener
}

export interface Session {
  /**
   * Sends one message at once, without waiting for those before it. Without values it may hold several statements.
   * @param heard is told what the server says meanwhile
   * @returns the rows of each statement
   */
  send(sql: string, values?: readonly unknown[], heard?: NoticeListener): Promise<readonly Rows[]>
  /** Sends messages in as few packets as they fit in; none waits for those before it. */
  sendAll(messages: readonly Heard[]): Promise<readonly PromiseSettledResult<readonly Rows[]>[]>
  /** The rows of a message's only statement, or of its last one. */
  query<Row extends object>(sql: string, values?: readonly unknown[]): Promise<readonly Row[]>
  /** How many statements of a message were complete before the error that ended it. */
  completedBefore(error: unknown): number | undefined
  /** The process id that the server sent at the start; a pooler sends one of its own. */
  readonly announcedPid: number
  /** Whether the connection is lost; with an error of a message, whether that tells so. */
  broken(error?: unknown): boolean
  close(): Promise<void>
}

/** An error of the network, or the server's last word before it closes the connection. */
function tellsLoss(error: unknown): boolean {
  const {
    code = '',
    severity,
    message = '',
  } = error as { code?: string; severity?: string; message?: string }
  return (
    severity === 'FATAL' || /^E[A-Z]{4,}$/.test(code) || /^Connection terminated|not queryable$/.test(message)
  )
}

function explain(error: unknown, target: DatabaseTarget): Failure {
  const { code = '', message = String(error) } = error as { code?: string; message?: string }
  const place = `the database ${target.database} at ${target.host}`
  if (code === '28P01' || code === '28000') {
    return new Failure({
      code: 'DATABASE_REFUSED',
      what: `The server refused the user of ${place}.`,
      why: message,
      fix: 'Check the user and how it proves to be that: its password, or the right to use IAM tokens.',
      cause: error,
    })
  }
  if (message.includes('client password must be a string')) {
    return new Failure({
      code: 'DATABASE_REFUSED',
      what: `The server asks for a password for ${place}, and none is given.`,
      fix: 'Put it into the URL, percent-encoded, or use `database-auth: aws-iam`.',
      cause: error,
    })
  }
  if (message.includes('does not support SSL')) {
    return new Failure({
      code: 'DATABASE_TLS',
      what: `There is no encrypted connection to ${place}: the server offers none.`,
      why: 'Off loopback, and with `sslmode` other than disable, the server must prove who it is.',
      fix: 'Turn TLS on at the server. Only where nobody else is on the way, add `?sslmode=disable` to the URL.',
      cause: error,
    })
  }
  if (code === '3D000') {
    return new Failure({
      code: 'DATABASE_MISSING',
      what: `There is no database ${target.database} at ${target.host}.`,
      fix: 'Create it, or correct the name in the URL.',
      cause: error,
    })
  }
  if (/certificate|self.signed|altnames|SSL|TLS/i.test(`${code} ${message}`)) {
    return new Failure({
      code: 'DATABASE_TLS',
      what: `There is no trusted connection to ${place}: ${message}.`,
      why: 'Off loopback the server must prove who it is (verify-full).',
      fix: 'Pass the authority of its certificate as `database-ca`; for Amazon RDS its global-bundle.pem.',
      cause: error,
    })
  }
  return new Failure({
    code: 'DATABASE_UNREACHABLE',
    what: `There is no connection to ${place} (${code || message}).`,
    ...(code === '' ? {} : { why: message }),
    fix: 'Check host and port of the database, and that the runner may reach them.',
    cause: error,
  })
}

/** What else a client of the driver may be told: not where it leads, nor what is proven there. */
export type ClientOptions = Omit<pg.ClientConfig, 'host' | 'port' | 'user' | 'password' | 'ssl' | 'options'>

/**
 * A client that does what its target says and nothing else, and whose errors tell no rows. The driver would also read
 * PGOPTIONS and the like, by which a session does other things than were shown, and turn off the proof of the server.
 */
export async function driverClient(target: DatabaseTarget, options: ClientOptions): Promise<pg.Client> {
  const { host, port, database, user, tls } = target
  const isSocket = host.startsWith('/')
  const ssl =
    tls === undefined || isSocket
      ? false
      : { rejectUnauthorized: true, ...(tls.ca === undefined ? {} : { ca: tls.ca }) }
  const client = new pg.Client({
    host,
    port,
    database,
    user,
    password: await target.password(),
    ssl,
    sslnegotiation: 'postgres',
    client_encoding: 'UTF8',
    ...options,
  })
  const parameters = client as unknown as { connectionParameters: { options?: string; replication?: string } } // missing in pg's types
  // What the target says itself, or nothing.
  if (target.options === undefined) delete parameters.connectionParameters.options
  else parameters.connectionParameters.options = target.options
  delete parameters.connectionParameters.replication
  tellNoRows(client)
  return client
}

export interface ConnectOptions {
  /** Whose session it is, for whoever looks at the server. */
  readonly step?: StepName
  /** Aborted, it hangs up at once: a server that says nothing would not notice a polite goodbye. */
  readonly signal?: AbortSignal
}

const AFTER_THIS_SERVER = new Set(['DATABASE_UNREACHABLE', 'DATABASE_STANDBY'])

/**
 * To the first of the target's servers that answers and is the one that is wanted, as libpq does.
 * @throws Failure DATABASE_REFUSED, DATABASE_MISSING, DATABASE_TLS, DATABASE_STANDBY or DATABASE_UNREACHABLE, with the
 * error as its cause
 */
export async function connect(
  target: DatabaseTarget,
  world: World,
  options: ConnectOptions = {},
): Promise<Session> {
  const servers = [target, ...(target.others ?? [])]
  for (const [index, { host, port }] of servers.entries()) {
    try {
      return await connectTo({ ...target, host, port }, world, options)
    } catch (error) {
      const isLast = index === servers.length - 1
      if (isLast || !(error instanceof Failure) || !AFTER_THIS_SERVER.has(error.code)) throw error
      world.log.info(`${error.what} The next server is asked.`)
    }
  }
  throw new RangeError('a target has a server')
}

/** By libpq's `target_session_attrs`. */
async function refuseOther({ query }: Session, { attributes, host }: DatabaseTarget): Promise<void> {
  if (attributes === undefined || attributes === 'any') return
  const [is] = await query<{ standby: boolean; readonly: boolean }>(
    `SELECT pg_catalog.pg_is_in_recovery() AS standby,
       pg_catalog.pg_is_in_recovery() OR pg_catalog.current_setting('default_transaction_read_only')::boolean AS readonly`,
  )
  const found = {
    primary: is?.standby === false,
    standby: is?.standby === true,
    'read-write': is?.readonly === false,
    'read-only': is?.readonly === true,
  }
  if (found[attributes]) return
  throw new Failure({
    code: 'DATABASE_STANDBY',
    what: `The server at ${host} is not ${attributes}, which \`target_session_attrs\` asks for.`,
    fix: 'Name the right server, or all of them: `host=<one>,<other>`.',
  })
}

async function connectTo(target: DatabaseTarget, world: World, options: ConnectOptions): Promise<Session> {
  const session = await openSession(target, world, options)
  try {
    await refuseOther(session, target)
    return session
  } catch (error) {
    await session.close()
    throw error
  }
}

async function openSession(
  target: DatabaseTarget,
  world: World,
  { step = 'migrate', signal }: ConnectOptions,
): Promise<Session> {
  const socket = new Socket()
  const client = await driverClient(target, {
    stream: () => socket,
    application_name: applicationName(step, world.run),
    connectionTimeoutMillis: target.connectTimeout ?? CONNECT_MS,
    keepAlive: true,
    pipeline: true,
  })
  signal?.throwIfAborted()
  let broken = false
  // A connection that breaks rejects the query under way; without a listener it would end the process as well.
  client.on('error', () => {
    broken = true
  })
  client.on('end', () => {
    broken = true
  })
  countCompleted(client)
  const hangUp = () => void socket.destroy()
  signal?.addEventListener('abort', hangUp, { once: true })
  try {
    await client.connect()
  } catch (error) {
    signal?.removeEventListener('abort', hangUp)
    if (signal?.aborted !== true) await client.end().catch(() => undefined)
    throw explain(error, target)
  }
  // From here on each message has one answer; before, there was one to the start.
  const listen = listenTo(client)
  const send = async (
    sql: string,
    values?: readonly unknown[],
    heard?: NoticeListener,
  ): Promise<readonly Rows[]> => {
    listen(heard)
    if (values === undefined) return sendMessage(client, sql)
    const { rows } = await client.query(sql, [...values])
    return [rows]
  }
  const { stream } = client.connection as unknown as { stream: Socket } // missing in pg's types
  return {
    send,
    sendAll: async (messages) => {
      stream.cork()
      const answers = messages.map(({ sql, heard }) => send(sql, undefined, heard))
      stream.uncork()
      return Promise.allSettled(answers)
    },
    query: async <Row extends object>(sql: string, values?: readonly unknown[]) =>
      ((await send(sql, values)).at(-1) ?? []) as readonly Row[], // the caller wrote the SELECT
    completedBefore,
    announcedPid: (client as unknown as { processID: number }).processID, // BackendKeyData; missing in pg's types
    broken: (error) => broken || (error !== undefined && tellsLoss(error)),
    close: async () => {
      signal?.removeEventListener('abort', hangUp)
      // The farewell is on its way; that the server has read it is not worth a round trip.
      client.end().catch(() => undefined)
    },
  }
}

/** A backslash in a string is a backslash, as it was when the file was read and shown, whatever the server's settings are. */
export const AS_READ_SQL = 'SET standard_conforming_strings = on'

/** What a session that migrates sets, and sets again after each file. */
export function settingsSql({ lockTimeout, statementTimeout }: SessionSettings): string {
  return [
    AS_READ_SQL,
    `SET lock_timeout = ${lockTimeout}`,
    `SET statement_timeout = ${statementTimeout}`,
    // A runner that is gone without a word must not keep its locks for long.
    'SET idle_in_transaction_session_timeout = 60000',
  ].join('; ')
}

/** A killed runner's lock is freed within a second by this. Not every server and platform has it. */
export const WATCH_SQL = "SET client_connection_check_interval = '1s'"
