/**
 * Many byte patterns in one pass (Aho and Corasick 1975): looking through a text takes as many steps as it has bytes,
 * at most twice, however many patterns there are.
 */

export interface Pattern {
  readonly bytes: Uint8Array
  /** From how many bytes on its beginning counts before a sign that something was cut off. */
  readonly beforeCut: number
  /** The same at the end of a text. */
  readonly atEnd: number
  /** Of base64: the character before, or after, is partly made of it. */
  readonly partlyBefore: boolean
  readonly partlyAfter: boolean
}

/** `[start, end)` in the bytes that were scanned. */
export type OnMatch = (start: number, end: number, partlyBefore: boolean, partlyAfter: boolean) => void

/** Node numbers times 256 stay within 31 bits. */
export const MOST_PATTERN_BYTES = 4_000_000

const BEFORE = 1
const AFTER = 2

const [DOT, ELLIPSIS] = [0x2e, [0xe2, 0x80, 0xa6]] as const
/** What may stand between a value that was cut off and the sign that it was: a quote, a bracket, a blank. */
const between = new Set([...'"\'`[(< '].map((character) => character.charCodeAt(0)))
const TRUNCATED = [...'truncated'].map((character) => character.charCodeAt(0))

function startsWith(bytes: Uint8Array, wanted: readonly number[], at: number): boolean {
  return wanted.every((byte, index) => bytes[at + index] === byte)
}

function isCutAt(bytes: Uint8Array, at: number): boolean {
  let place = at
  while (place < at + 3 && between.has(bytes[place] ?? 0)) place++
  if (bytes[place] === DOT) return bytes[place + 1] === DOT && bytes[place + 2] === DOT
  return startsWith(bytes, ELLIPSIS, place) || startsWith(bytes, TRUNCATED, place)
}

export class Automaton {
  /** Steps from node to node so far, for whoever wants to know that they grow no faster than the texts. */
  steps = 0
  #nodes = 1
  readonly #root = new Int32Array(256)
  /** By which byte, and from which node, a node is come to: mostly from the one that was made just before it. */
  readonly #letters: Uint8Array
  readonly #parents: Int32Array
  /** The other edges as an open hash table: node and byte → node. Each pattern brings one at most. */
  readonly #keys: Int32Array
  readonly #targets: Int32Array
  /** 1 where a node has such an edge. */
  readonly #branches: Uint8Array
  readonly #fail: Int32Array
  readonly #depth: Int32Array
  /** The longest pattern that ends at a node, and which of its neighbours it is part of. */
  readonly #longest: Int32Array
  readonly #parts: Uint8Array
  /** The longest beginning of a pattern that ends at a node, and counts before a cut or at the end. */
  readonly #beforeCut: Int32Array
  readonly #atEnd: Int32Array

  /** @param patterns of `MOST_PATTERN_BYTES` together at most */
  constructor(patterns: readonly Pattern[]) {
    const most = patterns.reduce((sum, { bytes }) => sum + bytes.length, 1)
    const slots = 2 ** Math.ceil(Math.log2(patterns.length * 2 + 2))
    // One more than there are nodes: each is asked for the one behind it.
    this.#letters = new Uint8Array(most + 1)
    this.#parents = new Int32Array(most + 1)
    this.#branches = new Uint8Array(most)
    this.#keys = new Int32Array(slots)
    this.#targets = new Int32Array(slots)
    this.#fail = new Int32Array(most)
    this.#depth = new Int32Array(most)
    this.#longest = new Int32Array(most)
    this.#parts = new Uint8Array(most)
    this.#beforeCut = new Int32Array(most)
    this.#atEnd = new Int32Array(most)
    for (const pattern of patterns) this.#insert(pattern)
    this.#link()
  }

