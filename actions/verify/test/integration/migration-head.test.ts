import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type Postgres, startPostgres } from '#sandbox/postgres/postgres.ts'
import { applied } from '#toolkit/action/test/applied.ts'
import { forwards } from '#toolkit/action/test/forwards.ts'
import { readMigrations } from '#toolkit/migrations/layout/read.ts'
import { parseDatabaseUrl } from '#toolkit/postgres/database-url.ts'
import { openStep } from '#toolkit/runtime/test/open.ts'
import { createTestWorld } from '#toolkit/world/test/world.ts'
import { step as migrate } from '../../../migrate/src/step.ts'
import { probeMigrationHead } from '../../src/probes/migration-head.ts'
import type { ProbeResult } from '../../src/probes/probe.ts'
import { createCheckout } from '../checkout.ts'

let postgres: Postgres
let workspace = ''
let databaseUrl = ''
let databases = 0

const folder = 'db/migrations'

function write(name: string, sql = 'SELECT 1;\n'): void {
  writeFileSync(join(workspace, folder, `${name}.up.sql`), sql)
  writeFileSync(join(workspace, folder, `${name}.down.sql`), 'SELECT 1;\n')
}

/** What the migrate action itself would do. */
async function migrateDatabase(command: 'apply' | 'rollback' | 'repair' = 'apply'): Promise<void> {
  const { world } = createTestWorld({ workspace })
  const run = await openStep(migrate, command, { 'database-url': databaseUrl }, world)
  expect(await applied(run, await run.plan(), forwards())).toMatchObject({ status: 'succeeded' })
  await run.close()
}

interface Asked {
  readonly url?: string
  readonly deadline?: number
  readonly signal?: AbortSignal
  readonly table?: string
}

function probe({
  url = databaseUrl,
  deadline = 20_000,
  signal,
  table = 'history',
}: Asked = {}): Promise<ProbeResult> {
  const { world } = createTestWorld({ workspace })
  return probeMigrationHead(
    {
      target: { probe: 'migration-head', folder, history: { schema: 'migrate', table } },
      migrations: readMigrations(workspace, folder),
      database: { input: 'database-url', target: async () => parseDatabaseUrl(url, world) },
      world,
    },
    { deadline, signal: signal ?? new AbortController().signal, waitFor: () => undefined },
  )
}

beforeAll(async () => {
  postgres = await startPostgres({ progress: () => undefined })
}, 300_000)
afterAll(() => postgres.stop())

beforeEach(async () => {
  workspace = createCheckout({})
  mkdirSync(join(workspace, folder), { recursive: true })
  write('0001_first')
  write('0002_second')
  databaseUrl = await postgres.createDatabase(`probe_${++databases}`)
})

