/** What was shown of a run, held against what would be applied: each ingredient changed alone is noticed, and named. */
import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type Postgres, startPostgres } from '#sandbox/postgres/postgres.ts'
import { readMigrations } from '#toolkit/migrations/layout/read.ts'
import { type Comparison, compareWithReview, type Review, reviewOf } from '#toolkit/model/review.ts'
import { createTestWorld } from '#toolkit/world/test/world.ts'
import { meansOf } from '../../src/ingredients.ts'
import { type MigratePlan, planMigrations } from '../../src/plan.ts'
import type { MigrateCommand, MigrateRequest } from '../../src/request.ts'
import { type Setting, setUp } from '../migrating.ts'

let postgres: Postgres
let other: Postgres
let on: Setting

beforeAll(async () => {
  ;[postgres, other] = await Promise.all([
    startPostgres({ progress: () => undefined }),
    startPostgres({ progress: () => undefined }),
  ])
  await postgres.query('postgres', "CREATE ROLE somebody SUPERUSER LOGIN PASSWORD 'somebody'")
}, 120_000)
afterAll(() => Promise.all([postgres.stop(), other.stop()]))
beforeEach(async () => {
  on = await setUp(postgres)
})
afterEach(() => on.close())

type More = Partial<MigrateRequest>

const shownOn = (plan: MigratePlan): Promise<Review> =>
  reviewOf(plan, {
    repositoryId: '123456',
    pullRequest: 7,
    commit: 'a'.repeat(40),
    run: '4711',
    salt: 'b'.repeat(32),
  })

async function compared(
  command: MigrateCommand,
  review: Review,
  more: More | (() => More | Promise<More>) = {},
): Promise<Comparison> {
  const given = typeof more === 'function' ? await more() : more
  return compareWithReview(await on.plan(command, given), review)
}

/** Whatever a test wants of the database's address. */
async function at(change: Readonly<Record<string, unknown>>): Promise<More> {
  const target = { ...(await on.run('plan').target()), ...change }
  return { target: async () => target }
}

/** 0001 is applied, 0002 and 0003 are not. */
async function twoPending(): Promise<void> {
  on.write('0001_a', 'CREATE TABLE a (id bigint);\nSELECT 1', 'DROP TABLE a')
  await on.apply()
  on.write('0002_b', '-- migrate: lock-timeout 1s\nCREATE TABLE b (id bigint)', 'DROP TABLE b')
  on.write('0003_c', 'CREATE TABLE c (id bigint)', 'DROP TABLE c')
}

const migrations = 'db/migrations'
const rename = (from: string, to: string) =>
  renameSync(join(on.workspace, migrations, from), join(on.workspace, migrations, to))

