/** Statements that wait for a lock: whom they wait for, and how they step back so that nobody queues behind them. */
import { setTimeout as sleep } from 'node:timers/promises'
import { formatDuration } from '#toolkit/model/duration.ts'
import { backoff } from '#toolkit/retry/retry.ts'
import type { Engine } from '../session/engine.ts'
import { describePeer, type Peer } from '../session/observer.ts'
import type { ServerError } from '../sql/sql-failure.ts'
import type { Job } from './job.ts'

/** The wait before a file is tried again that could not get its locks. */
const AGAIN = { shortest: 500, longest: 30_000 } as const

/** `lock_not_available` and `deadlock_detected`: what others do, not the file. */
const waitedForLock = new Set(['55P03', '40P01'])

/** `It waited for …. `, where it did. */
export function waitedFor({ code }: ServerError, blockers: readonly Peer[], { world }: Engine): string {
  return waitedForLock.has(code) && blockers.length > 0
    ? `It waited for ${blockers.map((peer) => describePeer(peer, world.run)).join('; ')}. `
    : ''
}

/**
 * Waits before a statement is tried again that did not get its locks.
 * @param attempt from 1
 * @returns false when it is not to be tried again: for another reason, too often, or because the run was cancelled
 */
export async function stepBack(
  { script }: Job,
  { code }: ServerError,
  blockers: readonly Peer[],
  attempt: number,
  { world, retries }: Engine,
): Promise<boolean> {
  const most = script.directives.retries ?? retries
  if (!waitedForLock.has(code) || attempt > most || world.signal.aborted) return false
  const wait = backoff(attempt, { ...AGAIN, random: world.random })
  const who =
    blockers.length === 0
      ? 'another session'
      : blockers.map((peer) => describePeer(peer, world.run)).join('; ')
  world.log.info(
    `${script.file} needs a lock that ${who} holds; it stepped back so that nobody queues behind it, and tries again in ${formatDuration(wait)} (${attempt} of ${most})`,
  )
  // An abort is seen at the next attempt.
  await sleep(wait, undefined, { signal: world.signal }).catch(() => undefined)
  return true
}
