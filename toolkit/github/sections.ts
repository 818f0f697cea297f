/** The sticky comment's text: sections of the steps between hidden markers, within GitHub's limit. */
import { type StepName, stepNames } from '../model/step.ts'

/** The longest body that GitHub takes for a comment. */
export const LONGEST = 65_536

export interface SectionKey {
  readonly step: StepName
  readonly target: string
}

export interface SectionBody {
  readonly key: SectionKey
  /** Markdown that is always shown. */
  readonly summary: string
  /** Markdown that gives way when the comment gets too long. */
  readonly details: string
  readonly runUrl: string
}

export const MARKER = '<!-- omninode:preview -->'
const HEADING = `${MARKER}\n## Release preview`
const DETAILS = '<!-- details -->'
const END = '<!-- end -->'

/** No text of a section may look like one of our markers. */
function harmless(text: string): string {
  return text.replaceAll('<!--', '&lt;!--')
}

function identify({ step, target }: SectionKey): string {
  return `${step} ${Buffer.from(target).toString('base64url')}`
}

/** The sections of a comment, by their identity, as they were rendered. */
export function parseSections(body: string): Map<string, { key: SectionKey; text: string }> {
  const sections = new Map<string, { key: SectionKey; text: string }>()
  const pattern = /<!-- section (\w+) ([\w-]+) -->\n([\s\S]*?)\n<!-- end -->/g
  for (const [, step, target = '', text = ''] of body.matchAll(pattern)) {
    const known = stepNames.find((name) => name === step)
    if (known === undefined) continue
    const key = { step: known, target: Buffer.from(target, 'base64url').toString() }
    sections.set(identify(key), { key, text })
  }
  return sections
}

export function renderSection({ summary, details, runUrl }: SectionBody): string {
  const more = `[log and full plan](${harmless(runUrl)})`
  return [harmless(summary), more, DETAILS, harmless(details)].join('\n\n')
}

function compose(sections: readonly { key: SectionKey; text: string }[]): string {
  const inOrder = [...sections].sort(
    (a, b) =>
      stepNames.indexOf(a.key.step) - stepNames.indexOf(b.key.step) || (a.key.target < b.key.target ? -1 : 1),
  )
  const parts = inOrder.map(({ key, text }) => `<!-- section ${identify(key)} -->\n${text}\n${END}`)
  return [HEADING, ...parts].join('\n\n')
}

/** The first line of a section, which says what it is about, without what follows. */
function shortened(text: string): string {
  const [heading = ''] = text.split('\n', 1)
  return `${heading.slice(0, 500)}\n\nToo long to show here: see the step summary of its run.`
}

/** The comment with one section put in or replaced; the longest sections are shortened until it fits. */
export function withSection(body: string, section: SectionBody): string {
  const sections = parseSections(body)
  sections.set(identify(section.key), { key: section.key, text: renderSection(section) })
  const all = [...sections.values()]
  const longestFirst = () => [...all].sort((a, b) => b.text.length - a.text.length)
  for (const each of longestFirst()) {
    if (compose(all).length <= LONGEST) break
    const cut = each.text.indexOf(DETAILS)
    if (cut !== -1)
      each.text = `${each.text.slice(0, cut)}${DETAILS}\n\nThe details are too long to show here: see the log.`
  }
  for (const each of longestFirst()) {
    if (compose(all).length <= LONGEST) break
    each.text = shortened(each.text)
  }
  return compose(all)
}

/** Whether a comment shows a section just as it was rendered, or shortened. */
export function hasSection(body: string, section: SectionBody): boolean {
  const found = parseSections(body).get(identify(section.key))
  const [heading] = renderSection(section).split('\n', 1)
  return found?.text.startsWith(heading ?? '') === true
}
