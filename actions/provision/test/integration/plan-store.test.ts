import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { REGION } from '#sandbox/aws/aws.ts'
import { openTofuVersion } from '#sandbox/opentofu/opentofu.ts'
import { STATE_BUCKET } from '#sandbox/terraform/bootstrap.ts'
import { applied, ended } from '#toolkit/action/test/applied.ts'
import { forwards } from '#toolkit/action/test/forwards.ts'
import { openBucket } from '#toolkit/aws/s3.ts'
import { failuresIn } from '#toolkit/model/failure.ts'
import { compareWithReview, type Review, reviewOf } from '#toolkit/model/review.ts'
import type { PlanStoreSettings } from '../../src/inputs/plan-store.ts'
import type { ProvisionPlan } from '../../src/plan.ts'
import type { Provisioning } from '../../src/provisioning.ts'
import { backendIn } from '../../src/store/plan-file.ts'
import { startStateProxy } from './proxy.ts'
import { BACKEND_BLOCK, type Checkout, openStage, type ProvisionStage, type SettingOptions } from './stage.ts'

const HEAD = '1234567890abcdef1234567890abcdef12345678'
const HOUR = 3_600_000

let stage: ProvisionStage
let key: string
let otherKey: string
let checkout: Checkout
let serial = 0
/** Of the last preview. */
let reviewed: Review | undefined

const SHOWING = { repositoryId: '123456', pullRequest: 1, run: '1', salt: '0'.repeat(32) }

const credentials = {
  AWS_ACCESS_KEY_ID: 'bootstrap',
  AWS_SECRET_ACCESS_KEY: 'bootstrap',
  AWS_SESSION_TOKEN: 'none',
}
const bucket = () => openBucket({ bucket: STATE_BUCKET, region: REGION, credentials, env: stage.aws.env })

beforeAll(async () => {
  stage = await openStage()
  const kms = new KMSClient({
    region: REGION,
    endpoint: stage.aws.url,
    credentials: { accessKeyId: 'bootstrap', secretAccessKey: 'bootstrap' },
  })
  const make = async () => (await kms.send(new CreateKeyCommand({}))).KeyMetadata?.Arn ?? ''
  key = await make()
  otherKey = await make()
  kms.destroy()
}, 180_000)
afterAll(() => stage.stop())
beforeEach(() => {
  serial++
  reviewed = undefined
  checkout = stage.checkout()
})

const settings = (): PlanStoreSettings & { commit: string } => ({
  bucket: STATE_BUCKET,
  prefix: `plans/${serial}`,
  key,
  maxAge: 72 * HOUR,
  commit: HEAD,
})

interface Options {
  readonly at?: Checkout
  readonly run?: Partial<Provisioning>
  readonly setting?: SettingOptions
}

/** What a job of the pull request does, in a checkout of its own; afterwards a review of it is kept. */
async function preview({ at = checkout, run = {}, setting = {} }: Options = {}) {
  const made = at.copy().setting({
    event: 'pull_request',
    ...setting,
    provisioning: { command: 'plan', planStore: settings(), ...run },
  })
  const plan = await made.run.plan()
  await made.run.publish(plan)
  await made.run.close()
  reviewed = await reviewOf(plan, { ...SHOWING, commit: settings().commit })
  return plan
}

/** What the job after the merge does first, in a checkout of its own. */
function prepare({ at = checkout, run = {}, setting = {} }: Options = {}) {
  const made = at.copy().setting({
    ...setting,
    provisioning: { command: 'apply', planStore: settings(), ...run },
  })
  const checked = async (plan: ProvisionPlan) => {
    if (reviewed === undefined) throw new Error('nothing was shown')
    return compareWithReview(plan, reviewed)
  }
  return { ...made, checked, planning: made.run.plan(reviewed) }
}

async function release(options: Options = {}) {
  const { run, planning, lines, checked } = prepare(options)
  const plan = await planning
  expect(['equal', 'remainder']).toContain((await checked(plan)).verdict)
  return { plan, outcome: await ended(run, plan, forwards()), lines }
}

const codesOf = (work: Promise<unknown>) =>
  work.then(
    () => ['no failure'],
    (error: unknown) => {
      const found = failuresIn(error).map(({ code }) => code)
      if (found.length === 0) throw error
      return found
    },
  )

