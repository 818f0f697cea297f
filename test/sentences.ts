/** The sentences of a Markdown text, as plain text with code in backticks: of paragraphs, lists and the cells of tables. */

export interface Sentence {
  /** The heading above it; empty before the first but the title. */
  readonly section: string
  readonly text: string
}

/** Without fenced blocks, comments and what is generated between them, which say nothing in sentences. */
function proseOf(markdown: string): string {
  return markdown
    .replace(/<!-- ([\w-]+) -->[\s\S]*?<!-- \/\1 -->/g, '')
    .replace(/^( *)```[\s\S]*?^\1```$/gm, '\n')
    .replace(/<!--[\s\S]*?-->/g, '')
}

function plain(markdown: string): string {
  return markdown
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Paragraphs, items of lists, and the last cell of each row of a table, unless that names its test itself. */
function blocksOf(section: string): string[] {
  const blocks: string[] = ['']
  for (const [index, line] of section.split('\n').entries()) {
    if (line.startsWith('|')) {
      const cell = line.split('|').at(-2) ?? ''
      const isHead = section.split('\n')[index + 1]?.startsWith('| ---') === true
      blocks.push(isHead || /^ *-+ *$|\.test\.ts`/.test(cell) ? '' : cell, '')
      continue
    }
    const item = /^ *(?:- |\d+\. )(.*)$/.exec(line)
    if (item?.[1] !== undefined) blocks.push(item[1])
    else if (line.trim() === '') blocks.push('')
    else blocks.push(`${blocks.pop()}\n${line}`)
  }
  return blocks.map(plain).filter((block) => block !== '')
}

/** A sentence ends before a capital, code or a bracket. */
const END = /(?<=[.!?]\)?)\s+(?=[A-Z`"“(])/

/** Code is one word, whatever is in it. */
function sentencesIn(block: string): string[] {
  const code: string[] = []
  const hidden = block.replace(/`[^`]*`/g, (found) => `\`${code.push(found) - 1}\``)
  return hidden
    .split(END)
    .map((sentence) => sentence.replace(/`(\d+)`/g, (_found, index) => code[Number(index)] ?? ''))
}

export function sentencesOf(markdown: string): Sentence[] {
  const [top = '', ...sections] = proseOf(markdown).split(/^## /m)
  return [`\n${top.replace(/^# .*$/m, '')}`, ...sections].flatMap((text) => {
    const end = text.indexOf('\n')
    const section = text.slice(0, end).trim()
    const body = text.slice(end).replace(/^#{1,6} .*$/gm, '')
    return blocksOf(body).flatMap((block) =>
      sentencesIn(block).map((sentence) => ({ section, text: sentence })),
    )
  })
}
