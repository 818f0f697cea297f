/** Work in several transactions: what a failed or interrupted one leaves is found, repaired, and never counts as done. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import pg from 'pg'
import { type Postgres, startPostgres } from '#sandbox/postgres/postgres.ts'
import { type Setting, setUp } from '../migrating.ts'

describe.each([
  ['the PostgreSQL of the machine', 'machine'] as const,
  ['PostgreSQL 18', 'embedded'] as const,
])('on %s', (_name, binaries) => {
  let postgres: Postgres
  let on: Setting

  beforeAll(async () => {
    postgres = await startPostgres({ binaries, progress: () => undefined })
  }, 120_000)
  afterAll(() => postgres.stop())
  beforeEach(async () => {
    on = await setUp(postgres)
  })
  afterEach(() => on.close())

  const ignoring = (work: Promise<unknown>) => work.catch(() => undefined)
  const indexes = () =>
    on.rows(
      "SELECT indexrelid::regclass::text AS name, indisvalid AS valid FROM pg_index WHERE indrelid = 'a'::regclass ORDER BY 1",
    )
  const states = (version: string) =>
    on.rows(`SELECT state FROM migrate.history WHERE version = '${version}' ORDER BY id`)

  /** Somebody else's session, in an open transaction. */
  async function somebody(sql: string): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: on.url, application_name: 'a long report' })
    await client.connect()
    await client.query(`BEGIN; ${sql}`)
    return client
  }

  describe('CREATE INDEX CONCURRENTLY', () => {
    test.each(['', 'IF NOT EXISTS '])(
      'that failed on duplicates is never taken for done: data repaired, run again, one valid index, applied once (%p)',
      async (clause) => {
        on.write('0001_a', 'CREATE TABLE a (id int); INSERT INTO a VALUES (1), (1)')
        on.write('0002_b', `-- unique\nCREATE UNIQUE INDEX CONCURRENTLY ${clause}a_id ON a (id)`)
        await expect(on.apply()).rejects.toMatchObject({
          code: 'MIGRATION_FAILED',
          fix: expect.stringContaining('The unfinished index was dropped.'),
          source: { line: 2, column: 1 },
        })
        expect(await indexes()).toEqual([])
        // What a killed runner leaves: the invalid index itself.
        await ignoring(on.rows(`CREATE UNIQUE INDEX CONCURRENTLY ${clause}a_id ON a (id)`))
        expect(await indexes()).toEqual([{ name: 'a_id', valid: false }])
        await on.rows('DELETE FROM a; INSERT INTO a VALUES (1)')
        await on.apply()
        expect(await indexes()).toEqual([{ name: 'a_id', valid: true }])
        expect(await states('0002')).toEqual([
          { state: 'running' },
          { state: 'failed' },
          { state: 'running' },
          { state: 'applied' },
        ])
      },
    )

    test.each([
      ['CREATE INDEX a_id ON a (id)', 'CREATE INDEX CONCURRENTLY a_id ON a (id)'],
      [
        'CREATE UNIQUE INDEX "A;id" ON public.a USING btree (lower(name) DESC, id) INCLUDE (extra) WHERE id > 0',
        'CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS "A;id"\n  ON public."a" (lower(name) DESC,\n id) INCLUDE (extra) WHERE (id > 0)',
      ],
    ])('adopts an identical valid index: %s', async (there, wanted) => {
      on.write('0001_a', 'CREATE TABLE a (id int, name text, extra int)')
      await on.apply()
      await on.rows(there)
      on.write('0002_b', wanted)
      await on.apply()
      expect(on.lines.join('\n')).toContain('adopted')
      expect(await indexes()).toHaveLength(1)
      expect(await states('0002')).toEqual([{ state: 'running' }, { state: 'applied' }])
    })

    test.each([
      'CREATE INDEX a_id ON a (id DESC)',
      'CREATE UNIQUE INDEX a_id ON a (id)',
      'CREATE INDEX a_id ON a (id) WHERE id > 1',
      'CREATE INDEX a_id ON a USING hash (id)',
    ])('refuses another index of that name: %s', async (there) => {
      on.write('0001_a', 'CREATE TABLE a (id int)')
      await on.apply()
      await on.rows(there)
      on.write('0002_b', 'CREATE INDEX CONCURRENTLY IF NOT EXISTS a_id ON a (id)')
      await expect(on.apply()).rejects.toMatchObject({
        code: 'INDEX_DIFFERS',
        why: expect.stringMatching(/It is CREATE .*The file would make it USING btree \(id\)/),
        source: { file: 'db/migrations/0002_b.up.sql', line: 1 },
      })
      expect(await indexes()).toHaveLength(1)
    })

    test('several in one file are built one by one, and an interrupted file goes on where it was', async () => {
      on.write('0001_a', 'CREATE TABLE a (id int, x int); INSERT INTO a VALUES (1, 1), (2, 1)')
      on.write(
        '0002_b',
        'CREATE INDEX CONCURRENTLY a_id ON a (id);\nCREATE UNIQUE INDEX CONCURRENTLY a_x ON a (x);\nDROP INDEX CONCURRENTLY IF EXISTS nothing;',
      )
      await expect(on.apply()).rejects.toMatchObject({ source: { line: 2, column: 1 } })
      expect(await indexes()).toEqual([{ name: 'a_id', valid: true }])
      expect((await on.plan()).changes[0]?.note).toContain('was begun and cut off')
      await on.rows('UPDATE a SET x = id')
      await on.apply()
      expect(await indexes()).toEqual([
        { name: 'a_id', valid: true },
        { name: 'a_x', valid: true },
      ])
    })

    test('is not cut off by the lock timeout of other files while it waits for a writer', async () => {
      on.write('0001_a', 'CREATE TABLE a (id int)')
      await on.apply()
      on.write('0002_b', 'CREATE INDEX CONCURRENTLY a_id ON a (id)')
      const writer = await somebody('INSERT INTO a VALUES (1)')
      const applying = on.apply({ settings: { lockTimeout: 100, statementTimeout: 0 } })
      await new Promise((resolve) => setTimeout(resolve, 600))
      await writer.query('COMMIT')
      await writer.end()
      expect((await applying).changed).toBe(true)
    })

    test('that runs into its statement timeout leaves nothing behind', async () => {
      on.write('0001_a', 'CREATE TABLE a (id int)')
      await on.apply()
      on.write('0002_b', '-- migrate: statement-timeout 300ms\nCREATE INDEX CONCURRENTLY a_id ON a (id)')
      const writer = await somebody('INSERT INTO a VALUES (1)')
      const applying = on.apply().catch((error) => error)
      await new Promise((resolve) => setTimeout(resolve, 900))
      await writer.query('COMMIT')
      await writer.end()
      expect(await applying).toMatchObject({ what: expect.stringContaining('57014') })
      expect(await indexes()).toEqual([])
    })
  })

  test('DROP INDEX CONCURRENTLY that was cut off after its work counts as done', async () => {
    on.write('0001_a', 'CREATE TABLE a (id int); CREATE INDEX a_id ON a (id)')
    on.write('0002_b', 'DROP INDEX CONCURRENTLY a_id')
    await on.apply()
    // As if the runner had been killed between the work and its record.
    await on.rows("DELETE FROM migrate.history WHERE version = '0002' AND state = 'applied'")
    await on.apply()
    expect(await states('0002')).toEqual([{ state: 'running' }, { state: 'running' }, { state: 'applied' }])
  })

  describe('REINDEX CONCURRENTLY', () => {
    test('drops what an interrupted one left, and repairs an invalid index', async () => {
      on.write('0001_a', 'CREATE TABLE a (id int); CREATE INDEX a_id ON a (id)')
      await on.apply()
      const reader = await somebody('SELECT * FROM a')
      await ignoring(on.rows("SET statement_timeout = '300ms'"))
      const impatient = new pg.Client({ connectionString: on.url, options: '-c statement_timeout=300' })
      await impatient.connect()
      await ignoring(impatient.query('REINDEX INDEX CONCURRENTLY a_id'))
      await impatient.end()
      await reader.query('COMMIT')
      await reader.end()
      expect(await indexes()).toContainEqual({ name: expect.stringMatching(/_cc(new|old)$/), valid: false })
      on.write('0002_b', 'REINDEX INDEX CONCURRENTLY a_id')
      await on.apply()
      expect(await indexes()).toEqual([{ name: 'a_id', valid: true }])
    })

    test('that fails leaves the indexes as they were', async () => {
      on.write('0001_a', 'CREATE TABLE a (id int); CREATE INDEX a_id ON a (id)')
      await on.apply()
      on.write('0002_b', '-- migrate: statement-timeout 300ms\nREINDEX TABLE CONCURRENTLY a')
      const reader = await somebody('SELECT * FROM a')
      const applying = on.apply().catch((error) => error)
      await new Promise((resolve) => setTimeout(resolve, 900))
      await reader.query('COMMIT')
      await reader.end()
      expect(await applying).toMatchObject({ code: 'MIGRATION_FAILED' })
      expect(await indexes()).toEqual([{ name: 'a_id', valid: true }])
    })
  })

  describe('DETACH PARTITION CONCURRENTLY', () => {
    const partitions = () =>
      on.rows("SELECT inhrelid::regclass::text AS name FROM pg_inherits WHERE inhparent = 'p'::regclass")

    beforeEach(async () => {
      on.write(
        '0001_p',
        'CREATE TABLE p (id int) PARTITION BY LIST (id); CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1)',
      )
      await on.apply()
      on.write('0002_detach', 'ALTER TABLE p DETACH PARTITION p1 CONCURRENTLY')
    })

    test('that was cut off is finished', async () => {
      const reader = await somebody('SELECT * FROM p')
      const impatient = new pg.Client({ connectionString: on.url, options: '-c statement_timeout=300' })
      await impatient.connect()
      await ignoring(impatient.query('ALTER TABLE p DETACH PARTITION p1 CONCURRENTLY'))
      await impatient.end()
      await reader.query('COMMIT')
      await reader.end()
      expect(await on.rows('SELECT inhdetachpending AS pending FROM pg_inherits')).toEqual([
        { pending: true },
      ])
      await on.apply()
      expect(await partitions()).toEqual([])
      expect(await states('0002')).toEqual([{ state: 'running' }, { state: 'applied' }])
    })

    test('that was cut off after its work counts as done', async () => {
      await on.apply()
      await on.rows("DELETE FROM migrate.history WHERE version = '0002' AND state = 'applied'")
      await on.apply()
      expect(await partitions()).toEqual([])
    })
  })
})
