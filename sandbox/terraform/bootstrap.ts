/** What an administrator does once in a new account: a bucket for the state, and the identity stack. */
import { execFile } from 'node:child_process'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Aws, IMAGE, REGION } from '../aws/aws.ts'
import type { RepositoryIdentity } from '../oidc/identity.ts'

const run = promisify(execFile)

export const STATE_BUCKET = 'omninode-state'

export interface BootstrapOptions {
  readonly aws: Aws
  /** A folder for a copy of the code; the checkout stays clean. */
  readonly folder: string
  /** The checkout whose identity stack is applied. */
  readonly workspace: string
  /** `dev` unless it is another one. */
  readonly environment?: string
  /** The account's OIDC provider when another environment has made it. */
  readonly oidcProvider?: string
  readonly terraform: string
  readonly terraformEnv: Readonly<Record<string, string>>
  readonly identity: RepositoryIdentity
}

/** ARNs. */
export interface Roles {
  readonly plan: string
  readonly apply: string
  readonly migrate: string
  readonly deploy: string
  readonly verify: string
}

/** The variables of the stacks that are not in their code, as the release job passes them too. */
export function stackVariables(identity: RepositoryIdentity): Record<string, string> {
  return {
    TF_VAR_repository: identity.repository,
    TF_VAR_repository_id: identity.repositoryId,
    TF_VAR_owner_id: identity.ownerId,
    TF_VAR_state_bucket: STATE_BUCKET,
    TF_VAR_region: REGION,
    TF_VAR_ami_id: IMAGE,
  }
}

/** The arguments of Terraform that give a stack, by its path, its place in the bucket of the states. */
export function initArguments(stack: string): string[] {
  const backend = {
    bucket: STATE_BUCKET,
    key: `${stack}/terraform.tfstate`,
    region: REGION,
    use_lockfile: 'true',
    encrypt: 'true',
  }
  return [
    'init',
    '-input=false',
    '-no-color',
    ...Object.entries(backend).map(([key, value]) => `-backend-config=${key}=${value}`),
  ]
}

/** Applies the identity stack with the administrator's own credentials, and tells the roles that it made. */
export async function bootstrapIdentity(options: BootstrapOptions): Promise<Roles> {
  const { aws, folder, workspace, terraform, terraformEnv, identity, environment = 'dev' } = options
  await aws.createBucket(STATE_BUCKET)
  cpSync(join(workspace, 'terraform'), join(folder, 'terraform'), { recursive: true })
  const stack = `terraform/stacks/${environment}/identity`
  const cwd = join(folder, stack)
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: process.env['HOME'] ?? '',
    ...terraformEnv,
    ...aws.bootstrapEnv,
    ...stackVariables(identity),
    ...(options.oidcProvider === undefined ? {} : { TF_VAR_oidc_provider_arn: options.oidcProvider }),
  }
  const call = (args: readonly string[]) => run(terraform, [...args], { cwd, env, maxBuffer: 1 << 26 })
  await call(initArguments(stack))
  await call(['apply', '-input=false', '-no-color', '-auto-approve'])
  const { stdout } = await call(['output', '-json', 'role_arns'])
  return JSON.parse(stdout)
}
