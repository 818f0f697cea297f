/** The preview comment's text: a section for each step and target between hidden markers, within GitHub's limit. */
import { createHash } from 'node:crypto'
import { Failure } from '../model/failure.ts'
import { type StepName, stepNames } from '../model/step.ts'
import type { Masked } from '../redact/masked.ts'

/** The longest body that GitHub takes for a comment, in characters. */
export const LONGEST = 65_536

export interface SectionKey {
  readonly step: StepName
  readonly target: Masked<string>
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
  readonly summary: string
  readonly details: string
  readonly footer: string
}

export const MARKER = '<!-- omninode:preview -->'
const HEADING = `${MARKER}\n## Release preview`
const DETAILS = '<!-- omninode:details -->'
const FOOTER = '<!-- omninode:footer -->'
const END = '<!-- omninode:end -->'
const BEGIN = /^<!-- omninode:section (\S+ \S+) ([0-9a-f]{16}) -->$/

/** Longer targets are named by their beginning and a hash. */
const LONGEST_NAME = 200

function nameOf({ step, target }: SectionKey): string {
  const encoded = encodeURIComponent(target.toWellFormed()).replaceAll('%2F', '/') || '-'
  if (encoded.length <= LONGEST_NAME) return `${step} ${encoded}`
  return `${step} ${encoded.slice(0, LONGEST_NAME)}~${createHash('sha256').update(target).digest('hex').slice(0, 12)}`
}

/** No text of a section may look like one of our markers, nor end the comment that one is. */
function harmless(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(/<!--(?=\s*omninode:)/g, '&lt;!--')
}

export function makeSection({ key, summary, details, runUrl, artifact }: SectionBody): Section {
  const rest =
    artifact === undefined
      ? ''
      : ` · <a href="${encodeURI(artifact.url)}">${artifact.name}</a> holds what this comment has no room for`
  const stamp = createHash('sha256')
    .update(JSON.stringify([summary, details, runUrl, artifact]))
    .digest('hex')
  return {
    name: nameOf(key),
    stamp: stamp.slice(0, 16),
    summary: harmless(summary),
    details: harmless(details),
    footer: `<sub><a href="${encodeURI(runUrl)}">Log and full plan</a>${rest}</sub>`,
  }
}

/** The sections of a comment, by their names. What a person changed about the markers is no section any more. */
export function parseSections(body: string): Map<string, Section> {
  const found = new Map<string, Section>()
  const markers = [DETAILS, FOOTER, END]
  /** What stands between the markers of a section that has begun, as far as it was read. */
  let parts: string[][] | undefined
  let [name, stamp] = ['', '']
  for (const line of body.replaceAll('\r\n', '\n').split('\n')) {
    const begin = BEGIN.exec(line)
    if (begin !== null) {
      // One that begins before another has ended is none.
      ;[, name = '', stamp = ''] = begin
      parts = [[]]
    } else if (parts !== undefined && line === markers[parts.length - 1]) {
      if (parts.length < markers.length) parts.push([])
      else {
        const [summary = '', details = '', footer = ''] = parts.map((lines) => lines.join('\n').trim())
        found.set(name, { name, stamp, summary, details, footer })
        parts = undefined
      }
    } else if (line.startsWith('<!-- omninode:')) parts = undefined
    else parts?.at(-1)?.push(line)
  }
  return found
}

function place({ name }: Section): number {
  const index = stepNames.findIndex((step) => name.startsWith(`${step} `))
  return index === -1 ? stepNames.length : index
}

function write(sections: readonly Section[]): string {
  const parts = sections.map(
    ({ name, stamp, summary, details, footer }) =>
      `<!-- omninode:section ${name} ${stamp} -->\n${summary}\n\n${DETAILS}\n${details}\n\n${FOOTER}\n${footer}\n${END}`,
  )
  return [HEADING, ...parts].join('\n\n')
}

const ELSEWHERE = 'More than fits into this comment: the details are in the step summary, linked below.'

/** A section without its details, and after that without all but its heading. */
const shorter: readonly ((section: Section) => Section)[] = [
  (whole) => (whole.details === '' ? whole : { ...whole, details: `_${ELSEWHERE}_` }),
  (whole) => {
    const [heading = ''] = whole.summary.split('\n', 1)
    return { ...whole, summary: heading.length <= 300 ? heading : '', details: `_${ELSEWHERE}_` }
  },
]

function size({ summary, details }: Section): number {
  return summary.length + details.length
}

/**
 * The comment's text: the steps in the order of a release. When it gets too long, the longest section is
 * shortened first, so that every section keeps at least its heading and its link.
 * @throws Failure COMMENT_FULL
 */
export function renderComment(sections: Iterable<Section>): string {
  const shown = [...sections].sort((a, b) => place(a) - place(b) || (a.name < b.name ? -1 : 1))
  for (const shorten of shorter) {
    for (const longest of shown.toSorted((a, b) => size(b) - size(a))) {
      if (write(shown).length <= LONGEST) break
      shown[shown.indexOf(longest)] = shorten(longest)
    }
  }
  const body = write(shown)
  if (body.length <= LONGEST) return body
  throw new Failure({
    code: 'COMMENT_FULL',
    what: `The ${shown.length} sections of the preview do not fit into one comment.`,
    fix: 'Preview fewer targets on one pull request, or set `comment: off` for some of them.',
  })
}
