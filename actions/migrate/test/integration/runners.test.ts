/** Two runs at once, runs that are cut off, and others who hold what a migration needs. */
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import pg from 'pg'
import { type Postgres, startPostgres } from '#sandbox/postgres/postgres.ts'
import { type Setting, setUp } from '../migrating.ts'

let postgres: Postgres
let on: Setting

beforeAll(async () => {
  postgres = await startPostgres({ progress: () => undefined })
}, 120_000)
afterAll(() => postgres.stop())
beforeEach(async () => {
  on = await setUp(postgres)
})
afterEach(() => on.close())

/** Somebody else's session, with an open transaction. */
async function somebody(sql: string, name = 'psql'): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: postgres.url(on.database), application_name: name })
  client.on('error', () => undefined) // ended by the server in some tests
  await client.connect()
  await client.query(`BEGIN; ${sql}`)
  return client
}

const advisoryLocks =
  "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"

async function untilUnlocked(within: number): Promise<number> {
  const started = performance.now()
  while ((await on.rows(advisoryLocks)).length > 0) {
    if (performance.now() - started > within) throw new Error(`still locked after ${within} ms`)
    await sleep(20)
  }
  return performance.now() - started
}

describe('two runs at once', () => {
  test('with a file of five seconds and a concurrent index: no deadlock, each file once, the second names the first', async () => {
    // The second, a new process, needs as long as two seconds to come where the machine is busy.
    on.write('0001_a', 'CREATE TABLE a (id int); SELECT pg_sleep(5)')
    on.write('0002_b', 'CREATE INDEX CONCURRENTLY a_id ON a (id)')
    on.write('0003_c', 'INSERT INTO a VALUES (1)')
    const first = on.runner('apply')
    await on.untilRunning('pg_sleep')
    const second = on.runner('apply')
    expect(await Promise.all([first.ended, second.ended])).toEqual([0, 0])
    expect(first.output()).toContain('changed=true')
    expect(second.output()).toContain('changed=false')
    expect(second.output()).toMatch(
      new RegExp(
        `waiting for the lock, held by pid \\d+ \\(migrate local ${first.child.pid}/1\\), in a transaction for .*running: .*pg_sleep`,
      ),
    )
    expect(await on.rows('SELECT count(*)::int FROM a')).toEqual([{ count: 1 }])
    expect(await on.rows("SELECT version FROM migrate.history WHERE state = 'applied' ORDER BY 1")).toEqual([
      { version: '0001' },
      { version: '0002' },
      { version: '0003' },
    ])
    expect(await on.rows("SELECT indisvalid FROM pg_index WHERE indexrelid = 'a_id'::regclass")).toEqual([
      { indisvalid: true },
    ])
  }, 60_000)

  test('do not deadlock when both want to build the same index', async () => {
    on.write('0001_a', 'CREATE TABLE a (id int)')
    await on.apply()
    on.write('0002_b', 'CREATE INDEX CONCURRENTLY a_id ON a (id)')
    const both = await Promise.all([on.apply(), on.apply()])
    expect(both.map(({ changed }) => changed).sort()).toEqual([false, true])
  }, 30_000)

  test('give up after lock-wait, naming the holder and how to end it', async () => {
    on.write('0001_a', 'SELECT pg_sleep(3)')
    const first = on.runner('apply')
    await on.untilRunning('pg_sleep')
    await expect(on.apply({ lockWait: 300 })).rejects.toMatchObject({
      code: 'MIGRATE_LOCKED',
      what: expect.stringMatching(/pid \d+ \(migrate local \d+\/1\).*running: .*pg_sleep/),
      fix: expect.stringMatching(/pg_terminate_backend\(\d+\)/),
    })
    await first.ended
  }, 60_000)
})

