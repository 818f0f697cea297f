import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { REPOSITORY } from '#sandbox/oidc/identity.ts'
import { type Stage, setStage } from '#sandbox/release/stage.ts'
import { type Sandbox, startSandbox } from '#sandbox/sandbox.ts'
import { startStateProxy } from '../../actions/provision/test/integration/proxy.ts'

const progress = { report: () => undefined, done: () => undefined, close: () => undefined }
const reviewed = 'off'
let sandbox: Sandbox
let stage: Stage

beforeAll(async () => {
  sandbox = await startSandbox({ repository: REPOSITORY, progress })
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

function slowStack(name: string, seconds: number): string {
  const folder = `terraform/stacks/${name}`
  mkdirSync(join(stage.workspace, folder), { recursive: true })
  const code = `resource "terraform_data" "slow" {\n  provisioner "local-exec" {\n    command = "exec sleep ${seconds}"\n  }\n}\n`
  writeFileSync(join(stage.workspace, folder, 'main.tf'), `terraform {\n  backend "s3" {}\n}\n\n${code}`)
  return folder
}

async function stateLocks(): Promise<string[]> {
  return (await sandbox.aws.listObjects('omninode-state')).filter((name) => name.endsWith('.tflock'))
}

test('a cancelled provision leaves no state lock, names what is tainted, and goes on when a person allows it', async () => {
  const directory = slowStack('slow', 4)
  const job = stage.release('0'.repeat(40))
  const inputs = { reviewed, directory }
  const cancel = new AbortController()
  const cancelled = await stage.play(job, 'provision', 'apply', {
    inputs,
    signal: cancel.signal,
    onLine: (line) => line.includes(`applying ${directory}`) && setTimeout(() => cancel.abort(), 1_500),
  })
  expect(cancelled.exitCode).toBe(1)
  expect(cancelled.log.join('\n')).toMatch(
    /terraform_data.slow was being made when this run ended, and is tainted/,
  )
  expect(await stateLocks()).toEqual([])
  const again = await stage.play(job, 'provision', 'apply', { inputs })
  expect(again.exitCode).toBe(1)
  expect(again.annotations.map(({ properties }) => properties['title'])).toContain('tainted-replace')
  writeFileSync(
    join(stage.workspace, directory, 'stack.yml'),
    'allow:\n  - address: terraform_data.slow\n    action: replace\n    reason: it was never finished\n',
  )
  const allowed = await stage.play(job, 'provision', 'apply', { inputs })
  expect(allowed.exitCode).toBe(0)
  expect(allowed.outputs['changed']).toBe('true')
}, 120_000)

test('a provision whose backend is slow is left by its step before the runner kills it, and post waits for it', async () => {
  const directory = slowStack('slow-state', 60)
  const proxy = await startStateProxy(sandbox.aws.url)
  const job = stage.release('0'.repeat(40))
  const cancel = new AbortController()
  const result = await stage.play(job, 'provision', 'apply', {
    inputs: { reviewed, directory, 'backend-config': 'bucket=omninode-state\nuse_path_style=true' },
    env: { AWS_ENDPOINT_URL_S3: proxy.url },
    signal: cancel.signal,
    onLine: (line) => {
      if (!line.includes(`applying ${directory}`)) return
      proxy.treat = { delay: 9_000 }
      setTimeout(() => cancel.abort(), 1_500)
    },
  })
  await proxy.stop()
  // It ended by itself: a killed process has no exit code.
  expect(result.exitCode).toBe(1)
  expect(result.log.join('\n')).toMatch(/was interrupted, and is not done with putting things away/)
  const told = result.post?.log.join('\n')
  expect(told).toMatch(/waiting for terraform apply of terraform\/stacks\/slow-state[\s\S]*has ended/)
  expect(told).toMatch(/terraform_data.slow was being made when this run ended, and is tainted/)
  expect(result.post?.exitCode).toBe(0)
  expect(await stateLocks()).toEqual([])
  expect(await sandbox.aws.listObjects('omninode-state')).toContain(`${directory}/terraform.tfstate`)
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
