/** What a pull request shows of a dangerous change. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { type Postgres, startPostgres } from '#sandbox/postgres/postgres.ts'
import { parseDatabaseUrl } from '#toolkit/postgres/database-url.ts'
import type { DatabaseTarget } from '#toolkit/postgres/target.ts'
import { masked } from '#toolkit/redact/test/masked.ts'
import { planSection } from '#toolkit/report/comment.ts'
import { planText } from '#toolkit/report/log.ts'
import { createTestWorld } from '#toolkit/world/test/world.ts'
import { planMigrations } from '../../src/plan.ts'
import { previewTasks } from '../../src/preview/preview.ts'
import { type Setting, setUp } from '../migrating.ts'

let postgres: Postgres
let on: Setting

beforeAll(async () => {
  postgres = await startPostgres({ progress: () => undefined })
  await postgres.query('postgres', "CREATE ROLE scratch LOGIN CREATEDB PASSWORD 'scratch'")
}, 120_000)
afterAll(() => postgres.stop())
beforeEach(async () => {
  on = await setUp(postgres)
})
afterEach(() => on.close())

async function preview(options: { readonly url?: string; readonly path?: string } = {}) {
  const { world } = createTestWorld({
    workspace: on.workspace,
    env: { PATH: options.path ?? process.env['PATH'] ?? '' },
  })
  const server: DatabaseTarget | undefined =
    options.url === undefined ? undefined : parseDatabaseUrl(options.url, world)
  const history = { schema: 'migrate', table: 'history' }
  const run = on.run('plan')
  const { plan, database } = await planMigrations(
    {
      ...run,
      preview: (tasks) => previewTasks(tasks, run.migrations, { scratch: true, server, history }, world),
    },
    world,
  )
  await database.close()
  return plan
}

async function dangerous(): Promise<void> {
  on.write(
    '0001_orders',
    'CREATE TABLE orders (id bigint PRIMARY KEY, state text, amount int)',
    'DROP TABLE orders',
  )
  await on.apply()
  on.write(
    '0002_amounts',
    'ALTER TABLE orders ALTER COLUMN amount TYPE bigint',
    'ALTER TABLE orders ALTER COLUMN amount TYPE int',
  )
  on.write('0003_state', 'ALTER TABLE orders ALTER COLUMN state SET NOT NULL', 'SELECT 1')
}

test('fits on one screen: what runs, the worst lock with its table and why, the verdict of the round trip, the schema difference', async () => {
  await dangerous()
  const plan = await preview({ url: `postgres://scratch:scratch@127.0.0.1:${postgres.port}/postgres` })
  const { summary } = planSection(masked(plan))
  const text = summary
    .replace(/<[^>]+>/g, '')
    .replace(/&#(\d+);/g, (_entity, code) => String.fromCodePoint(Number(code)))
    .replaceAll('\u200b', '')
  expect(text).toMatch(
    /db\/migrations\/0002_amounts \| ACCESS EXCLUSIVE on orders, which blocks reads and writes: rewrites it and reads all of it \(observed\)/,
  )
  expect(text).toMatch(
    /db\/migrations\/0003_state \| ACCESS EXCLUSIVE on orders, which blocks reads and writes: reads all of it \(observed\)/,
  )
  expect(text).toContain(
    `**Round trip: broken.** On PostgreSQL ${postgres.version}: up, down and up again did not give the same schema.`,
  )
  expect(summary).toContain('- column public.orders.amount: integer\n+ column public.orders.amount: bigint')
  expect(text).toContain('down-incomplete')
  expect(summary.split('\n').length).toBeLessThan(40)
  expect(plan.findings.find(({ rule }) => rule === 'down-incomplete')?.source).toMatchObject({
    file: 'db/migrations/0003_state.down.sql',
    line: 1,
  })
})

test("is tried on the machine's own server when no other is given", async () => {
  on.write('0001_a', 'CREATE TABLE a (id bigint PRIMARY KEY)', 'DROP TABLE a')
  const plan = await preview()
  expect(plan.evidence).toMatchObject([{ title: 'Round trip', verdict: 'pass' }])
  expect(planText(masked(plan))).toContain('+ table public.a')
})

test('says plainly what was not done, and is no pass then', async () => {
  on.write('0001_a', 'CREATE TABLE a (id bigint PRIMARY KEY)', 'DROP TABLE a')
  const plan = await preview({ url: 'postgres://u:p4ssword@127.0.0.1:1/nothing' })
  expect(plan.evidence).toMatchObject([
    { verdict: 'unknown', text: expect.stringContaining('no connection to the scratch server') },
  ])
})

test('has the same digest as the apply that comes after the merge', async () => {
  await dangerous()
  const shown = await preview({ url: `postgres://scratch:scratch@127.0.0.1:${postgres.port}/postgres` })
  expect((await on.plan('apply')).digest).toBe(shown.digest)
})
