import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Sandbox, startSandbox } from '#sandbox/sandbox.ts'
import { type Stage, setStage } from '#sandbox/stage.ts'

const repository = { repository: 'omninode-ai/omninode_infra', repositoryId: '123456', ownerId: '99' }
const progress = { report: () => undefined, done: () => undefined, close: () => undefined }
const reviewed = 'off'
let sandbox: Sandbox
let stage: Stage

beforeAll(async () => {
  sandbox = await startSandbox({ repository, progress })
  stage = await setStage(sandbox)
}, 300_000)
afterAll(() => sandbox?.stop())

function migrationsThatTake(seconds: number, name: string): string {
  const folder = `db/${name}`
  const path = join(stage.workspace, folder)
  mkdirSync(path, { recursive: true })
  writeFileSync(
    join(path, '0001_slow.up.sql'),
    `CREATE TABLE ${name} (n int);\nSELECT pg_sleep(${seconds});\n`,
  )
  writeFileSync(join(path, '0001_slow.down.sql'), `DROP TABLE ${name};\n`)
  writeFileSync(join(path, '0002_index.up.sql'), `CREATE INDEX CONCURRENTLY ${name}_n ON ${name} (n);\n`)
  writeFileSync(join(path, '0002_index.down.sql'), `DROP INDEX CONCURRENTLY ${name}_n;\n`)
  return folder
}

function applied(database: string) {
  return sandbox.postgres
    .query(
      database,
      "SELECT version, count(*)::int AS times FROM migrate.history WHERE state = 'applied' GROUP BY version ORDER BY version",
    )
    .then(({ rows }) => rows)
}

async function untilItSleeps(database: string): Promise<void> {
  for (;;) {
    const { rows } = await sandbox.postgres.query(
      database,
      "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'",
    )
    if (rows.length > 0) return
    await sleep(20)
  }
}

test('two migrations at once: both succeed, each file ran once, and the second names whom it waited for', async () => {
  const inputs = {
    reviewed,
    directory: migrationsThatTake(2, 'twice'),
    'database-url': await sandbox.postgres.createDatabase('twice'),
  }
  const job = () => stage.release('0'.repeat(40))
  const results = await Promise.all([
    stage.play(job(), 'migrate', 'apply', { inputs }),
    untilItSleeps('twice').then(() => stage.play(job(), 'migrate', 'apply', { inputs })),
  ])
  expect(results.map(({ exitCode }) => exitCode)).toEqual([0, 0])
  expect(await applied('twice')).toEqual([
    { version: '0001', times: 1 },
    { version: '0002', times: 1 },
  ])
  const [first, second] = results
  expect(first?.log.join('\n')).not.toMatch(/waiting for/)
  expect(second?.log.join('\n')).toMatch(/waiting for .*omninode.*run/i)
  expect(second?.outputs['changed']).toBe('false')
}, 60_000)

test('SIGKILL of migrate in the middle of a migration leaves it not applied, and the next run applies it', async () => {
  const inputs = {
    reviewed,
    directory: migrationsThatTake(3, 'killed'),
    'database-url': await sandbox.postgres.createDatabase('killed'),
  }
  const job = stage.release('0'.repeat(40))
  let pid = 0
  const running = stage.play(job, 'migrate', 'apply', { inputs, onStart: (id) => (pid = id) })
  await untilItSleeps('killed')
  process.kill(pid, 'SIGKILL')
  const result = await running
  expect(result.exitCode).toBeNull()
  expect(result.post?.exitCode).toBe(0)
  const { rows } = await sandbox.postgres.query('killed', "SELECT to_regclass('killed') AS made")
  expect(rows).toEqual([{ made: null }])
  expect(await applied('killed')).toEqual([])

  const again = await stage.play(job, 'migrate', 'apply', { inputs })
  expect(again.exitCode).toBe(0)
  expect(await applied('killed')).toHaveLength(2)
}, 60_000)

test('a cancelled provision leaves no state lock and no file, and can be run again', async () => {
  const folder = join(stage.workspace, 'terraform/stacks/slow')
  mkdirSync(folder, { recursive: true })
  const slow =
    'resource "terraform_data" "slow" {\n  provisioner "local-exec" {\n    command = "exec sleep 4"\n  }\n}\n'
  writeFileSync(join(folder, 'main.tf'), `terraform {\n  backend "s3" {}\n}\n\n${slow}`)
  const job = stage.release('0'.repeat(40))
  const inputs = { reviewed, directory: 'terraform/stacks/slow' }
  const cancel = new AbortController()
  const cancelled = await stage.play(job, 'provision', 'apply', {
    inputs,
    signal: cancel.signal,
    onLine: (line) => line.includes('apply terraform/stacks/slow') && setTimeout(() => cancel.abort(), 1_500),
  })
  expect(cancelled.exitCode).toBe(1)
  const objects = await sandbox.aws.listObjects('omninode-state')
  expect(objects.filter((name) => name.endsWith('.tflock'))).toEqual([])
  const again = await stage.play(job, 'provision', 'apply', { inputs })
  expect(again.exitCode).toBe(0)
  expect(again.outputs['changed']).toBe('true')
}, 120_000)

test('the API server restarts during a deploy, which finishes', async () => {
  const job = stage.release('0'.repeat(40))
  let restarted: Promise<void> | undefined
  const result = await stage.play(job, 'deploy', 'apply', {
    inputs: { reviewed },
    onLine: (line) => {
      if (line.includes('Namespace/auth')) restarted ??= sandbox.kubernetes.restartApiServer(300)
    },
  })
  await restarted
  expect(restarted).toBeDefined()
  expect(result.log.join('\n')).toMatch(/waiting for the API server/)
  expect(result.exitCode).toBe(0)
}, 120_000)
