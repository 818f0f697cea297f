/** What a pull request showed and what is applied after its merge, in checkouts and with roles of their own. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { REGION } from '#sandbox/aws/aws.ts'
import { openTofuVersion } from '#sandbox/opentofu/opentofu.ts'
import { STATE_BUCKET } from '#sandbox/terraform/bootstrap.ts'
import type { Forwards } from '#toolkit/action/step.ts'
import { ended } from '#toolkit/action/test/applied.ts'
import { forwards } from '#toolkit/action/test/forwards.ts'
import { openBucket } from '#toolkit/aws/s3.ts'
import { Failure } from '#toolkit/model/failure.ts'
import type { Plan, Remembered } from '#toolkit/model/plan.ts'
import { type Comparison, compareWithReview, reviewOf } from '#toolkit/model/review.ts'
import { BACKEND_BLOCK, type Checkout, openStage, type ProvisionStage, type SettingOptions } from './stage.ts'

const SHOWING = { repositoryId: '123456', pullRequest: 1, commit: 'c', run: '1', salt: '0'.repeat(32) }
const credentials = {
  AWS_ACCESS_KEY_ID: 'bootstrap',
  AWS_SECRET_ACCESS_KEY: 'bootstrap',
  AWS_SESSION_TOKEN: 'none',
}

let stage: ProvisionStage
let checkout: Checkout
let serial = 0
beforeAll(async () => {
  stage = await openStage()
}, 180_000)
afterAll(() => stage.stop())
beforeEach(() => {
  serial++
  checkout = stage.checkout()
})

const keyOf = (name: string) => `terraform/stacks/dev/review-${serial}/${name}.tfstate`
const backend = (name: string) => BACKEND_BLOCK.replace('{}', `{\n    key = "${keyOf(name)}"\n  }`)
const thing = (value: string) => `resource "terraform_data" "this" {\n  input = ${value}\n}\n`
const write = (name: string, code: string) => checkout.write(`stacks/${name}/main.tf`, backend(name) + code)
const bucket = () => openBucket({ bucket: STATE_BUCKET, region: REGION, credentials, env: stage.aws.env })

async function noteOf(name: string): Promise<Remembered | undefined> {
  const bytes = await bucket().get(`${keyOf(name)}.released`)
  return bytes === undefined ? undefined : JSON.parse(Buffer.from(bytes).toString())
}

async function shown(more: SettingOptions = {}): Promise<Plan> {
  const { run } = checkout
    .copy()
    .setting({ event: 'pull_request', ...more, provisioning: { command: 'plan', ...more.provisioning } })
  const plan = await run.plan()
  await run.close()
  return plan
}

/** The plan after the merge, beside what was shown before. */
async function compared(before: Plan, at: Checkout = checkout.copy(), more: SettingOptions = {}) {
  const { run } = at.setting(more)
  const place = await run.place()
  const plan = await run.plan(await reviewOf(before, SHOWING))
  const comparison: Comparison = await compareWithReview(plan, await reviewOf(before, SHOWING))
  return { run, place, plan, comparison }
}

/** A repository of git with a module, as a source that needs no network. */
function fetchedModule(code: string): string {
  const folder = join(stage.folder, `module-${serial}-${Math.random().toString(36).slice(2)}`)
  mkdirSync(folder)
  writeFileSync(join(folder, 'main.tf'), code)
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', ...args], {
      cwd: folder,
      stdio: 'pipe',
    })
  git('init', '-q')
  git('add', '.')
  git('commit', '-qm', 'Make it')
  return `git::file://${folder}`
}

