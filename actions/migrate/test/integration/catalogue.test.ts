/** What of a schema is seen, on both servers. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import pg from 'pg'
import { type Postgres, startPostgres } from '#sandbox/postgres/postgres.ts'
import {
  type Catalogue,
  catalogueDifference,
  catalogueDifferences,
  readCatalogue,
} from '../../src/preview/scratch/catalogue.ts'

const history = { schema: 'migrate', table: 'history' }

describe('the difference of two catalogues', () => {
  const of = (entries: Readonly<Record<string, string>>): Catalogue => new Map(Object.entries(entries))

  test('is empty for the same, whatever order it was read in', () => {
    expect(catalogueDifference(of({ a: '1', b: '2' }), of({ b: '2', a: '1' }))).toEqual([])
  })

  test('shows what is gone, what is new, and both sides of what has changed, by name', () => {
    expect(
      catalogueDifference(of({ 'index a': '1', 'table c': '' }), of({ 'index a': '2', 'column b': 'int' })),
    ).toEqual(['+ column b: int', '- index a: 1', '+ index a: 2', '- table c'])
  })

  test('shows the lines of a long definition that differ, not the whole of it', () => {
    const before = 'CREATE FUNCTION f()\nAS $$\n  one\n$$'
    expect(catalogueDifference(of({ f: before }), of({ f: before.replace('one', 'two') }))).toEqual([
      '- f (from line 3):   one',
      '+ f (from line 3):   two',
    ])
  })

  test('tells the order of columns only where columns that stay are in another one', () => {
    const order = 'order of columns public.t'
    expect(catalogueDifference(of({ [order]: 'a, b' }), of({ [order]: 'a, b, c' }))).toEqual([])
    expect(catalogueDifference(of({}), of({ [order]: 'a, b, c' }))).toEqual([])
    expect(catalogueDifference(of({ [order]: 'a, b, c' }), of({ [order]: 'a, c, b' }))).toEqual([
      `- ${order}: a, b, c`,
      `+ ${order}: a, c, b`,
    ])
  })

  test('takes a view whose columns alone stand in another order for that, and nothing else', () => {
    const address = 'view public.v'
    const view = (columns: string, rest = '   FROM t;') =>
      of({ [address]: `AS\n SELECT ${columns}\n${rest}` })
    const was = view(
      't.a,\n    COALESCE(t.b, 1) AS b,\n        CASE\n            WHEN x THEN 1\n            ELSE 2\n        END AS c',
    )
    const moved = view(
      'COALESCE(t.b, 1) AS b,\n    t.a,\n        CASE\n            WHEN x THEN 1\n            ELSE 2\n        END AS c',
    )
    expect(catalogueDifference(was, moved)).toEqual([
      '- order of columns public.v: a, b, c',
      '+ order of columns public.v: b, a, c',
    ])
    expect(catalogueDifference(was, view('t.a,\n    COALESCE(t.b, 2) AS b'))[0]).toBe(
      '- view public.v (from line 3):     COALESCE(t.b, 1) AS b,',
    )
    expect(
      catalogueDifference(view('t.a,\n    t.b'), view('t.b,\n    t.a', '   FROM t\n  WHERE t.a;'))[0],
    ).toContain('view public.v')
  })

  test('tells of each column that stands elsewhere by itself', () => {
    const order = 'order of columns public.t'
    const about = (was: string, is: string) =>
      catalogueDifferences(of({ [order]: was }), of({ [order]: is })).flatMap((each) => each.about)
    expect(about('a, b, c, d', 'b, c, d, a')).toEqual([`${order}: a`])
    expect(about('a, b, c, d, e', 'b, d, e, a, c')).toEqual([`${order}: a`, `${order}: c`])
  })
})

/** What came with PostgreSQL 15 to 18. */
const ofRelease18 = [
  [
    'a virtual column',
    'CREATE TABLE t (id bigint)',
    'ALTER TABLE t ADD COLUMN v bigint GENERATED ALWAYS AS (id * 2) VIRTUAL',
    '+ column public.t.v: bigint GENERATED ALWAYS AS ((id * 2)) VIRTUAL',
  ],
  [
    'another expression of a virtual column',
    'CREATE TABLE t (id bigint, v bigint GENERATED ALWAYS AS (id * 2) VIRTUAL)',
    'ALTER TABLE t ALTER v SET EXPRESSION AS (id * 3)',
    '+ column public.t.v: bigint GENERATED ALWAYS AS ((id * 3)) VIRTUAL',
  ],
  [
    'a constraint that is not enforced',
    'CREATE TABLE t (id bigint)',
    'ALTER TABLE t ADD CONSTRAINT c CHECK (id > 0) NOT ENFORCED',
    '+ constraint c on public.t: CHECK ((id > 0)) NOT ENFORCED',
  ],
  [
    'a foreign key that is enforced again',
    'CREATE TABLE t (id bigint PRIMARY KEY, CONSTRAINT f FOREIGN KEY (id) REFERENCES t NOT ENFORCED)',
    'ALTER TABLE t ALTER CONSTRAINT f ENFORCED',
    '- constraint f on public.t: FOREIGN KEY (id) REFERENCES public.t(id) NOT ENFORCED',
  ],
  [
    'a key without overlaps',
    'CREATE TABLE t (id int4range, valid daterange)',
    'ALTER TABLE t ADD CONSTRAINT k PRIMARY KEY (id, valid WITHOUT OVERLAPS)',
    '+ constraint k on public.t: PRIMARY KEY (id, valid WITHOUT OVERLAPS)',
  ],
  [
    'a foreign key over a period',
    'CREATE TABLE t (id int4range, valid daterange, PRIMARY KEY (id, valid WITHOUT OVERLAPS))',
    'ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (id, PERIOD valid) REFERENCES t (id, PERIOD valid)',
    '+ constraint f on public.t: FOREIGN KEY (id, PERIOD valid) REFERENCES public.t(id, PERIOD valid)',
  ],
  [
    'a NOT NULL that is not validated',
    'CREATE TABLE t (id bigint)',
    'ALTER TABLE t ADD NOT NULL id NOT VALID',
    '+ constraint t_id_not_null on public.t: NOT NULL id NOT VALID',
  ],
  [
    'a NOT NULL with a name',
    'CREATE TABLE t (id bigint)',
    'ALTER TABLE t ADD CONSTRAINT filled NOT NULL id',
    '+ constraint filled on public.t: NOT NULL id',
  ],
  [
    'a NOT NULL that is not inherited',
    'CREATE TABLE t (id bigint NOT NULL)',
    'ALTER TABLE t ALTER id DROP NOT NULL, ADD NOT NULL id NO INHERIT',
    '+ constraint t_id_not_null on public.t: NOT NULL id NO INHERIT',
  ],
  [
    'that a membership is not inherited',
    'GRANT reader TO writer WITH INHERIT TRUE, ADMIN FALSE',
    'GRANT reader TO writer WITH INHERIT FALSE',
    '+ membership of writer in reader: INHERIT FALSE SET TRUE',
  ],
  [
    'the right to maintain',
    'CREATE TABLE t (id bigint)',
    'GRANT MAINTAIN ON t TO reader',
    '+ grant on table public.t to reader: MAINTAIN',
  ],
  [
    'default rights on large objects',
    '',
    'ALTER DEFAULT PRIVILEGES GRANT SELECT ON LARGE OBJECTS TO reader',
    '+ grant on default privileges of sandbox on large objects to reader: SELECT',
  ],
  [
    'the rules of a collation',
    "CREATE COLLATION c (provider = icu, locale = 'de')",
    "DROP COLLATION c; CREATE COLLATION c (provider = icu, locale = 'de', rules = '&V << w')",
    "RULES '&V << w'",
  ],
  [
    'a collation that PostgreSQL itself provides',
    "CREATE COLLATION c (provider = builtin, locale = 'C')",
    "DROP COLLATION c; CREATE COLLATION c (provider = builtin, locale = 'C.UTF-8')",
    '+ collation public.c: b C.UTF-8',
  ],
  [
    'generated columns in a publication',
    'CREATE PUBLICATION p',
    'ALTER PUBLICATION p SET (publish_generated_columns = stored)',
    'WITH STORED GENERATED COLUMNS',
  ],
  [
    'an index for which NULLs are equal',
    'CREATE TABLE t (id bigint)',
    'CREATE UNIQUE INDEX i ON t (id) NULLS NOT DISTINCT',
    'NULLS NOT DISTINCT',
  ],
] as const

