/** Databases that were not made by this step, and histories that no longer fit the folder. */
import { createHash } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
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

const inEffect = () => on.rows('SELECT version FROM migrate.history_current ORDER BY id')

describe('a baseline', () => {
  beforeEach(async () => {
    on.write('0001_a', 'CREATE TABLE a (id int)')
    on.write('0002_b', 'CREATE TABLE b (id int)')
    on.write('0003_c', 'CREATE TABLE c (id int)')
    await on.rows('CREATE TABLE a (id int); CREATE TABLE b (id int)')
  })

  const hash = (text: string) => createHash('sha256').update(text).digest('hex')
  const at = '2026-01-31T12:00:00Z'

  test.each([
    [
      'omnibase_infra',
      `CREATE TABLE schema_migrations (migration_id text PRIMARY KEY, applied_at timestamptz, checksum text, source_set text);
       INSERT INTO schema_migrations VALUES ('docker/0001_a.up.sql', '${at}', 'applied-by-runner', 'docker'), ('node:runtime:0002_b.sql', '${at}', 'x', 'node')`,
    ],
    [
      'omniintelligence',
      `CREATE TABLE schema_migrations (id serial, migration_name text, applied_at timestamptz, checksum text);
       INSERT INTO schema_migrations (migration_name, applied_at, checksum) VALUES ('0001_a', '${at}', '${hash('CREATE TABLE a (id int)')}'), ('0002_b', '${at}', NULL)`,
    ],
    [
      'omniclaude',
      `CREATE TABLE public.claude_migrations (filename text, applied_at timestamptz);
       INSERT INTO claude_migrations VALUES ('0001_a.sql', '${at}'), ('0002_b.sql', '${at}')`,
    ],
    [
      'omninode_cloud, beside its audit log',
      `CREATE TABLE schema_migrations (version text PRIMARY KEY, applied_at timestamptz, checksum text);
       CREATE TABLE migrations_log (version text, direction text, applied_at timestamptz, checksum text);
       INSERT INTO schema_migrations VALUES ('0001', '${at}', 'manual-application'), ('0002', '${at}', 'skip-manifest');
       INSERT INTO migrations_log VALUES ('0001', 'forward', '${at}', ''), ('0003', 'forward', '${at}', ''), ('0003', 'rollback', '${at}', '')`,
    ],
    [
      'Flyway',
      `CREATE TABLE flyway_schema_history (installed_rank int, version text, script text, checksum int, installed_on timestamp, success boolean);
       INSERT INTO flyway_schema_history VALUES (1, '1', '0001_a.sql', 1, '${at}', true), (2, '2', '0002_b.sql', 1, '${at}', true), (3, '3', '0003_c.sql', 1, '${at}', false)`,
    ],
  ])('adopts the ledger of %s, shown first, and the next run applies the rest', async (_tool, ledger) => {
    await on.rows(ledger)
    const plan = await on.plan('baseline')
    expect(plan.changes).toMatchObject([
      {
        action: 'update',
        address: 'db/migrations/0001_a',
        note: expect.stringContaining('it is recorded, not run'),
      },
      { action: 'update', address: 'db/migrations/0002_b' },
    ])
    expect(plan.changes[0]?.note).toContain('in effect on 2026-01-31')
    expect(await on.rows("SELECT to_regclass('migrate.history') AS h")).toEqual([{ h: null }])
    expect((await on.does('baseline')).changed).toBe(true)
    expect(await inEffect()).toEqual([{ version: '0001' }, { version: '0002' }])
    expect((await on.apply()).results.map(({ address }) => address)).toEqual(['db/migrations/0003_c'])
    expect((await on.plan('baseline')).changes).toEqual([])
  })

  test('without a ledger takes what `to` says', async () => {
    await expect(on.plan('baseline')).rejects.toMatchObject({ code: 'BASELINE_UNCLEAR' })
    await on.does('baseline', { to: '0002' })
    expect(await inEffect()).toEqual([{ version: '0001' }, { version: '0002' }])
  })

  test('tells what a ledger has that the folder has not, and what differs', async () => {
    await on.rows(
      `CREATE TABLE schema_migrations (version text PRIMARY KEY, applied_at timestamptz, checksum text);
       INSERT INTO schema_migrations VALUES ('0001', now(), '${hash('something else')}'), ('0000_gone', now(), '')`,
    )
    expect((await on.plan('baseline')).findings.map(({ rule }) => rule)).toEqual([
      'ledger-checksum',
      'ledger-entry-unknown',
    ])
  })

  test('refuses a ledger with a hole', async () => {
    await on.rows(
      "CREATE TABLE schema_migrations (version text PRIMARY KEY); INSERT INTO schema_migrations VALUES ('0002')",
    )
    await expect(on.plan('baseline')).rejects.toMatchObject({
      code: 'BASELINE_GAP',
      source: { file: 'db/migrations/0001_a.up.sql' },
    })
  })
})