const keyOf = (name: string) => `terraform/stacks/dev/saved-${serial}/${name}.tfstate`
const backend = (name: string) => BACKEND_BLOCK.replace('{}', `{\n    key = "${keyOf(name)}"\n  }`)
const thing = (value: string) => `resource "terraform_data" "this" {\n  input = ${value}\n}\n`

function write(name: string, code: string, at = checkout): void {
  at.write(`stacks/${name}/main.tf`, backend(name) + code)
}

async function sealedPlan(): Promise<{ name: string; bytes: Buffer }> {
  const names = await stage.aws.listObjects(STATE_BUCKET)
  const name = names.find((each) => each.startsWith(`plans/${serial}/`) && each.endsWith('.sealed'))
  if (name === undefined) throw new Error('no plan was saved')
  return { name, bytes: Buffer.from((await bucket().get(name)) ?? []) }
}

/** What a hostile pull request could do with the credentials of its preview: a plan file of its own making. */
async function forgedPlan(code: Readonly<Record<string, string>>): Promise<Buffer> {
  const hostile = checkout.copy()
  for (const [name, text] of Object.entries(code)) hostile.write(`stacks/one/${name}`, text)
  const there = hostile.setting({ provisioning: { command: 'plan' } })
  await there.run.plan()
  return readFileSync(join(there.world.temp, 'terraform/one.tfplan'))
}

/** An environment in which `plan` leaves the forged file in the place of its own. */
async function leaving(forged: Buffer): Promise<Record<string, string>> {
  const bin = mkdtempSync(join(stage.folder, 'bin-'))
  writeFileSync(join(bin, 'forged.tfplan'), forged)
  const path = checkout.setting().world.env['PATH'] ?? ''
  for (const tool of ['terraform', 'tofu']) {
    const real = execFileSync('sh', ['-c', `command -v ${tool} || true`], {
      encoding: 'utf8',
      env: { PATH: path },
    }).trim()
    if (real === '') continue
    writeFileSync(
      join(bin, tool),
      `#!/bin/sh\n"${real}" "$@"\ncode=$?\nif [ "$1" = plan ]; then for arg in "$@"; do case "$arg" in -out=*) cp "${bin}/forged.tfplan" "\${arg#-out=}";; esac; done; fi\nexit $code\n`,
      { mode: 0o755 },
    )
  }
  return { PATH: [bin, path].join(delimiter) }
}

describe.each([
  ['Terraform', {}],
  ['OpenTofu', { '.opentofu-version': openTofuVersion() }],
])('a plan saved by %s', (_tool, files: Readonly<Record<string, string>>) => {
  beforeEach(() => {
    for (const [file, text] of Object.entries(files)) checkout.write(file, text)
  })

  test('is applied exactly as it was reviewed, in another checkout, with the lock file that it was made with', async () => {
    write(
      'logs',
      `provider "aws" {}\n\nvariable "days" {\n  type    = number\n  default = 7\n}\n\nresource "aws_cloudwatch_log_group" "this" {\n  name              = "saved-${serial}"\n  retention_in_days = var.days\n}\n`,
    )
    const shown = await preview()
    const { plan, outcome, lines } = await release()
    expect(plan.digest).toBe(shown.digest)
    expect(outcome.status).toBe('succeeded')
    expect(lines.join('\n')).toContain('the plan that was saved for 1234567890ab')
    const drifted = checkout.copy().setting({ provisioning: { command: 'plan' } })
    expect((await drifted.run.plan()).changes).toEqual([])
  }, 120_000)

  test('is refused when it holds code that the checkout does not have, and nothing of that runs', async () => {
    write('one', thing('1'))
    const marker = join(stage.folder, `ran-${serial}`)
    const forged = await forgedPlan({
      'main.tf': `${backend('one')}resource "terraform_data" "this" {\n  input = 1\n  provisioner "local-exec" {\n    command = "touch ${marker}"\n  }\n}\n`,
    })
    await preview({ setting: { env: await leaving(forged) } })
    const error = await prepare().planning.catch((thrown: unknown) => thrown)
    expect(failuresIn(error)).toMatchObject([
      { code: 'PLAN_CONFIGURATION', why: 'main.tf of the stack itself is another one.' },
    ])
    const more = await forgedPlan({
      'main.tf': backend('one') + thing('1'),
      'more_override.tf': `resource "terraform_data" "this" {\n  provisioner "local-exec" {\n    command = "touch ${marker}"\n  }\n}\n`,
    })
    await preview({ setting: { env: await leaving(more) } })
    const another = await prepare().planning.catch((thrown: unknown) => thrown)
    expect(failuresIn(another)).toMatchObject([
      { code: 'PLAN_CONFIGURATION', why: 'more_override.tf of the stack itself is only in the plan file.' },
    ])
    expect(existsSync(marker)).toBe(false)
  }, 120_000)

  test('names the backend that it writes to', async () => {
    write('one', thing('1'))
    const { run, world } = checkout.setting({ provisioning: { command: 'plan' } })
    await run.plan()
    const file = readFileSync(join(world.temp, 'terraform/one.tfplan'))
    expect(backendIn(file)).toMatchObject({
      type: 's3',
      workspace: 'default',
      config: { bucket: STATE_BUCKET, key: keyOf('one'), region: REGION, encrypt: true, use_lockfile: true },
    })
  }, 60_000)
})

