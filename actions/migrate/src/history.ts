/** What was done to the database: an append-only table, and a view of where it stands. */
import pg from 'pg'
import type { World } from '#toolkit/world/world.ts'
import type { Migration } from './files.ts'
import type { Session } from './session.ts'

export type Direction = 'up' | 'down'
export type State = 'running' | 'applied' | 'failed' | 'cancelled'

/** A migration that is in effect: its last finished entry is an applied `up`. */
export interface Applied {
  readonly version: string
  readonly name: string
  readonly checksum: string
  readonly finishedAt: Date
  /** The rollback as it was when the migration was applied. */
  readonly downSql: string
}

export interface Entry {
  readonly migration: Pick<Migration, 'version' | 'name' | 'checksum'> & { readonly downSql: string }
  readonly direction: Direction
  readonly state: State
  readonly startedAt: Date
  /** Absent while it runs. */
  readonly finishedAt?: Date
  readonly lockWaitMs: number
}

/** A schema-qualified table; the view of the present state is beside it as `<table>_current`. */
export interface HistoryTable {
  readonly schema: string
  readonly table: string
}

/** `migrate.history`; undefined when it is not `schema.table`. */
export function parseHistoryTable(text: string): HistoryTable | undefined {
  const [, schema, table] = /^([a-z_][a-z0-9_]*)\.([a-z_][a-z0-9_]*)$/.exec(text) ?? []
  return schema === undefined || table === undefined ? undefined : { schema, table }
}

export function qualified({ schema, table }: HistoryTable): string {
  return `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(table)}`
}

function view(history: HistoryTable): string {
  return qualified({ ...history, table: `${history.table}_current` })
}

export async function historyExists({ client }: Session, history: HistoryTable): Promise<boolean> {
  const { rows } = await client.query<{ found: boolean }>('SELECT to_regclass($1) IS NOT NULL AS found', [
    qualified(history),
  ])
  return rows[0]?.found === true
}

/** Makes the table and the view when they are not there. Times are always given: there is no default. */
export async function createHistory({ client }: Session, history: HistoryTable): Promise<void> {
  await client.query(`
    CREATE SCHEMA IF NOT EXISTS ${pg.escapeIdentifier(history.schema)};
    CREATE TABLE IF NOT EXISTS ${qualified(history)} (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      version text NOT NULL,
      name text NOT NULL,
      checksum text NOT NULL,
      direction text NOT NULL CHECK (direction IN ('up', 'down')),
      state text NOT NULL CHECK (state IN ('running', 'applied', 'failed', 'cancelled')),
      started_at timestamptz NOT NULL,
      finished_at timestamptz CHECK ((finished_at IS NULL) = (state = 'running')),
      lock_wait_ms integer NOT NULL,
      actor text NOT NULL,
      repository text NOT NULL,
      sha text NOT NULL,
      run_url text NOT NULL,
      tool_version text NOT NULL,
      down_sql text NOT NULL
    );
    CREATE OR REPLACE VIEW ${view(history)} AS
      SELECT version, name, checksum, finished_at, down_sql FROM (
        SELECT DISTINCT ON (version) * FROM ${qualified(history)}
         WHERE state = 'applied' ORDER BY version, id DESC
      ) AS latest WHERE direction = 'up';`)
}

/** The migrations in effect, by version. */
export async function readApplied({ client }: Session, history: HistoryTable): Promise<Applied[]> {
  const { rows } = await client.query<Applied>(
    `SELECT version, name, checksum, finished_at AS "finishedAt", down_sql AS "downSql" FROM ${view(history)} ORDER BY version`,
  )
  return rows
}

/** Whether a file that runs alone was begun and not finished. */
export async function wasInterrupted(
  { client }: Session,
  history: HistoryTable,
  version: string,
): Promise<boolean> {
  const { rows } = await client.query<{ state: State }>(
    `SELECT state FROM ${qualified(history)} WHERE version = $1 ORDER BY id DESC LIMIT 1`,
    [version],
  )
  return rows[0] !== undefined && rows[0].state !== 'applied'
}

/** The INSERT of one entry as text, so that it can travel in the same message as the migration itself. */
export function insertSql(history: HistoryTable, entry: Entry, world: World): string {
  const { run } = world
  const values: Record<string, string | number | null> = {
    version: entry.migration.version,
    name: entry.migration.name,
    checksum: entry.migration.checksum,
    direction: entry.direction,
    state: entry.state,
    started_at: entry.startedAt.toISOString(),
    finished_at: entry.finishedAt?.toISOString() ?? null,
    lock_wait_ms: Math.round(entry.lockWaitMs),
    actor: run.actor,
    repository: run.repository,
    sha: run.sha,
    run_url: run.url,
    tool_version: world.toolVersion,
    down_sql: entry.migration.downSql,
  }
  const literal = (value: string | number | null) =>
    value === null ? 'NULL' : pg.escapeLiteral(String(value))
  return `INSERT INTO ${qualified(history)} (${Object.keys(values).join(', ')}) VALUES (${Object.values(values).map(literal).join(', ')})`
}
