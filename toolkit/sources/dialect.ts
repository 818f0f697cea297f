/** How plain scalars become values in the two kinds of YAML that this repository reads. */
import {
  CORE_SCHEMA,
  defineScalarTag,
  FAILSAFE_SCHEMA,
  mergeTag,
  NOT_RESOLVED,
  nullYaml11Tag,
  Schema,
} from 'js-yaml'
import { integerOf } from '../model/exact-integer.ts'

/**
 * `kubernetes`: as kubectl reads manifests (sigs.k8s.io/yaml), which is YAML 1.1 without base 60 and timestamps,
 * but with `y`, `n` and `0o17`. `workflow`: YAML 1.2, in which `on` is a word.
 */
export type Dialect = 'kubernetes' | 'workflow'

const TRUE = /^(?:y|Y|yes|Yes|YES|true|True|TRUE|on|On|ON)$/
const FALSE = /^(?:n|N|no|No|NO|false|False|FALSE|off|Off|OFF)$/
const INTEGER = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(\d+))$/
const FLOAT = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/
const NO_NUMBER = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/
const NOTHING = /^(?:~|null|Null|NULL|)$/
/** Beyond these, kubectl takes an integer for a floating-point number. */
const UINT64_MAX = 2n ** 64n - 1n
const INT64_MIN = -(2n ** 63n)

/** Digits that no integer of 64 bits has: what they come to is not counted. */
const MOST_DIGITS = 70

function integerIn(text: string): bigint | undefined {
  const [whole, sign, hexadecimal, binary, octal, decimal] = INTEGER.exec(text.replaceAll('_', '')) ?? []
  if (whole === undefined || text.startsWith('_') || whole.length > MOST_DIGITS) return undefined
  const digits = [
    ['0x', hexadecimal],
    ['0b', binary],
    ['0o', octal],
    ['', decimal],
  ] as const
  const [base, known] = digits.find(([, value]) => value !== undefined) ?? ['', '0']
  const value = BigInt(`${base}${known}`)
  return sign === '-' ? -value : value
}

function numberOf(text: string): unknown {
  const integer = integerIn(text)
  if (integer !== undefined && integer >= INT64_MIN && integer <= UINT64_MAX) return integerOf(integer)
  const plain = text.replaceAll('_', '')
  if (text.startsWith('_') || !FLOAT.test(plain)) return NOT_RESOLVED
  const float = Number(plain)
  return Number.isFinite(float) ? float : NOT_RESOLVED
}

/** Whether a plain scalar is a number that JSON has not: kubectl takes it for one, and cannot send it. */
export function isNoNumber(text: string): boolean {
  return NO_NUMBER.test(text)
}

/** Whether a plain scalar is null. */
export function isNothing(text: string): boolean {
  return NOTHING.test(text)
}

/** Whether a plain scalar is a number that is written with a point or an exponent. */
export function isFraction(text: string): boolean {
  return /[.eE]/.test(text) && !INTEGER.test(text) && typeof numberOf(text) === 'number'
}

const reading = { implicit: true, identify: () => false } as const
const numeric = { ...reading, implicitFirstChars: [...'-+.0123456789'], resolve: numberOf } as const

const boolTag = defineScalarTag('tag:yaml.org,2002:bool', {
  ...reading,
  implicitFirstChars: [...'yYnNtTfFoO'],
  resolve: (text) => (TRUE.test(text) ? true : FALSE.test(text) ? false : NOT_RESOLVED),
})
const intTag = defineScalarTag('tag:yaml.org,2002:int', numeric)
const floatTag = defineScalarTag('tag:yaml.org,2002:float', numeric)

export const schemas: Readonly<Record<Dialect, Schema>> = {
  kubernetes: new Schema([...FAILSAFE_SCHEMA.tags, nullYaml11Tag, boolTag, intTag, floatTag, mergeTag]),
  // GitHub understands anchors and aliases, but no merge keys.
  workflow: CORE_SCHEMA,
}
