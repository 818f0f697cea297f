/** The examples of the modules, and what each goes through. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { keyOf, type Phase } from './called.ts'
import { type Planned, remaining } from './convergence.ts'
import { root, type TerraformCopy } from './copy.ts'
import { moduleNames } from './modules.ts'

export interface Example {
  readonly module: string
  readonly name: string
}

/** Those that take long come first: they wait, and the others run meanwhile. */
const SLOW = ['data', 'k3s']

export function modulesInOrder(): string[] {
  const names = moduleNames()
  return [...SLOW, ...names.filter((name) => !SLOW.includes(name)).sort()]
}

export function examplesOf(module: string): Example[] {
  return readdirSync(join(root, 'terraform/modules', module, 'examples'))
    .sort()
    .map((name) => ({ module, name }))
}

function parse(output: string): Planned & { readonly values?: unknown } {
  return JSON.parse(output.slice(output.indexOf('{')))
}

/** Applied, planned again, destroyed. @returns what the second plan still wanted, and what was left at the end */
export async function liveThrough(
  { terraform }: TerraformCopy,
  { module, name }: Example,
): Promise<{ left: string[]; resources: number; kept: number }> {
  const folder = `terraform/modules/${module}/examples/${name}`
  const as = (phase: Phase | 'other', ...args: string[]) =>
    terraform(folder, args, phase === 'other' ? 'other' : keyOf(module, name, phase))
  const quiet = ['-input=false', '-no-color']
  await as('other', 'init', ...quiet)
  await as('apply', 'apply', ...quiet, '-auto-approve')
  const second = await as('plan', 'plan', ...quiet, '-out=second.tfplan')
  // To show what it wants takes the provider's schema once more.
  const left = /^No changes\. /m.test(second)
    ? []
    : remaining(parse(await as('other', 'show', '-json', 'second.tfplan')))
  const resources = (await as('other', 'state', 'list')).split('\n').filter(Boolean).length
  await as('destroy', 'destroy', ...quiet, '-auto-approve')
  const kept = (await as('other', 'state', 'list')).split('\n').filter(Boolean).length
  return { left, resources, kept }
}
