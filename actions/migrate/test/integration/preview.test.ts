/** What a pull request shows of a dangerous change. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type Postgres, startPostgres } from '#sandbox/postgres/postgres.ts'
import type { Finding } from '#toolkit/model/finding.ts'
import { type Review, reviewOf } from '#toolkit/model/review.ts'
import { parseDatabaseUrl } from '#toolkit/postgres/database-url.ts'
import type { DatabaseTarget } from '#toolkit/postgres/target.ts'
import { masked } from '#toolkit/redact/test/masked.ts'
import { planSection } from '#toolkit/report/comment.ts'
import { planText } from '#toolkit/report/log.ts'
import { createTestWorld } from '#toolkit/world/test/world.ts'
import { parseConfiguration } from '../../src/lint/configuration.ts'
import { planMigrations } from '../../src/plan.ts'
import { type PreviewOptions, previewTasks } from '../../src/preview/preview.ts'
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

interface Previewing {
  readonly url?: string
  readonly path?: string
  readonly scratch?: PreviewOptions['scratch']
  /** Of `.omninode.yml`. */
  readonly chosen?: string
  readonly review?: Review
}

async function preview(options: Previewing = {}) {
  const { world } = createTestWorld({
    workspace: on.workspace,
    env: { PATH: options.path ?? process.env['PATH'] ?? '' },
  })
  const server: DatabaseTarget | undefined =
    options.url === undefined ? undefined : parseDatabaseUrl(options.url, world)
  const history = { schema: 'migrate', table: 'history' }
  const run = on.run('plan')
  const configuration = options.chosen === undefined ? undefined : parseConfiguration(options.chosen)
  const choices = configuration?.choices ?? new Map()
  const { scratch = 'always' } = options
  const { plan, database } = await planMigrations(
    {
      ...run,
      preview: (tasks, of, reviewed) =>
        previewTasks(
          tasks,
          run.migrations,
          { ...of, scratch, server, history, choices, settings: run.settings, reviewed },
          world,
        ),
      configuration,
    },
    world,
    options.review,
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

test('takes what is made unless it is there for new where the database has nothing of the name', async () => {
  on.write('0001_a', 'CREATE TABLE IF NOT EXISTS a (id bigint PRIMARY KEY, b int)', 'DROP TABLE a')
  on.write('0002_b', 'ALTER TABLE a DROP COLUMN b', 'ALTER TABLE a ADD COLUMN b int')
  const rules = async () => (await preview({ scratch: 'never' })).findings.map(({ rule }) => rule)
  expect(await rules()).toEqual([])
  await on.rows('CREATE TABLE other (id int)')
  expect(await rules()).toEqual([])
  // Which of them a file means, its search path decides.
  await on.rows('CREATE SCHEMA elsewhere; CREATE TABLE elsewhere.a (id int)')
  expect(await rules()).toEqual(['drop-column'])
})

describe('what was observed', () => {
  const server = () => `postgres://scratch:scratch@127.0.0.1:${postgres.port}/postgres`
  const told = ({ findings }: { findings: readonly Finding[] }) =>
    findings.map(({ rule, severity, verdict }) => `${rule} ${severity} ${verdict}`)

  beforeEach(async () => {
    on.write(
      '0001_orders',
      'CREATE TABLE orders (id bigint PRIMARY KEY, state text, amount int, at timestamptz)',
      'DROP TABLE orders',
    )
    await on.apply()
  })

  test('in the last of three releases of a NOT NULL is nothing, and neither is a finding', async () => {
    on.write(
      '0002_check',
      'ALTER TABLE orders ADD CONSTRAINT f CHECK (state IS NOT NULL) NOT VALID',
      'ALTER TABLE orders DROP CONSTRAINT f',
    )
    await on.apply()
    on.write('0003_valid', 'ALTER TABLE orders VALIDATE CONSTRAINT f', '-- nothing to undo\nSELECT 1')
    await on.apply()
    on.write(
      '0004_set',
      'ALTER TABLE orders ALTER state SET NOT NULL',
      'ALTER TABLE orders ALTER state DROP NOT NULL',
    )
    const plan = await preview({ url: server() })
    expect(told(plan)).toEqual([])
    expect(plan.changes[0]?.note).toContain('only changes the catalogue (observed)')
    // Without a scratch server the history alone says so.
    expect(told(await preview({ scratch: 'never' }))).toEqual([])
  })

  test('overrules the lint, is in the digest, and an apply believes the review of it', async () => {
    on.write('0002_logged', 'ALTER TABLE orders SET LOGGED', 'SELECT 1')
    expect(told(await preview({ scratch: 'never' }))).toEqual(['set-logged error fail'])
    const plan = await preview({ url: server() })
    expect(told(plan)).toEqual([])
    expect(plan.evidence[0]?.text).toContain(
      'What these rules look for was not there: set-logged db/migrations/0002_logged.up.sql:1.',
    )
    const by = { repositoryId: '1', commit: 'a', run: '1', salt: '0'.repeat(32) }
    const review = await reviewOf(plan, by)
    const applied = await preview({ scratch: 'never', review })
    expect({ told: told(applied), digest: applied.digest }).toEqual({ told: [], digest: plan.digest })
    // One that shows nothing of it is not believed, and without one it is tried.
    const other = await reviewOf({ ...plan, with: {} }, by)
    expect(told(await preview({ scratch: 'never', review: other }))).toEqual(['set-logged error fail'])
    expect(told(await preview({ scratch: 'in doubt', url: server() }))).toEqual([])
  })

  test('is told where no rule has seen it coming', async () => {
    on.write(
      '0002_block',
      "DO $$ BEGIN EXECUTE 'ALTER TABLE orders ADD tag uuid DEFAULT gen_random_uuid()'; END $$",
      'ALTER TABLE orders DROP tag',
    )
    expect(told(await preview({ url: server() }))).toEqual([
      'not-analysable warning unknown',
      'work-under-lock error fail',
    ])
  })

  test('of a constraint of a domain is every table that uses it', async () => {
    on.write(
      '0002_domain',
      'CREATE DOMAIN amount AS int; CREATE DOMAIN unused AS int; CREATE TABLE lines (id bigint PRIMARY KEY, net amount)',
      'DROP TABLE lines; DROP DOMAIN amount; DROP DOMAIN unused',
    )
    await on.apply()
    const back = (domain: string) => `ALTER DOMAIN ${domain} DROP CONSTRAINT c`
    on.write('0003_check', 'ALTER DOMAIN amount ADD CONSTRAINT c CHECK (VALUE > 0)', back('amount'))
    on.write('0004_unused', 'ALTER DOMAIN unused ADD CONSTRAINT c CHECK (VALUE > 0)', back('unused'))
    const { findings } = await preview({ url: server() })
    expect(findings.map(({ rule, verdict, source }) => [rule, verdict, source?.file])).toEqual([
      ['domain-constraint', 'fail', 'db/migrations/0003_check.up.sql'],
    ])
    expect(findings[0]?.why).toContain('reads all of lines')
  })

  test('of a table without a row is as certain as of one with rows', async () => {
    on.write('0002_gone', 'DELETE FROM orders WHERE id > 0', 'SELECT 1')
    on.write(
      '0003_set',
      'ALTER TABLE orders ALTER state SET NOT NULL',
      'ALTER TABLE orders ALTER state DROP NOT NULL',
    )
    const plan = await preview({ url: server() })
    expect(plan.findings.find(({ rule }) => rule === 'set-not-null')?.why).toContain('reads all of orders')
  })

  test('counts as far as the checkout says, and the plan says which rules it has turned off', async () => {
    on.write(
      '0002_state',
      'ALTER TABLE orders ALTER state SET NOT NULL',
      'ALTER TABLE orders ALTER state DROP NOT NULL',
    )
    const plan = await preview({ url: server(), chosen: 'migrate:\n  lint:\n    set-not-null: off\n' })
    expect(told(plan)).toEqual(['rule-weakened warning fail'])
    expect(plan.findings[0]).toMatchObject({
      message: '`set-not-null: off` turns set-not-null (safety) off.',
      source: { file: '.omninode.yml', line: 3 },
    })
    const { summary } = planSection(masked(plan))
    expect(summary).toContain('rule-weakened')
    expect(plan.digest).not.toBe((await preview({ url: server() })).digest)
    // Also where nothing is to be run.
    await on.apply()
    expect(told(await preview({ chosen: 'migrate:\n  lint:\n    safety: warning\n' }))).toEqual([
      'rule-weakened warning fail',
    ])
  })
})
