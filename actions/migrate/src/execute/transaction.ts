/** Runs a file in one transaction with its history row, in one message: one round trip, all or nothing. */
import { setTimeout as sleep } from 'node:timers/promises'
import { insertSql, recordSql } from '#toolkit/migrations/history.ts'
import { formatDuration } from '#toolkit/model/duration.ts'
import { backoff } from '#toolkit/retry/retry.ts'
import type { Engine } from '../session/engine.ts'
import { type Proof, stillLockedSql } from '../session/lock.ts'
import { blockersOf, describePeer, type Peer } from '../session/observer.ts'
import { type Message, messageAround } from '../sql/message.ts'
import { isServerError, type ServerError, sqlFailure } from '../sql/sql-failure.ts'
import { cancellable, cancelledFailure, connectionLost, type Job, lockLost } from './job.ts'
import { keepsSession } from './session-effects.ts'

/** The wait before a file is tried again that could not get its locks. */
const AGAIN = { shortest: 500, longest: 30_000 } as const

/** Milliseconds after which a file that still runs is asked whom it waits for, and between two such looks. */
const LOOK_MS = 250

/** `lock_not_available` and `deadlock_detected`: what others do, not the file. */
const waitedForLock = new Set(['55P03', '40P01'])

/** `division_by_zero`: how `stillLockedSql` fails. */
const NOT_LOCKED = '22012'

const ROLLED_BACK = 'Nothing of this file was applied.'

/** `durable`: the commit is on disk before it is answered; `soon`: within a moment, always before any later one. */
export type Durability = 'durable' | 'soon'

export interface Manner {
  readonly durability: Durability
  readonly proof: Proof
  /** From 1. */
  readonly attempt: number
}

/** The file between its BEGIN and COMMIT, with everything that must stand or fall with it. */
export function messageOf(job: Job, engine: Engine, { durability, proof, attempt }: Manner): Message {
  const { directives } = job.script
  const { world, history, pid, resetSql } = engine
  const before = [
    ...(durability === 'soon' ? ['SET LOCAL synchronous_commit = off'] : []),
    ...(directives.lockTimeout === undefined ? [] : [`SET LOCAL lock_timeout = ${directives.lockTimeout}`]),
    ...(directives.statementTimeout === undefined
      ? []
      : [`SET LOCAL statement_timeout = ${directives.statementTimeout}`]),
    stillLockedSql(history, pid, proof),
  ]
  const record = recordSql({ ...job, startedAt: world.clock(), attempts: attempt })
  const keeps = keepsSession(job.script)
  const behind = keeps ? [record, 'COMMIT'] : ['SET LOCAL ROLE NONE', record, 'COMMIT', resetSql]
  return messageAround(job.script, before, behind)
}

/** Looks again and again whom the running file waits for. */
function watchBlockers({ observer, pid }: Engine): { stop(): readonly Peer[] } {
  let seen: readonly Peer[] = []
  let looking = false
  const timer = setInterval(async () => {
    if (looking || observer.broken()) return
    looking = true
    const now = await blockersOf(observer, pid).catch(() => [])
    if (now.length > 0) seen = now
    looking = false
  }, LOOK_MS)
  return {
    stop: () => {
      clearInterval(timer)
      return seen
    },
  }
}

function failureOf(
  error: ServerError,
  job: Job,
  message: Message,
  engine: Engine,
  blockers: readonly Peer[],
) {
  const completed = engine.session.completedBefore(error)
  if (error.code === NOT_LOCKED && completed === message.before - 1) return lockLost(job, error)
  const named =
    waitedForLock.has(error.code) && blockers.length > 0
      ? `It waited for ${blockers.map((peer) => describePeer(peer, engine.world.run)).join('; ')}. `
      : ''
  return sqlFailure(error, job.script, message, completed, `${named}${ROLLED_BACK}`)
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
 * @throws Failure MIGRATION_FAILED on the line of the statement, MIGRATE_CANCELLED, LOCK_LOST or DATABASE_LOST
 */
export async function applyTransaction(
  job: Job,
  engine: Engine,
  manner: Omit<Manner, 'attempt'>,
): Promise<void> {
  const { session, world } = engine
  const startedAt = world.clock()
  const most = 1 + (job.script.directives.retries ?? engine.retries)
  for (let attempt = 1; ; attempt++) {
    if (world.signal.aborted) {
      await recordUnsuccessful(job, engine, startedAt, attempt)
      throw cancelledFailure(job, engine, ROLLED_BACK)
    }
    const message = messageOf(job, engine, { ...manner, attempt })
    const watch = watchBlockers(engine)
    try {
      await cancellable(engine, () => session.send(message.sql))
      watch.stop()
      return
    } catch (error) {
      const blockers = watch.stop()
      if (session.broken(error)) throw connectionLost(job, error)
      if (!isServerError(error)) throw error
      const failure = failureOf(error, job, message, engine, blockers)
      await session.send('ROLLBACK')
      const again = waitedForLock.has(error.code) && attempt < most && !world.signal.aborted
      if (!again) {
        await recordUnsuccessful(job, engine, startedAt, attempt)
        throw world.signal.aborted ? cancelledFailure(job, engine, ROLLED_BACK) : failure
      }
      const wait = backoff(attempt, { ...AGAIN, random: world.random })
      const who =
        blockers.length === 0
          ? 'another session'
          : blockers.map((peer) => describePeer(peer, world.run)).join('; ')
      world.log.info(
        `${job.script.file} needs a lock that ${who} holds; it stepped back so that nobody queues behind it, and tries again in ${formatDuration(wait)} (${attempt} of ${most - 1})`,
      )
      // An abort is seen at the next attempt.
      await sleep(wait, undefined, { signal: world.signal }).catch(() => undefined)
    }
  }
}
