import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { DatabaseConfig } from '../configuration/config.ts'
import type { Tracing } from '../telemetry/tracing.ts'
import { answersWithin } from './patience.ts'

/** Milliseconds: a request would rather fail than wait for a database that is away. */
const CONNECT = 5_000
/** Milliseconds; the role's own statement_timeout ends it at the server, this when the server does not answer. */
const ANSWER = 6_000

/** @param patience milliseconds */
export function createPool(database: DatabaseConfig, patience = ANSWER): pg.Pool {
  const config: pg.PoolConfig = {
    host: database.host,
    port: database.port,
    database: database.name,
    user: database.user,
    password: database.password,
    ssl: database.tls === 'disable' ? false : { rejectUnauthorized: true },
    application_name: 'onex-api',
    max: 10,
    connectionTimeoutMillis: CONNECT,
  }
  class Patient extends pg.Client {
    constructor() {
      super(config)
      answersWithin(this, patience)
    }
  }
  const pool = new pg.Pool({ ...config, Client: Patient })
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined)
  return pool
}

/** As the migrations leave them; only what queries that are built here look at. */
export interface Tables {
  readonly tenants: { readonly id: string; readonly slug: string; readonly name: string }
  readonly api_keys: {
    readonly id: string
    readonly tenant_id: string
    readonly name: string
    readonly prefix: string
    readonly hmac: Buffer
    readonly scopes: string[]
    readonly created_by: string
    readonly created_at: Date
    readonly expires_at: Date | null
    readonly revoked_at: Date | null
    readonly rotated_to: string | null
    readonly last_used_at: Date | null
  }
}

export type Database = Kysely<Tables>

/** Typed queries on the pool, which it does not own. */
export function queriesOn(pool: pg.Pool, tracing: Tracing | undefined): Database {
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    ...(tracing === undefined
      ? {}
      : {
          log: (event) =>
            tracing.queried(
              event.query.sql,
              event.queryDurationMillis,
              event.level === 'error' ? event.error : undefined,
            ),
        }),
  })
}

/** The server's five letters; empty when it did not answer. */
export function errorCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
}