  #insert({ bytes, beforeCut, atEnd, ...part }: Pattern): void {
    let node = 0
    for (let index = 0; index < bytes.length; index++) {
      const byte = bytes[index] ?? 0
      let next = this.#child(node, byte)
      if (next === 0) {
        next = this.#nodes++
        this.#depth[next] = index + 1
        this.#parents[next] = node
        this.#letters[next] = byte
        if (node === 0) this.#root[byte] = next
        else if (next !== node + 1) this.#branch(node, byte, next)
      }
      node = next
      if (index + 1 >= beforeCut) this.#beforeCut[node] = index + 1
      if (index + 1 >= atEnd) this.#atEnd[node] = index + 1
    }
    this.#longest[node] = bytes.length
    this.#parts[node] =
      (this.#parts[node] ?? 0) | (part.partlyBefore ? BEFORE : 0) | (part.partlyAfter ? AFTER : 0)
  }

  /** All nodes in the order of their depth. */
  #byDepth(): Int32Array {
    const depths = this.#depth.subarray(0, this.#nodes)
    let deepest = 0
    for (const depth of depths) if (depth > deepest) deepest = depth
    /** Where the next node of a depth comes: behind all that are less deep. */
    const places = new Int32Array(deepest + 2)
    for (const depth of depths) places[depth + 1] = (places[depth + 1] ?? 0) + 1
    for (let depth = 1; depth < places.length; depth++)
      places[depth] = (places[depth] ?? 0) + (places[depth - 1] ?? 0)
    const order = new Int32Array(this.#nodes)
    for (let node = 0; node < this.#nodes; node++) {
      const depth = depths[node] ?? 0
      const place = places[depth] ?? 0
      order[place] = node
      places[depth] = place + 1
    }
    return order
  }

  /** From the root on: what a node falls back to is nearer to it. */
  #link(): void {
    for (const node of this.#byDepth()) {
      const parent = this.#parents[node] ?? 0
      const fail = parent === 0 ? 0 : this.#next(this.#fail[parent] ?? 0, this.#letters[node] ?? 0)
      this.#fail[node] = fail
      if (this.#longest[node] === 0) {
        this.#longest[node] = this.#longest[fail] ?? 0
        this.#parts[node] = this.#parts[fail] ?? 0
      }
      if (this.#beforeCut[node] === 0) this.#beforeCut[node] = this.#beforeCut[fail] ?? 0
      if (this.#atEnd[node] === 0) this.#atEnd[node] = this.#atEnd[fail] ?? 0
    }
    this.steps = 0
  }

  #slot(key: number): number {
    const mask = this.#keys.length - 1
    let slot = Math.imul(key, 0x9e3779b1) >>> 8
    while (this.#keys[slot & mask] !== 0 && this.#keys[slot & mask] !== key) slot++
    return slot & mask
  }

  #branch(node: number, byte: number, next: number): void {
    const key = node * 256 + byte
    const slot = this.#slot(key)
    this.#keys[slot] = key
    this.#targets[slot] = next
    this.#branches[node] = 1
  }

  #child(node: number, byte: number): number {
    if (node === 0) return this.#root[byte] ?? 0
    const behind = node + 1
    if (this.#letters[behind] === byte && this.#parents[behind] === node) return behind
    return this.#branches[node] === 1 ? (this.#targets[this.#slot(node * 256 + byte)] ?? 0) : 0
  }

  #next(from: number, byte: number): number {
    let node = from
    while (true) {
      this.steps++
      const child = this.#child(node, byte)
      if (child !== 0 || node === 0) return child
      node = this.#fail[node] ?? 0
    }
  }

  scan(bytes: Uint8Array, onMatch: OnMatch): void {
    let node = 0
    for (let index = 0; index < bytes.length; index++) {
      node = this.#next(node, bytes[index] ?? 0)
      if (node === 0) continue
      const end = index + 1
      const length = this.#longest[node] ?? 0
      const parts = this.#parts[node] ?? 0
      if (length > 0) onMatch(end - length, end, (parts & BEFORE) !== 0, (parts & AFTER) !== 0)
      const cut = this.#beforeCut[node] ?? 0
      if (cut > length && isCutAt(bytes, end)) onMatch(end - cut, end, false, false)
      const last = this.#atEnd[node] ?? 0
      if (last > length && end === bytes.length) onMatch(end - last, end, false, false)
    }
  }
}
