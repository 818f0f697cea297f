/** Which texts hold nothing that is looked for, told by one look of the regular expression engine: nearly all of them. */
import type { Pattern } from './automaton.ts'
import { SHORTEST } from './forms.ts'

/** An expression of more is no longer quick to make, nor to try. */
const MOST = 500

/** Bytes; a longer beginning tells no more. */
const LONGEST = 32

/** Without one of these signs nothing in a text was cut off; the second one also as its bytes are read one by one. */
const CUT = /\.\.\.|\u2026|\xe2\x80\xa6|truncated/

const FIRST_OF_OTHERS = 0x80

/** As far as it is ASCII: a byte above that is a part of a character. */
function beginningOf(bytes: Uint8Array, length: number): string {
  const beginning = bytes.subarray(0, Math.min(length, LONGEST))
  const end = beginning.findIndex((byte) => byte >= FIRST_OF_OTHERS)
  return String.fromCharCode(...(end === -1 ? beginning : beginning.subarray(0, end)))
}

function anyOf(beginnings: ReadonlySet<string>): RegExp {
  return new RegExp([...beginnings].map(RegExp.escape).join('|'))
}

/**
 * @returns tells whether a text may hold one of the patterns as it stands: it has the beginning of one, as much of it as
 * counts. Bytes may be told as latin1. Undefined when the patterns are too many, or begin with other characters
 * than those of ASCII
 */
export function beginningsOf(patterns: Iterable<Pattern>): ((text: string) => boolean) | undefined {
  const [whole, cut] = [new Set<string>(), new Set<string>()]
  for (const { bytes, atEnd } of patterns) {
    whole.add(beginningOf(bytes, Math.min(bytes.length, atEnd)))
    cut.add(beginningOf(bytes, SHORTEST))
    if (whole.size > MOST) return undefined
  }
  if ([...whole, ...cut].some((each) => each.length < SHORTEST)) return undefined
  const [anyWhole, anyCut] = [anyOf(whole), anyOf(cut)]
  return (text) => (CUT.test(text) ? anyCut : anyWhole).test(text)
}
