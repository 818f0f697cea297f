/** Whether the newest migration in git is the newest one in effect in the database. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type { Socket } from 'node:net'
import { join } from 'node:path'
import type pg from 'pg'
import { formatDuration } from '#toolkit/model/duration.ts'
import { Failure } from '#toolkit/model/failure.ts'
import {
  codeOf,
  defineProbe,
  disproven,
  isUnreachable,
  type LiveInputs,
  type Patience,
  type ProbeResult,
  type ProbeTarget,
  proven,
  TooLate,
  tryUntil,
} from './probe.ts'
import { when } from './words.ts'

/** `migration-head <folder> [history <schema>.<table>]` */
export interface MigrationHeadTarget extends ProbeTarget {
  readonly probe: 'migration-head'
  readonly folder: string
  readonly history: { readonly schema: string; readonly table: string }
}

/** Milliseconds for a connection to be made, and for each query. */
const CONNECT_MS = 10_000

/** A migration as its file, and the history of `migrate`, name it. */
export interface Head {
  readonly version: string
  readonly name: string
  readonly checksum: string
}

export interface MigrationHeadProbe {
  readonly target: MigrationHeadTarget
  /** Absolute path of the checkout. */
  readonly workspace: string
  readonly databaseUrl: string
  readonly random: () => number
}

/** The newest migration of a folder; undefined when there is none. */
export function newestMigration(workspace: string, folder: string): Head | undefined {
  const newest = readdirSync(join(workspace, folder)).flatMap((file) => {
    const [, version, name] = /^(\d{4})_([a-z0-9][a-z0-9_]*)\.up\.sql$/.exec(file) ?? []
    return version === undefined || name === undefined ? [] : [{ file, version, name }]
  })
  const last = newest.sort((a, b) => Number(a.version) - Number(b.version)).at(-1)
  if (last === undefined) return undefined
  const sql = readFileSync(join(workspace, folder, last.file), 'utf8').replaceAll('\r\n', '\n')
  const checksum = `sha256:${createHash('sha256').update(sql).digest('hex')}`
  return { version: last.version, name: last.name, checksum }
}

function compare(expected: Head, found: Head | undefined, table: string): ProbeResult {
  const { version, name, checksum } = expected
  if (found === undefined)
    return disproven(`No migration is in effect, according to ${table}; git has ${version}_${name}.`)
  if (found.version !== version || found.name !== name)
    return disproven(`${found.version}_${found.name} is the newest in effect; git has ${version}_${name}.`)
  if (found.checksum !== checksum)
    return disproven(`${version}_${name} was applied with another content than git has.`)
  return proven(`${version}_${name} is in effect.`)
}

/** Classes of SQLSTATE: the connection broke, the server is full, starting or stopping. */
function isTransient(error: unknown): boolean {
  return isUnreachable(error) || /^(?:08|53|57P)...?$/.test(codeOf(error))
}

function connection(Client: typeof pg.Client, databaseUrl: string, socket: Socket): pg.Client {
  const { hostname, searchParams } = new URL(databaseUrl)
  const local = hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.')
  const client = new Client({
    connectionString: databaseUrl,
    application_name: 'omninode_infra verify',
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: CONNECT_MS,
    stream: () => socket,
    ...(local || searchParams.has('sslmode') ? {} : { ssl: { rejectUnauthorized: true } }),
  })
  // A connection that breaks rejects the query under way; without a listener it would end the process as well.
  client.on('error', () => undefined)
  return client
}

