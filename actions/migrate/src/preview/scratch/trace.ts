/** What statements really do to the tables that are there: the locks they take, what they rewrite, what they read whole. */
import type pg from 'pg'
import type { HistoryTable } from '#toolkit/migrations/history-table.ts'
import { sendMessage } from '#toolkit/postgres/message.ts'
import { type LockMode, lockModes, strength, strongest } from '../../sql/locks.ts'
import type { Script, Statement } from '../../sql/statements.ts'

export interface ObservedLock {
  readonly mode: LockMode
  readonly relation: string
}

export interface StatementTrace {
  readonly file: string
  /** From 1. */
  readonly line: number
  /** Its first line, shortened. */
  readonly statement: string
  /** The strongest on each table that was there, as far as this statement took it first. */
  readonly locks: readonly ObservedLock[]
  /** Tables whose file was written anew. */
  readonly rewrites: readonly string[]
  /** Tables that were read whole, as also those that were rewritten. */
  readonly scans: readonly string[]
  /** Tables to which nobody may write from then on, until the transaction ends. */
  readonly blocked: readonly string[]
}

/** How much of a statement is shown. */
const SHOWN = 100

/** For these the planner chooses how to read, and chooses differently on ten rows than on ten million. */
const planned: ReadonlySet<string> = new Set([
  'SelectStmt',
  'InsertStmt',
  'UpdateStmt',
  'DeleteStmt',
  'MergeStmt',
  'DoStmt',
  'CallStmt',
  'ExplainStmt',
  'CreateTableAsStmt',
  'RefreshMatViewStmt',
  'CopyStmt',
  // What it reads is empty by then: the new indexes are built.
  'TruncateStmt',
])

/** Of each table that was there before the new files: what it is called now, and the file that it is in. */
const LOOK = `
  SELECT c.oid::int8::float8 AS oid,
         CASE n.nspname WHEN 'public' THEN '' ELSE pg_catalog.quote_ident(n.nspname) || '.' END || pg_catalog.quote_ident(c.relname) AS name,
         coalesce(pg_catalog.pg_relation_filenode(c.oid), 0)::int8::float8 AS file,
         coalesce(pg_catalog.pg_stat_get_xact_tuples_returned(c.oid), 0)::float8 AS read,
         coalesce(pg_catalog.pg_stat_get_xact_numscans(c.oid), 0)::float8 AS begun
    FROM pg_catalog.unnest($1::oid[]) AS o JOIN pg_catalog.pg_class c ON c.oid = o
         JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace`

/** Also of those that are gone: the lock on a dropped table stays until the transaction ends. */
const LOCKS = `
  SELECT l.relation::int8::float8 AS oid, l.mode FROM pg_catalog.pg_locks l
   WHERE l.pid = pg_catalog.pg_backend_pid() AND l.locktype = 'relation' AND l.granted AND l.relation = ANY ($1::oid[])`

/** `AccessExclusiveLock` → `ACCESS EXCLUSIVE` */
function modeOf(name: string): LockMode | undefined {
  const words = name
    .replace(/Lock$/, '')
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toUpperCase()
  return lockModes.find((mode) => mode === words)
}

/** The tables and views that are there now, for `trace`: what new files make themselves, nobody uses yet. */
export async function existingTables(
  client: pg.Client,
  { schema }: HistoryTable,
): Promise<readonly number[]> {
  const { rows } = await client.query<{ oid: number }>(
    `SELECT c.oid::int8::float8 AS oid
       FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p', 'm', 'f', 'v') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
        AND ($1 = 'public' OR n.nspname <> $1)`,
    [schema],
  )
  return rows.map(({ oid }) => oid)
}

interface Table {
  readonly name: string
  readonly file: number
  readonly read: number
  /** How often somebody began to read all of it: that shows without rows too. */
  readonly begun: number
}

interface Moment {
  readonly tables: ReadonlyMap<number, Table>
  readonly locks: ReadonlyMap<number, readonly LockMode[]>
}

