/** What was done to the database: an append-only table, and a view of where it stands. */
import pg from 'pg'
import { Failure } from '../model/failure.ts'
import type { Remembered } from '../model/plan.ts'
import type { Rows } from '../postgres/message.ts'
import type { Session } from '../postgres/session.ts'
import type { World } from '../world/world.ts'
import { type HistoryTable, historyName } from './history-table.ts'

export type Direction = 'up' | 'down'

/**
 * `running`, `failed` and `cancelled` change nothing of what is in effect. `applied` is what ran; `baselined` was there
 * before us; `repaired` is what somebody decided to be true.
 */
export type State = 'running' | 'applied' | 'failed' | 'cancelled' | 'baselined' | 'repaired'

/** A migration as history keeps it, so that it can be undone without its files. */
export interface RecordedMigration {
  readonly version: string
  readonly name: string
  /** `sha256:` of the up file with LF line ends. */
  readonly checksum: string
  /** Undefined when it cannot be undone. */
  readonly downSql: string | undefined
  /** Why it cannot be undone. */
  readonly irreversible: string | undefined
}

/** A migration that is in effect. */
export interface Applied extends RecordedMigration {
  readonly finishedAt: Date
  /** Grows with every entry: the order of application, also between migrations that finished at the same time. */
  readonly id: number
}

/** A file that runs outside a transaction, was begun and has not finished. */
export interface Unfinished {
  readonly version: string
  readonly name: string
  readonly checksum: string
  readonly direction: Direction
  readonly state: State
  /** The statement that it was at, from 1. */
  readonly statement: number
  /** What undoes it, or is undoing it. */
  readonly downSql: string | undefined
}

export interface Entry {
  readonly migration: RecordedMigration
  readonly direction: Direction
  readonly state: State
  readonly startedAt: Date
  /** Absent while it runs. */
  readonly finishedAt?: Date
  readonly lockWaitMs: number
  readonly attempts: number
  /** Of a file outside a transaction: the statement that it is at, from 1. */
  readonly statement?: number
}

/** What history says, read at one moment. */
export interface Present {
  /** In the order in which they took effect. */
  readonly applied: readonly Applied[]
  readonly unfinished: readonly Unfinished[]
  /** What the database was last released from: the newest row that a commit wrote, however its run ended. */
  readonly released: Remembered | undefined
  /** The id of the newest entry; 0 when there is none. */
  readonly last: number
}

/** What history says where there is none. */
export const NOTHING: Present = { applied: [], unfinished: [], released: undefined, last: 0 }

export function qualified({ schema, table }: HistoryTable): string {
  return `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(table)}`
}

/** What is in effect now, by its name. */
export function viewOf(history: HistoryTable): string {
  return qualified({ ...history, table: `${history.table}_current` })
}

/** Whether there is a history, as an expression. */
export function existsSql(history: HistoryTable): string {
  return `pg_catalog.to_regclass(${pg.escapeLiteral(qualified(history))}) IS NOT NULL`
}

/**
 * Makes the table and the view when they are not there, as one message and so all or nothing. Times are always given:
 * there is no default. Whatever is committed durably later takes it to the disk. `sha` and `run` of the newest row are what
 * the database was last released from: a run's id, or `rollback 4711` when an environment's reviewers approved it.
 */
export function createSql(history: HistoryTable, hasSchema = false): string {
  // Where it is there, its owner may have no right to make another.
  const schema = hasSchema ? '' : `CREATE SCHEMA IF NOT EXISTS ${pg.escapeIdentifier(history.schema)};`
  return `SET LOCAL synchronous_commit = off;
    ${schema}
    CREATE TABLE IF NOT EXISTS ${qualified(history)} (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      version text NOT NULL,
      name text NOT NULL,
      checksum text NOT NULL,
      direction text NOT NULL CHECK (direction IN ('up', 'down')),
      state text NOT NULL CHECK (state IN ('running', 'applied', 'failed', 'cancelled', 'baselined', 'repaired')),
      started_at timestamptz NOT NULL,
      finished_at timestamptz CHECK ((finished_at IS NULL) = (state = 'running')),
      lock_wait_ms integer NOT NULL,
      attempts integer NOT NULL,
      actor text NOT NULL,
      repository text NOT NULL,
      sha text NOT NULL,
      run_url text NOT NULL,
      run text NOT NULL,
      tool_version text NOT NULL,
      down_sql text,
      irreversible text,
      statement integer CHECK (statement > 0),
      CHECK (down_sql IS NOT NULL OR irreversible IS NOT NULL)
    );
    CREATE OR REPLACE VIEW ${viewOf(history)} AS
      SELECT id, version, name, checksum, finished_at, down_sql, irreversible FROM (
        SELECT DISTINCT ON (version) * FROM ${qualified(history)}
         WHERE state IN ('applied', 'baselined', 'repaired') ORDER BY version, id DESC
      ) AS latest WHERE direction = 'up';`
}

