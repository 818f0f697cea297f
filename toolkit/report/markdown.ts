/** Markdown that untrusted text cannot break out of. */

/** Characters that begin markup, a mention, a reference or a link. */
const special = /[\\`*_{}[\]()#+!|<>~@:&]/g

/** Text as ordinary words: no markup, mention, reference, link or line break. */
export function plain(text: string): string {
  return printable(text)
    .replace(/\s+/g, ' ')
    .replace(special, (character) => `&#${character.codePointAt(0)};`)
}

/** What can be shown: without control characters and those that turn the direction of writing. */
export function printable(text: string): string {
  return text.replace(/(?![\t\n\r])[\p{Cc}\p{Bidi_Control}]/gu, '\ufffd')
}

/** Inline code that also holds in a table, whatever is in it. */
export function code(text: string): string {
  const escaped = printable(text)
    .replace(/\s+/g, ' ')
    .replace(/[&<>|`@#]/g, (character) => `&#${character.codePointAt(0)};`)
  return `<code>${escaped}</code>`
}

/** A fenced block, with a fence longer than any in the text. */
export function fence(text: string, language = ''): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const ticks = '`'.repeat(longest + 1)
  return `${ticks}${language}\n${printable(text)}\n${ticks}`
}

/** A folded section; `title` is already markdown. */
export function folded(title: string, body: string, open = false): string {
  return `<details${open ? ' open' : ''}>\n<summary>${title}</summary>\n\n${body}\n\n</details>`
}

/** Cells are already markdown, without line breaks. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
