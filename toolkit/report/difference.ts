/** What a change does to each attribute, as lines of a diff. */
import { createHash } from 'node:crypto'
import { canonicalJson } from '../model/canonical.ts'
import { type Change, SENSITIVE, SENSITIVE_CHANGED, UNKNOWN } from '../model/change.ts'
import { differenceOf } from './edits.ts'
import { oneLine, printable, shortened } from './markdown.ts'
import { grouped } from './wording.ts'

/** Longer values are cut; the plan file holds them whole. */
const WIDEST = 160

/** Longer paths do not widen the column of the values. */
const WIDEST_PATH = 64

/** Deeper values are shown as JSON. */
const DEEPEST = 24

/** So many lines are shown of one change. */
const MOST_LINES = 200

/** Unchanged lines around a changed one, in texts of several lines. */
const CONTEXT = 2

type Json = Change['before']
type JsonRecord = Readonly<Record<string, Json>>

/** One attribute that differs: its values as they are shown, or the lines of a longer text. */
interface Edit {
  readonly path: string
  readonly before?: string
  readonly after?: string
  readonly lines?: readonly string[]
}

function isRecord(value: Json): value is { [key: string]: Exclude<Json, undefined> } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isScalar(value: Json): boolean {
  return typeof value !== 'object' || value === null
}

/** A value on one line; two values that differ are never shown alike. */
function shown(value: Exclude<Json, undefined>): string {
  if (value === SENSITIVE || value === SENSITIVE_CHANGED || value === UNKNOWN) return value
  const text = oneLine(JSON.stringify(value))
  if (text.length <= WIDEST) return text
  const hash = createHash('sha256').update(canonicalJson(value)).digest('hex').slice(0, 8)
  return `${shortened(text, WIDEST)} sha256:${hash}`
}

function member(path: string, key: string): string {
  if (!/^[A-Za-z_$][\w$-]*$/.test(key)) return `${path}[${JSON.stringify(key)}]`
  return path === '' ? key : `${path}.${key}`
}

/** The names of an array's items when all have one of their own, such as containers and environment variables. */
function named(value: Json): ReadonlyMap<string, Json> | undefined {
  if (value === undefined) return new Map()
  if (!Array.isArray(value)) return undefined
  const byName = new Map<string, Json>()
  for (const item of value) {
    if (!isRecord(item) || typeof item['name'] !== 'string') return undefined
    byName.set(item['name'], item)
  }
  return byName.size === value.length ? byName : undefined
}

/** Lines of two texts, with what surrounds each difference. */
function textLines(before: string | undefined, after: string | undefined): string[] {
  const ended = [before, after].every((text) => text === undefined || text.endsWith('\n'))
  const split = (text: string | undefined) => text?.slice(0, ended ? -1 : undefined).split('\n') ?? []
  const steps = differenceOf(split(before), split(after))
  const near = (index: number) =>
    steps.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some((step) => step.mark !== ' ')
  const lines: string[] = []
  let skipped = false
  for (const [index, { mark, item }] of steps.entries()) {
    if (near(index)) lines.push(`${mark}     ${shortened(printable(item), WIDEST)}`)
    else if (!skipped) lines.push('      ⋮')
    skipped = !near(index)
  }
  return lines
}

function records(before: JsonRecord, after: JsonRecord, path: string, depth: number): Edit[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  // A key may be called like something that every object inherits.
  const own = (record: JsonRecord, key: string) => (Object.hasOwn(record, key) ? record[key] : undefined)
  return [...keys].flatMap((key) => edits(own(before, key), own(after, key), member(path, key), depth + 1))
}

