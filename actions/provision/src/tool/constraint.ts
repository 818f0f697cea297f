/**
 * Versions and version constraints as Terraform documents them ("Version Constraints"); OpenTofu's are the same.
 * A pre-release is never in a range: it has to be asked for exactly.
 */
import { Failure } from '#toolkit/model/failure.ts'
import type { Source } from '#toolkit/model/source.ts'

export interface Version {
  /** As it is written, without a leading `v`: `1.11.4`, `1.12.0-beta1`. */
  readonly text: string
  /** major, minor, patch; what is not written is 0 */
  readonly numbers: readonly [number, number, number]
  /** `beta1`; empty for a release */
  readonly preRelease: string
}

type Operator = '=' | '!=' | '>' | '>=' | '<' | '<=' | '~>'

interface Condition {
  readonly operator: Operator
  readonly version: Version
  /** How many numbers are written: `~>` lets the last of them grow. */
  readonly written: number
}

export interface Constraint {
  readonly text: string
  readonly conditions: readonly Condition[]
  /** Where it is written, if in a file. */
  readonly source?: Source
  /** For people: `.terraform-version`, `the input terraform-version`. */
  readonly from: string
}

const VERSION = /^v?(\d{1,9})(?:\.(\d{1,9}))?(?:\.(\d{1,9}))?(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/
const CONDITION = /^(=|!=|>=|<=|>|<|~>)?\s*(\S+)$/

export function parseVersion(text: string): Version | undefined {
  const found = VERSION.exec(text)
  if (found === null) return undefined
  const [, major, minor = '0', patch = '0', preRelease = ''] = found
  const numbers = [Number(major), Number(minor), Number(patch)] as const
  return Object.freeze({ text: text.replace(/^v/, ''), numbers, preRelease })
}

/** Semantic Versioning 2.0.0, §11: number by number, a word after a number, more parts after fewer. */
function comparePreReleases(a: string, b: string): number {
  if (a === b) return 0
  if (a === '' || b === '') return a === '' ? 1 : -1
  const [left, right] = [a.split('.'), b.split('.')]
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const [one = '', other = ''] = [left[index], right[index]]
    if (one === other) continue
    const [isNumber, otherIsNumber] = [/^\d+$/.test(one), /^\d+$/.test(other)]
    if (isNumber && otherIsNumber && Number(one) !== Number(other)) return Number(one) - Number(other)
    if (isNumber !== otherIsNumber) return isNumber ? -1 : 1
    return one < other ? -1 : 1
  }
  return left.length - right.length
}

/** Below 0 when a is older than b, 0 when they are the same version. */
export function compareVersions(a: Version, b: Version): number {
  for (let index = 0; index < 3; index++) {
    const difference = (a.numbers[index] ?? 0) - (b.numbers[index] ?? 0)
    if (difference !== 0) return difference
  }
  return comparePreReleases(a.preRelease, b.preRelease)
}

/**
 * @param text `1.11.4`, `~> 1.11.0`, `>= 1.9, < 2.0`, or `latest` for any release
 * @throws Failure VERSION_INVALID at its source
 */
export function parseConstraint(text: string, from: string, source?: Source): Constraint {
  const where = source === undefined ? {} : { source: Object.freeze({ ...source }) }
  const invalid = (why: string) =>
    new Failure({
      code: 'VERSION_INVALID',
      what: `\`${text}\` in ${from} is not a version or a version constraint.`,
      why,
      fix: 'Write one like `1.11.4`, `~> 1.11.0`, `>= 1.9, < 2.0` or `latest`.',
      ...where,
    })
  const conditions = (text === 'latest' ? [] : text.split(',')).map((part): Condition => {
    const [, operator = '=', given = ''] = CONDITION.exec(part.trim()) ?? []
    const version = parseVersion(given)
    if (version === undefined) throw invalid(`It has the part \`${part.trim()}\`.`)
    if (version.preRelease !== '' && operator !== '=')
      throw invalid(`The pre-release ${version.text} can only be asked for exactly.`)
    const written = given.replace(/[-+].*/, '').split('.').length
    return Object.freeze({ operator: operator as Operator, version, written })
  })
  return Object.freeze({ text, conditions: Object.freeze(conditions), from, ...where })
}

/** Whether it is `latest`, which only the list of releases can answer. */
export function isLatest({ conditions }: Constraint): boolean {
  return conditions.length === 0
}

function holds({ operator, version: bound, written }: Condition, version: Version): boolean {
  const order = compareVersions(version, bound)
  switch (operator) {
    case '=':
      return order === 0
    case '!=':
      return order !== 0
    case '>':
      return order > 0
    case '>=':
      return order >= 0
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '~>':
      return (
        order >= 0 &&
        bound.numbers.slice(0, written - 1).every((number, index) => number === version.numbers[index])
      )
  }
}

export function satisfies(version: Version, { conditions }: Constraint): boolean {
  if (version.preRelease !== '' && !conditions.some(({ operator }) => operator === '=')) return false
  return conditions.every((condition) => holds(condition, version))
}

/** `1.12.0` for `1.12.0-beta1`: what Terraform compares with a `required_version`. */
export function coreOf(version: Version): Version {
  return Object.freeze({ text: version.numbers.join('.'), numbers: version.numbers, preRelease: '' })
}

/** The one version that is asked for, when there is no choice. */
export function exactVersion(constraints: readonly Constraint[]): Version | undefined {
  return constraints.flatMap(({ conditions }) => conditions).find(({ operator }) => operator === '=')?.version
}

/**
 * Whether there can be a version at all that satisfies every constraint, released or not.
 *
 * The oldest one that does is where a lower bound is, or a few patches on, past what `>` and `!=` leave out.
 */
export function canBeSatisfied(constraints: readonly Constraint[]): boolean {
  const conditions = constraints.flatMap((constraint) => constraint.conditions)
  const bounds = [...conditions.map(({ version }) => version), parseVersion('0')].filter(
    (version) => version !== undefined,
  )
  return bounds.some((bound) => {
    if (constraints.every((constraint) => satisfies(bound, constraint))) return true
    const [major, minor, patch] = bound.numbers
    for (let step = 0; step <= conditions.length; step++) {
      const next = parseVersion(`${major}.${minor}.${patch + step}`)
      if (next !== undefined && constraints.every((constraint) => satisfies(next, constraint))) return true
    }
    return false
  })
}
