import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { openTofuVersion } from '#sandbox/opentofu/opentofu.ts'
import { STATE_BUCKET } from '#sandbox/terraform/bootstrap.ts'
import { applied, ended } from '#toolkit/action/test/applied.ts'
import { forwards } from '#toolkit/action/test/forwards.ts'
import { failuresIn } from '#toolkit/model/failure.ts'
import { BACKEND_BLOCK, type Checkout, openStage, type ProvisionStage, type SettingOptions } from './stage.ts'

let stage: ProvisionStage
let checkout: Checkout

beforeAll(async () => {
  stage = await openStage()
}, 180_000)
afterAll(() => stage.stop())

let serial = 0

const setting = (more: SettingOptions = {}, at: Checkout = checkout) =>
  at.setting({
    ...more,
    provisioning: {
      backend: { bucket: STATE_BUCKET, key: `terraform/stacks/dev/test-${serial}.tfstate` },
      ...more.provisioning,
    },
  })

const running = (command: string) => `${BACKEND_BLOCK}resource "terraform_data" "slow" {
  provisioner "local-exec" {
    command = "${command}"
  }
}
`
const waiting = (seconds: number) => running(`sleep ${seconds}`)
/** Its apply goes on when that file is there, or after half a minute. */
const waitingFor = (file: string) =>
  running(`for i in $(seq 300); do [ -e ${file} ] && exit; sleep 0.1; done`)

// The version file of OpenTofu decides; without one the machine's Terraform runs.
describe.each([
  ['Terraform', {}],
  ['OpenTofu', { '.opentofu-version': openTofuVersion() }],
])('provisioning with %s', (tool, files) => {
  beforeEach(() => {
    serial++
    checkout = stage.checkout()
    for (const [file, text] of Object.entries(files)) checkout.write(file, text)
  })

  test('applies what it planned, then finds nothing to do, and leaves neither lock nor changed checkout', async () => {
    checkout.write(
      'stacks/logs/main.tf',
      `${BACKEND_BLOCK}variable "days" {\n  type    = number\n  default = 7\n}\n\nresource "terraform_data" "this" {\n  triggers_replace = "test-${serial}"\n  input            = var.days\n}\n\noutput "name" {\n  value = terraform_data.this.triggers_replace\n}\n\noutput "secret" {\n  value     = "marked-secret-value"\n  sensitive = true\n}\n`,
    )
    const { lines, run, state } = setting()
    const plan = await run.plan()
    expect(
      plan.changes.map(({ action, address, source }) => [action, address, source?.file, source?.line]),
    ).toEqual([
      ['create', 'logs/terraform_data.this', 'stacks/logs/main.tf', 10],
      ['create', 'logs/output.name', 'stacks/logs/main.tf', 15],
      ['create', 'logs/output.secret', 'stacks/logs/main.tf', 19],
    ])
    const outcome = await ended(run, plan, forwards())
    expect(outcome.changed).toBe(true)
    expect(outcome.results.map(({ status }) => status)).toEqual(['done', 'done', 'done'])
    expect(outcome.outputs).toEqual({ logs: { name: `test-${serial}` } })

    await run.close()
    expect(existsSync(join(checkout.path, 'stacks/logs/.terraform'))).toBe(false)
    const again = setting()
    expect((await again.run.plan()).changes).toEqual([])
    await again.run.close()
    expect(lines.join('\n')).toContain(`${tool} 1.`)
    expect(await stage.locks()).toEqual([])
    expect(JSON.parse(state.get('lock-files') ?? '[]')).toEqual([
      join(checkout.path, 'stacks/logs/.terraform.lock.hcl'),
    ])
    expect(JSON.parse(state.get('data-folders') ?? '[]')).toEqual([
      join(checkout.path, 'stacks/logs/.terraform/omninode'),
    ])

    const other = await setting({ env: { TF_VAR_days: '14' } }).run.plan()
    expect(other.changes).toMatchObject([{ action: 'update', before: { input: 7 }, after: { input: 14 } }])
    expect(JSON.stringify([plan, outcome, lines])).not.toContain('marked-secret-value')
  }, 120_000)

  test('asks STS once when the role refuses, and shows what the token offered', async () => {
    checkout.write('stacks/one/main.tf', BACKEND_BLOCK)
    const before = stage.aws.stsCalls.get('AssumeRoleWithWebIdentity') ?? 0
    const { run, lines } = setting({ identity: { environment: 'prod' } })
    const failing = run.plan()
    await expect(failing).rejects.toMatchObject({
      code: 'ROLE_REFUSED',
      why: expect.stringContaining('sub=repo:omninode-ai@99/omninode_infra@123456:environment:prod'),
    })
    expect((stage.aws.stsCalls.get('AssumeRoleWithWebIdentity') ?? 0) - before).toBe(1)
    expect(lines.join('\n')).not.toContain('eyJ')
  }, 60_000)

  test('says on which line the code is wrong, for all stacks alike', async () => {
    checkout.write(
      'stacks/one/main.tf',
      `${BACKEND_BLOCK}resource "terraform_data" "this" {\n  inputs = "x"\n}\n`,
    )
    const { run } = setting()
    const error = await run.plan().catch((thrown) => thrown)
    expect(failuresIn(error)).toMatchObject([
      {
        code: 'TERRAFORM',
        source: { file: 'stacks/one/main.tf', line: 6 },
        what: expect.stringContaining('Unsupported argument'),
      },
    ])
  }, 60_000)

  test('interrupted during an apply leaves no state lock, and can go on', async () => {
    checkout.write('stacks/slow/main.tf', waiting(30))
    const abort = new AbortController()
    const { run, lines } = setting({ signal: abort.signal })
    const plan = await run.plan()
    const applying = applied(run, plan, forwards())
    const failed = expect(applying).rejects.toThrow()
    await untilLocked()
    abort.abort(new Error('cancelled'))
    await failed
    // On a machine that is busy it is left to `post`, which test/integration/interruption.test.ts looks at.
    const left = lines.join('\n').includes('is not done with putting things away')
    if (left) await untilUnlocked()
    else expect(lines.join('\n')).toContain('terraform_data.slow was being made when this run ended')
    expect(await stage.locks()).toEqual([])

    checkout.write('stacks/slow/main.tf', waiting(0))
    const next = setting()
    const rest = await next.run.plan()
    expect(rest.changes).toMatchObject([{ action: 'replace', note: expect.stringContaining('interrupted') }])
    expect(rest.findings).toMatchObject([{ rule: 'tainted-replace', severity: 'error' }])
    expect((await ended(next.run, rest, forwards())).status).toBe('succeeded')
  }, 120_000)

  test('names who holds the state lock', async () => {
    const go = join(stage.folder, `go-${serial}`)
    checkout.write('stacks/slow/main.tf', waitingFor(go))
    const { run } = setting()
    const plan = await run.plan()
    const applying = applied(run, plan, forwards())
    await untilLocked()
    await expect(setting({}, checkout.copy()).run.plan()).rejects.toMatchObject({
      code: 'STATE_LOCKED',
      what: expect.stringMatching(/locked by .+@.+ since 20\d\d-.*OperationTypeApply/),
      why: expect.stringMatching(
        /octocat applies since 20\d\d-.*: https:\/\/github.com\/omninode-ai\/.*\/runs\/1\.$/,
      ),
    })
    writeFileSync(go, '')
    expect((await applying).status).toBe('succeeded')
  }, 120_000)
})

