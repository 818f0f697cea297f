import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { runs, seed } from '#test/repetitions.ts'
import {
  canBeSatisfied,
  compareVersions,
  parseConstraint,
  parseVersion,
  satisfies,
  type Version,
} from '../../src/tool/constraint.ts'

function version(text: string): Version {
  const parsed = parseVersion(text)
  if (parsed === undefined) throw new Error(`${text} is no version`)
  return parsed
}

const constraint = (text: string) => parseConstraint(text, 'a test')

describe('a version constraint', () => {
  test.each([
    ['1.11.4', '1.11.4', true],
    ['1.11.4', 'v1.11.4', true],
    ['v1.11.4', '1.11.4', true],
    ['= 1.11.4', '1.11.5', false],
    ['=1.11', '1.11.0', true],
    ['1.11', '1.11.4', false],
    ['!= 1.11.4', '1.11.4', false],
    ['!= 1.11.4', '1.11.3', true],
    ['> 1.9', '1.9.0', false],
    ['> 1.9', '1.9.1', true],
    ['>= 1.9, < 2.0', '1.9.0', true],
    ['>= 1.9, < 2.0', '1.99.0', true],
    ['>= 1.9, < 2.0', '2.0.0', false],
    ['>=1.9,<2.0', '1.10.0', true],
    ['<= 1.10.1', '1.10.1', true],
    ['<= 1.10.1', '1.10.2', false],
    ['~> 1.11.0', '1.11.99', true],
    ['~> 1.11.0', '1.12.0', false],
    ['~> 1.11.3', '1.11.2', false],
    ['~> 1.9', '1.10.5', true],
    ['~> 1.9', '2.0.0', false],
    ['~> 1.9', '1.8.9', false],
    // The one number that is written may grow.
    ['~> 1', '2.5.0', true],
    ['~> 1', '0.15.0', false],
    ['latest', '1.0.0', true],
    // Numbers, not text.
    ['> 1.9.9', '1.10.0', true],
    ['>= 0.12.31', '0.13.0', true],
  ])('%s against %s: %s', (text, given, expected) => {
    expect(satisfies(version(given), constraint(text))).toBe(expected)
  })

  test.each([
    ['1.12.0-beta1', '1.12.0-beta1', true],
    ['= 1.12.0-beta1', '1.12.0-beta1', true],
    ['1.12.0-beta1', '1.12.0-beta2', false],
    ['1.12.0-beta1', '1.12.0', false],
    ['1.12.0', '1.12.0-beta1', false],
    ['>= 1.11', '1.12.0-beta1', false],
    ['~> 1.11', '1.12.0-rc1', false],
    ['< 1.12', '1.12.0-alpha20250312', false],
    ['!= 1.11.0', '1.12.0-beta1', false],
    ['latest', '1.12.0-beta1', false],
  ])('takes a pre-release only by its name: %s against %s: %s', (text, given, expected) => {
    expect(satisfies(version(given), constraint(text))).toBe(expected)
  })

  test.each([
    '',
    ' ',
    ',',
    '1.11.4,',
    '1.x',
    '^1.11',
    '1.11.*',
    '1.2.3.4',
    '>= 1.9 < 2.0',
    '=> 1.9',
    '~>',
    '-1.0.0',
    '1.0.0-',
    '1..0',
    '9999999999.0.0',
    '>= 1.12.0-beta1',
    '~> 1.12.0-rc1',
    'Latest',
    '1.11.4\n1.11.5',
    '$(id)',
    '../../1.0.0',
  ])('that is malformed is refused: %j', (text) => {
    expect(() => parseConstraint(text, 'a test', { file: 'a', line: 3 })).toThrow(
      expect.objectContaining({ code: 'VERSION_INVALID', source: { file: 'a', line: 3 } }),
    )
  })
})

test.each([
  // Semantic Versioning 2.0.0, §11, has this very row.
  ['1.0.0-alpha 1.0.0-alpha.1 1.0.0-alpha.beta 1.0.0-beta 1.0.0-beta.2 1.0.0-beta.11 1.0.0-rc.1 1.0.0'],
  ['0.9.0 0.15.5 1.0.0 1.2.10 1.10.2 1.11.0-rc1 1.11.0 1.11.4 2.0.0-beta1'],
])('versions are in order: %s', (row) => {
  const ordered = row.split(' ')
  const sorted = [...ordered].reverse().map(version).sort(compareVersions)
  expect(sorted.map(({ text }) => text)).toEqual(ordered)
})

const small = fc.integer({ min: 0, max: 3 })
const versions = fc.tuple(small, small, small).map(([a, b, c]) => `${a}.${b}.${c}`)
const written = fc
  .tuple(small, small, small, fc.integer({ min: 1, max: 3 }))
  .map(([a, b, c, parts]) => [a, b, c].slice(0, parts).join('.'))
const conditions = fc.tuple(fc.constantFrom('', '=', '!=', '>', '>=', '<', '<=', '~>'), written)
const constraints = fc
  .array(conditions, { minLength: 1, maxLength: 4 })
  .map((parts) => parts.map(([operator, bound]) => `${operator} ${bound}`.trim()).join(', '))

test('a constraint holds exactly where each of its conditions does', () => {
  fc.assert(
    fc.property(versions, constraints, (text, conditions) => {
      const parts = conditions.split(', ').map((part) => satisfies(version(text), constraint(part)))
      expect(satisfies(version(text), constraint(conditions))).toBe(parts.every(Boolean))
    }),
    { seed, numRuns: runs(100) },
  )
})

test('~> is the range that it is short for', () => {
  fc.assert(
    fc.property(versions, small, small, small, (text, a, b, c) => {
      const same = (short: string, range: string) =>
        expect(satisfies(version(text), constraint(short))).toBe(satisfies(version(text), constraint(range)))
      same(`~> ${a}.${b}.${c}`, `>= ${a}.${b}.${c}, < ${a}.${b + 1}.0`)
      same(`~> ${a}.${b}`, `>= ${a}.${b}.0, < ${a + 1}.0.0`)
      same(`~> ${a}`, `>= ${a}.0.0`)
    }),
    { seed, numRuns: runs(100) },
  )
})

test('what some version satisfies is never called impossible, and what is called possible has a version', () => {
  const all = [...Array(5).keys()].flatMap((a) =>
    [...Array(5).keys()].flatMap((b) => [...Array(12).keys()].map((c) => version(`${a}.${b}.${c}`))),
  )
  fc.assert(
    fc.property(constraints, constraints, (one, other) => {
      const both = [constraint(one), constraint(other)]
      const exists = all.some((each) => both.every((every) => satisfies(each, every)))
      expect(canBeSatisfied(both)).toBe(exists)
    }),
    { seed, numRuns: runs(500) },
  )
})

test('any text is a constraint or refused as one, never anything else', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      try {
        expect(constraint(text).text).toBe(text)
      } catch (error) {
        expect(error).toMatchObject({ code: 'VERSION_INVALID' })
      }
    }),
    { seed, numRuns: runs(100) },
  )
})
