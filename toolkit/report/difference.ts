/** What a change does to each attribute, as aligned lines. */
import type { Change } from '../model/change.ts'

/** Longer values are cut: the step summary and the plan file hold them whole. */
const WIDEST = 160

type Json = Change['before']

function isRecord(value: Json): value is { [key: string]: Exclude<Json, undefined> } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Leaves of a value by their path: `spec.replicas`, `tags.Name`, `rules[0].port`. */
function leaves(value: Json, path = ''): [string, string][] {
  if (value === undefined) return []
  if (Array.isArray(value) && value.length > 0)
    return value.flatMap((item, index) => leaves(item, `${path}[${index}]`))
  if (isRecord(value) && Object.keys(value).length > 0) {
    return Object.entries(value).flatMap(([key, member]) =>
      leaves(member, path === '' ? key : `${path}.${key}`),
    )
  }
  const text =
    typeof value === 'string' && /^[\w(][\w (),./:@+-]*$/.test(value) ? value : JSON.stringify(value)
  return [[path, text.length > WIDEST ? `${text.slice(0, WIDEST)}…` : text]]
}

/** `-`/`+` lines of the attributes that differ, each pair beneath the other and the values aligned. */
export function differenceLines(change: Change): string[] {
  const before = new Map(leaves(change.before))
  const after = new Map(leaves(change.after))
  const paths = [...new Set([...before.keys(), ...after.keys()])].filter(
    (path) => before.get(path) !== after.get(path),
  )
  const width = Math.max(0, ...paths.map((path) => path.length))
  return paths.flatMap((path) => {
    const line = (mark: string, value: string | undefined) =>
      value === undefined ? [] : [`${mark} ${path === '' ? value : `${path.padEnd(width)} ${value}`}`]
    return [...line('-', before.get(path)), ...line('+', after.get(path))]
  })
}
