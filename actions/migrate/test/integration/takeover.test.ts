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
