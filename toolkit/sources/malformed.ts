/** What is wrong with the form of what others wrote, in words for people: not those of the library that looks. */
import type * as z from 'zod'

type Issue = z.core.$ZodIssue

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map',
  record: 'a map',
}

/** `contexts[0].name`; empty for the whole. */
export function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '')
}

/** A schema may say it in words of its own. */
function isOwn(message: string): boolean {
  return !/^(?:Invalid|Too (?:small|big)|Unrecognized|Unknown)\b/.test(message)
}

function said(issue: Issue): string {
  if (isOwn(issue.message)) return issue.message
  if (issue.code === 'invalid_type') {
    if (issue.message.endsWith('received undefined')) return 'is missing'
    return `must be ${kinds[issue.expected] ?? `a ${issue.expected}`}`
  }
  if (issue.code === 'invalid_value') return `must be ${issue.values.map(String).join(' or ')}`
  if (issue.code === 'too_small') return 'must not be empty'
  return 'has not the form that it should have'
}

/** `metadata.name is missing`; of several, the first. */
export function malformed({ issues }: Pick<z.ZodError, 'issues'>): string {
  const [issue] = issues
  if (issue === undefined) return 'it has not the form that it should have'
  const place = pathText(issue.path)
  if (issue.code === 'unrecognized_keys')
    return `${place === '' ? 'there is' : `\`${place}\` has`} ${issue.keys.map((key) => `\`${key}\``).join(', ')}, which nobody knows`
  if (place === '') return said(issue) === 'is missing' ? 'it is empty' : `it ${said(issue)}`
  return `\`${place}\` ${said(issue)}`
}
