import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { REGION } from '#sandbox/aws/aws.ts'
import { type GitHubServer, startGitHub } from '#sandbox/github/server.ts'
import { STATE_BUCKET } from '#sandbox/terraform/bootstrap.ts'
import { applied, ended } from '#toolkit/action/test/applied.ts'
import { forwards } from '#toolkit/action/test/forwards.ts'
import { openBucket } from '#toolkit/aws/s3.ts'
import { createGitHub } from '#toolkit/github/client.ts'
import { failuresIn } from '#toolkit/model/failure.ts'
import { headline } from '#toolkit/report/wording.ts'
import type { ProvisionCommand } from '../../src/provisioning.ts'
import { type StateProxy, startStateProxy } from './proxy.ts'
import { BACKEND_BLOCK, type Checkout, openStage, type ProvisionStage, type SettingOptions } from './stage.ts'

let stage: ProvisionStage
let checkout: Checkout

beforeAll(async () => {
  stage = await openStage()
}, 180_000)
afterAll(() => stage.stop())
beforeEach(() => {
  checkout = stage.checkout()
})

/** What needs no provider, and so only a second. */
const thing = (name: string, value = '1') => `resource "terraform_data" "${name}" {\n  input = ${value}\n}\n`
const failing =
  'resource "terraform_data" "broken" {\n  provisioner "local-exec" {\n    command = "exit 3"\n  }\n}\n'

let serial = 0

function remoteState(stack: string): string {
  return `data "terraform_remote_state" "${stack}" {\n  backend = "s3"\n  config = {\n    bucket = "${STATE_BUCKET}"\n    region = "us-east-1"\n    key    = "${keyOf(stack)}"\n  }\n}\n`
}

/** Every test has states of its own. */
function keyOf(stack: string): string {
  return `terraform/stacks/dev/${serial}/${stack}.tfstate`
}

function write(stack: string, code: string): void {
  checkout.write(
    `stacks/${stack}/main.tf`,
    BACKEND_BLOCK.replace('{}', `{\n    key = "${keyOf(stack)}"\n  }`) + code,
  )
}

function setting(command: ProvisionCommand = 'apply', more: SettingOptions = {}) {
  return checkout.setting({ ...more, provisioning: { command, ...more.provisioning } })
}

beforeEach(() => {
  serial++
})