describe.each([
  ['Terraform', {}],
  ['OpenTofu', { '.opentofu-version': openTofuVersion() }],
])('what %s would do', (_tool, files: Readonly<Record<string, string>>) => {
  beforeEach(() => {
    for (const [file, text] of Object.entries(files)) checkout.write(file, text)
  })

  test('is equal in another checkout, with another role, in another run, later, also where a fetched module says its path', async () => {
    const source = fetchedModule('output "path" {\n  value = path.module\n}\n')
    write('one', `module "far" {\n  source = "${source}"\n}\n\n${thing('module.far.path')}`)
    const before = await shown({ github: { id: '7', sha: 'd'.repeat(40) } })
    expect(before.changes[0]?.after).toMatchObject({ input: '.terraform/omninode/modules/far' })
    const later = { clock: () => new Date(Date.now() + 3_600_000), github: { id: '8' } }
    const { run, place, plan, comparison } = await compared(before, checkout.copy(), later)
    expect(comparison).toEqual({ verdict: 'equal', differences: [] })
    expect([plan.digest, plan.sources]).toEqual([before.digest, before.sources])
    expect(place).toEqual({ target: before.target, where: before.where })
    expect(plan.where).toMatchObject({
      account: '123456789012',
      region: REGION,
      'state of one': keyOf('one'),
    })
    expect((await ended(run, plan, forwards())).status).toBe('succeeded')
    await run.close()
  }, 120_000)

  test('is another one when a fetched module is, although nothing of it shows', async () => {
    const source = fetchedModule('output "path" {\n  value = path.module\n}\n')
    write('one', `module "far" {\n  source = "${source}"\n}\n\n${thing('module.far.path')}`)
    const before = await shown()
    const folder = source.replace('git::file://', '')
    writeFileSync(join(folder, 'more.tf'), '# something else\n')
    execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', 'add', '.'], { cwd: folder })
    execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', 'commit', '-qm', 'x'], {
      cwd: folder,
    })
    const { run, comparison } = await compared(before)
    expect(comparison.differences.map(({ address }) => address)).toEqual(['from: module.far of one'])
    await run.close()
  }, 120_000)
})

describe('what was shown', () => {
  test('is told apart by place: two environments of one directory are two targets', async () => {
    checkout.write('stacks/one/main.tf', `${BACKEND_BLOCK}${thing('1')}`)
    const at = (key: string, workspace?: string) =>
      shown({
        provisioning: { backend: { bucket: STATE_BUCKET, key: `terraform/stacks/dev/${key}` } },
        ...(workspace === undefined ? {} : { env: { TF_WORKSPACE: workspace } }),
      })
    const dev = await at(`a-${serial}.tfstate`)
    const prod = await at(`b/${serial}.tfstate`)
    expect(new Set([dev.target, prod.target, dev.digest, prod.digest]).size).toBe(4)
  }, 60_000)

  test('is not what another file, another value of a variable, or another file with values would make', async () => {
    write('one', `variable "v" {\n  type = string\n}\n${thing('"x"')}`)
    checkout.write('stacks/one/a.auto.tfvars', 'v = "1"\n')
    checkout.write('more.tfvars', 'v = "2"\n')
    const with_ = {
      env: { TF_VAR_v: '0' },
      provisioning: { varFiles: [{ file: 'more.tfvars', sha256: 'a'.repeat(64) }] },
    }
    const before = await shown(with_)
    const other = async (change: (at: Checkout) => void, more: SettingOptions = {}) => {
      const at = checkout.copy()
      change(at)
      const { run, comparison } = await compared(before, at, { ...with_, ...more })
      await run.close()
      return comparison.differences.map(({ address, what }) => `${address} (${what})`)
    }
    expect(await other(() => undefined)).toEqual([])
    expect(await other((at) => at.write('stacks/one/x.txt', 'x'))).toEqual([
      'from: stacks/one/x.txt (other bytes than were reviewed)',
    ])
    expect(await other((at) => at.write('stacks/one/a.auto.tfvars', 'v = "3"\n'))).toEqual([
      'from: stacks/one/a.auto.tfvars (a sensitive value differs from the review)',
    ])
    expect(await other(() => undefined, { env: { TF_VAR_v: '9' } })).toEqual([
      'with: variables (a sensitive value differs from the review)',
    ])
  }, 180_000)
})

