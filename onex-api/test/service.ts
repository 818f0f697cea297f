/** The service in this process, on a database as a release leaves it. */
import { randomBytes } from 'node:crypto'
import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import type pg from 'pg'
import type { Postgres } from '../../sandbox/postgres/postgres.ts'
import { issueKey } from '../src/authentication/api-keys.ts'
import { permissions } from '../src/authentication/principal.ts'
import type { DatabaseConfig, Limits } from '../src/configuration/config.ts'
import { createPool } from '../src/database/database.ts'
import { uuidAt } from '../src/database/uuid.ts'
import type { StreamPace } from '../src/releases/stream.ts'
import { type ApiServer, createServer } from '../src/server.ts'

export const pepper = randomBytes(32)

/** A clock that stands still until it is moved on. */
export class Clock {
  #now = new Date('2026-11-24T12:00:00Z').getTime()

  readonly read = () => new Date(this.#now)

  forward(milliseconds: number): void {
    this.#now += milliseconds
  }
}

/** @param password of the role `onex_api` */
export function databaseConfig(postgres: Postgres, name: string, password: string): DatabaseConfig {
  return { host: '127.0.0.1', port: postgres.port, name, user: 'onex_api', password, tls: 'disable' }
}

export interface ServiceOptions {
  readonly database: DatabaseConfig
  readonly clock: Pick<Clock, 'read'>
  readonly oidc: {
    readonly url: string
    readonly jwksUrl: string
    /** Whose tokens are taken; `omniweb`'s and `onex-service`'s unless others are named. */
    readonly clients?: readonly string[]
  }
  readonly limits?: Partial<Limits>
  /** Of another copy of the source. */
  readonly create?: typeof createServer
  readonly apiKeyPepper?: Buffer
  readonly streamPace?: StreamPace
}

export interface Service extends ApiServer {
  readonly pool: pg.Pool
  ask(method: Method, url: string, options?: Ask): Promise<LightMyRequestResponse>
  /** The same for an answer that does not end: its head alone, or all of it when it is refused. */
  follow(
    method: Method,
    url: string,
    options?: Ask,
  ): Promise<Pick<LightMyRequestResponse, 'statusCode' | 'headers' | 'body' | 'json'>>
}

type Method = 'GET' | 'POST' | 'DELETE'

interface Ask {
  readonly key?: string
  readonly bearer?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: InjectOptions['payload']
}

export async function startService({
  database,
  clock,
  oidc,
  limits,
  create = createServer,
  apiKeyPepper = pepper,
  streamPace,
}: ServiceOptions): Promise<Service> {
  const pool = createPool(database)
  const server = await create({
    pool,
    clock: clock.read,
    ...(streamPace === undefined ? {} : { streamPace }),
    config: {
      logLevel: process.env['LOG_LEVEL'] ?? 'silent',
      trustedProxies: [],
      oidc: { issuer: oidc.url, jwksUrl: oidc.jwksUrl, clients: oidc.clients ?? ['omniweb', 'onex-service'] },
      apiKeyPepper,
      limits: { perPrincipal: 100_000, perAddress: 100_000, lateness: 60_000, ...limits },
    },
  })
  const injected = (method: Method, url: string, { key, bearer, headers = {}, body }: Ask = {}) => ({
    method,
    url,
    headers: {
      ...(key === undefined ? {} : { 'x-api-key': key }),
      ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
      ...headers,
    },
    ...(body === undefined ? {} : { payload: body }),
  })
  return {
    ...server,
    pool,
    ask: (method, url, options) => server.app.inject(injected(method, url, options)),
    follow: async (method, url, options) => {
      const response = await server.app.inject({ ...injected(method, url, options), payloadAsStream: true })
      const { statusCode, headers } = response
      const chunks: Buffer[] = []
      const stream = response.stream()
      if (statusCode === 200) stream.destroy()
      else for await (const chunk of stream) chunks.push(Buffer.from(chunk))
      const text = Buffer.concat(chunks).toString()
      return { statusCode, headers, body: text, json: () => JSON.parse(text) }
    },
    close: async () => {
      await server.close()
      await pool.end()
    },
  }
}

/** Whoever may write as the superuser does. */
export type Seeding = Pick<Postgres, 'query'>

export interface SeedOptions {
  readonly scopes?: readonly string[]
  readonly expiresAt?: Date
  readonly revokedAt?: Date
  /** Of another copy of the source. */
  readonly issue?: typeof issueKey
}

/** Makes a tenant; its id. */
export async function seedTenant(
  postgres: Seeding,
  database: string,
  slug: string,
  now: Date,
): Promise<string> {
  const id = uuidAt(now)
  await postgres.query(database, 'INSERT INTO tenants VALUES ($1, $2, $3, $4)', [
    id,
    slug,
    slug.toUpperCase(),
    now,
  ])
  return id
}

/** Makes a key of a tenant an hour ago. */
export async function seedKey(
  postgres: Seeding,
  database: string,
  tenantId: string,
  now: Date,
  { scopes = [...permissions], expiresAt, revokedAt, issue = issueKey }: SeedOptions = {},
): Promise<{ readonly id: string; readonly key: string }> {
  const id = uuidAt(now)
  const { key, prefix, hmac } = issue(pepper)
  await postgres.query(
    database,
    `INSERT INTO api_keys (id, tenant_id, name, prefix, hmac, scopes, created_by, created_at, expires_at, revoked_at)
     VALUES ($1, $2, 'seed', $3, $4, $5, 'test', $6, $7, $8)`,
    [id, tenantId, prefix, hmac, scopes, new Date(now.getTime() - 3_600_000), expiresAt, revokedAt],
  )
  return { id, key }
}
