import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { REGION } from '#sandbox/aws/aws.ts'
import { pullRequestJob, pushJob, REPOSITORY } from '#sandbox/oidc/identity.ts'
import { type Roles, STATE_BUCKET, stackVariables } from '#sandbox/terraform/bootstrap.ts'
import { isArtefact } from '#sandbox/terraform/convergence.ts'
import { openTerraformCopy, type TerraformCopy } from '#sandbox/terraform/copy.ts'
import { ended } from '#toolkit/action/test/applied.ts'
import { forwards } from '#toolkit/action/test/forwards.ts'

import { assumeRole } from '#toolkit/aws/role.ts'

import { failuresIn } from '#toolkit/model/failure.ts'
import type { World } from '#toolkit/world/world.ts'
import type { ProvisionCommand, Provisioning } from '../../../actions/provision/src/provisioning.ts'
import type { ProvisionRun } from '../../../actions/provision/src/run.ts'
import { DATA_FOLDER } from '../../../actions/provision/src/terraform/files.ts'
import { createSetting } from '../../../actions/provision/test/setting.ts'

const execute = promisify(execFile)

const ENVIRONMENTS = ['dev', 'prod'] as const
type Environment = (typeof ENVIRONMENTS)[number]
const STACKS = ['network', 'k3s', 'data']

let copy: TerraformCopy
const roles = new Map<Environment, Roles>()
const lives = new Map<Environment, PromiseSettledResult<Life>>()

/**
 * What the emulator cannot judge is widened in the copy that is tested, and nothing else: it knows the names of what is
 * called only for S3, and has a name of its own for one of its calls. Conditions of an Allow it does not look at.
 */
function widen(checkout: string): void {
  const file = join(checkout, 'terraform/modules/identity/policies.tf')
  const edits: readonly [from: string, to: string][] = [
    ['lookup(local.scopes, statement.value, ["*"])', 'statement.value == "s3" ? local.scopes.s3 : ["*"]'],
    [
      'actions   = ["iam:CreateRole", "iam:PutRolePolicy"]\n    resources = [local.role_arns]',
      'actions   = ["iam:CreateRole", "iam:PutRolePolicy"]\n    resources = ["*"]',
    ],
    ['local.implied[module].plan, {}))],\n', 'local.implied[module].plan, {}))],\n    ["s3:HeadBucket"],\n'],
  ]
  let text = readFileSync(file, 'utf8')
  for (const [from, to] of edits) {
    if (text.split(from).length !== 2) throw new Error(`policies.tf has not one ${from}`)
    text = text.replace(from, to)
  }
  writeFileSync(file, text)
}

beforeAll(async () => {
  copy = await openTerraformCopy()
  widen(copy.path)
  for (const environment of ENVIRONMENTS) {
    const first = environment === ENVIRONMENTS[0]
    const oidcProvider = 'arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com'
    roles.set(
      environment,
      await copy.bootstrap(copy.path, first ? { environment } : { environment, oidcProvider }),
    )
  }
  await copy.aws.enforce(true)
}, 180_000)
afterAll(async () => {
  for (const run of runs) await run.close()
  await copy.stop()
})

/** Closed at the end: what they have opened is removed by then. */
const runs: ProvisionRun[] = []

interface Options {
  readonly event?: 'pull_request'
  readonly stacks?: readonly string[]
  readonly given?: Partial<Provisioning>
}

function setting(
  environment: Environment,
  command: ProvisionCommand,
  { event, stacks = STACKS, given = {} }: Options = {},
) {
  const sha = '0'.repeat(40)
  const opened = createSetting({
    account: copy,
    workspace: copy.path,
    directory: `terraform/stacks/${environment}`,
    stacks,
    roles: roles.get(environment) ?? { plan: '', apply: '' },
    job:
      event === undefined
        ? pushJob(REPOSITORY, { sha, environment })
        : pullRequestJob(REPOSITORY, { number: 1, sha }),
    env: stackVariables(REPOSITORY),
    run: event === undefined ? {} : { event },
    provisioning: { command, ...given },
  })
  runs.push(opened.run)
  return opened
}

async function released(
  environment: Environment,
  command: ProvisionCommand,
  options: Options = {},
): Promise<string[]> {
  const { run, world, lines } = setting(environment, command, options)
  const plan = await run.plan()
  const outcome = await ended(run, plan, forwards())
  if (outcome.status !== 'succeeded') throw new Error([...lines, ...outcome.failures].join('\n'))
  rmSync(world.temp, { recursive: true })
  return plan.parts.flatMap(({ name, status }) => (status === 'planned' ? [name] : []))
}

interface Life {
  /** What a pull request that changes nothing would change. */
  readonly second: readonly string[]
  readonly destroyed: readonly string[]
}

