import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type Postgres, startPostgres } from '#sandbox/postgres.ts'
import { createTestWorld } from '#toolkit/world/test/world.ts'
import { readMigrations } from '../../src/files.ts'
import { applyMigrations, type Migrating, planMigrations } from '../../src/run.ts'
import { parseTarget, type Target } from '../../src/session.ts'

let postgres: Postgres
let workspace: string
let url: string
let database: string
let counter = 0

beforeAll(async () => {
  postgres = await startPostgres({ progress: () => undefined })
}, 120_000)
afterAll(() => postgres.stop())
beforeEach(async () => {
  workspace = mkdtempSync(join(tmpdir(), 'omninode-migrate-'))
  mkdirSync(join(workspace, 'db/migrations'), { recursive: true })
  database = `release_${++counter}`
  url = await postgres.createDatabase(database)
  return () => rmSync(workspace, { recursive: true, force: true })
})

function write(name: string, up: string, down = 'SELECT 1'): void {
  writeFileSync(join(workspace, 'db/migrations', `${name}.up.sql`), up)
  writeFileSync(join(workspace, 'db/migrations', `${name}.down.sql`), down)
}

function setting(signal?: AbortSignal) {
  const { world, lines } = createTestWorld({ workspace, ...(signal === undefined ? {} : { signal }) })
  const run = (more: Partial<Migrating> = {}): Migrating => ({
    target: parseTarget(url, world) as Target,
    settings: { lockTimeout: 2_000, statementTimeout: 0 },
    history: { schema: 'migrate', table: 'history' },
    folder: 'db/migrations',
    migrations: readMigrations(workspace, 'db/migrations').migrations,
    direction: 'up',
    steps: 1,
    lockWait: 60_000,
    ...more,
  })
  const apply = async (more: Partial<Migrating> = {}) => {
    const { plan } = await planMigrations(run(more), world)
    return applyMigrations(plan, run(more), world)
  }
  return {
    world,
    lines,
    run,
    apply,
    plan: async (more = {}) => (await planMigrations(run(more), world)).plan,
  }
}

async function rows(sql: string): Promise<unknown[]> {
  return (await postgres.query(database, sql)).rows
}

/** A run in a process of its own, as a second runner would be. */
function runner() {
  const script = `
    import { createTestWorld } from ${JSON.stringify(join(import.meta.dirname, '../../../../toolkit/world/test/world.ts'))}
    import { readMigrations } from ${JSON.stringify(join(import.meta.dirname, '../../src/files.ts'))}
    import { applyMigrations, planMigrations } from ${JSON.stringify(join(import.meta.dirname, '../../src/run.ts'))}
    import { parseTarget } from ${JSON.stringify(join(import.meta.dirname, '../../src/session.ts'))}
    const { world, lines } = createTestWorld({ workspace: ${JSON.stringify(workspace)}, run: { id: String(process.pid) } })
    const run = { target: parseTarget(${JSON.stringify(url)}, world), settings: { lockTimeout: 2000, statementTimeout: 0 },
      history: { schema: 'migrate', table: 'history' }, folder: 'db/migrations',
      migrations: readMigrations(${JSON.stringify(workspace)}, 'db/migrations').migrations, direction: 'up', steps: 1, lockWait: 60000 }
    const { plan } = await planMigrations(run, world)
    console.log('planned')
    const outcome = await applyMigrations(plan, run, world)
    console.log(lines.join('\\n'))
    console.log(JSON.stringify(outcome.results.map((result) => result.status)))`
  const child = spawn(process.execPath, ['--conditions=source', '--input-type=module', '-e', script], {
    cwd: join(import.meta.dirname, '../../../..'),
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data) => {
      output += data
    })
  }
  return {
    child,
    output: () => output,
    ended: new Promise<number | null>((resolve) => child.once('close', resolve)),
  }
}

async function untilRunning(text: string): Promise<void> {
  for (let attempt = 0; attempt < 400; attempt++) {
    const { rowCount } = await postgres.query(
      'postgres',
      "SELECT 1 FROM pg_stat_activity WHERE datname = $1 AND state = 'active' AND query LIKE $2 AND pid <> pg_backend_pid()",
      [database, `%${text}%`],
    )
    if (rowCount !== 0) return
    await sleep(25)
  }
  throw new Error(`no session runs ${text}`)
}

