/**
 * A pooler that hands a server connection to another client after each transaction breaks session locks and settings
 * without a word: two runners both get the lock, and it stays when both are gone.
 */
import { Failure } from '#toolkit/model/failure.ts'
import type { Session } from '#toolkit/postgres/session.ts'
import type { DatabaseTarget } from '#toolkit/postgres/target.ts'
import { isServerError } from '../sql/sql-failure.ts'

function pooled(target: DatabaseTarget, seen: string, cause?: unknown): Failure {
  return new Failure({
    code: 'DATABASE_POOLED',
    what: `There is a transaction pooler in front of the database ${target.database} at ${target.host}:${target.port}.`,
    why: `${seen} Session locks, and so the promise that each file runs once, mean nothing there.`,
    fix: 'Use the URL of PostgreSQL itself, mostly port 5432 (on managed platforms the "direct" or "session" one), or a pool in session mode.',
    cause,
  })
}

const PID_SQL = 'SELECT pg_catalog.pg_backend_pid() AS pid'

async function pidOf(session: Session, sql: string): Promise<number> {
  const [row] = await session.query<{ pid: number }>(sql)
  return row?.pid ?? 0
}

/**
 * While the second session holds a server process in a transaction, the first must still have its own one.
 * @param pid what the first session's process was
 * @throws Failure DATABASE_POOLED
 */
export async function refusePooler(
  session: Session,
  observer: Session,
  pid: number,
  target: DatabaseTarget,
): Promise<void> {
  let other: number
  try {
    other = await pidOf(observer, `BEGIN; ${PID_SQL}`)
  } catch (error) {
    if (!isServerError(error)) throw error
    throw pooled(target, `It refuses transactions of several statements: ${error.message}.`, error)
  }
  const [again] = await Promise.all([pidOf(session, PID_SQL), observer.send('COMMIT')])
  if (other === pid) throw pooled(target, `Two connections were served by the same server process (${pid}).`)
  if (again !== pid)
    throw pooled(target, `One connection was served by two server processes (${pid}, then ${again}).`)
}
