/** The forms of a secret that no decoding finds, because they depend on what stands around it: base64, hexadecimal. */
import type { Pattern } from './automaton.ts'
import { isOrdinary } from './ordinary.ts'

/** Bytes; what is shorter stands in every text, and of nothing a shorter beginning counts. */
export const SHORTEST = 4
/** Bytes of a beginning that count before a cut: of the secret itself, and of an encoded one. */
const SHORTEST_CUT = 8
const SHORTEST_ENCODED_CUT = 12
/** Longer secrets are looked for piece by piece. */
const PIECE = 256
/** So many beginnings are held against what is ordinary. */
const LONGEST_ORDINARY = 64

const NEVER = Number.POSITIVE_INFINITY

function whole(bytes: Uint8Array, beforeCut: number, atEnd = beforeCut): Pattern {
  return { bytes, beforeCut, atEnd, partlyBefore: false, partlyAfter: false }
}

/**
 * What stands in base64 for the bytes, when they come after 0, 1 or 2 others of a group of three: the characters that
 * are made of nothing else.
 */
function base64Forms(bytes: Uint8Array): Pattern[] {
  return [0, 1, 2].flatMap((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64')
    const bits = (before + bytes.length) * 8
    const core = encoded.slice(Math.ceil((before * 8) / 6), Math.floor(bits / 6))
    return [...new Set([core, core.replaceAll('+', '-').replaceAll('/', '_')])].map((text) => ({
      bytes: Buffer.from(text),
      beforeCut: SHORTEST_ENCODED_CUT,
      atEnd: SHORTEST_ENCODED_CUT,
      partlyBefore: before > 0,
      partlyAfter: bits % 6 > 0,
    }))
  })
}

/** What stands around it is partly made of the secret, too: its own characters are only those that are all of it. */
function partly(pattern: Pattern): Pattern {
  return { ...pattern, partlyBefore: true, partlyAfter: true }
}

/** From how many bytes on a beginning is no ordinary word any more: many secrets begin with `token-`, `https://`. */
function tellingFrom(text: string): number {
  const characters = [...text]
  let beginning = ''
  for (const character of characters.slice(0, LONGEST_ORDINARY)) {
    beginning += character
    if (Buffer.byteLength(beginning) >= SHORTEST_CUT && !isOrdinary(beginning))
      return Buffer.byteLength(beginning)
  }
  return characters.length > LONGEST_ORDINARY ? Buffer.byteLength(beginning) : NEVER
}

function pieces(bytes: Buffer): Buffer[] {
  if (bytes.length <= PIECE) return [bytes]
  const starts = Array.from({ length: Math.floor(bytes.length / PIECE) }, (_, index) => index * PIECE)
  return [...starts, bytes.length - PIECE].map((start) => bytes.subarray(start, start + PIECE))
}

/** @param text one that is masked wherever it stands */
export function formsOf(text: string): Pattern[] {
  const telling = tellingFrom(text)
  // In a form that is sent as a query a blank is a plus; where a text is put on one line, a line break is a blank.
  const plain = [...new Set([text, text.replaceAll(' ', '+'), text.replace(/\s+/g, ' ').trim()])]
  const inJson = [...new Set([text, JSON.stringify(text).slice(1, -1)])]
  const patterns = [
    ...plain.flatMap((each) => pieces(Buffer.from(each)).map((piece) => whole(piece, SHORTEST_CUT, telling))),
    ...inJson.flatMap((each) =>
      pieces(Buffer.from(each)).flatMap((piece) => {
        const once = base64Forms(piece)
        // A login within a Secret: base64 within JSON within base64.
        const twice = once
          .filter(({ bytes }) => !/[-_]/.test(Buffer.from(bytes).toString('latin1')))
          .flatMap(({ bytes }) => base64Forms(bytes).map(partly))
        return [...once, ...twice.filter(({ bytes }) => bytes.length >= SHORTEST_ENCODED_CUT)]
      }),
    ),
    ...pieces(Buffer.from(text)).flatMap((piece) => [
      ...(['toLowerCase', 'toUpperCase'] as const).map((inCase) =>
        whole(Buffer.from(piece.toString('hex')[inCase]()), SHORTEST_ENCODED_CUT),
      ),
    ]),
  ]
  return patterns.filter(({ bytes }) => bytes.length >= SHORTEST)
}