describe('a repair', () => {
  test('says what it would do, and settles an edited file, one that is gone, and a run that was cut off', async () => {
    on.write('0001_a', 'CREATE TABLE a (id int)')
    on.write('0002_b', 'CREATE INDEX CONCURRENTLY a_id ON a (id)')
    on.write('0003_c', 'CREATE TABLE c (id int)')
    await on.apply()
    on.write('0001_a', 'CREATE TABLE a (id int) -- a comment')
    on.remove('db/migrations/0003_c.up.sql')
    on.remove('db/migrations/0003_c.down.sql')
    await on.rows("DELETE FROM migrate.history WHERE version = '0002' AND state = 'applied'")
    await expect(on.plan()).rejects.toBeDefined()
    const plan = await on.plan('repair')
    expect(plan.changes.map(({ address, note }) => `${address}: ${note}`)).toEqual([
      expect.stringMatching(
        /^db\/migrations\/0001_a: history has [0-9a-f]{12} and will have [0-9a-f]{12}; nothing is run$/,
      ),
      expect.stringMatching(
        /^db\/migrations\/0003: its file is gone: history will not count it as in effect/,
      ),
      expect.stringMatching(/^db\/migrations\/0002_b \(unfinished\): a run that was cut off/),
    ])
    await on.does('repair')
    expect(await inEffect()).toEqual([{ version: '0001' }])
    expect((await on.plan('repair')).changes).toEqual([])
    await on.apply()
    expect(await inEffect()).toHaveLength(2)
    expect(await on.rows("SELECT count(*)::int FROM migrate.history WHERE state = 'repaired'")).toEqual([
      { count: 2 },
    ])
  })
})

describe('a file that says no-transaction', () => {
  const procedure =
    'CREATE TABLE t (id int); CREATE TABLE by (n int); INSERT INTO by VALUES (0); CREATE PROCEDURE fill() LANGUAGE plpgsql AS $$ BEGIN FOR i IN 1..3 LOOP INSERT INTO t VALUES (i); COMMIT; END LOOP; PERFORM pg_sleep((SELECT n FROM by)); END $$'
  const ids = () => on.rows('SELECT id FROM t ORDER BY id')
  const states = () =>
    on.rows("SELECT state, statement FROM migrate.history WHERE version = '0002' ORDER BY id")

  beforeEach(async () => {
    on.write('0001_t', procedure)
    await on.apply()
  })

  test('calls a procedure that commits by itself, and is in history like any other', async () => {
    on.write(
      '0002_fill',
      '-- migrate: no-transaction\nCALL fill();\nINSERT INTO t VALUES (9);',
      '-- migrate: no-transaction\nDELETE FROM t WHERE true; CALL fill()',
    )
    expect((await on.plan()).changes[0]?.note).toContain('runs outside a transaction')
    await on.apply()
    expect(await ids()).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }, { id: 9 }])
    expect((await states()).at(-1)).toMatchObject({ state: 'applied' })
    expect((await on.plan()).changes).toEqual([])
    await on.does('rollback', { allowDataLoss: true })
    expect(await ids()).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }])
  })

  test('goes on at the statement that failed: what is recorded as done is done, and once', async () => {
    on.write(
      '0002_more',
      '-- migrate: no-transaction\nINSERT INTO t VALUES (1);\nSET search_path = public;\nINSERT INTO t SELECT 2 / n FROM by;\nINSERT INTO t VALUES (3);',
    )
    await expect(on.apply()).rejects.toMatchObject({
      code: 'MIGRATION_FAILED',
      source: { file: 'db/migrations/0002_more.up.sql', line: 4 },
    })
    expect(await ids()).toEqual([{ id: 1 }])
    await on.rows('UPDATE by SET n = 1')
    await on.apply()
    expect(await ids()).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }])
  })

  test('that is killed in a statement does it once, and one that commits by itself is asked about', async () => {
    on.write(
      '0002_slow',
      '-- migrate: no-transaction\nINSERT INTO t VALUES (1);\nINSERT INTO t SELECT 2 FROM pg_sleep((SELECT n FROM by));\nCALL fill();',
    )
    await on.rows('UPDATE by SET n = 30')
    const kill = async (text: string) => {
      const runner = on.runner('apply')
      await on.untilRunning(text)
      runner.child.kill('SIGKILL')
      await runner.ended
    }
    await kill('SELECT 2 FROM pg_sleep')
    await on.rows('UPDATE by SET n = 0')
    await on.apply()
    expect(await ids()).toEqual([{ id: 1 }, { id: 1 }, { id: 2 }, { id: 2 }, { id: 3 }])
    on.write('0003_call', '-- migrate: no-transaction\nCALL fill();')
    await on.rows('UPDATE by SET n = 30; TRUNCATE t')
    await kill('CALL fill')
    for (const _again of [1, 2])
      await expect(on.apply()).rejects.toMatchObject({ code: 'MIGRATION_UNCLEAR', source: { line: 2 } })
    await on.rows('UPDATE by SET n = 0')
    await on.does('repair')
    await on.apply()
    expect(await ids()).toHaveLength(6)
  })

  test('sets nothing for a transaction that it has not', async () => {
    on.write(
      '0002_local',
      "-- migrate: no-transaction\nSET LOCAL work_mem = '1MB';\nINSERT INTO t VALUES (1);",
    )
    await expect(on.plan()).rejects.toMatchObject({ code: 'SQL_MIXED', source: { line: 2 } })
  })
})