describe('migrating', () => {
  test('applies everything once, and finds nothing to do the second time', async () => {
    write('0001_a', 'CREATE TABLE a (id int); INSERT INTO a VALUES (1)')
    write('0002_b', 'CREATE INDEX CONCURRENTLY a_id ON a (id)')
    const { plan, apply } = setting()
    expect((await plan()).changes.map((change) => change.address)).toEqual([
      'db/migrations/0001_a',
      'db/migrations/0002_b',
    ])
    expect((await apply()).changed).toBe(true)
    expect((await plan()).changes).toEqual([])
    expect(await rows('SELECT * FROM a')).toEqual([{ id: 1 }])
    expect(await rows('SELECT version, name FROM migrate.history_current ORDER BY 1')).toEqual([
      { version: '0001', name: 'a' },
      { version: '0002', name: 'b' },
    ])
    expect(await rows("SELECT count(*)::int FROM migrate.history WHERE state = 'running'")).toEqual([
      { count: 1 },
    ])
  })

  test('plans with reads only', async () => {
    write('0001_a', 'CREATE TABLE a (id int)')
    await setting().plan()
    expect(await rows("SELECT 1 FROM pg_namespace WHERE nspname = 'migrate'")).toEqual([])
  })

  test('undoes a file that fails, whole, and says where and what', async () => {
    write('0001_a', 'CREATE TABLE a (id int)')
    write(
      '0002_b',
      'CREATE TABLE b (id int);\n\n-- ü😀\nALTER TABLE a ADD COLUMN x int,\n  ALTER COLUMN missing SET NOT NULL;\n',
    )
    write('0003_c', 'CREATE TABLE c (id int)')
    const { apply, lines } = setting()
    await expect(apply()).rejects.toMatchObject({
      code: 'MIGRATION_FAILED',
      what: expect.stringContaining('column "missing" of relation "a" does not exist'),
      source: { file: 'db/migrations/0002_b.up.sql', line: expect.any(Number) },
    })
    expect(lines).toContain('applied: db/migrations/0001_a')
    expect(lines).toContain('not applied: db/migrations/0002_b, db/migrations/0003_c')
    expect(await rows("SELECT to_regclass('b') AS b")).toEqual([{ b: null }])
  })

  test('points at the exact column of a syntax-free mistake', async () => {
    write('0001_a', '-- é😀 first\nSELECT 1;\nSELECT nothing_here FROM pg_class;\n')
    await expect(setting().apply()).rejects.toMatchObject({
      source: { file: 'db/migrations/0001_a.up.sql', line: 3, column: 8 },
      what: expect.stringContaining('SELECT nothing_here FROM pg_class;\n           ^'),
    })
  })

  test('lets a file that changed settings not change those of the next', async () => {
    write('0001_a', "SET search_path = pg_catalog; SET statement_timeout = '1ms'; SET ROLE pg_monitor")
    write('0002_b', 'CREATE TABLE public_table (id int); SELECT pg_sleep(0.02)')
    await setting().apply()
    expect(await rows("SELECT to_regclass('public.public_table')::text AS t")).toEqual([
      { t: 'public_table' },
    ])
  })

  test('refuses an applied file that was edited, one that is gone, and one that comes late, all at once', async () => {
    write('0001_a', 'CREATE TABLE a (id int)')
    write('0002_b', 'CREATE TABLE b (id int)')
    await setting().apply()
    write('0001_a', 'CREATE TABLE a (id bigint)')
    rmSync(join(workspace, 'db/migrations/0002_b.up.sql'))
    rmSync(join(workspace, 'db/migrations/0002_b.down.sql'))
    await expect(setting().plan()).rejects.toMatchObject({
      all: [
        { code: 'MIGRATION_EDITED', source: { file: 'db/migrations/0001_a.up.sql' } },
        { code: 'MIGRATION_GONE' },
      ],
    })
  })

  test('rolls the last migration back with the rollback that history keeps', async () => {
    write('0001_a', 'CREATE TABLE a (id int)', 'DROP TABLE a')
    write('0002_b', 'CREATE TABLE b (id int)', 'DROP TABLE b')
    await setting().apply()
    rmSync(join(workspace, 'db/migrations/0002_b.down.sql'))
    expect((await setting().apply({ direction: 'down' })).changed).toBe(true)
    expect(await rows("SELECT to_regclass('a')::text AS a, to_regclass('b')::text AS b")).toEqual([
      { a: 'a', b: null },
    ])
    expect(await rows('SELECT version FROM migrate.history_current')).toEqual([{ version: '0001' }])
  })
})

