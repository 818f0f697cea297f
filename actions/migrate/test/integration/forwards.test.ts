/** What a database remembers of its releases, and that it is asked under the lock before anything changes. */
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type Postgres, startPostgres } from '#sandbox/postgres/postgres.ts'
import { Progress } from '#toolkit/action/progress.ts'
import type { Forwards } from '#toolkit/action/step.ts'
import { forwards } from '#toolkit/action/test/forwards.ts'
import { createSql } from '#toolkit/migrations/history.ts'
import { Failure } from '#toolkit/model/failure.ts'
import type { Remembered } from '#toolkit/model/plan.ts'
import { type Review, reviewOf } from '#toolkit/model/review.ts'
import { forwardsOf } from '#toolkit/review/forwards.ts'
import { openStep } from '#toolkit/runtime/test/open.ts'
import { createTestWorld } from '#toolkit/world/test/world.ts'
import { applyMigrations } from '../../src/apply.ts'
import { type MigratePlan, type PlannedMigrations, planMigrations } from '../../src/plan.ts'
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

const [A, B, C] = ['a', 'b', 'c'].map((letter) => letter.repeat(40)) as [string, string, string]
const order = [A, B, C]

/** Whose turn it is, where A comes before B, and B before C. */
function releasing(next: Remembered, review?: Review): Forwards {
  const once = next.run.includes(' ')
  return forwardsOf({
    next,
    review,
    once,
    standing: async (from, to) =>
      !order.includes(from) || !order.includes(to)
        ? undefined
        : order.indexOf(to) > order.indexOf(from)
          ? 'ahead'
          : 'behind',
    refuse: (failure) => {
      throw failure
    },
  })
}

const shownOn = (plan: MigratePlan): Promise<Review> =>
  reviewOf(plan, { repositoryId: '1', commit: A, run: '1', salt: 'b'.repeat(32) })

const does = (command: MigrateCommand, allowing: Forwards, more: Partial<MigrateRequest> = {}) =>
  on.does(command, more, undefined, allowing)

function table(index: number): void {
  const name = `t${index}`
  on.write(`000${index}_${name}`, `CREATE TABLE ${name} (id bigint)`, `DROP TABLE ${name}`)
}

const released = async () => (await on.plan('rollback', { steps: 0 })).released
const tables = async () =>
  (await on.rows("SELECT relname FROM pg_class WHERE relname ~ '^t[0-9]$' ORDER BY 1")).map(
    (row) => (row as { relname: string }).relname,
  )

/** A plan with its connections, and what applies it. */
async function planned(command: MigrateCommand, more: Partial<MigrateRequest> = {}) {
  const { world, lines } = createTestWorld({ workspace: on.workspace })
  const request = on.run(command, more)
  const plan: PlannedMigrations = await planMigrations(request, world)
  return {
    plan: plan.plan,
    lines,
    apply: (allowing: Forwards) =>
      applyMigrations(plan, request, allowing, new Progress(plan.plan, world.clock), world),
    /** The lock is asked for while the plan is made, and had some time after. */
    locked: () => plan.attempt(),
    close: () => plan.database.close(),
  }
}