describe('what a state was released from', () => {
  const next: Remembered = { commit: 'b'.repeat(40), run: '9' }

  test('is asked about and written before the first change, and is in the next plan', async () => {
    const marker = join(stage.folder, `order-${serial}`)
    write(
      'one',
      `resource "terraform_data" "this" {\n  provisioner "local-exec" {\n    command = "echo change >> ${marker}"\n  }\n}\n`,
    )
    const { run } = checkout.setting()
    const plan = await run.plan()
    expect(plan.released).toEqual({})
    const asked: Forwards = {
      next,
      allow: async (part, remembered) => {
        expect([part, remembered, await noteOf('one')]).toEqual(['one', undefined, undefined])
        writeFileSync(marker, 'allowed\n')
      },
    }
    expect((await ended(run, plan, asked)).status).toBe('succeeded')
    await run.close()
    expect(readFileSync(marker, 'utf8')).toBe('allowed\nchange\n')
    expect(await noteOf('one')).toEqual(next)
    expect((await shown()).released).toEqual({ one: next })
    expect(await stage.locks()).toEqual([])
  }, 60_000)

  test('refuses an older release of one stack by name, changes nothing there, and lets the others be released', async () => {
    write('one', thing('1'))
    write('two', thing('1'))
    await bucket().put(`${keyOf('one')}.released`, JSON.stringify({ commit: 'c'.repeat(40), run: '10' }))
    const { run } = checkout.setting()
    const plan = await run.plan()
    expect(plan.released).toEqual({ one: { commit: 'c'.repeat(40), run: '10' } })
    const outcome = await ended(run, plan, {
      next,
      allow: async (_part, remembered) => {
        if (remembered !== undefined)
          throw new Failure({ code: 'RELEASE_OLDER', what: 'A later one has taken its place.' })
      },
    })
    await run.close()
    expect(outcome.status).toBe('failed')
    expect(outcome.results).toMatchObject([
      { address: 'two/terraform_data.this', status: 'done' },
      { address: 'one/terraform_data.this', status: 'skipped' },
    ])
    expect(outcome.failures).toMatchObject([
      { message: expect.stringContaining('A later one has taken its place.') },
    ])
    expect(await bucket().get(keyOf('one'))).toBeUndefined()
    expect([await noteOf('one'), await noteOf('two')]).toEqual([{ commit: 'c'.repeat(40), run: '10' }, next])
  }, 60_000)

  test('stays written when the release fails half way, so that only it or a later one goes on', async () => {
    write(
      'one',
      'resource "terraform_data" "this" {\n  provisioner "local-exec" {\n    command = "exit 1"\n  }\n}\n',
    )
    const { run } = checkout.setting()
    expect((await ended(run, await run.plan(), forwards(next))).status).toBe('failed')
    await run.close()
    expect(await noteOf('one')).toEqual(next)
  }, 60_000)

  test('is of the workspace, and not of the key alone', async () => {
    write('one', thing('1'))
    const { run } = checkout.setting({
      env: { TF_WORKSPACE: 'other' },
      provisioning: { backend: { bucket: STATE_BUCKET, workspace_key_prefix: 'terraform/stacks/dev' } },
    })
    const plan = await run.plan()
    expect(plan.where).toMatchObject({
      workspace: 'other',
      'state of one': `terraform/stacks/dev/other/${keyOf('one')}`,
    })
    expect((await ended(run, plan, forwards(next))).status).toBe('succeeded')
    await run.close()
    expect(await bucket().get(`terraform/stacks/dev/other/${keyOf('one')}`)).toBeDefined()
    expect(await bucket().get(`terraform/stacks/dev/other/${keyOf('one')}.released`)).toBeDefined()
    expect(await noteOf('one')).toBeUndefined()
  }, 60_000)

  test('of two releases that were planned at once, the one that comes second finds its plan stale or the note of the first', async () => {
    write('one', thing('1'))
    const first = checkout.copy().setting()
    const second = checkout.copy().setting()
    const plans = [await first.run.plan(), await second.run.plan()] as const
    const newer = { commit: 'e'.repeat(40), run: '20' }
    expect((await ended(second.run, plans[1], forwards(newer))).status).toBe('succeeded')
    const allow: Forwards['allow'] = async (_part, remembered) => {
      if (remembered?.commit === newer.commit) throw new Failure({ code: 'RELEASE_OLDER', what: 'older' })
    }
    const late = await ended(first.run, plans[0], { next, allow })
    expect(late).toMatchObject({ status: 'failed', changed: false })
    // Had it been let pass before the newer one wrote its note, its plan would be stale.
    const third = await ended(first.run, plans[0], forwards(next))
    expect(third).toMatchObject({ status: 'failed', changed: false })
    expect(third.failures).toMatchObject([
      {
        message: expect.stringContaining('can no longer be applied: its state was changed since it was made'),
      },
    ])
  }, 90_000)
})

