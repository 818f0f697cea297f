/**
 * IAM's condition operators. Source: IAM User Guide, "IAM JSON policy elements: Condition operators" and "Set operators
 * for multivalued context keys".
 */
import { BlockList, isIP } from 'node:net'
import type { Pattern } from './policy-variables.ts'

/** Undefined: AWS does not say, so that it grants nothing, and denies. */
export type Judgement = boolean | undefined

export interface Operator {
  /** Whether a value that was written in a policy is one of this operator's. */
  readonly isValue: (written: string) => boolean
  /** Whether `${…}` stands for something in its values. */
  readonly takesVariables: boolean
  /** Whether it holds when nothing matches. */
  readonly negated: boolean
  readonly matches: (wanted: Pattern, value: string) => Judgement
}

/** `*` any number of characters, `?` any one; what stands for itself is escaped already. */
function like(wanted: Pattern, value: string): boolean {
  const expression = wanted
    .map(({ text, literal }) => {
      const escaped = text.replace(/[.+^${}()|[\]\\*?]/g, '\\$&')
      return literal ? escaped : escaped.replaceAll('\\*', '[\\s\\S]*').replaceAll('\\?', '[\\s\\S]')
    })
    .join('')
  return new RegExp(`^${expression}$`).test(value)
}

function textOf(wanted: Pattern): string {
  return wanted.map(({ text }) => text).join('')
}

const ARN_PARTS = 6

/** The parts of an ARN; the last one may hold colons. */
function arnParts(arn: string): string[] | undefined {
  const [, ...parts] = /^([^:]*):([^:]*):([^:]*):([^:]*):([^:]*):([\s\S]*)$/.exec(arn) ?? []
  return parts.length === ARN_PARTS && parts[0] === 'arn' ? parts : undefined
}

/** A pattern's own parts: what a variable stands for may hold a colon, which parts nothing. */
function patternParts(wanted: Pattern): Pattern[] {
  const parts: { text: string; literal: boolean }[][] = [[]]
  for (const { text, literal } of wanted) {
    if (literal) {
      parts.at(-1)?.push({ text, literal })
      continue
    }
    for (const [index, piece] of text.split(':').entries()) {
      if (index > 0 && parts.length < ARN_PARTS) parts.push([])
      else if (index > 0) parts.at(-1)?.push({ text: ':', literal: true })
      parts.at(-1)?.push({ text: piece, literal: false })
    }
  }
  return parts
}

function arnLike(wanted: Pattern, value: string): boolean {
  const parts = arnParts(value)
  const patterns = patternParts(wanted)
  if (parts === undefined || patterns.length !== ARN_PARTS) return false
  return patterns.every((pattern, index) => like(pattern, parts[index] ?? ''))
}

function isArnPattern(written: string): boolean {
  return /^arn:(?:[^:]*:){4}[\s\S]+$/.test(written)
}

function numberOf(text: string): number | undefined {
  return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : undefined
}

/** W3C's profile of ISO 8601, or seconds since 1970; in milliseconds. */
function dateOf(text: string): number | undefined {
  if (/^\d+$/.test(text)) return text.length === 4 ? Date.parse(text) : Number(text) * 1_000
  const form = /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?)?)?$/
  const date = form.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(date) ? undefined : date
}

function booleanOf(text: string): boolean | undefined {
  const word = text.toLowerCase()
  return word === 'true' || word === 'false' ? word === 'true' : undefined
}

interface Network {
  readonly address: string
  readonly bits: number
  readonly family: 'ipv4' | 'ipv6'
}

function networkOf(text: string): Network | undefined {
  const [, address = '', given] = /^([\da-fA-F.:]+)(?:\/(\d{1,3}))?$/.exec(text) ?? []
  const version = isIP(address)
  const widest = version === 4 ? 32 : 128
  const bits = given === undefined ? widest : Number(given)
  if (version === 0 || bits > widest) return undefined
  return { address, bits, family: version === 4 ? 'ipv4' : 'ipv6' }
}

function isWithin(wanted: string, value: string): Judgement {
  const network = networkOf(wanted)
  const version = isIP(value)
  if (network === undefined || version === 0) return undefined
  const list = new BlockList()
  list.addSubnet(network.address, network.bits, network.family)
  return list.check(value, version === 4 ? 'ipv4' : 'ipv6')
}

/** Both sides read alike, and compared; what cannot be read is not known. */
function compared<T>(read: (text: string) => T | undefined, test: (value: T, wanted: T) => boolean) {
  return {
    isValue: (written: string) => read(written) !== undefined,
    takesVariables: false,
    matches: (wanted: Pattern, value: string): Judgement => {
      const [limit, given] = [read(textOf(wanted)), read(value)]
      return limit === undefined || given === undefined ? undefined : test(given, limit)
    },
  }
}

