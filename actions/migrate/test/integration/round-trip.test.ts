/** What a plan tries on a scratch database, on both servers. */
import { rmSync } from 'node:fs'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import pg from 'pg'
import { type Postgres, startPostgres } from '#sandbox/postgres/postgres.ts'
import type { DatabaseTarget } from '#toolkit/postgres/target.ts'
import { createTestWorld } from '#toolkit/world/test/world.ts'
import { makeScratchRole, SCRATCH_ROLE } from '../../src/preview/scratch/role.ts'
import { type Pair, type RoundTrip, roundTrip } from '../../src/preview/scratch/round-trip.ts'
import { seed } from '../../src/preview/scratch/seed.ts'
import { loadParser, type Parse } from '../../src/sql/parser.ts'
import { readScript } from '../../src/sql/statements.ts'

const history = { schema: 'migrate', table: 'history' }
let parse: Parse

beforeAll(async () => {
  parse = await loadParser()
})

type Ways = readonly [up: string, down: string | undefined]

function pair(index: number, [up, down]: Ways): Pair {
  const version = String(index + 1).padStart(4, '0')
  return {
    version,
    up: readScript(parse, `${version}_x.up.sql`, up),
    down: down === undefined ? undefined : readScript(parse, `${version}_x.down.sql`, down),
  }
}

