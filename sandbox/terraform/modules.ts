/** Terraform's modules in this repository. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const modules = join(import.meta.dirname, '../../terraform/modules')

export function moduleNames(): string[] {
  return readdirSync(modules).filter((name) => existsSync(join(modules, name, 'variables.tf')))
}