const text = { isValue: () => true, takesVariables: true }
const equal = { ...text, matches: (wanted: Pattern, value: string) => textOf(wanted) === value }
const sameIgnoringCase = {
  ...text,
  matches: (wanted: Pattern, value: string) => textOf(wanted).toLowerCase() === value.toLowerCase(),
}
const pattern = { ...text, matches: like }
const arn = { isValue: isArnPattern, takesVariables: true, matches: arnLike }
const address = {
  isValue: (written: string) => networkOf(written) !== undefined,
  takesVariables: false,
  matches: (wanted: Pattern, value: string) => isWithin(textOf(wanted), value),
}
const bytes = {
  isValue: (written: string) =>
    /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/.test(written) && written !== '',
  takesVariables: false,
  matches: (wanted: Pattern, value: string) =>
    Buffer.from(textOf(wanted), 'base64').equals(Buffer.from(value, 'utf8')),
}

/** `NumericEquals` and its siblings, for what has an order. */
function ordered(
  prefix: 'Numeric' | 'Date',
  read: (text: string) => number | undefined,
): [string, Operator][] {
  const tests: [string, boolean, (value: number, wanted: number) => boolean][] = [
    ['Equals', false, (value, wanted) => value === wanted],
    ['NotEquals', true, (value, wanted) => value === wanted],
    ['LessThan', false, (value, wanted) => value < wanted],
    ['LessThanEquals', false, (value, wanted) => value <= wanted],
    ['GreaterThan', false, (value, wanted) => value > wanted],
    ['GreaterThanEquals', false, (value, wanted) => value >= wanted],
  ]
  return tests.map(([name, negated, test]) => [`${prefix}${name}`, { ...compared(read, test), negated }])
}

/** All but `Null`, which asks for no value. */
export const operators: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ['StringEquals', { ...equal, negated: false }],
  ['StringNotEquals', { ...equal, negated: true }],
  ['StringEqualsIgnoreCase', { ...sameIgnoringCase, negated: false }],
  ['StringNotEqualsIgnoreCase', { ...sameIgnoringCase, negated: true }],
  ['StringLike', { ...pattern, negated: false }],
  ['StringNotLike', { ...pattern, negated: true }],
  ...ordered('Numeric', numberOf),
  ...ordered('Date', dateOf),
  ['Bool', { ...compared(booleanOf, (value, wanted) => value === wanted), negated: false }],
  ['BinaryEquals', { ...bytes, negated: false }],
  ['IpAddress', { ...address, negated: false }],
  ['NotIpAddress', { ...address, negated: true }],
  // Both take patterns: IAM makes no difference between them.
  ['ArnEquals', { ...arn, negated: false }],
  ['ArnLike', { ...arn, negated: false }],
  ['ArnNotEquals', { ...arn, negated: true }],
  ['ArnNotLike', { ...arn, negated: true }],
])

/** Whether any does; unknown when none does and one is not known. */
export function some(judgements: readonly Judgement[]): Judgement {
  if (judgements.includes(true)) return true
  return judgements.includes(undefined) ? undefined : false
}

/** Whether each does; unknown when none does not and one is not known. */
export function every(judgements: readonly Judgement[]): Judgement {
  if (judgements.includes(false)) return false
  return judgements.includes(undefined) ? undefined : true
}

export function not(judgement: Judgement): Judgement {
  return judgement === undefined ? undefined : !judgement
}

/** What stands before and behind an operator's name. */
export interface Modifiers {
  readonly set: 'ForAllValues' | 'ForAnyValue' | undefined
  readonly ifExists: boolean
}

/**
 * @param wanted alternatives; undefined for one that a variable without a value is in
 * @param values of the request's key; undefined or none when it has none, a text when it has a single one by nature
 */
export function judge(
  { negated, matches }: Operator,
  { set, ifExists }: Modifiers,
  wanted: readonly (Pattern | undefined)[],
  values: string | readonly string[] | undefined,
): Judgement {
  const list = typeof values === 'string' ? [values] : (values ?? [])
  if (list.length === 0) return ifExists || set === 'ForAllValues' || (negated && set === undefined)
  const judgements = list.map((value) => {
    const matched = some(wanted.map((each) => (each === undefined ? undefined : matches(each, value))))
    return negated ? not(matched) : matched
  })
  if (set === 'ForAllValues') return every(judgements)
  if (set === 'ForAnyValue') return some(judgements)
  // Several values without a set operator: AWS does not say what happens.
  return typeof values === 'string' ? judgements[0] : undefined
}
