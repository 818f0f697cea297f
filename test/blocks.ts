/** The fenced blocks of our pages, as those who read them copy them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesOfRepository } from '../scripts/imports.ts'

const root = join(import.meta.dirname, '..')

export interface Block {
  readonly page: string
  /** Of the page: of the block's first line. */
  readonly line: number
  /** What stands behind the fence; empty for text. */
  readonly language: string
  /** Without the indentation of the list that it is in. */
  readonly text: string
}

export function blocksIn(page: string, markdown: string): Block[] {
  const blocks: Block[] = []
  let open: { indent: string; language: string; line: number; lines: string[] } | undefined
  for (const [index, line] of markdown.split('\n').entries()) {
    const [, indent = '', language = ''] = /^( *)```(.*)$/.exec(line) ?? [undefined, undefined]
    const fence = /^ *```/.test(line)
    if (open === undefined) {
      if (fence) open = { indent, language: language.trim(), line: index + 2, lines: [] }
    } else if (fence) {
      const { lines, ...rest } = open
      blocks.push({ page, line: rest.line, language: rest.language, text: `${lines.join('\n')}\n` })
      open = undefined
    } else {
      open.lines.push(line.startsWith(open.indent) ? line.slice(open.indent.length) : line)
    }
  }
  if (open !== undefined) throw new Error(`${page}:${open.line}: this block has no end.`)
  return blocks
}

/** Those of every page of this repository. */
export function blocksOfRepository(): Block[] {
  return filesOfRepository()
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) => blocksIn(file, readFileSync(join(root, file), 'utf8')))
}

/** Text in which what a reader fills in has been filled in. */
export function filledIn(text: string): string {
  return text
    .replaceAll('<commit>', '0'.repeat(40))
    .replaceAll('<digest>', '0'.repeat(64))
    .replaceAll('<registry>', 'registry.example.com')
    .replaceAll(/<[a-z]+>/g, 'something')
}
