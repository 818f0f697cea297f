/** Runs a file in one transaction with its history row, in one message: one round trip, all or nothing. */
import {
  followsSql,
  insertSql,
  type Recorded,
  recordedIn,
  recordedSql,
  recordSql,
} from '#toolkit/migrations/history.ts'
import type { Engine } from '../session/engine.ts'
import { type Proof, stillLockedSql } from '../session/lock.ts'
import type { Peer } from '../session/observer.ts'
import { RECORDER_SQL } from '../session/restore.ts'
import { CHECK_SQL, type Message, messageAround } from '../sql/message.ts'
import { isServerError, type ServerError, sqlFailure } from '../sql/sql-failure.ts'
import {
  cancellable,
  cancelledFailure,
  connectionLost,
  historyLost,
  type Job,
  lockLost,
  recordedAs,
} from './job.ts'
import { stepBack, waitedFor } from './lock-wait.ts'
import { watch } from './watch.ts'

/** `division_by_zero`: how `followsSql` and `stillLockedSql` fail. */
const UNPROVEN = '22012'

const ROLLED_BACK = 'Nothing of this file was applied.'

/** `durable`: the commit is on disk before it is answered; `soon`: within a moment, always before any later one. */
export type Durability = 'durable' | 'soon'

/** How the lock is proven at the start, and behind files that may have given it up. */
export function proofOf(at: number, keeping: number): Proof {
  return at === 0 || at > keeping ? 'listed' : 'shared'
}

export interface Manner {
  readonly durability: Durability
  readonly proof: Proof
  /** Whether the file leaves the session as it was. */
  readonly keeps: boolean
  /** The file before it in this run: unless that is recorded, nothing of this one takes effect. */
  readonly behind: Job | undefined
  /** From 1. */
  readonly attempt: number
}

/**
 * The file between its BEGIN and COMMIT, with everything that must stand or fall with it. Constraints are checked before
 * COMMIT: what they refuse leaves the transaction aborted, and what follows is refused as well.
 */
export function messageOf(job: Job, engine: Engine, manner: Manner): Message {
  const { directives } = job.script
  const { world, history, pid, resetSql } = engine
  const { durability, proof, keeps, behind, attempt } = manner
  const before = [
    ...(durability === 'soon' ? ['SET LOCAL synchronous_commit = off'] : []),
    ...(directives.lockTimeout === undefined ? [] : [`SET LOCAL lock_timeout = ${directives.lockTimeout}`]),
    ...(directives.statementTimeout === undefined
      ? []
      : [`SET LOCAL statement_timeout = ${directives.statementTimeout}`]),
    ...(behind === undefined ? [] : [followsSql(recordedAs(behind))]),
    stillLockedSql(history, pid, proof),
  ]
  const record = recordSql({ ...job, startedAt: world.clock(), attempts: attempt })
  const after = keeps ? [CHECK_SQL, record, 'COMMIT'] : [CHECK_SQL, RECORDER_SQL, record, 'COMMIT', resetSql]
  return messageAround(job.script, before, after)
}

function failureOf(
  error: ServerError,
  job: Job,
  behind: Job | undefined,
  message: Message,
  engine: Engine,
  blockers: readonly Peer[],
) {
  const completed = engine.session.completedBefore(error)
  if (error.code === UNPROVEN && completed === message.before - 1) return lockLost(job, error)
  if (error.code === UNPROVEN && completed === message.before - 2 && behind !== undefined)
    return historyLost(behind, engine)
  const stands = `${waitedFor(error, blockers, engine)}${ROLLED_BACK}`
  return sqlFailure(error, job.script, message, completed, stands)
}

/** What history keeps of a run that did not change anything. */
async function recordUnsuccessful(
  job: Job,
  engine: Engine,
  startedAt: Date,
  attempts: number,
): Promise<void> {
  const { world, history, session, lockWaitMs, next } = engine
  const state = world.signal.aborted ? 'cancelled' : 'failed'
  const entry = { ...job, state, startedAt, finishedAt: world.clock(), lockWaitMs, attempts } as const
  // The failure itself matters more than that it is remembered.
  await session.send(`${engine.resetSql};${insertSql(history, entry, world, next)}`).catch(() => undefined)
}

/**
 * Applies one file, and tries again while others hold its locks.
 * @returns what history has of the run, when that is on disk
 * @throws Failure MIGRATION_FAILED on the line of the statement, MIGRATE_CANCELLED, LOCK_LOST or DATABASE_LOST
 */
export async function applyTransaction(
  job: Job,
  engine: Engine,
  manner: Omit<Manner, 'attempt'>,
): Promise<readonly Recorded[] | undefined> {
  const { session, world, history, since } = engine
  const startedAt = world.clock()
  for (let attempt = 1; ; attempt++) {
    if (world.signal.aborted) {
      await recordUnsuccessful(job, engine, startedAt, attempt)
      throw cancelledFailure(job, engine, ROLLED_BACK)
    }
    const message = messageOf(job, engine, { ...manner, attempt })
    const watching = watch(engine, () => job.script.file)
    const durable = manner.durability === 'durable'
    const sql = durable ? `${message.sql};${recordedSql(history, since)}` : message.sql
    try {
      const answers = await cancellable(engine, () =>
        session.send(sql, undefined, engine.notices.of(job.script, message)),
      )
      watching.stop()
      return durable ? recordedIn(answers.at(-1)) : undefined
    } catch (error) {
      const blockers = watching.stop()
      if (session.broken(error)) throw connectionLost(job, error)
      if (!isServerError(error)) throw error
      const failure = failureOf(error, job, manner.behind, message, engine, blockers)
      await session.send('ROLLBACK')
      if (await stepBack(job, error, blockers, attempt, engine)) continue
      await recordUnsuccessful(job, engine, startedAt, attempt)
      throw world.signal.aborted ? cancelledFailure(job, engine, ROLLED_BACK) : failure
    }
  }
}
