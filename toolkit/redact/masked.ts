/** What has gone through the redactor, as a type: what is told to anybody is made of nothing else. */
import { Failure } from '../model/failure.ts'
import { deepFreeze } from '../model/freeze.ts'

/** What a masked value reads as. */
export const MASK = '***'

declare const masked: unique symbol

/** A value in which no secret is left. Only the redactor makes one, and `rendered` texts from those that it made. */
export type Masked<T> = T & { readonly [masked]: true }

/**
 * A text that was made of masked values by escaping, ordering and cutting them.
 * @param _of what it was made of: without that no text counts as masked
 */
export function rendered(_of: Masked<unknown> | readonly Masked<unknown>[], text: string): Masked<string> {
  return text as Masked<string>
}

/** A part of a masked value. */
export function partOf<T extends object, K extends keyof T>(of: Masked<T>, member: K): Masked<T[K]> {
  return of[member] as Masked<T[K]> // whoever masks a value masks all of it
}

/** Shorter numbers are counts, ports and lines; they are no secrets that could be told from those. */
const LONGEST_COUNT = 9

type Mask = (text: string) => string

function walk(value: unknown, mask: Mask): unknown {
  if (typeof value === 'string') return mask(value)
  if (typeof value === 'number') {
    const text = String(value)
    return text.length > LONGEST_COUNT && mask(text) !== text ? MASK : value
  }
  if (Array.isArray(value)) return value.map((item) => walk(item, mask))
  if (value instanceof Failure) return maskedFailure(value, mask)
  if (typeof value !== 'object' || value === null) return value
  const prototype: unknown = Object.getPrototypeOf(value)
  // What has methods keeps its own counsel, as `Sensitive` does.
  if (prototype !== Object.prototype && prototype !== null) return value
  const members = Object.entries(value)
  const names = namesOf(members, mask)
  return Object.fromEntries(members.map(([, member], index) => [names[index], walk(member, mask)]))
}

/** The keys of members, masked: what becomes the same stays apart. */
function namesOf(members: readonly (readonly [string, unknown])[], mask: Mask): readonly string[] {
  const names = members.map(([key]) => mask(key))
  if (names.every((name, index) => name === members[index]?.[0])) return names
  const taken = new Set<string>()
  return names.map((masked) => {
    let name = masked
    while (taken.has(name)) name += MASK
    taken.add(name)
    return name
  })
}

function maskedFailure({ code, what, why, fix, source, cause }: Failure, mask: Mask): Failure {
  return new Failure({
    code,
    what: mask(what),
    ...(why === undefined ? {} : { why: mask(why) }),
    ...(fix === undefined ? {} : { fix: mask(fix) }),
    ...(source === undefined ? {} : { source: { ...source, file: mask(source.file) } }),
    cause,
  })
}

/** A frozen copy of a value with every text in it masked, keys included. Its shape, and a digest in it, stay. */
export function maskedCopy<T>(value: T, mask: Mask): Masked<T> {
  return deepFreeze(walk(value, mask)) as Masked<T> // the same shape: only texts became other texts
}

/** JSON stays JSON: what is masked in it is masked within its texts. What is no JSON is masked as text. */
export function maskedJson(text: string, mask: Mask): Masked<string> {
  if (mask(text) === text) return text as Masked<string>
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return mask(text) as Masked<string>
  }
  return JSON.stringify(walk(value, mask)) as Masked<string>
}