describe('several stacks', () => {
  test('one that cannot be planned stops what builds on it, and an apply does the rest and fails', async () => {
    write('bad', 'resource "terraform_data" "x" {\n  inputs = 1\n}\n')
    write('on-bad', remoteState('bad') + thing('y'))
    write('good', thing('z'))
    const preview = setting('plan')
    const shown = await preview.run.plan()
    expect(shown.changes.map(({ address }) => address)).toEqual(['good/terraform_data.z'])
    expect(shown.findings).toMatchObject([
      {
        rule: 'plan-failed',
        severity: 'error',
        message: expect.stringContaining('bad: Unsupported argument'),
        source: { file: 'stacks/bad/main.tf', line: 8 },
      },
    ])

    const { run } = setting()
    const plan = await run.plan()
    expect(plan.findings).toEqual([])
    const outcome = await ended(run, plan, forwards())
    expect(outcome).toMatchObject({ status: 'failed', changed: true, results: [{ status: 'done' }] })
    expect(outcome.failures).toMatchObject([{ source: { file: 'stacks/bad/main.tf', line: 8 } }])
  }, 60_000)

  test('none of which can be planned are an error at once', async () => {
    write('bad', 'resource "terraform_data" "x" {\n  inputs = 1\n}\n')
    const { run } = setting()
    await expect(run.plan()).rejects.toMatchObject({ code: 'TERRAFORM' })
  }, 60_000)

  test('one that fails to apply stops what builds on it, and nothing else', async () => {
    write('bad', failing)
    write('good', thing('z'))
    write('on-bad', thing('y'))
    checkout.write('stacks/on-bad/stack.yml', 'depends_on: [bad]\n')
    const { run, lines } = setting()
    const outcome = await ended(run, await run.plan(), forwards())
    expect(outcome.status).toBe('failed')
    expect(outcome.results.map(({ address, status, message }) => [address, status, message])).toEqual([
      ['bad/terraform_data.broken', 'failed', undefined],
      ['good/terraform_data.z', 'done', undefined],
      ['on-bad/terraform_data.y', 'skipped', 'bad was not applied, and this stack builds on it'],
    ])
    expect(lines.join('\n')).toMatch(/bad: terraform_data.broken was being made when this run ended/)
    expect(await stage.locks()).toEqual([])
  }, 60_000)

  test('one that reads what another has not put out yet says that it waits, and is planned when that is there', async () => {
    write('network', 'output "id" {\n  value = "net-1"\n}\n')
    write('api', remoteState('network') + thing('api', 'data.terraform_remote_state.network.outputs.id'))
    const first = setting()
    const plan = await first.run.plan()
    expect(plan.changes.map(({ address }) => address)).toEqual(['network/output.id'])
    expect(plan.findings).toMatchObject([
      {
        rule: 'stack-waits',
        verdict: 'unknown',
        message: 'api cannot be planned before network is applied.',
        source: { file: 'stacks/api/main.tf' },
      },
    ])
    expect((await ended(first.run, plan, forwards())).status).toBe('succeeded')
    expect(first.lines.join('\n')).toContain('api reads outputs of network, which changed')

    const second = setting()
    const rest = await second.run.plan()
    expect(rest.findings).toEqual([])
    expect(rest.changes).toMatchObject([{ address: 'api/terraform_data.api', after: { input: 'net-1' } }])
  }, 60_000)

  test('that are destroyed go in the opposite order, and only when none of them is protected', async () => {
    write('network', thing('net'))
    write('api', thing('api'))
    checkout.write('stacks/api/stack.yml', 'depends_on: [network]\n')
    const made = setting()
    await ended(made.run, await made.run.plan(), forwards())

    const guarded = setting('destroy', { provisioning: { protect: ['terraform_data.net'] } })
    expect((await guarded.run.plan()).findings).toMatchObject([
      { rule: 'protected', message: 'network/terraform_data.net is protected, and would be deleted.' },
    ])
    const { run } = setting('destroy')
    const plan = await run.plan()
    expect(plan.changes.map(({ action }) => action)).toEqual(['delete', 'delete'])
    const outcome = await ended(run, plan, forwards())
    expect(outcome.results.map(({ address, status }) => [address, status])).toEqual([
      ['api/terraform_data.api', 'done'],
      ['network/terraform_data.net', 'done'],
    ])
  }, 60_000)
})

describe('a stack whose state is away', () => {
  const lose = (stack: string) =>
    openBucket({
      bucket: STATE_BUCKET,
      region: REGION,
      credentials: {
        AWS_ACCESS_KEY_ID: 'bootstrap',
        AWS_SECRET_ACCESS_KEY: 'bootstrap',
        AWS_SESSION_TOKEN: 'none',
      },
      env: stage.aws.env,
    }).delete(keyOf(stack))

  const release = async (command: ProvisionCommand = 'apply') => {
    const { run } = setting(command)
    return applied(run, await run.plan(), forwards())
  }
  const failuresOf = async (command: ProvisionCommand) =>
    failuresIn(
      await setting(command)
        .run.plan()
        .catch((error: unknown) => error),
    )

  test('is not called destroyed: what it has is not known', async () => {
    write('one', thing('a'))
    await release()
    await lose('one')
    expect(await failuresOf('destroy')).toMatchObject([
      {
        code: 'STATE_MISSING',
        what: expect.stringContaining(`s3://${STATE_BUCKET}/${keyOf('one')}`),
        source: { file: 'stacks/one/main.tf' },
      },
    ])
  }, 60_000)

  test('is not said to need nothing once it was released, although its code asks for nothing any more', async () => {
    write('one', thing('a'))
    await release()
    await lose('one')
    write('one', '')
    for (const command of ['plan', 'apply'] as const)
      expect(await failuresOf(command)).toMatchObject([{ code: 'STATE_MISSING' }])
  }, 60_000)

  test('needs nothing when it was never released and asks for nothing, and when all of it was destroyed', async () => {
    write('one', '')
    expect((await setting().run.plan()).changes).toEqual([])
    write('one', thing('a'))
    await release()
    await release('destroy')
    expect((await setting('destroy').run.plan()).changes).toEqual([])
  }, 60_000)

  test('has nothing to destroy that anybody could know of when it was never released', async () => {
    write('one', thing('a'))
    expect(await failuresOf('destroy')).toMatchObject([{ code: 'STATE_MISSING' }])
  }, 60_000)
})

