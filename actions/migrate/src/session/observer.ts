/**
 * A second connection beside the one that migrates: it proves that nobody pools them, names who blocks, reads the
 * progress of index builds, and asks the server to cancel.
 */
import { formatDuration } from '#toolkit/model/duration.ts'
import { runUrlOf, STATEMENT_SQL } from '#toolkit/postgres/application-name.ts'
import type { Session } from '#toolkit/postgres/session.ts'
import type { WorkflowRun } from '#toolkit/world/world.ts'
import { withoutValues } from './without-values.ts'

/** A session of the server, as somebody who waits for it wants to know it. */
export interface Peer {
  readonly pid: number
  readonly application_name: string
  readonly user: string
  readonly state: string
  /** Since it connected, and since its transaction began; null where that may not be seen, or there is none. */
  readonly connected_ms: number | null
  readonly transaction_ms: number | null
  /** When its statement began; null where that may not be seen. */
  readonly query_start: Date | null
  /** As the server has it, with the values in it. */
  readonly query: string
  /** Of the index that it builds. */
  readonly phase: string | null
  readonly done: number | null
}

/** Columns of a `Peer` from `pg_stat_activity a LEFT JOIN pg_stat_progress_create_index p`. */
export const PEER_SQL = `a.pid, a.application_name, coalesce(a.usename, '') AS user, coalesce(a.state, '') AS state,
  (extract(epoch FROM pg_catalog.clock_timestamp() - a.backend_start) * 1000)::int8::float8 AS connected_ms,
  (extract(epoch FROM pg_catalog.clock_timestamp() - a.xact_start) * 1000)::int8::float8 AS transaction_ms,
  a.query_start, ${STATEMENT_SQL} AS query,
  p.phase, (CASE WHEN p.blocks_total > 0 THEN 100.0 * p.blocks_done / p.blocks_total
                 WHEN p.tuples_total > 0 THEN 100.0 * p.tuples_done / p.tuples_total END)::float8 AS done`

function age(milliseconds: number): string {
  return formatDuration(Math.max(0, Math.round(milliseconds / 1_000) * 1_000))
}

/** The most characters of a statement that are told. */
const LONGEST = 160

/** `pid 4711 (psql)` */
export function namePeer({ pid, application_name, user }: Peer): string {
  return `pid ${pid} (${application_name === '' ? user : application_name})`
}

/** `pid 4711 (psql of app), in a transaction for 3 min, running: UPDATE …`; the page of the run, if it is ours. */
export function describePeer(peer: Peer, run: WorkflowRun): string {
  const since =
    peer.connected_ms === null
      ? 'since when cannot be told without pg_read_all_stats'
      : peer.transaction_ms === null
        ? `connected for ${age(peer.connected_ms)}`
        : `in a transaction for ${age(peer.transaction_ms)}`
  const statement = withoutValues(peer.query).slice(0, LONGEST).toWellFormed()
  const doing =
    peer.state === 'active'
      ? `, running: ${statement}`
      : peer.transaction_ms === null
        ? ''
        : `, idle after: ${statement}`
  const percent = peer.done === null ? '' : ` (${Math.floor(peer.done)} %)`
  const building = peer.phase === null ? '' : `, index build: ${peer.phase}${percent}`
  const url = runUrlOf(peer.application_name, run)
  return `${namePeer(peer)}, ${since}${doing}${building}${url === undefined ? '' : `; see ${url}`}`
}

/** Those whom a session waits for right now. */
export async function blockersOf(observer: Session, pid: number): Promise<readonly Peer[]> {
  return observer.query<Peer>(
    `SELECT ${PEER_SQL} FROM pg_stat_activity a LEFT JOIN pg_stat_progress_create_index p USING (pid)
      WHERE a.pid = ANY (pg_blocking_pids($1)) ORDER BY a.backend_start`,
    [pid],
  )
}

export interface BuildProgress {
  readonly phase: string
  readonly done: number | null
  /** Whom the build waits for. */
  readonly locker: number | null
}

/** How far the index build of a session is. */
export async function buildProgress(observer: Session, pid: number): Promise<BuildProgress | undefined> {
  const [progress] = await observer.query<BuildProgress>(
    `SELECT phase, nullif(current_locker_pid, 0) AS locker,
            (CASE WHEN blocks_total > 0 THEN 100.0 * blocks_done / blocks_total
                  WHEN tuples_total > 0 THEN 100.0 * tuples_done / tuples_total END)::float8 AS done
       FROM pg_stat_progress_create_index WHERE pid = $1`,
    [pid],
  )
  return progress
}

/** Asks the server to cancel what a session does. */
export async function cancelBackend(observer: Session, pid: number): Promise<void> {
  await observer.query('SELECT pg_cancel_backend($1)', [pid])
}
