/** An AWS with the roles of this repository, and checkouts in which stacks are planned and applied. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import type { Aws } from '#sandbox/aws/aws.ts'
import { type JobIdentity, pullRequestJob, pushJob, REPOSITORY } from '#sandbox/oidc/identity.ts'
import { prepareOpenTofu } from '#sandbox/opentofu/opentofu.ts'
import { openAccount } from '#sandbox/terraform/account.ts'
import { type Roles, STATE_BUCKET } from '#sandbox/terraform/bootstrap.ts'
import type { WorkflowRun } from '#toolkit/world/world.ts'
import type { Provisioning } from '../../src/provisioning.ts'
import { createSetting, type Setting } from '../setting.ts'

export type { Setting } from '../setting.ts'

const root = join(import.meta.dirname, '../../../..')
const progress = () => undefined

export const BACKEND = 'terraform {\n  backend "s3" {}\n}\n\n'
export const header = `${BACKEND}provider "aws" {}\n\n`

export interface SettingOptions {
  readonly identity?: Partial<JobIdentity>
  /** `pull_request`: a job that only looks. */
  readonly event?: 'pull_request'
  readonly signal?: AbortSignal
  readonly env?: Readonly<Record<string, string>>
  /** What GitHub says about the run. */
  readonly github?: Partial<WorkflowRun>
  readonly provisioning?: Partial<Provisioning>
}

export interface Checkout {
  /** Absolute path. */
  readonly path: string
  write(file: string, text: string): void
  /** A run over `stacks/`, with the state beneath `terraform/stacks/dev/`, where the roles may write it. */
  setting(options?: SettingOptions): Setting
}

export interface Stage {
  readonly aws: Aws
  readonly roles: Roles
  readonly folder: string
  /** Keys of the locks that are held. */
  locks(): Promise<string[]>
  checkout(): Checkout
  stop(): Promise<void>
}

export async function openStage(): Promise<Stage> {
  const openTofu = await prepareOpenTofu({ progress })
  const account = await openAccount({ path: [openTofu, process.env['PATH']].join(delimiter), progress })
  const { aws, folder } = account
  const roles = await account.bootstrap(root)
  const sha = '0'.repeat(40)
  const settingIn = (workspace: string, more: SettingOptions): Setting => {
    const { event, identity, env, signal, github, provisioning = {} } = more
    const job =
      event === 'pull_request'
        ? pullRequestJob(REPOSITORY, { number: 1, sha })
        : { ...pushJob(REPOSITORY, { sha, environment: 'dev' }), ...identity }
    return createSetting({
      account,
      roles,
      job,
      workspace,
      directory: 'stacks',
      env: { HOME: folder, ...env },
      run: { ...(event === undefined ? {} : { event }), ...github },
      provisioning,
      ...(signal === undefined ? {} : { signal }),
    })
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
    stop: account.stop,
  }
}
