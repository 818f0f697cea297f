/** What `status` tells of a real database, to whoever may only read. */
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import pg from 'pg'
import { type Postgres, startPostgres } from '#sandbox/postgres/postgres.ts'
import { createSql } from '#toolkit/migrations/history.ts'
import { openStep } from '#toolkit/runtime/test/open.ts'
import { createTestWorld } from '#toolkit/world/test/world.ts'
import { lockKey } from '../../src/session/lock.ts'
import type { lookAtStatus } from '../../src/status/look.ts'
import type { Status } from '../../src/status/status.ts'
import { step } from '../../src/step.ts'
import { type Runner, type Setting, setUp } from '../migrating.ts'

let postgres: Postgres
let on: Setting

/** May read the history, and nothing else: what README lists, without a word about other sessions. */
const READER = 'status_reader'
/** The same, and sees the sessions of others. */
const WATCHER = 'status_watcher'
/** May connect. */
const STRANGER = 'status_stranger'

beforeAll(async () => {
  postgres = await startPostgres({ progress: () => undefined })
  for (const role of [READER, WATCHER, STRANGER])
    await postgres.query(
      'postgres',
      `CREATE ROLE ${role} LOGIN PASSWORD 'reading'; ALTER ROLE ${role} SET default_transaction_read_only = on`,
    )
  await postgres.query('postgres', `GRANT pg_read_all_stats TO ${WATCHER}`)
}, 120_000)
afterAll(() => postgres.stop())
beforeEach(async () => {
  on = await setUp(postgres)
})
afterEach(() => on.close())

function as(role: string): string {
  const url = new URL(on.url)
  url.username = role
  url.password = 'reading'
  return url.href
}

async function grantReading(): Promise<void> {
  for (const role of [READER, WATCHER])
    await on.rows(`GRANT USAGE ON SCHEMA migrate TO ${role}; GRANT SELECT ON migrate.history TO ${role}`)
}

async function look(url = on.url, inputs: Readonly<Record<string, string>> = {}) {
  const { world } = createTestWorld({ workspace: on.workspace, env: { PATH: '' } })
  const run = await openStep(step, 'status', { 'database-url': url, ...inputs }, world)
  try {
    const seen = await run.look?.()
    if (seen === undefined) throw new Error('nothing was seen')
    return seen as Awaited<ReturnType<typeof lookAtStatus>>
  } finally {
    await run.close()
  }
}

const statusOf = async (url?: string, inputs?: Readonly<Record<string, string>>): Promise<Status> =>
  (await look(url, inputs)).value

const statesIn = ({ migrations }: Status) => migrations.map(({ version, state }) => `${version} ${state}`)

const schemas = () =>
  on.rows("SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'public'")

describe('of a database without a history', () => {
  test('everything is pending, nobody is at work, and nothing is made by the look', async () => {
    on.write('0001_a', 'CREATE TABLE a (id int)')
    on.write('0002_b', 'CREATE TABLE b (id int)')
    const before = await schemas()
    const { value, outputs } = await look(as(STRANGER))
    expect(statesIn(value)).toEqual(['0001 pending', '0002 pending'])
    expect(value).toMatchObject({
      history: { table: 'migrate.history', state: 'missing' },
      running: { who: 'nobody' },
      head: '',
      counts: { pending: 2, applied: 0 },
    })
    expect(value.history.note).toBeUndefined()
    expect(outputs(value as never)).toMatchObject({
      pending: '["db/migrations/0001_a","db/migrations/0002_b"]',
    })
    expect(await schemas()).toEqual(before)
  })

  test('that has tables all the same is told to have lost it, with the way back', async () => {
    on.write('0001_a', 'CREATE TABLE a (id int)')
    await on.apply()
    await on.rows('DROP SCHEMA migrate CASCADE')
    const status = await statusOf(as(STRANGER))
    expect(statesIn(status)).toEqual(['0001 pending'])
    expect(status.history).toMatchObject({
      state: 'missing',
      note: expect.stringContaining('`command: baseline`'),
    })
  })
})

