/** What a database says of its migrations to somebody who only may read: no lock is waited for long, and nothing written. */
import pg from 'pg'
import {
  existsSql,
  foreignHistory,
  lackedIn,
  outdatedHistory,
  qualified,
  type State,
  viewOf,
} from '#toolkit/migrations/history.ts'
import { type HistoryTable, historyName } from '#toolkit/migrations/history-table.ts'
import { Failure } from '#toolkit/model/failure.ts'
import type { Rows } from '#toolkit/postgres/message.ts'
import type { Session } from '#toolkit/postgres/session.ts'
import { isServerError } from '../sql/sql-failure.ts'
import { type Holder, holderSql } from './holder.ts'

/** The newest row of a version, or the newest of those that took effect. */
export interface HistoryRow {
  readonly id: number
  readonly version: string
  readonly name: string
  readonly checksum: string
  readonly direction: 'up' | 'down'
  readonly state: State
  readonly started_at: Date
  readonly finished_at: Date | null
  readonly actor: string
  readonly sha: string
  readonly run_url: string
  readonly statement: number | null
  /** Whether a part of it may be in effect, because it runs outside a transaction. */
  readonly begun: boolean
}

export interface DatabaseState {
  /** `PostgreSQL 18.4` */
  readonly server: string
  /** A standby shows what is in effect, and no locks of its primary. */
  readonly standby: boolean
  readonly history: 'there' | 'outdated' | 'missing'
  /** What is to be done about the history itself. */
  readonly note: string | undefined
  /** In the order in which they took effect. */
  readonly applied: readonly HistoryRow[]
  /** Of each version the newest row, where that is no end that took effect. */
  readonly unfinished: readonly HistoryRow[]
  /** Undefined when nobody holds the lock. */
  readonly holder: Holder | undefined
  /** Why it cannot be told who holds the lock. */
  readonly unseen: string | undefined
}

interface Sight {
  readonly server: string
  readonly standby: boolean
  readonly there: boolean
  readonly viewed: boolean
  readonly columns: readonly string[]
  readonly used: boolean
}

/** Whoever changes the history's own table is not waited for. */
const PATIENCE = "SET LOCAL lock_timeout = '3s'"

async function inOneLook(session: Session, statements: readonly string[]): Promise<readonly Rows[]> {
  try {
    const rows = await session.send(
      ['BEGIN TRANSACTION READ ONLY', PATIENCE, ...statements, 'COMMIT'].join(';\n'),
    )
    return rows.slice(2, -1)
  } catch (error) {
    if (isServerError(error)) await session.send('ROLLBACK').catch(() => undefined) // the first failure is told
    throw error
  }
}

function sightSql(history: HistoryTable): string {
  return `SELECT 'PostgreSQL ' || split_part(pg_catalog.current_setting('server_version'), ' ', 1) AS server,
       pg_catalog.pg_is_in_recovery() AS standby, ${existsSql(history)} AS there,
       pg_catalog.to_regclass(${pg.escapeLiteral(viewOf(history))}) IS NOT NULL AS viewed,
       ARRAY(SELECT attname::text FROM pg_catalog.pg_attribute
              WHERE attrelid = pg_catalog.to_regclass(${pg.escapeLiteral(qualified(history))})
                AND attnum > 0 AND NOT attisdropped) AS columns,
       EXISTS (SELECT FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND c.relkind IN ('r', 'p')) AS used`
}

/** @param columns what the table has: an older one is read as far as it goes */
function rowsSql(history: HistoryTable, columns: readonly string[]): readonly string[] {
  const table = qualified(history)
  const own = columns.includes('statement') ? 'statement' : 'NULL::integer AS statement'
  const told = `id::float8 AS id, version, name, checksum, direction, state, started_at, finished_at, actor, sha, run_url, ${own}`
  return [
    `SELECT ${told}, false AS begun FROM (
       SELECT DISTINCT ON (version) * FROM ${table}
        WHERE state IN ('applied', 'baselined', 'repaired') ORDER BY version, id DESC
     ) AS latest WHERE direction = 'up' ORDER BY id`,
    `SELECT ${told}, state = 'running' OR EXISTS (
              SELECT FROM ${table} AS begun WHERE begun.version = latest.version AND begun.state = 'running'
                 AND begun.started_at = latest.started_at) AS begun
       FROM (SELECT DISTINCT ON (version) * FROM ${table} ORDER BY version, id DESC) AS latest
      WHERE state IN ('running', 'failed', 'cancelled') ORDER BY id`,
  ]
}

/** That it may not be read, or not now: with what is to be granted. */
function unreadable(history: HistoryTable, error: { message: string; code: string }): Failure {
  const name = historyName(history)
  const locked = error.code === '55P03'
  return new Failure({
    code: 'HISTORY_UNREADABLE',
    what: locked
      ? `Somebody has locked ${name}, also against being read.`
      : `The user of the database may not read ${name}.`,
    why: `${error.message}.`,
    fix: locked
      ? 'Ask again when that session has ended.'
      : `GRANT USAGE ON SCHEMA ${history.schema} TO <user>; GRANT SELECT ON ${name} TO <user>.`,
    cause: error,
  })
}

function missingNote(history: HistoryTable, used: boolean): string | undefined {
  return used
    ? `There is no ${historyName(history)}, but the database has tables. If it was migrated before, its history is lost, or is kept elsewhere (\`history-table\`): \`command: baseline\` records what is in effect.`
    : undefined
}

async function holderIn(
  session: Session,
  history: HistoryTable,
): Promise<Pick<DatabaseState, 'holder' | 'unseen'>> {
  try {
    const [[holder] = []] = await inOneLook(session, [holderSql(history)])
    return { holder: holder as unknown as Holder | undefined, unseen: undefined } // the columns of the SELECT
  } catch (error) {
    if (!isServerError(error) || error.code !== '42501') throw error
    return { holder: undefined, unseen: `the user of the database may not look: ${error.message}` }
  }
}

/**
 * The lock is looked at before history and after it: what began in between is under way, and what ended in between is in
 * history.
 * @throws Failure HISTORY_UNREADABLE, HISTORY_FOREIGN
 */
export async function readState(session: Session, history: HistoryTable): Promise<DatabaseState> {
  try {
    const before = await holderIn(session, history)
    const [[sight] = []] = await inOneLook(session, [sightSql(history)])
    const { server, standby, there, viewed, columns, used } = sight as unknown as Sight // the only row of the SELECT
    const lacked = lackedIn(columns)
    if (there && lacked === undefined) throw foreignHistory(history, undefined)
    const [applied = [], unfinished = []] = there ? await inOneLook(session, rowsSql(history, columns)) : []
    const after = await holderIn(session, history)
    const outdated = there && lacked !== undefined && lacked.length > 0
    const halved =
      there && !viewed
        ? `Its view ${historyName(history)}_current is gone: only \`status\` works without it.`
        : undefined
    return {
      server,
      standby,
      history: there ? (outdated ? 'outdated' : 'there') : 'missing',
      note: outdated
        ? outdatedHistory(history, lacked, undefined).message
        : there
          ? halved
          : missingNote(history, used),
      applied: applied as unknown as readonly HistoryRow[], // the columns of the SELECT
      unfinished: unfinished as unknown as readonly HistoryRow[], // likewise
      holder: after.holder ?? before.holder,
      unseen: standby ? 'this is a standby, and the lock is held on its primary' : after.unseen,
    }
  } catch (error) {
    if (isServerError(error) && (error.code === '42501' || error.code === '55P03'))
      throw unreadable(history, error)
    throw error
  }
}
