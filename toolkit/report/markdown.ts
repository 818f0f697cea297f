/**
 * Markdown and HTML that untrusted text cannot break out of. GitHub finds mentions, references, links, emoji
 * and formulas in the rendered text, after entities were resolved: those need a break in the text itself.
 */

import { grouped } from './wording.ts'

/** Characters that would not be seen, or that turn the direction of the text around them. */
const unseen = /(?![\t\n])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu

/** Text in which everything can be seen: what is invisible is shown by its number, such as `\u{202e}`. */
export function printable(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(unseen, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`)
}

/** Printable text without line breaks. */
export function oneLine(text: string): string {
  return printable(text).replace(/\s+/g, ' ').trim()
}

/** At most `longest` UTF-16 units of a text, never half a character, saying how much is missing. */
export function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text
  const cut = text.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '')
  return `${cut}… (${grouped(text.length - cut.length)} more characters)`
}

/** Longer texts within a line are cut. */
const LONGEST_PROSE = 1_000
const LONGEST_CODE = 300

function entity(character: string): string {
  return `&#${character.codePointAt(0)};`
}

/** Breaks a word that GitHub would turn into something else, without a trace in what is read. */
const BREAK = '&#8203;'

/** What would be markup in a line, whatever follows it there, and what GitHub links, replaces or notifies about when it is rendered. */
const active =
  /(?<web>www(?=\.)|:(?=\/\/))|(?<reference>#(?=\d)|@|GH-(?=\d))|(?<emoji>:(?=[\w+-]+(?::|$)))|(?<formula>\$)|(?<start>^(?:[-=]|\d+(?=[.)])))|(?<markup>[\\`*{}[\]()<>#+!|~&]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9]))/gi

function words(text: string): string {
  return text.replace(active, (found, ...rest) => {
    const groups: Record<string, string | undefined> = rest.at(-1)
    if (groups['formula'] !== undefined) return '<span>$</span>'
    if (groups['start'] !== undefined) return `<span>${found}</span>`
    if (groups['markup'] !== undefined) return entity(found)
    return `${found.startsWith('#') ? entity('#') : found}${BREAK}`
  })
}

/**
 * Text as ordinary words in Markdown, HTML or a table cell: no markup, mention, reference, link or line break.
 * Only what stands between two backticks is set as code.
 */
export function prose(text: string): string {
  const parts = shortened(oneLine(text), LONGEST_PROSE).split(/`([^`]+)`/)
  return parts.map((part, index) => (index % 2 === 0 ? words(part) : code(part))).join('')
}

/** Inline code in Markdown, HTML or a table cell, whatever is in it; copying it gives the same text. */
export function code(text: string): string {
  const escaped = shortened(oneLine(text), LONGEST_CODE).replace(
    /@|:(?=\/\/)|www(?=\.)|[\\`*{}[\]()<>#+!|~&$]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/gi,
    // Links are found even in HTML's code: an element within them prevents that.
    (found) => (/^[@:w]/i.test(found) ? `<span>${found}</span>` : entity(found)),
  )
  return `<code>${escaped}</code>`
}

/** The same HTML, without a link in it, that may be broken into lines after each slash, as a narrow table wants it. */
export function breaking(html: string): string {
  return html.replace(/(?<!<)\/+(?!>)/g, '$&<wbr>')
}

/** A link whose text is already HTML; no code: see `codeLink`. */
export function link(html: string, url: string): string {
  const href = url.replace(/[<>"|\\^`{}\s]/g, encodeURIComponent).replaceAll('&', '&amp;')
  return `<a href="${href}">${html}</a>`
}

/**
 * A link in the letters of code, whatever is in its text; copying it gives the same text. It is no `<code>`: on the
 * ground of that, in every other row of a table, the colour of a link has too little contrast.
 */
export function codeLink(text: string, url: string): string {
  const words = shortened(oneLine(text), LONGEST_CODE).replace(
    /[@:#$]|www(?=\.)|GH(?=-\d)|[\\`*{}[\]()<>+!|~&]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/gi,
    // Emoji, references and formulas are found even in a link: an element within them prevents that.
    (found) => (/^[@:#$wg]/i.test(found) ? `<span>${found}</span>` : entity(found)),
  )
  return link(`<samp>${words}</samp>`, url)
}

/** A fenced block, with a fence longer than any in the text. */
export function fence(text: string, language = ''): string {
  let longest = 2
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length)
  const ticks = '`'.repeat(longest + 1)
  return `${ticks}${language}\n${printable(text)}\n${ticks}`
}

/** A folded section: `title` is HTML without Markdown, `body` is Markdown. */
export function folded(title: string, body: string): string {
  return `<details>\n<summary>${title}</summary>\n\n${body}\n\n</details>`
}

/** A paragraph that GitHub sets apart; not within anything else. */
export function alert(kind: 'NOTE' | 'WARNING' | 'CAUTION', lines: readonly string[]): string {
  return [`[!${kind}]`, ...lines].map((line) => `> ${line}`).join('\n')
}

/** The cells are Markdown without line breaks. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** As many of the first parts as take at most `bytes` as lines of their own; none is ever cut. */
export function fitting(parts: readonly string[], bytes: number): readonly string[] {
  let taken = 0
  for (const [index, part] of parts.entries()) {
    taken += Buffer.byteLength(part) + 1
    if (taken > bytes) return parts.slice(0, index)
  }
  return parts
}
