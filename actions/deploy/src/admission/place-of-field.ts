/** From a field as the API server names it to its place in an object. */
import { isMapping } from '#toolkit/sources/node.ts'
import type { Path } from '#toolkit/sources/places.ts'

/** Where the brackets end that a text begins with; quotes may hold others. */
function endOfBrackets(text: string): number {
  let quoted = false
  for (let index = 1; index < text.length; index++) {
    if (quoted && text[index] === '\\') index++
    else if (text[index] === '"') quoted = !quoted
    else if (text[index] === ']' && !quoted) return index
  }
  return text.length
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** `name="main"`, `port=80,protocol="TCP"` */
function pairsIn(text: string): [string, unknown][] {
  return [...text.matchAll(/(?<=^|,)([^=,"]+)=("(?:[^"\\]|\\.)*"|[^,]*)/g)].map(
    ([, key = '', value = '']) => [key, parsed(value)],
  )
}

/** The key or index that stands in brackets. */
function keyIn(text: string, value: unknown): string | number {
  if (/^\d+$/.test(text)) return Number(text)
  if (!Array.isArray(value)) return String(parsed(text))
  const items: readonly unknown[] = value
  const pairs = pairsIn(text)
  const found =
    pairs.length === 0
      ? items.indexOf(parsed(text.replace(/^=/, '')))
      : items.findIndex(
          (item) =>
            isMapping(item) &&
            pairs.every(([key, wanted]) => item[key] === undefined || item[key] === wanted),
        )
  return found < 0 ? items.length : found
}

/** Longer names are in no object; they are cut at their first dot. */
const LONGEST_NAME = 1_000

/** The name that a text begins with: the longest that is there, for it may hold dots itself. */
function nameIn(text: string, value: unknown): string {
  const first = text.search(/[.[]/)
  const short = first < 0 ? text : text.slice(0, first)
  if (!isMapping(value)) return short
  const ends = [...text.slice(0, LONGEST_NAME).matchAll(/[.[]|$/g)].map(({ index }) => index)
  return ends.map((end) => text.slice(0, end)).findLast((name) => Object.hasOwn(value, name)) ?? short
}

/** @param field `.spec.template.spec.containers[name="main"].image`, `spec.containers[0].image` */
export function placeOfField(object: unknown, field: string): Path {
  const path: (string | number)[] = []
  let value = object
  let rest = field
  while (rest !== '') {
    let key: string | number
    if (rest.startsWith('[')) {
      const end = endOfBrackets(rest)
      key = keyIn(rest.slice(1, end), value)
      rest = rest.slice(end + 1)
    } else {
      const text = rest.replace(/^\./, '')
      key = nameIn(text, value)
      rest = text.slice(key.length)
      if (key === '' && rest === text) break
    }
    path.push(key)
    value =
      typeof key === 'number'
        ? Array.isArray(value)
          ? value[key]
          : undefined
        : isMapping(value) && Object.hasOwn(value, key)
          ? value[key]
          : undefined
  }
  return path
}
