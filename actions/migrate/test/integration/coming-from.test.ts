/**
 * Folders as other tools' documentation shows them: applied by that tool, taken over as the page on it says, and gone on
 * with.
 */
import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { prepareDbmate } from '#sandbox/dbmate/dbmate.ts'
import { prepareFlyway } from '#sandbox/flyway/flyway.ts'
import { prepareGolangMigrate } from '#sandbox/golang-migrate/golang-migrate.ts'
import { prepareGoose } from '#sandbox/goose/goose.ts'
import { type Postgres, startPostgres } from '#sandbox/postgres/postgres.ts'
import type { MigrateCommand } from '../../src/request.ts'
import { type Setting, setUp } from '../migrating.ts'

const root = join(import.meta.dirname, '../../../..')
const run = promisify(execFile)
const options = { progress: () => undefined }

let postgres: Postgres
let on: Setting

beforeAll(async () => {
  postgres = await startPostgres(options)
}, 120_000)
afterAll(() => postgres.stop())
beforeEach(async () => {
  on = await setUp(postgres)
})
afterEach(() => on.close())

const folder = () => join(on.workspace, 'db/migrations')
const url = () => {
  const address = new URL(on.url)
  address.searchParams.set('sslmode', 'disable')
  return address
}

interface Tool {
  readonly name: string
  /** As its own documentation shows a folder. */
  readonly files: Readonly<Record<string, string>>
  /** Applies what is in the folder, or goes back by one. */
  run(way: 'up' | 'down'): Promise<unknown>
  /** Written and applied by us. */
  readonly next: Readonly<Record<string, string>>
  /** Its own table. */
  readonly ledger: string
  /** Applied by us, with nothing that leads back. */
  readonly oneWay: Readonly<Record<string, string>>
  /** With no statement, and applied by it all the same. */
  readonly empty: Readonly<Record<string, string>>
  /** What is taken over, by its files. */
  readonly known: readonly string[]
  readonly versions: readonly string[]
}

const dbmate: Tool = {
  name: 'dbmate',
  files: {
    '20151127184807_create_users_table.sql':
      '-- migrate:up\ncreate table users (\n  id integer,\n  name varchar(255),\n  email varchar(255) not null\n);\n\n-- migrate:down\ndrop table users;\n',
    '20151129054053_add_name_index.sql':
      '-- migrate:up transaction:false\nCREATE INDEX CONCURRENTLY users_name ON users (name);\n\n-- migrate:down\nDROP INDEX users_name;\n',
  },
  run: async (way) =>
    run(await prepareDbmate(options), [
      ...['--url', url().href, '--migrations-dir', folder(), '--no-dump-schema'],
      way === 'up' ? 'migrate' : 'rollback',
    ]),
  next: {
    '20151130000000_add_age.sql':
      '-- migrate:up\nALTER TABLE users ADD COLUMN more text;\n\n-- migrate:down\nALTER TABLE users DROP COLUMN more;\n',
  },
  ledger: 'schema_migrations',
  oneWay: {
    '20160101000000_one_way.sql': '-- migrate:up\nCREATE TABLE one_way (id int);\n\n-- migrate:down\n',
  },
  empty: { '20150101000000_nothing.sql': '-- migrate:up\n\n-- migrate:down\n' },
  known: ['20151127184807_create_users_table', '20151129054053_add_name_index'],
  versions: ['20151127184807', '20151129054053'],
}

const golangMigrate: Tool = {
  name: 'golang-migrate',
  files: {
    '000001_create_users_table.up.sql':
      'CREATE TABLE IF NOT EXISTS users(\n   user_id serial PRIMARY KEY,\n   username VARCHAR (50) UNIQUE NOT NULL\n);\n',
    '000001_create_users_table.down.sql': 'DROP TABLE IF EXISTS users;\n',
    '000002_add_mood_to_users.up.sql':
      "BEGIN;\n\nCREATE TYPE enum_mood AS ENUM (\n\t'happy',\n\t'sad',\n\t'neutral'\n);\nALTER TABLE users ADD COLUMN mood enum_mood;\n\nCOMMIT;\n",
    '000002_add_mood_to_users.down.sql':
      'BEGIN;\n\nALTER TABLE users DROP COLUMN mood;\nDROP TYPE enum_mood;\n\nCOMMIT;\n',
  },
  run: (way) => runGolangMigrate(...(way === 'up' ? ['up'] : ['down', '1'])),
  next: {
    '000007_add_more.up.sql': 'BEGIN;\nALTER TABLE users ADD COLUMN more text;\nCOMMIT;\n',
    '000007_add_more.down.sql': 'ALTER TABLE users DROP COLUMN more;\n',
  },
  ledger: 'schema_migrations',
  oneWay: { '000009_one_way.up.sql': 'CREATE TABLE one_way (id int);\n' },
  empty: { '000008_nothing.up.sql': '', '000008_nothing.down.sql': '-- nothing to undo\n' },
  known: ['000001_create_users_table', '000002_add_mood_to_users'],
  versions: ['000001', '000002'],
}