describe.each([
  ['the PostgreSQL of the machine', 'machine'] as const,
  ['PostgreSQL 18', 'embedded'] as const,
])('the catalogue of %s', (_name, binaries) => {
  let postgres: Postgres
  let client: pg.Client
  let counter = 0

  beforeAll(async () => {
    postgres = await startPostgres({ binaries, progress: () => undefined })
    await postgres.query('postgres', 'ALTER SYSTEM SET fsync = off')
    await postgres.query('postgres', 'SELECT pg_reload_conf()')
    await postgres.query('postgres', 'CREATE ROLE reader; CREATE ROLE writer')
  }, 120_000)
  afterAll(() => postgres.stop())

  beforeEach(async () => {
    client = new pg.Client({ connectionString: await postgres.createDatabase(`catalogue_${++counter}`) })
    await client.connect()
  })
  afterEach(() => client.end())

  /** What statements add to the schema that others have made. */
  async function changes(before: string, statements: string): Promise<readonly string[]> {
    await client.query(before)
    const was = await readCatalogue(client, history)
    await client.query(statements)
    return catalogueDifference(was, await readCatalogue(client, history))
  }

  const table = 'CREATE TABLE t (id bigint, name varchar(20), parts int[]); '

  test.each([
    ['a table', '', table, '+ table public.t'],
    ['a schema', '', 'CREATE SCHEMA app', '+ schema app'],
    ['an unlogged table', '', 'CREATE UNLOGGED TABLE u ()', '+ table public.u: UNLOGGED'],
    [
      'a storage option',
      table,
      'ALTER TABLE t SET (fillfactor = 50)',
      '+ table public.t: WITH (fillfactor=50)',
    ],
    ['row security', table, 'ALTER TABLE t ENABLE ROW LEVEL SECURITY', '+ table public.t: ROW SECURITY'],
    [
      'replica identity',
      table,
      'ALTER TABLE t REPLICA IDENTITY FULL',
      '+ table public.t: REPLICA IDENTITY FULL',
    ],
    ['an owner', table, 'ALTER TABLE t OWNER TO writer', '+ table public.t: OWNER writer'],
    [
      'a column',
      table,
      'ALTER TABLE t ADD n numeric(9,2) NOT NULL DEFAULT 5',
      '+ column public.t.n: numeric(9,2) NOT NULL DEFAULT 5',
    ],
    [
      'an identity',
      table,
      'ALTER TABLE t ADD n int GENERATED ALWAYS AS IDENTITY',
      '+ column public.t.n: integer NOT NULL GENERATED ALWAYS AS IDENTITY',
    ],
    [
      'a generated column',
      table,
      'ALTER TABLE t ADD n int GENERATED ALWAYS AS (1 + 1) STORED',
      '+ column public.t.n: integer GENERATED ALWAYS AS ((1 + 1)) STORED',
    ],
    [
      'a collation of a column',
      table,
      'ALTER TABLE t ADD n text COLLATE "C"',
      '+ column public.t.n: text COLLATE "C"',
    ],
    [
      'a storage of a column',
      table,
      'ALTER TABLE t ALTER name SET STORAGE EXTERNAL',
      '+ column public.t.name: character varying(20) STORAGE EXTERNAL',
    ],
    [
      'a statistics target',
      table,
      'ALTER TABLE t ALTER id SET STATISTICS 500',
      '+ column public.t.id: bigint STATISTICS 500',
    ],
    [
      'a length',
      table,
      'ALTER TABLE t ALTER name TYPE varchar(30)',
      '+ column public.t.name: character varying(30)',
    ],
    [
      'an index',
      table,
      'CREATE INDEX i ON t (id) WHERE name IS NULL',
      '+ index public.i: CREATE INDEX i ON public.t USING btree (id) WHERE (name IS NULL)',
    ],
    [
      'clustering',
      `${table}CREATE INDEX i ON t (id)`,
      'ALTER TABLE t CLUSTER ON i',
      '+ index public.i: CREATE INDEX i ON public.t USING btree (id) CLUSTER',
    ],
    [
      'a constraint',
      table,
      'ALTER TABLE t ADD CONSTRAINT c CHECK (id > 0)',
      '+ constraint c on public.t: CHECK ((id > 0))',
    ],
    [
      'one that is not validated',
      table,
      'ALTER TABLE t ADD CONSTRAINT c CHECK (id > 0) NOT VALID',
      '+ constraint c on public.t: CHECK ((id > 0)) NOT VALID',
    ],
    [
      'a deferrable one',
      table,
      'ALTER TABLE t ADD CONSTRAINT c UNIQUE (id) DEFERRABLE',
      '+ constraint c on public.t: UNIQUE (id) DEFERRABLE',
    ],
    [
      'a partitioned table',
      '',
      'CREATE TABLE p (d date) PARTITION BY RANGE (d)',
      '+ table public.p: PARTITION BY RANGE (d)',
    ],
    [
      'a partition',
      'CREATE TABLE p (d date) PARTITION BY RANGE (d)',
      'CREATE TABLE p1 PARTITION OF p DEFAULT',
      '+ table public.p1: PARTITION OF public.p DEFAULT',
    ],
    ['a view', table, 'CREATE VIEW v AS SELECT 1 AS one', '+ view public.v: AS'],
    [
      'a materialized view',
      table,
      'CREATE MATERIALIZED VIEW v AS SELECT 1 AS one WITH NO DATA',
      '+ materialized view public.v: WITH NO DATA AS',
    ],
    [
      'a rule',
      table,
      'CREATE RULE r AS ON DELETE TO t DO INSTEAD NOTHING',
      '+ rule r on public.t: CREATE RULE r AS',
    ],
    [
      'a policy',
      table,
      'CREATE POLICY p ON t FOR SELECT TO reader USING (id > 0)',
      '+ policy p on public.t: PERMISSIVE FOR SELECT TO reader USING ((id > 0))',
    ],
    [
      'a trigger that is switched off',
      `${table}CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f()`,
      'ALTER TABLE t DISABLE TRIGGER g',
      '+ trigger g on public.t: CREATE TRIGGER g BEFORE INSERT ON public.t FOR EACH ROW EXECUTE FUNCTION public.f() DISABLED',
    ],
    [
      'a foreign key that is switched off',
      'CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (id int REFERENCES a)',
      'ALTER TABLE b DISABLE TRIGGER ALL',
      '+ table public.b: 2 of its own triggers are not as they were made',
    ],
    [
      'an event trigger',
      "CREATE FUNCTION f() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'",
      'CREATE EVENT TRIGGER e ON ddl_command_end EXECUTE FUNCTION f()',
      '+ event trigger e: ON ddl_command_end EXECUTE public.f()',
    ],
    [
      'a function',
      '',
      "CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql STABLE AS 'SELECT a'",
      '+ function public.f(a integer): CREATE OR REPLACE FUNCTION public.f(a integer)',
    ],
    [
      'a procedure',
      '',
      "CREATE PROCEDURE f() LANGUAGE sql AS 'SELECT 1'",
      '+ procedure public.f(): CREATE OR REPLACE PROCEDURE public.f()',
    ],
    [
      'an aggregate',
      '',
      'CREATE AGGREGATE g(int) (sfunc = int4pl, stype = int)',
      '+ aggregate public.g(integer): integer SFUNC int4pl',
    ],
    ['an enum', '', "CREATE TYPE mood AS ENUM ('b', 'a')", "+ type public.mood: ENUM ('b', 'a')"],
    [
      'a label of an enum',
      "CREATE TYPE mood AS ENUM ('b')",
      "ALTER TYPE mood ADD VALUE 'a' BEFORE 'b'",
      "+ type public.mood: ENUM ('a', 'b')",
    ],
    ['a composite type', '', 'CREATE TYPE pair AS (a int, b text)', '+ attribute public.pair.b: text'],
    [
      'a domain',
      '',
      "CREATE DOMAIN slug AS text DEFAULT 'x' CHECK (VALUE <> '')",
      "+ domain public.slug: text DEFAULT 'x'::text",
    ],
    [
      'a check of a domain',
      'CREATE DOMAIN slug AS text',
      "ALTER DOMAIN slug ADD CONSTRAINT c CHECK (VALUE <> '')",
      "+ constraint c on public.slug: CHECK ((VALUE <> ''::text))",
    ],
    ['a range', '', 'CREATE TYPE span AS RANGE (subtype = int)', '+ type public.span: RANGE OF integer'],
    [
      'a sequence',
      '',
      'CREATE SEQUENCE s AS int INCREMENT 5 CYCLE',
      '+ sequence public.s: AS integer START 1 INCREMENT 5 MINVALUE 1 MAXVALUE 2147483647 CACHE 1 CYCLE',
    ],
    ['an owned sequence', table, 'CREATE SEQUENCE s OWNED BY t.id', 'OWNED BY public.t.id'],
    ['a comment on a table', table, "COMMENT ON TABLE t IS 'x'", '+ comment on table public.t: x'],
    [
      'a comment on a column',
      table,
      "COMMENT ON COLUMN t.id IS 'x'",
      '+ comment on table column public.t.id: x',
    ],
    ['a comment on the schema', '', "COMMENT ON SCHEMA public IS 'ours'", '+ comment on schema public: ours'],
    [
      'a grant',
      table,
      'GRANT SELECT, INSERT ON t TO reader',
      '+ grant on table public.t to reader: INSERT, SELECT',
    ],
    [
      'a grant that can be passed on',
      table,
      'GRANT SELECT ON t TO reader WITH GRANT OPTION',
      '+ grant on table public.t to reader: SELECT WITH GRANT OPTION',
    ],
    [
      'a grant on a column',
      table,
      'GRANT UPDATE (name) ON t TO reader',
      '+ grant on column public.t.name to reader: UPDATE',
    ],
    [
      'a grant on a schema',
      'CREATE SCHEMA app',
      'GRANT USAGE ON SCHEMA app TO reader',
      '+ grant on schema app to reader: USAGE',
    ],
    [
      'a right taken back',
      "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
      'REVOKE EXECUTE ON FUNCTION f() FROM PUBLIC',
      '+ revoke on function public.f() from PUBLIC: EXECUTE',
    ],
    [
      'default rights',
      '',
      'ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO reader',
      '+ grant on default privileges of sandbox in public on tables to reader: SELECT',
    ],
    [
      'a publication',
      table,
      'CREATE PUBLICATION p FOR TABLE t',
      '+ publication p: TABLES public.t OF insert, update, delete, truncate',
    ],
    [
      'extended statistics',
      table,
      'CREATE STATISTICS s ON id, name FROM t',
      '+ statistics public.s: CREATE STATISTICS public.s ON id, name FROM public.t',
    ],
    [
      'a cast',
      'CREATE TYPE pair AS (a int, b text)',
      'CREATE CAST (pair AS text) WITH INOUT',
      '+ cast (public.pair AS pg_catalog.text): e i',
    ],
    [
      'an operator',
      '',
      'CREATE OPERATOR === (leftarg = int, rightarg = int, function = int4eq)',
      '+ operator public.===(integer,integer): int4eq(integer,integer)',
    ],
    [
      'a foreign server',
      '',
      "CREATE FOREIGN DATA WRAPPER w; CREATE SERVER s FOREIGN DATA WRAPPER w OPTIONS (host 'h')",
      '+ server s: {host=h}',
    ],
    [
      'a foreign table',
      'CREATE FOREIGN DATA WRAPPER w; CREATE SERVER s FOREIGN DATA WRAPPER w',
      'CREATE FOREIGN TABLE f (id int) SERVER s',
      '+ foreign table public.f: SERVER s',
    ],
    [
      'a text search dictionary',
      '',
      'CREATE TEXT SEARCH DICTIONARY d (template = simple)',
      '+ text search dictionary public.d: simple',
    ],
    ['an extension', '', 'CREATE EXTENSION pgcrypto', '+ extension pgcrypto: '],
    [
      'that a role is a member of another',
      'REVOKE reader FROM writer',
      'GRANT reader TO writer WITH ADMIN OPTION',
      '+ membership of writer in reader: WITH ADMIN',
    ],
    [
      'default rights on schemas',
      '',
      'ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO reader',
      '+ grant on default privileges of sandbox on schemas to reader: USAGE',
    ],
    [
      'what ICU a collation goes by',
      "CREATE COLLATION c (provider = icu, locale = 'de')",
      "DROP COLLATION c; CREATE COLLATION c (provider = icu, locale = 'fr')",
      '+ collation public.c: i fr',
    ],
    [
      'what its range of ranges is called',
      'CREATE TYPE span AS RANGE (subtype = int)',
      'DROP TYPE span; CREATE TYPE span AS RANGE (subtype = int, multirange_type_name = spans)',
      '+ type public.span: RANGE OF integer MULTIRANGE public.spans',
    ],
    ...(binaries === 'embedded' ? ofRelease18 : []),
    [
      'a setting of the database',
      '',
      "DO $$BEGIN EXECUTE format('ALTER DATABASE %I SET timezone = ''UTC''', current_database()); END$$",
      '+ setting TimeZone of this database: TimeZone=UTC',
    ],
  ])('sees %s', async (_what, before, statements, line) => {
    const found = await changes(before, statements)
    expect(found.join('\n')).toContain(line)
    // And nothing but what was done.
    expect(found.every((each) => /^[+-] /.test(each))).toBe(true)
  })

  test.each([
    [
      'renamed and back, and NOT NULL taken away and put back meanwhile',
      'ALTER TABLE t RENAME TO tt; ALTER TABLE tt ALTER a DROP NOT NULL; ALTER TABLE tt ALTER a SET NOT NULL; ALTER TABLE tt RENAME TO t',
    ],
    [
      'a column made anew beside the old one',
      'ALTER TABLE t RENAME COLUMN a TO b; ALTER TABLE t ADD COLUMN a int NOT NULL; ALTER TABLE t DROP COLUMN b',
    ],
    [
      'a table of names that are cut',
      'DROP TABLE long; CREATE TABLE long (another_quite_long_column_name_of_forty_letters_and_more int NOT NULL)',
    ],
  ])('is the same whatever PostgreSQL has called a NOT NULL: %s', async (_what, statements) => {
    const before =
      'CREATE TABLE t (id bigint PRIMARY KEY, a int NOT NULL); CREATE TABLE long (another_quite_long_column_name_of_forty_letters_and_more int); ALTER TABLE long ALTER another_quite_long_column_name_of_forty_letters_and_more SET NOT NULL; ALTER TABLE long RENAME TO longer; ALTER TABLE longer RENAME TO long'
    expect(await changes(before, statements)).toEqual([])
  })

  test('does not see the objects of an extension, our own history, temporary tables, data and the values of sequences', async () => {
    const found = await changes(
      'CREATE EXTENSION pgcrypto; CREATE TABLE t (id serial)',
      "CREATE SCHEMA migrate; CREATE TABLE migrate.history (id int PRIMARY KEY); COMMENT ON TABLE migrate.history IS 'x'; INSERT INTO t DEFAULT VALUES; CREATE TEMPORARY TABLE u (id int); COMMENT ON FUNCTION digest(text, text) IS 'x'",
    )
    expect(found).toEqual([])
    const catalogue = await readCatalogue(client, history)
    expect([...catalogue.keys()].filter((address) => address.includes('digest'))).toEqual([])
  })

  test('does not see a history table in a schema of the user, but what else is there', async () => {
    const own = { schema: 'public', table: 'migrations' }
    await client.query(
      'CREATE TABLE migrations (id serial PRIMARY KEY); CREATE VIEW migrations_current AS SELECT 1 AS one; CREATE TABLE t ()',
    )
    const addresses = [...(await readCatalogue(client, own)).keys()]
    expect(addresses.filter((address) => address.includes('migrations'))).toEqual([])
    expect(addresses).toContain('table public.t')
  })

  test('is the same after a grant was given and taken back', async () => {
    expect(await changes(table, 'GRANT SELECT ON t TO reader; REVOKE SELECT ON t FROM reader')).toEqual([])
  })

  test('is the same for the same schema made again, and however the session is set', async () => {
    const make = `${table}CREATE TABLE u (id int PRIMARY KEY, v int REFERENCES u); CREATE VIEW v AS SELECT * FROM t; CREATE INDEX ON t (id)`
    await client.query(make)
    const first = await readCatalogue(client, history)
    await client.query(`DROP TABLE t, u CASCADE; ${make}`)
    expect(catalogueDifference(first, await readCatalogue(client, history))).toEqual([])
    await client.query('CREATE SCHEMA elsewhere')
    const before = await readCatalogue(client, history)
    await client.query('SET search_path = elsewhere, public')
    expect(catalogueDifference(before, await readCatalogue(client, history))).toEqual([])
  })

  test('says that an index is invalid', async () => {
    await client.query('CREATE TABLE t (id int); INSERT INTO t VALUES (1), (1)')
    await client.query('CREATE UNIQUE INDEX CONCURRENTLY i ON t (id)').catch(() => undefined)
    expect((await readCatalogue(client, history)).get('index public.i')).toMatch(/INVALID/)
  })

  test('names what has a name that needs quotes', async () => {
    expect(await changes('', 'CREATE SCHEMA "My App"; CREATE TABLE "My App"."T t" ("C c" int)')).toEqual(
      expect.arrayContaining(['+ column "My App"."T t"."C c": integer', '+ table "My App"."T t"']),
    )
  })
})