test('a pull request that touches no stack is told that none was looked at, and not that nothing is to be done', async () => {
  const github = await startGitHub('omninode-ai/omninode_infra')
  const sha = '0'.repeat(40)
  github.openPullRequest({
    number: 1,
    headSha: sha,
    baseSha: 'f'.repeat(40),
    title: 'Write',
    files: ['README.md'],
  })
  write('one', thing('a'))
  const { run, world } = setting('plan', {
    event: 'pull_request',
    github: { pullRequest: { number: 1, headSha: sha, baseSha: 'f'.repeat(40) } },
    provisioning: { changedOnly: true },
    connect: async () =>
      createGitHub({
        env: {},
        apiUrl: github.url,
        token: github.token({ 'pull-requests': 'read' }),
        repository: world.run.repository,
        signal: world.signal,
        random: () => 0,
        log: world.log,
      }),
  })
  const plan = await run.plan()
  expect(plan.findings).toMatchObject([
    {
      rule: 'stacks-untouched',
      severity: 'notice',
      message: 'No stack of stacks was looked at: the only one is untouched by the pull request.',
    },
  ])
  expect(headline(world.redactor.masked(plan))).toBe('Provision: 1 notice')
  expect(github.violations).toEqual([])
  await github.stop()
}, 60_000)

describe('the session to plan', () => {
  test('is of the role that may only read, and says so', async () => {
    write('one', thing('x'))
    const { run, lines } = setting('plan', { event: 'pull_request' })
    await run.plan()
    expect(lines.join('\n')).toContain('planning as omninode-dev-plan, which is not the role that applies')
  }, 60_000)

  test('is refused when AWS says that it is of the role that applies, under whatever name it was asked for', async () => {
    write('one', thing('x'))
    const { run } = setting('drift', {
      // Whom the role that applies trusts.
      identity: { environment: 'dev' },
      provisioning: {
        roles: { apply: stage.roles.apply, plan: stage.roles.apply.replace(':role/', ':role/plan/') },
      },
    })
    await expect(run.plan()).rejects.toMatchObject({ code: 'ROLES_EQUAL' })
  }, 60_000)
})

describe('drift', () => {
  let github: GitHubServer
  beforeAll(async () => {
    github = await startGitHub('omninode-ai/omninode_infra')
  })
  afterAll(async () => {
    expect(github.violations).toEqual([])
    await github.stop()
  })

  test('opens one issue for each stack that differs, and closes it when nothing does any more', async () => {
    write('clean', thing('x'))
    write('logs', thing('this'))
    const look = async () => {
      const { run, world } = setting('drift', {
        event: 'pull_request',
        connect: async () =>
          createGitHub({
            env: {},
            apiUrl: github.url,
            token: github.token({ issues: 'write' }),
            repository: world.run.repository,
            signal: world.signal,
            random: () => 0,
            log: world.log,
          }),
      })
      const before = github.issues().length
      const plan = await run.plan()
      // To look is not to tell.
      expect(github.issues()).toHaveLength(before)
      await run.publish(plan)
      return github.issues().map(({ title, state }) => [title, state])
    }
    const { run } = setting()
    await ended(run, await run.plan(), forwards())
    expect(await look()).toEqual([])
    // test/integration/stacks.test.ts changes the thing itself.
    write('logs', thing('this', '2'))
    const byHand = setting()
    await ended(byHand.run, await byHand.run.plan(), forwards())
    write('logs', thing('this'))
    expect(await look()).toEqual([['Drift in stacks/logs', 'open']])
    expect(await look()).toHaveLength(1)
    expect(github.issues()[0]?.body).toContain('terraform_data.this')
    const again = setting()
    await ended(again.run, await again.run.plan(), forwards())
    expect(await look()).toEqual([['Drift in stacks/logs', 'closed']])
  }, 180_000)
})