describe('a release', () => {
  beforeEach(twoPending)

  const cases: readonly (readonly [what: string, change: () => More | Promise<More>, named: string])[] = [
    [
      'another server with a database of the same name',
      async () => {
        await other.createDatabase(on.database)
        return at({ port: other.port, password: async () => new URL(other.url('x')).password })
      },
      'where: port',
    ],
    ['another name of the server', () => at({ host: 'localhost' }), 'where: host'],
    [
      'another database',
      async () => {
        await postgres.query('postgres', `CREATE DATABASE ${on.database}_copy TEMPLATE ${on.database}`)
        return at({ database: `${on.database}_copy` })
      },
      'where: database',
    ],
    ['another history', () => ({ history: { schema: 'migrate', table: 'other' } }), 'where: history'],
    ['another user', () => at({ user: 'somebody', password: async () => 'somebody' }), 'with: user'],
    ['another command', () => ({ command: 'baseline', to: '0003' }), 'with: command'],
    ['another last version', () => ({ to: '0002' }), 'with: to'],
    ['a last version, although it is the newest', () => ({ to: '0003' }), 'with: to'],
    [
      'another time for which others queue',
      () => ({ settings: { lockTimeout: 3_600_000, statementTimeout: 0 } }),
      'with: lockTimeout',
    ],
    [
      'another time for which locks are held',
      () => ({ settings: { lockTimeout: 2_000, statementTimeout: 60_000 } }),
      'with: statementTimeout',
    ],
    [
      'a pending file, by a comment',
      () => {
        on.write('0003_c', 'CREATE TABLE c (id bigint) -- x', 'DROP TABLE c')
        return {}
      },
      `from: ${migrations}/0003_c.up.sql`,
    ],
    [
      'an applied file, by its line ends, which are no edit for history',
      () => {
        on.write('0001_a', 'CREATE TABLE a (id bigint);\r\nSELECT 1', 'DROP TABLE a')
        return {}
      },
      `from: ${migrations}/0001_a.up.sql`,
    ],
    [
      'the way back of a pending file, which history will keep',
      () => {
        on.file(`${migrations}/0003_c.down.sql`, 'DROP TABLE c; DROP TABLE a')
        return {}
      },
      `from: ${migrations}/0003_c.down.sql`,
    ],
    [
      'the way back of an applied file',
      () => {
        on.file(`${migrations}/0001_a.down.sql`, 'DROP TABLE a CASCADE')
        return {}
      },
      `from: ${migrations}/0001_a.down.sql`,
    ],
    [
      'the lock time-out at the head of a file',
      () => {
        on.write('0002_b', '-- migrate: lock-timeout 9s\nCREATE TABLE b (id bigint)', 'DROP TABLE b')
        return {}
      },
      `from: ${migrations}/0002_b.up.sql`,
    ],
    [
      'an allowance at the head of a file',
      () => {
        on.write(
          '0003_c',
          '-- migrate: allow table-without-primary-key: a log\nCREATE TABLE c (id bigint)',
          'DROP TABLE c',
        )
        return {}
      },
      `from: ${migrations}/0003_c.up.sql`,
    ],
    [
      'a lock time-out on the way back',
      () => {
        on.file(`${migrations}/0003_c.down.sql`, '-- migrate: lock-timeout 1h\nDROP TABLE c')
        return {}
      },
      `from: ${migrations}/0003_c.down.sql`,
    ],
    [
      'a way back that is not there any more',
      () => {
        on.remove(`${migrations}/0003_c.down.sql`)
        on.file(`${migrations}/0003_c.up.sql`, '-- migrate: irreversible: no\nCREATE TABLE c (id bigint)')
        return {}
      },
      `from: ${migrations}/0003_c.down.sql`,
    ],
    [
      'one file more',
      () => {
        on.write('0004_d', 'SELECT 4')
        return {}
      },
      `from: ${migrations}/0004_d.up.sql`,
    ],
    [
      'one file less',
      () => {
        on.remove(`${migrations}/0003_c.up.sql`)
        on.remove(`${migrations}/0003_c.down.sql`)
        return {}
      },
      `from: ${migrations}/0003_c.up.sql`,
    ],
    [
      'another name of a file',
      () => {
        rename('0003_c.up.sql', '0003_d.up.sql')
        rename('0003_c.down.sql', '0003_d.down.sql')
        return {}
      },
      `from: ${migrations}/0003_d.up.sql`,
    ],
    [
      'two files that have changed places',
      () => {
        for (const way of ['up', 'down']) {
          rename(`0002_b.${way}.sql`, 'x')
          rename(`0003_c.${way}.sql`, `0002_b.${way}.sql`)
          rename('x', `0003_c.${way}.sql`)
        }
        return {}
      },
      `from: ${migrations}/0002_b.up.sql`,
    ],
    [
      'another folder',
      () => {
        cpSync(join(on.workspace, migrations), join(on.workspace, 'db/other'), { recursive: true })
        return { ...readMigrations(on.workspace, 'db/other'), folder: 'db/other' }
      },
      'from: db/other/0002_b.up.sql',
    ],
  ]

  test.each(cases)('is noticed to have %s', async (_what, change, named) => {
    const review = await shownOn(await on.plan())
    expect(await compared('apply', review)).toEqual({ verdict: 'equal', differences: [] })
    const given = await change()
    const { verdict, differences } = await compared(given.command ?? 'apply', review, given)
    expect(verdict).toBe('different')
    expect(differences.map(({ address }) => address)).toContain(named)
  })

  test.each([
    ['the server need not prove who it is', undefined, 'none'],
    ["the system's authorities prove it", { ca: undefined }, "verify-full by the system's authorities"],
    ['one of its own does', { ca: 'PEM' }, /^verify-full by sha256:[0-9a-f]{64}$/],
    ['another one does', { ca: 'other PEM' }, /^verify-full by sha256:[0-9a-f]{64}$/],
  ])('says whether %s', async (_what, tls, said) => {
    const run = on.run('apply')
    const target = await run.target()
    expect(meansOf(run, { ...target, tls }, [])['tls']).toEqual(
      typeof said === 'string' ? said : expect.stringMatching(said),
    )
  })

  test('tells two authorities apart', async () => {
    const run = on.run('apply')
    const target = await run.target()
    const [one, two] = ['PEM', 'other PEM'].map((ca) => meansOf(run, { ...target, tls: { ca } }, [])['tls'])
    expect(one).not.toBe(two)
  })

  test('counts each byte of what says which rules count, and where it says it not at all', async () => {
    const from = async (sql?: string) => {
      const configuration =
        sql === undefined ? undefined : { file: '.omninode.yml', sql, choices: new Map(), sources: new Map() }
      return (await on.plan('plan', { configuration })).digest
    }
    const digests = [await from(), await from(''), await from('# a'), await from('# b')]
    expect(new Set(digests).size).toBe(4)
  })

  const same: readonly (readonly [what: string, change: () => More | Promise<More>])[] = [
    ['asked for as a plan and as an apply', () => ({ command: 'apply', applies: true })],
    [
      'from another checkout',
      () => {
        const checkout = mkdtempSync(join(tmpdir(), 'omninode-checkout-'))
        mkdirSync(join(checkout, 'db'))
        cpSync(join(on.workspace, migrations), join(checkout, migrations), { recursive: true })
        const read = readMigrations(checkout, migrations)
        rmSync(checkout, { recursive: true })
        return read
      },
    ],
    ['with the files read in another order', () => ({ files: on.run('plan').files.toReversed() })],
    ['with more patience of the run itself', () => ({ lockWait: 1, retries: 0 })],
    ['with another name for people', () => ({ name: 'production' })],
    ['with what only a rollback asks for', () => ({ steps: 5, allowDataLoss: true })],
  ]

  test.each(same)('is the same %s', async (_what, change) => {
    const review = await shownOn(await on.plan())
    const given = await change()
    expect(await compared(given.command ?? 'plan', review, given)).toEqual({
      verdict: 'equal',
      differences: [],
    })
  })

  test('is the same with another spelling of the host', async () => {
    const review = await shownOn(await on.plan('plan', await at({ host: 'localhost' })))
    const other = await at({ host: 'LocalHost' })
    expect((await compared('apply', review, other)).verdict).toBe('equal')
  })

  test('is the same an hour later, in another run on another machine', async () => {
    const review = await shownOn(await on.plan())
    const { world } = createTestWorld({
      workspace: '/somewhere/else',
      clock: () => new Date('2031-01-31T12:00:00Z'),
      run: { id: '99', attempt: '3', actor: 'hubot', sha: 'c'.repeat(40), ref: 'refs/heads/release' },
    })
    const { plan, database } = await planMigrations(on.run('apply'), world)
    await database.close()
    expect(plan.digest).toBe(review.digest)
    expect((await compareWithReview(plan, review)).verdict).toBe('equal')
  })

  test('that was cut off has a rest, and the rest of it is not another release', async () => {
    const review = await shownOn(await on.plan())
    await on.apply({ to: '0002' })
    expect(await compared('apply', review)).toEqual({ verdict: 'remainder', differences: [] })
    on.file(`${migrations}/0003_c.down.sql`, 'SELECT 1')
    expect((await compared('apply', review)).verdict).toBe('different')
  })

  test('shows neither the password nor the user in its place, and a password is no ingredient', async () => {
    const plan = await on.plan()
    const { password } = new URL(on.url)
    expect(JSON.stringify(plan)).not.toContain(password)
    expect(plan.target).toBe(`postgres://127.0.0.1:${postgres.port}/${on.database}`)
  })
})

