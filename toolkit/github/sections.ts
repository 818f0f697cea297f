/**
 * The preview comment's text: the verdict of all, and a section for each step and target between hidden markers, within
 * GitHub's limit.
 */
import { createHash } from 'node:crypto'
import { Failure } from '../model/failure.ts'
import type { Masked } from '../redact/masked.ts'
import {
  type SectionOwner,
  SectionVerdict,
  sectionOwners,
  verdictTable,
  worstFirst,
} from '../report/verdict.ts'

/** The longest body that GitHub takes for a comment, in characters. */
export const LONGEST = 65_536

export interface SectionKey {
  readonly step: SectionOwner
  /**
   * Undefined when nothing could be opened. Such a section is known by the inputs that name the place (`asked` of its
   * verdict) until the target is: it takes the place of the section that the same inputs have led to before, so that no
   * earlier plan stands there as if it was this commit's. Where the inputs themselves were changed, that section stays,
   * and is told to be of an earlier commit.
   */
  readonly target: Masked<string> | undefined
}

/** Something that is kept with a run. */
export interface Artifact {
  /** Letters, digits and hyphens. */
  readonly name: string
  readonly url: string
}

/** What one step has to say on a pull request. Its Markdown is whole by itself: all that it opens, it closes. */
export interface SectionBody {
  readonly key: SectionKey
  /** Its row in the table of all of them. */
  readonly verdict: Masked<SectionVerdict>
  /** Always shown; its first line is the heading. */
  readonly summary: Masked<string>
  /** Gives way when the comment gets too long. */
  readonly details: Masked<string>
  /** Where the log and the step summary are. */
  readonly runUrl: string
  /** All of it, when summary and details are not. */
  readonly artifact?: Artifact | undefined
}

/** A section as it stands in a comment. */
export interface Section {
  /** Step and target, as the marker names them. */
  readonly name: string
  /** Of the body that it was made from: the same even where the comment shows less of it. */
  readonly stamp: string
  /** Undefined when it cannot be read: a person may have changed it. */
  readonly verdict: SectionVerdict | undefined
  readonly summary: string
  readonly details: string
  readonly footer: string
}

export const MARKER = '<!-- omninode:preview -->'
const HEADING = `${MARKER}\n## Release preview`
const VERDICT = /^<!-- omninode:verdict (\{.*\}) -->$/
const DETAILS = '<!-- omninode:details -->'
const FOOTER = '<!-- omninode:footer -->'
const END = '<!-- omninode:end -->'
const BEGIN = /^<!-- omninode:section (\S+ \S+) ([0-9a-f]{16}) -->$/

/** Longer targets are named by their beginning and a hash. */
const LONGEST_NAME = 200

/** As its marker names it. */
function nameOf({ step, target }: SectionKey, asked: string): string {
  // No target is written so: a question mark is encoded.
  if (target === undefined) return `${step} ?${asked}`
  const encoded = encodeURIComponent(target.toWellFormed()).replaceAll('%2F', '/') || '-'
  if (encoded.length <= LONGEST_NAME) return `${step} ${encoded}`
  return `${step} ${encoded.slice(0, LONGEST_NAME)}~${createHash('sha256').update(target).digest('hex').slice(0, 12)}`
}

/** No text of a section may look like one of our markers, nor end the comment that one is. */
function harmless(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(/<!--(?=\s*omninode:)/g, '&lt;!--')
}

export function makeSection({ key, verdict, summary, details, runUrl, artifact }: SectionBody): Section {
  const rest =
    artifact === undefined
      ? ''
      : ` · <a href="${encodeURI(artifact.url)}">${artifact.name}</a> holds what this comment has no room for`
  const stamp = createHash('sha256')
    .update(JSON.stringify([verdict, summary, details, runUrl, artifact]))
    .digest('hex')
  return {
    name: nameOf(key, verdict.asked),
    stamp: stamp.slice(0, 16),
    verdict,
    summary: harmless(summary),
    details: harmless(details),
    footer: `<sub><a href="${encodeURI(runUrl)}">Log and full plan</a>${rest}</sub>`,
  }
}