describe('a state that the backend does not take', () => {
  const settingBehind = (proxy: StateProxy) =>
    setting('apply', {
      env: { AWS_ENDPOINT_URL_S3: proxy.url },
      provisioning: { backend: { bucket: STATE_BUCKET, use_path_style: 'true' } },
    })
  let proxy: StateProxy
  beforeAll(async () => {
    proxy = await startStateProxy(stage.aws.url)
  })
  afterAll(() => proxy.stop())

  test('is pushed when the backend takes it again, and nothing is lost', async () => {
    write('one', thing('x'))
    const { run, lines } = settingBehind(proxy)
    const plan = await run.plan()
    proxy.treat = { refuse: true }
    // Terraform gives up on the first refusal; what rescues the state comes after it.
    const recover = setInterval(() => {
      if (existsSync(join(checkout.path, 'stacks/one/errored.tfstate'))) proxy.treat = {}
    }, 20)
    const outcome = await ended(run, plan, forwards())
    clearInterval(recover)
    expect(outcome.status).toBe('failed')
    expect(lines.join('\n')).toContain('the state that could not be saved at first is saved now')
    expect(existsSync(join(checkout.path, 'stacks/one/errored.tfstate'))).toBe(false)
    const again = setting()
    expect((await again.run.plan()).changes).toEqual([])
  }, 60_000)

  test('stays in its file when it cannot be saved at all, and people are told how to go on', async () => {
    write('one', thing('x'))
    const { run, lines } = settingBehind(proxy)
    const plan = await run.plan()
    proxy.treat = { refuse: true }
    expect((await ended(run, plan, forwards())).status).toBe('failed')
    proxy.treat = {}
    expect(lines.join('\n')).toMatch(/could not be saved, and is only in stacks\/one\/errored.tfstate/)
    expect(existsSync(join(checkout.path, 'stacks/one/errored.tfstate'))).toBe(true)
  }, 60_000)

  test('whose lock may not be written is told apart from one that is locked, and nobody is told to unlock it', async () => {
    write('one', thing('x'))
    const { run } = settingBehind(proxy)
    proxy.treat = { lock: ['forbidden'] }
    const error = await run.plan().catch((thrown: unknown) => thrown)
    proxy.treat = {}
    const [failure, ...more] = failuresIn(error)
    expect(more).toEqual([])
    expect(failure).toMatchObject({ code: 'STATE_LOCK_FORBIDDEN', fix: expect.stringContaining('.tflock') })
    expect(failure?.message).not.toContain('unlock')
  }, 60_000)

  test('whose lock was let go while Terraform asked who holds it is planned and applied all the same', async () => {
    write('one', thing('x'))
    const { run } = settingBehind(proxy)
    proxy.treat = { lock: ['held', 'held'] }
    const plan = await run.plan()
    expect([plan.changes.length, proxy.treat.lock]).toEqual([1, []])
    proxy.treat = { lock: ['held'] }
    expect((await ended(run, plan, forwards())).status).toBe('succeeded')
    expect(proxy.treat.lock).toEqual([])
    proxy.treat = {}
  }, 60_000)

  test('whose lock cannot be taken, and is nobody’s, is not told as one that is locked', async () => {
    write('one', thing('x'))
    const { run } = settingBehind(proxy)
    proxy.treat = { lock: ['unknown'] }
    const error = await run.plan().catch((thrown: unknown) => thrown)
    proxy.treat = {}
    expect(failuresIn(error)).toMatchObject([{ code: 'STATE_LOCK_FAILED' }])
    expect(String(error)).toContain('NotImplemented')
    expect(String(error)).not.toMatch(/unlock|unknown/)
  }, 60_000)
})