describe('a release in the order of a MANIFEST', () => {
  const order = (text: string) => on.file(`${migrations}/MANIFEST`, text)
  beforeEach(() => {
    for (const name of ['a', 'b']) on.write(name, `CREATE TABLE ${name} (id bigint)`)
    order('a.up.sql\nb.up.sql\n')
  })

  test('is noticed to have another order', async () => {
    const review = await shownOn(await on.plan())
    order('b.up.sql\na.up.sql\n')
    const { verdict, differences } = await compared('apply', review)
    expect(verdict).toBe('different')
    expect(differences).toEqual([
      {
        address: 'with: order',
        what: 'not as it was reviewed',
        detail: '["a","b"] → ["b","a"]',
      },
      { address: `from: ${migrations}/MANIFEST`, what: 'other bytes than were reviewed' },
    ])
  })

  test('is noticed to have a MANIFEST with another comment', async () => {
    const review = await shownOn(await on.plan())
    order('a.up.sql # first\nb.up.sql\n')
    expect((await compared('apply', review)).differences.map(({ address }) => address)).toEqual([
      `from: ${migrations}/MANIFEST`,
    ])
  })

  test('is noticed to be read in another layout', async () => {
    for (const name of ['a', 'b']) {
      on.remove(`${migrations}/${name}.up.sql`)
      on.remove(`${migrations}/${name}.down.sql`)
    }
    on.file(`${migrations}/001_a.sql`, '-- migrate: irreversible: x\nSELECT 1')
    order('001_a.sql\n')
    const review = await shownOn(await on.plan())
    const { verdict, differences } = await compared(
      'apply',
      review,
      readMigrations(on.workspace, migrations, 'rollback-folder'),
    )
    expect(verdict).toBe('different')
    expect(differences.map(({ address }) => address)).toContain('with: order')
  })
})