describe('a run that is cut off', () => {
  test('by SIGKILL frees the lock within about a second, and the next run applies the file', async () => {
    on.write('0001_a', 'CREATE TABLE a (id int); SELECT pg_sleep(30)')
    const killed = on.runner('apply')
    await on.untilRunning('pg_sleep')
    killed.child.kill('SIGKILL')
    await killed.ended
    expect(await untilUnlocked(5_000)).toBeLessThan(3_000)
    on.write('0001_a', 'CREATE TABLE a (id int)')
    expect((await on.apply()).changed).toBe(true)
    expect(await on.rows('SELECT version, state FROM migrate.history')).toEqual([
      { version: '0001', state: 'applied' },
    ])
  }, 60_000)

  test.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s rolls back, frees the lock, remembers it, and says so, in less than the runner waits',
    async (signal) => {
      on.write('0001_a', 'CREATE TABLE a (id int)')
      on.write('0002_b', 'CREATE TABLE b (id int); SELECT pg_sleep(30)')
      const cancelled = on.runner('apply')
      await on.untilRunning('pg_sleep')
      const started = performance.now()
      cancelled.child.kill(signal)
      expect(await cancelled.ended).toBe(1)
      expect(performance.now() - started).toBeLessThan(5_000)
      expect(cancelled.output()).toMatch(/cancelled during db\/migrations\/0002_b\.up\.sql/)
      expect(await on.rows("SELECT to_regclass('a')::text AS a, to_regclass('b') AS b")).toEqual([
        { a: 'a', b: null },
      ])
      expect(await on.rows('SELECT version, state FROM migrate.history ORDER BY id')).toEqual([
        { version: '0001', state: 'applied' },
        { version: '0002', state: 'cancelled' },
      ])
      expect(await untilUnlocked(2_000)).toBeLessThan(2_000)
    },
    60_000,
  )

  test('by SIGINT in the middle of a concurrent build drops the unfinished index', async () => {
    on.write('0001_a', 'CREATE TABLE a (id int); INSERT INTO a SELECT generate_series(1, 1000)')
    await on.apply()
    on.write('0002_b', 'CREATE INDEX CONCURRENTLY a_id ON a (id)')
    const writer = await somebody('INSERT INTO a VALUES (0)')
    const cancelled = on.runner('apply')
    await on.untilRunning('CREATE INDEX CONCURRENTLY')
    const started = performance.now()
    cancelled.child.kill('SIGINT')
    await sleep(500)
    await writer.query('COMMIT')
    expect(await cancelled.ended).toBe(1)
    expect(performance.now() - started).toBeLessThan(7_500)
    expect(await on.rows("SELECT to_regclass('a_id') AS i")).toEqual([{ i: null }])
    expect(await on.rows("SELECT state FROM migrate.history WHERE version = '0002' ORDER BY id")).toEqual([
      { state: 'running' },
      { state: 'cancelled' },
    ])
    await writer.end()
    expect((await on.apply()).changed).toBe(true)
  }, 60_000)

  test.each([
    ['killed', 'DATABASE_LOST'],
    ['cancelled', 'MIGRATE_CANCELLED'],
  ] as const)(
    'while it takes away what another left of an index is told as %s, and the next run builds it',
    async (how, code) => {
      on.write('0001_a', 'CREATE TABLE a (id int)')
      await on.apply()
      on.write('0002_b', 'CREATE INDEX CONCURRENTLY a_id ON a (id)')
      const writer = await somebody('INSERT INTO a VALUES (0)')
      const terminate = () =>
        on.rows(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE '%INDEX CONCURRENTLY%' AND pid <> pg_backend_pid()",
        )
      const lost = expect(on.apply()).rejects.toMatchObject({ code: 'DATABASE_LOST' })
      await on.untilRunning('CREATE INDEX CONCURRENTLY')
      await terminate()
      await lost
      const cancel = new AbortController()
      const cutOff = expect(on.apply({}, cancel.signal)).rejects.toMatchObject({ code })
      await on.untilRunning('DROP INDEX CONCURRENTLY')
      if (how === 'killed') await terminate()
      else cancel.abort(new Error('cancelled'))
      await cutOff
      await writer.end()
      expect((await on.apply()).changed).toBe(true)
      expect(await on.rows("SELECT indisvalid FROM pg_index WHERE indexrelid = 'a_id'::regclass")).toEqual([
        { indisvalid: true },
      ])
    },
    60_000,
  )

  test('while it waits for the lock leaves at once', async () => {
    on.write('0001_a', 'SELECT pg_sleep(3)')
    const first = on.runner('apply')
    await on.untilRunning('pg_sleep')
    const waiting = on.runner('apply')
    await sleep(1_500)
    const started = performance.now()
    waiting.child.kill('SIGTERM')
    expect(await waiting.ended).toBe(1)
    expect(performance.now() - started).toBeLessThan(1_500)
    expect(await first.ended).toBe(0)
  }, 60_000)

  test('by the end of its connection says what cannot be told, and the next run goes on', async () => {
    for (const name of ['0001_a', '0002_b']) on.write(name, `CREATE TABLE t${name} (id int)`)
    on.write('0003_c', 'CREATE TABLE c (id int); SELECT pg_sleep(30)')
    await on.rows('CREATE TABLE used (id int)')
    const applying = on.apply().catch((error) => error)
    await on.untilRunning('pg_sleep')
    await on.rows(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(30)%' AND pid <> pg_backend_pid()",
    )
    expect(await applying).toMatchObject({
      code: expect.stringMatching(/DATABASE_LOST|MIGRATION_FAILED/),
      source: { file: 'db/migrations/0003_c.up.sql' },
    })
    on.write('0003_c', 'CREATE TABLE c (id int)')
    await on.apply()
    expect(await on.rows('SELECT version FROM migrate.history_current ORDER BY 1')).toHaveLength(3)
  }, 60_000)
})