describe('a database remembers what it was last released from:', () => {
  test('nothing before the first release', async () => {
    table(1)
    expect((await on.plan()).released).toEqual({})
  })

  test('the commit and the run of a release, and of the next', async () => {
    table(1)
    await does('apply', forwards({ commit: A, run: '7' }))
    expect(await released()).toEqual({ '': { commit: A, run: '7' } })
    table(2)
    await does('apply', forwards({ commit: B, run: '8' }))
    expect(await released()).toEqual({ '': { commit: B, run: '8' } })
    expect(await on.rows('SELECT sha, run FROM migrate.history ORDER BY id')).toEqual([
      { sha: A, run: '7' },
      { sha: B, run: '8' },
    ])
  })

  test.each([
    ['rollback', { allowDataLoss: true }],
    ['baseline', { to: '0002' }],
  ] as const)('that an environment approved it: %s', async (command, more) => {
    table(1)
    await does('apply', forwards({ commit: A, run: '7' }))
    table(2)
    await does(command, forwards({ commit: A, run: `${command} 8` }), more)
    expect(await released()).toEqual({ '': { commit: A, run: `${command} 8` } })
  })

  test('a repair', async () => {
    table(1)
    await does('apply', forwards({ commit: A, run: '7' }))
    on.write('0001_t1', 'CREATE TABLE t1 (id bigint) -- edited', 'DROP TABLE t1')
    await does('repair', forwards({ commit: B, run: 'repair 9' }))
    expect(await released()).toEqual({ '': { commit: B, run: 'repair 9' } })
  })

  test('a release that failed in its second file', async () => {
    table(1)
    on.write('0002_t2', 'SELECT 1 / 0')
    await expect(does('apply', forwards({ commit: B, run: '8' }))).rejects.toMatchObject({
      code: 'MIGRATION_FAILED',
    })
    expect(await released()).toEqual({ '': { commit: B, run: '8' } })
  })

  test('a release whose first file is still under way outside of a transaction', async () => {
    table(1)
    await does('apply', forwards({ commit: A, run: '7' }))
    on.write('0002_t2', 'CREATE INDEX CONCURRENTLY t2 ON t1 (id)')
    const reading = on.rows('BEGIN; SELECT * FROM t1; SELECT pg_sleep(2); COMMIT')
    await on.untilRunning('pg_sleep(2)')
    const release = does('apply', forwards({ commit: B, run: '8' }))
    await on.untilRunning('CREATE INDEX CONCURRENTLY')
    expect(await released()).toEqual({ '': { commit: B, run: '8' } })
    await Promise.all([reading, release])
  })

  test('also when somebody without a commit has been there, from a terminal', async () => {
    table(1)
    await does('apply', forwards({ commit: A, run: '7' }))
    table(2)
    await does('apply', forwards({ commit: '', run: '0' }))
    expect(await released()).toEqual({ '': { commit: A, run: '7' } })
  })

  test('with a text of any kind', async () => {
    table(1)
    await does('apply', forwards({ commit: "a'b\\", run: "rollback '; DROP TABLE t1 --" }))
    expect(await released()).toEqual({ '': { commit: "a'b\\", run: "rollback '; DROP TABLE t1 --" } })
    expect(await tables()).toEqual(['t1'])
  })
})

describe('a run is asked under the lock, before the first change:', () => {
  test('with nothing when the database never was released', async () => {
    table(1)
    const asked: unknown[] = []
    await does('apply', { ...forwards(), allow: async (...question) => void asked.push(question) })
    expect(asked).toEqual([['', undefined]])
  })

  test('refused, it leaves no history, no table, no session and no lock', async () => {
    table(1)
    const refusing: Forwards = {
      ...forwards(),
      allow: async () => {
        expect(
          await on.rows("SELECT count(*)::int AS held FROM pg_locks WHERE locktype = 'advisory' AND granted"),
        ).toEqual([{ held: 1 }])
        throw new Failure({ code: 'RELEASE_OLDER', what: 'It is older.' })
      },
    }
    const run = await planned('apply')
    await expect(run.apply(refusing)).rejects.toMatchObject({ code: 'RELEASE_OLDER' })
    await run.close()
    expect(await tables()).toEqual([])
    expect(await on.rows("SELECT to_regclass('migrate.history') AS history")).toEqual([{ history: null }])
    await does('apply', forwards())
    expect(await tables()).toEqual(['t1'])
  })

  test('an older commit, started again after a later one, is refused, and nothing of it is done', async () => {
    table(1)
    await does('apply', releasing({ commit: A, run: '1' }))
    table(2)
    await does('apply', releasing({ commit: B, run: '2' }))
    on.write('0003_t3', 'CREATE TABLE t3 (id bigint)')
    await expect(does('apply', releasing({ commit: A, run: '1' }))).rejects.toMatchObject({
      code: 'RELEASE_OLDER',
    })
    expect(await tables()).toEqual(['t1', 't2'])
    expect(await released()).toEqual({ '': { commit: B, run: '2' } })
  })

  test('the rest of a run that was cut off goes on', async () => {
    table(1)
    table(2)
    const next = { commit: B, run: '2' }
    await does('apply', releasing(next), { to: '0001' })
    await does('apply', releasing(next))
    expect(await tables()).toEqual(['t1', 't2'])
  })

  test('of two runs at once the second waits for the lock, asks again, and is refused when the first was a later one', async () => {
    table(1)
    await does('apply', releasing({ commit: A, run: '1' }))
    table(2)
    // Planned while nobody was there, as two workflows do that were started together.
    const older = await planned('apply', { applies: false })
    const later = await planned('apply')
    await later.locked()
    const asked: (Remembered | undefined)[] = []
    const line = releasing({ commit: B, run: '2' })
    const waiting = older.apply({
      ...line,
      allow: (part, remembered) => {
        asked.push(remembered)
        return line.allow(part, remembered)
      },
    })
    const refused = expect(waiting).rejects.toMatchObject({ code: 'RELEASE_OLDER' })
    while (!older.lines.some((text) => text.includes('waiting for the lock'))) await sleep(10)
    await later.apply(releasing({ commit: C, run: '3' }))
    await later.close()
    await refused
    await older.close()
    expect(asked).toEqual([{ commit: C, run: '3' }])
    expect(await released()).toEqual({ '': { commit: C, run: '3' } })
  })
})