async function headOf(
  { target, databaseUrl }: MigrationHeadProbe,
  signal: AbortSignal,
): Promise<Head | 'no migration' | 'no history'> {
  const { schema, table } = target.history
  // Heavy: loaded by the runs that ask a database.
  const [{ default: pg }, { Socket }] = await Promise.all([import('pg'), import('node:net')])
  const view = `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(`${table}_current`)}`
  const socket = new Socket()
  const client = connection(pg.Client, databaseUrl, socket)
  // A server that says nothing would not notice a polite goodbye.
  const hangUp = () => void socket.destroy()
  signal.addEventListener('abort', hangUp, { once: true })
  try {
    await client.connect()
    // A probe only looks, whatever its user may do.
    await client.query('BEGIN READ ONLY')
    const known = await client.query<{ known: boolean }>('SELECT to_regclass($1) IS NOT NULL AS known', [
      view,
    ])
    if (known.rows[0]?.known !== true) return 'no history'
    const { rows } = await client.query<Head>(
      `SELECT version, name, checksum FROM ${view} ORDER BY version DESC LIMIT 1`,
    )
    return rows[0] ?? 'no migration'
  } finally {
    signal.removeEventListener('abort', hangUp)
    if (!signal.aborted) await client.end().catch(() => undefined)
  }
}

function explained(error: unknown, deadline: number): string {
  if (error instanceof TooLate) {
    const why = error.last === undefined ? '' : ` (${codeOf(error.last)})`
    return `The database could not be reached within ${formatDuration(deadline)}${why}.`
  }
  const code = codeOf(error)
  if (code === '28P01' || code === '28000') return 'The server refuses the user of `database-url`.'
  if (code === '3D000') return 'There is no such database.'
  if (code === '42501') return 'The user of `database-url` may not read the history.'
  return `The database could not be asked (${code === '' ? 'no answer' : code}).`
}

/** Reads where the database stands, and compares it with git. */
export async function probeMigrationHead(
  probe: MigrationHeadProbe,
  patience: Patience,
): Promise<ProbeResult> {
  const { target, workspace, random } = probe
  const table = `${target.history.schema}.${target.history.table}`
  const newest = newestMigration(workspace, target.folder)
  if (newest === undefined) return disproven(`There is no migration in ${target.folder}.`)
  const starting = (error: unknown) => (isTransient(error) ? `the database (${codeOf(error)})` : undefined)
  try {
    const head = await tryUntil(patience, random, starting, (signal) => headOf(probe, signal))
    if (head === 'no history') return disproven(`The database has no ${table}: migrate never ran on it.`)
    return compare(newest, head === 'no migration' ? undefined : head, table)
  } catch (error) {
    patience.signal.throwIfAborted()
    return disproven(explained(error, patience.deadline))
  }
}

/** @throws Failure INPUT_MISSING */
function requiredUrl({ 'database-url': url }: LiveInputs): string {
  if (url !== undefined) return url
  throw new Failure({
    code: 'INPUT_MISSING',
    what: 'The input `database-url` is required by the target `migration-head`.',
    fix: 'Add `database-url:` under `with:`; a user that may read the history is enough.',
  })
}

export const probe = defineProbe<MigrationHeadTarget>({
  id: 'migration-head',
  form: 'migration-head <folder> [history <schema>.<table>]',
  wave: 'parts',
  parse: (words) => {
    const folder = words.take(
      'the folder of the migrations, relative to the checkout',
      when(/^(?!\/)(?!.*\.\.)\S+$/),
    )
    const history = words.passes('history')
      ? words.take('<schema>.<table>', (word) => {
          const [, schema, table] = /^([a-z_][a-z0-9_]*)\.([a-z_][a-z0-9_]*)$/.exec(word) ?? []
          return schema === undefined || table === undefined ? undefined : { schema, table }
        })
      : { schema: 'migrate', table: 'history' }
    return { probe: 'migration-head', folder: folder.replace(/\/$/, ''), history }
  },
  address: ({ folder }) => `migration-head ${folder}`,
  expectation: ({ history }) => ({ expect: 'newest file', history: `${history.schema}.${history.table}` }),
  failsWhen: () => 'when the newest migration is not in effect in the database',
  open: async (target, { inputs, opening, world: { workspace, random } }) => {
    const databaseUrl = opening.read(() => requiredUrl(inputs))
    return (patience) =>
      probeMigrationHead({ target, workspace, databaseUrl: databaseUrl(), random }, patience)
  },
})
