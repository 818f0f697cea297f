/**
 * `${…}` in the values of a policy. Source: IAM User Guide, "IAM policy elements: Variables and tags": they count from
 * version 2012-10-17 on, and a `$` before anything else is a `$`.
 */

/** A value in pieces: what a variable stands for is taken literally, the rest may hold `*` and `?`. */
export type Pattern = readonly { readonly text: string; readonly literal: boolean }[]

/** `${aws:username}`, `${aws:username, 'nobody'}`, and `${*}`, `${?}`, `${$}` for the characters themselves. */
const VARIABLE = /\$\{(?:([*?$])|\s*([^\s,{}']+)\s*(?:,\s*'([^']*)'\s*)?)\}/

const pieces = new RegExp(VARIABLE.source, 'g')

/** The keys that a value names. */
export function variablesIn(value: string): string[] {
  return [...value.matchAll(pieces)].flatMap(([, , key]) => (key === undefined ? [] : [key]))
}

/** Whether a value opens a variable that it does not close as one. */
export function hasBrokenVariable(value: string): boolean {
  return value.replace(pieces, '').includes('${')
}

/** The value as it is written. */
export function literally(value: string): Pattern {
  return [{ text: value, literal: false }]
}

/** The value with its variables put in; undefined when one has neither a value nor a default. */
export function resolved(value: string, textFor: (key: string) => string | undefined): Pattern | undefined {
  const pattern: { text: string; literal: boolean }[] = []
  let end = 0
  for (const match of value.matchAll(pieces)) {
    const [whole, character, key = '', otherwise] = match
    const text = character ?? textFor(key) ?? otherwise
    if (text === undefined) return undefined
    pattern.push({ text: value.slice(end, match.index), literal: false }, { text, literal: true })
    end = match.index + whole.length
  }
  return [...pattern, { text: value.slice(end), literal: false }]
}