/** On one line of ASCII, without what would end an HTML comment. */
function verdictMarker(verdict: SectionVerdict): string {
  const json = JSON.stringify(verdict).replace(
    /[<>]|[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return `<!-- omninode:verdict ${json} -->`
}

/** What a marker says, which anybody who may edit the comment may have written. */
function verdictIn(json: string): SectionVerdict | undefined {
  try {
    return SectionVerdict.safeParse(JSON.parse(json)).data
  } catch {
    return undefined
  }
}

/** The sections of a comment, by their names. What a person changed about the markers is no section any more. */
export function parseSections(body: string): Map<string, Section> {
  const found = new Map<string, Section>()
  const markers = [DETAILS, FOOTER, END]
  /** What stands between the markers of a section that has begun, as far as it was read. */
  let parts: string[][] | undefined
  let [name, stamp] = ['', '']
  let verdict: SectionVerdict | undefined
  for (const line of body.replaceAll('\r\n', '\n').split('\n')) {
    const begin = BEGIN.exec(line)
    if (begin !== null) {
      // One that begins before another has ended is none.
      ;[, name = '', stamp = ''] = begin
      verdict = undefined
      parts = [[]]
    } else if (parts?.length === 1 && parts[0]?.length === 0 && line.startsWith('<!-- omninode:verdict ')) {
      verdict = verdictIn(VERDICT.exec(line)?.[1] ?? '')
    } else if (parts !== undefined && line === markers[parts.length - 1]) {
      if (parts.length < markers.length) parts.push([])
      else {
        const [summary = '', details = '', footer = ''] = parts.map((lines) => lines.join('\n').trim())
        found.set(name, { name, stamp, verdict, summary, details, footer })
        parts = undefined
      }
    } else if (line.startsWith('<!-- omninode:')) parts = undefined
    else parts?.at(-1)?.push(line)
  }
  return found
}

function place({ name }: Section): number {
  const index = sectionOwners.findIndex((step) => name.startsWith(`${step} `))
  return index === -1 ? sectionOwners.length : index
}

/** The id of a run: a later one has a greater. */
function runOf({ run }: SectionVerdict): number {
  return Number(run.slice(run.lastIndexOf('/') + 1))
}

/**
 * Whether what stands in the comment is of a later commit than what is to be written: of the head, or of a run that began
 * later. Runs of different commits end in any order.
 * @param head full SHA of the commit that the pull request is at
 */
export function isOutrun(given: Section, standing: Section, head: string): boolean {
  const [own, other] = [given.verdict, standing.verdict]
  if (own === undefined || other === undefined) return false
  if (own.commit === head || own.commit === other.commit) return false
  return other.commit === head || runOf(other) > runOf(own)
}

/** Those that say something of the same step and inputs, each for another target, or for none that is known. */
function alikeIn(sections: ReadonlyMap<string, Section>, { name, verdict }: Section): readonly Section[] {
  return [...sections.values()].filter(
    (each) =>
      each.name !== name &&
      verdict !== undefined &&
      each.verdict?.step === verdict.step &&
      each.verdict.asked === verdict.asked,
  )
}

/**
 * The sections with one of them written anew. One whose target is known now takes the place of what the same inputs led
 * to without one, and the other way round.
 * @returns the section as it stands there, and all of them
 */
function withSection(
  sections: ReadonlyMap<string, Section>,
  given: Section,
): { readonly own: Section; readonly all: ReadonlyMap<string, Section> } {
  const { verdict } = given
  const alike = alikeIn(sections, given)
  const all = new Map(sections)
  const [former, ...others] = alike
  // Several targets of the same inputs: which of them it would have been cannot be told.
  const takes = verdict?.known === false && former !== undefined && others.length === 0
  const own = takes ? { ...given, name: former.name } : given
  if (takes) all.delete(given.name)
  for (const { name, verdict: of } of alike)
    if (verdict?.known === true && of?.known === false) all.delete(name)
  all.set(own.name, own)
  return { own, all }
}

/** Whose place a section would take. */
function replacedBy(given: Section, sections: ReadonlyMap<string, Section>): readonly Section[] {
  const same = sections.get(given.name)
  const alike = alikeIn(sections, given).filter(
    ({ verdict }) => given.verdict?.known !== true || verdict?.known === false,
  )
  return same === undefined ? alike : [same, ...alike]
}

export interface Written {
  /** What was given, as it stands there. */
  readonly own: readonly Section[]
  readonly all: ReadonlyMap<string, Section>
  /** What was given and is not written, because it would take the place of what is of a later commit. */
  readonly outrun: readonly Section[]
}

/**
 * The sections with some of them written anew.
 * @param head full SHA of the commit that the pull request is at
 */
export function withSections(
  sections: ReadonlyMap<string, Section>,
  given: readonly Section[],
  head: string,
): Written {
  let all = sections
  const [own, outrun]: [Section[], Section[]] = [[], []]
  for (const each of given) {
    if (replacedBy(each, all).some((standing) => isOutrun(each, standing, head))) {
      outrun.push(each)
      continue
    }
    const written = withSection(all, each)
    all = written.all
    own.push(written.own)
  }
  return { own, all, outrun }
}

/** A section between its markers. */
function write({ name, stamp, verdict, summary, details, footer }: Section): string {
  const said = verdict === undefined ? '' : `${verdictMarker(verdict)}\n`
  return `<!-- omninode:section ${name} ${stamp} -->\n${said}${summary}\n\n${DETAILS}\n${details}\n\n${FOOTER}\n${footer}\n${END}`
}

const ELSEWHERE = 'More than fits into this comment: the details are in the step summary, linked below.'

/** A section without its details, and after that without all but its heading. */
const shorter: readonly ((section: Section) => Section)[] = [
  (whole) => (whole.details === '' ? whole : { ...whole, details: `_${ELSEWHERE}_` }),
  (whole) => {
    const [heading = ''] = whole.summary.split('\n', 1)
    return { ...whole, summary: heading.length <= 300 ? heading : '', details: `_${ELSEWHERE}_` }
  },
  (whole) => (whole.verdict === undefined ? whole : { ...whole, verdict: { ...whole.verdict, worst: [] } }),
]

/** What is bad in it is counted in its row, and not named. */
function unnamed(section: Section): Section {
  const { verdict } = section
  return verdict === undefined ? section : { ...section, verdict: { ...verdict, worst: [] } }
}

function size({ summary, details }: Section): number {
  return summary.length + details.length
}

/**
 * The comment's text: the verdict of all sections, and the steps in the order of a release. When it gets too long, the
 * longest section is shortened first, so that every section keeps at least its heading and its link; the verdict stays,
 * and names what is bad at least in the worst.
 * @param head full SHA of the commit that the pull request is at
 * @throws Failure COMMENT_FULL
 */
export function renderComment(sections: Iterable<Section>, head: string): string {
  const shown = [...sections].sort((a, b) => place(a) - place(b) || (a.name < b.name ? -1 : 1))
  let table = verdictTable(shown, head)
  const written = shown.map((section) => ({ section, text: write(section) }))
  const body = () => [HEADING, table, ...written.map(({ text }) => text)].join('\n\n')
  let { length } = body()
  for (const shorten of shorter) {
    for (const longest of written.toSorted((a, b) => size(b.section) - size(a.section))) {
      if (length <= LONGEST) return body()
      const before = longest.text.length
      longest.section = shorten(longest.section)
      longest.text = write(longest.section)
      length += longest.text.length - before
    }
  }
  const ranked = worstFirst(written.map((each) => ({ ...each.section, each })))
  for (let named = shown.length >> 1; length > LONGEST && ranked.length > 0; named >>= 1) {
    for (const { each } of ranked.splice(named)) {
      each.section = unnamed(each.section)
      each.text = write(each.section)
    }
    table = verdictTable(
      written.map(({ section }) => section),
      head,
    )
    length = body().length
  }
  if (length <= LONGEST) return body()
  throw new Failure({
    code: 'COMMENT_FULL',
    what: `The ${shown.length} sections of the preview do not fit into one comment.`,
    fix: 'Preview fewer targets on one pull request, or set `comment: off` for some of them.',
  })
}
