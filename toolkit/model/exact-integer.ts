/** Integers beyond 2^53, which have no exact number here: they are kept as they are written, and written so again. */

/** Of ECMAScript, not in TypeScript's library yet: `JSON.stringify` writes such an object as the text in it. */
interface ExactInteger {
  readonly rawJSON: string
}
interface ExactJson {
  rawJSON(text: string): ExactInteger
  isRawJSON(value: unknown): value is ExactInteger
  parse(
    text: string,
    reviver: (key: string, value: unknown, context: { source?: string }) => unknown,
  ): unknown
}
const json = JSON as unknown as ExactJson // as node 24 has it

export function isExactInteger(value: unknown): value is ExactInteger {
  return json.isRawJSON(value)
}

/** A number where it is exact. */
export function integerOf(value: bigint): number | ExactInteger {
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : json.rawJSON(String(value))
}

/** A number that may not be exact: it is looked at closely only where there is one. */
const LONG_NUMBER = /[:,[\s]-?\d{16}/

/** @throws SyntaxError */
export function parseJson(text: string): unknown {
  if (!LONG_NUMBER.test(text)) return JSON.parse(text)
  return json.parse(text, (_key, value, { source }) =>
    typeof value === 'number' && source !== undefined && /^-?\d{16,20}$/.test(source)
      ? integerOf(BigInt(source))
      : value,
  )
}

/** A value that is no list and no mapping, as text. */
export function scalarText(value: unknown): string {
  return isExactInteger(value) ? value.rawJSON : String(value)
}

function holdsExactInteger(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return isExactInteger(value) || Object.values(value).some(holdsExactInteger)
}

/** The same value as people and reports take it: exact integers as the text of their digits. */
export function withReadableIntegers(value: unknown): unknown {
  // Hardly anything has one.
  return holdsExactInteger(value) ? readable(value) : value
}

function readable(value: unknown): unknown {
  if (isExactInteger(value)) return value.rawJSON
  if (Array.isArray(value)) return value.map(readable)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, readable(member)]))
}
