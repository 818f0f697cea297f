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

/**
 * `kubernetes`: as kubectl reads manifests (sigs.k8s.io/yaml), which is YAML 1.1 without base 60 and timestamps,
 * but with `y`, `n` and `0o17`. `workflow`: YAML 1.2, in which `on` is a word.
 */
export type Dialect = 'kubernetes' | 'workflow'

const TRUE = /^(?:y|Y|yes|Yes|YES|true|True|TRUE|on|On|ON)$/
const FALSE = /^(?:n|N|no|No|NO|false|False|FALSE|off|Off|OFF)$/
const INTEGER = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(\d+))$/
const FLOAT = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/
/** Beyond it, kubectl takes an integer for a floating-point number. */
const UINT64_MAX = 2 ** 64

function integerOf(text: string): number | undefined {
  const [whole, sign, hexadecimal, binary, octal, decimal] = INTEGER.exec(text.replaceAll('_', '')) ?? []
  if (whole === undefined || text.startsWith('_')) return undefined
  const digits = [
    [hexadecimal, 16],
    [binary, 2],
    [octal, 8],
    [decimal, 10],
  ] as const
  const [known, base] = digits.find(([value]) => value !== undefined) ?? ['0', 10]
  const value = Number.parseInt(known ?? '0', base)
  return sign === '-' && value !== 0 ? -value : value
}

/**
 * An integer between 2^53 and 2^64 has no exact number here. It stays text, so that the API server refuses it where
 * it wants a number; rounding it would apply another value than was written.
 */
function numberOf(text: string): number | typeof NOT_RESOLVED {
  const integer = integerOf(text)
  if (integer !== undefined && Math.abs(integer) < UINT64_MAX)
    return Number.isSafeInteger(integer) ? integer : NOT_RESOLVED
  const plain = text.replaceAll('_', '')
  if (text.startsWith('_') || !FLOAT.test(plain)) return NOT_RESOLVED
  const float = Number(plain)
  return Number.isFinite(float) ? float : NOT_RESOLVED
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
