/** Which texts hold nothing that is looked for, told by one look of the regular expression engine: nearly all of them. */
import type { Pattern } from './automaton.ts'
import { mayBeEncoded } from './encodings.ts'
import { SHORTEST } from './forms.ts'

/** An expression of more is no longer quick to make, nor to try. */
const MOST = 500

// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII
const ASCII = /^[\x00-\x7f]*$/

/**
 * @returns tells whether a text may hold one of the patterns: it has the beginning of one, or something that would have
 * to be decoded; undefined when the patterns are too many, or do not all begin with characters of ASCII
 */
export function beginningsOf(patterns: Iterable<Pattern>): ((text: string) => boolean) | undefined {
  const beginnings = new Set<string>()
  for (const { bytes } of patterns) {
    beginnings.add(String.fromCharCode(...bytes.subarray(0, SHORTEST)))
    if (beginnings.size > MOST) return undefined
  }
  // A byte above those is a character of its own here, and a part of one in a text.
  if ([...beginnings].some((each) => !ASCII.test(each))) return undefined
  const any = new RegExp([...beginnings].map(RegExp.escape).join('|'))
  return (text) => mayBeEncoded(text) || any.test(text)
}