describe('somebody who holds a lock', () => {
  test('is named, is not waited for long, and the file is tried again until it can run', async () => {
    on.write('0001_a', 'CREATE TABLE a (id int)')
    await on.apply()
    on.write('0002_b', 'ALTER TABLE a ADD COLUMN x int')
    const reader = await somebody('SELECT * FROM a', 'a long report')
    const applying = on.apply({ settings: { lockTimeout: 600, statementTimeout: 0 } })
    await sleep(2_000)
    await reader.query('COMMIT')
    await reader.end()
    expect((await applying).changed).toBe(true)
    expect(on.lines.join('\n')).toMatch(
      /needs a lock that pid \d+ \(a long report\), in a transaction for .* holds/,
    )
    expect(await on.rows("SELECT attempts > 1 AS again FROM migrate.history WHERE version = '0002'")).toEqual(
      [{ again: true }],
    )
  }, 30_000)

  test('makes the file fail after the retries of its head, with the name in the failure', async () => {
    on.write('0001_a', 'CREATE TABLE a (id int)')
    await on.apply()
    on.write(
      '0002_b',
      '-- migrate: retries 1\n-- migrate: lock-timeout 600ms\nALTER TABLE a ADD COLUMN x int',
    )
    const reader = await somebody('SELECT * FROM a', 'a long report')
    await expect(on.apply()).rejects.toMatchObject({
      code: 'MIGRATION_FAILED',
      what: expect.stringContaining('55P03'),
      fix: expect.stringMatching(/It waited for pid \d+ \(a long report\)/),
      source: { line: 3, column: 1 },
    })
    await reader.end()
  }, 30_000)

  test('is named without the values of its statement, which are rows', async () => {
    on.write('0001_a', 'CREATE TABLE a (mail text, age int)')
    await on.apply()
    on.write(
      '0002_b',
      '-- migrate: retries 1\n-- migrate: lock-timeout 300ms\nALTER TABLE a ADD COLUMN x int',
    )
    const writer = await somebody("INSERT INTO a VALUES ('ada@example.com', 271828)", 'the service')
    await expect(on.apply()).rejects.toMatchObject({
      fix: expect.stringContaining('idle after: BEGIN; INSERT INTO a VALUES (…, …)'),
    })
    expect(on.lines.join('\n')).toContain('(the service)')
    expect(on.lines.join('\n')).not.toMatch(/ada@|271828/)
    await writer.end()
  }, 30_000)

  test('in a deadlock lets the file run again', async () => {
    on.write('0001_a', 'CREATE TABLE a (id int); CREATE TABLE b (id int)')
    await on.apply()
    on.write('0002_b', 'LOCK TABLE a; SELECT pg_sleep(0.5); LOCK TABLE b')
    const other = await somebody('LOCK TABLE b')
    const applying = on.apply({ settings: { lockTimeout: 10_000, statementTimeout: 0 } })
    await on.untilRunning('pg_sleep(0.5)')
    await other.query('LOCK TABLE a').catch(() => undefined)
    await other.query('ROLLBACK')
    await other.end()
    expect((await applying).changed).toBe(true)
  }, 30_000)
})

