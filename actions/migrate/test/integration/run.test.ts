/** One run of the step as the runtime leads it: opened, planned, perhaps applied, closed. */
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type Postgres, startPostgres } from '#sandbox/postgres/postgres.ts'
import { Progress } from '#toolkit/action/progress.ts'
import type { Run } from '#toolkit/action/step.ts'
import { applied, ended } from '#toolkit/action/test/applied.ts'
import { forwards } from '#toolkit/action/test/forwards.ts'
import type { Outcome } from '#toolkit/model/outcome.ts'
import { openStep } from '#toolkit/runtime/test/open.ts'
import { createTestWorld } from '#toolkit/world/test/world.ts'
import { applyMigrations } from '../../src/apply.ts'
import { type MigratePlan, planMigrations } from '../../src/plan.ts'
import type { MigrateCommand, MigrateRequest } from '../../src/request.ts'
import { step } from '../../src/step.ts'
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

interface Opened {
  readonly run: Run<MigratePlan>
  readonly lines: readonly string[]
}

async function open(command: string, inputs: Readonly<Record<string, string>> = {}): Promise<Opened> {
  const { world, lines } = createTestWorld({ workspace: on.workspace, env: { PATH: '' } })
  return { run: await openStep(step, command, { 'database-url': on.url, ...inputs }, world), lines }
}

/** Plans as a run that finds the lock taken. What it gives applies that plan. */
async function planUnlocked(
  command: MigrateCommand,
  more: Partial<MigrateRequest> = {},
): Promise<() => Promise<Outcome>> {
  const { world } = createTestWorld({ workspace: on.workspace })
  const request = on.run(command, { applies: false, ...more })
  const planned = await planMigrations(request, world)
  return async () => {
    try {
      const progress = new Progress(planned.plan, world.clock)
      await applyMigrations(planned, request, forwards(), progress, world)
      return progress.outcome('succeeded')
    } finally {
      await planned.database.close()
    }
  }
}

const sessions = () =>
  on.rows(
    "SELECT application_name FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name LIKE 'migrate %'",
  )

/** The server reads a farewell a moment after it was sent. */
async function untilAlone(): Promise<void> {
  const started = performance.now()
  while ((await sessions()).length > 0) {
    if (performance.now() - started > 2_000) throw new Error('a session of ours is left')
    await sleep(10)
  }
}

describe('a run that is closed leaves no session and no lock:', () => {
  const second = async () => {
    const { run, lines } = await open('apply')
    await applied(run, await run.plan(), forwards())
    await run.close()
    expect(lines.join('\n')).not.toContain('waiting for the lock')
    await untilAlone()
  }

  test('when what it would apply was refused after its plan', async () => {
    on.write('0001_a', 'CREATE TABLE a (id bigint PRIMARY KEY)')
    const { run } = await open('apply')
    expect((await run.plan()).changes).toHaveLength(1)
    expect(await sessions()).toHaveLength(2)
    await run.close()
    await untilAlone()
    await second()
    expect(await on.rows("SELECT to_regclass('a')::text AS a")).toEqual([{ a: 'a' }])
  })

  test('when its plan fails', async () => {
    on.write('0001_a', 'CREATE TABLE a (id bigint PRIMARY KEY)')
    on.write('0002_b', 'this is no SQL')
    const { run } = await open('apply')
    await expect(run.plan()).rejects.toMatchObject({ source: { file: 'db/migrations/0002_b.up.sql' } })
    await run.close()
    await untilAlone()
    on.write('0002_b', 'CREATE TABLE b (id bigint PRIMARY KEY)')
    await second()
  })

  test('when its database cannot be reached', async () => {
    on.write('0001_a', 'CREATE TABLE a (id bigint PRIMARY KEY)')
    const { run } = await open('apply', { 'database-url': 'postgres://u:p4ssword@127.0.0.1:1/x' })
    await expect(run.plan()).rejects.toMatchObject({ code: 'DATABASE_UNREACHABLE' })
    await run.close()
  })

  test('when there is nothing to do', async () => {
    on.write('0001_a', 'CREATE TABLE a (id bigint PRIMARY KEY)')
    await second()
    const { run } = await open('apply')
    expect((await run.plan()).changes).toEqual([])
    await run.close()
    await untilAlone()
  })

  test('when its apply fails', async () => {
    on.write('0001_a', 'CREATE TABLE a (id bigint PRIMARY KEY); SELECT 1 / 0')
    const { run } = await open('apply')
    const plan = await run.plan()
    await expect(applied(run, plan, forwards())).rejects.toMatchObject({ code: 'MIGRATION_FAILED' })
    await run.close()
    await untilAlone()
    on.write('0001_a', 'CREATE TABLE a (id bigint PRIMARY KEY)')
    await second()
  })

  test.each([
    ['on a database that nobody uses yet', false],
    ['on one that has a history', true],
  ])('and says what was done when its apply fails half way, %s', async (_where, used) => {
    on.write('0001_before', 'CREATE TABLE before (id bigint PRIMARY KEY)')
    if (used) await second()
    on.write('0002_a', 'CREATE TABLE a (id bigint PRIMARY KEY)')
    on.write('0003_b', 'SELECT 1 / 0')
    on.write('0004_c', 'CREATE TABLE c (id bigint PRIMARY KEY)')
    const { run } = await open('apply')
    const outcome = await ended(run, await run.plan(), forwards())
    await run.close()
    expect(outcome).toMatchObject({
      status: 'failed',
      changed: true,
      failures: [{ code: 'MIGRATION_FAILED' }],
    })
    expect(outcome.results).toMatchObject([
      ...(used ? [] : [{ address: 'db/migrations/0001_before', status: 'done' }]),
      { address: 'db/migrations/0002_a', status: 'done' },
      {
        address: 'db/migrations/0003_b',
        status: 'failed',
        message: expect.stringContaining('division by zero'),
      },
      { address: 'db/migrations/0004_c', status: 'skipped' },
    ])
    expect(await on.rows("SELECT 1 FROM pg_class WHERE relname IN ('a', 'c')")).toHaveLength(1)
    on.write('0003_b', 'SELECT 1')
    await second()
  })

  test('when it was never planned', async () => {
    on.write('0001_a', 'CREATE TABLE a (id bigint PRIMARY KEY)')
    const { run } = await open('apply')
    await run.close()
    expect(await sessions()).toEqual([])
  })
})

