/** What a plan tries on a scratch database, on both servers. */
import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Postgres, startPostgres } from '#sandbox/postgres.ts'
import { createTestWorld } from '#toolkit/world/test/world.ts'
import { loadParser, type Parse } from '../../src/parser.ts'
import { type Pair, roundTrip } from '../../src/scratch/round-trip.ts'
import { endScratch, findScratchServer, startScratchServer } from '../../src/scratch/server.ts'
import { readScript } from '../../src/statements.ts'

const history = { schema: 'migrate', table: 'history' }
let parse: Parse

beforeAll(async () => {
  parse = await loadParser()
})

function pair(index: number, [up, down]: readonly [string, string | undefined]): Pair {
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
  }, 120_000)
  afterAll(() => postgres.stop())

  async function travel(
    base: readonly string[],
    fresh: readonly (readonly [string, string | undefined])[],
    signal?: AbortSignal,
  ) {
    const { world } = createTestWorld({ workspace: '/', ...(signal === undefined ? {} : { signal }) })
    const result = await roundTrip({
      url: postgres.url('postgres'),
      base: base.map((sql, index) => pair(index, [sql, 'SELECT 1'])),
      fresh: fresh.map((each, index) => pair(base.length + index, each)),
      history,
      world,
    })
    return result
  }
  const left = async () =>
    (
      await postgres.query(
        'postgres',
        "SELECT datname FROM pg_database WHERE datname LIKE 'omninode_scratch%'",
      )
    ).rows

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
    expect(trip).toMatchObject({ verdict: 'held', findings: [] })
    expect(trip.server).toContain(`PostgreSQL ${postgres.version}`)
    expect(trip.difference).toEqual(
      expect.arrayContaining([
        '+ column public.orders.id: #1 bigint not null',
        expect.stringMatching(
          /^\+ index public\.orders_tenant: CREATE INDEX orders_tenant ON public\.orders/,
        ),
        expect.stringMatching(/^\+ constraint orders_tenant_id_fkey on public\.orders: FOREIGN KEY/),
        '+ table public.orders',
      ]),
    )
    expect(await left()).toEqual([])
  })

  test.each([
    ['an index', 'CREATE INDEX a_b ON a (b)', 'SELECT 1', 'index public.a_b'],
    ['a grant', 'GRANT SELECT ON a TO PUBLIC', 'SELECT 1', 'right of public on public.a'],
    ['a comment', "COMMENT ON TABLE a IS 'x'", 'SELECT 1', 'comment on table public.a'],
    ['a default', 'ALTER TABLE a ALTER COLUMN b SET DEFAULT 5', 'SELECT 1', 'column public.a.b'],
    ['an enum', "CREATE TYPE mood AS ENUM ('ok')", 'SELECT 1', 'type public.mood'],
    [
      'a function',
      "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
      'SELECT 1',
      'function public.f()',
    ],
    [
      'a trigger',
      'CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$; CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW EXECUTE FUNCTION g()',
      'DROP TRIGGER t ON a',
      'function public.g()',
    ],
    [
      'a policy',
      'ALTER TABLE a ENABLE ROW LEVEL SECURITY; CREATE POLICY p ON a USING (true)',
      'DROP POLICY p ON a',
      'table public.a',
    ],
    ['a sequence', 'CREATE SEQUENCE s', 'SELECT 1', 'sequence public.s'],
  ])('finds what the way down forgets: %s', async (_what, up, down, object) => {
    const trip = await travel(['CREATE TABLE a (b int)'], [[up, down]])
    expect(trip).toMatchObject({
      verdict: 'broken',
      findings: [
        { rule: 'down-incomplete', severity: 'error', source: { file: '0002_x.down.sql', line: 1 } },
      ],
    })
    expect(trip.findings[0]?.message).toContain(object)
  })

  test('blames the one whose way down is incomplete, and not the files around it', async () => {
    const trip = await travel(
      ['CREATE TABLE a (b int)'],
      [
        ['CREATE TABLE c (d int)', 'DROP TABLE c'],
        ['CREATE INDEX a_b ON a (b)', 'SELECT 1'],
        ['CREATE TABLE e (f int)', 'DROP TABLE e'],
      ],
    )
    expect(trip.findings.map(({ source }) => source?.file)).toEqual(['0003_x.down.sql'])
  })

  test('finds a way down that fails, on its line and column', async () => {
    const trip = await travel(
      [],
      [['CREATE TABLE a (b int)', '-- undo\nDROP TABLE a;\nDROP TABLE nothing_there']],
    )
    expect(trip.findings).toMatchObject([
      { rule: 'down-fails', source: { file: '0001_x.down.sql', line: 3 } },
    ])
  })

  test('finds an up that fails, and one that cannot run twice', async () => {
    const trip = await travel([], [['CREATE TABLE a (b int);\nSELECT missing FROM a', 'DROP TABLE a']])
    expect(trip).toMatchObject({
      verdict: 'broken',
      findings: [{ rule: 'up-fails', source: { line: 2, column: 8 } }],
    })
    const again = await travel(
      ['CREATE TABLE log (id int PRIMARY KEY)'],
      [['INSERT INTO log VALUES (1)', 'SELECT 1']],
    )
    expect(again.findings).toMatchObject([
      { rule: 'up-not-repeatable', source: { file: '0002_x.up.sql', line: 1 } },
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
      why: expect.stringContaining('cannot be undone: the rows are gone'),
    })
  })

  test('without a base that can be built tells nothing', async () => {
    expect(
      await travel(['ALTER TABLE from_before ADD COLUMN x int'], [['SELECT 1', 'SELECT 1']]),
    ).toMatchObject({
      verdict: 'unknown',
      why: expect.stringContaining('0001_x.up.sql:1'),
      findings: [],
    })
  })

  test('that is cancelled leaves no database behind', async () => {
    const abort = new AbortController()
    const travelling = travel([], [['SELECT pg_sleep(20)', 'SELECT 1']], abort.signal)
    const failed = expect(travelling).rejects.toThrow('enough')
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    abort.abort(new Error('enough'))
    await failed
    expect(await left()).toEqual([])
  })

  describe('watches', () => {
    const base = [
      'CREATE TABLE parent (id bigint PRIMARY KEY, name varchar(10) NOT NULL, amount int); CREATE TABLE child (id bigint PRIMARY KEY, parent_id bigint NOT NULL REFERENCES parent); CREATE TABLE part (id int) PARTITION BY LIST (id)',
    ]
    test.each([
      ['ALTER TABLE parent ADD COLUMN x int DEFAULT 5', 'ACCESS EXCLUSIVE parent', [], []],
      [
        'ALTER TABLE parent ADD COLUMN x float8 DEFAULT random()',
        'ACCESS EXCLUSIVE parent',
        ['parent'],
        ['parent'],
      ],
      ['ALTER TABLE parent ALTER COLUMN amount SET NOT NULL', 'ACCESS EXCLUSIVE parent', [], ['parent']],
      ['ALTER TABLE parent ALTER COLUMN name TYPE varchar(20)', 'ACCESS EXCLUSIVE parent', [], []],
      [
        'ALTER TABLE parent ALTER COLUMN amount TYPE bigint',
        'ACCESS EXCLUSIVE parent',
        ['parent'],
        ['parent'],
      ],
      [
        'ALTER TABLE parent ADD CONSTRAINT c CHECK (amount >= 0) NOT VALID',
        'ACCESS EXCLUSIVE parent',
        [],
        [],
      ],
      ['DROP TABLE child', 'ACCESS EXCLUSIVE child', [], []],
      ['CREATE INDEX i ON parent (amount)', 'SHARE parent', [], ['parent']],
      ["COMMENT ON TABLE parent IS 'x'", 'SHARE UPDATE EXCLUSIVE parent', [], []],
    ])('%s', async (sql, lock, rewrites, scans) => {
      const { observations, notSeeded } = await travel(base, [[sql, 'SELECT 1']])
      expect(notSeeded).toEqual(['public.part'])
      const [seen] = observations
      expect(seen?.locks.map(({ mode, relation }) => `${mode} ${relation}`)).toContain(lock)
      expect(seen?.rewrites).toEqual(rewrites)
      expect(seen?.scans).toEqual(expect.arrayContaining(scans))
      if (scans.length === 0) expect(seen?.scans).toEqual([])
    })

    test('a foreign key locks both of its tables', async () => {
      const { observations } = await travel(base, [
        [
          'ALTER TABLE parent ADD COLUMN other bigint; ALTER TABLE parent ADD CONSTRAINT k FOREIGN KEY (other) REFERENCES child',
          'ALTER TABLE parent DROP COLUMN other',
        ],
      ])
      expect(observations[1]?.locks).toEqual(
        expect.arrayContaining([expect.objectContaining({ mode: 'SHARE ROW EXCLUSIVE', relation: 'child' })]),
      )
    })
  })
})

describe("the machine's own server", () => {
  test('is started for the plan, never as root, and leaves nothing behind', async () => {
    const { world, state } = createTestWorld({ workspace: '/', env: { PATH: process.env['PATH'] ?? '' } })
    const found = await findScratchServer(world)
    if (typeof found === 'string') throw new Error(found)
    const server = await startScratchServer(found, world)
    const folder = state.get('scratch') ?? ''
    expect(existsSync(folder)).toBe(true)
    await server.stop()
    expect(existsSync(folder)).toBe(false)
  })

  test('of a run that was killed is ended by post', async () => {
    const { world, state } = createTestWorld({ workspace: '/', env: { PATH: process.env['PATH'] ?? '' } })
    const found = await findScratchServer(world)
    if (typeof found === 'string') throw new Error(found)
    const server = await startScratchServer(found, world)
    await endScratch(Object.fromEntries(state))
    expect(existsSync(state.get('scratch') ?? '')).toBe(false)
    await server.stop() // resolves at once: it has ended
  })
})