function lists(before: Json, after: Json, path: string, depth: number): Edit[] {
  const [old, young] = [named(before), named(after)]
  if (old !== undefined && young !== undefined) {
    const names = new Set([...old.keys(), ...young.keys()])
    return [...names].flatMap((name) => edits(old.get(name), young.get(name), `${path}[${name}]`, depth + 1))
  }
  const [from, to] = [Array.isArray(before) ? before : [], Array.isArray(after) ? after : []]
  if ([...from, ...to].every(isScalar)) {
    return differenceOf(from.map(shown), to.map(shown)).flatMap(({ mark, item }): Edit[] =>
      mark === ' ' ? [] : [{ path: `${path}[]`, [mark === '-' ? 'before' : 'after']: item }],
    )
  }
  const indexes = [...Array(Math.max(from.length, to.length)).keys()]
  return indexes.flatMap((index) => edits(from[index], to[index], `${path}[${index}]`, depth + 1))
}

function hasMembers(value: Json): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0
}

/** What a text holds that is JSON with members, such as a policy. */
function embedded(value: Json): Json {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return undefined
  try {
    const parsed: Json = JSON.parse(value)
    return hasMembers(parsed) ? parsed : undefined
  } catch {
    return undefined // only begins like JSON
  }
}

/** The members that differ in two texts of JSON; none when they are no such texts, or differ only in how they are written. */
function embeddedEdits(before: Json, after: Json, path: string, depth: number): Edit[] {
  const inner = [before, after].map(embedded)
  const given = [before, after].filter((value) => value !== undefined)
  if (inner.filter((value) => value !== undefined).length !== given.length || depth >= DEEPEST) return []
  return edits(inner[0], inner[1], path, depth + 1)
}

function edits(before: Json, after: Json, path: string, depth: number): Edit[] {
  if (before !== undefined && after !== undefined && canonicalJson(before) === canonicalJson(after)) return []
  if (depth < DEEPEST && (hasMembers(before) || hasMembers(after))) {
    if ([before, after].every((value) => value === undefined || isRecord(value)))
      return records(isRecord(before) ? before : {}, isRecord(after) ? after : {}, path, depth)
    if ([before, after].every((value) => value === undefined || Array.isArray(value)))
      return lists(before, after, path, depth)
  }
  const members = embeddedEdits(before, after, path, depth)
  if (members.length > 0) return members
  const texts = [before, after].filter((value) => typeof value === 'string')
  const bothTexts = texts.length === [before, after].filter((value) => value !== undefined).length
  if (bothTexts && texts.some((text) => text.trimEnd().includes('\n'))) {
    const [old, young] = [before, after].map((value) => (typeof value === 'string' ? value : undefined))
    return [{ path, lines: textLines(old, young) }]
  }
  return [
    {
      path,
      ...(before === undefined ? {} : { before: shown(before) }),
      ...(after === undefined ? {} : { after: shown(after) }),
    },
  ]
}

/** `-`/`+` lines of the attributes that differ, each pair beneath the other and the values aligned. */
export function differenceLines(change: Change): string[] {
  const all = edits(change.before, change.after, '', 0).map((edit) => ({ ...edit, path: oneLine(edit.path) }))
  const isUnknown = ({ before, after }: Edit) => before === undefined && after === UNKNOWN
  const unknown = all.filter(isUnknown)
  const known = all.filter((edit) => !isUnknown(edit))
  const width = known
    .filter(({ lines, path }) => lines === undefined && path.length <= WIDEST_PATH)
    .reduce((widest, { path }) => Math.max(widest, path.length), 0)
  const lines = known.flatMap(({ path, before, after, lines: text }) => {
    const line = (mark: string, value: string | undefined) =>
      value === undefined ? [] : [`${mark} ${path === '' ? '' : `${path.padEnd(width)}  `}${value}`]
    if (text !== undefined) return [`  ${path}`, ...text]
    return [...line('-', before), ...line('+', after)]
  })
  if (unknown.length > 0) {
    const names = unknown.map(({ path }) => path).join(', ')
    lines.push(`+ ${shortened(names, WIDEST)} ${UNKNOWN}`.trimStart())
  }
  if (lines.length <= MOST_LINES) return lines
  return [...lines.slice(0, MOST_LINES), `  … ${grouped(lines.length - MOST_LINES)} more lines`]
}
