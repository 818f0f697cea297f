/** What an administrator does once in a new account: a bucket for the state, and the identity stack. */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Aws, IMAGE, REGION } from '../aws/aws.ts'
import { cached } from '../cache/cache.ts'
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

/** What Terraform made of an identity stack: by which calls of IAM, its state, and the roles. */
interface Made {
  readonly calls: readonly string[]
  readonly state: string
  readonly roles: Roles
}

/** Applies the identity stack with the administrator's own credentials, and tells the roles that it made. */
export async function applyIdentity(options: BootstrapOptions): Promise<Roles> {
  const { aws, folder, workspace, terraform, terraformEnv, environment = 'dev' } = options
  await aws.createBucket(STATE_BUCKET)
  cpSync(join(workspace, 'terraform'), join(folder, 'terraform'), { recursive: true })
  const stack = stackOf(environment)
  const cwd = join(folder, stack)
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: process.env['HOME'] ?? '',
    ...terraformEnv,
    ...aws.bootstrapEnv,
    ...variables(options),
  }
  const call = (args: readonly string[]) => run(terraform, [...args], { cwd, env, maxBuffer: 1 << 26 })
  await call(initArguments(stack))
  await call(['apply', '-input=false', '-no-color', '-auto-approve'])
  const { stdout } = await call(['output', '-json', 'role_arns'])
  return JSON.parse(stdout)
}

/**
 * The same account as after {@link applyIdentity}. Terraform makes it once for these files and variables; in every
 * other account the calls that it made of IAM are made again, which takes a hundredth of the time.
 */
export async function bootstrapIdentity(options: BootstrapOptions): Promise<Roles> {
  const { aws, environment = 'dev' } = options
  const key = `${stackOf(environment)}/terraform.tfstate`
  let here: Roles | undefined
  const entry = await cached(
    `identity/${digestOf(options)}`,
    async (target) => {
      const before = aws.iamWrites.length
      here = await applyIdentity(options)
      const state = await aws.readObject(STATE_BUCKET, key)
      demandIamOnly(state)
      const made: Made = { calls: aws.iamWrites.slice(before), state, roles: here }
      writeFileSync(join(target, MADE), JSON.stringify(made))
    },
    { progress: () => undefined },
  )
  if (here !== undefined) return here
  const { calls, state, roles }: Made = JSON.parse(readFileSync(join(entry, MADE), 'utf8'))
  await aws.createBucket(STATE_BUCKET)
  await aws.writeIam(calls)
  await aws.writeObject(STATE_BUCKET, key, state)
  return roles
}

const MADE = 'made.json'

function stackOf(environment: string): string {
  return `terraform/stacks/${environment}/identity`
}

function variables({ identity, oidcProvider }: BootstrapOptions): Record<string, string> {
  return {
    ...stackVariables(identity),
    ...(oidcProvider === undefined ? {} : { TF_VAR_oidc_provider_arn: oidcProvider }),
  }
}

/** Of all that decides what Terraform makes. */
function digestOf(options: BootstrapOptions): string {
  const { workspace, environment = 'dev' } = options
  const hash = createHash('sha256').update(JSON.stringify([environment, variables(options)]))
  for (const folder of ['terraform/modules', stackOf(environment)]) {
    const entries = readdirSync(join(workspace, folder), { recursive: true, encoding: 'utf8' })
    // What `init` leaves is no source.
    const files = entries.filter(
      (name) => /\.(?:tf|json|tfvars|hcl)$/.test(name) && !/(?:^|\/)\.terraform\//.test(name),
    )
    for (const name of files.sort())
      hash.update(`\0${folder}/${name}\0`).update(readFileSync(join(workspace, folder, name)))
  }
  return hash.digest('hex')
}

/** What is not IAM's is not among the calls. */
function demandIamOnly(state: string): void {
  const { resources }: { resources: readonly { mode: string; type: string }[] } = JSON.parse(state)
  const others = resources.filter(({ mode, type }) => mode === 'managed' && !type.startsWith('aws_iam_'))
  if (others.length > 0) throw new Error(`the identity stack makes ${others[0]?.type}, which is not IAM's`)
}