async function look(client: pg.Client, existing: readonly number[]): Promise<Moment> {
  const { rows: tables } = await client.query<Table & { oid: number }>(LOOK, [existing])
  const { rows } = await client.query<{ oid: number; mode: string }>(LOCKS, [existing])
  const locks = new Map<number, LockMode[]>()
  for (const { oid, mode: name } of rows) {
    const mode = modeOf(name)
    // Whoever reads a table takes ACCESS SHARE.
    if (mode !== undefined && mode !== 'ACCESS SHARE') locks.set(oid, [...(locks.get(oid) ?? []), mode])
  }
  return { tables: new Map(tables.map((table) => [table.oid, table])), locks }
}

function shown(text: string): string {
  const [first = ''] = text.split('\n', 1)
  return first.length > SHOWN ? `${first.slice(0, SHOWN - 1)}…` : first
}

function compare(
  file: string,
  { text, line, node }: Statement,
  before: Moment,
  after: Moment,
): StatementTrace {
  const locks: ObservedLock[] = []
  for (const [oid, modes] of after.locks) {
    const locked = before.locks.get(oid) ?? []
    const fresh = modes.filter((mode) => !locked.includes(mode)).map((mode) => ({ mode }))
    const most = strongest(fresh)
    const known = strongest(locked.map((mode) => ({ mode })))
    // What is weaker than a lock that the file holds already keeps nobody else away.
    if (most === undefined || (known !== undefined && strength(known.mode) > strength(most.mode))) continue
    locks.push({ mode: most.mode, relation: before.tables.get(oid)?.name ?? String(oid) })
  }
  const rewrites: string[] = []
  const scans: string[] = []
  const choosy = Object.keys(node).some((kind) => planned.has(kind))
  for (const [oid, was] of before.tables) {
    const is = after.tables.get(oid)
    if (is === undefined) continue
    if (is.file !== was.file) rewrites.push(was.name)
    if ((is.read > was.read || is.begun > was.begun) && !choosy) scans.push(was.name)
  }
  const blocked = [...after.locks].flatMap(([oid, modes]) => {
    const most = strongest(modes.map((mode) => ({ mode })))
    const name = before.tables.get(oid)?.name
    return most === undefined || name === undefined || strength(most.mode) < strength('SHARE') ? [] : [name]
  })
  const byName = (a: ObservedLock, b: ObservedLock) => (a.relation < b.relation ? -1 : 1)
  return {
    file,
    line,
    statement: shown(text),
    locks: locks.sort(byName),
    rewrites: rewrites.sort(),
    scans: scans.sort(),
    blocked: blocked.sort(),
  }
}

/** How many characters are sent together. */
const WINDOW = 1_000_000

/** Statements side by side that differ in their rows alone: what one of them does to tables, all do. */
function* alike(statements: readonly Statement[]): Generator<readonly [Statement, ...Statement[]]> {
  let group: [Statement, ...Statement[]] | undefined
  let size = 0
  for (const statement of statements) {
    if (group?.[0].node === statement.node && size < WINDOW) group.push(statement)
    else {
      if (group !== undefined) yield group
      group = [statement]
      size = 0
    }
    size += statement.text.length
  }
  if (group !== undefined) yield group
}

/**
 * Runs a file, statement by statement, and watches. What no transaction may hold is run by itself and not told of: its locks
 * come and go in transactions of its own, and nothing is said rather than that there were none.
 * @param existing the tables to watch, from `existingTables`
 * @throws the server's error; the file's transaction is rolled back then
 */
export async function trace(
  client: pg.Client,
  { file, statements, transactional }: Script,
  existing: readonly number[],
): Promise<readonly StatementTrace[]> {
  if (!transactional) {
    for (const { text } of statements) await client.query(text)
    return []
  }
  const observations: StatementTrace[] = []
  try {
    await client.query('BEGIN')
    let before = await look(client, existing)
    for (const group of alike(statements)) {
      // A comment may be the last of a text.
      await sendMessage(client, group.map(({ text }) => text).join('\n;\n'))
      const after = await look(client, existing)
      const [first, ...others] = group
      observations.push(compare(file, first, before, after))
      const again = compare(file, first, after, after)
      for (const { text, line } of others) observations.push({ ...again, line, statement: shown(text) })
      before = after
    }
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined) // the connection may be gone
    throw error
  }
  return observations
}
