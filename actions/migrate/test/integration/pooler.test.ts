/** The real PgBouncer in front: refused where it pools transactions, used where it pools sessions. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type PgBouncer, startPgBouncer } from '#sandbox/postgres/pgbouncer.ts'
import { type Postgres, startPostgres } from '#sandbox/postgres/postgres.ts'
import { type Setting, setUp } from '../migrating.ts'

const progress = () => undefined
let postgres: Postgres
let on: Setting

beforeAll(async () => {
  postgres = await startPostgres({ progress })
}, 120_000)
afterAll(() => postgres.stop())

const locks = () =>
  postgres.query('postgres', "SELECT 1 FROM pg_locks WHERE locktype = 'advisory'").then(({ rows }) => rows)

describe('in transaction mode', () => {
  let pooler: PgBouncer

  beforeAll(async () => {
    pooler = await startPgBouncer(postgres, 'transaction', { progress })
  }, 120_000)
  afterAll(() => pooler.stop())
  beforeEach(async () => {
    on = await setUp(postgres, pooler.url)
  })
  afterEach(() => on.close())

  test.each(['plan', 'apply'] as const)(
    '%s is refused before any work, and nothing is left locked or set',
    async (command) => {
      on.write('0001_a', 'CREATE TABLE a (id int)')
      await expect(on.plan(command)).rejects.toMatchObject({
        code: 'DATABASE_POOLED',
        what: expect.stringContaining(`127.0.0.1:${pooler.port}`),
        fix: expect.stringContaining('5432'),
      })
      expect(await on.rows("SELECT to_regclass('a') AS a, to_regnamespace('migrate') AS m")).toEqual([
        { a: null, m: null },
      ])
      expect(await locks()).toEqual([])
    },
  )

  test('a status is told all the same: it holds nothing that a pooler could give to another', async () => {
    on.write('0001_a', 'CREATE TABLE a (id int)')
    const runner = on.runner('status', '--json')
    expect(await runner.ended).toBe(0)
    expect(JSON.parse(runner.stdout())).toMatchObject({ counts: { pending: 1 }, running: { who: 'nobody' } })
    const again = on.runner('status')
    expect([await again.ended, again.stdout()]).toEqual([0, expect.stringContaining('1 pending')])
  }, 30_000)

  test('an apply through the command is refused in one message', async () => {
    on.write('0001_a', 'CREATE TABLE a (id int)')
    const runner = on.runner('apply')
    expect(await runner.ended).toBe(1)
    expect(runner.output()).toMatch(
      /error DATABASE_POOLED: There is a transaction pooler in front of the database/,
    )
    expect(await locks()).toEqual([])
  })
})

describe('in session mode', () => {
  let pooler: PgBouncer

  beforeAll(async () => {
    pooler = await startPgBouncer(postgres, 'session', { progress })
  }, 120_000)
  afterAll(() => pooler.stop())
  beforeEach(async () => {
    on = await setUp(postgres, pooler.url)
  })
  afterEach(() => on.close())

  test('everything works, and the lock is free afterwards', async () => {
    on.write('0001_a', 'CREATE TABLE a (id int)', 'DROP TABLE a')
    on.write('0002_b', 'CREATE INDEX CONCURRENTLY a_id ON a (id)', 'DROP INDEX CONCURRENTLY a_id')
    expect((await on.apply()).changed).toBe(true)
    expect((await on.plan()).changes).toEqual([])
    expect((await on.does('rollback')).changed).toBe(true)
    expect((await Promise.all([on.apply(), on.apply()])).map(({ changed }) => changed).sort()).toEqual([
      false,
      true,
    ])
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(await locks()).toEqual([])
  })
})