/**
 * Reads where the database stands: one message, one round trip.
 * @throws the server's error 42P01 when there is no history
 */
export async function readPresent(session: Session, history: HistoryTable): Promise<Present> {
  const [applied = [], unfinished = [], [released] = [], [newest] = []] = await session.send(
    `SELECT id::float8 AS id, version, name, checksum, finished_at AS "finishedAt", down_sql AS "downSql", irreversible
       FROM ${viewOf(history)} ORDER BY id;
     SELECT version, name, checksum, direction, state, down_sql AS "downSql", coalesce(statement, 1) AS statement FROM (
       SELECT DISTINCT ON (version) * FROM ${qualified(history)} ORDER BY version, id DESC
     ) AS latest WHERE state = 'running'
        OR (state IN ('failed', 'cancelled') AND EXISTS (
              SELECT FROM ${qualified(history)} AS begun
               WHERE begun.version = latest.version AND begun.state = 'running' AND begun.started_at = latest.started_at));
     SELECT sha AS commit, run FROM ${qualified(history)} WHERE sha <> '' ORDER BY id DESC LIMIT 1;
     SELECT coalesce(max(id), 0)::float8 AS last FROM ${qualified(history)}`,
  )
  const orUndefined = (row: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value ?? undefined]))
  return {
    applied: applied.map(orUndefined) as unknown as Applied[], // the columns of the SELECT above
    unfinished: unfinished.map(orUndefined) as unknown as Unfinished[], // likewise
    released: released as unknown as Remembered | undefined, // likewise
    last: Number(newest?.['last']),
  }
}

/** A migration that is in effect, as far as everybody may know who can read the view. */
export type Head = Pick<Applied, 'version' | 'name' | 'checksum'>

/**
 * What is in effect, in the order in which it took effect, read from the view alone: a user that may read nothing else
 * is enough.
 * @returns undefined when there is no history
 */
export async function readHeads(
  session: Session,
  history: HistoryTable,
): Promise<readonly Head[] | undefined> {
  const [found] = await session.query<{ exists: boolean }>(`SELECT ${existsSql(history)} AS exists`)
  if (found?.exists !== true) return undefined
  return session.query<Head>(`SELECT version, name, checksum FROM ${viewOf(history)} ORDER BY id`)
}

/** What every entry of a run says. */
function constants(world: World, next: Remembered): Record<string, string> {
  const { run } = world
  return {
    actor: pg.escapeLiteral(run.actor),
    repository: pg.escapeLiteral(run.repository),
    sha: pg.escapeLiteral(next.commit),
    run_url: pg.escapeLiteral(run.url),
    run: pg.escapeLiteral(next.run),
    tool_version: pg.escapeLiteral(world.toolVersion),
  }
}

function insert(history: HistoryTable, values: Readonly<Record<string, string>>): string {
  return `INSERT INTO ${qualified(history)} (${Object.keys(values).join(', ')}) VALUES (${Object.values(values).join(', ')})`
}

function orNull(value: string | undefined): string {
  return value === undefined ? 'NULL' : pg.escapeLiteral(value)
}

/**
 * The INSERT of one entry as text.
 * @param next what the database is released from by it
 */
export function insertSql(history: HistoryTable, entry: Entry, world: World, next: Remembered): string {
  const { migration, direction, state, startedAt, finishedAt, lockWaitMs, attempts, statement } = entry
  return insert(history, {
    version: pg.escapeLiteral(migration.version),
    name: pg.escapeLiteral(migration.name),
    checksum: pg.escapeLiteral(migration.checksum),
    direction: pg.escapeLiteral(direction),
    state: pg.escapeLiteral(state),
    started_at: pg.escapeLiteral(startedAt.toISOString()),
    finished_at: orNull(finishedAt?.toISOString()),
    lock_wait_ms: String(Math.round(lockWaitMs)),
    attempts: String(attempts),
    down_sql: orNull(migration.downSql),
    irreversible: orNull(migration.irreversible),
    statement: statement === undefined ? 'NULL' : String(statement),
    ...constants(world, next),
  })
}

/** The names of a session's prepared statements. */
const PREPARED = 'omninode_applied'
const FOLLOWS = 'omninode_follows'

/**
 * Prepares the record of a file that was applied in its own transaction, and the proof that another was: parsed once,
 * not once a file. The server measures how long the transaction took, and adds that to the time that is given.
 */
