/** Markdown for the step summary. All that one step appends stays within GitHub's 1 MiB. */
import type { Change } from '../model/change.ts'
import { formatDuration } from '../model/duration.ts'
import type { ReviewDifference } from '../model/ending.ts'
import type { Outcome, Result } from '../model/outcome.ts'
import type { Plan } from '../model/plan.ts'
import { type Masked, rendered } from '../redact/masked.ts'
import {
  boundedTable,
  diff,
  evidenceBlock,
  findingsTable,
  linked,
  partsBlock,
  type Revision,
  runTable,
} from './blocks.ts'
import { origin } from './comment.ts'
import { code, folded, prose } from './markdown.ts'
import { destructive, doneText, headline, inOrder, stepTitle } from './wording.ts'

/** Bytes; a step appends at most one plan, and what came of it. */
const SPACE = { table: 150_000, evidence: 100_000, parts: 50_000, diff: 250_000 } as const
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
  refused: 'was refused',
}

/** One line: `Deploy failed in 3 s: 1 of 3 changes done`. */
export function outcomeTitle(plan: Plan, outcome: Outcome): string {
  const took = formatDuration(Date.parse(outcome.finishedAt) - Date.parse(outcome.startedAt))
  const unchanged =
    outcome.changed || outcome.results.length === 0 || plan.step === 'verify'
      ? ''
      : ', nothing is different from before'
  return `${stepTitle[plan.step]} ${pastTense[outcome.status]} in ${took}: ${doneText(plan, outcome)}${unchanged}`
}

/** What became of each change, what did not go well first; none without a result. */
export function outcomeBlocks(outcome: Outcome, bytes: number): string[] {
  const rows = outcome.results
    .toSorted((a, b) => statusOrder.indexOf(a.status) - statusOrder.indexOf(b.status))
    .map((result) => [
      statusText[result.status],
      `${result.action} ${code(result.address)}${result.message === undefined ? '' : `<br>${prose(result.message)}`}`,
      result.status === 'skipped' ? '' : formatDuration(result.durationMs),
    ])
  return rows.length === 0 ? [] : [boundedTable(['', 'what', 'took'], rows, bytes)]
}

/** What would be applied, beside what was shown. */
export function refusalBlocks({ comparison }: ReviewDifference, bytes: number): string[] {
  const rows = comparison.differences.map(({ address, what, reviewed, planned, detail }) => [
    code(address),
    reviewed ?? '—',
    planned?.action ?? '—',
    prose(detail === undefined ? what : `${what}: ${detail}`),
  ])
  const planned = comparison.differences.flatMap((difference) => difference.planned ?? [])
  return [
    boundedTable(['what', 'reviewed', 'planned now', 'how it differs'], rows, bytes),
    ...(planned.length === 0 ? [] : [folded('<b>Planned now</b>', diff(planned, bytes, REST))]),
  ]
}
