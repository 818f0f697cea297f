/** Names are text of others: whatever a file, a folder or a version is called, the same bytes are sent. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import pg from 'pg'
import { type Postgres, startPostgres } from '#sandbox/postgres/postgres.ts'
import type { LayoutName } from '#toolkit/migrations/layout/choose.ts'
import { readMigrations } from '#toolkit/migrations/layout/read.ts'
import { createTestWorld } from '#toolkit/world/test/world.ts'
import { makeScratchRole, SCRATCH_ROLE } from '../../src/preview/scratch/role.ts'
import { roundTrip } from '../../src/preview/scratch/round-trip.ts'
import type { MigrateRequest } from '../../src/request.ts'
import { loadParser } from '../../src/sql/parser.ts'
import { readScript } from '../../src/sql/statements.ts'
import { type Setting, setUp } from '../migrating.ts'

let postgres: Postgres
let on: Setting

beforeAll(async () => {
  postgres = await startPostgres({ progress: () => undefined })
  const superuser = new pg.Client({ connectionString: postgres.url('postgres') })
  await superuser.connect()
  await makeScratchRole(superuser, 'scratch')
  await superuser.end()
}, 120_000)
afterAll(() => postgres.stop())
beforeEach(async () => {
  on = await setUp(postgres)
  await on.rows('CREATE TABLE victim (id int); CREATE TABLE sent (text text)')
})
afterEach(() => on.close())

/** Keeps what the server was sent. */
const SQL = 'INSERT INTO sent VALUES (current_query()) -- the end'
const DOWN = 'DELETE FROM sent -- the end'

const names = [
  '*a',
  '*',
  'a*',
  '* DROP TABLE victim; --',
  '-- a',
  "a'b",
  "'; DROP TABLE victim; --",
  'a"b',
  '"; DROP TABLE victim; --',
  'a\\b',
  "\\'; DROP TABLE victim; --",
  '$$; DROP TABLE victim; $$',
  '$1',
  'a\u2028DROP TABLE victim;',
  'a\u0085b',
  '%s',
  'ü😀',
  'a b',
]

const folders = [
  'db/*',
  'db/a*/ DROP TABLE victim; --',
  "db/'; DROP TABLE victim; --",
  'db/a\nDROP TABLE victim;\n',
  'db/\u2028',
  'db/--',
]

/** What is sent in front of a file, with any number for a number: the same whatever the file is called. */
const BEFORE =
  "BEGIN; SELECT N / count(*) FROM pg_catalog.pg_locks l WHERE l.pid = N AND l.pid = pg_catalog.pg_backend_pid() AND l.locktype = 'advisory' AND l.granted AND l.objsubid = N AND l.classid = N AND l.objid = N AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database()); /* migrate */ "

