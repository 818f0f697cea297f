import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type Aws, REGION, startAws } from '#sandbox/aws.ts'
import { bootstrapIdentity, type Roles, STATE_BUCKET } from '#sandbox/bootstrap.ts'
import { createCertificates } from '#sandbox/certificates.ts'
import { type JobIdentity, type OidcIssuer, startOidcIssuer } from '#sandbox/oidc.ts'
import { openTofuVersion, prepareOpenTofu } from '#sandbox/opentofu.ts'
import { terraformEnv } from '#sandbox/terraform.ts'
import { failuresIn } from '#toolkit/model/failure.ts'
import { createTestWorld } from '#toolkit/world/test/world.ts'
import { applyStacks } from '../../src/apply.ts'
import { planStacks } from '../../src/plan.ts'
import type { Provisioning } from '../../src/provisioning.ts'
import { Code } from '../../src/stack/code.ts'
import { findStacks } from '../../src/stack/find.ts'
import { readGraph } from '../../src/stack/graph.ts'

const root = join(import.meta.dirname, '../../../..')
const identity = { repository: 'omninode-ai/omninode_infra', repositoryId: '123456', ownerId: '99' }
const progress = () => undefined

let folder: string
let issuer: OidcIssuer
let aws: Aws
let roles: Roles
let tools: Record<string, string>
let workspace: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'omninode-provision-'))
  const certificates = await createCertificates(
    join(folder, 'pki'),
    [{ name: 'oidc', hosts: ['127.0.0.1'] }],
    { progress },
  )
  issuer = await startOidcIssuer({ cert: certificates.pem('oidc.crt'), key: certificates.pem('oidc.key') })
  aws = await startAws({
    folder: join(folder, 'aws'),
    issuer: { url: issuer.url, caPem: certificates.caPem },
    progress,
  })
  const openTofu = await prepareOpenTofu({ progress })
  tools = {
    PATH: [openTofu, process.env['PATH']].join(delimiter),
    ...terraformEnv(folder, process.env),
  }
  roles = await bootstrapIdentity({
    aws,
    folder: join(folder, 'bootstrap'),
    workspace: root,
    terraform: 'terraform',
    terraformEnv: tools,
    identity,
  })
}, 180_000)
afterAll(async () => {
  await aws.stop()
  await issuer.stop()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => {
  workspace = mkdtempSync(join(folder, 'workspace-'))
})

function write(file: string, text: string): void {
  mkdirSync(dirname(join(workspace, file)), { recursive: true })
  writeFileSync(join(workspace, file), text)
}

const header = 'terraform {\n  backend "s3" {}\n}\n\nprovider "aws" {}\n\n'

let serial = 0

function setting(
  more: {
    identity?: Partial<JobIdentity>
    signal?: AbortSignal
    event?: string
    env?: Record<string, string>
  } = {},
) {
  const job: JobIdentity = {
    ...identity,
    event: 'push',
    ref: 'refs/heads/main',
    sha: '0'.repeat(40),
    environment: 'dev',
    actor: 'octocat',
    actorId: '583231',
    runId: '1',
    runAttempt: '1',
    subject: 'immutable',
    ...more.identity,
  }
  const { world, lines, state } = createTestWorld({
    workspace,
    env: { HOME: folder, ...tools, ...aws.env, ...more.env },
    idToken: (audience) => issuer.mint(issuer.claims(job, audience)),
    ...(more.signal === undefined ? {} : { signal: more.signal }),
  })
  const code = new Code(workspace)
  const graph = readGraph(code, findStacks(code, 'stacks'))
  const run: Provisioning = {
    command: 'apply',
    directory: 'stacks',
    code,
    graph,
    stacks: graph.stacks,
    roles: { plan: roles.plan, apply: roles.apply },
    parallelism: 2,
    protect: [],
    lockTimeout: 0,
    region: REGION,
    varFiles: [],
    backend: { bucket: STATE_BUCKET, key: `terraform/stacks/dev/test-${serial}.tfstate` },
    terraformVersion: undefined,
  }
  return { world, lines, state, run }
}

const waiting = (seconds: number) => `${header}resource "terraform_data" "slow" {
  provisioner "local-exec" {
    command = "sleep ${seconds}"
  }
}
`

// The version file of OpenTofu decides; without one the machine's Terraform runs.
describe.each([
  ['Terraform', {}],
  ['OpenTofu', { '.opentofu-version': openTofuVersion() }],
])('provisioning with %s', (tool, files) => {
  beforeEach(() => {
    serial++
    for (const [file, text] of Object.entries(files)) write(file, text)
  })

  test('applies what it planned, then finds nothing to do, and leaves neither lock nor changed checkout', async () => {
    write(
      'stacks/logs/main.tf',
      `${header}variable "days" {\n  type    = number\n  default = 7\n}\n\nresource "aws_cloudwatch_log_group" "this" {\n  name              = "test-${serial}"\n  retention_in_days = var.days\n}\n\noutput "name" {\n  value = aws_cloudwatch_log_group.this.name\n}\n\noutput "secret" {\n  value     = "marked-secret-value"\n  sensitive = true\n}\n`,
    )
    const { world, lines, run, state } = setting()
    const plan = await planStacks(run, world)
    expect(
      plan.changes.map(({ action, address, source }) => [action, address, source?.file, source?.line]),
    ).toEqual([
      ['create', 'logs/aws_cloudwatch_log_group.this', 'stacks/logs/main.tf', 12],
      ['create', 'logs/output.name', 'stacks/logs/main.tf', 17],
      ['create', 'logs/output.secret', 'stacks/logs/main.tf', 21],
    ])
    const outcome = await applyStacks(plan, run, world)
    expect(outcome.changed).toBe(true)
    expect(outcome.results.map(({ status }) => status)).toEqual(['done', 'done', 'done'])
    expect(outcome.outputs).toEqual({ logs: { name: `test-${serial}` } })

    const again = await planStacks(run, world)
    expect(again.changes).toEqual([])
    expect(lines.join('\n')).toContain(`${tool} 1.`)
    expect((await aws.listObjects(STATE_BUCKET)).filter((key) => key.endsWith('.tflock'))).toEqual([])
    for (const file of JSON.parse(state.get('lock-files') ?? '[]'))
      expect(file).toContain('.terraform.lock.hcl')
    expect(existsSync(join(workspace, 'stacks/logs/.terraform'))).toBe(false)

    const other = await planStacks({ ...run }, setting({ env: { TF_VAR_days: '14' } }).world)
    expect(other.changes).toMatchObject([
      { action: 'update', before: { retention_in_days: 7 }, after: { retention_in_days: 14 } },
    ])
    expect(JSON.stringify([plan, outcome, lines])).not.toContain('marked-secret-value')
  }, 120_000)

  test('asks STS once when the role refuses, and shows what the token offered', async () => {
    write('stacks/one/main.tf', header)
    const before = aws.stsCalls.get('AssumeRoleWithWebIdentity') ?? 0
    const { world, run, lines } = setting({ identity: { environment: 'prod' } })
    const failing = planStacks(run, world)
    await expect(failing).rejects.toMatchObject({
      code: 'ROLE_REFUSED',
      why: expect.stringContaining('sub=repo:omninode-ai@99/omninode_infra@123456:environment:prod'),
    })
    expect((aws.stsCalls.get('AssumeRoleWithWebIdentity') ?? 0) - before).toBe(1)
    expect(lines.join('\n')).not.toContain('eyJ')
  }, 60_000)

  test('says on which line the code is wrong, for all stacks alike', async () => {
    write('stacks/one/main.tf', `${header}resource "aws_sqs_queue" "this" {\n  nam = "x"\n}\n`)
    const { world, run } = setting()
    const error = await planStacks(run, world).catch((thrown) => thrown)
    expect(failuresIn(error)).toMatchObject([
      {
        code: 'TERRAFORM',
        source: { file: 'stacks/one/main.tf', line: 8 },
        what: expect.stringContaining('Unsupported argument'),
      },
    ])
  }, 60_000)

  test('interrupted during an apply leaves no state lock, and can go on', async () => {
    write('stacks/slow/main.tf', waiting(30))
    const abort = new AbortController()
    const { world, run, lines } = setting({ signal: abort.signal })
    const plan = await planStacks(run, world)
    const applying = applyStacks(plan, run, world)
    const failed = expect(applying).rejects.toThrow()
    await untilLocked()
    abort.abort(new Error('cancelled'))
    await failed
    expect((await aws.listObjects(STATE_BUCKET)).filter((key) => key.endsWith('.tflock'))).toEqual([])
    expect(lines.join('\n')).toContain('terraform_data.slow was being made when this run ended')

    write('stacks/slow/main.tf', waiting(0))
    const { world: next } = setting()
    const rest = await planStacks(run, next)
    expect(rest.changes).toMatchObject([{ action: 'replace', note: expect.stringContaining('interrupted') }])
    expect(rest.findings).toMatchObject([{ rule: 'tainted-replace', severity: 'error' }])
    expect((await applyStacks(rest, run, next)).status).toBe('succeeded')
  }, 120_000)

  test('names who holds the state lock', async () => {
    write('stacks/slow/main.tf', waiting(8))
    const { world, run } = setting()
    const plan = await planStacks(run, world)
    const applying = applyStacks(plan, run, world)
    await untilLocked()
    await expect(planStacks(run, setting().world)).rejects.toMatchObject({
      code: 'STATE_LOCKED',
      what: expect.stringMatching(/locked by .+@.+ since 20\d\d-.*OperationTypeApply/),
    })
    expect((await applying).status).toBe('succeeded')
  }, 120_000)
})

async function untilLocked(): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    if ((await aws.listObjects(STATE_BUCKET)).some((key) => key.endsWith('.tflock'))) {
      await sleep(500) // the provisioner has begun
      return
    }
    await sleep(50)
  }
  throw new Error('the state was never locked')
}
