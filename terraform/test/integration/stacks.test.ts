import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { REGION } from '#sandbox/aws.ts'
import { bootstrapIdentity, type Roles, STATE_BUCKET, stackVariables } from '#sandbox/bootstrap.ts'
import type { JobIdentity } from '#sandbox/oidc.ts'
import { failuresIn } from '#toolkit/model/failure.ts'
import { createTestWorld } from '#toolkit/world/test/world.ts'
import { withVersions } from '../../../actions/provision/src/open.ts'
import type { ProvisionCommand, Provisioning } from '../../../actions/provision/src/provisioning.ts'
import { ProvisionRun } from '../../../actions/provision/src/run.ts'
import { Code } from '../../../actions/provision/src/stack/code.ts'
import { findStacks } from '../../../actions/provision/src/stack/find.ts'
import { readGraph } from '../../../actions/provision/src/stack/graph.ts'
import { isArtefact } from './convergence.ts'
import { openTerraformStage, type TerraformStage } from './stage.ts'

const ENVIRONMENTS = ['dev', 'prod'] as const
type Environment = (typeof ENVIRONMENTS)[number]
const STACKS = ['network', 'k3s', 'data']
const repository = { repository: 'omninode-ai/omninode_infra', repositoryId: '123456', ownerId: '99' }

let stage: TerraformStage
const roles = new Map<Environment, Roles>()
const lives = new Map<Environment, Promise<Life | Error>>()

/**
 * What the emulator cannot judge is widened in the copy that is tested, and nothing else: it knows the names of what is
 * called only for S3, and has a name of its own for one of its calls. Conditions of an Allow it does not look at.
 */
function widen(copy: string): void {
  const file = join(copy, 'terraform/modules/identity/policies.tf')
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
  stage = await openTerraformStage()
  widen(stage.copy)
  for (const environment of ENVIRONMENTS) {
    const made = await bootstrapIdentity({
      aws: stage.aws,
      folder: join(stage.copy, '..', `bootstrap-${environment}`),
      workspace: stage.copy,
      environment,
      terraform: 'terraform',
      terraformEnv: stage.tools,
      identity: repository,
      ...(environment === 'dev'
        ? {}
        : { oidcProvider: 'arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com' }),
    })
    roles.set(environment, made)
  }
  await stage.aws.enforce(true)
  // They wait for the provider most of the time, so both at once.
  for (const environment of ENVIRONMENTS) {
    lives.set(
      environment,
      live(environment).catch((error: Error) => error),
    )
  }
}, 180_000)
afterAll(() => stage.stop())

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
  const job: JobIdentity = {
    ...repository,
    event: event ?? 'push',
    ref: event === undefined ? 'refs/heads/main' : 'refs/pull/1/merge',
    sha: '0'.repeat(40),
    ...(event === undefined ? { environment } : {}),
    actor: 'octocat',
    actorId: '583231',
    runId: '1',
    runAttempt: '1',
    subject: 'immutable',
  }
  const made = createTestWorld({
    workspace: stage.copy,
    env: { ...stage.tools, ...stage.aws.env, ...stackVariables(repository) },
    idToken: (audience) => stage.issuer.mint(stage.issuer.claims(job, audience)),
    ...(event === undefined ? {} : { run: { event } }),
  })
  const code = new Code(stage.copy)
  const directory = `terraform/stacks/${environment}`
  const graph = readGraph(code, findStacks(code, directory))
  const { plan, apply } = roles.get(environment) ?? { plan: '', apply: '' }
  const asked: Provisioning = {
    command,
    directory,
    code,
    graph,
    stacks: withVersions(
      graph.stacks.filter(({ name }) => stacks.includes(name)),
      {},
      code,
    ),
    changedOnly: false,
    approval: false,
    roles: { plan, apply },
    region: REGION,
    varFiles: [],
    backend: { bucket: STATE_BUCKET },
    parallelism: 2,
    protect: [],
    lockTimeout: 0,
    ...given,
  }
  const run = new ProvisionRun(asked, () => Promise.reject(new Error('nobody asks GitHub')), made.world)
  return { ...made, run }
}

async function released(
  environment: Environment,
  command: ProvisionCommand,
  options: Options = {},
): Promise<string[]> {
  const { run, world, lines } = setting(environment, command, options)
  const plan = await run.plan()
  const outcome = await run.apply(plan)
  if (outcome.status !== 'succeeded') throw new Error(lines.join('\n'))
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
    const life = await lives.get(environment)
    if (life instanceof Error || life === undefined) throw life ?? new Error('it was not tried')
    expect(life.second).toEqual([])
    expect([...life.destroyed].sort()).toEqual([...STACKS].sort())
  }, 900_000)
})

describe('the plan role of dev', () => {
  /** As the apply of a run whose apply role is the plan role: what code in a pull request could try. */
  const asPlan = (given: Partial<Provisioning>) =>
    setting('dev', 'apply', { event: 'pull_request', stacks: ['network'], given })

  test('cannot change a service', async () => {
    const { plan = '' } = roles.get('dev') ?? {}
    const { run, lines } = asPlan({ roles: { plan: undefined, apply: plan } })
    const planned = await run.plan()
    // What was there is gone.
    expect(planned.changes.length).toBeGreaterThan(10)
    expect(new Set(planned.changes.map(({ action }) => action))).toEqual(new Set(['create']))
    const outcome = await run.apply(planned)
    expect(outcome).toMatchObject({ status: 'failed', changed: false })
    expect(lines.join('\n')).toMatch(/not authorized to perform: \w+:Create/)
  }, 120_000)

  test('cannot write the state of its own environment', async () => {
    const { plan = '' } = roles.get('dev') ?? {}
    mkdirSync(join(stage.copy, 'terraform/stacks/dev/told'))
    // It changes nothing but the state.
    writeFileSync(
      join(stage.copy, 'terraform/stacks/dev/told/main.tf'),
      'terraform {\n  backend "s3" {}\n}\n\noutput "told" {\n  value = "a lie"\n}\n',
    )
    const { run, lines } = setting('dev', 'apply', {
      event: 'pull_request',
      stacks: ['told'],
      given: { roles: { plan: undefined, apply: plan } },
    })
    const planned = await run.plan()
    expect(planned.changes.map(({ address }) => address)).toEqual(['told/output.told'])
    expect((await run.apply(planned)).status).toBe('failed')
    expect(lines.join('\n')).toMatch(/AccessDenied|403/)
    expect(await stage.aws.listObjects(STATE_BUCKET)).not.toContainEqual(expect.stringContaining('/told/'))
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
      ).toMatch(/403|Forbidden|AccessDenied|lock of the state/)
    }
  }, 120_000)
})