/** What the server was sent up to the end of the file, and whether the rest of it is ours. */
async function expectFileAlone(): Promise<void> {
  const rows = (await on.rows('SELECT text FROM sent')) as { text: string }[]
  expect(rows).toHaveLength(1)
  const [{ text } = { text: '' }] = rows
  const [before = '', behind = ''] = text.split(SQL)
  expect(before.replaceAll(/\d+/g, 'N').replaceAll(/\s+/g, ' ')).toBe(BEFORE)
  expect(behind).toMatch(
    /^\n;SET CONSTRAINTS ALL IMMEDIATE;(?:SET LOCAL SESSION AUTHORIZATION DEFAULT; SET LOCAL role TO DEFAULT;)?EXECUTE omninode_applied \(/,
  )
  expect(await on.rows("SELECT to_regclass('victim')::text AS victim")).toEqual([{ victim: 'victim' }])
}

const layouts: readonly (readonly [LayoutName, up: string, down: string])[] = [
  ['numbered', '0001_a.up.sql', '0001_a.down.sql'],
  ['rollback-folder', '001_a--b.sql', 'rollback/001_a--b_rollback.sql'],
  ['manifest', 'a.sql', 'rollback/a_rollback.sql'],
]

async function appliesFrom(folder: string, layout: LayoutName): Promise<string> {
  const read = readMigrations(on.workspace, folder, layout)
  expect(read.problems).toEqual([])
  const more: Partial<MigrateRequest> = { ...read, folder }
  await on.does('apply', more)
  await expectFileAlone()
  const [row] = (await on.rows('SELECT version FROM migrate.history_current')) as { version: string }[]
  await on.does('rollback', { ...more, allowDataLoss: true })
  expect(await on.rows('SELECT text FROM sent')).toEqual([])
  expect(await on.rows("SELECT to_regclass('victim')::text AS victim")).toEqual([{ victim: 'victim' }])
  return row?.version ?? ''
}

describe('a file of a MANIFEST', () => {
  test.each(names)('may be called %j', async (name) => {
    on.file('db/m/MANIFEST', `${name}.sql\n`)
    on.file(`db/m/${name}.sql`, SQL)
    on.file(`db/m/rollback/${name}_rollback.sql`, DOWN)
    expect(await appliesFrom('db/m', 'manifest')).toBe(name)
  })

  test.each(names)('may be called %j when it runs outside of a transaction', async (name) => {
    on.file('db/m/MANIFEST', `${name}.sql\n`)
    on.file(
      `db/m/${name}.sql`,
      '-- migrate: irreversible: x\nCREATE INDEX CONCURRENTLY victim_id ON victim (id)',
    )
    await on.does('apply', { ...readMigrations(on.workspace, 'db/m', 'manifest'), folder: 'db/m' })
    expect(await on.rows('SELECT version FROM migrate.history_current')).toEqual([{ version: name }])
    expect(await on.rows("SELECT to_regclass('victim_id')::text AS i")).toEqual([{ i: 'victim_id' }])
  })
})

describe.each(layouts)('with the layout %s', (layout, up, down) => {
  test.each(folders)('the folder may be called %j', async (folder) => {
    if (layout === 'manifest') on.file(`${folder}/MANIFEST`, `${up}\n`)
    on.file(`${folder}/${up}`, SQL)
    on.file(`${folder}/${down}`, DOWN)
    await appliesFrom(folder, layout)
  })
})

describe('what is said at the head of a file is sent as it stands there:', () => {
  test.each([
    "-- migrate: irreversible: '); DROP TABLE victim; --",
    '-- migrate: irreversible: */ DROP TABLE victim; /*',
    '-- migrate: irreversible: \\',
    '-- migrate: allow drop-table: $$ */ DROP TABLE victim',
  ])('%j', async (line) => {
    const irreversible = line.includes('irreversible')
    on.file('db/migrations/0001_a.up.sql', `${line}\n${SQL}`)
    if (!irreversible) on.file('db/migrations/0001_a.down.sql', DOWN)
    await on.apply()
    const [row] = (await on.rows('SELECT text FROM sent')) as { text: string }[]
    expect(row?.text).toContain(`/* migrate */ ${line}\n${SQL}\n;`)
    expect(await on.rows("SELECT to_regclass('victim')::text AS victim")).toEqual([{ victim: 'victim' }])
  })
})

describe('a backslash is read as it was shown,', () => {
  const sql = String.raw`INSERT INTO sent VALUES ('a\'); INSERT INTO sent VALUES ('b')`

  test('whatever the settings of the database are', async () => {
    await on.rows(`ALTER DATABASE ${on.database} SET standard_conforming_strings = off`)
    on.write('0001_a', sql)
    await on.apply()
    expect(await on.rows('SELECT text FROM sent')).toEqual([{ text: 'a\\' }, { text: 'b' }])
  })

  test('whatever a file before it has set, or it has set itself', async () => {
    on.write('0001_a', 'SET standard_conforming_strings = off')
    on.write('0002_b', `SET standard_conforming_strings = off; ${sql}`)
    await on.apply()
    expect(await on.rows('SELECT text FROM sent')).toEqual([{ text: 'a\\' }, { text: 'b' }])
  })
})

test('the scratch server gets byte for byte what production gets', async () => {
  const own = { host: '127.0.0.1', port: postgres.port, database: 'postgres', tls: undefined }
  const as = (user: string, password: string) => ({ ...own, user, password: async () => password })
  // What is sent becomes part of the schema, and so of what the round trip shows.
  const comment = [
    '-- ü😀 at the head',
    'SET standard_conforming_strings = off;',
    String.raw`SELECT 'a\' AS "it's", $x$ /* $x$; /* between /* two */ */`,
    `DO $$BEGIN EXECUTE format('COMMENT ON SCHEMA public IS %L', encode(convert_to(current_query(), 'UTF8'), 'hex')); END$$ -- at the end`,
  ].join('\n')
  const down = 'COMMENT ON SCHEMA public IS NULL'
  const parse = await loadParser()
  const file = "db/migrations/*'; DROP.sql"
  const { world } = createTestWorld({ workspace: '/' })
  const trip = await roundTrip({
    access: {
      maker: as('sandbox', new URL(postgres.url('postgres')).password),
      runner: as(SCRATCH_ROLE, 'scratch'),
    },
    base: [],
    fresh: [{ version: '1', up: readScript(parse, file, comment), down: readScript(parse, file, down) }],
    release: Number.parseInt(postgres.version, 10),
    history: { schema: 'migrate', table: 'history' },
    world,
  })
  on.file('db/migrations/MANIFEST', 'a.up.sql')
  on.write('a', comment, down)
  await on.apply()
  const [production] = (await on.rows(
    "SELECT obj_description('public'::regnamespace, 'pg_namespace') AS sent",
  )) as { sent: string }[]
  const scratch = /\+ comment on schema public: ([0-9a-f]+)/.exec(trip.difference.join('\n'))?.[1] ?? ''
  const texts = [scratch, production?.sent ?? ''].map((hex) => Buffer.from(hex, 'hex').toString('utf8'))
  for (const text of texts) expect(text.split('/* migrate */ ')[1]?.split('\n;')[0]).toBe(comment)
})
