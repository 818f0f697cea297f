/** Each file finds the session as the first one did, and waits for locks no longer than was said. */
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

describe('what a file leaves in its session, the next one does not find', () => {
  const leaves: readonly (readonly [what: string, file: string, next: string])[] = [
    ['a temporary table', 'CREATE TEMP TABLE users (id int)', 'ALTER TABLE users ADD COLUMN x int'],
    ['a table in pg_temp', 'CREATE TABLE pg_temp.users (id int)', 'ALTER TABLE users ADD COLUMN x int'],
    [
      'a temporary view',
      'CREATE TEMP VIEW v AS SELECT 1 AS x',
      'DO $$ BEGIN IF to_regclass($q$v$q$) IS NOT NULL THEN RAISE $q$there$q$; END IF; END $$',
    ],
    ['a setting', 'SET search_path = pg_catalog', 'CREATE TABLE found (id int)'],
    [
      'a setting made by a function',
      "SELECT set_config('search_path', 'pg_catalog', false)",
      'CREATE TABLE found (id int)',
    ],
    [
      'a setting made by a default',
      "CREATE TABLE d (id int); INSERT INTO d VALUES (1); ALTER TABLE d ADD COLUMN x text DEFAULT set_config('search_path', 'pg_catalog', false)",
      'CREATE TABLE found (id int)',
    ],
    ['a role', 'SET ROLE pg_monitor', 'CREATE TABLE found (id int)'],
    ['a session authorization', 'SET SESSION AUTHORIZATION plain', 'CREATE TABLE found (id int)'],
    ['a prepared statement', 'PREPARE p AS SELECT 1', 'PREPARE p AS SELECT 2'],
    ['a cursor', 'DECLARE c CURSOR WITH HOLD FOR SELECT 1', 'DECLARE c CURSOR WITH HOLD FOR SELECT 2'],
    [
      'LISTEN',
      'LISTEN here',
      "DO $$ BEGIN IF EXISTS (SELECT FROM pg_listening_channels()) THEN RAISE 'listens'; END IF; END $$",
    ],
    [
      'a temporary function',
      "CREATE FUNCTION pg_temp.f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
      "DO $$ BEGIN IF to_regprocedure('pg_temp.f()') IS NOT NULL THEN RAISE 'there'; END IF; END $$",
    ],
    [
      'the value of a sequence',
      "CREATE SEQUENCE s; SELECT nextval('s')",
      "DO $$ BEGIN PERFORM lastval(); RAISE 'known'; EXCEPTION WHEN object_not_in_prerequisite_state THEN NULL; END $$",
    ],
    [
      'how its transactions are',
      'SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY, ISOLATION LEVEL SERIALIZABLE',
      'CREATE TABLE found (id int)',
    ],
    [
      'constraints that are put off',
      'SET CONSTRAINTS ALL DEFERRED; SET ROLE NONE',
      'CREATE TABLE found (id int UNIQUE DEFERRABLE); INSERT INTO found VALUES (1)',
    ],
    ['time-outs', "SET statement_timeout = '1ms'", 'SELECT pg_sleep(0.02)'],
  ]

  beforeAll(() => postgres.query('postgres', 'CREATE ROLE plain'))

  test.each(leaves)('%s', async (_what, file, next) => {
    const ALTERED =
      "SELECT count(*)::int AS columns FROM pg_attribute WHERE attrelid = 'public.users'::regclass AND attnum > 0"
    for (const isFresh of [true, false]) {
      const setting = isFresh ? on : await setUp(postgres)
      if (!isFresh) await setting.rows('CREATE TABLE used (id int)')
      setting.write('0001_users', 'CREATE TABLE public.users (id int)')
      setting.write('0002_file', file)
      setting.write('0003_next', next)
      await setting.apply()
      if (next.startsWith('ALTER TABLE users')) expect(await setting.rows(ALTERED)).toEqual([{ columns: 2 }])
      if (next.includes('found'))
        expect(
          await setting.rows(
            "SELECT relowner::regrole::text <> 'plain' AS own FROM pg_class WHERE oid = 'public.found'::regclass",
          ),
        ).toEqual([{ own: true }])
      if (!isFresh) setting.close()
    }
  })

  test('nor behind a file that no transaction may hold', async () => {
    on.write(
      '0001_a',
      'CREATE TABLE a (id int); CREATE ROLE builder_of_a; ALTER TABLE a OWNER TO builder_of_a; GRANT CREATE ON SCHEMA public TO builder_of_a',
    )
    on.write(
      '0002_b',
      'SET ROLE builder_of_a;\nCREATE INDEX CONCURRENTLY one ON a (id);\nCREATE INDEX CONCURRENTLY two ON a (id)',
    )
    on.write('0003_c', 'CREATE TABLE c (id int)')
    await on.apply()
    expect(
      await on.rows(
        "SELECT relowner::regrole::text = 'builder_of_a' AS own FROM pg_class WHERE relname IN ('two', 'c') ORDER BY relname DESC",
      ),
    ).toEqual([{ own: true }, { own: false }])
    expect(
      await on.rows(
        "SELECT statement FROM migrate.history WHERE version = '0002' AND state = 'running' ORDER BY id",
      ),
    ).toEqual([{ statement: 1 }, { statement: 2 }, { statement: 3 }])
    await on.rows('DROP TABLE a; REVOKE ALL ON SCHEMA public FROM builder_of_a; DROP ROLE builder_of_a')
  })
})

