/** The core on the oldest PostgreSQL that migrate works with, and on the newest: each with one server for all tests. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import pg from 'pg'
import { startOldest } from '#sandbox/postgres/oldest.ts'
import { type Postgres, startPostgres } from '#sandbox/postgres/postgres.ts'
import { createTestWorld } from '#toolkit/world/test/world.ts'
import type { MigratePlan } from '../../src/plan.ts'
import { previewTasks } from '../../src/preview/preview.ts'
import { NEWEST, OLDEST } from '../../src/session/releases.ts'
import { isKnownFunction } from '../../src/sql/functions.ts'
import { documentedFunctions } from '../documented-functions.ts'
import { type Setting, setUp } from '../migrating.ts'

const quiet = { progress: () => undefined }

describe.each([
  [OLDEST, () => startOldest(quiet)] as const,
  [NEWEST, () => startPostgres({ ...quiet, binaries: 'embedded' })] as const,
])('on PostgreSQL %i', (release, start) => {
  let postgres: Postgres
  let on: Setting

  beforeAll(async () => {
    postgres = await start()
    // A commit of a test does not wait for the disk.
    await postgres.query('postgres', 'ALTER SYSTEM SET fsync = off')
    await postgres.query('postgres', 'SELECT pg_reload_conf()')
  }, 120_000)
  afterAll(() => postgres.stop())
  beforeEach(async () => {
    on = await setUp(postgres)
  })
  afterEach(() => on.close())

  const current = () => on.rows('SELECT version FROM migrate.history_current ORDER BY 1')
  const states = (version: string) =>
    on.rows(`SELECT state FROM migrate.history WHERE version = '${version}' ORDER BY id`)

  /** Somebody else's session, in an open transaction. */
  async function somebody(sql: string): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: on.url, application_name: 'a long report' })
    client.on('error', () => undefined) // the server may end it
    await client.connect()
    await client.query(`BEGIN; ${sql}`)
    return client
  }

  /** Plans with a round trip on a server of the same programs. */
  function preview(): Promise<MigratePlan> {
    const { world } = createTestWorld({
      workspace: on.workspace,
      env: { PATH: `${postgres.bin}:${process.env['PATH']}` },
    })
    const { migrations, history, settings } = on.run('plan')
    return on.plan('plan', {
      preview: (tasks, of, reviewed) =>
        previewTasks(
          tasks,
          migrations,
          {
            ...of,
            scratch: 'always',
            server: undefined,
            history,
            choices: new Map(),
            settings,
            reviewed,
          },
          world,
        ),
    })
  }

  test('it is the server that is told', async () => {
    expect(Number.parseInt(postgres.version, 10)).toBe(release)
  })

  test('files are applied once, recorded, and rolled back', async () => {
    on.write('0001_a', 'CREATE TABLE a (id int); INSERT INTO a VALUES (1)', 'DROP TABLE a')
    on.write('0002_b', 'CREATE INDEX CONCURRENTLY a_id ON a (id)', 'DROP INDEX CONCURRENTLY a_id')
    expect((await on.plan()).changes).toHaveLength(2)
    await on.apply()
    expect((await on.plan()).changes).toEqual([])
    expect(await current()).toEqual([{ version: '0001' }, { version: '0002' }])
    await on.does('rollback')
    expect(await current()).toEqual([{ version: '0001' }])
    expect(await on.rows("SELECT FROM pg_class WHERE relname = 'a_id'")).toEqual([])
    await on.does('rollback', { allowDataLoss: true })
    expect(await current()).toEqual([])
  })

  test('a concurrent build that is cut off is found, and built anew', async () => {
    on.write('0001_a', 'CREATE TABLE a (id int)')
    await on.apply()
    on.write('0002_b', 'CREATE INDEX CONCURRENTLY a_id ON a (id)')
    const writer = await somebody('INSERT INTO a VALUES (1)')
    const cut = on.apply().catch((error: unknown) => error)
    await on.untilRunning('CREATE INDEX CONCURRENTLY a_id')
    await postgres.query(
      'postgres',
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND query LIKE 'CREATE INDEX%'",
      [on.database],
    )
    expect(await cut).toMatchObject({ code: expect.stringMatching(/LOST|FAILED|INTERRUPTED/) })
    await writer.query('COMMIT')
    await writer.end()
    expect(await on.rows('SELECT indisvalid FROM pg_index WHERE indrelid = $$a$$::regclass')).toEqual([
      { indisvalid: false },
    ])
    await on.apply()
    expect(await on.rows('SELECT indisvalid FROM pg_index WHERE indrelid = $$a$$::regclass')).toEqual([
      { indisvalid: true },
    ])
    expect((await states('0002')).at(-1)).toEqual({ state: 'applied' })
  })

  test('what else is done concurrently is done: an index that is there is adopted, REINDEX, DETACH, DROP', async () => {
    on.write(
      '0001_a',
      "CREATE TABLE a (id int); CREATE INDEX a_id ON a (lower(id::text)) WHERE id > 0; CREATE TABLE p (d date) PARTITION BY RANGE (d); CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')",
    )
    await on.apply()
    on.write('0002_b', 'CREATE INDEX CONCURRENTLY a_id ON a (lower(id::text)) WHERE id > 0')
    on.write('0003_c', 'REINDEX TABLE CONCURRENTLY a')
    on.write('0004_d', 'ALTER TABLE p DETACH PARTITION p1 CONCURRENTLY')
    on.write('0005_e', 'DROP INDEX CONCURRENTLY a_id')
    await on.apply()
    expect(on.lines.join('\n')).toContain('adopted')
    expect(await current()).toHaveLength(5)
    expect(await on.rows('SELECT FROM pg_inherits')).toEqual([])
  })

  test('a lock that somebody holds is waited for briefly, and he is named', async () => {
    on.write('0001_a', 'CREATE TABLE a (id int)')
    await on.apply()
    on.write('0002_b', 'ALTER TABLE a ADD COLUMN b int')
    const reader = await somebody('SELECT * FROM a')
    const settings = { lockTimeout: 800, statementTimeout: 0 }
    await expect(on.apply({ settings, retries: 0 })).rejects.toMatchObject({
      code: 'MIGRATION_FAILED',
      what: expect.stringContaining('55P03'),
      fix: expect.stringMatching(/It waited for pid [0-9]+ \(a long report\)/),
    })
    await reader.query('COMMIT')
    await reader.end()
    await on.apply({ settings })
    expect(await current()).toHaveLength(2)
  })

  test('two runs at once are one after the other', async () => {
    on.write('0001_a', 'CREATE TABLE a (id int); SELECT pg_sleep(0.3)')
    await Promise.all([on.apply(), on.apply()])
    expect(await states('0001')).toEqual([{ state: 'applied' }])
  })

  test('a failed COMMIT lets nothing later take effect', async () => {
    on.write(
      '0001_a',
      'CREATE TABLE a (id int PRIMARY KEY, b int REFERENCES a DEFERRABLE INITIALLY DEFERRED)',
    )
    on.write('0002_b', 'INSERT INTO a VALUES (1, 2)')
    on.write('0003_c', 'CREATE TABLE c ()')
    await expect(on.apply()).rejects.toMatchObject({ code: 'MIGRATION_FAILED' })
    expect(await current()).toEqual([{ version: '0001' }])
    expect(await on.rows("SELECT to_regclass('c') AS c")).toEqual([{ c: null }])
  })

  test('the round trip is made on a server of that release, and what it observed is told', async () => {
    on.write('0001_a', 'CREATE TABLE a (id bigint PRIMARY KEY, n int NOT NULL, s text)', 'DROP TABLE a')
    await on.apply()
    on.write(
      '0002_b',
      'ALTER TABLE a ALTER n TYPE bigint; CREATE VIEW v AS SELECT n FROM a',
      'DROP VIEW v; ALTER TABLE a ALTER n TYPE int',
    )
    const { evidence, changes, findings } = await preview()
    expect(evidence).toMatchObject([
      {
        verdict: 'pass',
        text: expect.stringContaining(
          `On PostgreSQL ${postgres.version}: up, down and up again gave the same schema.`,
        ),
        difference: expect.arrayContaining(['+ view public.v: AS']),
      },
    ])
    expect(evidence[0]?.text).not.toContain('The database is')
    expect(changes[0]).toMatchObject({
      note: expect.stringContaining('ACCESS EXCLUSIVE` on `a`, which blocks reads and writes: rewrites it'),
    })
    expect(findings.map(({ rule }) => rule)).toContain('change-column-type')
  })

  test('what came with PostgreSQL 18 is tried, observed and compared there, and told as refused before', async () => {
    const table = `CREATE TABLE t (id bigint PRIMARY KEY, a int, "of" int4range, valid daterange)`
    on.write('0001_t', table, 'DROP TABLE t')
    await on.apply()
    const ways: readonly (readonly [up: string, down: string])[] = [
      ['ADD COLUMN v int GENERATED ALWAYS AS (a * 2) VIRTUAL', 'DROP COLUMN v'],
      ['ADD CONSTRAINT c CHECK (a > 0) NOT ENFORCED', 'DROP CONSTRAINT c'],
      ['ADD CONSTRAINT f FOREIGN KEY (id) REFERENCES t NOT ENFORCED', 'DROP CONSTRAINT f'],
      ['ADD CONSTRAINT filled NOT NULL a NOT VALID', 'DROP CONSTRAINT filled'],
    ]
    for (const [index, [up, down]] of ways.entries())
      on.write(`000${index + 2}_x`, `ALTER TABLE t ${up}`, `ALTER TABLE t ${down}`)
    on.write(
      '0006_temporal',
      'CREATE TABLE u ("of" int4range, valid daterange, PRIMARY KEY ("of", valid WITHOUT OVERLAPS)); ALTER TABLE t ADD CONSTRAINT p FOREIGN KEY ("of", PERIOD valid) REFERENCES u ("of", PERIOD valid) NOT VALID',
      'ALTER TABLE t DROP CONSTRAINT p; DROP TABLE u',
    )
    const { evidence, findings } = await preview()
    if (release === OLDEST) {
      expect(findings).toMatchObject(
        expect.arrayContaining([
          expect.objectContaining({ rule: 'up-fails', message: expect.stringContaining('VIRTUAL') }),
        ]),
      )
      return
    }
    expect(findings.filter(({ rule }) => rule !== 'foreign-key-without-index')).toEqual([])
    expect(evidence).toMatchObject([{ verdict: 'pass' }])
    await on.apply()
    on.write(
      '0007_validate',
      'ALTER TABLE t VALIDATE CONSTRAINT filled',
      'ALTER TABLE t DROP CONSTRAINT filled, ADD CONSTRAINT filled NOT NULL a NOT VALID',
    )
    on.write('0008_filled', 'ALTER TABLE t ALTER a SET NOT NULL')
    expect((await preview()).findings).toEqual([])
    on.write(
      '0009_enforced',
      'ALTER TABLE t ALTER CONSTRAINT f ENFORCED',
      'ALTER TABLE t ALTER CONSTRAINT f NOT ENFORCED',
    )
    on.write(
      '0010_virtual',
      'ALTER TABLE t ADD COLUMN w int GENERATED ALWAYS AS (a * 3) VIRTUAL NOT NULL',
      'ALTER TABLE t DROP COLUMN w',
    )
    // What was observed does not overrule the lint.
    expect((await preview()).findings.map(({ rule }) => rule)).toEqual([
      'add-foreign-key-without-not-valid',
      'set-not-null',
    ])
  })

  test('the connection string is read as libpq reads it', async () => {
    await on.rows('CREATE SCHEMA app')
    const url = (database: string) =>
      `${postgres.url(database)}?options=${encodeURIComponent('-c search_path=app')}&connect_timeout=9&target_session_attrs=read-write`
    const own = await setUp(postgres, url)
    await own.rows('CREATE SCHEMA app')
    own.write('0001_a', 'CREATE TABLE a (id int)')
    await own.apply()
    expect(await own.rows("SELECT to_regclass('app.a')::text AS a")).toEqual([{ a: 'app.a' }])
    own.close()
  })

  test('it may be a role that owns little and inherits nothing, and what it lacks is named with its GRANT', async () => {
    const user = `login_${process.pid}`
    const inherits = release < 16 ? '' : ' WITH INHERIT FALSE'
    await postgres.query(
      'postgres',
      `CREATE ROLE ${user}_owner; CREATE ROLE ${user} LOGIN ${release < 16 ? 'NOINHERIT' : ''} PASSWORD 'p'; GRANT ${user}_owner TO ${user}${inherits}; ALTER ROLE ${user} SET role = ${user}_owner`,
    )
    const own = await setUp(postgres, (database) => {
      const url = new URL(postgres.url(database))
      url.username = user
      url.password = 'p'
      return url.href
    })
    own.write('0001_a', 'CREATE TABLE a (id int)')
    await expect(own.apply()).rejects.toMatchObject({
      fix: expect.stringContaining(`GRANT CREATE ON DATABASE ${own.database} TO <user>`),
    })
    await own.rows(
      `CREATE SCHEMA migrate AUTHORIZATION ${user}_owner; REVOKE CREATE ON SCHEMA public FROM PUBLIC`,
    )
    await expect(own.apply()).rejects.toMatchObject({
      fix: expect.stringContaining('GRANT USAGE, CREATE ON SCHEMA public TO <user>'),
    })
    await own.rows(`GRANT USAGE, CREATE ON SCHEMA public TO ${user}_owner`)
    own.write('0002_b', 'CREATE INDEX CONCURRENTLY a_id ON a (id)')
    await own.apply()
    expect(await own.rows('SELECT version FROM migrate.history_current')).toHaveLength(2)
    // Whoever may maintain what he does not own.
    await own.rows('CREATE TABLE others (id int); CREATE INDEX others_id ON others (id)')
    own.write('0003_c', 'REINDEX TABLE CONCURRENTLY others')
    await expect(own.apply()).rejects.toMatchObject({
      fix: expect.stringMatching(
        release < 17
          ? /^give others to the user, or GRANT <the role that owns it> TO <user>/
          : /^GRANT ALL ON others TO <user>/,
      ),
    })
    if (release >= 17) {
      await own.rows(`GRANT MAINTAIN ON others TO ${user}_owner`)
      await own.apply()
    }
    own.close()
  })

  test('a ledger of another tool is adopted, and what was done else is read', async () => {
    await on.rows(
      "CREATE TABLE schema_migrations (version text PRIMARY KEY); INSERT INTO schema_migrations VALUES ('0001'); CREATE TABLE a (id int)",
    )
    on.write('0001_a', 'CREATE TABLE a (id int)')
    on.write('0002_b', 'ALTER TABLE a ADD COLUMN b int')
    await on.does('baseline')
    await on.apply()
    expect(await current()).toEqual([{ version: '0001' }, { version: '0002' }])
  })

  test('every function that is there to be called is known, those apart that run the text they are given', async () => {
    const unknown = (await documentedFunctions(postgres)).filter((name) => !isKnownFunction(name))
    expect(unknown.filter((name) => !/^(?:query|cursor)_to_xml/.test(name))).toEqual([
      'ts_rewrite',
      'ts_stat',
    ])
  })
})