describe('a saved plan', () => {
  beforeEach(() => write('one', thing('1')))

  test('is saved when it is published: to plan writes nothing to the bucket', async () => {
    const made = checkout.setting({
      event: 'pull_request',
      provisioning: { command: 'plan', planStore: settings() },
    })
    const before = await stage.aws.listObjects(STATE_BUCKET)
    const plan = await made.run.plan()
    expect(await stage.aws.listObjects(STATE_BUCKET)).toEqual(before)
    await made.run.publish(plan)
    const after = await stage.aws.listObjects(STATE_BUCKET)
    expect(after.filter((name) => !before.includes(name))).toEqual([
      expect.stringMatching(
        /^plans\/\d+\/123456\/1234567890abcdef.*\/stacks\/one\/.*\/[0-9a-f]{64}\.sealed$/,
      ),
    ])
  }, 60_000)

  test('is what was shown, whatever another stack has written over its file since, and is what the apply loads', async () => {
    const made = checkout.setting({
      event: 'pull_request',
      provisioning: { command: 'plan', planStore: settings() },
    })
    const plan = await made.run.plan()
    const file = join(made.world.temp, 'terraform/one.tfplan')
    const shown = readFileSync(file)
    writeFileSync(file, 'another plan')
    await made.run.publish(plan)
    await made.run.close()
    reviewed = await reviewOf(plan, { ...SHOWING, commit: HEAD })
    const { run, world, planning } = prepare()
    expect((await planning).digest).toBe(plan.digest)
    expect(readFileSync(join(world.temp, 'terraform/one.tfplan'))).toEqual(shown)
    expect((await ended(run, await planning, forwards())).status).toBe('succeeded')
  }, 60_000)

  test('is used once: a replay is refused as long as there is something left, and finds nothing to do else', async () => {
    await preview()
    const { outcome } = await release()
    expect(outcome.status).toBe('succeeded')
    expect((await release()).plan.changes).toEqual([])
    // Somebody takes away what was applied: the old plan would make it again.
    await bucket().delete(keyOf('one'))
    await expect(prepare().planning).rejects.toMatchObject({
      code: 'PLAN_USED',
      what: expect.stringContaining('octocat at '),
    })
  }, 60_000)

  test('is used by one of two runs that come at once', async () => {
    write(
      'one',
      `${thing('1')}resource "terraform_data" "slow" {\n  provisioner "local-exec" {\n    command = "sleep 1"\n  }\n}\n`,
    )
    await preview()
    const runs = [prepare(), prepare()]
    const plans = await Promise.all(runs.map(({ planning }) => planning))
    const outcomes = await Promise.all(
      runs.map(({ run }, index) => {
        const plan = plans[index]
        if (plan === undefined) throw new Error('there is a plan for each run')
        return ended(run, plan, forwards())
      }),
    )
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['failed', 'succeeded'])
    expect(outcomes.flatMap(({ failures }) => failures)).toMatchObject([
      { message: expect.stringContaining('The saved plan of stacks/one was used already') },
    ])
  }, 60_000)

  test('that has nothing to do is made anew: what has changed since is not called nothing to do', async () => {
    await preview()
    await release()
    await preview()
    const untouched = prepare()
    const again = await untouched.planning
    expect(again.changes).toEqual([])
    expect((await untouched.checked(again)).verdict).toBe('equal')
    const meanwhile = stage.checkout()
    write('one', thing('2'), meanwhile)
    const other = meanwhile.setting()
    await applied(other.run, await other.run.plan(), forwards())
    const drifted = prepare()
    const plan = await drifted.planning
    expect(plan.changes).toMatchObject([{ action: 'update', address: 'one/terraform_data.this' }])
    expect((await drifted.checked(plan)).verdict).toBe('different')
  }, 60_000)

  test('is refused when its state has changed since, before anything is touched', async () => {
    await preview()
    const meanwhile = stage.checkout()
    write('one', thing('2'), meanwhile)
    const other = meanwhile.setting()
    await ended(other.run, await other.run.plan(), forwards())
    const before = Buffer.from((await bucket().get(keyOf('one'))) ?? []).toString()
    const { outcome } = await release()
    expect(outcome).toMatchObject({ status: 'failed', changed: false })
    expect(outcome.failures).toMatchObject([
      {
        message: expect.stringContaining('can no longer be applied: its state was changed since it was made'),
      },
    ])
    expect(Buffer.from((await bucket().get(keyOf('one'))) ?? []).toString()).toBe(before)
  }, 60_000)

  test('is refused when it is not there, under the very name that the review says', async () => {
    await preview()
    const { name } = await sealedPlan()
    expect(name).toContain(`/${reviewed?.from['bundle of one']}.sealed`)
    await bucket().delete(name)
    expect(await codesOf(prepare().planning)).toEqual(['PLAN_MISSING'])
  }, 60_000)

  test('that no review names is not looked at: the apply plans itself, and is compared', async () => {
    await preview()
    const shown = reviewed
    reviewed = undefined
    const { run, planning, lines } = prepare()
    const plan = await planning
    expect(lines.join('\n')).not.toContain('the plan that was saved')
    expect(plan.saved).toEqual({})
    // It was shown with the bundle, and would be applied without.
    if (shown === undefined) throw new Error('nothing was shown')
    expect(await compareWithReview(plan, shown)).toMatchObject({
      verdict: 'different',
      differences: [{ address: 'from: bundle of one' }],
    })
    await run.close()
  }, 60_000)

  test('is never written over, whoever may write there', async () => {
    await preview()
    const { name, bytes } = await sealedPlan()
    expect(await bucket().put(name, 'another', { once: true })).toBe(false)
    const other = { ...(reviewed as Review), from: { ...reviewed?.from } }
    await preview()
    const names = (await stage.aws.listObjects(STATE_BUCKET)).filter(
      (each) => each.startsWith(`plans/${serial}/`) && each.endsWith('.sealed'),
    )
    // Sealed twice, they are two.
    expect(names).toHaveLength(2)
    reviewed = other
    expect(Buffer.from((await bucket().get(name)) ?? [])).toEqual(bytes)
    expect((await release()).outcome.status).toBe('succeeded')
  }, 120_000)

  test('is refused when another one lies under its name', async () => {
    await preview()
    const { name } = await sealedPlan()
    const honest = reviewed
    write('one', `${thing('1')}# another\n`)
    await preview()
    const others = (await stage.aws.listObjects(STATE_BUCKET)).filter(
      (each) => each.startsWith(`plans/${serial}/`) && each.endsWith('.sealed') && each !== name,
    )
    await bucket().put(name, (await bucket().get(others[0] ?? '')) ?? '')
    reviewed = honest
    await expect(prepare().planning).rejects.toMatchObject({
      code: 'PLAN_TAMPERED',
      what: expect.stringContaining('not those that the review names'),
    })
  }, 120_000)

  test('is refused when it is too old', async () => {
    await preview()
    const planStore = { ...settings(), maxAge: 1 }
    await expect(prepare({ run: { planStore } }).planning).rejects.toMatchObject({
      code: 'PLAN_TOO_OLD',
      why: expect.stringContaining('`plan-max-age` allows 1 ms'),
    })
  }, 60_000)

  test('is refused for other code than it was made from', async () => {
    await preview()
    write('one', thing('3'))
    await expect(prepare().planning).rejects.toMatchObject({
      code: 'PLAN_BOUND_ELSEWHERE',
      why: expect.stringMatching(/^Its code is sha256:[0-9a-f]{64}, and this run has sha256:[0-9a-f]{64}\.$/),
      fix: expect.stringContaining('require branches to be up to date'),
    })
  }, 60_000)

  test('is refused when it was put where the plan of another repository, commit or state is looked for', async () => {
    await preview()
    const { name, bytes } = await sealedPlan()
    const moved = async (options: Options, place: (name: string) => string) => {
      await bucket().put(place(name), bytes)
      const failed = await prepare(options).planning.catch((error: unknown) => error)
      return failuresIn(failed).map(({ code, why }) => [code, why])
    }
    const other = 'f'.repeat(40)
    expect(
      await moved({ run: { planStore: { ...settings(), commit: other } } }, (path) =>
        path.replace(HEAD, other),
      ),
    ).toEqual([['PLAN_BOUND_ELSEWHERE', `Its commit is ${HEAD}, and this run has ${other}.`]])
    const [, target = ''] = /\/([0-9a-f]{16})\/[0-9a-f]{64}\.sealed$/.exec(name) ?? []
    const wrong = { run: { backend: { bucket: STATE_BUCKET, key: 'terraform/stacks/prod/one.tfstate' } } }
    const missing = await prepare(wrong).planning.catch((error: unknown) => error)
    const [, wanted = ''] =
      /\/([0-9a-f]{16})\/[0-9a-f]{64}\.sealed/.exec(failuresIn(missing)[0]?.why ?? '') ?? []
    expect(await moved(wrong, (path) => path.replace(target, wanted))).toEqual([
      [
        'PLAN_BOUND_ELSEWHERE',
        `Its key of the state is ${keyOf('one')}, and this run has terraform/stacks/prod/one.tfstate.`,
      ],
    ])
  }, 60_000)

  test('is refused when its plan file writes to another state than its seal says', async () => {
    const forged = await forgedPlan({
      'main.tf': `${BACKEND_BLOCK.replace('{}', '{\n    key = "terraform/stacks/dev/victim.tfstate"\n  }')}${thing('1')}`,
    })
    await preview({ setting: { env: await leaving(forged) } })
    await expect(prepare().planning).rejects.toMatchObject({
      code: 'PLAN_BOUND_ELSEWHERE',
      what: 'The plan file that was saved for stacks/one writes to another state.',
      why: `Its key is terraform/stacks/dev/victim.tfstate, and this run has ${keyOf('one')}.`,
    })
  }, 60_000)

  test('is refused when a byte of any of its regions was changed in the bucket', async () => {
    await preview()
    const { name, bytes } = await sealedPlan()
    const header = bytes.readUInt32BE(9)
    const inHeader = (text: string) => bytes.indexOf(text) + text.length
    const regions = {
      magic: 0,
      format: 8,
      'length of the header': 12,
      binding: inHeader('"createdAt":"20'),
      'encrypted data key': inHeader('"encryptedKey":"') + 20,
      nonce: inHeader('"nonce":"'),
      ciphertext: 13 + header + 100,
      tag: bytes.length - 1,
    }
    const seen: Record<string, string[]> = {}
    for (const [region, at] of Object.entries(regions)) {
      const changed = Buffer.from(bytes)
      changed.writeUInt8(changed.readUInt8(at) ^ 0x01, at)
      await bucket().put(name, changed)
      seen[region] = await codesOf(prepare().planning)
    }
    await bucket().put(name, bytes.subarray(0, -200))
    seen['cut off'] = await codesOf(prepare().planning)
    for (const [region, codes] of Object.entries(seen)) {
      expect([region, ...codes]).toEqual([region, expect.stringMatching(/^PLAN_(?:TAMPERED|KEY_REFUSED)$/)])
    }
    await bucket().put(name, bytes)
    expect((await release()).outcome.status).toBe('succeeded')
  }, 120_000)

  test('is refused with another key, and says what the key does not do', async () => {
    await preview()
    await expect(
      prepare({ run: { planStore: { ...settings(), key: otherKey } } }).planning,
    ).rejects.toMatchObject({
      code: 'PLAN_KEY_REFUSED',
    })
    const missing = key.replace(/[^/]+$/, '00000000-0000-0000-0000-000000000000')
    await expect(preview({ run: { planStore: { ...settings(), key: missing } } })).rejects.toMatchObject({
      code: 'PLAN_KEY_REFUSED',
      fix: expect.stringContaining('kms:GenerateDataKey'),
    })
  }, 60_000)

  test('of a stack that waits for another is not missed', async () => {
    write('below', `${thing('"made"')}output "value" {\n  value = terraform_data.this.output\n}\n`)
    write(
      'one',
      `data "terraform_remote_state" "below" {\n  backend = "s3"\n  config = {\n    bucket = "${STATE_BUCKET}"\n    region = "${REGION}"\n    key    = "${keyOf('below')}"\n  }\n}\n${thing('data.terraform_remote_state.below.outputs.value')}`,
    )
    const shown = await preview()
    expect(shown.parts.map(({ name, status }) => [name, status])).toEqual([
      ['below', 'planned'],
      ['one', 'waiting'],
    ])
    const { plan, outcome } = await release()
    expect(plan.digest).toBe(shown.digest)
    expect(outcome.status).toBe('succeeded')
  }, 60_000)

  test('comes with the files that planning made', async () => {
    const bin = join(stage.folder, `bin-${serial}`)
    mkdirSync(bin)
    const real = execFileSync('sh', ['-c', 'command -v terraform'], { encoding: 'utf8' }).trim()
    // What the archive provider does: a zip is made while planning, and its path is in the plan.
    writeFileSync(
      join(bin, 'terraform'),
      `#!/bin/sh\nif [ "$1" = plan ]; then mkdir -p build && printf packed > build/function.zip; fi\nexec "${real}" "$@"\n`,
      { mode: 0o755 },
    )
    const uploaded = join(stage.folder, `uploaded-${serial}`)
    write(
      'one',
      `resource "terraform_data" "code" {\n  input = "\${path.module}/build/function.zip"\n  provisioner "local-exec" {\n    command = "cp '\${self.input}' '${uploaded}'"\n  }\n}\n`,
    )
    const path = checkout.setting().world.env['PATH'] ?? ''
    await preview({ setting: { env: { PATH: [bin, path].join(delimiter) } } })
    const { outcome } = await release()
    expect(outcome.status).toBe('succeeded')
    expect(readFileSync(uploaded, 'utf8')).toBe('packed')
  }, 60_000)

  test('says which permission is missing when the bucket does not let it in', async () => {
    const planStore = { ...settings(), bucket: 'no-such-bucket' }
    await expect(preview({ run: { planStore } })).rejects.toMatchObject({
      code: 'PLAN_STORE_REFUSED',
      fix: expect.stringContaining('s3:PutObject'),
    })
    await preview()
    expect(await codesOf(prepare({ run: { planStore } }).planning)).toEqual(['PLAN_STORE_REFUSED'])
  }, 60_000)
})

