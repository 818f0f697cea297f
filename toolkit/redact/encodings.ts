/** The ways in which a text is written within another one: JSON, URLs, HTML, quotes, lines of a certain width. */

/** Bytes, and of each where in the original text it comes from: `[start, end)`. */
export interface Stream {
  readonly bytes: Uint8Array
  /** Undefined for the original text itself. */
  readonly start: Uint32Array | undefined
  readonly end: Uint32Array | undefined
}

/** What a sequence stands for: how many bytes it takes, and the bytes that it means. */
interface Meaning {
  readonly length: number
  readonly bytes: Uint8Array
}

type Decode = (bytes: Uint8Array, at: number) => Meaning | undefined

interface Encoding {
  /** Bytes with which its sequences begin. */
  readonly leads: readonly number[]
  readonly decode: Decode
}

const encoder = new TextEncoder()

function utf8(codePoint: number): Uint8Array {
  return encoder.encode(String.fromCodePoint(codePoint))
}

/** The number that digits of a base are; undefined when there are fewer, or others. */
function numberAt(bytes: Uint8Array, at: number, digits: number, base: 10 | 16): number | undefined {
  let value = 0
  for (let index = at; index < at + digits; index++) {
    const byte = bytes[index] ?? 0
    const lower = byte | 0x20
    const digit =
      byte >= 0x30 && byte <= 0x39 ? byte - 0x30 : lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : base
    if (digit >= base) return undefined
    value = value * base + digit
  }
  return value
}

function countDigits(bytes: Uint8Array, at: number, most: number, base: 10 | 16): number {
  let count = 0
  while (count < most && numberAt(bytes, at + count, 1, base) !== undefined) count++
  return count
}

function byteOf(character: string): number {
  return character.charCodeAt(0)
}

const simple = new Map(
  Object.entries({
    n: '\n',
    r: '\r',
    t: '\t',
    b: '\b',
    f: '\f',
    '"': '"',
    "'": "'",
    '/': '/',
    '\\': '\\',
  }).map(([letter, meant]) => [byteOf(letter), encoder.encode(meant)]),
)
const [BACKSLASH, PERCENT, AMPERSAND, HASH, SEMICOLON] = [...'\\%&#;'].map(byteOf) as [
  number,
  number,
  number,
  number,
  number,
]
const [QUOTE, APOSTROPHE, NEWLINE, CARRIAGE, OPEN, CLOSE] = [...'"\'\n\r{}'].map(byteOf) as [
  number,
  number,
  number,
  number,
  number,
  number,
]
const [LOWER_U, UPPER_U, LOWER_X, UPPER_X] = [...'uUxX'].map(byteOf) as [number, number, number, number]

function unicodeEscape(bytes: Uint8Array, at: number): Meaning | undefined {
  if (bytes[at + 2] === OPEN) {
    const digits = countDigits(bytes, at + 3, 6, 16)
    const point = numberAt(bytes, at + 3, digits, 16) ?? 0
    if (digits === 0 || bytes[at + 3 + digits] !== CLOSE || point > 0x10ffff) return undefined
    return { length: digits + 4, bytes: utf8(point) }
  }
  const unit = numberAt(bytes, at + 2, 4, 16)
  if (unit === undefined) return undefined
  const isHigh = unit >= 0xd800 && unit < 0xdc00
  if (isHigh && bytes[at + 6] === BACKSLASH && bytes[at + 7] === LOWER_U) {
    const low = numberAt(bytes, at + 8, 4, 16)
    if (low !== undefined && low >= 0xdc00 && low < 0xe000)
      return { length: 12, bytes: utf8(0x10000 + (unit - 0xd800) * 0x400 + low - 0xdc00) }
  }
  return { length: 6, bytes: utf8(unit) }
}

/** Whether a shell puts a backslash before it, and means it: no letter, no digit. */
function isMark(byte: number): boolean {
  const lower = byte | 0x20
  const isLetter = lower >= 0x61 && lower <= 0x7a
  const isDigit = byte >= 0x30 && byte <= 0x39
  return byte >= 0x20 && byte < 0x7f && !isLetter && !isDigit
}

/** `\303`: of git, ls and printf. */
function octalEscape(bytes: Uint8Array, at: number): Meaning | undefined {
  const digits = [1, 2, 3].map((place) => (bytes[at + place] ?? 0) - 0x30)
  const [first = 9, second = 9, third = 9] = digits
  if (digits.some((digit) => digit < 0 || digit > 7) || first > 3) return undefined
  return { length: 4, bytes: Uint8Array.of(first * 64 + second * 8 + third) }
}

