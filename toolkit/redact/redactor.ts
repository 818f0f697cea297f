import { Automaton, MOST_PATTERN_BYTES, type Pattern } from './automaton.ts'
import { beginningsOf } from './beginnings.ts'
import { isBase64, mayBeEncoded, readingsOf, type Stream } from './encodings.ts'
import { formsOf } from './forms.ts'
import { MASK, type Masked, maskedCopy, maskedJson } from './masked.ts'
import { namesSecret, refersToSecret } from './names.ts'
import { isOrdinary } from './ordinary.ts'
import { type Certainty, isTelling, partsOf, type SecretPart } from './parts.ts'

/**
 * Knows what is secret, and masks it in every text.
 *
 * What is masked: a secret itself, each of its lines, the members of one that is JSON or `name: value` lines, and the
 * passwords of URLs in it; as it stands, and as JSON, Go, Python, HCL, SQL, URLs, forms, HTML and shells write it, in
 * base64 at any place of what is encoded, in hexadecimal, wrapped to lines, and several of these at once; and its
 * beginning, from eight bytes on, where a text says or ends so that it was cut off.
 *
 * What is not: an ordinary word, wherever it stands. A secret by its source (`add`: a token, a password, a key) is always
 * masked from four characters on. Where secrets stand among other things (`addSensitive`: a Kubernetes Secret, a
 * sensitive variable), a value is masked unless it reads as a word, a number, an identifier or an address without
 * credentials (`isOrdinary`); one whose name says that it is a secret, unless it is a single word. And what the run is
 * about (`addIdentifiers`: names, namespaces, addresses, users, hosts) stays readable, unless it is a secret by its
 * source and no ordinary word.
 */
export interface Redactor {
  /** Registers a token, a password or a key. */
  add(secret: string): void
  /** Registers what stands among secrets. @param name by which it is known there */
  addSensitive(value: string, name?: string): void
  /** Registers what a run is about: it is told although some secret is the same. */
  addIdentifiers(names: Iterable<string>): void
  mask(text: string): Masked<string>
  /** A copy in which every text is masked; digests are carried on. */
  masked<T>(value: T): Masked<T>
  /** JSON that stays JSON; any other text is masked as a text. */
  maskJson(text: string): Masked<string>
  /** Steps taken so far to find secrets in texts. */
  readonly steps: number
}

interface Group {
  readonly patterns: readonly Pattern[]
  readonly bytes: number
  readonly automaton: Automaton
}

/** So many groups of one magnitude stand side by side, then they become one. */
const SIDE_BY_SIDE = 8

function magnitude({ bytes }: Group): number {
  return Math.floor(Math.log(bytes) / Math.log(SIDE_BY_SIDE))
}

/**
 * Automata for parts of the secrets. To look through one more costs little, and to make one costs a lot: a run learns
 * a token here and there, and tells something after each.
 */
class Automata {
  steps = 0
  #groups: Group[] = []
  #pending: Pattern[] = []
  /** Of all patterns; to be made anew when there are more. */
  #mayHold: ReturnType<typeof beginningsOf> | 'unknown'

  get isEmpty(): boolean {
    return this.#groups.length === 0 && this.#pending.length === 0
  }

  add(patterns: readonly Pattern[]): void {
    for (const pattern of patterns) this.#pending.push(pattern)
    this.#mayHold = 'unknown'
  }

  clear(): void {
    this.#groups = []
    this.#pending = []
  }

