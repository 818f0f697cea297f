import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type pg from 'pg'
import { type Postgres, startPostgres } from '../../../sandbox/postgres/postgres.ts'
import { createPool } from '../../src/database/database.ts'
import { createRole, migrate } from '../database.ts'
import { databaseConfig } from '../service.ts'

const run = promisify(execFile)
let postgres: Postgres
let database: ReturnType<typeof databaseConfig>

beforeAll(async () => {
  postgres = await startPostgres({ progress: () => undefined })
  const password = await createRole(postgres)
  await postgres.createDatabase('onex')
  await migrate(postgres, 'onex')
  database = databaseConfig(postgres, 'onex', password)
}, 60_000)
afterAll(() => postgres.stop())

const one = async (pool: pg.Pool, ask: (client: pg.PoolClient) => Promise<unknown>) => {
  const client = await pool.connect()
  try {
    return await ask(client)
  } finally {
    client.release()
  }
}

describe('a query that the database does not answer', () => {
  const sleep = 'SELECT pg_sleep(60)'
  test.each<[string, (pool: pg.Pool) => Promise<unknown>]>([
    ['of the pool', (pool) => pool.query(sleep)],
    ['of the pool, by name', (pool) => pool.query({ name: 'sleep', text: sleep, values: [] })],
    ['with values', (pool) => pool.query('SELECT pg_sleep($1)', [60])],
    ['of a connection', (pool) => one(pool, (client) => client.query(sleep))],
    [
      'in a transaction',
      (pool) => one(pool, (client) => client.query('BEGIN').then(() => client.query(sleep))),
    ],
  ])('%s fails in its time, and the next one is answered on another connection', async (_which, ask) => {
    const pool = createPool(database, 300)
    try {
      const backend = async () => (await pool.query('SELECT pg_backend_pid() AS pid')).rows[0].pid
      const before = await backend()
      const began = performance.now()
      await expect(ask(pool)).rejects.toThrow('The database did not answer within 0.3 s.')
      expect(performance.now() - began).toBeLessThan(2_000)
      expect(await backend()).not.toBe(before)
    } finally {
      await pool.end()
    }
  })

  test('is told apart from one that it refuses', async () => {
    const pool = createPool(database, 300)
    try {
      await expect(pool.query('SELECT 1 / 0')).rejects.toMatchObject({ code: '22012' })
      await expect(one(pool, (client) => client.query('SELECT 1 / 0'))).rejects.toMatchObject({
        code: '22012',
      })
    } finally {
      await pool.end()
    }
  })
})

test.each(['the pool', 'a connection'])(
  'what %s was asked, and what was answered, is not kept until all of the memory is collected',
  async (how) => {
    const { stdout } = await run(process.execPath, [
      '--expose-gc',
      '--initial-old-space-size=1024',
      '--max-semi-space-size=8',
      join(import.meta.dirname, '../kept.ts'),
      JSON.stringify(database),
      how,
    ])
    const { asked, kept } = JSON.parse(stdout)
    expect(asked).toBeGreaterThan(20_000_000)
    expect(kept).toBeLessThan(asked / 10)
  },
  30_000,
)