/** JSON, and what Go, Python, HCL and shells write alike: `\"`, `\n`, `\u0026`, `\U0001f600`, `\x26`, `\046`, `\&`. */
const backslashes: Encoding = {
  leads: [BACKSLASH],
  decode: (bytes, at) => {
    const letter = bytes[at + 1] ?? 0
    const meant = simple.get(letter)
    if (meant !== undefined) return { length: 2, bytes: meant }
    if (letter === LOWER_U) return unicodeEscape(bytes, at)
    if (letter === UPPER_U) {
      const point = numberAt(bytes, at + 2, 8, 16)
      return point === undefined || point > 0x10ffff ? undefined : { length: 10, bytes: utf8(point) }
    }
    if (letter !== LOWER_X)
      return isMark(letter) ? { length: 2, bytes: Uint8Array.of(letter) } : octalEscape(bytes, at)
    const byte = numberAt(bytes, at + 2, 2, 16)
    return byte === undefined ? undefined : { length: 4, bytes: Uint8Array.of(byte) }
  },
}

/** Of URLs and forms, in either case. */
const percents: Encoding = {
  leads: [PERCENT],
  decode: (bytes, at) => {
    const byte = numberAt(bytes, at + 1, 2, 16)
    return byte === undefined ? undefined : { length: 3, bytes: Uint8Array.of(byte) }
  },
}

const named = ['&amp;', '&lt;', '&gt;', '&quot;', '&apos;', '&nbsp;'].map((name, index) => ({
  name: encoder.encode(name),
  meant: encoder.encode('&<>"\' '.charAt(index)),
}))

/** Entities of HTML and XML: `&amp;`, `&#38;`, `&#x26;`. */
const entities: Encoding = {
  leads: [AMPERSAND],
  decode: (bytes, at) => {
    if (bytes[at + 1] !== HASH) {
      const found = named.find(({ name }) => name.every((byte, index) => bytes[at + index] === byte))
      return found === undefined ? undefined : { length: found.name.length, bytes: found.meant }
    }
    const isHex = bytes[at + 2] === LOWER_X || bytes[at + 2] === UPPER_X
    const [from, base] = isHex ? [at + 3, 16 as const] : [at + 2, 10 as const]
    const digits = countDigits(bytes, from, 7, base)
    const point = numberAt(bytes, from, digits, base) ?? 0
    if (digits === 0 || bytes[from + digits] !== SEMICOLON || point > 0x10ffff) return undefined
    return { length: from - at + digits + 1, bytes: utf8(point) }
  },
}

const interpolations = [PERCENT, byteOf('$')]
const [ONE_QUOTE, ONE_APOSTROPHE] = [Uint8Array.of(QUOTE), Uint8Array.of(APOSTROPHE)]

/** SQL, YAML, CSV and shells: `''`, `""`, `'\''`; and HCL's `$${` and `%%{`. */
const quotes: Encoding = {
  leads: [QUOTE, APOSTROPHE, ...interpolations],
  decode: (bytes, at) => {
    const [first = 0, second, third] = bytes.subarray(at, at + 3)
    if (interpolations.includes(first))
      return second === first && third === OPEN ? { length: 2, bytes: Uint8Array.of(first) } : undefined
    if (second === first) return { length: 2, bytes: first === QUOTE ? ONE_QUOTE : ONE_APOSTROPHE }
    const isShell = first === APOSTROPHE && second === BACKSLASH && third === APOSTROPHE
    return isShell && bytes[at + 3] === APOSTROPHE ? { length: 4, bytes: ONE_APOSTROPHE } : undefined
  },
}

/** As few characters does no tool put on a line that it wraps: MIME and PEM have 76 and 64. */
const NARROWEST = 48

export function isBase64(byte: number | undefined): boolean {
  if (byte === undefined) return false
  const lower = byte | 0x20
  const isLetter = lower >= 0x61 && lower <= 0x7a
  return (
    isLetter ||
    (byte >= 0x30 && byte <= 0x39) ||
    byte === 0x2b ||
    byte === 0x2f ||
    byte === 0x2d ||
    byte === 0x5f
  )
}

