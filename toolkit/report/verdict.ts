/** What every step and target of a pull request comes to, the worst first. */
import * as z from 'zod'
import { stepNames } from '../model/step.ts'
import { breaking, code, fitting, link, prose, shortened, table } from './markdown.ts'
import { grouped, stepTitle } from './wording.ts'

/** In the order in which they are told. */
const icons = {
  failed: '❌',
  'plan failed': '❌',
  cancelled: '🚫',
  stale: '⛔',
  refused: '⛔',
  destroys: '💥',
  blocked: '🛑',
  'cannot tell': '❔',
  warnings: '⚠️',
  changes: '📝',
  applied: '✅',
  proven: '✅',
  'nothing to do': '✅',
} as const
export type VerdictWord = keyof typeof icons
export const verdictWords = Object.keys(icons) as [VerdictWord, ...VerdictWord[]] // the same keys

/** Where they are counted. */
const counted: Readonly<Partial<Record<VerdictWord, string>>> = {
  destroys: 'destroying',
  warnings: 'with warnings',
  changes: 'with changes',
}

/** UTF-16 units. */
const LONGEST = { of: 160, why: 240, worst: 240 } as const
/** Lines of what is bad in one section. */
const MOST_WORST = 9

/** Whose sections a comment has: the steps', and the publisher's own of what it could not publish. */
export const sectionOwners = [...stepNames, 'publish'] as const
const SectionOwner = z.enum(sectionOwners)
export type SectionOwner = z.infer<typeof SectionOwner>

const ownerTitle: Readonly<Record<SectionOwner, string>> = { ...stepTitle, publish: 'Publish' }

/** As a section of the comment carries it: anybody who may edit the comment may have written it. */
export const SectionVerdict = z.strictObject({
  verdict: z.enum(verdictWords),
  step: SectionOwner,
  /** What people call the target, or the target; empty when it is not known. */
  of: z.string().max(LONGEST.of + 40),
  /** One line. */
  why: z.string().max(LONGEST.why + 40),
  /** What is bad in it, a line each, the worst first; between backticks it is code. */
  worst: z.array(z.string().max(LONGEST.worst + 40)).max(MOST_WORST),
  /** Of the head of the pull request. */
  commit: z.string().regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/),
  run: z.string().regex(/^https?:\/\/[\w.:-]+\/[\w.-]+\/[\w.-]+\/actions\/runs\/\d+$/),
  /** Hash of the inputs by which the caller names the place. */
  asked: z.string().regex(/^[0-9a-f]{12}$/),
  /** Whether the target is known: it is not when nothing could be opened. */
  known: z.boolean(),
})
export type SectionVerdict = z.infer<typeof SectionVerdict>

export function makeVerdict({
  verdict,
  step,
  of,
  why,
  worst,
  commit,
  run,
  asked,
  known,
}: Readonly<Omit<SectionVerdict, 'worst'>> & { readonly worst: readonly string[] }): SectionVerdict {
  const [named, because] = [shortened(of, LONGEST.of), shortened(why, LONGEST.why)]
  const bad = worst.slice(0, MOST_WORST).map((line) => shortened(line, LONGEST.worst))
  return { verdict, step, of: named, why: because, worst: bad, commit, run, asked, known }
}

/** A row of the table; `name` alone is known of a section whose verdict cannot be read. */
export interface Row {
  /** Step and target, as the marker of the section names them. */
  readonly name: string
  readonly verdict: SectionVerdict | undefined
}

function rank({ verdict }: Row): number {
  return verdictWords.indexOf(verdict?.verdict ?? 'cannot tell')
}

export function worstFirst<T extends Row>(rows: readonly T[]): T[] {
  return rows.toSorted((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1))
}

function targetIn(name: string): string {
  const encoded = name.slice(name.indexOf(' ') + 1)
  try {
    return decodeURIComponent(encoded)
  } catch {
    return encoded
  }
}

function stepIn(name: string): string {
  const step = sectionOwners.find((each) => name.startsWith(`${each} `))
  return step === undefined ? '' : ownerTitle[step]
}

const UNREADABLE = 'Its marker in this comment was changed, or is of another version.'

/** @param whole whether what is bad in it is told as well */
function cells({ name, verdict }: Row, head: string, whole = true): readonly string[] {
  if (verdict === undefined)
    return [
      `${icons['cannot tell']} **cannot tell**`,
      `${stepIn(name)} ${breaking(code(shortened(targetIn(name), LONGEST.of)))}<br>${UNREADABLE}`,
    ]
  const earlier = verdict.commit === head ? '' : ', an earlier commit'
  const of = !verdict.known && verdict.of === '' ? '' : ` ${breaking(code(verdict.of))}`
  const worst = whole ? verdict.worst.map((line) => `<b>${breaking(prose(line))}</b>`) : []
  const where = `${link('run', verdict.run)} of ${verdict.commit.slice(0, 7)}${earlier}`
  return [
    `${icons[verdict.verdict]} **${verdict.verdict}**`,
    [`${ownerTitle[verdict.step]}${of}`, ...worst, `${prose(verdict.why)} · ${where}`].join('<br>'),
  ]
}

/** As many rows whole as fit, from the first; the others without what is bad in them. */
function fittingRows(rows: readonly Row[], head: string): readonly (readonly string[])[] {
  const bytes = (all: readonly (readonly string[])[]) =>
    all.reduce((sum, each) => sum + Buffer.byteLength(each.join(' | ')) + 5, 0)
  const told = rows.map((row) => cells(row, head))
  for (let last = rows.length - 1; last >= 0 && bytes(told) > SPACE; last--)
    told[last] = cells(rows[last] as Row, head, false) // within its bounds
  return told
}

/** Bytes that the rows may take; what is beyond is counted. */
const SPACE = 20_000

/**
 * One line for the whole, and a table with a row for each section.
 * @param head full SHA of the commit that the pull request is at
 */
export function verdictTable(rows: readonly Row[], head: string): string {
  const sorted = worstFirst(rows)
  const counts = new Map<VerdictWord, number>()
  for (const { verdict } of sorted) {
    const word = verdict?.verdict ?? 'cannot tell'
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const [[worst] = ['nothing to do' as const]] = [...counts]
  const only = sorted.length === 1
  const earlier = sorted.filter(({ verdict }) => verdict !== undefined && verdict.commit !== head).length
  const notes = [
    ...(only ? [] : [...counts].map(([word, count]) => `${grouped(count)} ${counted[word] ?? word}`)),
    ...(earlier === 0 ? [] : [`${grouped(earlier)} of an earlier commit`]),
  ]
  const whole = `${icons[worst]} **${worst[0]?.toUpperCase()}${worst.slice(1)}**`
  const told = fittingRows(sorted, head)
  const lines = told.map((each) => `| ${each.join(' | ')} |`)
  const shown = fitting(lines, SPACE).length
  const left = sorted.length - shown
  return [
    notes.length === 0 ? whole : `${whole} · ${notes.join(' · ')}`,
    table(['verdict', 'what'], told.slice(0, shown)),
    ...(left === 0 ? [] : [`… and ${grouped(left)} more.`]),
  ].join('\n\n')
}
