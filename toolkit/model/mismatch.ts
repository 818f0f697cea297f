/** In our own words what a value lacks that does not have the shape it should. */
import type * as z from 'zod'

/** More are counted. */
const MOST = 3

const nouns: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'nothing',
}

function nounOf(value: unknown): string {
  if (value === null) return 'nothing'
  if (Array.isArray(value)) return 'a list'
  return nouns[typeof value] ?? 'something else'
}

/** `spec.containers[0].name`, as code; empty for the whole. */
function placeOf(path: readonly PropertyKey[]): string {
  const place = path
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index === 0 ? '' : '.'}${String(key)}`))
    .join('')
  return place === '' ? '' : `\`${place}\``
}

/** A schema may have words of its own. */
function isOwn(message: string): boolean {
  return !/^(?:Invalid|Too (?:small|big)|Unrecognized|Unknown)\b/.test(message)
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value
  for (const key of path) at = typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined
  return at
}

function wording(issue: z.core.$ZodIssue, value: unknown): string {
  const found = valueAt(value, issue.path)
  if (isOwn(issue.message)) return issue.message
  if (found === undefined) return issue.path.length === 0 ? 'is empty' : 'is missing'
  if (issue.code === 'invalid_type')
    return `is ${nounOf(found)}, and should be ${nouns[issue.expected] ?? issue.expected}`
  if (issue.code === 'invalid_value') return `should be ${issue.values.map(String).join(' or ')}`
  if (issue.code === 'too_small')
    return issue.origin === 'number' ? `is less than ${issue.minimum}` : 'is too short'
  if (issue.code === 'too_big')
    return issue.origin === 'number' ? `is more than ${issue.maximum}` : 'is too long'
  return 'is not as it should be'
}

function told(issue: z.core.$ZodIssue, value: unknown): string {
  const place = placeOf(issue.path)
  if (issue.code !== 'unrecognized_keys') return `${place === '' ? 'it' : place} ${wording(issue, value)}`
  const keys = issue.keys.map((key) => `\`${key}\``).join(', ')
  return `${place === '' ? 'there is' : `${place} has`} ${keys}, which nobody knows`
}

/**
 * `metadata.name` is missing; `spec` is a list, and should be an object: without a full stop.
 * @param value what was parsed
 */
export function mismatch(error: Pick<z.core.$ZodError, 'issues'>, value: unknown): string {
  const words = error.issues.map((issue) => told(issue, value))
  const more = words.length - MOST
  return [...words.slice(0, MOST), ...(more > 0 ? [`and ${more} more`] : [])].join('; ')
}