describe('what was planned is what is applied:', () => {
  test('files that change between the two do not count, nor those that come or go', async () => {
    on.write('0001_a', 'CREATE TABLE planned (id bigint PRIMARY KEY)', 'DROP TABLE planned')
    on.write('0002_b', 'CREATE TABLE also (id bigint PRIMARY KEY)', 'DROP TABLE also')
    const { run } = await open('apply')
    const plan = await run.plan()
    on.write('0001_a', 'CREATE TABLE changed (id bigint PRIMARY KEY)', 'DROP TABLE changed')
    on.remove('db/migrations/0002_b.up.sql')
    on.remove('db/migrations/0002_b.down.sql')
    on.write('0003_c', 'CREATE TABLE more (id bigint PRIMARY KEY)')
    await applied(run, plan, forwards())
    await run.close()
    expect(
      await on.rows(
        "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1",
      ),
    ).toEqual([{ relname: 'also' }, { relname: 'planned' }])
    expect(await on.rows('SELECT down_sql FROM migrate.history_current ORDER BY id')).toEqual([
      { down_sql: 'DROP TABLE planned' },
      { down_sql: 'DROP TABLE also' },
    ])
  })

  test('even when another run has done a part of it meanwhile', async () => {
    on.write('0001_a', 'CREATE TABLE a (id bigint PRIMARY KEY)')
    on.write('0002_b', 'CREATE TABLE planned (id bigint PRIMARY KEY)')
    const apply = await planUnlocked('apply')
    on.write('0002_b', 'CREATE TABLE changed (id bigint PRIMARY KEY)')
    await on.apply({ to: '0001' })
    const outcome = await apply()
    expect(outcome.results.map(({ address, status }) => [address, status])).toEqual([
      ['db/migrations/0001_a', 'skipped'],
      ['db/migrations/0002_b', 'done'],
    ])
    expect(
      await on.rows("SELECT to_regclass('planned')::text AS planned, to_regclass('changed') AS changed"),
    ).toEqual([{ planned: 'planned', changed: null }])
  })

  test('of decisions, too, only what another run has not settled', async () => {
    for (const name of ['a', 'b'])
      on.write(`000${'ab'.indexOf(name) + 1}_${name}`, `CREATE TABLE ${name} (id bigint PRIMARY KEY)`)
    const apply = await planUnlocked('baseline', { to: '0002' })
    await on.does('baseline', { to: '0001' })
    expect((await apply()).results.map(({ status }) => status)).toEqual(['skipped', 'done'])
    expect(await on.rows('SELECT version FROM migrate.history ORDER BY id')).toEqual([
      { version: '0001' },
      { version: '0002' },
    ])
  })

  test('and refused when another run has made something else come first', async () => {
    for (const name of ['a', 'b', 'c'])
      on.write(`000${'abc'.indexOf(name) + 1}_${name}`, `CREATE TABLE ${name} (id int)`, `DROP TABLE ${name}`)
    await on.apply({ to: '0002' })
    const apply = await planUnlocked('rollback', { allowDataLoss: true })
    await on.apply()
    await expect(apply()).rejects.toMatchObject({
      code: 'PLAN_OUTDATED',
      what: '0003 would have to be undone before db/migrations/0002_b (down).',
    })
    expect(await on.rows('SELECT version FROM migrate.history_current')).toHaveLength(3)
  })
})