test('a state that the backend does not take is kept in the plan store, and the log says how to bring it back', async () => {
  write(
    'one',
    `${thing('1')}resource "terraform_data" "slow" {\n  provisioner "local-exec" {\n    command = "sleep 2"\n  }\n}\n`,
  )
  const backend = { bucket: STATE_BUCKET, use_path_style: 'true' }
  await preview({ run: { backend } })
  const proxy = await startStateProxy(stage.aws.url)
  try {
    const { run, planning, lines, world } = prepare({
      run: { backend },
      setting: { env: { AWS_ENDPOINT_URL_S3: proxy.url } },
    })
    const plan = await planning
    proxy.treat = { refuse: true }
    const outcome = await ended(run, plan, forwards())
    expect(outcome.status).toBe('failed')
    const [, place = ''] =
      /is kept in s3:\/\/omninode-state\/(\S+errored\.tfstate):/.exec(lines.join('\n')) ?? []
    expect(place).toContain(`plans/${serial}/123456/rescued/1-1/stacks/one/errored.tfstate`)
    const state = JSON.parse(Buffer.from((await bucket().get(place)) ?? []).toString())
    expect(
      state.resources.map(({ type, name }: { type: string; name: string }) => `${type}.${name}`),
    ).toEqual(['terraform_data.slow', 'terraform_data.this'])
    expect(existsSync(join(world.workspace, 'stacks/one/errored.tfstate'))).toBe(true)
  } finally {
    await proxy.stop()
  }
}, 90_000)
