import { beforeAll, expect, test } from '@jest/globals'
import { look } from '../../src/lint/lint.ts'
import { allRules } from '../../src/lint/registry.ts'
import { weigh } from '../../src/preview/observed.ts'
import type { StatementTrace } from '../../src/preview/scratch/trace.ts'
import { loadParser, type Parse } from '../../src/sql/parser.ts'
import { readScript } from '../../src/sql/statements.ts'

let parse: Parse
beforeAll(async () => {
  parse = await loadParser()
})

const nothing = { file: 'a.sql', line: 1, statement: '', locks: [], rewrites: [], scans: [], blocked: [] }

function judged(sql: string, traces: readonly Partial<StatementTrace>[], reviewed: readonly string[] = []) {
  const scripts = [readScript(parse, 'a.sql', sql)]
  const told = weigh(
    look(scripts),
    traces.map((each) => ({ ...nothing, ...each })),
    scripts,
    new Map(),
    reviewed,
  )
  return {
    overruled: told.overruled,
    found: told.findings.map(({ rule, severity, verdict }) => `${rule} ${severity} ${verdict}`),
    why: told.findings.map(({ why }) => why).join('\n'),
  }
}

test.each([
  ['ALTER TABLE a ALTER b SET NOT NULL', 'set-not-null', { scans: ['a'] }],
  ['ALTER TABLE a ADD CHECK (b > 0)', 'add-check-without-not-valid', { scans: ['a'] }],
  ['ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES c', 'add-foreign-key-without-not-valid', { scans: ['a'] }],
  ['ALTER TABLE a ADD UNIQUE (b)', 'add-unique-constraint', { scans: ['a'] }],
  ['ALTER TABLE a ADD PRIMARY KEY (b)', 'add-primary-key', { scans: ['a'] }],
  ['ALTER TABLE a ADD EXCLUDE USING gist (b WITH &&)', 'add-exclusion-constraint', { scans: ['a'] }],
  ['CREATE INDEX i ON a (b)', 'create-index-not-concurrently', { scans: ['a'] }],
  ['ALTER TABLE a ATTACH PARTITION p DEFAULT', 'attach-partition-without-check', { scans: ['p'] }],
  ['ALTER TABLE a ALTER b TYPE bigint', 'change-column-type', { rewrites: ['a'] }],
  ['ALTER TABLE a ADD b uuid DEFAULT gen_random_uuid()', 'add-column-volatile-default', { rewrites: ['a'] }],
  [
    'ALTER TABLE a ADD b int GENERATED ALWAYS AS (1) STORED',
    'add-column-generated-stored',
    { rewrites: ['a'] },
  ],
  ['ALTER TABLE a ADD b serial', 'add-column-serial', { rewrites: ['a'] }],
  ['ALTER TABLE a SET LOGGED', 'set-logged', { rewrites: ['a'] }],
  ['ALTER TABLE a SET TABLESPACE t', 'set-tablespace', { rewrites: ['a'] }],
  ['CLUSTER a USING i', 'cluster', { rewrites: ['a'] }],
  ['DROP INDEX i', 'drop-index-not-concurrently', { blocked: ['a'] }],
  ['ALTER TABLE a DETACH PARTITION p', 'detach-partition-not-concurrently', { blocked: ['a'] }],
  ['REINDEX TABLE a', 'reindex-not-concurrently', { blocked: ['a'] }],
  ['LOCK TABLE a', 'lock-table', { blocked: ['a'] }],
  ['CREATE TRIGGER t BEFORE INSERT ON a EXECUTE FUNCTION f()', 'create-trigger', { blocked: ['a'] }],
] as const)('of %s the observation is right', (sql, rule, feared) => {
  const about = (traces: readonly Partial<StatementTrace>[]) =>
    judged(sql, traces).found.filter((each) => each.startsWith(`${rule} `))
  expect(about([])).toHaveLength(1)
  expect(about([{}])).toEqual([])
  expect(judged(sql, [{}]).overruled).toEqual([`${rule} a.sql:1:1`])
  expect(about([{ line: 2 }])).toHaveLength(1)
  expect(about([feared])).toEqual([expect.stringMatching(/ fail$/)])
  expect(judged(sql, [feared]).why).toContain('Observed on the scratch database: it ')
  // Another statement of the line may be meant.
  expect(about([{}, feared])).toHaveLength(1)
})

test('what could not be told from the text is certain once it was seen', () => {
  const sql = 'ALTER TABLE a ALTER COLUMN b TYPE varchar(20)'
  expect(judged(sql, []).found).toEqual(['change-column-type error unknown'])
  expect(judged(sql, [{ rewrites: ['a'], blocked: ['a'] }]).found).toEqual(['change-column-type error fail'])
  expect(judged(sql, [{}]).found).toEqual([])
})

test('work under a lock that no text shows is told, and only that', () => {
  const block = 'DO $$ BEGIN EXECUTE $x$ALTER TABLE a ADD b uuid DEFAULT gen_random_uuid()$x$; END $$'
  const seen = { rewrites: ['a'], scans: ['a'], blocked: ['a'] }
  expect(judged(block, [seen]).found).toEqual([
    'not-analysable warning unknown',
    'work-under-lock error fail',
  ])
  expect(
    judged(`-- migrate: allow work-under-lock: ten rows\n${block}`, [{ ...seen, line: 2 }]).found,
  ).toEqual(['not-analysable warning unknown'])
  expect(judged(block, [{ ...seen, blocked: [] }]).found).toEqual(['not-analysable warning unknown'])
  // Said already, or allowed already.
  expect(judged('ALTER TABLE a ADD CHECK (b > 0)', [{ scans: ['a'], blocked: ['a'] }]).found).toEqual([
    'add-check-without-not-valid error fail',
  ])
  const allowed = '-- migrate: allow add-check-without-not-valid: ten rows\nALTER TABLE a ADD CHECK (b > 0)'
  expect(judged(allowed, [{ line: 2, scans: ['a'], blocked: ['a'] }]).found).toEqual([])
})

test('an apply believes what the review says of the same statement, and of no other', () => {
  const sql = 'ALTER TABLE a SET LOGGED;\nALTER TABLE c SET LOGGED'
  expect(judged(sql, [], ['set-logged a.sql:1:1'])).toMatchObject({
    overruled: ['set-logged a.sql:1:1'],
    found: ['set-logged error fail', 'several-tables-locked warning fail'],
  })
})

test('what an observation cannot show, it does not overrule', () => {
  const lost = ['drop-column', 'drop-table', 'rename-column', 'rename-table', 'not-analysable', 'now-default']
  for (const { name, fears } of allRules) if (lost.includes(name)) expect(fears).toBeUndefined()
})
