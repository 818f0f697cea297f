/** What the roles may do, and what was called: two lists that must be the same. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RecordedCall } from '#sandbox/aws/aws.ts'
import { root } from './copy.ts'

export interface Actions {
  readonly plan: readonly string[]
  readonly apply: readonly string[]
}

export type Implied = Readonly<
  Record<
    string,
    { readonly plan?: Readonly<Record<string, string>>; readonly apply?: Readonly<Record<string, string>> }
  >
>

const folder = join(root, 'terraform/modules/identity/actions')

export function actionFile(module: string): string {
  return join(folder, `${module}.json`)
}

/** The recorded list of a module. */
export function listed(module: string): Actions {
  return JSON.parse(readFileSync(actionFile(module), 'utf8'))
}

/** What AWS asks for and the emulator does not, with the reason of each. */
export function implied(): Implied {
  return JSON.parse(readFileSync(join(folder, 'implied.json'), 'utf8'))
}

/** Where the emulator has names of its own. Source: the service authorization reference of S3. */
const NAMES: Readonly<Record<string, string>> = { 's3:HeadBucket': 's3:ListBucket' }

/** Needs no permission. */
const FREE = new Set(['sts:GetCallerIdentity'])

/** The key under which a phase of a module's life is recorded. */
export type Phase = 'plan' | 'apply' | 'destroy'
export function keyOf(module: string, example: string, phase: Phase): string {
  return `${module}.${example}.${phase}`
}

/** What the phases of a module called; what only reads is what planning calls too. */
export function called(calls: readonly RecordedCall[], module: string): Actions {
  const of = (phase: Phase) =>
    new Set(
      calls
        .filter(({ key }) => key.startsWith(`${module}.`) && key.endsWith(`.${phase}`))
        .map(({ action }) => NAMES[action] ?? action)
        .filter((action) => !FREE.has(action)),
    )
  const plan = of('plan')
  const both = new Set([...of('apply'), ...of('destroy')])
  // What applying reads beyond planning, such as whether something is gone, changes nothing either.
  const reads = [...both].filter((action) => READS.test(action))
  const all = new Set([...plan, ...reads])
  return { plan: [...all].sort(), apply: [...both].filter((action) => !all.has(action)).sort() }
}

const READS = /^[a-z0-9-]+:(?:Describe|Get|List)/

export interface Judgement {
  /** Called, and not allowed. */
  readonly missing: readonly string[]
  /** Allowed, and called by nobody. */
  readonly unneeded: readonly string[]
}

/** Sufficient when nothing is missing; tight when nothing is unneeded. */
export function judge(list: Actions, recorded: Actions): Readonly<Record<'plan' | 'apply', Judgement>> {
  const between = (mine: readonly string[], theirs: readonly string[]): Judgement => ({
    missing: theirs.filter((action) => !mine.includes(action)),
    unneeded: mine.filter((action) => !theirs.includes(action)),
  })
  return { plan: between(list.plan, recorded.plan), apply: between(list.apply, recorded.apply) }
}