describe('the migration head', () => {
  test('is proven when migrate brought the newest file into effect', async () => {
    await migrateDatabase()
    expect(await probe()).toEqual({ status: 'done', message: '0002_second is in effect.' })
  })

  test("holds for this repository's own migrations", async () => {
    rmSync(join(workspace, folder), { recursive: true })
    cpSync(join(import.meta.dirname, '../../../../db/migrations'), join(workspace, folder), {
      recursive: true,
    })
    const role = readFileSync(join(import.meta.dirname, '../../../../db/roles/onex_api.sql'), 'utf8')
    await postgres.query('postgres', role)
    await migrateDatabase()
    expect(await probe()).toMatchObject({ status: 'done' })
  })

  test('fails when a file is newer than the database', async () => {
    await migrateDatabase()
    write('0003_third')
    expect(await probe()).toEqual({
      status: 'failed',
      message: '0002_second is the newest in effect; git has 0003_third.',
    })
  })

  test('fails when the database is newer than the files, as after a rollback of the release', async () => {
    write('0003_third')
    await migrateDatabase()
    rmSync(join(workspace, folder, '0003_third.up.sql'))
    expect(await probe()).toEqual({
      status: 'failed',
      message: '0003_third is the newest in effect; git has 0002_second.',
    })
  })

  test('fails when the newest migration was rolled back', async () => {
    await migrateDatabase()
    await migrateDatabase('rollback')
    expect(await probe()).toMatchObject({
      status: 'failed',
      message: '0001_first is the newest in effect; git has 0002_second.',
    })
  })

  test('fails when the newest file was edited after it was applied', async () => {
    await migrateDatabase()
    write('0002_second', 'SELECT 2;\n')
    expect(await probe()).toEqual({
      status: 'failed',
      message: '0002_second was applied with another content than git has.',
    })
  })

  test('holds when git has the same file with other line ends', async () => {
    await migrateDatabase()
    write('0002_second', 'SELECT 1;\r\n')
    expect(await probe()).toMatchObject({ status: 'done' })
  })

  test('fails on a database that migrate never saw', async () => {
    expect(await probe()).toEqual({
      status: 'failed',
      message: 'The database has no migrate.history: migrate never ran on it.',
    })
  })

  test('fails when everything was rolled back', async () => {
    await migrateDatabase()
    await migrateDatabase('rollback')
    await migrateDatabase('rollback')
    expect(await probe()).toMatchObject({
      status: 'failed',
      message: 'No migration is in effect, according to migrate.history; git has 0002_second.',
    })
  })

  test('fails when there is nothing to compare with', async () => {
    rmSync(join(workspace, folder), { recursive: true })
    mkdirSync(join(workspace, folder))
    expect(await probe()).toEqual({ status: 'failed', message: `There is no migration in ${folder}.` })
  })

  test('is read in a transaction that cannot write, by a user that may do no more', async () => {
    await migrateDatabase()
    const database = new URL(databaseUrl).pathname.slice(1)
    await postgres.query(database, "CREATE ROLE reader LOGIN PASSWORD 'not-a-real-password'")
    const url = new URL(databaseUrl)
    url.username = 'reader'
    url.password = 'not-a-real-password'
    expect(await probe({ url: String(url) })).toEqual({
      status: 'failed',
      message: 'The user of `database-url` may not read the history.',
    })
    await postgres.query(
      database,
      'GRANT USAGE ON SCHEMA migrate TO reader; GRANT SELECT ON migrate.history_current TO reader',
    )
    expect(await probe({ url: String(url) })).toMatchObject({ status: 'done' })
  })

  test('is not looked for under a name that could be SQL', async () => {
    await migrateDatabase()
    expect(await probe({ table: 'history"; DROP SCHEMA migrate CASCADE; --' })).toMatchObject({
      status: 'failed',
    })
    expect(await probe()).toMatchObject({ status: 'done' })
  })
})

describe('a folder in another layout', () => {
  function layOut(files: Readonly<Record<string, string>>): void {
    rmSync(join(workspace, folder), { recursive: true })
    mkdirSync(join(workspace, folder, 'rollback'), { recursive: true })
    for (const [name, text] of Object.entries(files)) writeFileSync(join(workspace, folder, name), text)
  }
  const rollback = 'SELECT 1;\n'
  const layouts = [
    [
      'with a rollback folder',
      {
        '001_a.sql': 'SELECT 1;\n',
        'rollback/001_a_rollback.sql': rollback,
        '20260131_b.sql': 'SELECT 1;\n',
        'rollback/20260131_b_rollback.sql': rollback,
      },
      { '20260201_c.sql': 'SELECT 1;\n', 'rollback/20260201_c_rollback.sql': rollback },
      '20260131_b',
      '20260201_c',
    ],
    [
      'with a MANIFEST, whose last line is not the last by name',
      {
        MANIFEST: 'z_first.sql\nb_second.sql\n',
        'z_first.sql': 'SELECT 1;\n',
        'rollback/z_first_rollback.sql': rollback,
        'b_second.sql': 'SELECT 1;\n',
        'rollback/b_second_rollback.sql': rollback,
      },
      {
        MANIFEST: 'z_first.sql\nb_second.sql\na_third.sql\n',
        'a_third.sql': 'SELECT 1;\n',
        'rollback/a_third_rollback.sql': rollback,
      },
      'b_second',
      'a_third',
    ],
    [
      'with numbers of three and of four digits',
      {
        '999_a.sql': 'SELECT 1;\n',
        'rollback/999_a_rollback.sql': rollback,
        '1000_b.sql': 'SELECT 1;\n',
        'rollback/1000_b_rollback.sql': rollback,
      },
      { '1001_c.sql': 'SELECT 1;\n', 'rollback/1001_c_rollback.sql': rollback },
      '1000_b',
      '1001_c',
    ],
  ] as const

  test.each(layouts)(
    '%s is proven, and fails when a file is newer',
    async (_what, first, more, head, newest) => {
      layOut(first)
      await migrateDatabase()
      expect(await probe()).toEqual({ status: 'done', message: `${head} is in effect.` })
      layOut({ ...first, ...more })
      expect(await probe()).toEqual({
        status: 'failed',
        message: `${head} is the newest in effect; git has ${newest}.`,
      })
    },
  )

  test.each(layouts)(
    '%s fails when the newest was edited, and when the database is newer',
    async (_what, first, more, head, newest) => {
      layOut({ ...first, ...more })
      await migrateDatabase()
      const file = Object.keys(more).find((name) => /^[^/]+\.sql$/.test(name)) ?? ''
      layOut({ ...first, ...more, [file]: 'SELECT 2;\n' })
      expect(await probe()).toEqual({
        status: 'failed',
        message: `${newest} was applied with another content than git has.`,
      })
      layOut(first)
      expect(await probe()).toEqual({
        status: 'failed',
        message: `${newest} is the newest in effect; git has ${head}.`,
      })
    },
  )
})

