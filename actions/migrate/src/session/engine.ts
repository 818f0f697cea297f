/** What the parts of a run work with: its sessions, and how they are kept. */
import type { HistoryTable } from '#toolkit/migrations/history-table.ts'
import type { Remembered } from '#toolkit/model/plan.ts'
import type { Session, SessionSettings } from '#toolkit/postgres/session.ts'
import type { World } from '#toolkit/world/world.ts'
import type { Notices } from '../execute/notices.ts'

export interface Engine {
  readonly session: Session
  /** The server process of `session`. */
  readonly pid: number
  readonly observer: Session
  readonly history: HistoryTable
  readonly settings: SessionSettings
  /** Puts the session back as it was at the start, whatever a file has changed: statements, separated by semicolons. */
  readonly resetSql: string
  /** The id of history's newest entry when the run began. */
  readonly since: number
  /** How often a file that could not get its locks is tried again. */
  readonly retries: number
  /** Milliseconds that the run waited for the lock. */
  readonly lockWaitMs: number
  /** What the run releases the database from: every row of history says it. */
  readonly next: Remembered
  readonly notices: Notices
  readonly world: World
}