test('of two applies at once the second waits, and names the run of the first', async () => {
  serial++
  checkout = stage.checkout()
  const go = join(stage.folder, `go-${serial}`)
  checkout.write('stacks/slow/main.tf', waitingFor(go))
  const first = setting()
  const firstPlan = await first.run.plan()
  const applying = applied(first.run, firstPlan, forwards())
  await untilLocked()

  const url = 'https://github.com/omninode-ai/omninode_infra/actions/runs/2'
  const second = setting(
    { github: { id: '2', actor: 'hubot', url }, provisioning: { lockTimeout: 60_000 } },
    checkout.copy(),
  )
  const planning = second.run.plan()
  await until(() => second.lines.some((line) => line.includes('waits for the lock of its state')))
  writeFileSync(go, '')
  expect((await applying).status).toBe('succeeded')
  const plan = await planning
  expect(second.lines).toContainEqual(
    expect.stringMatching(
      /^notice: slow waits for the lock of its state, for 60 s at most\. octocat applies since 20\d\d-.*: https:\/\/github\.com\/.*\/runs\/1\.$/,
    ),
  )
  // What the first has done is not done twice.
  expect(plan.changes).toEqual([])
  expect((await ended(second.run, plan, forwards())).changed).toBe(false)
  expect(await stage.locks()).toEqual([])
}, 120_000)

async function untilLocked(): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    if ((await stage.locks()).some((key) => !key.endsWith('.run.tflock'))) {
      await sleep(500) // the provisioner has begun
      return
    }
    await sleep(50)
  }
  throw new Error('the state was never locked')
}

async function until(isSo: () => boolean): Promise<void> {
  for (let attempt = 0; attempt < 300 && !isSo(); attempt++) await sleep(100)
}

async function untilUnlocked(): Promise<void> {
  for (let attempt = 0; attempt < 120 && (await stage.locks()).length > 0; attempt++) await sleep(250)
}
