/** Markdown for the step summary. */
import { formatDuration } from '../model/duration.ts'
import type { Failure } from '../model/failure.ts'
import type { Outcome } from '../model/outcome.ts'
import type { Plan } from '../model/plan.ts'
import type { Comparison } from '../model/review.ts'
import { differenceLines } from './difference.ts'
import { code, fence, plain, table } from './markdown.ts'
import { place } from './wording.ts'

export { planSummary } from './comment.ts'

const statusText = {
  done: 'done',
  failed: '**failed**',
  skipped: 'not done',
  unknown: '**cannot tell**',
} as const

export function outcomeSummary(plan: Plan, outcome: Outcome): string {
  const took = formatDuration(Date.parse(outcome.finishedAt) - Date.parse(outcome.startedAt))
  const head = `### ${plan.step} ${outcome.status} in ${took}${outcome.changed ? '' : ' — nothing changed'}`
  if (outcome.results.length === 0) return head
  const rows = outcome.results.map((result) => [
    statusText[result.status],
    `**${result.action}** ${code(result.address)}`,
    formatDuration(result.durationMs),
    plain(result.message ?? ''),
  ])
  return `${head}\n\n${table(['', 'what', 'took', ''], rows)}`
}

/** What would be applied beside what was reviewed. */
export function refusalSummary(comparison: Comparison, pullRequest: number): string {
  const rows = comparison.differences.map(({ address, what, reviewed, planned }) => [
    code(address),
    plain(what),
    reviewed ?? '',
    planned?.action ?? '',
  ])
  const blocks = comparison.differences.flatMap(({ planned }) =>
    planned === undefined ? [] : [`${planned.address}\n${differenceLines(planned).join('\n')}`],
  )
  return [
    `### Refused: this is not what pull request #${pullRequest} showed`,
    table(['what', 'how it differs', 'reviewed', 'planned now'], rows),
    ...(blocks.length === 0 ? [] : [fence(blocks.join('\n\n'), 'diff')]),
    'Nothing was applied.',
  ].join('\n\n')
}

export function failureSummary(step: string, failures: readonly Failure[]): string {
  const rows = failures.map((failure) => [
    plain([failure.what, failure.why].filter((part) => part !== undefined).join(' ')),
    plain(failure.fix ?? ''),
    failure.source === undefined ? '' : code(place(failure.source)),
  ])
  return `### ${step} failed\n\n${table(['what', 'what to do', 'where'], rows)}`
}
