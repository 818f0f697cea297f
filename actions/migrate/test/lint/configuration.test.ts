import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { failuresIn } from '#toolkit/model/failure.ts'
import { formatSource } from '#toolkit/model/source.ts'
import { CONFIGURATION, parseConfiguration, weakenedFindings } from '../../src/lint/configuration.ts'
import { groups, severityOf } from '../../src/lint/levels.ts'
import { lint } from '../../src/lint/lint.ts'
import { allRules } from '../../src/lint/registry.ts'
import { loadParser, type Parse } from '../../src/sql/parser.ts'
import { readScript } from '../../src/sql/statements.ts'

let parse: Parse
beforeAll(async () => {
  parse = await loadParser()
})

const written = (...lines: readonly string[]) =>
  `migrate:\n  lint:\n${lines.map((line) => `    ${line}\n`).join('')}`
const told = (text: string) => {
  try {
    parseConfiguration(text)
    return []
  } catch (error) {
    return failuresIn(error).map(
      ({ source, message }) => `${source === undefined ? '' : formatSource(source)} ${message}`,
    )
  }
}
const found = (sql: string, text: string) =>
  lint([readScript(parse, 'a.sql', sql)], { choices: parseConfiguration(text).choices }).map(
    ({ rule, severity }) => `${rule} ${severity}`,
  )

describe('a level', () => {
  const sql = 'ALTER TABLE a DROP COLUMN b; ALTER TABLE a ADD COLUMN c timestamptz DEFAULT now()'

  test.each([
    ['is what the rule says where nobody has chosen', '', ['drop-column error']],
    ['turns the rules of the house on', written('house: error'), ['drop-column error', 'now-default error']],
    ['of a group is the most that its rules may be', written('data: warning'), ['drop-column warning']],
    ['of a group turns it off', written('data: off'), []],
    [
      'of a rule counts before that of its group',
      written('data: off', 'drop-column: error'),
      ['drop-column error'],
    ],
    ['turns one rule off', written('house: warning', 'drop-column: off'), ['now-default warning']],
    [
      'turns one rule of the house on',
      written('now-default: warning'),
      ['drop-column error', 'now-default warning'],
    ],
  ])('%s', (_name, text, wanted) => {
    expect(found(sql, text).filter((each) => /^(?:drop-column|now-default) /.test(each))).toEqual(wanted)
  })
})

test('what nobody knows is told on its line, with what is meant, all at once', () => {
  expect(
    told(
      'migrate:\n  lints: {}\n  lint:\n    hause: off\n    drop-colum: warning\n    drop-table: loud\n    truncate: [off]\n    quite-something-else: off\nverify: {}\n',
    ),
  ).toEqual([
    expect.stringMatching(/^\.omninode\.yml:9:1 .*`verify` is not known\./),
    expect.stringMatching(/^\.omninode\.yml:2:3 .*`migrate\.lints` is not known\. .*`lint`/s),
    expect.stringMatching(/^\.omninode\.yml:4:5 .*`migrate\.lint\.hause` is not known\. .*`house`/s),
    expect.stringMatching(/^\.omninode\.yml:5:5 .*`drop-column`/s),
    expect.stringMatching(/^\.omninode\.yml:8:5 .*`migrate\.lint\.quite-something-else` is not known\./s),
    expect.stringMatching(/^\.omninode\.yml:6:5 .*`drop-table` has no level\. .*`loud` is none/s),
    expect.stringMatching(/^\.omninode\.yml:7:5 .*`truncate` has no level\./),
  ])
  expect(told('- a')).toEqual([expect.stringContaining('is no mapping')])
  expect(told('migrate: yes')).toEqual([expect.stringContaining('is no mapping')])
  expect(told('migrate:\n  lint:\n    drop-table: off\n    drop-table: error\n')).toEqual([
    expect.stringContaining('duplicated mapping key'),
  ])
  expect(told('migrate: {}\n---\nmigrate: {}\n')).toEqual([expect.stringContaining('second document')])
})

describe('nobody turns a rule off in silence', () => {
  const weakened = (text: string) =>
    weakenedFindings(parseConfiguration(text)).map(({ source, message }) => `${source?.line} ${message}`)

  test('each line that does is told, with the rules and what is left of them', () => {
    expect(weakened(written('set-not-null: off', 'drop-table: warning'))).toEqual([
      '3 `set-not-null: off` turns set-not-null (safety) off.',
      '4 `drop-table: warning` turns drop-table (data) down to warning.',
    ])
    const [whole = ''] = weakened(written('safety: off', 'set-not-null: error'))
    for (const { name, group } of allRules)
      expect(whole.includes(`${name} off`)).toBe(group === 'safety' && name !== 'set-not-null')
    expect(weakened(written('data: warning'))[0]).not.toContain('truncate off')
  })

  test('what is as everywhere, or louder, is not', () => {
    expect(
      weakened(written('house: off', 'safety: error', 'create-trigger: error', 'now-default: warning')),
    ).toEqual([])
  })
})

test('every rule is of one group, and no rule has the name of one', () => {
  for (const { name, group } of allRules) {
    expect(Object.keys(groups)).toContain(group)
    expect(Object.keys(groups)).not.toContain(name)
  }
})

test('this repository wants what its house wants', () => {
  const text = readFileSync(join(import.meta.dirname, '../../../..', CONFIGURATION), 'utf8')
  const house = allRules.filter(({ group }) => group === 'house')
  const { choices } = parseConfiguration(text)
  expect(house.map((rule) => severityOf(rule, choices))).toEqual(house.map(({ severity }) => severity))
  expect(weakenedFindings(parseConfiguration(text))).toEqual([])
})
