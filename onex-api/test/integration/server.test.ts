import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { FastifyInstance } from 'fastify'
import type pg from 'pg'
import { type Postgres, startPostgres } from '../../../sandbox/postgres/postgres.ts'
import { ConfigError, readConfig } from '../../src/config.ts'
import { createPool } from '../../src/database.ts'
import { createServer } from '../../src/server.ts'
import { createRole, migrate } from '../database.ts'

const secret = 's'.repeat(32)
const keys = {
  good: `onxk_goodgood_${secret}`,
  revoked: `onxk_revoked1_${secret}`,
  expired: `onxk_expired1_${secret}`,
}
const now = new Date('2026-11-24T12:00:00Z')

let postgres: Postgres
let pool: pg.Pool
let app: FastifyInstance
let drain: () => void

function configFor(database: string) {
  const url = new URL(postgres.url(database))
  return readConfig({
    LISTEN_ADDRESS: '127.0.0.1',
    PORT: '0',
    DATABASE_HOST: url.hostname,
    DATABASE_PORT: url.port,
    DATABASE_NAME: database,
    DATABASE_USER: url.username,
    DATABASE_PASSWORD: url.password,
    DATABASE_TLS: 'disable',
  })
}

beforeAll(async () => {
  postgres = await startPostgres({ progress: () => undefined })
  await postgres.createDatabase('onex')
  await createRole(postgres)
  await migrate(postgres, 'onex')
  const tenant = randomUUID()
  await postgres.query('onex', 'INSERT INTO tenants VALUES ($1, $2, $3, $4)', [tenant, 'acme', 'Acme', now])
  for (const [name, key] of Object.entries(keys)) {
    await postgres.query('onex', 'INSERT INTO tenant_api_keys VALUES ($1, $2, $3, $4, $5, $6, $7, $8)', [
      randomUUID(),
      tenant,
      name,
      key.split('_')[1],
      createHash('sha256').update(key).digest(),
      now,
      name === 'expired' ? now : null,
      name === 'revoked' ? now : null,
    ])
  }
  pool = createPool(configFor('onex'))
  ;({ app, drain } = createServer({ pool, clock: () => now, logLevel: 'silent' }))
}, 60_000)
afterAll(async () => {
  await app.close()
  await pool.end()
  await postgres.stop()
})

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ method: 'GET', url, headers })

describe('onex-api', () => {
  test('is alive, and ready when the database is migrated', async () => {
    expect((await get('/health/live')).statusCode).toBe(200)
    expect((await get('/health/ready')).json()).toEqual({ status: 'ok', reason: 'ok' })
  })

  test('tells a tenant who it is', async () => {
    const response = await get('/v1/tenants/me', { 'x-api-key': keys.good })
    expect(response.statusCode).toBe(200)
    expect(response.json()).toMatchObject({ slug: 'acme' })
  })

  test.each<[string, Record<string, string>]>([
    ['no key', {}],
    ['an unknown prefix', { 'x-api-key': `onxk_unknown1_${secret}` }],
    ['a wrong secret', { 'x-api-key': `onxk_goodgood_${'x'.repeat(32)}` }],
    ['a revoked key', { 'x-api-key': keys.revoked }],
    ['an expired key', { 'x-api-key': keys.expired }],
    ['a key as a bearer token', { authorization: `Bearer ${keys.good}` }],
    ['a bearer token beside a key', { authorization: 'Bearer x', 'x-api-key': keys.good }],
    ['SQL for a key', { 'x-api-key': "' OR 1=1 --" }],
  ])('refuses %s, always alike', async (_what, headers) => {
    for (const path of ['/v1/tenants/me', '/v1/no-such-route']) {
      const response = await get(path, headers)
      expect(response.statusCode).toBe(401)
      expect(response.headers['content-type']).toContain('application/problem+json')
      expect(response.json()).toEqual({
        type: 'about:blank',
        status: 401,
        title: 'A valid x-api-key is required.',
      })
    }
  })

  test('says 404 to those who have a key', async () => {
    expect((await get('/v1/no-such-route', { 'x-api-key': keys.good })).statusCode).toBe(404)
  })

  test('is not ready while the database is not migrated, or away', async () => {
    await postgres.createDatabase('empty')
    const bare = createPool(configFor('empty'))
    const other = createServer({ pool: bare, clock: () => now, logLevel: 'silent' })
    const response = await other.app.inject('/health/ready')
    expect([response.statusCode, response.json().reason]).toEqual([503, 'the database was never migrated'])
    await other.app.close()
    await bare.end()
    const away = createPool({ ...configFor('empty'), database: { ...configFor('empty').database, port: 1 } })
    const last = createServer({ pool: away, clock: () => now, logLevel: 'silent' })
    expect((await last.app.inject('/health/ready')).json().reason).toBe('the database does not answer')
    await last.app.close()
    await away.end()
  })

  test('is not ready any more once it shuts down', async () => {
    drain()
    expect((await get('/health/ready')).statusCode).toBe(503)
    expect((await get('/health/live')).statusCode).toBe(200)
  })

  test('tells everything that its environment lacks, at once', () => {
    expect(() => readConfig({ DATABASE_TLS: 'maybe' })).toThrow(ConfigError)
    try {
      readConfig({ DATABASE_TLS: 'maybe' })
    } catch (error) {
      expect((error as ConfigError).problems).toEqual(
        expect.arrayContaining([
          'PORT is not set',
          'DATABASE_HOST is not set',
          'DATABASE_PASSWORD is not set',
          'DATABASE_TLS must be verify-full or disable',
        ]),
      )
    }
  })
})