describe('the command', () => {
  test('shows with --dry-run what it would do, and does not do it', async () => {
    on.write('0001_a', 'CREATE TABLE a (id bigint PRIMARY KEY)')
    const dry = on.runner('apply', '--dry-run')
    expect(await dry.ended).toBe(0)
    expect(dry.output()).toContain('Migrate: 1 to run')
    expect(await on.rows("SELECT to_regclass('a') AS a, to_regnamespace('migrate') AS m")).toEqual([
      { a: null, m: null },
    ])
  }, 30_000)

  test('says everything that is wrong with its arguments at once, and touches nothing', async () => {
    const wrong = on.runner('apply', '--lock-timeout', 'soon', '--nonsense', '1', '--layout', 'odd')
    expect(await wrong.ended).toBe(1)
    for (const part of ['`--nonsense`', '`--lock-timeout` is `soon`', '`--layout` is `odd`'])
      expect(wrong.output()).toContain(part)
  }, 30_000)
})

describe('the lock', () => {
  test('is proven before each file: one that a file gave away stops the run', async () => {
    on.write('0001_a', 'DO $$ BEGIN PERFORM pg_advisory_unlock_all(); END $$')
    on.write('0002_b', 'CREATE TABLE b (id int)')
    await on.rows('CREATE TABLE used (id int)')
    await expect(on.apply()).rejects.toMatchObject({
      code: 'LOCK_LOST',
    })
    expect(await on.rows("SELECT to_regclass('b') AS b")).toEqual([{ b: null }])
  })
})

describe('the server, stopped at once', () => {
  test('at twenty moments of 200 migrations leaves schema and history agreeing, and the next run completes them', async () => {
    for (let i = 1; i <= 200; i++)
      on.write(
        `${String(i).padStart(4, '0')}_t`,
        `CREATE TABLE t${i} (id int); INSERT INTO t${i} VALUES (${i})`,
      )
    for (let round = 0; round < 20; round++) {
      await on.rows('DROP SCHEMA IF EXISTS migrate CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public')
      // Every other time on a database that is used, where files go one by one.
      if (round % 2 === 1) await on.rows('CREATE TABLE used (id int)')
      const applying = on.apply().catch((error) => error)
      await sleep(20 + Math.random() * 350)
      await postgres.crash()
      await applying
      const tables = "SELECT count(*)::int FROM pg_class WHERE relname ~ '^t[0-9]+$' AND relkind = 'r'"
      const made = await on.rows(tables)
      const [{ known }] = (await on.rows("SELECT to_regclass('migrate.history') IS NOT NULL AS known")) as [
        { known: boolean },
      ]
      const recorded = known
        ? await on.rows("SELECT count(*)::int FROM migrate.history WHERE state = 'applied'")
        : [{ count: 0 }]
      expect(recorded).toEqual(made)
      await on.apply()
      expect(await on.rows(tables)).toEqual([{ count: 200 }])
      expect(await on.rows('SELECT count(*)::int FROM migrate.history_current')).toEqual([{ count: 200 }])
    }
  }, 180_000)
})
