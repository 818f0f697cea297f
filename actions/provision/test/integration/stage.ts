/** An AWS with the roles of this repository, and checkouts in which stacks are planned and applied. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { type Aws, REGION } from '#sandbox/aws.ts'
import { bootstrapIdentity, type Roles, STATE_BUCKET } from '#sandbox/bootstrap.ts'
import type { JobIdentity } from '#sandbox/oidc.ts'
import { prepareOpenTofu } from '#sandbox/opentofu.ts'
import { terraformEnv } from '#sandbox/terraform.ts'
import { startTrustingAws } from '#sandbox/trusting-aws.ts'
import { createTestWorld, type TestWorld } from '#toolkit/world/test/world.ts'
import type { Clock, WorkflowRun } from '#toolkit/world/world.ts'
import type { ConnectGitHub } from '../../src/inputs/github-token.ts'
import { withVersions } from '../../src/open.ts'
import type { Provisioning } from '../../src/provisioning.ts'
import { ProvisionRun } from '../../src/run.ts'
import { Code } from '../../src/stack/code.ts'
import { findStacks } from '../../src/stack/find.ts'
import { readGraph } from '../../src/stack/graph.ts'

const root = join(import.meta.dirname, '../../../..')
const identity = { repository: 'omninode-ai/omninode_infra', repositoryId: '123456', ownerId: '99' }
const progress = () => undefined

export const BACKEND_BLOCK = 'terraform {\n  backend "s3" {}\n}\n\n'
export const header = `${BACKEND_BLOCK}provider "aws" {}\n\n`

export interface SettingOptions {
  readonly identity?: Partial<JobIdentity>
  /** `pull_request`: a job that only looks. */
  readonly event?: 'pull_request'
  readonly signal?: AbortSignal
  readonly clock?: Clock
  readonly env?: Readonly<Record<string, string>>
  /** What GitHub says about the run. */
  readonly github?: Partial<WorkflowRun>
  readonly provisioning?: Partial<Provisioning>
  /** GitHub's API; nobody asks it unless it is given. */
  readonly connect?: ConnectGitHub
}

export interface OpenedRun extends TestWorld {
  /** Closed at the end of the stage, unless the test does so itself. */
  readonly run: ProvisionRun
}

export interface Checkout {
  /** Absolute path. */
  readonly path: string
  write(file: string, text: string): void
  /** A run over `stacks/`, with the state beneath `terraform/stacks/dev/`, where the roles may write it. */
  setting(options?: SettingOptions): OpenedRun
}

export interface ProvisionStage {
  readonly aws: Aws
  readonly roles: Roles
  readonly folder: string
  /** Keys of the locks that are held. */
  locks(): Promise<string[]>
  checkout(): Checkout
  stop(): Promise<void>
}

export async function openStage(): Promise<ProvisionStage> {
  const folder = mkdtempSync(join(tmpdir(), 'omninode-provision-'))
  const trusting = await startTrustingAws({ folder, progress })
  const { aws, issuer } = trusting
  const openTofu = await prepareOpenTofu({ progress })
  const tools = {
    PATH: [openTofu, process.env['PATH']].join(delimiter),
    ...terraformEnv(folder, process.env),
  }
  const roles = await bootstrapIdentity({
    aws,
    folder: join(folder, 'bootstrap'),
    workspace: root,
    terraform: 'terraform',
    terraformEnv: tools,
    identity,
  })
  const runs: ProvisionRun[] = []
  const settingIn = (workspace: string, more: SettingOptions): OpenedRun => {
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
    }
    const { environment: _none, ...looking } = job
    const onPullRequest: JobIdentity = {
      ...looking,
      event: 'pull_request',
      ref: 'refs/pull/1/merge',
      headRef: 'release',
      baseRef: 'main',
    }
    const claimed = more.event === 'pull_request' ? onPullRequest : { ...job, ...more.identity }
    const made = createTestWorld({
      workspace,
      env: { HOME: folder, ...tools, ...aws.env, ...more.env },
      idToken: (audience) => issuer.mint(issuer.claims(claimed, audience)),
      ...(more.signal === undefined ? {} : { signal: more.signal }),
      ...(more.clock === undefined ? {} : { clock: more.clock }),
      run: { ...(more.event === undefined ? {} : { event: more.event }), ...more.github },
    })
    const code = new Code(workspace)
    const graph = readGraph(code, findStacks(code, 'stacks'))
    const asked: Provisioning = {
      command: 'apply',
      directory: 'stacks',
      code,
      graph,
      stacks: withVersions(graph.stacks, {}, code),
      changedOnly: false,
      approval: false,
      roles: { plan: roles.plan, apply: roles.apply },
      region: REGION,
      varFiles: [],
      backend: { bucket: STATE_BUCKET },
      parallelism: 2,
      protect: [],
      lockTimeout: 0,
      ...more.provisioning,
    }
    const connect = more.connect ?? (() => Promise.reject(new Error('nobody asks GitHub')))
    const run = new ProvisionRun(asked, connect, made.world)
    runs.push(run)
    return { ...made, run }
  }
  return {
    aws,
    roles,
    folder,
    locks: async () => (await aws.listObjects(STATE_BUCKET)).filter((key) => key.endsWith('.tflock')),
    checkout: () => {
      const path = mkdtempSync(join(folder, 'workspace-'))
      return {
        path,
        write: (file, text) => {
          mkdirSync(dirname(join(path, file)), { recursive: true })
          writeFileSync(join(path, file), text)
        },
        setting: (more = {}) => settingIn(path, more),
      }
    },
    stop: async () => {
      for (const run of runs) await run.close()
      await trusting.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
