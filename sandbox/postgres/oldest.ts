/** The oldest PostgreSQL that migrate works with; only who starts it has it prepared. */
import type { CacheOptions } from '../cache/cache.ts'
import { type Postgres, preparePostgres, startPostgres } from './postgres.ts'

const oldest = { binaries: 'embedded', release: 14 } as const

/** @returns its version */
export function prepareOldest(options: CacheOptions): Promise<string> {
  return preparePostgres({ ...options, ...oldest })
}

export function startOldest(options: CacheOptions): Promise<Postgres> {
  return startPostgres({ ...options, ...oldest })
}
