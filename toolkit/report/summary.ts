/** Markdown for the step summary. All that one step appends stays within GitHub's 1 MiB. */
import type { Change } from '../model/change.ts'
import { formatDuration } from '../model/duration.ts'
import type { Failure } from '../model/failure.ts'
import type { Outcome, Result } from '../model/outcome.ts'
import type { Plan } from '../model/plan.ts'
import type { Comparison } from '../model/review.ts'
import type { StepName } from '../model/step.ts'
import { type Masked, rendered } from '../redact/masked.ts'
import {
  boundedTable,
  diff,
  evidenceBlock,
  findingsTable,
  linked,
  partsBlock,
  place,
  type Revision,
  runTable,
} from './blocks.ts'
import { origin } from './comment.ts'
import { alert, code, folded, prose } from './markdown.ts'
import { destructive, grouped, headline, inOrder, plural, stepTitle } from './wording.ts'

/** Bytes; a step appends at most one plan, one refusal or outcome, and one list of failures. */
const SPACE = {
  table: 150_000,
  evidence: 100_000,
  parts: 50_000,
  diff: 250_000,
  refusal: 100_000,
  failures: 50_000,
} as const
const REST = 'the plan file'

function changesTable(changes: readonly Change[], revision: Revision | undefined): string {
  const rows = changes.map((change) => [
    destructive.has(change.action) ? `**${change.action}**` : change.action,
    linked(change.address, change.source, revision) +
      (change.note === undefined ? '' : `<br>${prose(change.note)}`),
    code(change.kind),
  ])
  return boundedTable(['', 'what', 'kind'], rows, SPACE.table)
}

/** The whole plan: every finding, every change, and what each does to each attribute. */
export function planSummary(plan: Masked<Plan>, revision?: Revision): Masked<string> {
  const changes = inOrder(plan)
  const blocks = [`### ${headline(plan)}`, origin(plan, revision), ...partsBlock(plan, SPACE.parts)]
  if (plan.findings.length > 0) blocks.push(findingsTable(plan.findings, revision, SPACE.table))
  const running = changes.filter(({ action }) => action === 'run')
  const rest = changes.filter(({ action }) => action !== 'run')
  if (running.length > 0) blocks.push(runTable(running, revision, SPACE.table))
  blocks.push(...plan.evidence.map((each) => evidenceBlock(each, SPACE.evidence, REST)))
  if (rest.length > 0) blocks.push(changesTable(rest, revision))
  const differing = changes.filter(({ before, after }) => before !== undefined || after !== undefined)
  if (differing.length > 0) blocks.push(folded('<b>Every attribute</b>', diff(differing, SPACE.diff, REST)))
  return rendered(plan, blocks.join('\n\n'))
}

const statusText: Readonly<Record<Result['status'], string>> = {
  done: 'done',
  failed: '**failed**',
  skipped: 'not done',
  unknown: '**cannot tell**',
}

/** What did not go well comes first. */
const statusOrder: readonly Result['status'][] = ['failed', 'unknown', 'skipped', 'done']

const pastTense: Readonly<Record<Outcome['status'], string>> = {
  succeeded: 'succeeded',
  failed: 'failed',
  cancelled: 'was cancelled',
}

export function outcomeSummary(plan: Masked<Plan>, outcome: Masked<Outcome>): Masked<string> {
  const title = `### ${stepTitle[plan.step]}`
  if (outcome.results.length === 0 && outcome.status === 'succeeded')
    return rendered(plan, `${title}: there was nothing to do\n\n${origin(plan, undefined)}`)
  const took = formatDuration(Date.parse(outcome.finishedAt) - Date.parse(outcome.startedAt))
  const done = outcome.results.filter(({ status }) => status === 'done').length
  const counts = `${grouped(done)} of ${plural(outcome.results.length, 'change')} done`
  const unchanged = outcome.changed ? '' : ', nothing is different from before'
  const rows = outcome.results
    .toSorted((a, b) => statusOrder.indexOf(a.status) - statusOrder.indexOf(b.status))
    .map((result) => [
      statusText[result.status],
      `${result.action} ${code(result.address)}`,
      formatDuration(result.durationMs),
      prose(result.message ?? ''),
    ])
  const blocks = [
    `${title} ${pastTense[outcome.status]} in ${took}: ${counts}${unchanged}`,
    origin(plan, undefined),
    ...(rows.length === 0 ? [] : [boundedTable(['', 'what', 'took', ''], rows, SPACE.refusal)]),
  ]
  return rendered([plan, outcome], blocks.join('\n\n'))
}

/**
 * What would be applied, beside what was shown.
 * @param shownBy our own words, as they are: `pull request #12`
 */
export function refusalSummary(comparison: Masked<Comparison>, shownBy: string): Masked<string> {
  const rows = comparison.differences.map(({ address, what, reviewed, planned, detail }) => [
    code(address),
    reviewed ?? '—',
    planned?.action ?? '—',
    prose(detail === undefined ? what : `${what}: ${detail}`),
  ])
  const planned = comparison.differences.flatMap((difference) => difference.planned ?? [])
  const blocks = [
    `### This is not what ${shownBy} showed`,
    alert('CAUTION', [
      'Something changed after it was shown: the place, the means, the files, or the target itself. With `reviewed: required` nothing of this is applied.',
    ]),
    boundedTable(['what', 'reviewed', 'planned now', 'how it differs'], rows, SPACE.refusal),
    ...(planned.length === 0 ? [] : [folded('<b>Planned now</b>', diff(planned, SPACE.refusal, REST))]),
  ]
  return rendered(comparison, blocks.join('\n\n'))
}

export function failureSummary(step: StepName, failures: Masked<readonly Failure[]>): Masked<string> {
  const rows = failures.map(({ what, why, fix, source }) => [
    `**${prose(what)}**${why === undefined ? '' : `<br>${prose(why)}`}`,
    prose(fix ?? ''),
    place(source, undefined),
  ])
  const table = boundedTable(['what', 'what to do', 'where'], rows, SPACE.failures)
  return rendered(failures, `### ${stepTitle[step]} failed\n\n${table}`)
}
