/**
 * Every code point but the surrogates, as a unit of `fc.string`: its own `binary` is the same, and makes a map of all of
 * them before the first text, which takes longer than most tests.
 */
import fc from 'fast-check'

const SURROGATES = { first: 0xd800, count: 0x800 } as const
const LAST = 0x10ffff

export const codePoint: fc.Arbitrary<string> = fc.nat({ max: LAST - SURROGATES.count }).map(
  (index) => String.fromCodePoint(index < SURROGATES.first ? index : index + SURROGATES.count),
  (text) => {
    const code = typeof text === 'string' ? (text.codePointAt(0) ?? -1) : -1
    const isOne = code >= 0 && text === String.fromCodePoint(code)
    const isSurrogate = code >= SURROGATES.first && code < SURROGATES.first + SURROGATES.count
    if (!isOne || isSurrogate) throw new TypeError('This is no code point that is a character by itself.')
    return code < SURROGATES.first ? code : code - SURROGATES.count
  },
)