/** Line breaks in base64 and hexadecimal digits, with what the next line is indented by. */
const wrapped: Encoding = {
  leads: [NEWLINE, CARRIAGE],
  decode: (bytes, at) => {
    for (let back = 1; back <= NARROWEST; back++) if (!isBase64(bytes[at - back])) return undefined
    let length = 1
    while (length < 64 && [NEWLINE, CARRIAGE, 0x20, 0x09].includes(bytes[at + length] ?? 0)) length++
    return isBase64(bytes[at + length]) ? { length, bytes: new Uint8Array() } : undefined
  },
}

const encodings: readonly Encoding[] = [backslashes, percents, entities, quotes, wrapped]

/** By byte: the encodings whose sequences begin with it, one bit each. */
const leading = new Uint8Array(256)
for (const [index, { leads }] of encodings.entries())
  for (const lead of leads) leading[lead] = (leading[lead] ?? 0) | (1 << index)

const leads = encodings
  .filter((each) => each !== wrapped)
  .flatMap((each) => each.leads.map((lead) => RegExp.escape(String.fromCharCode(lead))))
const anyLead = new RegExp(`[${leads.join('')}]`)
/** From a line break on back, so that it costs nothing where there is none. */
const anyWrapped = new RegExp(`[\\r\\n](?<=[\\w+/-]{${NARROWEST}}[\\r\\n])`)

/** Whether a text may have another reading than the one as it stands. */
export function mayBeEncoded(text: string): boolean {
  return anyLead.test(text) || anyWrapped.test(text)
}

/** The encodings that may be in a text, one bit each. */
function mayHold(bytes: Uint8Array): number {
  let bits = 0
  for (let at = 0; at < bytes.length; at++) bits |= leading[bytes[at] ?? 0] ?? 0
  return bits
}

/** Where the first of its sequences is; the length of the text when there is none. */
function firstOf(bytes: Uint8Array, bit: number, decode: Decode): number {
  let at = 0
  while (
    at < bytes.length &&
    (((leading[bytes[at] ?? 0] ?? 0) & bit) === 0 || decode(bytes, at) === undefined)
  )
    at++
  return at
}

/** @returns undefined when nothing in it is encoded so */
function decoded({ bytes, start, end }: Stream, bit: number, { decode }: Encoding): Stream | undefined {
  const first = firstOf(bytes, bit, decode)
  if (first === bytes.length) return undefined
  const to = {
    bytes: new Uint8Array(bytes.length),
    start: new Uint32Array(bytes.length),
    end: new Uint32Array(bytes.length),
  }
  to.bytes.set(bytes.subarray(0, first))
  for (let at = 0; at < first; at++) {
    to.start[at] = start?.[at] ?? at
    to.end[at] = end?.[at] ?? at + 1
  }
  let length = first
  for (let at = first; at < bytes.length; ) {
    const isLead = ((leading[bytes[at] ?? 0] ?? 0) & bit) !== 0
    const meaning = isLead ? decode(bytes, at) : undefined
    const taken = meaning?.length ?? 1
    const meant = meaning?.bytes ?? bytes.subarray(at, at + 1)
    const last = at + taken - 1
    for (const byte of meant) {
      to.bytes[length] = byte
      to.start[length] = start?.[at] ?? at
      to.end[length] = end?.[last] ?? last + 1
      length++
    }
    at += taken
  }
  return {
    bytes: to.bytes.subarray(0, length),
    start: to.start.subarray(0, length),
    end: to.end.subarray(0, length),
  }
}

/** A text is taken to be written within another one so many times, and to have so many readings. */
const DEEPEST = 3
const MOST_READINGS = 24

/** A text as it stands, and as it reads when what is encoded in it is decoded, also when it was encoded several times. */
export function readingsOf(bytes: Uint8Array): readonly Stream[] {
  const readings: Stream[] = [{ bytes, start: undefined, end: undefined }]
  let level: readonly Stream[] = readings.slice()
  for (let depth = 0; depth < DEEPEST; depth++) {
    const next: Stream[] = []
    for (const stream of level) {
      const held = mayHold(stream.bytes)
      for (const [index, encoding] of encodings.entries()) {
        const bit = 1 << index
        const reading = (held & bit) === 0 ? undefined : decoded(stream, bit, encoding)
        const isNew =
          reading !== undefined && !readings.some((other) => Buffer.compare(other.bytes, reading.bytes) === 0)
        if (!isNew || reading === undefined) continue
        next.push(reading)
        readings.push(reading)
        if (readings.length === MOST_READINGS) return readings
      }
    }
    level = next
  }
  return readings
}