const goose: Tool = {
  name: 'goose',
  files: {
    '00001_create_users_table.sql':
      "-- +goose Up\nCREATE TABLE users (\n    id int NOT NULL PRIMARY KEY,\n    username text\n);\n\nINSERT INTO users VALUES (0, 'root'), (1, 'vojtechvitek');\n\n-- +goose Down\nDROP TABLE users;\n",
    '00002_histories.sql':
      '-- +goose Up\n-- +goose StatementBegin\nCREATE OR REPLACE FUNCTION histories_partition_creation() RETURNS void AS $$\nBEGIN\n  PERFORM 1;\n  PERFORM 2;\nEND;\n$$ LANGUAGE plpgsql;\n-- +goose StatementEnd\n\n-- +goose Down\nDROP FUNCTION histories_partition_creation();\n',
    '00003_username_index.sql':
      '-- +goose NO TRANSACTION\n-- +goose Up\nCREATE INDEX CONCURRENTLY users_username ON users (username);\n\n-- +goose Down\nDROP INDEX users_username;\n',
  },
  run: async (way) => {
    const program = join(await prepareGoose(options), 'goose')
    return run(program, ['-dir', folder(), 'postgres', url().href, way])
  },
  next: {
    '20260101000000_more.sql':
      '-- +goose Up\nALTER TABLE users ADD COLUMN more text;\n\n-- +goose Down\nALTER TABLE users DROP COLUMN more;\n',
  },
  ledger: 'goose_db_version',
  oneWay: {
    '20260101000001_one_way.sql': '-- +goose Up\nCREATE TABLE one_way (id int);\n\n-- +goose Down\n',
  },
  empty: { '00008_nothing.sql': '-- +goose Up\n\n-- +goose Down\n' },
  known: ['00001_create_users_table', '00002_histories', '00003_username_index'],
  versions: ['00001', '00002', '00003'],
}

async function runFlyway(...args: readonly string[]): Promise<unknown> {
  const { hostname, port, username, password, pathname } = url()
  return run('java', [
    ...(await prepareFlyway(options)),
    `-url=jdbc:postgresql://${hostname}:${port}${pathname}`,
    ...[`-user=${decodeURIComponent(username)}`, `-password=${decodeURIComponent(password)}`],
    ...[`-locations=filesystem:${folder()}`, '-skipCheckForUpdate', ...args],
  ])
}

async function runGolangMigrate(...args: readonly string[]): Promise<unknown> {
  const program = join(await prepareGolangMigrate(options), 'migrate')
  return run(program, ['-path', folder(), '-database', url().href, ...args])
}

const flyway: Tool = {
  name: 'flyway',
  files: {
    'V1__Create_person_table.sql':
      'create table users (\n    ID int not null,\n    NAME varchar(100) not null\n);\n',
    'V2__Add_people.sql':
      "insert into users (ID, NAME) values (1, 'Axel');\ninsert into users (ID, NAME) values (2, 'Mr. Foo');\r\ninsert into users (ID, NAME) values (3, 'Ms. Bär');\n",
    'V2.1__Index.sql': 'create index users_name on users (NAME);\n',
  },
  run: () => runFlyway('migrate'),
  next: {
    'V3__More.sql': 'ALTER TABLE users ADD COLUMN more text;\n',
    'U3__More.sql': 'ALTER TABLE users DROP COLUMN more;\n',
  },
  ledger: 'flyway_schema_history',
  oneWay: { 'V4__One_way.sql': 'CREATE TABLE one_way (id int);\n' },
  empty: { 'V8__Nothing.sql': '-- what stood here is done elsewhere\n' },
  known: ['V1__Create_person_table', 'V2__Add_people', 'V2.1__Index'],
  versions: ['1', '2', '2.1'],
}

/** The commands of a page, in their order. */
function commandsOf({ name }: Tool): readonly (readonly string[])[] {
  const text = readFileSync(join(root, `docs/coming-from-${name}.md`), 'utf8')
  return [...text.matchAll(/^node actions\/migrate\/dist\/cli\.js (.+)$/gm)].map(([, args = '']) =>
    args.split(' '),
  )
}

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) on.file(`db/migrations/${name}`, text)
}