describe('a rollback', () => {
  beforeEach(async () => {
    for (const [index, name] of ['a', 'b', 'c'].entries())
      on.write(`000${index + 1}_${name}`, `CREATE TABLE ${name} (id bigint)`, `DROP TABLE ${name}`)
    await on.apply()
  })
  const kept = 'from: migrate.history 0003_c (down)'

  const cases: readonly (readonly [what: string, change: () => More | Promise<More>, named: string])[] = [
    ['one step more', () => ({ steps: 2 }), 'with: steps'],
    ['a version to go back to, although it is the same', () => ({ to: '0002' }), 'with: to'],
    ['leave to lose data', () => ({ allowDataLoss: true }), 'with: allowDataLoss'],
    ['another server', () => at({ host: 'localhost' }), 'where: host'],
    [
      'a longer queue',
      () => ({ settings: { lockTimeout: 9_000, statementTimeout: 0 } }),
      'with: lockTimeout',
    ],
    [
      'another way back in history',
      async () => {
        await on.rows("UPDATE migrate.history SET down_sql = 'DROP TABLE c, a' WHERE version = '0003'")
        return {}
      },
      kept,
    ],
    [
      'another way back in history, by a comment alone',
      async () => {
        await on.rows("UPDATE migrate.history SET down_sql = 'DROP TABLE c -- x' WHERE version = '0003'")
        return {}
      },
      kept,
    ],
  ]
  test.each(cases)('is noticed to have %s', async (_what, change, named) => {
    const review = await shownOn(await on.plan('rollback'))
    expect((await compared('rollback', review)).verdict).toBe('equal')
    const { verdict, differences } = await compared('rollback', review, change)
    expect(verdict).toBe('different')
    expect(differences.map(({ address }) => address)).toContain(named)
  })

  test('that was shown before another migration was applied is refused, and that is named', async () => {
    const review = await shownOn(await on.plan('rollback'))
    on.write('0004_d', 'CREATE TABLE d (id bigint)', 'DROP TABLE d')
    await on.apply()
    const { verdict, differences } = await compared('rollback', review)
    expect(verdict).toBe('different')
    expect(differences.map(({ address, what }) => `${address}: ${what}`)).toEqual(
      expect.arrayContaining([
        `${migrations}/0004_d (down): not reviewed`,
        `${migrations}/0003_c (down): reviewed, but no longer planned`,
      ]),
    )
  })

  test('goes by what history keeps: the files may have changed, or be gone', async () => {
    const review = await shownOn(await on.plan('rollback'))
    on.write('0003_c', 'CREATE TABLE c (id bigint)', 'DROP TABLE c, a')
    on.file(`${migrations}/0001_a.down.sql`, 'SELECT 1')
    expect(await compared('rollback', review)).toEqual({ verdict: 'equal', differences: [] })
  })
})