test('a repaired older file does not become the newest', async () => {
  await migrateDatabase()
  write('0001_first', 'SELECT 3;\n')
  await migrateDatabase('repair')
  expect(await probe()).toEqual({ status: 'done', message: '0002_second is in effect.' })
})

test('a folder that cannot be read whole is never a pass', async () => {
  await migrateDatabase()
  writeFileSync(join(workspace, folder, '0003_third.up.sql'), 'SELECT 1;\n')
  expect(await probe()).toEqual({
    status: 'unknown',
    message: 'What the newest migration is cannot be told: 0003_third.up.sql cannot be rolled back.',
  })
})

describe('a database that cannot be asked', () => {
  test('fails at once when it refuses the user, and the password is not told', async () => {
    const url = new URL(databaseUrl)
    url.password = 'not-a-real-password'
    const before = performance.now()
    expect(await probe({ url: String(url) })).toEqual({
      status: 'failed',
      message: 'The server refuses the user of `database-url`.',
    })
    expect(performance.now() - before).toBeLessThan(5_000)
  })

  test('fails at once when there is no such database', async () => {
    expect(await probe({ url: postgres.url('nowhere') })).toEqual({
      status: 'failed',
      message: 'There is no such database.',
    })
  })

  test('is given up when nobody listens', async () => {
    expect(await probe({ url: 'postgres://u:p@127.0.0.1:1/x', deadline: 600 })).toEqual({
      status: 'failed',
      message: 'The database could not be reached within 600 ms (ECONNREFUSED).',
    })
  })

  test('is given up when it accepts the connection and says nothing', async () => {
    const server = createServer(() => undefined)
    const port = await new Promise<number>((resolve) =>
      server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
    )
    const before = performance.now()
    expect(await probe({ url: `postgres://u:p@127.0.0.1:${port}/x`, deadline: 600 })).toMatchObject({
      status: 'failed',
      message: expect.stringMatching(/^The database could not be reached within 600 ms/),
    })
    expect(performance.now() - before).toBeLessThan(2_000)
    server.close()
  })

  test('is waited for while it restarts after a crash', async () => {
    await migrateDatabase()
    const crashed = postgres.crash()
    expect(await probe()).toMatchObject({ status: 'done' })
    await crashed
  })

  test('is left alone at once when the run is cancelled', async () => {
    const server = createServer(() => undefined)
    const port = await new Promise<number>((resolve) =>
      server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
    )
    const abort = new AbortController()
    const reason = new Error('cancelled')
    const probing = probe({ url: `postgres://u:p@127.0.0.1:${port}/x`, signal: abort.signal })
    setTimeout(() => abort.abort(reason), 100)
    const before = performance.now()
    await expect(probing).rejects.toBe(reason)
    expect(performance.now() - before).toBeLessThan(2_000)
    server.close()
  })
})
