/** An AWS account on loopback in which Terraform works, and no other part of the sandbox. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AwsOptions } from '../aws/aws.ts'
import { startTrustingAws, type TrustingAws } from '../aws/trusting.ts'
import { REPOSITORY } from '../oidc/identity.ts'
import { bootstrapIdentity, type Roles } from './bootstrap.ts'
import { terraformEnv } from './terraform.ts'

export interface Account extends TrustingAws {
  /** Of this account's own; removed when it is closed. */
  readonly folder: string
  /** PATH, and the configuration that finds Terraform's providers. */
  readonly tools: Readonly<Record<string, string>>
  /** Makes the roles of this repository, from the identity stack of a checkout. */
  bootstrap(
    workspace: string,
    options?: { readonly environment?: string; readonly oidcProvider?: string },
  ): Promise<Roles>
}

export interface AccountOptions extends Pick<AwsOptions, 'progress' | 'record' | 'managedPolicies'> {
  /** PATH, unless it is this process's own. */
  readonly path?: string
}

export async function openAccount({ path, ...options }: AccountOptions): Promise<Account> {
  const folder = mkdtempSync(join(tmpdir(), 'omninode-account-'))
  const trusting = await startTrustingAws({ ...options, folder })
  const tools = { PATH: path ?? process.env['PATH'] ?? '', ...terraformEnv(folder, process.env) }
  return {
    ...trusting,
    folder,
    tools,
    bootstrap: (workspace, { environment = 'dev', ...more } = {}) =>
      bootstrapIdentity({
        ...more,
        aws: trusting.aws,
        folder: join(folder, `bootstrap-${environment}`),
        workspace,
        environment,
        terraform: 'terraform',
        terraformEnv: tools,
        identity: REPOSITORY,
      }),
    stop: async () => {
      await trusting.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
