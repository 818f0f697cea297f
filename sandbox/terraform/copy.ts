/** An AWS that writes down what is called, and a copy of the Terraform code that can be thrown away again. */
import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Aws, IMAGE } from '#sandbox/aws/aws.ts'
import { startTrustingAws } from '#sandbox/aws/trusting.ts'
import type { OidcIssuer } from '#sandbox/oidc/issuer.ts'
import { terraformEnv } from '#sandbox/terraform/terraform.ts'

const run = promisify(execFile)
export const root = join(import.meta.dirname, '../..')
const progress = () => undefined

/**
 * Terraform cannot make `prevent_destroy` depend on anything, and nothing that AWS protects can be cleaned up by a test:
 * in the copy that is tested both are off, and nothing else is changed.
 */
function unprotect(folder: string): void {
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.tf')) continue
    const path = join(folder, file)
    const text = readFileSync(path, 'utf8')
    const open = text
      .replaceAll('prevent_destroy = true', 'prevent_destroy = false')
      .replace(/(variable "deletion_protection" {[^}]*default += )true/, '$1false')
    if (open !== text) writeFileSync(path, open)
  }
}

export interface TerraformStage {
  readonly aws: Aws
  readonly issuer: OidcIssuer
  /** Holds `terraform/`, as the root of a checkout does. */
  readonly copy: string
  /** PATH, HOME and what Terraform finds its providers with. */
  readonly tools: Readonly<Record<string, string>>
  /** @param key access key, by which the calls are told apart */
  terraform(
    folder: string,
    args: readonly string[],
    key: string,
    env?: Readonly<Record<string, string>>,
  ): Promise<string>
  stop(): Promise<void>
}

export async function openTerraformStage(): Promise<TerraformStage> {
  const folder = mkdtempSync(join(tmpdir(), 'omninode-terraform-'))
  const copy = join(folder, 'copy')
  cpSync(join(root, 'terraform'), join(copy, 'terraform'), { recursive: true })
  unprotect(join(copy, 'terraform'))
  const trusting = await startTrustingAws({ folder, record: true, progress })
  const { aws, issuer } = trusting
  const tools = {
    PATH: process.env['PATH'] ?? '',
    HOME: folder,
    ...terraformEnv(folder, process.env),
  }
  return {
    aws,
    issuer,
    copy,
    tools,
    terraform: async (where, args, key, env = {}) => {
      const { stdout } = await run('terraform', [...args], {
        cwd: join(copy, where),
        env: {
          ...tools,
          ...aws.bootstrapEnv,
          AWS_ACCESS_KEY_ID: key,
          TF_IN_AUTOMATION: '1',
          TF_VAR_ami_id: IMAGE,
          ...env,
        },
        maxBuffer: 1 << 28,
      })
      return stdout
    },
    stop: async () => {
      await trusting.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Works on items in order, at most `width` at the same time. */
export async function inTurn<T>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const left = [...items]
  const worker = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item)
  }
  await Promise.all(Array.from({ length: width }, worker))
}