async function follow([command, ...args]: readonly string[]): Promise<string> {
  const more = command === 'plan' ? ['--scratch', 'off'] : []
  const runner = on.runner(command as MigrateCommand, ...args, ...more) // of the page
  const code = await runner.ended
  expect({ code, command, said: code === 0 ? '' : runner.output() }).toEqual({ code: 0, command, said: '' })
  return runner.output()
}

const inEffect = async () =>
  (await on.rows('SELECT version FROM migrate.history_current ORDER BY id')).map(
    (row) => (row as { version: string }).version, // the column of the SELECT
  )
const columns = () =>
  on.rows(
    "SELECT FROM pg_attribute WHERE attrelid = 'users'::regclass AND attname = 'more' AND NOT attisdropped",
  )

/** Everything that is in the checkout, by its path. */
const checkout = () =>
  Object.fromEntries(
    readdirSync(on.workspace, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path, readFileSync(path, 'utf8')]),
  )

describe.each([dbmate, golangMigrate, goose, flyway].map((tool) => [tool.name, tool] as const))(
  'a folder of %s',
  (_name, tool) => {
    test('is applied by it, taken over as the page says, and gone on with, up and down', async () => {
      write(tool.files)
      await tool.run('up')
      const [shown, record, plan, apply, rollback] = commandsOf(tool)
      const ledger = () => on.rows(`SELECT * FROM ${tool.ledger}`)
      const before = { files: checkout(), ledger: await ledger() }
      const dry = await follow(shown ?? [])
      for (const name of tool.known) expect(dry).toContain(name)
      expect(await on.rows("SELECT to_regclass('migrate.history') AS h")).toEqual([{ h: null }])
      await follow(record ?? [])
      expect(await inEffect()).toEqual(tool.versions)
      expect({ files: checkout(), ledger: await ledger() }).toEqual(before)
      // It was read once: what comes now does without.
      await on.rows(`DROP TABLE ${tool.ledger}`)
      write(tool.next)
      const planned = await follow(plan ?? [])
      expect(planned).toContain('1 to run')
      for (const name of tool.known) expect(planned).not.toContain(`db/migrations/${name}`)
      await follow(apply ?? [])
      expect(await columns()).toHaveLength(1)
      await follow(rollback ?? [])
      expect(await columns()).toHaveLength(0)
      expect(await inEffect()).toEqual(tool.versions)
      expect(checkout()).toMatchObject(before.files)
      expect(Object.keys(checkout())).toHaveLength(
        Object.keys(before.files).length + Object.keys(tool.next).length,
      )
    }, 300_000)

    test('may have files without a statement: they are taken over, and do nothing on a new database', async () => {
      write({ ...tool.files, ...tool.empty })
      await tool.run('up')
      await follow(commandsOf(tool)[1] ?? [])
      const everything = await inEffect()
      expect(everything).toHaveLength(tool.versions.length + 1)

      await on.rows('DROP SCHEMA public CASCADE')
      await on.rows('CREATE SCHEMA public')
      await on.rows('DROP SCHEMA migrate CASCADE')
      const layout = ['--layout', tool.name]
      const planned = await follow(['plan', ...layout])
      const [file = ''] = Object.keys(tool.empty)
      expect(planned).toMatch(`notice db/migrations/${file}:1 It holds no statement. [empty-migration]`)
      await follow(['apply', ...layout])
      expect(await inEffect()).toEqual(everything)
      await follow(['apply', ...layout])
      expect(await inEffect()).toEqual(everything)
    }, 300_000)

    test('has files that cannot be undone where nothing leads back, and the plan of a rollback says so', async () => {
      write(tool.oneWay)
      const layout = ['--layout', tool.name]
      await follow(['apply', ...layout])
      const rollback = on.runner('rollback', '--dry-run', ...layout)
      expect(await rollback.ended).toBe(1)
      expect(rollback.output()).toMatch(/cannot be undone: there is (?:no|nothing) /)
      expect(await inEffect()).toHaveLength(1)
    }, 30_000)
  },
)

const baseline = (layout: 'dbmate' | 'goose' | 'golang-migrate' | 'flyway') => on.layout('baseline', layout)