describe('what the reviewers of an environment approve is good for one time:', () => {
  beforeEach(async () => {
    for (const index of [1, 2, 3]) table(index)
    await does('apply', releasing({ commit: A, run: '1' }))
  })

  test('a rollback that was shown, and is applied twice, is refused the second time', async () => {
    const review = await shownOn(await on.plan('rollback', { allowDataLoss: true }))
    const line = releasing({ commit: A, run: 'rollback 8' }, review)
    await does('rollback', line, { allowDataLoss: true })
    expect(await tables()).toEqual(['t1', 't2'])
    const again = releasing({ commit: A, run: 'rollback 9' }, review)
    await expect(does('rollback', again, { allowDataLoss: true })).rejects.toMatchObject({
      code: 'REVIEW_USED',
    })
    expect(await tables()).toEqual(['t1', 't2'])
  })

  test('a rollback that was shown before another release is refused', async () => {
    const review = await shownOn(await on.plan('rollback', { allowDataLoss: true }))
    table(4)
    await does('apply', releasing({ commit: B, run: '2' }))
    const line = releasing({ commit: A, run: 'rollback 8' }, review)
    await expect(does('rollback', line, { allowDataLoss: true })).rejects.toMatchObject({
      code: 'REVIEW_USED',
    })
    expect(await tables()).toEqual(['t1', 't2', 't3', 't4'])
  })

  test('a release that did not know of a rollback is refused, and one that did is applied', async () => {
    const shownBefore = await shownOn(await on.plan())
    await does('rollback', forwards({ commit: A, run: 'rollback 8' }), { allowDataLoss: true })
    const unaware = releasing({ commit: B, run: '2' }, shownBefore)
    await expect(does('apply', unaware)).rejects.toMatchObject({ code: 'RELEASE_SET_BACK' })
    expect(await tables()).toEqual(['t1', 't2'])
    const aware = releasing({ commit: B, run: '2' }, await shownOn(await on.plan()))
    await does('apply', aware)
    expect(await tables()).toEqual(['t1', 't2', 't3'])
  })

  test('and those commands are shown by no pull request', () => {
    expect(step.approvedElsewhere).toEqual(['rollback', 'baseline', 'repair'])
  })
})

test('a history from before runs were kept is refused, with what its owner does about it', async () => {
  table(1)
  const before = createSql({ schema: 'migrate', table: 'history' }).replace('run text NOT NULL,', '')
  await on.rows(before)
  const failure: Failure = await on.plan().catch((error) => error)
  expect(failure).toMatchObject({ code: 'HISTORY_OUTDATED', what: 'migrate.history has no column `run`.' })
  await on.rows(/ALTER TABLE.*(?=\.)/.exec(failure.fix ?? '')?.[0] ?? '')
  await does('apply', forwards({ commit: B, run: '2' }))
  expect(await released()).toEqual({ '': { commit: B, run: '2' } })
})

test('the place of a run is told without a connection, and is that of its plan', async () => {
  table(1)
  const { world } = createTestWorld({ workspace: on.workspace, env: { PATH: '' } })
  const away = await openStep(step, 'apply', { 'database-url': 'postgres://u:p4ssword@127.0.0.1:1/x' }, world)
  expect(await away.place()).toEqual({
    target: 'postgres://127.0.0.1:1/x',
    where: { host: '127.0.0.1', port: 1, database: 'x', history: 'migrate.history' },
  })
  await away.close()
  const run = await openStep(step, 'apply', { 'database-url': on.url, name: 'production' }, world)
  const { target, where } = await run.place()
  expect(await run.plan()).toMatchObject({ target, where, name: 'production' })
  await run.close()
})
