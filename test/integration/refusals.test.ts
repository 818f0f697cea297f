import { appendFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { REPOSITORY } from '#sandbox/oidc/identity.ts'
import { type Stage, setStage } from '#sandbox/release/stage.ts'
import type { StepOptions, StepResult } from '#sandbox/runner/runner.ts'
import { type Sandbox, startSandbox } from '#sandbox/sandbox.ts'
import type { StepName } from '#toolkit/model/step.ts'

const progress = { report: () => undefined, done: () => undefined, close: () => undefined }
let sandbox: Sandbox
let stage: Stage
let workspace: string
let serial = 0

beforeAll(async () => {
  sandbox = await startSandbox({ repository: REPOSITORY, progress })
  stage = await setStage(sandbox)
}, 300_000)
afterAll(async () => {
  if (sandbox === undefined) return
  try {
    await untouched()
  } finally {
    await sandbox.stop()
  }
}, 60_000)
beforeEach(() => {
  workspace = stage.copy(`refused-${++serial}`)
})

/** Runs a step with `reviewed: off`, so that only its own checks can refuse it. */
function run(
  name: StepName,
  inputs: Record<string, string>,
  options: Partial<StepOptions> & { idToken?: boolean } = {},
): Promise<StepResult> {
  const { idToken = true, ...more } = options
  const job = stage.release('0'.repeat(40), { workspace, idToken })
  return stage.play(job, name, 'apply', { ...more, inputs: { reviewed: 'off', ...inputs } })
}

/** The annotations of a failed step: title, message and place. */
function problems(result: StepResult) {
  expect(result.exitCode).toBe(1)
  expect(result.outputs['changed'] ?? 'false').toBe('false')
  return result.annotations
    .filter(({ level }) => level === 'error')
    .map(({ message, properties: { title, file, line, col } }) => ({
      title,
      message,
      at: file === undefined ? undefined : [file, line, col].filter((each) => each !== undefined).join(':'),
    }))
}

async function untouched(): Promise<void> {
  const admin = sandbox.kubernetes.admin()
  const namespace = { apiVersion: 'v1', kind: 'Namespace', name: 'onex-dev' }
  expect(await admin.get(namespace)).toBeUndefined()
  admin.close()
  const { rows } = await sandbox.postgres.query('omninode_cloud', "SELECT to_regclass('tenants') AS tenants")
  expect(rows).toEqual([{ tenants: null }])
  expect(await sandbox.aws.listObjects('omninode-state')).toEqual([
    'terraform/stacks/dev/identity/terraform.tfstate',
  ])
}

describe('bad input is told before anything is touched:', () => {
  test('an unknown input, with the one that was meant', async () => {
    expect(problems(await run('deploy', { manifest: 'k8s/overlays/dev' }))).toMatchObject([
      { title: 'INPUT_UNKNOWN', message: expect.stringContaining('Did you mean `manifests`?') },
    ])
  })

  test('a duration that is none', async () => {
    expect(problems(await run('migrate', { 'lock-wait': '10 minutes' }))).toMatchObject([
      {
        title: 'INPUT_INVALID',
        message: expect.stringMatching(/`lock-wait` is `10 minutes`.*90s, 10m or 1h30m/),
      },
    ])
  })

  test('no id-token permission', async () => {
    for (const name of ['provision', 'deploy'] as const) {
      const result = await run(name, {}, { idToken: false })
      expect(problems(result)).toMatchObject([
        { title: 'ID_TOKEN_PERMISSION', message: expect.stringContaining('permissions: id-token: write') },
      ])
    }
  })

  test('a YAML syntax error, at its line and column', async () => {
    writeFileSync(join(workspace, 'k8s/base/auth/namespace.yaml'), 'apiVersion: v1\nkind: [Namespace\n')
    expect(problems(await run('deploy', {}))).toMatchObject([
      { at: expect.stringMatching(/^k8s\/base\/auth\/namespace\.yaml:\d+:\d+$/) },
    ])
  })

  test('everything that is wrong in one run', async () => {
    rmSync(join(workspace, 'db/migrations/0002_tenant_api_keys.up.sql'))
    const inputs = { directories: 'x', 'lock-wait': 'soon', 'database-url': 'mysql://h/d' }
    const titles = problems(await run('migrate', inputs)).map(({ title }) => title)
    expect(titles).toEqual(expect.arrayContaining(['INPUT_UNKNOWN', 'INPUT_INVALID', 'DATABASE_URL']))
    expect(titles.length).toBeGreaterThanOrEqual(4)
  })

  test('a tool that is not there, and cannot be downloaded', async () => {
    const found = problems(
      await run(
        'provision',
        {},
        { env: { PATH: dirname(process.execPath), HTTPS_PROXY: 'http://127.0.0.1:1' } },
      ),
    )
    expect(found).toMatchObject([
      {
        title: 'TOOL_DOWNLOAD',
        message: expect.stringMatching(/^Terraform .* cannot be had from https:/),
      },
    ])
  })
})

describe('what cannot be is told once, and not tried again:', () => {
  test('a role that refuses', async () => {
    const before = sandbox.aws.stsCalls.get('AssumeRoleWithWebIdentity') ?? 0
    const role = 'arn:aws:iam::123456789012:role/of-somebody-else'
    const found = problems(await run('provision', { 'aws-role': role }))
    expect(found).toMatchObject([{ message: expect.stringContaining(role) }])
    expect(sandbox.aws.stsCalls.get('AssumeRoleWithWebIdentity')).toBe(before + 1)
  })

  test('a cluster that does not answer', async () => {
    const inputs = { 'api-server': 'https://127.0.0.1:1' }
    expect(problems(await run('deploy', inputs))).toMatchObject([
      { title: 'CLUSTER_UNREACHABLE', message: expect.stringContaining('https://127.0.0.1:1') },
    ])
  })
})

test('an applied migration that was edited is refused with its line, and nothing more is applied', async () => {
  const url = await sandbox.postgres.createDatabase('edited')
  const applied = await run('migrate', { 'database-url': url })
  expect(applied.exitCode).toBe(0)
  appendFileSync(join(workspace, 'db/migrations/0001_tenants.up.sql'), '-- edited\n')
  const again = await run('migrate', { 'database-url': url })
  expect(problems(again)).toMatchObject([
    {
      message: expect.stringContaining('0001_tenants'),
      at: expect.stringContaining('db/migrations/0001_tenants.up.sql'),
    },
  ])
})
