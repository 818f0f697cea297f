/** The parts that the comment and the step summaries are built of: Markdown blocks that are whole by themselves. */
import type { Change } from '../model/change.ts'
import type { Evidence } from '../model/evidence.ts'
import type { Finding } from '../model/finding.ts'
import type { Part } from '../model/part.ts'
import type { Plan } from '../model/plan.ts'
import { formatSource, type Source } from '../model/source.ts'
import { differenceLines } from './difference.ts'
import { code, codeLink, fence, fitting, folded, oneLine, prose, shortened, table } from './markdown.ts'
import {
  bySeverity,
  destructive,
  evidenceText,
  grouped,
  inOrder,
  isOutput,
  plural,
  severityText,
} from './wording.ts'

/** The state of the repository that a plan was made from, for links to its files. */
export interface Revision {
  /** `https://github.com/owner/name` */
  readonly repositoryUrl: string
  /** Full SHA of a commit. */
  readonly commit: string
}

/** Longer paths are not linked. */
const LONGEST_LINK = 300

/** Inline code; a link to its place in the files when that and the revision are known. */
export function linked(text: string, source: Source | undefined, revision: Revision | undefined): string {
  if (source === undefined || revision === undefined || source.file.length > LONGEST_LINK) return code(text)
  const path = source.file.toWellFormed().split('/').map(encodeURIComponent).join('/')
  const line = source.line === undefined ? '' : `#L${source.line}`
  return codeLink(text, `${revision.repositoryUrl}/blob/${revision.commit}/${path}${line}`)
}

/** `file:line`, linked to that line when the revision is known; empty without a source. */
export function place(source: Source | undefined, revision: Revision | undefined): string {
  return source === undefined ? '' : linked(formatSource(source), source, revision)
}

/** How one change differs from what is there, beneath a header such as those between the parts of a file's diff. */
function hunk(change: Change): readonly string[] {
  const title = `@@ ${change.action} ${shortened(oneLine(change.address), 300)} @@`
  const where = change.source === undefined ? '' : ` ${oneLine(formatSource(change.source))}`
  const note = change.note === undefined ? [] : [`! ${shortened(oneLine(change.note), 500)}`]
  return [title + where, ...note, ...differenceLines(change), '']
}

/** What the changes do to each attribute, as one diff; what is beyond the limit is in `rest`. */
export function diff(changes: readonly Change[], bytes: number, rest: string): string {
  const lines = changes.flatMap(hunk).slice(0, -1)
  const shown = fitting(lines, bytes)
  const left = lines.length - shown.length
  const more = left === 0 ? [] : [`… ${plural(left, 'more line')} in ${rest}`]
  return fence([...shown, ...more].join('\n'), 'diff')
}

/** `6 aws_subnet, 3 aws_route_table, …`, as HTML: the kinds of changes, the most frequent first. */
export function kinds(changes: readonly Change[]): string {
  const counts = new Map<string, number>()
  for (const { kind } of changes) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  const most = [...counts].sort(([, a], [, b]) => b - a)
  const number = (count: number) => (count === 1 || most.length === 1 ? '' : `${count} `)
  const words = most.slice(0, 4).map(([kind, count]) => number(count) + code(kind))
  return [...words, ...(most.length > 4 ? ['…'] : [])].join(', ')
}

/** A table of as many rows as fit, with a line beneath it that counts the rest. */
export function boundedTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  bytes: number,
): string {
  const fit = fitting(
    rows.map((cells) => `| ${cells.join(' | ')} |`),
    bytes,
  )
  const left = rows.length - fit.length
  const rest = left === 0 ? '' : `\n\n… and ${grouped(left)} more.`
  return table(head, rows.slice(0, fit.length)) + rest
}

/** What runs, in its order. */
export function runTable(changes: readonly Change[], revision: Revision | undefined, bytes: number): string {
  const rows = changes.map(({ address, source, note = '' }, index) => [
    String(index + 1),
    linked(address, source, revision),
    prose(note),
  ])
  return boundedTable(['', 'runs', 'how'], rows, bytes)
}

export function findingsTable(
  findings: readonly Finding[],
  revision: Revision | undefined,
  bytes: number,
): string {
  const rows = bySeverity(findings).map((finding) => {
    const { message, why, fix, rule, source } = finding
    const where = source === undefined ? [] : [place(source, revision)]
    return [
      `**${severityText(finding)}**`,
      [
        `<b>${prose(message)}</b>`,
        prose(why),
        ...fix.split('\n').map(prose),
        [code(rule), ...where].join(' '),
      ].join('<br>'),
    ]
  })
  return boundedTable(['', 'finding'], rows, bytes)
}

/** What a part is said to be in for, the worst first; empty when nothing is to be done. */
function fate({ status, name }: Part, changes: readonly Change[]): string {
  if (status !== 'planned')
    return { failed: '**cannot be planned**', waiting: 'waits', skipped: 'not planned' }[status]
  const counts = new Map<Change['action'], number>()
  const own = changes.filter(({ address }) => address.startsWith(`${name}/`))
  const outputs = own.filter(isOutput).length
  for (const change of own)
    if (!isOutput(change)) counts.set(change.action, (counts.get(change.action) ?? 0) + 1)
  const made = [...counts].map(([action, count]) => {
    const words = `${grouped(count)} to ${action}`
    return destructive.has(action) ? `**${words}**` : words
  })
  return [...made, ...(outputs === 0 ? [] : [plural(outputs, 'output')])].join(', ')
}

/** The parts that something is to be done in or to be said of; the others are counted. None for a plan without parts. */
export function partsBlock(plan: Plan, bytes: number): string[] {
  if (plan.parts.length < 2 && plan.parts.every(({ status }) => status === 'planned')) return []
  const changes = inOrder(plan)
  const rows = plan.parts
    .map((part) => [code(part.name), fate(part, changes), prose(part.note ?? '')])
    .filter(([, fated]) => fated !== '')
  const rest = plan.parts.length - rows.length
  const unchanged = rest === 0 ? [] : [`${plural(rest, 'stack')} without a change.`]
  return [...(rows.length === 0 ? [] : [boundedTable(['stack', 'what', ''], rows, bytes)]), ...unchanged]
}

/** As many lines of a difference are shown open; more are folded away. */
const OPEN_LINES = 20

/** What was tried, with its verdict; its difference is beneath it. */
export function evidenceBlock(evidence: Evidence, bytes: number, rest: string): string {
  const { title, text, difference = [] } = evidence
  const said = `**${prose(title)}: ${evidenceText(evidence)}.** ${prose(text)}`
  if (difference.length === 0) return said
  const shown = fitting(difference, bytes)
  const left = difference.length - shown.length
  const more = left === 0 ? [] : [`… ${plural(left, 'more line')} in ${rest}`]
  const block = fence([...shown, ...more].join('\n'), 'diff')
  const counted = plural(difference.length, 'line')
  return `${said}\n\n${difference.length <= OPEN_LINES ? block : folded(`<b>Difference</b>, ${counted}`, block)}`
}
