/** Every regular expression that stands in a source, and texts that would make it go over the same characters again. */
import { parseSync } from '@swc/core'

export interface WrittenPattern {
  readonly pattern: string
  readonly flags: string
}

export function patternsIn(source: string): WrittenPattern[] {
  const found: WrittenPattern[] = []
  const visit = (node: unknown) => {
    if (typeof node !== 'object' || node === null) return
    if ('type' in node && node.type === 'RegExpLiteral' && 'pattern' in node && 'flags' in node)
      found.push({ pattern: String(node.pattern), flags: String(node.flags) })
    for (const member of Object.values(node)) visit(member)
  }
  visit(parseSync(source, { syntax: 'typescript', target: 'es2024' }).body)
  return found
}

/** What is repeated, whatever the pattern. */
const usual = [
  'a',
  'A',
  '0',
  ' ',
  '\n',
  '-',
  '.',
  ':',
  '_',
  '/',
  '"',
  "'",
  '`',
  '\\',
  '{',
  '${{ ',
  'a-',
  'a.',
  'a ',
  'a:',
  '\r\n',
]
const endings = ['\0', '"', '\n', '}', 'a']

/** Beginnings, what is repeated, and endings: of the pattern's own words, and of the usual ones. */
export function worstTexts({ pattern }: WrittenPattern): { begin: string; part: string; end: string }[] {
  const words = [...new Set(pattern.match(/[A-Za-z0-9 :'"<!=@#/_-]{2,}/g) ?? [])].slice(0, 8)
  const own = [...new Set(pattern.match(/\\?[^\\\w\s]/g) ?? [])].map((each) => each.at(-1) ?? '')
  const parts = [...new Set([...usual, ...own, ...words, ...words.map((word) => `${word} `)])]
  return ['', words[0] ?? '#'].flatMap((begin) =>
    parts.flatMap((part) => endings.map((end) => ({ begin, part, end }))),
  )
}

/** Looks for it as `match`, or `test`, does. @returns how often it is there; of one that is not global, whether */
export function search(expression: RegExp, text: string): number {
  expression.lastIndex = 0
  if (!expression.global) return expression.test(text) ? 1 : 0
  return text.match(expression)?.length ?? 0
}
