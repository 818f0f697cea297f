/** How a run gets the database for itself: the session's settings, the lock, and history read under it. */

import type { Forwards } from '#toolkit/action/step.ts'
import {
  createSql,
  existsSql,
  NOTHING,
  type Present,
  prepareSql,
  readPresent,
} from '#toolkit/migrations/history.ts'
import type { HistoryTable } from '#toolkit/migrations/history-table.ts'
import { type SessionSettings, settingsSql, WATCH_SQL } from '#toolkit/postgres/session.ts'
import type { World } from '#toolkit/world/world.ts'
import type { Database } from '../session/database.ts'
import type { Engine } from '../session/engine.ts'
import { acquireLock, prepareProofSql, tryLock } from '../session/lock.ts'
import { RESTORE_SQL } from '../session/restore.ts'
import { Notices } from './notices.ts'

export interface AcquireOptions {
  readonly settings: SessionSettings
  readonly history: HistoryTable
  /** Milliseconds. */
  readonly lockWait: number
  /** How often a file that could not get its locks is tried again. */
  readonly retries: number
}

/** What a run that applies something asks for at once, as soon as it knows whom it talks to. */
export interface LockAttempt {
  /** Whether the server looks if the client is still there. */
  readonly watched: boolean
  /** What is in effect under the lock; undefined when somebody else holds it. */
  readonly present: Present | undefined
}

/** What is in effect, for whoever holds the lock. */
export async function presentUnderLock(
  { session, hasHistory }: Database,
  history: HistoryTable,
): Promise<Present> {
  if (hasHistory) return readPresent(session, history)
  // Whoever held the lock before may have made it.
  const [row] = await session.query<{ made: boolean }>(`SELECT ${existsSql(history)} AS made`)
  return row?.made === true ? readPresent(session, history) : NOTHING
}

/** The settings, the lock if it is free, and history under it, in one round trip that others hide. */
export async function tryAcquire(run: AcquireOptions, database: Database): Promise<LockAttempt> {
  const { session } = database
  await database.observer()
  const settings = session.send(settingsSql(run.settings))
  const watched = session.send(WATCH_SQL).then(
    () => true,
    () => false,
  )
  const locking = tryLock(session, run.history)
  const reading = presentUnderLock(database, run.history)
  reading.catch(() => undefined) // counts only with the lock
  const [isWatched, locked] = await Promise.all([watched, locking, settings])
  return { watched: isWatched, present: locked ? await reading : undefined }
}

export interface Acquired {
  readonly engine: Engine
  readonly present: Present
  /** Settles when there is a history to write to. */
  readonly created: Promise<unknown>
}

/**
 * Waits for the lock, asks whether the database may be released from what comes next, and makes the history. What is in
 * effect, and what it was last released from, is read under the lock: its holder may have done some of the work, or more.
 * @throws Failure MIGRATE_LOCKED, and those of `Forwards.allow`: nothing was changed then
 */
export async function acquire(
  run: AcquireOptions,
  database: Database,
  attempt: LockAttempt,
  forwards: Forwards,
  world: World,
): Promise<Acquired> {
  const { session, pid } = database
  const { history, retries, settings } = run
  const observer = await database.observer()
  const waitedMs =
    attempt.present === undefined ? await acquireLock(session, observer, history, run.lockWait, world) : 0
  const present = attempt.present ?? (await presentUnderLock(database, history))
  await forwards.allow('', present.released)
  const { next } = forwards
  const created = database.hasHistory
    ? Promise.resolve()
    : session.send(createSql(history, database.hasSchema))
  // Not waited for: if one of these fails, so does the first file, and that tells.
  created.catch(() => undefined)
  const prepare = `${prepareSql(history, waitedMs, world, next)};${prepareProofSql(history, pid)}`
  session.send(prepare).catch(() => undefined)
  const resetSql = [
    RESTORE_SQL,
    settingsSql(settings),
    ...(attempt.watched ? [WATCH_SQL] : []),
    prepare,
  ].join(';')
  return {
    engine: {
      session,
      pid,
      observer,
      history,
      settings,
      resetSql,
      since: present.last,
      retries,
      lockWaitMs: waitedMs,
      next,
      notices: new Notices(world),
      world,
    },
    present,
    created,
  }
}
