import type pg from 'pg'
import { errorCode } from './database.ts'

/** The newest migration that this build's queries need. */
export const NEEDED_MIGRATION = '0009'

export interface Readiness {
  readonly ready: boolean
  /** For people; no addresses, no credentials. */
  readonly reason: string
}

const notReady = (reason: string): Readiness => ({ ready: false, reason })

/** Whether the database answers and has the migrations that this build needs, as their history's view says. */
export async function migrated(pool: pg.Pool): Promise<Readiness> {
  try {
    const { rows } = await pool.query<{ head: string | null }>(
      'SELECT max(version) AS head FROM migrate.history_current',
    )
    const head = rows[0]?.head ?? ''
    if (head < NEEDED_MIGRATION)
      return notReady(`the database is at migration ${head || 'none'}, ${NEEDED_MIGRATION} is needed`)
    return { ready: true, reason: 'ok' }
  } catch (error) {
    // 42P01: no such table, 3F000: no such schema.
    return notReady(
      ['42P01', '3F000'].includes(errorCode(error))
        ? 'the database was never migrated'
        : 'the database does not answer',
    )
  }
}

/** The broker is not asked: nobody waits for it. */
export async function readinessOf(pool: pg.Pool, keysLoaded: boolean): Promise<Readiness> {
  const database = await migrated(pool)
  if (!database.ready || keysLoaded) return database
  return notReady('the keys of the issuer were never loaded')
}
