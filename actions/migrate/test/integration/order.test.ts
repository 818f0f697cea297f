/** What follows a file takes effect only when that file has: on a database that nobody uses yet, files are sent without waiting. */
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

const inEffect = async () =>
  (await on.rows('SELECT version FROM migrate.history_current ORDER BY id')).map(
    (row) => (row as { version: string }).version,
  )
const tables = async () =>
  (await on.rows("SELECT relname FROM pg_class WHERE relname ~ '^t[0-9]+$' ORDER BY 1")).map(
    (row) => (row as { relname: string }).relname,
  )

const KEYS =
  'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE q (p int REFERENCES p DEFERRABLE INITIALLY DEFERRED)'
/** A trigger that is checked at COMMIT, by a function of the folder's own. */
const CHECKED_LATE = (body: string) =>
  `CREATE TABLE late (id int); CREATE FUNCTION late() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${body} END $$;
   CREATE CONSTRAINT TRIGGER late AFTER INSERT ON late DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION late()`

describe('nothing behind a file that fails takes effect', () => {
  test.each([
    ['at COMMIT, by a deferred key', KEYS, 'INSERT INTO q VALUES (1)', '23503'],
    [
      'at COMMIT, by a deferred trigger',
      CHECKED_LATE("RAISE EXCEPTION 'too late';"),
      'INSERT INTO late VALUES (1)',
      'P0001',
    ],
    ['at a statement', 'SELECT 1', 'SELECT 1/0', '22012'],
    [
      'although it put its constraints off to COMMIT again',
      KEYS,
      'SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED; INSERT INTO q VALUES (1)',
      '23503',
    ],
  ])('%s: and once it is corrected, the run goes on', async (_when, first, broken, sqlstate) => {
    on.write('0001_a', first)
    on.write('0002_b', broken)
    for (let n = 3; n <= 9; n++) on.write(`000${n}_t`, `CREATE TABLE t${n} (id int)`)
    const failure = await on.apply().catch((error) => error)
    expect(failure).toMatchObject({
      code: 'MIGRATION_FAILED',
      source: { file: 'db/migrations/0002_b.up.sql' },
    })
    expect(failure.what).toContain(sqlstate)
    expect(await tables()).toEqual([])
    expect(await inEffect()).toEqual(['0001'])
    on.write('0002_b', 'SELECT 1')
    await on.apply()
    expect(await inEffect()).toHaveLength(9)
    expect(await tables()).toHaveLength(7)
  })

  test('in a run of more files than are under way at once', async () => {
    on.write('0001_a', KEYS)
    for (let n = 2; n <= 450; n++)
      on.write(
        `${String(n).padStart(4, '0')}_t`,
        n === 200 ? 'INSERT INTO q VALUES (1)' : `CREATE TABLE t${n} (id int)`,
      )
    await expect(on.apply()).rejects.toMatchObject({
      what: expect.stringContaining('23503'),
      source: { file: 'db/migrations/0200_t.up.sql' },
    })
    expect(await inEffect()).toHaveLength(199)
    expect(await tables()).toHaveLength(198)
  })

  test('on a database that is used', async () => {
    await on.rows(`CREATE TABLE used (id int); ${KEYS}`)
    on.write('0001_a', 'INSERT INTO q VALUES (1)')
    on.write('0002_t', 'CREATE TABLE t2 (id int)')
    await expect(on.apply()).rejects.toMatchObject({ what: expect.stringContaining('23503') })
    expect(await tables()).toEqual([])
  })
})

describe('what is told as applied, history holds:', () => {
  /** The history's own rows do not arrive, and nobody is told. */
  const SWALLOWS = `CREATE FUNCTION swallow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
    CREATE TRIGGER swallow BEFORE INSERT ON migrate.history FOR EACH ROW WHEN (new.version = '0002') EXECUTE FUNCTION swallow()`

  test.each(['nobody uses yet', 'is used'])(
    'a row that does not arrive ends the run, and nothing follows, on a database that %s',
    async (which) => {
      if (which === 'is used') await on.rows('CREATE TABLE used (id int)')
      on.write('0001_a', SWALLOWS)
      on.write('0002_b', 'CREATE TABLE t2 (id int)')
      on.write('0003_t', 'CREATE TABLE t3 (id int)')
      await expect(on.apply()).rejects.toMatchObject({
        code: 'HISTORY_LOST',
        source: { file: 'db/migrations/0002_b.up.sql' },
        why: expect.stringMatching(/cannot tell: .*0002_b; not applied: db\/migrations\/0003_t\./),
      })
      expect(await tables()).toEqual(['t2'])
    },
  )

  test('so does the row of an index that is built concurrently', async () => {
    on.write('0001_a', `CREATE TABLE t1 (id int); ${SWALLOWS}`)
    on.write('0002_b', 'CREATE INDEX CONCURRENTLY i ON t1 (id)')
    await expect(on.apply()).rejects.toMatchObject({
      code: 'HISTORY_LOST',
      source: { file: 'db/migrations/0002_b.up.sql' },
    })
  })
})
