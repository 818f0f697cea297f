import type { Change } from '../model/change.ts'
import type { Finding } from '../model/finding.ts'
import { effectiveChanges, type Plan } from '../model/plan.ts'
import { differenceLines } from './difference.ts'
import { code, fence, folded, plain, table } from './markdown.ts'
import { countText, destructive, findingText, inOrder, place, shortDigest, sign } from './wording.ts'

/** One step's part of the preview. `details` may be left out when the comment gets too long. */
export interface Section {
  /** Plain text, one line. */
  readonly title: string
  /** Markdown that is always shown. */
  readonly summary: string
  /** Markdown, folded away. */
  readonly details: string
}

function heading(plan: Plan): string {
  return [countText(plan), findingText(plan)].filter((part) => part !== undefined).join(' · ')
}

function changeBlock(change: Change): string {
  const lines = differenceLines(change)
  const note = change.note === undefined ? [] : [`! ${change.note}`]
  const title = `${sign[change.action]} ${change.address}`
  return [title, ...[...note, ...lines].map((line) => `${line[0]}   ${line.slice(2)}`)].join('\n')
}

function changesTable(changes: readonly Change[]): string {
  return table(
    ['', 'what', 'kind', 'where'],
    changes.map((change) => [
      `**${change.action}**`,
      code(change.address) + (change.note === undefined ? '' : `<br>${plain(change.note)}`),
      plain(change.kind),
      change.source === undefined ? '' : code(place(change.source)),
    ]),
  )
}

export function findingsTable(findings: readonly Finding[]): string {
  return table(
    ['', 'finding', 'where'],
    findings.map((finding) => [
      `**${finding.verdict === 'unknown' ? 'cannot tell' : finding.severity}**`,
      `${plain(finding.message)} <br>${plain(finding.fix)} (${code(finding.rule)})`,
      finding.source === undefined ? '' : code(place(finding.source)),
    ]),
  )
}

export function planSection(plan: Plan): Section {
  const changes = inOrder(plan)
  const destroying = changes.filter((change) => destructive.has(change.action))
  const rest = changes.filter((change) => !destructive.has(change.action))
  const title = `${plan.step}: ${heading(plan)}`
  const open: string[] = [
    `### ${plan.step} — ${heading(plan)}`,
    `${code(plan.target)} · plan ${code(shortDigest(plan.digest))}`,
  ]
  if (destroying.length > 0)
    open.push(changesTable(destroying), fence(destroying.map(changeBlock).join('\n\n'), 'diff'))
  if (plan.findings.length > 0) open.push(findingsTable(plan.findings))
  const details: string[] = []
  if (rest.length > 0) {
    const body = `${changesTable(rest)}\n\n${fence(rest.map(changeBlock).join('\n\n'), 'diff')}`
    details.push(folded(`${rest.length} change${rest.length === 1 ? '' : 's'}`, body))
  }
  return { title, summary: open.join('\n\n'), details: details.join('\n\n') }
}

/** Markdown of a plan in full, for the step summary. */
export function planSummary(plan: Plan): string {
  const { summary, details } = planSection(plan)
  const nothing = effectiveChanges(plan).length === 0 && plan.findings.length === 0
  return nothing ? summary : [summary, details].join('\n\n')
}