export function prepareSql(
  history: HistoryTable,
  lockWaitMs: number,
  world: World,
  next: Remembered,
): string {
  const statement = insert(history, {
    version: '$1',
    name: '$2',
    checksum: '$3',
    direction: '$4',
    state: "'applied'",
    started_at: '$5',
    finished_at: '$5 + (pg_catalog.clock_timestamp() - pg_catalog.transaction_timestamp())',
    lock_wait_ms: String(Math.round(lockWaitMs)),
    attempts: '$6',
    down_sql: '$7',
    irreversible: '$8',
    ...constants(world, next),
  })
  return `PREPARE ${PREPARED} (text, text, text, text, timestamptz, integer, text, text) AS ${statement};
    PREPARE ${FOLLOWS} (text, text) AS SELECT 1 / coalesce((
      SELECT (version = $1 AND direction = $2 AND state = 'applied')::int FROM ${qualified(history)} ORDER BY id DESC LIMIT 1
    ), 0)`
}

/** What a file is known by in history. */
export interface Recorded {
  readonly version: string
  readonly direction: Direction
}

/** A statement that fails (22012, division by zero) unless history's newest entry is that file, applied; `prepareSql` came before. */
export function followsSql({ version, direction }: Recorded): string {
  return `EXECUTE ${FOLLOWS} (${pg.escapeLiteral(version)}, ${pg.escapeLiteral(direction)})`
}

/** What was recorded as applied since an entry, in order; `recordedIn` reads its rows. */
export function recordedSql(history: HistoryTable, since: number): string {
  return `SELECT version, direction FROM ${qualified(history)} WHERE state = 'applied' AND id > ${since} ORDER BY id`
}

export function recordedIn(rows: Rows | undefined): readonly Recorded[] {
  return (rows ?? []) as unknown as readonly Recorded[] // the columns of `recordedSql`
}

export type AppliedEntry = Pick<Entry, 'migration' | 'direction' | 'startedAt' | 'attempts'>

/** Records a file within its transaction; `prepareSql` came before. */
export function recordSql({ migration, direction, startedAt, attempts }: AppliedEntry): string {
  const texts = [migration.version, migration.name, migration.checksum, direction, startedAt.toISOString()]
  const values = [
    ...texts.map((text) => pg.escapeLiteral(text)),
    String(attempts),
    orNull(migration.downSql),
    orNull(migration.irreversible),
  ]
  return `EXECUTE ${PREPARED} (${values.join(', ')})`
}

/** What is missing of a table that another tool made under the same name. */
export function foreignHistory(history: HistoryTable, cause: unknown): Failure {
  return new Failure({
    code: 'HISTORY_FOREIGN',
    what: `${historyName(history)} is not a history of this step: a column or its view is missing.`,
    fix: 'Give `history-table` another name; `command: baseline` adopts what another tool has recorded.',
    cause,
  })
}

/** What came to history after its first days, with what makes it. */
const later: Readonly<Record<string, string>> = {
  run: "text NOT NULL DEFAULT ''",
  statement: 'integer CHECK (statement > 0)',
}

/** What makes a table a history of ours, whenever it was made. */
const always =
  'id version name checksum direction state started_at finished_at actor sha run_url down_sql irreversible'

/**
 * @param columns those of the table
 * @returns those that a history lacks because it was made before them; undefined when it is not a history at all
 */
export function lackedIn(columns: readonly string[]): readonly string[] | undefined {
  const names = new Set(columns)
  return always.split(' ').every((name) => names.has(name))
    ? Object.keys(later).filter((name) => !names.has(name))
    : undefined
}

/** The columns that a history lacks because it was made before them; none when it is not a history at all. */
export async function lackedColumns(session: Session, history: HistoryTable): Promise<readonly string[]> {
  const columns = await session.query<{ name: string }>(
    'SELECT attname AS name FROM pg_catalog.pg_attribute WHERE attrelid = pg_catalog.to_regclass($1) AND NOT attisdropped',
    [qualified(history)],
  )
  return lackedIn(columns.map(({ name }) => name)) ?? []
}

/** History is a contract: it is changed by whoever owns it, and not in passing. */
export function outdatedHistory(history: HistoryTable, lacked: readonly string[], cause: unknown): Failure {
  const name = historyName(history)
  const alterations = [
    ...lacked.map((column) => `ADD COLUMN ${column} ${later[column]}`),
    ...(lacked.includes('run') ? ['ALTER COLUMN run DROP DEFAULT'] : []),
  ]
  return new Failure({
    code: 'HISTORY_OUTDATED',
    what: `${name} has no column ${lacked.map((column) => `\`${column}\``).join(', ')}.`,
    why: 'It was made before history kept which run a database was last released by, or where a file was cut off.',
    fix: `As its owner, once: ${alterations.map((each) => `ALTER TABLE ${name} ${each}`).join('; ')}.`,
    cause,
  })
}
