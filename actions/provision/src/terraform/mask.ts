/** JSON values with what is secret, or not known yet, replaced. */

import { type Change, SENSITIVE, UNKNOWN } from '#toolkit/model/change.ts'
import type { Path } from '#toolkit/sources/places.ts'
import { unwrapped } from './readable.ts'
import { isCredentialPair, isSecretName, memberName, type Range, secretRanges } from './secrets.ts'

export type Json = NonNullable<Change['before']>

/** A value with what is sensitive or unknown in it replaced; the markers have the value's own shape. */
export function withoutMarked(value: unknown, sensitive: unknown, unknown: unknown): Json {
  if (sensitive === true) return SENSITIVE
  if (unknown === true) return UNKNOWN
  if (Array.isArray(value) || Array.isArray(unknown)) {
    const items: unknown[] = Array.isArray(value) ? value : []
    const markers: unknown[] = Array.isArray(unknown) ? unknown : []
    const length = Math.max(items.length, markers.length)
    return Array.from({ length }, (_, index) =>
      withoutMarked(items[index], part(sensitive, index), markers[index]),
    )
  }
  if (isRecord(value) || isRecord(unknown)) {
    const keys = new Set([
      ...Object.keys(isRecord(value) ? value : {}),
      ...Object.keys(isRecord(unknown) ? unknown : {}),
    ])
    return record(
      [...keys].map((key) => [
        key,
        withoutMarked(part(value, key), part(sensitive, key), part(unknown, key)),
      ]),
    )
  }
  return (value ?? null) as Json // a scalar of parsed JSON
}

/** Without a prototype: an attribute may be called like something that every object has. */
export function record(entries: readonly (readonly [string, Json])[]): Json {
  const made: Record<string, Json> = Object.create(null)
  for (const [key, value] of entries) made[key] = value
  return made
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function part(value: unknown, key: string | number): unknown {
  if (Array.isArray(value)) return value[Number(key)]
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined
}

/** A value that is shown to nobody, and where it stands. */
export interface Hidden {
  readonly path: Path
  readonly value: unknown
}

/** A value without what its markers say is sensitive, as that is. */
export function marked(value: unknown, sensitive: unknown, path: Path = []): Hidden[] {
  if (sensitive === true) return value === undefined || value === null ? [] : [{ path, value }]
  if (Array.isArray(sensitive))
    return sensitive.flatMap((inner, index) => marked(part(value, index), inner, [...path, index]))
  if (!isRecord(sensitive)) return []
  return Object.entries(sensitive).flatMap(([key, inner]) => marked(part(value, key), inner, [...path, key]))
}

/** Deeper values, and JSON within JSON, are not looked into. */
const DEEPEST = 40

function parsed(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined // only begins like JSON
  }
}

/** A value that can be shown, and what had to be hidden for that. */
export interface Shown {
  readonly value: Json
  /** By place: whole texts. */
  readonly hidden: readonly Hidden[]
  /** The secrets themselves. */
  readonly secrets: readonly string[]
}

/** The ranges in their order, those that overlap as one. */
function united(ranges: readonly Range[]): Range[] {
  const found: [number, number][] = []
  for (const [start, end] of [...ranges].sort(([one], [other]) => one - other)) {
    const last = found.at(-1)
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end)
    else found.push([start, end])
  }
  return found
}

class Hiding {
  readonly hidden: Hidden[] = []
  readonly secrets = new Set<string>()

  value(value: unknown, name: string, path: Path, depth = 0): Json {
    if (typeof value === 'string') return depth > DEEPEST ? value : this.#text(value, name, path, depth)
    if (depth > DEEPEST) return value as Json // parsed JSON
    if (Array.isArray(value))
      return value.map((item, index) => this.value(item, name, [...path, index], depth + 1))
    if (!isRecord(value)) return (value ?? null) as Json // a scalar of parsed JSON
    return record(
      Object.entries(value).map(([key, member]) => [
        key,
        this.value(member, memberName(value, key), [...path, key], depth + 1),
      ]),
    )
  }

  #text(text: string, name: string, path: Path, depth: number): string {
    const read = unwrapped(text)
    const pair = read !== undefined && isCredentialPair(read)
    if (read !== undefined && !pair && !isSecretName(name)) {
      // What is shown is what it says; how it was wrapped counts all the same.
      this.hidden.push({ path, value: text })
      return this.#text(read, name, path, depth + 1)
    }
    const ranges: Range[] = pair ? [[0, text.length]] : united(secretRanges(name, text))
    const whole = ranges.length === 1 && ranges[0]?.[0] === 0 && ranges[0][1] === text.length
    const inner = whole ? undefined : parsed(text)
    if (inner !== undefined) return this.#json(text, inner, name, path, depth)
    if (ranges.length === 0) return text
    this.hidden.push({ path, value: text })
    let shown = ''
    let at = 0
    for (const [start, end] of ranges) {
      this.secrets.add(text.slice(start, end))
      shown += text.slice(at, start) + SENSITIVE
      at = end
    }
    return shown + text.slice(at)
  }

  /** JSON in a text stays as it is written, unless there is something to hide in it. */
  #json(text: string, inner: unknown, name: string, path: Path, depth: number): string {
    const before = this.hidden.length
    const shown = this.value(inner, name, path, depth + 1)
    if (this.hidden.length === before) return text
    this.hidden.splice(before, Number.POSITIVE_INFINITY, { path, value: text })
    return JSON.stringify(shown)
  }
}

/**
 * A value that nobody marked as sensitive, without what looks like a secret nevertheless: each at its own place, and
 * nowhere else.
 * @param name of the attribute, when the value is not an object with names of its own
 */
export function withoutGuesses(value: unknown, name = ''): Shown {
  const hiding = new Hiding()
  const shown = hiding.value(value, name, [])
  return { value: shown, hidden: hiding.hidden, secrets: [...hiding.secrets] }
}