async function live(environment: Environment): Promise<Life> {
  // Each reads what the one before puts out.
  for (const stack of STACKS)
    expect(await released(environment, 'apply', { stacks: [stack] })).toEqual([stack])
  const preview = setting(environment, 'plan', { event: 'pull_request' })
  const { changes } = await preview.run.plan()
  const second = changes.flatMap(({ address, action, kind, before, after }) => {
    const names = Object.keys({ ...(before as object), ...(after as object) })
    return action === 'update' && names.every((name) => isArtefact(kind, name))
      ? []
      : [`${action} ${address} (${names.join(', ')})`]
  })
  const destroyed = await released(environment, 'destroy')
  return { second, destroyed }
}

describe.each(ENVIRONMENTS)('the environment %s', (environment) => {
  test('is applied stack by stack with the apply role alone, then a pull request has nothing to do, and it is destroyed', async () => {
    // They wait for the provider most of the time, so both at once, by whichever test comes first.
    if (lives.size === 0) {
      const settled = await Promise.allSettled(ENVIRONMENTS.map(live))
      for (const [index, name] of ENVIRONMENTS.entries())
        lives.set(name, settled[index] as PromiseSettledResult<Life>) // as many as there are environments
    }
    const life = lives.get(environment)
    if (life?.status !== 'fulfilled') throw life?.reason
    expect(life.value.second).toEqual([])
    expect([...life.value.destroyed].sort()).toEqual([...STACKS].sort())
  }, 900_000)
})

/** What Terraform itself does with the plan file of a run, in a session of the role. */
async function applying(world: World, stack: string, role: string): Promise<void> {
  const credentials = await assumeRole({ role, region: REGION, sessionName: 'applying' }, world)
  await execute(
    'terraform',
    ['apply', '-input=false', '-no-color', join(world.temp, `terraform/${stack}.tfplan`)],
    {
      cwd: join(world.workspace, 'terraform/stacks/dev', stack),
      env: { ...world.env, ...credentials, AWS_REGION: REGION, TF_DATA_DIR: DATA_FOLDER },
    },
  )
}

describe('the plan role of dev', () => {
  /** As the apply of a run whose apply role is the plan role: what code in a pull request could try. */
  const asPlan = (given: Partial<Provisioning>) =>
    setting('dev', 'apply', { event: 'pull_request', stacks: ['network'], given })

  test('cannot change a service', async () => {
    const { plan = '' } = roles.get('dev') ?? {}
    const { run, world } = asPlan({ roles: { plan: undefined, apply: plan } })
    const planned = await run.plan()
    // What was there is gone.
    expect(planned.changes.length).toBeGreaterThan(10)
    expect(new Set(planned.changes.map(({ action }) => action))).toEqual(new Set(['create']))
    const outcome = await ended(run, planned, forwards())
    expect(outcome).toMatchObject({ status: 'failed', changed: false })
    expect(outcome.failures.map(({ message }) => message).join('\n')).toMatch(
      /The role may not use .*network\/terraform\.tfstate\.released/,
    )
    // Nor could it do without the note.
    await expect(applying(world, 'network', plan)).rejects.toThrow(/not authorized to perform: \w+:Create/)
  }, 120_000)

  test('cannot write the state of its own environment', async () => {
    const { plan = '' } = roles.get('dev') ?? {}
    mkdirSync(join(copy.path, 'terraform/stacks/dev/told'))
    // It changes nothing but the state.
    writeFileSync(
      join(copy.path, 'terraform/stacks/dev/told/main.tf'),
      'terraform {\n  backend "s3" {}\n}\n\noutput "told" {\n  value = "a lie"\n}\n',
    )
    const { run, world } = setting('dev', 'apply', {
      event: 'pull_request',
      stacks: ['told'],
      given: { roles: { plan: undefined, apply: plan } },
    })
    const planned = await run.plan()
    expect(planned.changes.map(({ address }) => address)).toEqual(['told/output.told'])
    expect((await ended(run, planned, forwards())).status).toBe('failed')
    await expect(applying(world, 'told', plan)).rejects.toThrow(/AccessDenied|403/)
    expect(await copy.aws.listObjects(STATE_BUCKET)).not.toContainEqual(expect.stringContaining('/told/'))
  }, 120_000)

  test('cannot read the state of another environment, nor take its lock', async () => {
    const { plan = '' } = roles.get('dev') ?? {}
    for (const key of ['terraform/stacks/prod/network/terraform.tfstate', 'elsewhere.tfstate']) {
      const { run } = asPlan({
        roles: { plan: undefined, apply: plan },
        backend: { bucket: STATE_BUCKET, key },
      })
      const error = await run.plan().catch((thrown: unknown) => thrown)
      expect(
        failuresIn(error)
          .map(({ message }) => message)
          .join('\n'),
      ).toMatch(/403|Forbidden|AccessDenied|lock of the state|The role may not use/)
    }
  }, 120_000)
})
