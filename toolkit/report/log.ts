/** Plans and outcomes for the log and the terminal. */
import type { Action, Change } from '../model/change.ts'
import { formatDuration } from '../model/duration.ts'
import type { ReviewDifference } from '../model/ending.ts'
import type { Evidence } from '../model/evidence.ts'
import type { Finding } from '../model/finding.ts'
import type { Outcome, Result } from '../model/outcome.ts'
import type { Plan } from '../model/plan.ts'
import { formatSource, type Source } from '../model/source.ts'
import { type Masked, rendered } from '../redact/masked.ts'
import { differenceLines } from './difference.ts'
import { oneLine, printable, shortened } from './markdown.ts'
import {
  bySeverity,
  evidenceText,
  headline,
  inOrder,
  severityText,
  shortDigest,
  stepTitle,
} from './wording.ts'

export interface TextOptions {
  /** Findings that are told elsewhere in the same log. */
  readonly told?: ReadonlySet<Finding>
  /** ANSI colours, as a terminal and GitHub's log show them. */
  readonly colour?: boolean
  /** Columns of the terminal; unlimited when it is none. */
  readonly width?: number | undefined
}

/** Longer addresses do not widen their column. */
const WIDEST = 72

const sign: Readonly<Record<Action, string>> = {
  create: '+',
  update: '~',
  replace: '-/+',
  delete: '-',
  import: '<-',
  move: '->',
  forget: 'x',
  run: '>',
  none: ' ',
}

const colours = { red: 31, green: 32, yellow: 33, cyan: 36 } as const
export type Colour = keyof typeof colours

const actionColour: Readonly<Record<Action, Colour>> = {
  create: 'green',
  update: 'yellow',
  replace: 'red',
  delete: 'red',
  import: 'green',
  move: 'yellow',
  forget: 'red',
  run: 'cyan',
  none: 'cyan',
}

const severityColour: Readonly<Record<Finding['severity'], Colour>> = {
  error: 'red',
  warning: 'yellow',
  notice: 'cyan',
}

const statusColour: Readonly<Record<Result['status'], Colour>> = {
  done: 'green',
  failed: 'red',
  skipped: 'yellow',
  unknown: 'red',
}

const verdictColour: Readonly<Record<Evidence['verdict'], Colour>> = {
  pass: 'green',
  fail: 'red',
  unknown: 'yellow',
}

/** Puts text into a colour, where they are seen. */
export function painter({ colour = false }: TextOptions) {
  return (name: Colour, text: string) => (colour ? `\u001b[${colours[name]}m${text}\u001b[39m` : text)
}

function place(source: Source | undefined): string {
  return source === undefined ? '' : oneLine(formatSource(source))
}

/** Words in columns, each as wide as its widest word, but no wider than `WIDEST`. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const width = (column: number) =>
    rows
      .map((row) => row[column]?.length ?? 0)
      .reduce((widest, length) => (length <= WIDEST ? Math.max(widest, length) : widest), 0)
  const widths = (rows[0] ?? []).map((_, column) => width(column))
  return rows.map((row) =>
    row
      .map((word, column) => word.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
}

/** What is created is told by its name; of what is there already, also what becomes of it. */
function showsAttributes({ action, before }: Change): boolean {
  return (
    action === 'update' ||
    action === 'replace' ||
    ((action === 'run' || action === 'import') && before !== undefined)
  )
}

export function planText(plan: Masked<Plan>, options: TextOptions = {}): Masked<string> {
  const paint = painter(options)
  const { told = new Set() } = options
  const changes = inOrder(plan)
  const rows = columns(
    changes.map((change) => [
      `  ${sign[change.action].padEnd(3)}`,
      shortened(oneLine(change.address), 300),
      oneLine(change.kind),
      place(change.source),
    ]),
  )
  const lines = changes.flatMap((change, index) => [
    paint(actionColour[change.action], rows[index] ?? ''),
    ...(change.note === undefined ? [] : [`      ${shortened(oneLine(change.note), 1_000)}`]),
    ...(showsAttributes(change) ? differenceLines(change).map((line) => `        ${printable(line)}`) : []),
  ])
  const findings = bySeverity(plan.findings.filter((each) => !told.has(each))).flatMap((finding) => [
    `  ${paint(severityColour[finding.severity], severityText(finding))} ${place(finding.source)} ${oneLine(finding.message)} [${oneLine(finding.rule)}]`,
    `      ${oneLine(finding.why)}`,
    ...finding.fix.split('\n').map((line) => `      ${oneLine(line)}`),
  ])
  const evidence = plan.evidence.flatMap((each) => [
    paint(verdictColour[each.verdict], `  ${oneLine(each.title)}: ${evidenceText(each)}. `) +
      oneLine(each.text),
    ...(each.difference ?? []).map((line) => `      ${printable(line)}`),
  ])
  const head = `${headline(plan)} (${oneLine(plan.target)}, plan ${shortDigest(plan.digest)})`
  return rendered(plan, [head, ...findings, ...lines, ...evidence].join('\n'))
}

export function outcomeText(
  plan: Masked<Plan>,
  outcome: Masked<Outcome>,
  options: TextOptions = {},
): Masked<string> {
  const paint = painter(options)
  const took = formatDuration(Date.parse(outcome.finishedAt) - Date.parse(outcome.startedAt))
  const rows = columns(
    outcome.results.map((result) => [
      `  ${result.status}`,
      result.action,
      shortened(oneLine(result.address), 300),
      formatDuration(result.durationMs),
    ]),
  )
  const lines = outcome.results.flatMap((result, index) => [
    paint(statusColour[result.status], rows[index] ?? ''),
    ...(result.message === undefined
      ? []
      : printable(result.message)
          .split('\n')
          .map((line) => `      ${line}`)),
  ])
  const head = `${stepTitle[plan.step]}: ${outcome.status} in ${took} (${oneLine(plan.target)}, changed=${outcome.changed})`
  return rendered([plan, outcome], [head, ...lines].join('\n'))
}

/** What would be applied and was not shown, or was shown and would not be. */
export function differenceText({ comparison, shownBy }: ReviewDifference, options: TextOptions = {}): string {
  const paint = painter(options)
  const lines = comparison.differences.map(({ address, what, reviewed, planned, detail }) => {
    const action = planned === undefined ? reviewed : planned.action
    const notes = [planned?.note, detail].filter((part) => part !== undefined)
    const note = notes.length === 0 ? '' : ` (${notes.join('; ')})`
    const named = oneLine(`${action === undefined ? '' : `${action} `}${address}${note}`)
    return `  ${paint('red', oneLine(what))}: ${shortened(named, 1_000)}`
  })
  return [`This is not what ${oneLine(shownBy)} showed:`, ...lines].join('\n')
}
