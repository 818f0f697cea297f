/** An AWS with the roles of this repository, and checkouts in which stacks are planned and applied. */
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import type { Aws } from '#sandbox/aws/aws.ts'
import { type JobIdentity, pullRequestJob, pushJob, REPOSITORY } from '#sandbox/oidc/identity.ts'
import { prepareOpenTofu } from '#sandbox/opentofu/opentofu.ts'
import { openAccount } from '#sandbox/terraform/account.ts'
import { type Roles, STATE_BUCKET } from '#sandbox/terraform/bootstrap.ts'
import type { ConnectGitHub } from '#toolkit/github/token.ts'
import type { Clock, WorkflowRun } from '#toolkit/world/world.ts'
import type { Provisioning } from '../../src/provisioning.ts'
import type { ProvisionRun } from '../../src/run.ts'
import { createSetting, type OpenedRun } from '../setting.ts'

export type { OpenedRun } from '../setting.ts'

const root = join(import.meta.dirname, '../../../..')
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

export interface Checkout {
  /** Absolute path. */
  readonly path: string
  write(file: string, text: string): void
  /** Another checkout of the same commit, as another job has it. */
  copy(): Checkout
  /** A run over `stacks/`, with the state beneath `terraform/stacks/dev/`, where the roles may write it. It is closed with the stage. */
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
  const openTofu = await prepareOpenTofu({ progress })
  const account = await openAccount({ path: [openTofu, process.env['PATH']].join(delimiter), progress })
  const { aws, folder } = account
  const roles = await account.bootstrap(root)
  const sha = '0'.repeat(40)
  const runs: ProvisionRun[] = []
  const settingIn = (workspace: string, more: SettingOptions): OpenedRun => {
    const { event, identity, env, signal, clock, github, connect, provisioning = {} } = more
    // Only what applies runs in the environment.
    const looks = ['plan', 'drift'].includes(provisioning.command ?? 'apply')
    const job =
      event === 'pull_request'
        ? pullRequestJob(REPOSITORY, { number: 1, sha })
        : { ...pushJob(REPOSITORY, { sha, ...(looks ? {} : { environment: 'dev' }) }), ...identity }
    const opened = createSetting({
      account,
      roles,
      job,
      workspace,
      directory: 'stacks',
      env: { HOME: folder, ...env },
      run: { ...(event === undefined ? {} : { event }), ...github },
      provisioning,
      ...(signal === undefined ? {} : { signal }),
      ...(clock === undefined ? {} : { clock }),
      ...(connect === undefined ? {} : { connect }),
    })
    runs.push(opened.run)
    return opened
  }
  const checkout = (): Checkout => {
    const path = mkdtempSync(join(folder, 'workspace-'))
    return {
      path,
      write: (file, text) => {
        mkdirSync(dirname(join(path, file)), { recursive: true })
        writeFileSync(join(path, file), text)
      },
      copy: () => {
        const other = checkout()
        const made = (source: string) => /\/\.terraform(?:$|\/|\.lock\.hcl$)/.test(source)
        cpSync(path, other.path, { recursive: true, filter: (source) => !made(source) })
        return other
      },
      setting: (more = {}) => settingIn(path, more),
    }
  }
  return {
    aws,
    roles,
    folder,
    locks: async () => (await aws.listObjects(STATE_BUCKET)).filter((key) => key.endsWith('.tflock')),
    checkout,
    stop: async () => {
      for (const run of runs) await run.close()
      await account.stop()
    },
  }
}
