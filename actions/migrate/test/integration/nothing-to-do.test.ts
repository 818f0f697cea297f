/** What a run says of a database that nothing is to be run on: history is asked whether something was left half done. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import pg from 'pg'
import { type Postgres, startPostgres } from '#sandbox/postgres/postgres.ts'
import { failuresIn } from '#toolkit/model/failure.ts'
import { openStep } from '#toolkit/runtime/test/open.ts'
import { createTestWorld } from '#toolkit/world/test/world.ts'
import { lockKey } from '../../src/session/lock.ts'
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

/** Two files, of which the second runs outside of a transaction. */
async function release(): Promise<void> {
  on.write('0001_a', 'CREATE TABLE a (id int); INSERT INTO a VALUES (1), (1)', 'DROP TABLE a')
  on.write('0002_b', 'CREATE INDEX CONCURRENTLY a_id ON a (id)', 'DROP INDEX CONCURRENTLY a_id')
  await on.apply()
}

/** A row as a run leaves it that was killed in the middle of the second file. */
async function killed(direction: 'up' | 'down', version = '0002'): Promise<void> {
  await on.rows(`INSERT INTO migrate.history (version, name, checksum, direction, state, started_at, lock_wait_ms,
      attempts, actor, repository, sha, run_url, run, tool_version, down_sql)
    VALUES ('${version}', 'b', 'sha256:0', '${direction}', 'running', clock_timestamp(), 0, 1, '', '', '', '', '', '', 'x')`)
}

async function again(inputs: Record<string, string> = {}, command = 'apply') {
  const { world } = createTestWorld({ workspace: on.workspace })
  const run = await openStep(step, command, { 'database-url': on.url, scratch: 'off', ...inputs }, world)
  const plan = await run.plan()
  const proof = await run.prove?.(plan).catch((error: unknown) => error)
  await run.close()
  return {
    changes: plan.changes.map(({ address }) => address),
    findings: plan.findings.filter(({ rule }) => rule === 'unfinished'),
    failures: failuresIn(proof),
  }
}

describe('when nothing is to be run, a run', () => {
  test('says so of a database whose history has everything, and nothing half done', async () => {
    await release()
    expect(await again()).toEqual({ changes: [], findings: [], failures: [] })
  })

  test('fails where a rollback was cut off, and its preview tells', async () => {
    await release()
    await killed('down')
    const what = 'The rollback of 0002 (b) was begun and has not finished'
    expect(await again()).toMatchObject({
      changes: [],
      findings: [
        {
          severity: 'warning',
          verdict: 'fail',
          message: `${what}.`,
          source: { file: 'db/migrations/0002_b.up.sql' },
        },
      ],
      failures: [
        {
          code: 'MIGRATION_UNFINISHED',
          what: `${what}.`,
          fix: expect.stringContaining('command: rollback'),
          source: { file: 'db/migrations/0002_b.up.sql' },
        },
      ],
    })
    expect((await again({}, 'plan')).findings).toMatchObject([{ message: `${what}.` }])
  })

  test('says so again once that rollback is finished, or settled', async () => {
    await release()
    await killed('down')
    await on.does('rollback', { allowDataLoss: true })
    expect(await again({ to: '0001' })).toMatchObject({ changes: [], findings: [], failures: [] })
    await on.apply()
    await killed('down')
    await on.does('repair')
    expect(await again()).toMatchObject({ changes: [], findings: [], failures: [] })
  })

  test('fails where a file was cut off that is gone since, or that comes after `to`', async () => {
    await release()
    await killed('up', '0003')
    expect(await again()).toMatchObject({
      changes: [],
      failures: [{ code: 'MIGRATION_UNFINISHED', what: '0003 (b) was begun and has not finished.' }],
    })
    on.write('0003_b', 'CREATE INDEX CONCURRENTLY again ON a (id)')
    expect(await again({ to: '0002' })).toMatchObject({
      changes: [],
      failures: [{ code: 'MIGRATION_UNFINISHED', source: { file: 'db/migrations/0003_b.up.sql' } }],
    })
    expect(await again()).toMatchObject({ changes: ['db/migrations/0003_b'], findings: [] })
    await on.apply()
    expect(await again()).toMatchObject({ changes: [], findings: [], failures: [] })
  })

  test('waits for another run that is at it, and looks again', async () => {
    await release()
    await killed('down')
    const other = new pg.Client({ connectionString: on.url })
    await other.connect()
    const { high, low } = lockKey({ schema: 'migrate', table: 'history' })
    await other.query(`SELECT pg_advisory_lock(${high}, ${low})`)
    const waiting = again()
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    await other.query(
      "UPDATE migrate.history SET state = 'applied', direction = 'up', finished_at = clock_timestamp() WHERE state = 'running' AND direction = 'down'",
    )
    await other.end()
    expect(await waiting).toMatchObject({ changes: [], failures: [] })
  })

  test('fails when that run goes on for longer than it may wait', async () => {
    await release()
    await killed('down')
    const other = new pg.Client({ connectionString: on.url })
    await other.connect()
    const { high, low } = lockKey({ schema: 'migrate', table: 'history' })
    await other.query(`SELECT pg_advisory_lock(${high}, ${low})`)
    expect(await again({ 'lock-wait': '1s' })).toMatchObject({ failures: [{ code: 'MIGRATE_LOCKED' }] })
    await other.end()
  })
})
