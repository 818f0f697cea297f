/** What statements really do to the tables that are there: the locks they take, what they rewrite, what they read whole. */
import type pg from 'pg'
import type { HistoryTable } from '../history.ts'
import { type LockMode, lockModes } from '../locks.ts'
import type { Script } from '../statements.ts'

export interface Observation {
  readonly file: string
  /** From 1. */
  readonly line: number
  readonly locks: readonly { readonly mode: LockMode; readonly relation: string }[]
  /** Tables whose file was written anew. */
  readonly rewrites: readonly string[]
  /** Tables all of whose rows were read. */
  readonly scans: readonly string[]
}

interface Table {
  readonly oid: number
  readonly name: string
  readonly file: number
  readonly rows: number
}

/** The names are taken before: a dropped table has none afterwards. */
const TABLES = `
  SELECT c.oid::int8::float8 AS oid, CASE WHEN n.nspname = 'public' THEN quote_ident(c.relname) ELSE format('%I.%I', n.nspname, c.relname) END AS name,
         coalesce(pg_relation_filenode(c.oid), 0)::int8::float8 AS file, 0 AS rows
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE c.relkind IN ('r', 'p', 'm') AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', $1)`

const NOW = `
  SELECT c.oid::int8::float8 AS oid, coalesce(pg_relation_filenode(c.oid), 0)::int8::float8 AS file,
         coalesce(pg_stat_get_xact_tuples_returned(c.oid), 0)::float8 AS read,
         (SELECT array_agg(DISTINCT mode) FROM pg_locks l WHERE l.pid = pg_backend_pid() AND l.locktype = 'relation' AND l.relation = c.oid AND l.granted) AS modes
    FROM unnest($1::oid[]) AS o JOIN pg_class c ON c.oid = o`

const DROPPED = `
  SELECT l.relation::int8::float8 AS oid, array_agg(DISTINCT mode) AS modes FROM pg_locks l
   WHERE l.pid = pg_backend_pid() AND l.locktype = 'relation' AND l.granted AND l.relation = ANY ($1::oid[]) GROUP BY 1`

/** `AccessExclusiveLock` → `ACCESS EXCLUSIVE` */
function modeOf(name: string): LockMode | undefined {
  const words = name
    .replace(/Lock$/, '')
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toUpperCase()
  return lockModes.find((mode) => mode === words)
}

interface Moment {
  readonly file: number
  readonly read: number
  readonly modes: ReadonlySet<string>
}

async function look(client: pg.Client, tables: readonly Table[]): Promise<Map<number, Moment>> {
  const oids = tables.map(({ oid }) => oid)
  const { rows } = await client.query<{ oid: number; file: number; read: number; modes: string[] | null }>(
    NOW,
    [oids],
  )
  const moments = new Map(
    rows.map(({ oid, file, read, modes }) => [oid, { file, read, modes: new Set(modes ?? []) }] as const),
  )
  const { rows: gone } = await client.query<{ oid: number; modes: string[] }>(DROPPED, [oids])
  for (const { oid, modes } of gone)
    if (!moments.has(oid)) moments.set(oid, { file: -1, read: 0, modes: new Set(modes) })
  return moments
}

async function countRows(client: pg.Client, tables: readonly Table[]): Promise<Table[]> {
  const counted: Table[] = []
  for (const table of tables) {
    const { rows } = await client.query<{ count: number }>(`SELECT count(*)::int FROM ${table.name}`)
    counted.push({ ...table, rows: rows[0]?.count ?? 0 })
  }
  return counted
}

/**
 * Runs a file, watching. What must stand alone is only run: its locks come and go in transactions of its own.
 * @throws the server's error
 */
export async function trace(
  client: pg.Client,
  { file, statements, transactional }: Script,
  history: HistoryTable,
): Promise<readonly Observation[]> {
  if (!transactional) {
    for (const { text } of statements) await client.query(text)
    return []
  }
  const { rows } = await client.query<Table>(TABLES, [history.schema])
  const tables = await countRows(client, rows)
  const observations: Observation[] = []
  await client.query('BEGIN')
  let before = await look(client, tables)
  for (const { text, line } of statements) {
    await client.query(text)
    const after = await look(client, tables)
    const changed = (test: (was: Moment | undefined, is: Moment, table: Table) => boolean) =>
      tables.flatMap((table) => {
        const is = after.get(table.oid)
        return is !== undefined && test(before.get(table.oid), is, table) ? [table.name] : []
      })
    const locks = tables.flatMap(({ oid, name }) =>
      [...(after.get(oid)?.modes ?? [])]
        .filter((mode) => before.get(oid)?.modes.has(mode) !== true)
        .flatMap((mode) => {
          const known = modeOf(mode)
          // Every statement that names a table takes this one, and so does the look itself.
          return known === undefined || known === 'ACCESS SHARE' ? [] : [{ mode: known, relation: name }]
        }),
    )
    observations.push({
      file,
      line,
      locks,
      rewrites: changed((was, is, { rows: count }) => count > 0 && is.file > 0 && is.file !== was?.file),
      scans: changed((was, is, { rows: count }) => count > 0 && is.read - (was?.read ?? 0) >= count),
    })
    before = after
  }
  await client.query('COMMIT')
  return observations
}
