/** JSON values with what is secret, or not known yet, replaced. */
import { type Change, SENSITIVE, UNKNOWN } from '#toolkit/model/change.ts'
import { unmarkedSecrets } from './secrets.ts'

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

/** In JSON within a text a secret is written with its escapes. */
function hide(text: string, secret: string): string {
  return text.replaceAll(secret, SENSITIVE).replaceAll(JSON.stringify(secret).slice(1, -1), SENSITIVE)
}

/** The same value without these texts: what is one of them is sensitive as a whole. */
export function without(value: Json, secrets: readonly string[]): Json {
  if (secrets.length === 0) return value
  if (typeof value === 'string')
    return secrets.includes(value) ? SENSITIVE : secrets.reduce((text, secret) => hide(text, secret), value)
  if (Array.isArray(value)) return value.map((item) => without(item as Json, secrets))
  if (!isRecord(value)) return value
  return record(Object.entries(value).map(([key, member]) => [key, without(member as Json, secrets)]))
}

/** A value that nobody marked as sensitive, without what is so nevertheless. */
export function withoutSecrets(value: unknown, name: string): unknown {
  // The longest first: one may be part of another.
  const secrets = unmarkedSecrets(value, name).sort((a, b) => b.length - a.length)
  return without(value as Json, secrets) // parsed JSON
}
