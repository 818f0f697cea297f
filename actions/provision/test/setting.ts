/** A run of the action without a runner: what is asked of it, and a world on the sandbox's AWS. */
import { REGION } from '#sandbox/aws/aws.ts'
import type { JobIdentity } from '#sandbox/oidc/identity.ts'
import type { Account } from '#sandbox/terraform/account.ts'
import { type Roles, STATE_BUCKET } from '#sandbox/terraform/bootstrap.ts'
import type { ConnectGitHub } from '#toolkit/github/token.ts'
import { createTestWorld, type TestWorld, type TestWorldOptions } from '#toolkit/world/test/world.ts'
import { askedStacks } from '../src/open.ts'
import type { Provisioning } from '../src/provisioning.ts'
import { ProvisionRun } from '../src/run.ts'
import { Code } from '../src/stack/code.ts'
import { findStacks } from '../src/stack/find.ts'
import { readGraph } from '../src/stack/graph.ts'

export interface OpenedRun extends TestWorld {
  /** Whoever made it closes it. */
  readonly run: ProvisionRun
}

export interface SettingOptions
  extends Pick<TestWorldOptions, 'workspace' | 'env' | 'signal' | 'clock' | 'run'> {
  readonly account: Pick<Account, 'aws' | 'issuer' | 'tools'>
  readonly job: JobIdentity
  readonly roles: Pick<Roles, 'plan' | 'apply'>
  readonly directory: string
  /** Names of the stacks beneath it; all of them unless given. */
  readonly stacks?: readonly string[]
  readonly provisioning?: Partial<Provisioning>
  /** GitHub's API; nobody asks it unless it is given. */
  readonly connect?: ConnectGitHub
}

export function createSetting({
  account,
  job,
  roles,
  directory,
  stacks,
  ...more
}: SettingOptions): OpenedRun {
  const { aws, issuer, tools } = account
  const { provisioning, env, connect, ...options } = more
  const made = createTestWorld({
    ...options,
    env: { ...tools, ...aws.env, ...env },
    idToken: (audience) => issuer.mint(issuer.claims(job, audience)),
  })
  const code = new Code(options.workspace)
  const graph = readGraph(code, findStacks(code, directory))
  const { command = 'apply' } = provisioning ?? {}
  const asked: Provisioning = {
    command,
    applies: command === 'apply' || command === 'destroy',
    directory,
    code,
    graph,
    stacks: askedStacks(
      graph.stacks.filter(({ name }) => stacks === undefined || stacks.includes(name)),
      {},
      code,
    ),
    changedOnly: false,
    roles: { plan: roles.plan, apply: roles.apply },
    region: REGION,
    varFiles: [],
    backend: { bucket: STATE_BUCKET },
    workspace: env?.['TF_WORKSPACE'] ?? 'default',
    passed: [],
    parallelism: 2,
    protect: [],
    lockTimeout: 0,
    ...provisioning,
  }
  const nobody = () => Promise.reject(new Error('nobody asks GitHub'))
  return { ...made, run: new ProvisionRun(asked, connect ?? nobody, made.world) }
}
