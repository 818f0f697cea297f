/** An AWS that writes down what is called, and a copy of the Terraform code that can be thrown away again. */
import { execFile } from 'node:child_process'
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { IMAGE } from '../aws/aws.ts'
import { type Account, openAccount } from './account.ts'

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

export interface TerraformCopy extends Account {
  /** Absolute path of what holds `terraform/`, as the root of a checkout does. */
  readonly path: string
  /** @param key access key, by which the calls are told apart */
  terraform(
    folder: string,
    args: readonly string[],
    key: string,
    env?: Readonly<Record<string, string>>,
  ): Promise<string>
}

export async function openTerraformCopy(): Promise<TerraformCopy> {
  const account = await openAccount({ record: true, managedPolicies: true, progress })
  const { aws, folder } = account
  const path = join(folder, 'copy')
  cpSync(join(root, 'terraform'), join(path, 'terraform'), { recursive: true })
  unprotect(join(path, 'terraform'))
  const tools = { ...account.tools, HOME: folder }
  return {
    ...account,
    path,
    tools,
    terraform: async (where, args, key, env = {}) => {
      const { stdout } = await run('terraform', [...args], {
        cwd: join(path, where),
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
  }
}
