/** What an administrator does once in a new account: a bucket for the state, and the identity stack. */
import { execFile } from 'node:child_process'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Aws, REGION } from './aws.ts'
import type { RepositoryIdentity } from './oidc.ts'

const run = promisify(execFile)

export const STATE_BUCKET = 'omninode-state'

export interface BootstrapOptions {
  readonly aws: Aws
  /** A folder for a copy of the code; the checkout stays clean. */
  readonly folder: string
  /** The checkout whose `terraform/stacks/dev/identity` is applied. */
  readonly workspace: string
  readonly terraform: string
  readonly terraformEnv: Readonly<Record<string, string>>
  readonly identity: RepositoryIdentity
}

export interface Roles {
  readonly plan: string
  readonly apply: string
}

/** The variables of the identity stack, as the release job passes them too. */
export function identityVariables(identity: RepositoryIdentity): Record<string, string> {
  return {
    TF_VAR_repository: identity.repository,
    TF_VAR_repository_id: identity.repositoryId,
    TF_VAR_owner_id: identity.ownerId,
    TF_VAR_state_bucket: STATE_BUCKET,
    TF_VAR_region: REGION,
  }
}

/** Applies the identity stack with the administrator's own credentials, and tells the roles that it made. */
export async function bootstrapIdentity(options: BootstrapOptions): Promise<Roles> {
  const { aws, folder, workspace, terraform, terraformEnv, identity } = options
  await aws.createBucket(STATE_BUCKET)
  cpSync(join(workspace, 'terraform'), join(folder, 'terraform'), { recursive: true })
  const stack = 'terraform/stacks/dev/identity'
  const cwd = join(folder, stack)
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: process.env['HOME'] ?? '',
    ...terraformEnv,
    ...aws.bootstrapEnv,
    ...identityVariables(identity),
  }
  const call = (args: readonly string[]) => run(terraform, [...args], { cwd, env, maxBuffer: 1 << 26 })
  const backend = {
    bucket: STATE_BUCKET,
    key: `${stack}/terraform.tfstate`,
    region: REGION,
    use_lockfile: 'true',
    encrypt: 'true',
  }
  await call([
    'init',
    '-input=false',
    '-no-color',
    ...Object.entries(backend).map(([key, value]) => `-backend-config=${key}=${value}`),
  ])
  await call(['apply', '-input=false', '-no-color', '-auto-approve'])
  const { stdout } = await call(['output', '-json', 'role_arns'])
  return JSON.parse(stdout)
}
