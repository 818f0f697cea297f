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

    test.each([
      [
        'of a comment within the statement',
        'CREATE /* the */ INDEX -- one\n CONCURRENTLY a_id ON /* all of */ public . /* a */ a (id)',
      ],
      ['of words of SQL in its name', 'CREATE INDEX CONCURRENTLY "a USING b ON c" ON a (id)'],
      ['of a table whose name holds a quote', 'CREATE INDEX CONCURRENTLY q ON "t""a" (id)'],
    ])('adopts a finished index whose record was lost, in spite %s', async (_what, sql) => {
      on.write('0001_a', 'CREATE TABLE a (id int); CREATE TABLE "t""a" (id int)')
      on.write('0002_b', sql)
      await on.apply()
      await on.rows("DELETE FROM migrate.history WHERE version = '0002'")
      await on.apply()
      expect(on.lines.join('\n')).toContain('adopted')
    })

    describe('is the index of its table, not whatever has its name:', () => {
      beforeEach(async () => {
        on.write(
          '0001_a',
          'CREATE TABLE a (id int); CREATE TABLE other (id int); INSERT INTO other VALUES (1), (1)',
        )
        await on.apply()
        on.write('0002_b', 'CREATE INDEX CONCURRENTLY IF NOT EXISTS taken ON a (id)')
      })

      const invalid = () =>
        on.rows(
          "SELECT indrelid::regclass::text AS t, indisvalid AS valid FROM pg_index WHERE indexrelid = to_regclass('taken')",
        )

      test.each([
        ['an index of another table', 'CREATE INDEX taken ON other (id)', /It is on public.other/],
        [
          'an unfinished index of another table',
          'CREATE UNIQUE INDEX CONCURRENTLY taken ON other (id)',
          /It is on public.other/,
        ],
        ['a table', 'CREATE TABLE taken (id int)', /share their names/],
        ['a view', 'CREATE VIEW taken AS SELECT 1', /share their names/],
      ])('%s is refused, and left as it is', async (_what, there, why) => {
        await ignoring(on.rows(there))
        const before = await invalid()
        for (let attempt = 0; attempt < 2; attempt++)
          await expect(on.apply()).rejects.toMatchObject({
            code: 'INDEX_DIFFERS',
            why: expect.stringMatching(why),
            source: { file: 'db/migrations/0002_b.up.sql', line: 1 },
          })
        expect(await invalid()).toEqual(before)
        expect(await indexes()).toEqual([])
      })

      test('an unfinished index of the same table that is another one is refused, and left as it is', async () => {
        await on.rows('INSERT INTO a VALUES (1), (1)')
        await ignoring(on.rows('CREATE UNIQUE INDEX CONCURRENTLY taken ON a (id)'))
        await expect(on.apply()).rejects.toMatchObject({
          code: 'INDEX_DIFFERS',
          why: expect.stringContaining(
            'It is unfinished: CREATE UNIQUE INDEX taken ON public.a USING btree (id). The file would make it USING btree (id).',
          ),
        })
        expect(await indexes()).toEqual([{ name: 'taken', valid: false }])
      })

      test('one of a table of that name in another schema says nothing, and the search path says which is meant', async () => {
        await on.rows('CREATE SCHEMA app; CREATE TABLE app.a (id int); CREATE INDEX taken ON app.a (id)')
        on.write(
          '0003_c',
          'SET search_path = app;\nCREATE INDEX CONCURRENTLY taken ON a (id);\nCREATE INDEX CONCURRENTLY other ON a (id)',
        )
        await on.apply()
        expect(
          await on.rows(
            "SELECT indexrelid::regclass::text AS i, indrelid::regclass::text AS t FROM pg_index WHERE indrelid IN ('public.a'::regclass, 'app.a'::regclass) ORDER BY 1",
          ),
        ).toEqual([
          { i: 'app.other', t: 'app.a' },
          { i: 'app.taken', t: 'app.a' },
          { i: 'taken', t: 'a' },
        ])
        expect(on.lines.filter((line) => line.includes('adopted'))).toHaveLength(1)
      })

      test('one that another session is building now is left to it', async () => {
        const writer = await somebody('INSERT INTO a VALUES (1)')
        const builder = new pg.Client({ connectionString: on.url })
        await builder.connect()
        const built = builder.query('CREATE INDEX CONCURRENTLY taken ON a (id)')
        await on.untilRunning('CREATE INDEX CONCURRENTLY taken')
        await expect(on.apply()).rejects.toMatchObject({
          code: 'INDEX_DIFFERS',
          why: expect.stringMatching(/^Process [0-9]+ of the server is building it/),
        })
        await writer.query('COMMIT')
        await writer.end()
        await built
        await builder.end()
        await on.apply()
        expect(await indexes()).toEqual([{ name: 'taken', valid: true }])
      })
    })

    test('drops what it has left although its file sets a lock timeout', async () => {
      on.write('0001_a', 'CREATE TABLE a (id int)')
      await on.apply()
      on.write(
        '0002_b',
        '-- migrate: lock-timeout 100ms\n-- migrate: retries 0\nCREATE INDEX CONCURRENTLY a_id ON a (id)',
      )
      const writer = await somebody('INSERT INTO a VALUES (1)')
      const applying = on.apply().catch((error) => error)
      await new Promise((resolve) => setTimeout(resolve, 900))
      await writer.query('COMMIT')
      await writer.end()
      expect(await applying).toMatchObject({
        what: expect.stringContaining('55P03'),
        fix: expect.stringContaining('The unfinished index was dropped.'),
      })
      expect(await indexes()).toEqual([])
    })

    test('may follow a SET of its session, which is put back behind the file', async () => {
      on.write('0001_a', 'CREATE TABLE a (id int)')
      on.write(
        '0002_b',
        "SET maintenance_work_mem = '77MB';\nSET search_path = public;\nCREATE INDEX CONCURRENTLY a_id ON a (id)",
      )
      on.write('0003_c', "CREATE TABLE c AS SELECT current_setting('maintenance_work_mem') AS memory")
      await on.apply()
      expect(await indexes()).toEqual([{ name: 'a_id', valid: true }])
      expect(await on.rows('SELECT memory FROM c')).not.toEqual([{ memory: '77MB' }])
    })

    test.each(['SET LOCAL lock_timeout = 1', 'SET TRANSACTION READ ONLY'])(
      'is refused behind what ends with its own statement: %s',
      async (setting) => {
        on.write('0001_a', `${setting};\nCREATE INDEX CONCURRENTLY a_id ON a (id)`)
        await expect(on.plan()).rejects.toMatchObject({
          code: 'SQL_MIXED',
          fix: expect.stringContaining('SET without LOCAL'),
          source: { line: 1 },
        })
      },
    )

    test('several in one file are built one by one, and an interrupted file goes on where it was', async () => {
      on.write('0001_a', 'CREATE TABLE a (id int, x int); INSERT INTO a VALUES (1, 1), (2, 1)')
      on.write(
        '0002_b',
        'CREATE INDEX CONCURRENTLY a_id ON a (id);\nCREATE UNIQUE INDEX CONCURRENTLY a_x ON a (x);\nDROP INDEX CONCURRENTLY IF EXISTS nothing;',
      )
      await expect(on.apply()).rejects.toMatchObject({ source: { line: 2, column: 1 } })
      expect(await indexes()).toEqual([{ name: 'a_id', valid: true }])
      expect((await on.plan()).changes[0]?.note).toContain('has failed at statement 2: it goes on there')
      await on.rows('UPDATE a SET x = id')
      await on.apply()
      expect(await indexes()).toEqual([
        { name: 'a_id', valid: true },
        { name: 'a_x', valid: true },
      ])
    })

    test('ends when what it has left cannot be dropped in the time that locks may take, and the next run drops it', async () => {
      on.write('0001_a', 'CREATE TABLE a (id int)')
      await on.apply()
      on.write(
        '0002_b',
        '-- migrate: lock-timeout 100ms\n-- migrate: retries 0\nCREATE INDEX CONCURRENTLY a_id ON a (id)',
      )
      const writer = await somebody('INSERT INTO a VALUES (1)')
      const applying = on.apply({ settings: { lockTimeout: 100, statementTimeout: 0 }, retries: 3 })
      const late = setTimeout(() => writer.query('COMMIT'), 4_000)
      await expect(applying).rejects.toMatchObject({
        fix: expect.stringContaining(
          'What it left unfinished could not be dropped; the next run does that first.',
        ),
      })
      clearTimeout(late)
      await writer.query('COMMIT')
      await writer.end()
      await on.apply()
      expect(await indexes()).toEqual([{ name: 'a_id', valid: true }])
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

  describe('only what was cut off is looked for in what is there already:', () => {
    test.each([
      ['a name with a typo', 'DROP INDEX CONCURRENTLY a_idd'],
      ['a partition that is none', 'ALTER TABLE p DETACH PARTITION a CONCURRENTLY'],
      ['an index that is none', 'REINDEX INDEX CONCURRENTLY a_idd'],
      ['a table that is none', 'CREATE INDEX CONCURRENTLY i ON nothing (id)'],
    ])('%s is refused each time', async (_what, sql) => {
      on.write('0001_a', 'CREATE TABLE a (id int); CREATE TABLE p (id int) PARTITION BY LIST (id)')
      on.write('0002_b', sql)
      for (let attempt = 0; attempt < 3; attempt++)
        await expect(on.apply()).rejects.toMatchObject({ code: 'MIGRATION_FAILED' })
      expect((await on.plan()).changes[0]?.note).toContain('has failed at statement 1')
    })

    test('so it is in a rollback', async () => {
      on.write('0001_a', 'CREATE TABLE a (id int)', 'DROP INDEX CONCURRENTLY a_idd')
      await on.apply()
      for (let attempt = 0; attempt < 2; attempt++)
        await expect(on.does('rollback', { allowDataLoss: true })).rejects.toMatchObject({
          code: 'MIGRATION_FAILED',
        })
    })

    test('an edited file inherits nothing of the old one', async () => {
      on.write('0001_a', 'CREATE TABLE a (id int); CREATE INDEX a_id ON a (id)')
      on.write('0002_b', 'DROP INDEX CONCURRENTLY a_id')
      await on.apply()
      await on.rows("DELETE FROM migrate.history WHERE version = '0002' AND state = 'applied'")
      on.write('0002_b', 'DROP INDEX CONCURRENTLY a_idd')
      await expect(on.apply()).rejects.toMatchObject({ code: 'MIGRATION_FAILED' })
    })

    test('what a time-out ended was refused', async () => {
      on.write('0001_a', 'CREATE TABLE a (id int); CREATE INDEX a_id ON a (id)')
      await on.apply()
      on.write('0002_b', '-- migrate: statement-timeout 200ms\nDROP INDEX CONCURRENTLY a_id')
      const reader = await somebody('SELECT * FROM a')
      await expect(on.apply()).rejects.toMatchObject({ what: expect.stringContaining('57014') })
      await reader.query('COMMIT')
      await reader.end()
      await on.rows('DROP INDEX a_id')
      for (let attempt = 0; attempt < 2; attempt++)
        await expect(on.apply()).rejects.toMatchObject({ what: expect.stringContaining('42704') })
    })

    test('what comes behind the statement that was cut off was never begun', async () => {
      on.write('0001_a', 'CREATE TABLE a (id int); CREATE INDEX a_id ON a (id)')
      on.write('0002_b', 'DROP INDEX CONCURRENTLY a_id;\nDROP INDEX CONCURRENTLY a_idd')
      await ignoring(on.apply())
      // As if it had been killed during the first.
      await on.rows(
        "DELETE FROM migrate.history WHERE version = '0002' AND (state = 'failed' OR statement = 2)",
      )
      await expect(on.apply()).rejects.toMatchObject({ code: 'MIGRATION_FAILED', source: { line: 2 } })
    })

    test('what is before it is not done twice', async () => {
      on.write('0001_a', 'CREATE TABLE a (id int)')
      on.write(
        '0002_b',
        "CREATE SUBSCRIPTION s CONNECTION 'host=x' PUBLICATION p WITH (connect = false, slot_name = NONE);\nCREATE INDEX CONCURRENTLY a_id ON a (nothing)",
      )
      for (let attempt = 0; attempt < 2; attempt++)
        await expect(on.apply()).rejects.toMatchObject({ source: { line: 2 } })
      await on.rows('DROP SUBSCRIPTION s')
    })
  })

  describe('REINDEX CONCURRENTLY', () => {
    test('of a table passes over an unrelated index that is not valid, and says so', async () => {
      on.write(
        '0001_a',
        'CREATE TABLE a (id int); INSERT INTO a VALUES (1), (1); CREATE INDEX a_id ON a (id)',
      )
      await on.apply()
      await ignoring(on.rows('CREATE UNIQUE INDEX CONCURRENTLY somebodys ON a (id)'))
      on.write('0002_b', 'REINDEX TABLE CONCURRENTLY a')
      await on.apply()
      expect(await indexes()).toEqual([
        { name: 'a_id', valid: true },
        { name: 'somebodys', valid: false },
      ])
      expect(on.lines.join('\n')).toContain(
        'public.somebodys is not valid, and REINDEX of a whole table passes over it',
      )
    })

    test('leaves an unfinished index alone that only has the name of a leftover', async () => {
      on.write(
        '0001_a',
        'CREATE TABLE a (id int); INSERT INTO a VALUES (1), (1); CREATE INDEX a_id ON a (id)',
      )
      await on.apply()
      await ignoring(on.rows('CREATE UNIQUE INDEX CONCURRENTLY a_id_ccnew ON a (id)'))
      on.write('0002_b', 'REINDEX TABLE CONCURRENTLY a')
      await on.apply()
      expect(await indexes()).toContainEqual({ name: 'a_id_ccnew', valid: false })
    })

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

    test('steps back so that nobody queues behind it who reads the partition itself, and is finished then', async () => {
      const reader = await somebody('SELECT * FROM p1')
      const applying = on.apply({ settings: { lockTimeout: 300, statementTimeout: 0 } })
      await on.untilRunning('DETACH PARTITION')
      await on.rows("SET lock_timeout = '4s'; SELECT * FROM p1")
      while (!on.lines.some((line) => line.includes('it stepped back')))
        await new Promise((resolve) => setTimeout(resolve, 20))
      await reader.query('COMMIT')
      await reader.end()
      await applying
      expect(on.lines.join('\n')).toContain('half detached: finishing that')
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