test.each([
  ['dbmate', '-- migrate:up\n', '-- migrate:down\n'],
  ['goose', '-- +goose Up\n', '-- +goose Down\n'],
] as const)(
  'what must stand alone does in a folder of %s, also where nothing says so',
  async (layout, up, down) => {
    on.file('db/migrations/1_a.sql', `${up}CREATE TABLE users (id int);\n${down}DROP TABLE users;\n`)
    on.file(
      'db/migrations/2_b.sql',
      `${up}CREATE INDEX CONCURRENTLY users_id ON users (id);\n${down}DROP INDEX users_id;\n`,
    )
    await follow(['apply', '--layout', layout])
    expect(await on.rows("SELECT indisvalid FROM pg_index WHERE indexrelid = 'users_id'::regclass")).toEqual([
      { indisvalid: true },
    ])
  },
  30_000,
)

test('a statement of goose needs no marks around it', async () => {
  const body =
    'CREATE FUNCTION two() RETURNS void LANGUAGE plpgsql AS $$\nBEGIN\n  PERFORM 1;\n  PERFORM 2;\nEND;\n$$;\n'
  write({ '00001_a.sql': `-- +goose Up\n${body}\n-- +goose Down\nDROP FUNCTION two();\n` })
  expect((await on.layout('apply', 'goose')).changes).toMatchObject([
    { after: { statements: [body.replace(/;\n$/, '')], transaction: true } },
  ])
})

test('a file of golang-migrate that begins and ends a transaction is one, and in its middle that is refused', async () => {
  write(golangMigrate.files)
  const { changes } = await on.layout('apply', 'golang-migrate')
  expect(changes).toMatchObject([{ after: { transaction: true } }, { after: { transaction: true } }])
  expect(JSON.stringify(changes)).not.toMatch(/BEGIN|COMMIT/)
  write({ '000003_middle.up.sql': 'SELECT 1;\nBEGIN;\nSELECT 2;\nCOMMIT;\n' })
  await expect(on.layout('apply', 'golang-migrate')).rejects.toMatchObject({
    code: 'SQL_REFUSED',
    source: { file: 'db/migrations/000003_middle.up.sql', line: 2 },
  })
})

test("Flyway's own baseline is where what is in effect begins", async () => {
  write(flyway.files)
  await on.rows('CREATE TABLE users (id int, name varchar(100))')
  await runFlyway('baseline', '-baselineVersion=2')
  expect((await baseline('flyway')).changes.map(({ address }) => address)).toEqual([
    'db/migrations/V1__Create_person_table',
    'db/migrations/V2__Add_people',
  ])
}, 300_000)

test('what dbmate and goose have taken back is not in effect', async () => {
  for (const tool of [dbmate, goose]) {
    write(tool.files)
    await tool.run('up')
    await tool.run('down')
    const { changes } = await baseline(tool.name as 'dbmate' | 'goose')
    expect(changes).toHaveLength(tool.known.length - 1)
    on.close()
    on = await setUp(postgres)
  }
}, 300_000)

test('what golang-migrate has left dirty, and what Flyway has as failed, stops a baseline until it is settled', async () => {
  write({ ...golangMigrate.files, '000003_bad.up.sql': 'SELECT 1 / 0;\n' })
  await expect(golangMigrate.run('up')).rejects.toBeDefined()
  const dirty = await baseline('golang-migrate')
  expect(dirty.changes).toHaveLength(2)
  expect(dirty.findings).toMatchObject([
    {
      rule: 'ledger-failed',
      severity: 'error',
      verdict: 'fail',
      message: expect.stringContaining('says that 3 was begun'),
    },
  ])
  await runGolangMigrate('force', '2')
  expect(await baseline('golang-migrate')).toMatchObject({ changes: [{}, {}], findings: [] })
  on.close()
  on = await setUp(postgres)
  write(flyway.files)
  await flyway.run('up')
  write({ 'V3__bad.sql': 'VACUUM users;\n' })
  // As it writes what has failed outside of a transaction.
  await on.rows(
    `INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
     VALUES (4, '3', 'bad', 'SQL', 'V3__bad.sql', 0, current_user, 1, false)`,
  )
  const failed = await baseline('flyway')
  expect(failed.changes).toHaveLength(3)
  expect(failed.findings).toMatchObject([
    { rule: 'ledger-failed', message: expect.stringContaining('V3__bad.sql') },
  ])
  await runFlyway('repair')
  expect(await baseline('flyway')).toMatchObject({ changes: [{}, {}, {}], findings: [] })
}, 300_000)

test("a file that was edited since is told by Flyway's own checksum", async () => {
  write(flyway.files)
  await flyway.run('up')
  expect((await baseline('flyway')).findings).toEqual([])
  on.file('db/migrations/V2.1__Index.sql', 'create index users_name on users (ID);\n')
  expect((await baseline('flyway')).findings).toMatchObject([
    { rule: 'ledger-checksum', source: { file: 'db/migrations/V2.1__Index.sql' } },
  ])
}, 300_000)