  /** The readings of a text that have to be looked through: of nearly all texts none, and then nothing is built for it. */
  toScan(text: string): readonly Stream[] {
    if (this.#mayHold === 'unknown') this.#mayHold = beginningsOf(this.#patterns())
    const mayHold = this.#mayHold
    if (mayHold !== undefined && !mayBeEncoded(text) && !mayHold(text)) return []
    const readings = readingsOf(Buffer.from(text))
    return mayHold === undefined ? readings : readings.filter(({ bytes }) => mayHold(latin1(bytes)))
  }

  /**
   * The bytes of a text that are part of a secret: `[start, end)`, in order, apart from each other.
   * @param length of the text in bytes
   */
  matchesIn(readings: readonly Stream[], length: number): (readonly [number, number])[] {
    this.#build()
    let edges: Int32Array | undefined
    for (const { bytes: read, start, end } of readings) {
      for (const { automaton } of this.#groups) {
        const before = automaton.steps
        automaton.scan(read, (from, to, partlyBefore, partlyAfter) => {
          edges ??= new Int32Array(length + 1)
          const first = partlyBefore && isBase64(read[from - 1]) ? from - 1 : from
          const last = partlyAfter && isBase64(read[to]) ? to : to - 1
          const opens = start === undefined ? first : (start[first] ?? 0)
          const closes = end === undefined ? last + 1 : (end[last] ?? 0)
          edges[opens] = (edges[opens] ?? 0) + 1
          edges[closes] = (edges[closes] ?? 0) - 1
        })
        this.steps += automaton.steps - before
      }
    }
    return edges === undefined ? [] : rangesOf(edges)
  }

  *#patterns(): Generator<Pattern> {
    for (const { patterns } of this.#groups) yield* patterns
    yield* this.#pending
  }

  #build(): void {
    if (this.#pending.length === 0) return
    let groups = groupsOf(this.#pending)
    this.#pending = []
    while (groups.length > 0) {
      this.#groups.push(...groups)
      const [added] = groups as [Group] // there is one
      const alike = this.#groups.filter((group) => magnitude(group) === magnitude(added))
      const full = alike.length < SIDE_BY_SIDE || added.bytes * SIDE_BY_SIDE > MOST_PATTERN_BYTES
      groups = full ? [] : groupsOf(alike.flatMap(({ patterns }) => patterns))
      if (!full) this.#groups = this.#groups.filter((group) => !alike.includes(group))
    }
  }
}

function latin1({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('latin1')
}

function groupOf(patterns: readonly Pattern[]): Group {
  const bytes = patterns.reduce((sum, each) => sum + each.bytes.length, 0)
  return { patterns, bytes, automaton: new Automaton(patterns) }
}

/** Patterns in groups of which an automaton can be made. */
function groupsOf(patterns: readonly Pattern[]): Group[] {
  const groups: Pattern[][] = [[]]
  let bytes = 0
  for (const pattern of patterns) {
    bytes += pattern.bytes.length
    if (bytes > MOST_PATTERN_BYTES) {
      groups.push([])
      bytes = pattern.bytes.length
    }
    groups.at(-1)?.push(pattern)
  }
  return groups.map(groupOf)
}

function rangesOf(edges: Int32Array): (readonly [number, number])[] {
  const ranges: (readonly [number, number])[] = []
  let depth = 0
  let start = 0
  for (const [at, edge] of edges.entries()) {
    if (depth === 0 && edge > 0) start = at
    if (depth > 0 && depth + edge === 0) ranges.push([start, at])
    depth += edge
  }
  return ranges
}

function isContinuation(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80
}

/** Half a character is no text. */
function maskRanges(bytes: Buffer, ranges: readonly (readonly [number, number])[]): string {
  const parts: string[] = []
  let done = 0
  for (const [start, end] of ranges) {
    let [from, to] = [start, end]
    while (isContinuation(bytes[from])) from--
    while (isContinuation(bytes[to])) to++
    if (from > done || done === 0) parts.push(bytes.toString('utf8', done, from), MASK)
    done = to
  }
  return [...parts, bytes.toString('utf8', done)].join('')
}

/** Longer texts are said once; how many shorter ones are kept, as they are when they are masked. */
const LONGEST_KEPT = 300
const MOST_KEPT = 20_000

/**
 * @param announce is called once with every text that is masked wherever it stands, line by line, before it can be
 * printed: a runner's `add-mask`
 */
export function createRedactor(announce: (secret: string) => void = () => undefined): Redactor {
  const registered = new Map<string, Certainty>()
  /** What is masked, and by how much it is certain. */
  const telling = new Map<string, Certainty>()
  const identifiers = new Set<string>()
  const announced = new Set<string>()
  const automata = new Automata()
  /** What was masked before: a plan is told in several places, and says the same words of many objects. */
  const kept = new Map<string, Masked<string>>()

  const isIdentifier = ({ text, certainty }: SecretPart) =>
    identifiers.has(text.trim()) && (certainty !== 'always' || isOrdinary(text))

  const learn = (part: SecretPart) => {
    if (!isTelling(part) || MASK.includes(part.text)) return
    const known = telling.get(part.text)
    if (known === 'always' || known === part.certainty) return
    telling.set(part.text, part.certainty)
    if (isIdentifier(part)) return
    automata.add(formsOf(part.text))
    kept.clear()
    if (announced.has(part.text) || /[\r\n]/.test(part.text)) return
    announced.add(part.text)
    announce(part.text)
  }
  const register = (part: SecretPart) => {
    const known = registered.get(part.text)
    if (known === 'always' || known === part.certainty) return
    registered.set(part.text, part.certainty)
    for (const each of partsOf(part)) learn(each)
  }
  const mask = (text: string): Masked<string> => {
    if (automata.isEmpty || text === '') return text as Masked<string>
    const before = kept.get(text)
    if (before !== undefined) return before
    const readings = automata.toScan(text)
    if (readings.length === 0) return text as Masked<string>
    const bytes = Buffer.from(text)
    const ranges = automata.matchesIn(readings, bytes.length)
    const after = (ranges.length === 0 ? text : maskRanges(bytes, ranges)) as Masked<string>
    if (kept.size >= MOST_KEPT) kept.clear()
    if (text.length <= LONGEST_KEPT) kept.set(text, after)
    return after
  }
  return {
    add: (secret) => register({ text: secret, certainty: 'always' }),
    addSensitive: (value, name = '') =>
      register({
        text: value,
        certainty: namesSecret(name) && !refersToSecret(name, value) ? 'named' : 'marked',
      }),
    addIdentifiers: (names) => {
      const fresh = [...names].map((name) => name.trim()).filter((name) => !identifiers.has(name))
      for (const name of fresh) identifiers.add(name)
      if (!fresh.some((name) => telling.has(name))) return
      automata.clear()
      kept.clear()
      for (const [text, certainty] of telling)
        if (!isIdentifier({ text, certainty })) automata.add(formsOf(text))
    },
    mask,
    masked: (value) => maskedCopy(value, mask),
    maskJson: (text) => maskedJson(text, mask),
    get steps() {
      return automata.steps
    },
  }
}
