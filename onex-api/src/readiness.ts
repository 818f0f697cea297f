import type pg from 'pg'

/** The newest migration that this build's queries need. */
export const NEEDED_MIGRATION = '0003'

export interface Readiness {
  readonly ready: boolean
  /** For people; no addresses, no credentials. */
  readonly reason: string
}

/** Ready when the database answers and has the migrations that this build needs. */
export async function readinessOf(pool: pg.Pool): Promise<Readiness> {
  try {
    const { rows } = await pool.query<{ head: string | null }>(
      'SELECT max(version) AS head FROM migrate.history_current',
    )
    const head = rows[0]?.head ?? ''
    if (head < NEEDED_MIGRATION)
      return {
        ready: false,
        reason: `the database is at migration ${head || 'none'}, ${NEEDED_MIGRATION} is needed`,
      }
    return { ready: true, reason: 'ok' }
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
    return {
      ready: false,
      reason:
        code === '42P01' || code === '3F000'
          ? 'the database was never migrated'
          : 'the database does not answer',
    }
  }
}