describe('two runs at once', () => {
  test('both succeed, each migration ran once, and the second names whom it waited for', async () => {
    write('0001_a', 'CREATE TABLE a (id int); SELECT pg_sleep(1.5)')
    write('0002_b', 'CREATE INDEX CONCURRENTLY a_id ON a (id)')
    write('0003_c', 'INSERT INTO a VALUES (1)')
    const first = runner()
    await untilRunning('pg_sleep')
    const second = runner()
    expect(await Promise.all([first.ended, second.ended])).toEqual([0, 0])
    expect(first.output()).toContain('["done","done","done"]')
    expect(second.output()).toContain('["skipped","skipped","skipped"]')
    expect(second.output()).toMatch(
      new RegExp(`waiting for the lock, held by pid \\d+ \\(migrate ${first.child.pid}/1`),
    )
    expect(await rows('SELECT count(*)::int FROM a')).toEqual([{ count: 1 }])
  }, 60_000)

  test('give up after lock-wait, naming the holder', async () => {
    write('0001_a', 'SELECT pg_sleep(3)')
    const first = runner()
    await untilRunning('pg_sleep')
    await expect(setting().apply({ lockWait: 300 })).rejects.toMatchObject({
      code: 'MIGRATE_LOCKED',
      what: expect.stringMatching(/pid \d+ \(migrate \d+\/1.*running: .*pg_sleep/),
    })
    await first.ended
  }, 60_000)
})

describe('a run that is cut off', () => {
  test('by SIGKILL in the middle of a migration leaves it not applied, and the next run applies it', async () => {
    write('0001_a', 'CREATE TABLE a (id int); SELECT pg_sleep(30)')
    const killed = runner()
    await untilRunning('pg_sleep')
    killed.child.kill('SIGKILL')
    await killed.ended
    write('0001_a', 'CREATE TABLE a (id int)')
    expect((await setting().apply()).changed).toBe(true)
    expect(await rows('SELECT version, state FROM migrate.history')).toEqual([
      { version: '0001', state: 'applied' },
    ])
  }, 60_000)

  test('by a cancel rolls back, frees the lock, and says so', async () => {
    write('0001_a', 'CREATE TABLE a (id int); SELECT pg_sleep(30)')
    const abort = new AbortController()
    const applying = setting(abort.signal).apply()
    const failed = expect(applying).rejects.toMatchObject({ code: 'MIGRATE_CANCELLED' })
    await untilRunning('pg_sleep')
    const started = performance.now()
    abort.abort()
    await failed
    expect(performance.now() - started).toBeLessThan(5_000)
    expect(await rows("SELECT to_regclass('a') AS a")).toEqual([{ a: null }])
    expect(await rows("SELECT 1 FROM pg_locks WHERE locktype = 'advisory'")).toEqual([])
  }, 60_000)

  test('by the server leaves schema and history agreeing', async () => {
    for (let i = 1; i <= 40; i++) write(`${String(i).padStart(4, '0')}_t`, `CREATE TABLE t${i} (id int)`)
    const applying = setting()
      .apply()
      .catch((error) => error)
    await sleep(120)
    await postgres.crash()
    await applying
    const history = await postgres.query(
      database,
      "SELECT count(*)::int FROM pg_class WHERE relname ~ '^t[0-9]+$'",
    )
    const recorded = await postgres
      .query(database, 'SELECT count(*)::int FROM migrate.history')
      .catch(() => undefined)
    expect(recorded?.rows[0].count ?? 0).toBe(history.rows[0].count)
    await setting().apply()
    expect(await rows("SELECT count(*)::int FROM pg_class WHERE relname ~ '^t[0-9]+$'")).toEqual([
      { count: 40 },
    ])
  }, 60_000)
})

describe('a concurrent index', () => {
  test.each(['', 'IF NOT EXISTS '])('whose build failed is built anew, also with %p', async (clause) => {
    write('0001_a', 'CREATE TABLE a (id int); INSERT INTO a VALUES (1), (1)')
    write('0002_b', `CREATE UNIQUE INDEX CONCURRENTLY ${clause}a_id ON a (id)`)
    await expect(setting().apply()).rejects.toMatchObject({ code: 'MIGRATION_FAILED', source: { line: 1 } })
    // What a killed runner leaves: the invalid index itself.
    await postgres
      .query(database, `CREATE UNIQUE INDEX CONCURRENTLY ${clause}a_id ON a (id)`)
      .catch(() => undefined)
    await rows('DELETE FROM a; INSERT INTO a VALUES (1)')
    await setting().apply()
    expect(await rows("SELECT indisvalid FROM pg_index WHERE indexrelid = 'a_id'::regclass")).toEqual([
      { indisvalid: true },
    ])
    expect(
      await rows("SELECT count(*)::int FROM migrate.history WHERE version = '0002' AND state = 'applied'"),
    ).toEqual([{ count: 1 }])
  })

  test('does not deadlock with a run that waits', async () => {
    write('0001_a', 'CREATE TABLE a (id int)')
    await setting().apply()
    write('0002_b', 'CREATE INDEX CONCURRENTLY a_id ON a (id)')
    const [one, two] = await Promise.all([setting().apply(), setting().apply()])
    expect([one.changed, two.changed].sort()).toEqual([false, true])
  }, 30_000)
})

describe('secrets', () => {
  test('are in no log line and no error', async () => {
    const { world, lines } = createTestWorld({ workspace })
    const password = new URL(url).password
    const target = parseTarget(url.replace(String(postgres.port), '1'), world) as Target
    const failing = planMigrations({ ...setting().run(), target }, world)
    await expect(failing).rejects.toMatchObject({ code: 'DATABASE_UNREACHABLE' })
    const error: Error = await failing.catch((thrown) => thrown)
    world.log.info(`${url} ${password}`)
    expect(lines.join('\n')).not.toContain(password)
    expect(world.redactor.mask(error.message)).not.toContain(password)
  })
})
