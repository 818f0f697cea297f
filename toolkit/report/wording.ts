/** How plans, actions, findings and results are worded in every form of report. */
import type { Action, Change } from '../model/change.ts'
import type { Evidence } from '../model/evidence.ts'
import type { Finding } from '../model/finding.ts'
import type { Outcome } from '../model/outcome.ts'
import { effectiveChanges, type Plan } from '../model/plan.ts'
import type { StepName } from '../model/step.ts'

/** The order in which changes are shown: what destroys first. */
const order: readonly Action[] = ['delete', 'replace', 'forget', 'update', 'import', 'move', 'create', 'run']

const severities = ['error', 'warning', 'notice'] as const

export const destructive: ReadonlySet<Action> = new Set(['delete', 'replace', 'forget'])

export const stepTitle: Readonly<Record<StepName, string>> = {
  provision: 'Provision',
  migrate: 'Migrate',
  deploy: 'Deploy',
  verify: 'Verify',
}

/** `1,234`. Not `toLocaleString`: loading the rules of all languages takes longer than the rest of a small run. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')
}

/** `1 error`, `2 errors`. */
export function plural(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`
}

/** An output of Terraform is told, and makes nothing. */
export function isOutput({ kind }: Pick<Change, 'kind'>): boolean {
  return kind === 'output'
}

/** Action or `output` → how many changes. */
export function changeCounts(plan: Plan): ReadonlyMap<Action | 'output', number> {
  const counts = new Map<Action | 'output', number>()
  for (const change of effectiveChanges(plan)) {
    const key = isOutput(change) ? 'output' : change.action
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

/**
 * `14 to create, 1 to replace, 0 to delete`, `1 to update, 0 to delete, 2 outputs`; `nothing to do` without a change.
 * That nothing is deleted is said wherever something could be.
 */
export function countText(plan: Plan): string {
  const all = effectiveChanges(plan)
  const changes = all.filter((change) => !isOutput(change))
  const outputs = all.length - changes.length
  const counts = order.toReversed().flatMap((action) => {
    const count = changes.filter((change) => change.action === action).length
    const said = count > 0 || (action === 'delete' && changes.some((change) => change.action !== 'run'))
    return said ? [`${grouped(count)} to ${action}`] : []
  })
  if (outputs > 0)
    counts.push(changes.length === 0 ? `${plural(outputs, 'output')} to change` : plural(outputs, 'output'))
  return counts.length === 0 ? 'nothing to do' : counts.join(', ')
}

/** `5 of 7 changes done`, `2 of 3 probes passed`; without outputs where there is anything else. */
export function doneText(plan: Plan, { results }: Outcome): string {
  const outputs = new Set(effectiveChanges(plan).flatMap((each) => (isOutput(each) ? [each.address] : [])))
  const changes = results.filter(({ address }) => !outputs.has(address))
  const counted = changes.length > 0 ? changes : results
  if (counted.length === 0) return 'no change was due'
  const done = counted.filter(({ status }) => status === 'done').length
  return plan.step === 'verify'
    ? `${grouped(done)} of ${plural(counted.length, 'probe')} passed`
    : `${grouped(done)} of ${plural(counted.length, 'change')} done`
}

/** `2 errors, 1 warning`; undefined without a finding. */
export function findingText(plan: Plan): string | undefined {
  const parts = severities.flatMap((severity) => {
    const count = plan.findings.filter((finding) => finding.severity === severity).length
    return count === 0 ? [] : [plural(count, severity)]
  })
  return parts.length === 0 ? undefined : parts.join(', ')
}

/** What the plan says of itself, in the words of a check run: what cannot be told is never a success. */
export type Conclusion = 'success' | 'failure' | 'neutral'

export function conclusionOf(plan: Plan): Conclusion {
  if (plan.findings.some(({ severity, verdict }) => severity === 'error' && verdict === 'fail'))
    return 'failure'
  return plan.findings.some(({ verdict }) => verdict === 'unknown') ? 'neutral' : 'success'
}

const verdictWords: Readonly<Record<Conclusion, string | undefined>> = {
  failure: 'blocked',
  neutral: 'cannot tell',
  success: undefined,
}

/** One line: `Provision: 14 to create, 1 to replace, 0 to delete`, `Verify: blocked, 2 errors, 1 warning`. */
export function headline(plan: Plan): string {
  const found = findingText(plan)
  const idle = effectiveChanges(plan).length === 0
  const counts = idle && plan.step === 'verify' && found === undefined ? 'nothing found' : countText(plan)
  const parts = [verdictWords[conclusionOf(plan)], idle && found !== undefined ? undefined : counts, found]
  return `${stepTitle[plan.step]}: ${parts.filter((part) => part !== undefined).join(', ')}`
}

/** Whether something that is there is gone afterwards. */
export function isDestructive(change: Pick<Change, 'action' | 'kind'>): boolean {
  return destructive.has(change.action) && !isOutput(change)
}

/** Destructive changes first, otherwise in the plan's order. */
export function inOrder(plan: Plan): readonly Change[] {
  return [...effectiveChanges(plan)].sort((a, b) => order.indexOf(a.action) - order.indexOf(b.action))
}

/** Errors first, otherwise in the plan's order. */
export function bySeverity(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))
}

/** `error`, `warning` or `notice`, or that it cannot be told. */
export function severityText({ severity, verdict }: Finding): string {
  return verdict === 'unknown' ? 'cannot tell' : severity
}

const past: Readonly<Record<Action, string>> = {
  create: 'created',
  update: 'updated',
  replace: 'replaced',
  delete: 'deleted',
  import: 'imported',
  move: 'moved',
  forget: 'forgotten',
  run: 'run',
  none: 'left as it is',
}

/** `replaced`, `forgotten`: what becomes of the thing. */
export function pastOf(action: Action): string {
  return past[action]
}

/** Lines of each; what is beyond is counted. */
const MOST = { destroyed: 3, rules: 4 } as const

/**
 * What is bad in a plan, the worst first: what it destroys, then what was found, one line for each rule. Notices are not.
 * @returns lines of text in which only what stands between backticks is code
 */
export function worstOf(plan: Plan): readonly string[] {
  const destroyed = inOrder(plan)
    .filter(isDestructive)
    .map(
      ({ action, address, note }) =>
        `\`${address}\` is ${pastOf(action)}${note === undefined ? '' : `: ${note}`}`,
    )
  const found = severe(plan).map(({ message, others }) =>
    others === 0 ? message : `${message} And ${grouped(others)} more of this kind.`,
  )
  const counted = (lines: readonly string[], most: number, what: string) => {
    const left = lines.length - most
    return left <= 0 ? lines : [...lines.slice(0, most), `… and ${grouped(left)} more ${what}`]
  }
  return [
    ...counted(destroyed, MOST.destroyed, 'destroyed'),
    ...counted(found, MOST.rules, 'kinds of findings'),
  ]
}

/** The first finding of each rule, errors first, and how many others it has. */
function severe({ findings }: Plan): readonly { readonly message: string; readonly others: number }[] {
  const told = bySeverity(findings).filter(
    ({ severity, verdict }) => severity !== 'notice' || verdict === 'unknown',
  )
  return [...Map.groupBy(told, ({ rule }) => rule).values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ message: first.message, others: others.length }],
  )
}

const evidenceWords: Readonly<Record<Evidence['verdict'], string>> = {
  pass: 'held',
  fail: 'broken',
  unknown: 'cannot tell',
}

export function evidenceText({ verdict }: Evidence): string {
  return evidenceWords[verdict]
}

/** The first 12 digits of a digest, enough to compare by eye. */
export function shortDigest(digest: string): string {
  return digest.slice('sha256:'.length, 'sha256:'.length + 12)
}
