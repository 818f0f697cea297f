import pg from 'pg'
import type { Config } from './config.ts'

/** Milliseconds: a request would rather fail than wait for a database that is away. */
const CONNECT = 2_000
const STATEMENT = 5_000

export function createPool({ database }: Config): pg.Pool {
  const pool = new pg.Pool({
    host: database.host,
    port: database.port,
    database: database.name,
    user: database.user,
    password: database.password,
    ssl: database.tls === 'disable' ? false : { rejectUnauthorized: true },
    application_name: 'onex-api',
    max: 10,
    connectionTimeoutMillis: CONNECT,
    statement_timeout: STATEMENT,
  })
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined)
  return pool
}
