/** The database of a run: two connections that are made side by side, and what is there at first sight. */
import pg from 'pg'
import {
  existsSql,
  foreignHistory,
  lackedColumns,
  NOTHING,
  outdatedHistory,
  type Present,
  readPresent,
} from '#toolkit/migrations/history.ts'
import type { HistoryTable } from '#toolkit/migrations/history-table.ts'
import { connect, type Session } from '#toolkit/postgres/session.ts'
import type { DatabaseTarget } from '#toolkit/postgres/target.ts'
import type { World } from '#toolkit/world/world.ts'
import { isServerError } from '../sql/sql-failure.ts'
import { refusePooler } from './pooler.ts'
import { refuseOld } from './releases.ts'

export interface Database {
  readonly session: Session
  /** The server process of `session`. */
  readonly pid: number
  readonly hasHistory: boolean
  /** Whether there is the schema that history is kept in. */
  readonly hasSchema: boolean
  /** No user has made anything in it yet: no relation, and nothing that runs code by itself. */
  readonly isFresh: boolean
  /** `PostgreSQL 18.4` */
  readonly server: string
  /** Its `server_version_num`: 180004. */
  readonly version: number
  readonly present: Present
  /** The second connection; made when it is first asked for, and proven to be one of its own. */
  observer(): Promise<Session>
  close(): Promise<void>
}

/** By PostgreSQL's `FirstNormalObjectId`: what is below came with the server. */
const FIRST_OF_USERS = 16_384

interface Sight {
  readonly pid: number
  readonly history: boolean
  readonly schema: boolean
  readonly fresh: boolean
  readonly server: string
  readonly version: number
}

/** Reads only, and changes no setting: behind a pooler those would stay for somebody else. */
async function look(session: Session, history: HistoryTable): Promise<Sight> {
  const rows = await session.send(
    `BEGIN TRANSACTION READ ONLY;
     SELECT pg_catalog.pg_backend_pid() AS pid, ${existsSql(history)} AS history,
            pg_catalog.to_regnamespace(${pg.escapeLiteral(pg.escapeIdentifier(history.schema))}) IS NOT NULL AS schema,
            'PostgreSQL ' || split_part(pg_catalog.current_setting('server_version'), ' ', 1) AS server,
            pg_catalog.current_setting('server_version_num')::int AS version,
            NOT EXISTS (
              SELECT FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
               WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', ${pg.escapeLiteral(history.schema)})
                 AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
            ) AND NOT EXISTS (SELECT FROM pg_catalog.pg_event_trigger)
              AND NOT EXISTS (SELECT FROM pg_catalog.pg_proc WHERE oid >= ${FIRST_OF_USERS})
              AND NOT EXISTS (SELECT FROM pg_catalog.pg_type WHERE typtype = 'd' AND oid >= ${FIRST_OF_USERS}) AS fresh;
     COMMIT`,
  )
  return rows[1]?.[0] as unknown as Sight // the only row of the SELECT above
}

async function presentOf(session: Session, history: HistoryTable): Promise<Present> {
  try {
    return await readPresent(session, history)
  } catch (error) {
    // undefined_column, undefined_table: there is something of that name, but it is not ours.
    if (!isServerError(error) || (error.code !== '42703' && error.code !== '42P01')) throw error
    const lacked = await lackedColumns(session, history)
    throw lacked.length > 0 ? outdatedHistory(history, lacked, error) : foreignHistory(history, error)
  }
}

/**
 * Connects and looks: two round trips, when the connection is PostgreSQL's own.
 * @param applies makes both connections side by side
 * @throws Failure DATABASE_OLD, DATABASE_POOLED before anything is touched
 */
export async function openDatabase(
  target: DatabaseTarget,
  history: HistoryTable,
  applies: boolean,
  world: World,
): Promise<Database> {
  const opened: Promise<Session>[] = []
  const open = () => {
    const session = connect(target, world)
    opened.push(session)
    session.catch(() => undefined) // awaited where it is used
    return session
  }
  const close = async () => {
    const sessions = await Promise.allSettled(opened)
    await Promise.all(sessions.map((each) => (each.status === 'fulfilled' ? each.value.close() : undefined)))
  }
  try {
    let second = applies ? open() : undefined
    const session = await open()
    const sight = await look(session, history)
    refuseOld(sight.server, sight.version, target)
    let proven: Promise<Session> | undefined
    const observer = () => {
      second ??= open()
      proven ??= second.then(async (other) => {
        await refusePooler(session, other, sight.pid, target)
        return other
      })
      return proven
    }
    // A process id that is not the server's tells that something stands between.
    if (session.announcedPid !== sight.pid) await observer()
    const present = sight.history ? await presentOf(session, history) : NOTHING
    return {
      session,
      pid: sight.pid,
      hasHistory: sight.history,
      hasSchema: sight.schema,
      isFresh: sight.fresh && present.applied.length === 0,
      server: sight.server,
      version: sight.version,
      present,
      observer,
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}