describe('a decision about history', () => {
  beforeEach(() => {
    on.write('0001_a', 'CREATE TABLE a (id bigint)', 'DROP TABLE a')
    on.write('0002_b', 'CREATE TABLE b (id bigint)', 'DROP TABLE b')
  })

  test('is noticed to take over another way back, another version, or another time', async () => {
    await on.rows(
      "CREATE TABLE schema_migrations (version text PRIMARY KEY, applied_at timestamptz, checksum text); INSERT INTO schema_migrations VALUES ('0001', '2026-01-31T12:00:00Z', '')",
    )
    const review = await shownOn(await on.plan('baseline'))
    const named = async (more: More = {}) =>
      (await compared('baseline', review, more)).differences.map(({ address }) => address)
    expect(await named()).toEqual([])
    expect(await named({ to: '0001' })).toContain('with: to')
    await on.rows("UPDATE schema_migrations SET applied_at = '2025-01-31T12:00:00Z'")
    expect(await named()).toEqual([`${migrations}/0001_a`])
    await on.rows(
      "UPDATE schema_migrations SET applied_at = '2026-01-31T12:00:00Z'; INSERT INTO schema_migrations VALUES ('0002', now(), '')",
    )
    expect(await named()).toEqual([`${migrations}/0002_b`])
    await on.rows("DELETE FROM schema_migrations WHERE version = '0002'")
    on.file(`${migrations}/0001_a.down.sql`, 'SELECT 1')
    expect(await named()).toEqual([`from: ${migrations}/0001_a.down.sql`])
  })

  test('is noticed to settle another file, or to keep another way back of one that is gone', async () => {
    await on.apply()
    on.write('0001_a', 'CREATE TABLE a (id bigint) -- edited', 'DROP TABLE a')
    on.remove(`${migrations}/0002_b.up.sql`)
    on.remove(`${migrations}/0002_b.down.sql`)
    const review = await shownOn(await on.plan('repair'))
    const named = async () => (await compared('repair', review)).differences.map(({ address }) => address)
    expect(await named()).toEqual([])
    await on.rows("UPDATE migrate.history SET down_sql = 'DROP TABLE a, b' WHERE version = '0002'")
    expect(await named()).toEqual(['from: migrate.history 0002_b (down)'])
    await on.rows("UPDATE migrate.history SET down_sql = 'DROP TABLE b' WHERE version = '0002'")
    on.write('0001_a', 'CREATE TABLE a (id bigint) -- edited again', 'DROP TABLE a')
    expect(await named()).toEqual([`from: ${migrations}/0001_a.up.sql`, `${migrations}/0001_a`])
  })
})

test('a plan says from which bytes it is, and nothing but their sums', async () => {
  await twoPending()
  const { from } = await on.plan()
  expect(Object.keys(from).sort()).toEqual(
    ['0001_a', '0002_b', '0003_c'].flatMap((stem) => [
      `${migrations}/${stem}.down.sql`,
      `${migrations}/${stem}.up.sql`,
    ]),
  )
  for (const sum of Object.values(from)) expect(sum).toMatch(/^[0-9a-f]{64}$/)
})
