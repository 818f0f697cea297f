import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
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

  describe('applying', () => {
    test('does everything once, and finds nothing to do the second time', async () => {
      on.write('0001_a', 'CREATE TABLE a (id int); INSERT INTO a VALUES (1)')
      on.write('0002_b', 'CREATE INDEX CONCURRENTLY a_id ON a (id)')
      expect((await on.plan()).changes.map((change) => change.address)).toEqual([
        'db/migrations/0001_a',
        'db/migrations/0002_b',
      ])
      expect((await on.apply()).changed).toBe(true)
      expect((await on.plan()).changes).toEqual([])
      expect(await on.rows('SELECT * FROM a')).toEqual([{ id: 1 }])
      expect(await on.rows('SELECT version, name FROM migrate.history_current ORDER BY 1')).toEqual([
        { version: '0001', name: 'a' },
        { version: '0002', name: 'b' },
      ])
      expect(await on.rows("SELECT version FROM migrate.history WHERE state = 'running'")).toEqual([
        { version: '0002' },
      ])
    })

    test('plans with reads only', async () => {
      on.write('0001_a', 'CREATE TABLE a (id int)')
      await on.plan()
      expect(await on.rows("SELECT 1 FROM pg_namespace WHERE nspname = 'migrate'")).toEqual([])
    })

    test('is the same on a database that is empty and on one that is used', async () => {
      await on.rows('CREATE TABLE used (id int)')
      for (let i = 1; i <= 40; i++) on.write(`${String(i).padStart(4, '0')}_t`, `CREATE TABLE t${i} (id int)`)
      await on.apply()
      expect(await on.rows("SELECT count(*)::int FROM pg_class WHERE relname ~ '^t[0-9]+$'")).toEqual([
        { count: 40 },
      ])
      expect(await on.rows('SELECT count(*)::int FROM migrate.history_current')).toEqual([{ count: 40 }])
    })

    test('stops at a version when asked, and goes on from there', async () => {
      for (const name of ['a', 'b', 'c'])
        on.write(`000${'abc'.indexOf(name) + 1}_${name}`, `CREATE TABLE ${name} ()`)
      await on.apply({ to: '0002' })
      expect(await on.rows('SELECT version FROM migrate.history_current')).toHaveLength(2)
      expect((await on.plan()).changes.map(({ address }) => address)).toEqual(['db/migrations/0003_c'])
      await expect(on.plan('apply', { to: '0009' })).rejects.toMatchObject({ code: 'VERSION_UNKNOWN' })
    })

    test('remembers who did what, when, for how long, in which run, and how to undo it', async () => {
      on.write('0001_a', 'SELECT pg_sleep(0.2)', 'SELECT 2')
      await on.apply()
      expect(
        await on.rows(
          `SELECT state, direction, attempts, actor, repository, sha, run_url, run, tool_version, down_sql, irreversible,
                    finished_at - started_at > '0.2 s' AS measured FROM migrate.history`,
        ),
      ).toEqual([
        {
          state: 'applied',
          direction: 'up',
          attempts: 1,
          actor: 'octocat',
          repository: 'omninode-ai/omninode_infra',
          sha: '0'.repeat(40),
          run_url: 'https://github.com/omninode-ai/omninode_infra/actions/runs/1',
          run: '1',
          tool_version: '0.1.0',
          down_sql: 'SELECT 2',
          irreversible: null,
          measured: true,
        },
      ])
    })

    test('lets a file that changed settings not change those of the next', async () => {
      on.write('0001_a', "SET search_path = pg_catalog; SET statement_timeout = '1ms'; SET ROLE pg_monitor")
      on.write('0002_b', 'CREATE TABLE public_table (id int); SELECT pg_sleep(0.02)')
      await on.rows('CREATE TABLE used (id int)')
      await on.apply()
      expect(await on.rows("SELECT to_regclass('public.public_table')::text AS t")).toEqual([
        { t: 'public_table' },
      ])
    })

    test('takes time-outs from the head of a file', async () => {
      on.write('0001_a', '-- migrate: statement-timeout 100ms\nSELECT 1;\nSELECT pg_sleep(5)')
      await expect(on.apply()).rejects.toMatchObject({
        what: expect.stringContaining('57014'),
        source: { line: 3, column: 1 },
      })
    })
  })

  describe('a file that fails', () => {
    test('is undone, whole, and told with where, what, and where the run stands', async () => {
      on.write('0001_a', 'CREATE TABLE a (id int)')
      on.write(
        '0002_b',
        'CREATE TABLE b (id int);\n\n-- ü😀\nALTER TABLE a ADD COLUMN x int,\n  ALTER COLUMN missing SET NOT NULL;\n',
      )
      on.write('0003_c', 'CREATE TABLE c (id int)')
      await expect(on.apply()).rejects.toMatchObject({
        code: 'MIGRATION_FAILED',
        what: expect.stringContaining('column "missing" of relation "a" does not exist'),
        why: expect.stringContaining(
          'applied: db/migrations/0001_a; not applied: db/migrations/0002_b, db/migrations/0003_c.',
        ),
        source: { file: 'db/migrations/0002_b.up.sql', line: 4, column: 1 },
      })
      expect(on.lines).toContain('applied: db/migrations/0001_a')
      expect(await on.rows("SELECT to_regclass('b') AS b")).toEqual([{ b: null }])
      expect(await on.rows('SELECT version, state FROM migrate.history ORDER BY id')).toEqual([
        { version: '0001', state: 'applied' },
        { version: '0002', state: 'failed' },
      ])
    })

    test.each([
      ['an unknown column, at its column', '-- é😀\nSELECT 1;\nSELECT nothing_here FROM pg_class;\n', 3, 8],
      [
        'a broken constraint, on its statement',
        'CREATE TABLE x (id int PRIMARY KEY);\n\nINSERT INTO x\n VALUES (1), (1);\n',
        3,
        1,
      ],
      [
        'an unknown relation of a foreign key',
        'SELECT 1;\n/* ; */ CREATE TABLE y (\n  z int REFERENCES nowhere\n)',
        2,
        9,
      ],
      [
        'an error inside a DO block, on its line',
        "SELECT 1;\nDO $$\nBEGIN\n  PERFORM 1;\n  RAISE EXCEPTION 'no';\nEND $$",
        5,
        undefined,
      ],
      ['a refused right', 'SELECT 1;\n\n  SET ROLE nobody_at_all;', 3, 3],
    ])('is annotated on the exact line: %s', async (_what, sql, line, column) => {
      on.write('0001_a', sql)
      const failure = await on.apply().catch((error) => error)
      expect(failure).toMatchObject({
        code: 'MIGRATION_FAILED',
        source: { file: 'db/migrations/0001_a.up.sql', line },
      })
      if (column !== undefined) expect(failure.source.column).toBe(column)
      const text = sql.split('\n')[line - 1] ?? ''
      expect(failure.what).toContain(`    ${text}\n    ${' '.repeat((column ?? 1) - 1)}^`)
    })

    test('at the end of its transaction says that it came from a deferred constraint', async () => {
      on.write(
        '0001_a',
        'CREATE TABLE p (id int PRIMARY KEY);\nCREATE TABLE q (p int REFERENCES p DEFERRABLE INITIALLY DEFERRED);\nINSERT INTO q VALUES (1);',
      )
      await expect(on.apply()).rejects.toMatchObject({
        what: expect.stringContaining('23503'),
        why: expect.stringContaining('deferred constraints'),
      })
    })
  })

  describe('what contradicts history is refused:', () => {
    test('an edited file, one that is gone, and one that comes late, all at once', async () => {
      for (const name of ['0001_a', '0002_b', '0003_c', '0004_d'])
        on.write(name, `CREATE TABLE t${name} (id int)`)
      await on.apply()
      await on.rows("DELETE FROM migrate.history WHERE version = '0003'")
      on.write('0001_a', 'CREATE TABLE a (id bigint)')
      on.remove('db/migrations/0004_d.up.sql')
      on.remove('db/migrations/0004_d.down.sql')
      on.write('0004_e', 'SELECT 1')
      on.write('0005_f', 'SELECT 1')
      await on.rows("UPDATE migrate.history SET version = '0009' WHERE version = '0004'")
      await on.rows(
        "INSERT INTO migrate.history (version, name, checksum, direction, state, started_at, finished_at, lock_wait_ms, attempts, actor, repository, sha, run_url, run, tool_version, down_sql) SELECT '0005', 'f', checksum, direction, state, started_at, finished_at, 0, 1, '', '', '', '', '', '', '' FROM migrate.history WHERE version = '0001'",
      )
      const failure = await on.plan().catch((error) => error)
      expect(failure.all.map(({ code }: { code: string }) => code).sort()).toEqual([
        'MIGRATION_EDITED',
        'MIGRATION_EDITED',
        'MIGRATION_GONE',
        'MIGRATION_OUT_OF_ORDER',
        'MIGRATION_OUT_OF_ORDER',
      ])
    })

    test('line ends alone are no edit', async () => {
      on.write('0001_a', 'SELECT 1;\nSELECT 2;\n')
      await on.apply()
      on.write('0001_a', 'SELECT 1;\r\nSELECT 2;\r\n')
      expect((await on.plan()).changes).toEqual([])
    })

    test('a table of that name that is not ours', async () => {
      on.write('0001_a', 'SELECT 1')
      await on.rows('CREATE SCHEMA migrate; CREATE TABLE migrate.history (id int)')
      await expect(on.plan()).rejects.toMatchObject({ code: 'HISTORY_FOREIGN' })
    })
  })

  describe('rolling back', () => {
    beforeEach(async () => {
      for (const name of ['a', 'b', 'c'])
        on.write(
          `000${'abc'.indexOf(name) + 1}_${name}`,
          `CREATE TABLE ${name} (id int)`,
          `DROP TABLE ${name}`,
        )
      await on.apply()
    })

    test('undoes the last one with the rollback that history keeps, although the files are gone', async () => {
      rmSync(join(on.workspace, 'db/migrations/0003_c.down.sql'))
      rmSync(join(on.workspace, 'db/migrations/0003_c.up.sql'))
      expect((await on.does('rollback', { allowDataLoss: true })).changed).toBe(true)
      expect(await on.rows("SELECT to_regclass('b')::text AS b, to_regclass('c')::text AS c")).toEqual([
        { b: 'b', c: null },
      ])
      expect(await on.rows('SELECT version FROM migrate.history_current ORDER BY 1')).toEqual([
        { version: '0001' },
        { version: '0002' },
      ])
    })

    test('goes back to a version, in reverse order, and forward again', async () => {
      const plan = await on.plan('rollback', { to: '0001' })
      expect(plan.changes.map(({ address }) => address)).toEqual([
        'db/migrations/0003_c (down)',
        'db/migrations/0002_b (down)',
      ])
      await on.does('rollback', { to: '0001' })
      expect(await on.rows('SELECT version FROM migrate.history_current')).toEqual([{ version: '0001' }])
      expect((await on.apply()).changed).toBe(true)
      expect(await on.rows('SELECT version FROM migrate.history_current')).toHaveLength(3)
    })

    test('is blocked by what loses data until that is allowed', async () => {
      const blocked = await on.plan('rollback')
      expect(blocked.findings).toMatchObject([
        { rule: 'data-loss', severity: 'error', source: { file: 'db/migrations/0003_c.down.sql', line: 1 } },
      ])
      expect((await on.plan('rollback', { allowDataLoss: true })).findings).toMatchObject([
        { rule: 'data-loss', severity: 'warning' },
      ])
    })

    test('says why a file cannot be undone', async () => {
      on.file('db/migrations/0004_d.up.sql', '-- migrate: irreversible: the keys are gone\nSELECT 1')
      await on.apply()
      await expect(on.plan('rollback')).rejects.toMatchObject({
        code: 'IRREVERSIBLE',
        what: '0004 (d) cannot be undone: the keys are gone.',
      })
    })
  })
})