test('history is written by who the session began as: a role that ALTER ROLE sets, and that its user does not inherit', async () => {
  const user = `login_${process.pid}`
  await postgres.query(
    'postgres',
    `CREATE ROLE ${user}_owner; CREATE ROLE ${user} LOGIN NOINHERIT PASSWORD 'p' IN ROLE ${user}_owner; ALTER ROLE ${user} SET role = ${user}_owner`,
  )
  const setting = await setUp(postgres, (database) => {
    const url = new URL(on.url)
    url.username = user
    url.password = 'p'
    url.pathname = `/${database}`
    return url.href
  })
  await postgres.query('postgres', `ALTER DATABASE ${setting.database} OWNER TO ${user}_owner`)
  await setting.rows('GRANT CREATE ON SCHEMA public TO PUBLIC')
  setting.write('0001_a', 'CREATE TABLE a (id int)')
  setting.write(
    '0002_b',
    `CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'; SET SESSION AUTHORIZATION DEFAULT`,
  )
  setting.write('0003_c', 'CREATE INDEX CONCURRENTLY a_id ON a (id)')
  setting.write('0004_d', 'SELECT f()')
  await setting.apply()
  expect(await setting.rows('SELECT version FROM migrate.history_current')).toHaveLength(4)
  setting.close()
})

describe('outside of a transaction', () => {
  /** Somebody else's session, in an open transaction. */
  async function somebody(sql: string): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: on.url, application_name: 'a long report' })
    await client.connect()
    await client.query(`BEGIN; ${sql}`)
    return client
  }

  test.each([
    'VACUUM FULL a',
    'REINDEX SCHEMA public',
    '-- migrate: no-transaction\nALTER TABLE a ADD COLUMN b int',
    '-- migrate: no-transaction\nDO $$BEGIN ALTER TABLE a ADD COLUMN b int; END$$',
  ])(
    'a statement steps back when it does not get its lock, so that nobody queues behind it, and comes again: %s',
    async (sql) => {
      on.write('0001_a', 'CREATE TABLE a (id int); CREATE INDEX a_id ON a (id)')
      await on.apply()
      on.write('0002_b', sql)
      const report = await somebody('LOCK TABLE a IN SHARE ROW EXCLUSIVE MODE; SELECT * FROM a')
      const applying = on.apply({ settings: { lockTimeout: 700, statementTimeout: 0 } })
      const began = performance.now()
      while (!on.lines.some((line) => line.includes('it stepped back')) && performance.now() - began < 20_000)
        await new Promise((resolve) => setTimeout(resolve, 50))
      expect(on.lines.join('\n')).toMatch(/needs a lock that .*a long report.* holds; it stepped back/)
      await report.query('COMMIT')
      await report.end()
      expect((await applying).changed).toBe(true)
    },
  )

  test('and gives up after its retries, naming who holds the lock', async () => {
    on.write('0001_a', 'CREATE TABLE a (id int)')
    await on.apply()
    on.write('0002_b', '-- migrate: retries 0\nVACUUM FULL a')
    const report = await somebody('LOCK TABLE a IN SHARE MODE')
    await expect(on.apply({ settings: { lockTimeout: 700, statementTimeout: 0 } })).rejects.toMatchObject({
      what: expect.stringContaining('55P03'),
      fix: expect.stringMatching(/It waited for .*a long report/),
    })
    await report.end()
  })
})