test('tells what is applied and by whom, changed, gone, pending, late and interrupted', async () => {
  for (const name of ['0001_a', '0002_b', '0003_c']) on.write(name, `CREATE TABLE t${name} (id int)`)
  on.write('0004_d', 'CREATE INDEX CONCURRENTLY t_id ON t0001_a (id)', 'DROP INDEX t_id')
  await on.apply()
  on.write('0002_b', 'CREATE TABLE another (id int)')
  on.remove('db/migrations/0003_c.up.sql')
  on.remove('db/migrations/0003_c.down.sql')
  on.write('0003_late', 'SELECT 1')
  on.write('0005_e', 'CREATE INDEX CONCURRENTLY t_two ON t0001_a (id)')
  await on.rows(`INSERT INTO migrate.history (version, name, checksum, direction, state, started_at, lock_wait_ms,
      attempts, actor, repository, sha, run_url, run, tool_version, down_sql, statement)
    SELECT '0005', 'e', 'sha256:0', 'up', 'running', '2026-01-02T03:04:05Z', 0, 1, 'mona', '', 'abcdef0123', '', '', '', 'x', 2;
    DELETE FROM migrate.history WHERE version = '0003';
    INSERT INTO migrate.history (version, name, checksum, direction, state, started_at, finished_at, lock_wait_ms,
      attempts, actor, repository, sha, run_url, run, tool_version, down_sql)
    SELECT '0003_c', 'c', 'sha256:0', 'up', 'applied', clock_timestamp(), clock_timestamp(), 0, 1, 'mona', '', '', '', '', '', 'x'`)
  await grantReading()
  on.file(
    'db/migrations/MANIFEST',
    ['0001_a', '0002_b', '0003_late', '0004_d', '0005_e'].map((each) => `${each}.up.sql\n`).join(''),
  )
  const status = await statusOf(as(READER), { layout: 'numbered' })
  expect(statesIn(status)).toEqual([
    '0001 applied',
    '0002 changed',
    '0003 pending',
    '0004 applied',
    '0005 interrupted',
    '0003_c gone',
  ])
  const [first, , late, , interrupted] = status.migrations
  expect(first).toMatchObject({ how: 'applied', by: 'octocat', file: 'db/migrations/0001_a.up.sql' })
  expect(first?.run).toContain('/actions/runs/1')
  expect(late?.note).toContain('comes before')
  expect(interrupted).toMatchObject({
    by: 'mona',
    commit: 'abcdef0123',
    at: '2026-01-02T03:04:05.000Z',
    note: 'it was cut off at statement 2; the file has changed since',
  })
})

test('an outdated history is read as far as it goes, with the statement that mends it; a foreign one is refused', async () => {
  on.write('0001_a', 'CREATE TABLE a (id int)')
  await on.apply()
  await on.rows('ALTER TABLE migrate.history DROP COLUMN run CASCADE, DROP COLUMN statement CASCADE')
  const status = await statusOf()
  expect(statesIn(status)).toEqual(['0001 applied'])
  expect(status.history).toMatchObject({ state: 'outdated', note: expect.stringContaining('ADD COLUMN run') })
  await on.rows(
    'DROP VIEW IF EXISTS migrate.history_current; ALTER TABLE migrate.history DROP COLUMN checksum',
  )
  await expect(look()).rejects.toMatchObject({ code: 'HISTORY_FOREIGN' })
})

test('a history without its view is read, and that it is gone is told', async () => {
  on.write('0001_a', 'CREATE TABLE a (id int)')
  await on.apply()
  await on.rows('DROP VIEW migrate.history_current')
  expect((await statusOf()).history).toMatchObject({
    state: 'there',
    note: expect.stringContaining('history_current'),
  })
})

describe('the rights to read the history', () => {
  test('are named with their GRANT where they are missing', async () => {
    on.write('0001_a', 'CREATE TABLE a (id int)')
    await on.apply()
    const fix = 'GRANT USAGE ON SCHEMA migrate TO <user>; GRANT SELECT ON migrate.history TO <user>.'
    await expect(look(as(STRANGER))).rejects.toMatchObject({ code: 'HISTORY_UNREADABLE', fix })
    await on.rows(`GRANT USAGE ON SCHEMA migrate TO ${STRANGER}`)
    await expect(look(as(STRANGER))).rejects.toMatchObject({ code: 'HISTORY_UNREADABLE', fix })
  })

  test('do not help where somebody has locked it: it is not waited for', async () => {
    on.write('0001_a', 'CREATE TABLE a (id int)')
    await on.apply()
    const other = new pg.Client({ connectionString: on.url })
    await other.connect()
    await other.query('BEGIN; LOCK TABLE migrate.history')
    await expect(look()).rejects.toMatchObject({
      code: 'HISTORY_UNREADABLE',
      what: 'Somebody has locked migrate.history, also against being read.',
    })
    await other.end()
  })
})

