/** Plans and outcomes for the log and the terminal. */
import type { Change } from '../model/change.ts'
import { formatDuration } from '../model/duration.ts'
import type { Outcome } from '../model/outcome.ts'
import type { Plan } from '../model/plan.ts'
import { printable } from './markdown.ts'
import { countText, findingText, inOrder, place, shortDigest, sign } from './wording.ts'

function line(change: Change): string {
  const source = change.source === undefined ? '' : `  (${place(change.source)})`
  const note = change.note === undefined ? '' : `  — ${change.note}`
  return printable(`  ${sign[change.action]} ${change.address}${source}${note}`)
}

export function planText(plan: Plan): string {
  const head = `${plan.step} ${plan.target}: ${countText(plan)} (plan ${shortDigest(plan.digest)})`
  const findings = plan.findings.map((finding) =>
    printable(`  ${finding.severity} ${place(finding.source)} ${finding.message} ${finding.fix}`),
  )
  const found = findingText(plan)
  return [
    head,
    ...inOrder(plan).map(line),
    ...(found === undefined ? [] : [`found: ${found}`, ...findings]),
  ].join('\n')
}

export function outcomeText(plan: Plan, outcome: Outcome): string {
  const took = formatDuration(Date.parse(outcome.finishedAt) - Date.parse(outcome.startedAt))
  const results = outcome.results.map((result) =>
    printable(
      `  ${result.status.padEnd(7)} ${result.action} ${result.address} (${formatDuration(result.durationMs)})${result.message === undefined ? '' : ` ${result.message}`}`,
    ),
  )
  const verdict = outcome.results.length === 0 ? 'nothing to do' : `${outcome.status} in ${took}`
  return [`${plan.step} ${plan.target}: ${verdict}, changed=${outcome.changed}`, ...results].join('\n')
}
