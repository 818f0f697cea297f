/** What an action puts out for the later steps of its job. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type * as z from 'zod'
import type { Look, Step } from '../action/step.ts'
import { type Ending, outcomeOf } from '../model/ending.ts'
import type { Failure } from '../model/failure.ts'
import type { Outcome } from '../model/outcome.ts'
import { effectiveChanges, type Plan } from '../model/plan.ts'
import { type Masked, rendered } from '../redact/masked.ts'
import { changeCounts } from '../report/wording.ts'
import type { World } from '../world/world.ts'
import type { Host } from './host.ts'
import { ROOT } from './own-folder.ts'

/** What every action puts out beside its own outputs. */
export const commonOutputs = {
  changed: '`true` when a plan would change something, or an apply did, also one that failed half way.',
  digest: 'Digest of the plan: what would change, and the inputs that decide it.',
  plan: 'Path of the plan as JSON, without sensitive values.',
  outcome:
    'Path of what came of it as JSON: `status` is `succeeded`, `failed`, `cancelled` or `refused`, `results` says it of each change, and `failures` why. Empty for a command that only plans.',
  summary: 'JSON object of counts: changes by action, outputs, findings by severity.',
} as const

type Edge = Pick<World, 'redactor' | 'clock'>

function counts(plan: Plan): Record<string, number> {
  const result: Record<string, number> = Object.fromEntries(changeCounts(plan))
  for (const { severity } of plan.findings) result[severity] = (result[severity] ?? 0) + 1
  return result
}

/** A file for later steps of the job. */
function file(host: Host, step: string, kind: string, value: Masked<object>): string {
  const root = join(host.temp, ROOT)
  mkdirSync(root, { recursive: true, mode: 0o700 })
  const path = join(mkdtempSync(join(root, `${step}-${kind}-`)), `${kind}.json`)
  writeFileSync(path, `${JSON.stringify(value, undefined, 2)}\n`)
  return path
}

/** What is known as soon as there is a plan. */
export function putOutPlan(plan: Plan, host: Host, { redactor }: Edge): void {
  if (host.alone) return
  host.setOutput('digest', redactor.maskJson(plan.digest))
  host.setOutput('plan', redactor.maskJson(file(host, plan.step, 'plan', redactor.masked(plan))))
  host.setOutput('summary', redactor.maskJson(JSON.stringify(counts(plan))))
}

/** What was seen, for programs: the output that is called as the command names the file. */
export function putOutLook<Value extends object>(
  look: Look<Value>,
  value: Masked<Value>,
  { step, command }: { readonly step: string; readonly command: string },
  host: Host,
  { redactor }: Edge,
): void {
  if (host.alone) return
  host.setOutput('changed', redactor.maskJson('false'))
  host.setOutput('summary', redactor.maskJson(JSON.stringify(look.counts)))
  host.setOutput(command, redactor.maskJson(file(host, step, command, value)))
  for (const [name, text] of Object.entries(look.outputs(value))) host.setOutput(name, rendered(value, text))
}

function plainly(
  { code, what, why, fix, source }: Failure,
  wording: (text: string) => string = (text) => text,
): Readonly<Record<string, unknown>> {
  const [toldWhy, toldFix] = [why, fix].map((text) => (text === undefined ? undefined : wording(text)))
  return { code, what: wording(what), why: toldWhy, fix: toldFix, source }
}

/** What came of it: every output is put out, however the run ended. */
export function putOutEnding<S extends z.ZodObject, P extends Plan, O extends Outcome>(
  step: Step<S, P, O>,
  ending: Ending,
  plan: P | undefined,
  outcome: (Outcome & Partial<O>) | undefined,
  host: Host,
  { redactor, clock }: Edge,
): void {
  if (host.alone) return
  const output = (name: string, value: string) => host.setOutput(name, redactor.maskJson(value))
  const { applies, failures } = ending
  const changed = applies
    ? outcome?.changed === true
    : plan !== undefined && effectiveChanges(plan).length > 0
  output('changed', String(changed))
  if (plan === undefined) output('summary', '{}')
  for (const [name, value] of Object.entries(step.report(plan, outcome))) output(name, value)
  if (!applies || host.problems.length > 0) return
  const told = {
    ...outcomeOf(ending, clock()),
    ...outcome,
    failures: failures.map((each) => plainly(each, host.wording)),
  }
  output('outcome', file(host, step.name, 'outcome', redactor.masked(told)))
}