describe('while another run is at work', () => {
  let running: Runner | undefined
  afterEach(async () => {
    running?.child.kill('SIGKILL')
    await running?.ended
    running = undefined
  })

  test('it is named with its process, user and name, since when and with which statement, and neither waits', async () => {
    on.write('0001_a', "CREATE TABLE a (id text); INSERT INTO a SELECT 'card 4711' FROM pg_sleep(30)")
    running = on.runner('apply')
    await on.untilRunning('pg_sleep')
    // A second one waits for the lock: the first is told.
    const second = on.runner('apply')
    await grantReading()
    const connected = () =>
      on.rows(`SELECT 1 FROM pg_stat_activity WHERE application_name = 'migrate local ${second.child.pid}/1'`)
    while ((await connected()).length === 0) await sleep(25)
    const { value, text, markdown } = await look(as(WATCHER))
    expect(value.running).toMatchObject({
      who: 'somebody',
      pid: expect.any(Number),
      user: 'sandbox',
      application: `migrate local ${running.child.pid}/1`,
      active: true,
      began: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      statement: expect.stringContaining('INSERT INTO a SELECT … FROM pg_sleep(…)'),
    })
    expect(JSON.stringify(value)).not.toContain('4711')
    for (const told of [text(value as never, {}), markdown(value as never)])
      expect(told).toContain(`local ${running.child.pid}`)
    // Who may not look into the sessions of others is told what everybody may know, and that the rest cannot be told.
    const { value: less, text: lessText } = await look(as(READER))
    expect(less.running).toMatchObject({
      who: 'somebody',
      hidden: expect.stringContaining('pg_read_all_stats'),
    })
    expect(less.running).not.toHaveProperty('statement')
    expect(less.running).not.toHaveProperty('connected')
    expect(lessText(less as never, {})).toContain('cannot tell')
    second.child.kill('SIGKILL')
    running.child.kill('SIGKILL')
    await Promise.all([second.ended, running.ended])
    await on.rows(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'migrate local%'",
    )
    expect(await statusOf()).toMatchObject({ running: { who: 'nobody' }, counts: { pending: 1 } })
  }, 60_000)

  test('what it has begun is running, and is interrupted when nobody holds the lock any more', async () => {
    on.write('0001_a', 'CREATE INDEX CONCURRENTLY a_id ON a (id)')
    await on.rows('CREATE TABLE a (id int)')
    on.write('0002_b', 'CREATE TABLE b (id int)')
    const row = (
      started: string,
    ) => `INSERT INTO migrate.history (version, name, checksum, direction, state, started_at,
        lock_wait_ms, attempts, actor, repository, sha, run_url, run, tool_version, down_sql, statement)
      VALUES ('0001', 'a', 'sha256:0', 'up', 'running', ${started}, 0, 1, '', '', '', '', '', '', 'x', 1)`
    const holder = new pg.Client({ connectionString: on.url, application_name: 'psql' })
    await holder.connect()
    const { high, low } = lockKey({ schema: 'migrate', table: 'history' })
    await holder.query(`SELECT pg_advisory_lock(${high}, ${low})`)
    await on.rows(createSql({ schema: 'migrate', table: 'history' }, false))
    await on.rows(row("clock_timestamp() - interval '1 day'"))
    expect(statesIn(await statusOf())).toEqual(['0001 interrupted', '0002 pending'])
    await on.rows(row('clock_timestamp()'))
    expect(statesIn(await statusOf())).toEqual(['0001 running', '0002 pending'])
    await holder.end()
    expect(statesIn(await statusOf())).toEqual(['0001 interrupted', '0002 pending'])
  })
})

test('at the command line is a table, and with --json JSON alone on stdout; both end with 0', async () => {
  on.write('0001_a', 'CREATE TABLE a (id int)')
  on.write('0002_b', 'SELECT 1')
  await on.apply({ to: '0001' })
  const table = on.runner('status')
  // A password that is a part of every path of ours hides none of them.
  await on.rows(`ALTER ROLE ${READER} PASSWORD 'omninode'`)
  await grantReading()
  const url = new URL(as(READER))
  url.password = 'omninode'
  const json = on.runner('status', '--json', '--database-url', url.href)
  expect(await Promise.all([table.ended, json.ended])).toEqual([0, 0])
  expect(table.stdout()).toMatch(/^Migrate status: 1 pending, 1 applied\n/)
  expect(table.stdout()).toMatch(/ {2}applied {2}0001_a {2}\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ {2}octocat/)
  expect(table.stdout()).toMatch(/\n {2}pending {2}0002_b\n/)
  expect(table.stdout()).toContain('Running now: nobody.')
  expect(JSON.parse(json.stdout())).toMatchObject({
    command: 'status',
    counts: { applied: 1, pending: 1 },
    head: '0001',
  })
}, 30_000)

test('at the command line plan and apply write JSON for a program as well, and speak of options, help and no workflow', async () => {
  on.write('0001_a', 'CREATE TABLE a (id int)')
  const runs = [
    on.runner('plan', '--json', '--scratch', 'off'),
    on.runner('apply', '--help'),
    on.runner('apply', '--json', '--to', '0009'),
  ] as const
  expect(await Promise.all(runs.map(({ ended }) => ended))).toEqual([0, 0, 1])
  const [plan, help, refused] = runs
  expect(JSON.parse(plan.stdout())).toMatchObject({
    step: 'migrate',
    changes: [{ address: 'db/migrations/0001_a' }],
  })
  expect(help.stdout()).toMatch(/^usage: migrate apply /)
  expect(JSON.parse(refused.stdout())).toMatchObject({
    status: 'failed',
    failures: [{ code: 'VERSION_UNKNOWN' }],
  })
  expect(refused.output()).toContain('Correct `--to`. The newest is 0001.')
  for (const { output } of runs) expect(output()).not.toMatch(/`with:`|step summary|GITHUB_|`command:/)
}, 30_000)

test('of a server that does not answer ends with 1, and nothing is on stdout for a program', async () => {
  on.write('0001_a', 'SELECT 1')
  const away = on.runner('status', '--json', '--database-url', 'postgres://u:p4ssword@127.0.0.1:1/x')
  expect(await away.ended).toBe(1)
  expect(away.stdout()).toBe('')
  expect(away.output()).toContain('DATABASE_UNREACHABLE')
}, 30_000)
