/** Who migrates right now: the session that holds the lock, as far as the rights to look suffice. */
import type { HistoryTable } from '#toolkit/migrations/history-table.ts'
import { runUrlOf, STATEMENT_SQL } from '#toolkit/postgres/application-name.ts'
import type { WorkflowRun } from '#toolkit/world/world.ts'
import { isLocked, lockKey } from '../session/lock.ts'
import { withoutValues } from '../session/without-values.ts'

/** What the server tells of it; null is what it does not tell to this user. */
export interface Holder {
  readonly pid: number
  readonly user: string | null
  readonly application: string | null
  readonly state: string | null
  readonly backend_start: Date | null
  readonly xact_start: Date | null
  readonly query_start: Date | null
  readonly query: string | null
  readonly phase: string | null
  readonly done: number | null
  readonly blockers: readonly number[]
}

/** What is told to whoever may not look into the sessions of others. */
const HIDDEN = '<insufficient privilege>'

/** Everybody sees the lock, its process and the names; the rest is for the same user and for pg_read_all_stats. */
export function holderSql(history: HistoryTable): string {
  return `SELECT l.pid, a.usename::text AS user, a.application_name AS application, a.state,
      a.backend_start, a.xact_start, a.query_start, ${STATEMENT_SQL} AS query,
      p.phase, (CASE WHEN p.blocks_total > 0 THEN 100.0 * p.blocks_done / p.blocks_total
                     WHEN p.tuples_total > 0 THEN 100.0 * p.tuples_done / p.tuples_total END)::float8 AS done,
      pg_catalog.pg_blocking_pids(l.pid) AS blockers
    FROM pg_catalog.pg_locks l LEFT JOIN pg_catalog.pg_stat_activity a USING (pid)
      LEFT JOIN pg_catalog.pg_stat_progress_create_index p USING (pid) WHERE ${isLocked(lockKey(history))}`
}

/** `nobody` holds the lock, `somebody` does, or it is `unknown`. */
export type AtWork =
  | { readonly who: 'nobody' }
  | { readonly who: 'unknown'; readonly why: string }
  | {
      readonly who: 'somebody'
      readonly pid: number
      readonly user?: string
      readonly application?: string
      /** The page of the run, if it is one of ours. */
      readonly run?: string
      /** ISO 8601, by the server's clock. */
      readonly connected?: string
      readonly transaction?: string
      /** Whether the statement runs; else it was the last one. */
      readonly active?: boolean
      readonly began?: string
      /** Without the values in it. */
      readonly statement?: string
      readonly index?: { readonly phase: string; readonly percent?: number }
      /** The processes that it waits for. */
      readonly waits: readonly number[]
      /** Why the rest is not told. */
      readonly hidden?: string
    }

/** The most characters of a statement that are told. */
const LONGEST = 160

/** Members that are known. */
function known<T extends object>(members: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const told = Object.entries(members).filter(([, value]) => value !== null && value !== undefined)
  return Object.fromEntries(told) as { [K in keyof T]?: NonNullable<T[K]> } // the others are left out
}

export function runningOf(holder: Holder | undefined, unseen: string | undefined, run: WorkflowRun): AtWork {
  if (holder === undefined) return unseen === undefined ? { who: 'nobody' } : { who: 'unknown', why: unseen }
  const { pid, user, application, state, query, phase, done, blockers } = holder
  const hidden = query === HIDDEN || query === null
  const statement = hidden ? null : withoutValues(query).slice(0, LONGEST).toWellFormed()
  return {
    who: 'somebody',
    pid,
    ...known({
      user,
      application: application === '' ? null : application,
      run: runUrlOf(application ?? '', run),
      connected: holder.backend_start?.toISOString(),
      transaction: holder.xact_start?.toISOString(),
      active: hidden ? null : state === 'active',
      began: holder.query_start?.toISOString(),
      statement,
      index: phase === null ? null : { phase, ...(done === null ? {} : { percent: Math.floor(done) }) },
      hidden: hidden ? 'only the same user, and a member of pg_read_all_stats, may see more' : null,
    }),
    waits: blockers,
  }
}

/** `pid 4711 (migrate octo/app 12/1, user app), connected since …`; what cannot be told is said to be so. */
export function runningText(running: AtWork): string {
  if (running.who === 'nobody') return 'Running now: nobody.'
  if (running.who === 'unknown') return `Running now: cannot tell, because ${running.why}.`
  const {
    pid,
    user,
    application,
    run,
    connected,
    transaction,
    active,
    began,
    statement,
    index,
    waits,
    hidden,
  } = running
  const names = [application, user === undefined ? undefined : `user ${user}`].filter(
    (name) => name !== undefined,
  )
  const percent = index?.percent === undefined ? '' : ` (${index.percent} %)`
  const parts = [
    `pid ${pid}${names.length === 0 ? '' : ` (${names.join(', ')})`}`,
    connected === undefined ? undefined : `connected since ${connected}`,
    transaction === undefined ? undefined : `in a transaction since ${transaction}`,
    statement === undefined
      ? undefined
      : active === true
        ? `its statement runs since ${began ?? 'cannot tell'}: ${statement}`
        : `idle after: ${statement}`,
    index === undefined ? undefined : `index build: ${index.phase}${percent}`,
    waits.length === 0 ? undefined : `waits for pid ${waits.join(', ')}`,
    hidden === undefined ? undefined : `since when, and which statement: cannot tell, ${hidden}`,
    run === undefined ? undefined : `see ${run}`,
  ]
  return `Running now: ${parts.filter((part) => part !== undefined).join('; ')}.`
}