describe.each([
  ['the PostgreSQL of the machine', 'machine'] as const,
  ['PostgreSQL 18', 'embedded'] as const,
])('a round trip on %s', (_name, binaries) => {
  let postgres: Postgres

  beforeAll(async () => {
    postgres = await startPostgres({ binaries, progress: () => undefined })
    // A commit of a test does not wait for the disk.
    await postgres.query('postgres', 'ALTER SYSTEM SET fsync = off')
    await postgres.query('postgres', 'SELECT pg_reload_conf()')
    const superuser = new pg.Client({ connectionString: postgres.url('postgres') })
    await superuser.connect()
    await makeScratchRole(superuser, 'scratch')
    await superuser.query('GRANT CONNECT ON DATABASE postgres TO PUBLIC')
    await superuser.end()
  }, 120_000)
  afterAll(() => postgres.stop())

  /** Somebody on the server. */
  function as(user: string, password: string, port = postgres.port): DatabaseTarget {
    const own = { host: '127.0.0.1', port, database: 'postgres', tls: undefined }
    return { ...own, user, password: async () => password }
  }

  const superuser = () => as('sandbox', new URL(postgres.url('postgres')).password)

  async function travel(
    base: readonly string[],
    fresh: readonly Ways[],
    more: { user?: DatabaseTarget; signal?: AbortSignal; port?: number; release?: number } = {},
  ): Promise<RoundTrip> {
    const { signal, user, port, release = Number.parseInt(postgres.version, 10) } = more
    const access =
      user === undefined
        ? { maker: superuser(), runner: as(SCRATCH_ROLE, 'scratch', port) }
        : { maker: user, runner: user }
    const { world } = createTestWorld({ workspace: '/', ...(signal === undefined ? {} : { signal }) })
    try {
      return await roundTrip({
        access,
        base: base.map((sql, index) => pair(index, [sql, 'SELECT 1'])),
        fresh: fresh.map((each, index) => pair(base.length + index, each)),
        release,
        history,
        world,
      })
    } finally {
      rmSync(world.temp, { recursive: true })
    }
  }

  async function left(): Promise<unknown[]> {
    const { rows } = await postgres.query(
      'postgres',
      "SELECT datname AS name FROM pg_database WHERE datname LIKE 'omninode_scratch%' UNION ALL SELECT rolname FROM pg_roles WHERE rolname NOT LIKE 'pg_%' AND rolname NOT IN ('sandbox', 'omninode_scratch')",
    )
    return rows
  }

  test('on a server of another release than the database says so, and takes no refusal of what a release lacks for one of the file', async () => {
    const make: Ways = ['CREATE TABLE t (id bigint)', 'DROP TABLE t']
    const same = await travel([], [make])
    expect(same.elsewhere).toBeUndefined()
    const held = await travel([], [make], { release: 17 })
    expect(held).toMatchObject({
      verdict: 'held',
      elsewhere: expect.stringMatching(/^ The database is PostgreSQL 17, and may do otherwise: /),
    })
    for (const lacking of [
      'SELECT of_a_later_release(1)',
      'SET setting_of_a_later_release = 1',
      'CREATE TABLE u (a of_a_later_release)',
      "SET client_min_messages = 'much'",
    ]) {
      const trip = await travel([], [make, [lacking, 'SELECT 1']], { release: 17 })
      expect(trip).toMatchObject({
        verdict: 'unknown',
        findings: [],
        why: expect.stringMatching(
          /^0002_x.up.sql:1 cannot be tried: .*, which PostgreSQL 17 may take otherwise$/,
        ),
      })
      expect((await travel([], [make, [lacking, 'SELECT 1']])).findings).toMatchObject([{ rule: 'up-fails' }])
    }
    // What the file itself has wrong is wrong everywhere.
    const wrong = await travel([], [make, ['INSERT INTO nothing VALUES (1)', 'SELECT 1']], { release: 17 })
    expect(wrong).toMatchObject({ verdict: 'broken', findings: [{ rule: 'up-fails' }] })
  })

  test('of a file of 150,000 statements holds, and each of them is told', async () => {
    const count = 150_000
    // Of each, a comment may be the last.
    const inserts = Array.from({ length: count }, (_, id) => `INSERT INTO many VALUES (${id}) -- row\n;`)
    const trip = await travel(
      ['CREATE TABLE many (id int); CREATE TABLE other (id int)'],
      [[`LOCK TABLE other IN SHARE MODE;\n${inserts.join('\n')}`, 'TRUNCATE many']],
    )
    expect(trip).toMatchObject({ verdict: 'held', findings: [] })
    expect(trip.observations).toHaveLength(count + 1)
    const [lock, first, second] = trip.observations
    expect(lock).toMatchObject({ line: 1, blocked: ['other'], locks: [{ mode: 'SHARE', relation: 'other' }] })
    expect(first).toMatchObject({
      line: 2,
      statement: 'INSERT INTO many VALUES (0) -- row',
      blocked: ['other'],
      locks: [{ mode: 'ROW EXCLUSIVE', relation: 'many' }],
    })
    expect(second).toMatchObject({ line: 4, blocked: ['other'], locks: [], scans: [], rewrites: [] })
  }, 120_000)

  test('that holds shows how the schema would differ, and leaves no database behind', async () => {
    const trip = await travel(
      ['CREATE TABLE tenants (id bigint PRIMARY KEY)'],
      [
        [
          'CREATE TABLE orders (id bigint PRIMARY KEY, tenant_id bigint REFERENCES tenants)',
          'DROP TABLE orders',
        ],
        [
          'CREATE INDEX CONCURRENTLY orders_tenant ON orders (tenant_id)',
          'DROP INDEX CONCURRENTLY orders_tenant',
        ],
      ],
    )
    expect(trip).toMatchObject({
      verdict: 'held',
      why: 'up, down and up again gave the same schema',
      server: `PostgreSQL ${postgres.version}`,
      findings: [],
      notSeeded: [],
    })
    expect(trip.difference).toEqual([
      '+ column public.orders.id: bigint NOT NULL',
      '+ column public.orders.tenant_id: bigint',
      '+ constraint orders_pkey on public.orders: PRIMARY KEY (id)',
      '+ constraint orders_tenant_id_fkey on public.orders: FOREIGN KEY (tenant_id) REFERENCES public.tenants(id)',
      '+ index public.orders_tenant: CREATE INDEX orders_tenant ON public.orders USING btree (tenant_id)',
      '+ table public.orders',
    ])
    expect(await left()).toEqual([])
  })

  test('with nothing new holds', async () => {
    expect(await travel(['CREATE TABLE a ()'], [])).toMatchObject({ verdict: 'held', difference: [] })
  })

  describe('finds what the way down', () => {
    const trigger =
      'CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$; CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW EXECUTE FUNCTION g()'
    test.each([
      ['an index', 'CREATE INDEX a_b ON a (b)', 'SELECT 1', 'index public.a_b'],
      ['a grant', 'GRANT SELECT ON a TO PUBLIC', 'SELECT 1', 'grant on table public.a to PUBLIC'],
      ['a comment', "COMMENT ON TABLE a IS 'x'", 'SELECT 1', 'comment on table public.a'],
      ['a default', 'ALTER TABLE a ALTER COLUMN b SET DEFAULT 5', 'SELECT 1', 'column public.a.b'],
      ['an enum', "CREATE TYPE mood AS ENUM ('ok')", 'SELECT 1', 'type public.mood'],
      [
        'a function',
        "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        'SELECT 1',
        'function public.f()',
      ],
      ['the function of a trigger', trigger, 'DROP TRIGGER t ON a', 'function public.g()'],
      [
        'row security',
        'ALTER TABLE a ENABLE ROW LEVEL SECURITY; CREATE POLICY p ON a USING (true)',
        'DROP POLICY p ON a',
        'table public.a',
      ],
      ['a sequence', 'CREATE SEQUENCE IF NOT EXISTS s', 'SELECT 1', 'sequence public.s'],
      [
        'an index built concurrently',
        'CREATE INDEX CONCURRENTLY a_b ON a (b)',
        'SELECT 1',
        'index public.a_b',
      ],
    ])('forgets: %s', async (_what, up, down, object) => {
      const trip = await travel(['CREATE TABLE a (b int)'], [[up, down]])
      expect(trip).toMatchObject({
        verdict: 'broken',
        why: 'up, down and up again did not give the same schema',
        findings: [
          { rule: 'down-incomplete', severity: 'error', source: { file: '0002_x.down.sql', line: 1 } },
        ],
      })
      expect(trip.findings[0]?.message).toContain(object)
      expect(trip.difference.join('\n')).toContain(object)
    })

    test('takes away too much', async () => {
      const { findings } = await travel(
        ['CREATE TABLE a (b int, c int)'],
        [['ALTER TABLE a ADD COLUMN d int', 'ALTER TABLE a DROP COLUMN d, DROP COLUMN c']],
      )
      expect(findings[0]?.message).toBe(
        'It does not undo all that its up file does: `- column public.a.c: integer`.',
      )
    })

    test('leaves over, five objects at most, and how many more', async () => {
      const up = Array.from({ length: 9 }, (_, index) => `CREATE SEQUENCE s${index};`).join('\n')
      const { findings } = await travel([], [[up, 'DROP SEQUENCE s0']])
      expect(findings[0]?.message.match(/sequence public\.s\d/g)).toHaveLength(5)
      expect(findings[0]?.message).toMatch(/ … and 3 more\.$/)
    })
  })

  test('blames every file whose way down is incomplete, and not the files around them', async () => {
    const { findings } = await travel(
      ['CREATE TABLE a (b int, c int)'],
      [
        ['CREATE INDEX a_c ON a (c)', 'SELECT 1'],
        ['CREATE TABLE c (d int)', 'DROP TABLE c'],
        ['CREATE INDEX a_b ON a (b)', 'SELECT 1'],
        ['CREATE TABLE e (f int)', 'DROP TABLE e'],
      ],
    )
    expect(findings.map(({ source, message }) => [source?.file, /a_[bc]/.exec(message)?.[0]])).toEqual([
      ['0004_x.down.sql', 'a_b'],
      ['0002_x.down.sql', 'a_c'],
    ])
  })

  test('does not blame a way down for what another one left in its way', async () => {
    const { findings } = await travel(
      [],
      [
        ['CREATE TABLE a (b int)', 'DROP TABLE a'],
        ['CREATE VIEW v AS SELECT * FROM a', 'SELECT 1'],
      ],
    )
    expect(findings).toMatchObject([{ rule: 'down-incomplete', source: { file: '0002_x.down.sql' } }])
  })

  test('holds when a column that comes back stands behind the others, and says so', async () => {
    const { verdict, findings } = await travel(
      ['CREATE TABLE a (b int, c int)'],
      [
        ['CREATE TABLE z ()', 'DROP TABLE z'],
        ['ALTER TABLE a DROP COLUMN b', 'ALTER TABLE a ADD COLUMN b int'],
      ],
    )
    expect(verdict).toBe('held')
    expect(findings).toMatchObject([
      {
        rule: 'down-incomplete',
        severity: 'notice',
        message: expect.stringContaining('`- order of columns public.a: b, c`'),
      },
    ])
  })

  test('tells the order of columns once, and takes what a view of all of them sees of it for nothing else', async () => {
    const view = 'CREATE VIEW v AS SELECT t.*, upper(t.b) AS loud FROM t;'
    const anew = (sql: string) => `DROP VIEW v; ${sql}; ${view}`
    const { findings } = await travel(
      [`CREATE TABLE t (a int, b text, c int, d int); ${view}`],
      [
        ['CREATE TABLE other ()', 'DROP TABLE other'],
        [anew('ALTER TABLE t RENAME COLUMN c TO z'), anew('ALTER TABLE t RENAME COLUMN z TO c')],
        [anew('ALTER TABLE t DROP COLUMN a'), anew('ALTER TABLE t ADD COLUMN a int')],
      ],
    )
    expect(findings.map(({ severity, message, source }) => [severity, message, source?.file])).toEqual([
      [
        'notice',
        'After it the columns stand in another order than before: `- order of columns public.t: a, b, z, d`, `+ order of columns public.t: b, z, d, a`, `- order of columns public.v: a, b, z, d, loud`, `+ order of columns public.v: b, z, d, a, loud`.',
        '0004_x.down.sql',
      ],
    ])
  })

  test('tells the whole of what a file leaves over, also where a part of it was told of a later file', async () => {
    const made = (body: string) =>
      `CREATE OR REPLACE FUNCTION f() RETURNS text LANGUAGE sql AS $$\n  SELECT 'first';\n  ${body}\n$$`
    const { findings } = await travel(
      [made("SELECT 'old';")],
      [
        [made("SELECT 'new';"), 'SELECT 1'],
        [`DROP FUNCTION f(); ${made("SELECT 'newest';")}`, `SELECT 1`],
      ],
    )
    expect(findings.map(({ message }) => message)).toEqual([
      expect.stringMatching(/`- function public\.f\(\) .*`, `\+ function public\.f\(\) .*newest/),
      expect.stringMatching(/`- function public\.f\(\) .*old.*`, `\+ function public\.f\(\) .*newest/),
    ])
  })

  test('holds where an enum keeps the values that it has got, and says of each file which', async () => {
    const { verdict, findings } = await travel(
      ["CREATE TYPE mood AS ENUM ('ok', 'it''s, fine')"],
      [
        ["ALTER TYPE mood ADD VALUE IF NOT EXISTS 'sad' BEFORE 'ok'", 'SELECT 1'],
        ['CREATE TABLE t (m mood)', 'DROP TABLE t'],
        ["ALTER TYPE mood ADD VALUE IF NOT EXISTS 'glad'", 'SELECT 1'],
      ],
    )
    expect(verdict).toBe('held')
    expect(findings.map(({ severity, source }) => [severity, source?.file])).toEqual([
      ['notice', '0004_x.down.sql'],
      ['notice', '0002_x.down.sql'],
    ])
    expect(findings[0]?.message).toBe(
      "After it types keep the values that its up file has added: `- type public.mood: ENUM ('sad', 'ok', 'it''s, fine')`, `+ type public.mood: ENUM ('sad', 'ok', 'it''s, fine', 'glad')`.",
    )
  })

  test('finds a way up that makes another schema the second time, and data that is left, also where columns have moved', async () => {
    const moved = ['ALTER TABLE t DROP COLUMN a', 'ALTER TABLE t ADD COLUMN a int'] as const
    const base = ['CREATE TABLE t (a int, b int); CREATE TABLE d (x int PRIMARY KEY)']
    const random = `DO $$ BEGIN EXECUTE format('CREATE TABLE %I ()', 'r' || replace(gen_random_uuid()::text, '-', '')); END $$`
    const gone = `DO $$ DECLARE n text; BEGIN SELECT relname INTO n FROM pg_class WHERE relname ~ '^r[0-9a-f]{32}$'; EXECUTE format('DROP TABLE %I', n); END $$`
    const anew = await travel(base, [moved, [random, gone]])
    expect(anew.findings.at(-1)).toMatchObject({ rule: 'up-not-repeatable', severity: 'error' })
    const left = await travel(base, [moved, ['INSERT INTO d VALUES (1)', 'SELECT 1']])
    expect(left.findings.at(-1)).toMatchObject({ fix: 'Undo that in the down file too.' })
  })

  test.each([
    ['is added again', "ALTER TYPE mood ADD VALUE 'sad'", 'SELECT 1', /sad.*already exists/],
    ['has another name', "ALTER TYPE mood RENAME VALUE 'ok' TO 'fine'", 'SELECT 1', /type public\.mood/],
  ])('does not hold where a value of an enum %s', async (_what, up, down, message) => {
    const { verdict, findings } = await travel(["CREATE TYPE mood AS ENUM ('ok')"], [[up, down]])
    expect(verdict).toBe('broken')
    expect(findings.at(-1)).toMatchObject({ severity: 'error', message: expect.stringMatching(message) })
  })

  test('finds a way down that fails, on its line', async () => {
    const trip = await travel(
      [],
      [['CREATE TABLE a (b int)', '-- ü😀 undo\nDROP TABLE a;\n\n  DROP TABLE nothing_there']],
    )
    expect(trip).toMatchObject({
      verdict: 'broken',
      why: '0001_x.down.sql fails',
      findings: [{ rule: 'down-fails', source: { file: '0001_x.down.sql', line: 4 } }],
    })
    expect(trip.findings[0]?.message).toBe(
      'On a scratch database, after its up file, this fails: table "nothing_there" does not exist (SQLSTATE 42P01).',
    )
  })

  test('finds a way up that fails, at its place', async () => {
    const trip = await travel(
      ['CREATE TABLE a (b int)'],
      [
        ['CREATE TABLE c ()', 'DROP TABLE c'],
        ['-- é😀\nSELECT 1;\nSELECT missing FROM a', 'SELECT 1'],
        ['CREATE TABLE d ()', 'DROP TABLE d'],
      ],
    )
    expect(trip).toMatchObject({
      verdict: 'broken',
      why: '0003_x.up.sql cannot be applied',
      findings: [{ rule: 'up-fails', source: { file: '0003_x.up.sql', line: 3, column: 8 } }],
      difference: ['+ table public.c'],
    })
  })

  test.each([
    [
      'a constraint that is checked at the end',
      'CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p int REFERENCES p DEFERRABLE INITIALLY DEFERRED);\nINSERT INTO c VALUES (1)',
      1,
    ],
    ['an error inside a DO block', 'SELECT 1;\nDO $$\nBEGIN\n  RAISE EXCEPTION $a$no$a$;\nEND $$', 4],
  ])('finds %s', async (_what, up, line) => {
    expect((await travel([], [[up, 'SELECT 1']])).findings).toMatchObject([
      { rule: 'up-fails', source: { line } },
    ])
  })

  test('finds a way up that fails the second time, for data that the way down left', async () => {
    const trip = await travel(
      ['CREATE TABLE log (id int PRIMARY KEY)'],
      [['SELECT 1;\nINSERT INTO log VALUES (1)', 'SELECT 1']],
    )
    expect(trip).toMatchObject({
      verdict: 'broken',
      why: 'up, down and up again did not give the same schema',
      findings: [{ rule: 'up-not-repeatable', source: { file: '0002_x.up.sql', line: 2 } }],
    })
  })

  test('finds a way up that makes another schema the second time', async () => {
    const trip = await travel(
      ['CREATE TABLE log (id int)'],
      [
        [
          'DO $$BEGIN IF NOT EXISTS (SELECT FROM log) THEN CREATE TABLE once (); END IF; INSERT INTO log VALUES (1); END$$',
          'DROP TABLE once',
        ],
      ],
    )
    expect(trip.findings).toMatchObject([
      { rule: 'up-not-repeatable', message: expect.stringContaining('`- table public.once`') },
    ])
  })

  test('ends where a file cannot be undone, and says so', async () => {
    const trip = await travel(
      [],
      [
        ['-- migrate: irreversible: the rows are gone\nCREATE TABLE a (b int)', undefined],
        ['CREATE TABLE c (d int)', 'DROP TABLE c'],
      ],
    )
    expect(trip).toMatchObject({
      verdict: 'held',
      why: 'up, down and up again gave the same schema; the way down ended where 0001_x.up.sql cannot be undone: the rows are gone',
    })
  })

  test('says that no way down was tried when the last file cannot be undone', async () => {
    const trip = await travel(
      [],
      [['-- migrate: irreversible: the rows are gone\nCREATE TABLE a (b int)', undefined]],
    )
    expect(trip).toMatchObject({
      verdict: 'held',
      why: 'the way up works; no way down was tried, because 0001_x.up.sql cannot be undone: the rows are gone',
    })
  })

  describe('cannot tell', () => {
    test('without a base that can be built', async () => {
      const many = Array.from({ length: 30 }, (_, index) => `CREATE TABLE t${index} ()`)
      expect(
        await travel(
          [...many, 'SELECT 1;\nALTER TABLE from_before ADD COLUMN x int', 'CREATE TABLE u ()'],
          [['SELECT 1', 'SELECT 1']],
        ),
      ).toMatchObject({
        verdict: 'unknown',
        why: 'what is applied already cannot be built from its files: 0031_x.up.sql:2 fails: relation "from_before" does not exist',
        findings: [],
      })
      expect(await left()).toEqual([])
    })

    test.each([
      [
        'an extension that the server does not have',
        'CREATE EXTENSION none_such',
        /^0001_x\.up\.sql:1 cannot be tried: /,
      ],
      [
        'what reaches beyond the database',
        'ALTER SYSTEM SET work_mem = 1000',
        /^0001_x\.up\.sql:1 is ALTER SYSTEM/,
      ],
      ['another database', 'ALTER DATABASE production SET work_mem = 1000', /production/],
    ])('with %s', async (_what, up, why) => {
      const trip = await travel([], [[up, 'SELECT 1']])
      expect(trip).toMatchObject({ verdict: 'unknown', findings: [] })
      expect(trip.why).toMatch(why)
    })

    test('as a user who may not create databases, or who is refused', async () => {
      await postgres.query('postgres', "CREATE ROLE weak LOGIN PASSWORD 'weak'")
      try {
        expect(await travel([], [['SELECT 1', 'SELECT 1']], { user: as('weak', 'weak') })).toMatchObject({
          verdict: 'unknown',
          why: 'the user of the scratch server may not do that: permission denied to create database',
        })
        const trip = await travel([], [['SELECT 1', 'SELECT 1']], { user: as('weak', 'wrong') })
        expect(trip).toMatchObject({ verdict: 'unknown', server: 'no server' })
        expect(trip.why).toContain('password authentication failed')
      } finally {
        await postgres.query('postgres', 'DROP ROLE weak')
      }
    })

    test('without a server', async () => {
      const trip = await travel([], [], { user: as('a', 'b', 1) })
      expect(trip).toMatchObject({ verdict: 'unknown', why: expect.stringContaining('ECONNREFUSED') })
    })
  })

  test('works for a user who owns nothing but may create databases', async () => {
    await postgres.query('postgres', "CREATE ROLE maker LOGIN CREATEDB PASSWORD 'maker'")
    try {
      const trip = await travel(
        ['CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (a int NOT NULL REFERENCES a)'],
        [['ALTER TABLE b ALTER COLUMN a TYPE bigint', 'ALTER TABLE b ALTER COLUMN a TYPE int']],
        { user: as('maker', 'maker') },
      )
      expect(trip).toMatchObject({ verdict: 'held', notSeeded: [], observations: [{ rewrites: ['b'] }] })
    } finally {
      await postgres.query('postgres', 'DROP ROLE maker')
    }
  })

  test('has the roles that files name, gives things to them, acts as them, and leaves none behind', async () => {
    const trip = await travel(
      [
        'CREATE TABLE a (b int); GRANT SELECT ON a TO from_elsewhere; CREATE SCHEMA theirs AUTHORIZATION its_owner; CREATE TABLE theirs.c (); ALTER TABLE theirs.c OWNER TO its_owner',
      ],
      [
        ['GRANT from_elsewhere TO another', 'REVOKE from_elsewhere FROM another'],
        ['SET ROLE someone; RESET ROLE', 'SELECT 1'],
      ],
    )
    expect(trip).toMatchObject({ verdict: 'held', findings: [] })
    expect(await left()).toEqual([])
  })

  test('has the roles that files make where that gives no other power, cannot tell elsewhere, and leaves none behind', async () => {
    const trip = await travel(
      ['CREATE ROLE app_reader; CREATE TABLE a (b int); GRANT SELECT ON a TO app_reader, from_elsewhere'],
      [
        [
          'CREATE ROLE app_writer; GRANT INSERT ON a TO app_writer; GRANT app_reader TO app_writer',
          'DROP OWNED BY app_writer; DROP ROLE app_writer',
        ],
        ['SET ROLE someone; RESET ROLE', 'SELECT 1'],
      ],
    )
    expect(await left()).toEqual([])
    if (Number.parseInt(postgres.version, 10) < 16) {
      expect(trip).toMatchObject({
        verdict: 'unknown',
        why: expect.stringContaining('permission denied to create role'),
        findings: [],
      })
      return
    }
    expect(trip).toMatchObject({ verdict: 'held', findings: [] })
    expect(trip.observations).toHaveLength(5)
  })

  test('gives each file the settings of a new session', async () => {
    const trip = await travel(
      [
        "SET search_path = pg_catalog; SET statement_timeout = '1ms'",
        'CREATE TABLE here (b int); SELECT pg_sleep(0.02)',
      ],
      [
        ['SET search_path = pg_catalog; SET ROLE somebody', 'SELECT 1'],
        ['CREATE TABLE there (b int)', 'DROP TABLE there'],
      ],
    )
    expect(trip).toMatchObject({
      verdict: 'held',
      difference: expect.arrayContaining(['+ table public.there']),
    })
  })

  test.each([
    ['in a base file', ['SELECT pg_sleep(20)'], []],
    ['in a new file', [], [['SELECT pg_sleep(20)', 'SELECT 1']]],
    ['in a way down', [], [['SELECT 1', 'SELECT pg_sleep(20)']]],
  ] as const)(
    'that is cancelled %s leaves no database behind, and does not wait',
    async (_where, base, fresh) => {
      const abort = new AbortController()
      const began = performance.now()
      const failed = expect(travel(base, fresh, { signal: abort.signal })).rejects.toThrow('enough')
      setTimeout(() => abort.abort(new Error('enough')), 1_000)
      await failed
      expect(performance.now() - began).toBeLessThan(10_000)
      expect(await left()).toEqual([])
    },
  )

  test.each(['says nothing', 'says it once it is ended'])(
    'that is cancelled while it connects ends at once, also where the server %s',
    async (what) => {
      const sockets: Socket[] = []
      const silent = createServer({ allowHalfOpen: what === 'says nothing' }, (socket) => {
        sockets.push(socket.on('error', () => undefined).resume())
      })
      await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve))
      const { port } = silent.address() as AddressInfo // a TCP server has such an address
      const abort = new AbortController()
      const failed = expect(travel([], [], { signal: abort.signal, port })).rejects.toThrow('enough')
      while (sockets.length === 0) await sleep(10)
      const began = performance.now()
      abort.abort(new Error('enough'))
      await failed
      expect(performance.now() - began).toBeLessThan(5_000)
      expect(await left()).toEqual([])
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => silent.close(resolve))
    },
  )

  test('that is cancelled at any moment leaves no database behind', async () => {
    for (let after = 0; after < 300; after += 30) {
      const abort = new AbortController()
      setTimeout(() => abort.abort(new Error('enough')), after)
      await travel(['CREATE TABLE a (b int)'], [['CREATE TABLE c ()', 'DROP TABLE c']], {
        signal: abort.signal,
      }).catch((error: Error) => expect(error.message).toBe('enough'))
    }
    expect(await left()).toEqual([])
  })

  describe('watches', () => {
    const base = [
      `CREATE TABLE parent (id bigint PRIMARY KEY, name varchar(10) NOT NULL, amount int);
       CREATE TABLE child (id bigint PRIMARY KEY, parent_id bigint NOT NULL, other bigint REFERENCES parent);
       CREATE TABLE part (id int) PARTITION BY LIST (id);
       CREATE VIEW view AS SELECT id FROM parent`,
    ]
    test.each([
      ['ALTER TABLE parent ADD COLUMN x int DEFAULT 5', ['ACCESS EXCLUSIVE parent'], [], []],
      [
        'ALTER TABLE parent ADD COLUMN x float8 DEFAULT random()',
        ['ACCESS EXCLUSIVE parent'],
        ['parent'],
        ['parent'],
      ],
      ['ALTER TABLE parent ALTER COLUMN amount SET NOT NULL', ['ACCESS EXCLUSIVE parent'], [], ['parent']],
      ['ALTER TABLE parent ALTER COLUMN name TYPE varchar(20)', ['ACCESS EXCLUSIVE parent'], [], []],
      ['ALTER TABLE parent ALTER COLUMN name TYPE text', ['ACCESS EXCLUSIVE parent'], [], []],
      [
        'ALTER TABLE parent ALTER COLUMN amount TYPE bigint',
        ['ACCESS EXCLUSIVE parent'],
        ['parent'],
        ['parent'],
      ],
      [
        'ALTER TABLE parent ADD CONSTRAINT c CHECK (amount >= 0)',
        ['ACCESS EXCLUSIVE parent'],
        [],
        ['parent'],
      ],
      [
        'ALTER TABLE parent ADD CONSTRAINT c CHECK (amount >= 0) NOT VALID',
        ['ACCESS EXCLUSIVE parent'],
        [],
        [],
      ],
      [
        'ALTER TABLE child ADD FOREIGN KEY (parent_id) REFERENCES parent NOT VALID',
        ['SHARE ROW EXCLUSIVE child', 'SHARE ROW EXCLUSIVE parent'],
        [],
        [],
      ],
      ['DROP TABLE child', ['ACCESS EXCLUSIVE child', 'ACCESS EXCLUSIVE parent'], [], []],
      ['DROP VIEW view', ['ACCESS EXCLUSIVE view'], [], []],
      ['CREATE INDEX i ON parent (amount)', ['SHARE parent'], [], ['parent']],
      ["COMMENT ON TABLE parent IS 'x'", ['SHARE UPDATE EXCLUSIVE parent'], [], []],
      [
        'ALTER TABLE parent ALTER COLUMN amount SET STATISTICS 500',
        ['SHARE UPDATE EXCLUSIVE parent'],
        [],
        [],
      ],
      [
        'TRUNCATE parent, child',
        ['ACCESS EXCLUSIVE child', 'ACCESS EXCLUSIVE parent'],
        ['child', 'parent'],
        [],
      ],
      ['UPDATE parent SET amount = 1 WHERE id = 1', ['ROW EXCLUSIVE parent'], [], []],
      ['CREATE TABLE fresh (id int)', [], [], []],
    ])('%s', async (sql, locks, rewrites, scans) => {
      const { observations, notSeeded } = await travel(base, [[`-- first\n${sql}`, 'SELECT 1']])
      expect(notSeeded).toEqual(['part'])
      expect(observations).toHaveLength(1)
      expect(observations[0]).toMatchObject({
        file: '0002_x.up.sql',
        line: 2,
        statement: sql,
        rewrites,
        scans,
      })
      expect(observations[0]?.locks.map(({ mode, relation }) => `${mode} ${relation}`)).toEqual(locks)
    })

    test('a foreign key, which locks both of its tables and reads the one that refers', async () => {
      const { observations } = await travel(base, [
        ['ALTER TABLE child ADD FOREIGN KEY (parent_id) REFERENCES parent', 'SELECT 1'],
      ])
      expect(observations[0]?.locks).toEqual([
        { mode: 'SHARE ROW EXCLUSIVE', relation: 'child' },
        { mode: 'SHARE ROW EXCLUSIVE', relation: 'parent' },
      ])
      expect(observations[0]?.scans).toContain('child')
    })

    test('each statement by itself: a lock is told where it is taken first', async () => {
      const { observations } = await travel(base, [
        [
          'CREATE INDEX i ON parent (amount);\nALTER TABLE parent RENAME TO elder;\nALTER TABLE elder ADD COLUMN x int;\nDROP TABLE elder CASCADE',
          'SELECT 1',
        ],
      ])
      expect(observations.map(({ line, locks }) => [line, locks[0]?.mode, locks[0]?.relation])).toEqual([
        [1, 'SHARE', 'parent'],
        [2, 'ACCESS EXCLUSIVE', 'parent'],
        [3, undefined, undefined],
        [4, 'ACCESS EXCLUSIVE', 'child'],
      ])
    })

    test.each(['VACUUM FULL parent', 'CREATE INDEX CONCURRENTLY i ON parent (amount)'])(
      'and says nothing of what runs alone: %s',
      async (sql) => {
        const { verdict, observations } = await travel(base, [[sql, 'DROP INDEX IF EXISTS i']])
        expect({ verdict, observations }).toEqual({ verdict: 'held', observations: [] })
      },
    )

    test('tables that new files make are used by nobody yet', async () => {
      const { observations } = await travel(base, [
        ['CREATE TABLE fresh (id int)', 'DROP TABLE fresh'],
        ['ALTER TABLE fresh ADD COLUMN x float8 DEFAULT random()', 'ALTER TABLE fresh DROP COLUMN x'],
      ])
      expect(observations).toMatchObject([{ locks: [] }, { locks: [], rewrites: [], scans: [] }])
    })

    test('once more without rows when made-up rows are in the way, and says that', async () => {
      const trip = await travel(base, [
        ['ALTER TABLE parent ADD COLUMN must_be bigint NOT NULL', 'ALTER TABLE parent DROP COLUMN must_be'],
      ])
      expect(trip).toMatchObject({
        verdict: 'held',
        notSeeded: ['child', 'parent', 'part'],
        observations: [{ locks: [{ mode: 'ACCESS EXCLUSIVE', relation: 'parent' }], scans: ['parent'] }],
      })
    })
  })

  describe('puts rows', () => {
    let counter = 0

    /** How many rows each table gets. */
    async function rowsOf(schema: string): Promise<Readonly<Record<string, number>>> {
      const client = new pg.Client({ connectionString: await postgres.createDatabase(`seed_${++counter}`) })
      await client.connect()
      try {
        await client.query(schema)
        const { notSeeded } = await seed(client, history)
        const { rows } = await client.query<{ name: string }>(
          "SELECT relname AS name FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace ORDER BY 1",
        )
        const counts: Record<string, number> = {}
        for (const { name } of rows) {
          const counted = await client.query<{ count: number }>(
            `SELECT count(*)::int AS count FROM "${name}"`,
          )
          counts[name] = counted.rows[0]?.count ?? 0
        }
        expect(notSeeded).toEqual(Object.keys(counts).filter((name) => counts[name] === 0))
        // What refers to nothing would break the next ALTER TABLE.
        const keys = await client.query<{ t: string; c: string; def: string }>(
          "SELECT conrelid::regclass::text AS t, conname AS c, pg_get_constraintdef(oid) AS def FROM pg_constraint WHERE contype = 'f' AND conparentid = 0",
        )
        for (const { t, c, def } of keys.rows)
          await client.query(`ALTER TABLE ${t} ADD CONSTRAINT "${c}_again" ${def}`)
        return counts
      } finally {
        await client.end()
      }
    }

    test('into columns of every type', async () => {
      const types =
        'smallint integer bigint numeric(9,2) real double_precision money text varchar(20) varchar(1) char(1) char(3) name boolean date time timetz timestamp timestamptz interval uuid bytea json jsonb inet cidr macaddr bit(4) varbit(16) point line lseg box path polygon circle tsvector tsquery int4range int8range numrange daterange tsrange tstzrange integer[] text[] uuid[] mood mood[] slug oid'
      const columns = types
        .split(' ')
        .map((type, index) => `c${index} ${type.replace('_', ' ')} NOT NULL`)
        .join(', ')
      expect(
        await rowsOf(
          `CREATE TYPE mood AS ENUM ('a', 'b'); CREATE DOMAIN slug AS varchar(8) NOT NULL CHECK (VALUE ~ '^[a-z0-9-]+$'); CREATE TABLE t (${columns})`,
        ),
      ).toEqual({ t: 10 })
    })

    test('past defaults, identities, generated columns, unique keys and simple checks', async () => {
      expect(
        await rowsOf(`
          CREATE TABLE a (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, key uuid DEFAULT gen_random_uuid() UNIQUE,
            twice int GENERATED ALWAYS AS (1 + 1) STORED, slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z][a-z0-9-]*$'),
            status text NOT NULL CHECK (status IN ('open', 'it''s done')), level int CHECK (level IN (3, 5)), hash bytea CHECK (octet_length(hash) = 32));
          CREATE TABLE b (a_id bigint PRIMARY KEY REFERENCES a, key uuid NOT NULL REFERENCES a (key));
          CREATE TABLE c (x int, y text, PRIMARY KEY (x, y)); CREATE TABLE d (x int, y text, FOREIGN KEY (x, y) REFERENCES c);
          CREATE TABLE e (during int4range, EXCLUDE USING gist (during WITH &&))`),
      ).toEqual({ a: 10, b: 10, c: 10, d: 10, e: 10 })
    })

    test('into tables that refer to each other, and to themselves', async () => {
      expect(
        await rowsOf(`
          CREATE TABLE teams (id int PRIMARY KEY, owner_id int); CREATE TABLE users (id int PRIMARY KEY, team_id int NOT NULL REFERENCES teams);
          ALTER TABLE teams ADD FOREIGN KEY (owner_id) REFERENCES users;
          CREATE TABLE chicken (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, egg_id uuid NOT NULL);
          CREATE TABLE egg (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), chicken_id bigint NOT NULL REFERENCES chicken DEFERRABLE INITIALLY DEFERRED);
          ALTER TABLE chicken ADD FOREIGN KEY (egg_id) REFERENCES egg DEFERRABLE INITIALLY DEFERRED;
          CREATE TABLE tree (id int PRIMARY KEY, parent_id int NOT NULL REFERENCES tree, other_id int DEFAULT 0 REFERENCES tree)`),
      ).toEqual({ chicken: 10, egg: 10, teams: 10, tree: 10, users: 10 })
    })

    test('into partitions, by their bounds', async () => {
      expect(
        await rowsOf(`
          CREATE TABLE r (id int, at timestamptz NOT NULL, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
          CREATE TABLE r_may PARTITION OF r FOR VALUES FROM ('2031-05-01') TO ('2031-06-01');
          CREATE TABLE l (kind text, id int) PARTITION BY LIST (kind); CREATE TABLE l_a PARTITION OF l FOR VALUES IN ('a', 'b');
          CREATE TABLE h (id int) PARTITION BY HASH (id); CREATE TABLE h_0 PARTITION OF h FOR VALUES WITH (MODULUS 1, REMAINDER 0);
          CREATE TABLE refers (id int, at timestamptz, FOREIGN KEY (id, at) REFERENCES r);
          CREATE TABLE without (id int) PARTITION BY RANGE (id)`),
      ).toEqual({ h: 10, h_0: 10, l: 10, l_a: 10, r: 10, r_may: 10, refers: 10, without: 0 })
    })

    test('nowhere where it cannot, and leaves rows that are there alone', async () => {
      expect(
        await rowsOf(`
          CREATE TABLE odd (id int CHECK (id < 0)); CREATE TABLE one (id int DEFAULT 1 PRIMARY KEY);
          CREATE TYPE pair AS (a int, b int); CREATE TABLE unknown (p pair NOT NULL); CREATE TABLE unknown_null (p pair);
          CREATE TABLE used (id int); INSERT INTO used VALUES (1), (2), (3)`),
      ).toEqual({ odd: 0, one: 1, unknown: 0, unknown_null: 1, used: 3 })
    })
  })
})
