/**
 * One migration run at a time, by a session-level advisory lock that is polled: a session that waits for a lock
 * inside a statement holds a snapshot, and CREATE INDEX CONCURRENTLY waits for that in turn.
 */
import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { formatDuration } from '#toolkit/model/duration.ts'
import { Failure } from '#toolkit/model/failure.ts'
import { backoff } from '#toolkit/retry/retry.ts'
import type { World } from '#toolkit/world/world.ts'
import type { Session } from './session.ts'

const POLL = { shortest: 200, longest: 2_000 } as const

/** Milliseconds between two messages about the same wait. */
const TELL_MS = 5_000

/** The two halves of a 64-bit key, as signed 32-bit numbers: pg_locks shows them so. */
export function lockKey(historyTable: string): { high: number; low: number } {
  const hash = createHash('sha256').update(`omninode migrate ${historyTable}`).digest()
  return { high: hash.readInt32BE(0), low: hash.readInt32BE(4) }
}

interface Holder {
  readonly pid: number
  readonly application_name: string
  readonly seconds: number
  readonly state: string
  readonly query: string
}

async function holderOf(
  { client }: Session,
  { high, low }: ReturnType<typeof lockKey>,
): Promise<Holder | undefined> {
  const { rows } = await client.query<Holder>(
    `SELECT a.pid, a.application_name, a.state, left(regexp_replace(a.query, '\\s+', ' ', 'g'), 120) AS query,
            extract(epoch FROM clock_timestamp() - a.backend_start)::int AS seconds
       FROM pg_locks l JOIN pg_stat_activity a USING (pid)
      WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 2
        AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND l.classid = $1::bigint::oid AND l.objid = $2::bigint::oid`,
    [high >>> 0, low >>> 0],
  )
  return rows[0]
}

function describe({ pid, application_name, seconds, state, query }: Holder): string {
  const doing = state === 'active' ? `, running: ${query}` : ''
  return `pid ${pid} (${application_name}), connected for ${formatDuration(seconds * 1_000)}${doing}`
}

/**
 * Waits for the lock, and names its holder meanwhile. It is freed when the session ends, however that happens.
 * @returns how many milliseconds it took
 * @throws Failure MIGRATE_LOCKED after `wait` milliseconds, naming the holder
 */
export async function acquireLock(
  session: Session,
  historyTable: string,
  wait: number,
  world: World,
): Promise<number> {
  const key = lockKey(historyTable)
  const started = world.clock().getTime()
  let told = Number.NEGATIVE_INFINITY
  for (let attempt = 1; ; attempt++) {
    world.signal.throwIfAborted()
    const { rows } = await session.client.query<{ held: boolean }>(
      'SELECT pg_try_advisory_lock($1, $2) AS held',
      [key.high, key.low],
    )
    const waited = world.clock().getTime() - started
    if (rows[0]?.held === true) return waited
    const holder = await holderOf(session, key)
    const who = holder === undefined ? 'a session that has just ended' : describe(holder)
    if (waited > wait) {
      throw new Failure({
        code: 'MIGRATE_LOCKED',
        what: `Another migration run holds the lock since before ${formatDuration(waited)}: ${who}.`,
        fix: 'Wait for that run, or raise `lock-wait`. If nobody runs it any more, end its session with pg_terminate_backend.',
      })
    }
    if (waited - told >= TELL_MS) {
      told = waited
      world.log.info(`waiting for the lock, held by ${who}`)
    }
    await sleep(backoff(Math.min(attempt, 5), { ...POLL, random: world.random }), undefined, {
      signal: world.signal,
    })
  }
}