describe('a right that is missing is named with what gives it', () => {
  const user = `few_rights_${process.pid}`
  const reached = (database: string) => {
    const url = new URL(on.url)
    url.username = user
    url.password = 'p'
    url.pathname = `/${database}`
    return url.href
  }
  let as: Setting

  beforeAll(() => postgres.query('postgres', `CREATE ROLE ${user} LOGIN PASSWORD 'p'`))
  beforeEach(async () => {
    as = await setUp(postgres, reached)
    as.write('0001_a', 'SELECT 1')
  })
  afterEach(() => as.close())

  test('to make the schema of history', async () => {
    await expect(as.apply()).rejects.toMatchObject({
      code: 'DATABASE_ERROR',
      fix: expect.stringContaining(`GRANT CREATE ON DATABASE ${as.database} TO <user>`),
    })
  })

  test('which is not needed where that schema is there', async () => {
    await as.rows(`CREATE SCHEMA migrate AUTHORIZATION ${user}`)
    expect((await as.apply()).changed).toBe(true)
  })

  test('to make the history in its schema', async () => {
    await as.rows(`CREATE SCHEMA migrate; GRANT USAGE ON SCHEMA migrate TO ${user}`)
    await expect(as.apply()).rejects.toMatchObject({
      code: 'DATABASE_ERROR',
      fix: expect.stringContaining('GRANT USAGE, CREATE ON SCHEMA migrate TO <user>'),
    })
  })

  test('to write into history: and it is not taken for a constraint', async () => {
    on.write('0001_a', 'SELECT 1')
    await as.rows(`CREATE SCHEMA migrate AUTHORIZATION ${user}`)
    await as.apply()
    await as.rows(
      `REVOKE INSERT ON migrate.history FROM ${user}; ALTER TABLE migrate.history OWNER TO CURRENT_USER; GRANT SELECT ON ALL TABLES IN SCHEMA migrate TO ${user}`,
    )
    as.write('0002_b', 'SELECT 2')
    const failure = await as.apply().catch((error) => error)
    expect(failure).toMatchObject({
      code: 'DATABASE_ERROR',
      fix: expect.stringContaining('GRANT ALL ON history TO <user>'),
    })
    expect(failure.message).not.toContain('constraint')
  })

  test('of a file, on its line', async () => {
    await as.rows(
      `CREATE SCHEMA migrate AUTHORIZATION ${user}; CREATE TABLE theirs (id int); CREATE SCHEMA closed`,
    )
    as.write('0001_a', 'SELECT 1;\nALTER TABLE theirs ADD COLUMN x int')
    await expect(as.apply()).rejects.toMatchObject({
      code: 'MIGRATION_FAILED',
      fix: expect.stringContaining('GRANT <the role that owns it> TO <user>'),
      source: { line: 2 },
    })
    as.write('0001_a', 'CREATE TABLE closed.a (id int)')
    await expect(as.apply()).rejects.toMatchObject({
      fix: expect.stringContaining('GRANT USAGE, CREATE ON SCHEMA closed TO <user>'),
    })
  })
})
