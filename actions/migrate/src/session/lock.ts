/**
 * One migration run at a time, by a session-level advisory lock that is polled: a session that waits for a lock
 * inside a statement holds a snapshot, and CREATE INDEX CONCURRENTLY waits for that in turn.
 */
import { hash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { type HistoryTable, historyName } from '#toolkit/migrations/history-table.ts'
import { formatDuration } from '#toolkit/model/duration.ts'
import { Failure } from '#toolkit/model/failure.ts'
import type { Session } from '#toolkit/postgres/session.ts'
import { backoff } from '#toolkit/retry/retry.ts'
import type { World } from '#toolkit/world/world.ts'
import { describePeer, PEER_SQL, type Peer } from './observer.ts'

const POLL = { shortest: 200, longest: 2_000 } as const

/** The two halves of a 64-bit key, as signed 32-bit numbers. */
interface Key {
  readonly high: number
  readonly low: number
}

export function lockKey(history: HistoryTable): Key {
  const digest = hash('sha256', `omninode migrate ${historyName(history)}`, 'buffer')
  return { high: digest.readInt32BE(0), low: digest.readInt32BE(4) }
}

/** Which rows of pg_locks are this lock, granted. pg_locks shows the halves unsigned, and the locks of all databases. */
export function isLocked({ high, low }: Key): string {
  return `l.locktype = 'advisory' AND l.granted AND l.objsubid = 2 AND l.classid = ${high >>> 0} AND l.objid = ${low >>> 0}
    AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())`
}

/** The name of a session's prepared statement. */
const LOCKED = 'omninode_locked'

/** Prepares the proof `shared`: understood and planned once, not once a file. */
export function prepareProofSql(history: HistoryTable, pid: number): string {
  const { high, low } = lockKey(history)
  return `PREPARE ${LOCKED} AS
    SELECT 1 / (pg_catalog.pg_backend_pid() = ${pid} AND pg_catalog.pg_try_advisory_xact_lock(${high}, ${low}))::int`
}

/**
 * How it is proven that the lock is still ours: `listed` asks for the session's own locks; `shared` takes the lock once
 * more for the transaction, which succeeds in the session that has it, and costs a tenth; `prepareProofSql` came before.
 * A session loses a lock only by a statement that gives it up: behind a file that may hold one, the list is asked.
 */
export type Proof = 'listed' | 'shared'

/** A statement that fails (22012, division by zero) unless this very session holds the lock. */
export function stillLockedSql(history: HistoryTable, pid: number, proof: Proof = 'listed'): string {
  return proof === 'shared'
    ? `EXECUTE ${LOCKED}`
    : `SELECT 1 / count(*) FROM pg_catalog.pg_locks l WHERE l.pid = ${pid} AND l.pid = pg_catalog.pg_backend_pid() AND ${isLocked(lockKey(history))}`
}

/** @returns the session that holds the lock, unless it has just ended */
async function holderOf(observer: Session, key: Key): Promise<Peer | undefined> {
  const [holder] = await observer.query<Peer>(
    `SELECT ${PEER_SQL} FROM pg_locks l JOIN pg_stat_activity a USING (pid)
       LEFT JOIN pg_stat_progress_create_index p USING (pid) WHERE ${isLocked(key)}`,
  )
  return holder
}

/** Takes the lock if it is free. */
export async function tryLock(session: Session, history: HistoryTable): Promise<boolean> {
  const { high, low } = lockKey(history)
  const [row] = await session.query<{ locked: boolean }>(
    `SELECT pg_catalog.pg_try_advisory_lock(${high}, ${low}) AS locked`,
  )
  return row?.locked === true
}

/**
 * Waits for the lock, and names its holder meanwhile. It is freed when the session ends, however that happens.
 * @returns how many milliseconds it took
 * @throws Failure MIGRATE_LOCKED after `wait` milliseconds, naming the holder
 */
export async function acquireLock(
  session: Session,
  observer: Session,
  history: HistoryTable,
  wait: number,
  world: World,
): Promise<number> {
  try {
    return await poll(session, observer, history, wait, world)
  } finally {
    world.log.progress(undefined)
  }
}

async function poll(
  session: Session,
  observer: Session,
  history: HistoryTable,
  wait: number,
  world: World,
): Promise<number> {
  const started = world.clock().getTime()
  for (let attempt = 1; ; attempt++) {
    world.signal.throwIfAborted()
    const locked = await tryLock(session, history)
    const waited = world.clock().getTime() - started
    if (locked) return waited
    const holder = await holderOf(observer, lockKey(history))
    const who = holder === undefined ? 'a session that has just ended' : describePeer(holder, world.run)
    if (waited > wait) {
      throw new Failure({
        code: 'MIGRATE_LOCKED',
        what: `Another migration run holds the lock, after ${formatDuration(waited)} of waiting: ${who}.`,
        why: `\`lock-wait\` is ${formatDuration(wait)}. Nothing was applied.`,
        fix:
          holder === undefined
            ? 'Run it again.'
            : `Wait for that run, or raise \`lock-wait\`. If nobody runs it any more: SELECT pg_terminate_backend(${holder.pid}).`,
      })
    }
    const since = waited < 1_000 ? '' : `${formatDuration(Math.floor(waited / 1_000) * 1_000)}: `
    world.log.progress(`${since}waiting for the lock, held by ${who}`, 'at once')
    await sleep(backoff(Math.min(attempt, 5), { ...POLL, random: world.random }), undefined, {
      signal: world.signal,
    })
  }
}
