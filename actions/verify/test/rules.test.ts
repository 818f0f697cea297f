import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { expectationsIn } from '../../../test/examples.ts'
import { judge } from '../src/policy.ts'
import { readRepository } from '../src/repository/repository.ts'
import { rules } from '../src/rules/index.ts'
import type { Rule } from '../src/rules/rule.ts'

const fixtures = join(import.meta.dirname, 'fixtures/rules')
const source = join(import.meta.dirname, '../src/rules')

/** `file:line verdict: message` of everything that is expected of a tree. */
function expectedIn(folder: string): string[] {
  return expectationsIn(folder)
    .map(({ file, line, verdict, message }) => `${file}:${line} ${verdict}: ${message}`)
    .sort()
}

function foundIn(folder: string, rule: Rule): string[] {
  const { repository, problems } = readRepository(folder, ['.'])
  expect(problems).toEqual([])
  expect(Object.keys(repository.files).length).toBeGreaterThan(0)
  return judge(repository, [rule])
    .map(({ source: place, verdict, message }) => `${place?.file}:${place?.line} ${verdict}: ${message}`)
    .sort()
}

describe('the rules', () => {
  test('are all listed, under the name of their file, each with its fixtures', () => {
    const files = readdirSync(source)
      .filter((file) => file !== 'index.ts' && file !== 'rule.ts')
      .map((file) => file.replace('.ts', ''))
      .sort()
    expect(rules.map(({ id }) => id).sort()).toEqual(files)
    expect(readdirSync(fixtures).sort()).toEqual(files)
  })

  test.each(rules.map((rule) => [rule.id, rule] as const))(
    '%s finds nothing in what is right',
    (id, rule) => {
      expect(foundIn(join(fixtures, id, 'pass'), rule)).toEqual([])
    },
  )

  test.each(rules.map((rule) => [rule.id, rule] as const))(
    '%s finds every marked line, and no other',
    (id, rule) => {
      const expected = expectedIn(join(fixtures, id, 'fail'))
      expect(expected).not.toEqual([])
      expect(foundIn(join(fixtures, id, 'fail'), rule)).toEqual(expected)
    },
  )

  test.each(rules.map((rule) => [rule.id, rule] as const))('%s says why, and what to do', (_id, rule) => {
    for (const text of [rule.title, rule.why, rule.fix]) expect(text).not.toMatch(/^\s*$/)
    expect(rule.why).toMatch(/\.$/)
    expect(rule.fix).toMatch(/\.$/)
  })
})