describe('the role to plan with', () => {
  test.each(['push', 'workflow_dispatch', 'merge_group', 'issue_comment', 'schedule'])(
    'is the one that may only read, also on %s',
    async (event) => {
      write('one', thing('1'))
      const { run, lines } = checkout.setting({ github: { event }, provisioning: { command: 'plan' } })
      await run.plan()
      await run.close()
      expect(lines.join('\n')).toContain('planning as omninode-dev-plan')
    },
    60_000,
  )

  test('is also that of a dry run of an apply', async () => {
    write('one', thing('1'))
    const { run, lines } = checkout.setting({
      event: 'pull_request',
      provisioning: { command: 'apply', applies: false },
    })
    await run.plan()
    await run.close()
    expect(lines.join('\n')).toContain('planning as omninode-dev-plan')
  }, 60_000)
})

test('what Terraform starts sees no token of the job, and no variable that is not named', async () => {
  const file = join(stage.folder, `environment-${serial}`)
  write(
    'one',
    `resource "terraform_data" "this" {\n  provisioner "local-exec" {\n    command = "env > ${file}"\n  }\n}\n`,
  )
  const tokens = {
    GITHUB_TOKEN: 'ghs_token',
    GITHUB_EVENT_PATH: '/event.json',
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'jwt',
    ACTIONS_ID_TOKEN_REQUEST_URL: 'https://token.example',
    'INPUT_GITHUB-TOKEN': 'ghs_token',
    NPM_TOKEN: 'npm_token',
    TF_TOKEN_registry_example: 'registry',
    CLOUDFLARE_API_TOKEN: 'wanted',
  }
  const { run } = checkout.setting({ env: tokens, provisioning: { passed: ['CLOUDFLARE_API_TOKEN'] } })
  expect((await ended(run, await run.plan(), forwards())).status).toBe('succeeded')
  await run.close()
  const seen = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.split('=')[0] ?? '')
  expect(seen.filter((name) => Object.hasOwn(tokens, name))).toEqual(['CLOUDFLARE_API_TOKEN'])
  const unknown = seen.filter(
    (name) =>
      name !== '' &&
      !/^(?:PATH|HOME|PWD|OLDPWD|SHLVL|_|TMPDIR|LANG|LC_.*|XDG_.*|TF_.*|CHECKPOINT_DISABLE|GOGC|GOMEMLIMIT|CLOUDFLARE_API_TOKEN)$/.test(
        name,
      ) &&
      !/^AWS_(?:REGION|ACCESS_KEY_ID|SECRET_ACCESS_KEY|SESSION_TOKEN|ENDPOINT_URL.*|EC2_METADATA_DISABLED)$/.test(
        name,
      ),
  )
  expect(unknown).toEqual([])
}, 60_000)
