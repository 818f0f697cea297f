import { beforeAll, expect, test } from '@jest/globals'
import { blocks, locksOf, strongest } from '../../src/sql/locks.ts'
import { loadParser, type Parse } from '../../src/sql/parser.ts'
import { readScript } from '../../src/sql/statements.ts'

let parse: Parse

beforeAll(async () => {
  parse = await loadParser()
})

test.each([
  ['ALTER TABLE a ADD COLUMN b int', 'ACCESS EXCLUSIVE a: only changes the catalogue'],
  ['ALTER TABLE a ADD COLUMN b int DEFAULT 5', 'ACCESS EXCLUSIVE a: only changes the catalogue'],
  [
    'ALTER TABLE a ADD COLUMN b uuid DEFAULT gen_random_uuid()',
    'ACCESS EXCLUSIVE a: rewrites the whole table and its indexes',
  ],
  ['ALTER TABLE s.a ALTER COLUMN b SET NOT NULL', 'ACCESS EXCLUSIVE s.a: reads every row'],
  ['ALTER TABLE a ALTER COLUMN b SET STATISTICS 100', 'SHARE UPDATE EXCLUSIVE a: only changes the catalogue'],
  ['ALTER TABLE a VALIDATE CONSTRAINT c', 'SHARE UPDATE EXCLUSIVE a: reads every row'],
  ['ALTER TABLE a ADD CONSTRAINT f FOREIGN KEY (b) REFERENCES c', 'SHARE ROW EXCLUSIVE a: reads every row'],
  [
    'ALTER TABLE a ADD CONSTRAINT f FOREIGN KEY (b) REFERENCES c NOT VALID',
    'SHARE ROW EXCLUSIVE a: only changes the catalogue',
  ],
  ['CREATE INDEX i ON a (b)', 'SHARE a: builds an index'],
  ['CREATE INDEX CONCURRENTLY i ON a (b)', 'SHARE UPDATE EXCLUSIVE a: builds an index'],
  ['DROP TABLE a', 'ACCESS EXCLUSIVE a: drops it'],
  ['TRUNCATE a', 'ACCESS EXCLUSIVE a: empties it'],
  [
    'CREATE TRIGGER t AFTER INSERT ON a FOR EACH ROW EXECUTE FUNCTION f()',
    'SHARE ROW EXCLUSIVE a: only changes the catalogue',
  ],
  ['REFRESH MATERIALIZED VIEW CONCURRENTLY v', 'EXCLUSIVE v: computes it anew'],
  ['VACUUM (FULL) a', 'ACCESS EXCLUSIVE a: rewrites the whole table and its indexes'],
  ['LOCK TABLE a IN SHARE MODE', 'SHARE a: is asked for'],
  ['UPDATE a SET b = 1', 'ROW EXCLUSIVE a: changes rows'],
  ['ALTER TABLE a ADD COLUMN b int UNIQUE', 'ACCESS EXCLUSIVE a: builds an index'],
  ['ALTER TABLE a ADD COLUMN b int CHECK (b > 0)', 'ACCESS EXCLUSIVE a: reads every row'],
  ['ALTER TABLE a ADD COLUMN b bigserial', 'ACCESS EXCLUSIVE a: rewrites the whole table and its indexes'],
  ['ALTER TABLE a ADD COLUMN b int REFERENCES c', 'ACCESS EXCLUSIVE a: only changes the catalogue'],
  ['ALTER TABLE a SET (fillfactor = 70)', 'SHARE UPDATE EXCLUSIVE a: only changes the catalogue'],
  ['ALTER TABLE a SET (user_catalog_table = true)', 'ACCESS EXCLUSIVE a: only changes the catalogue'],
  ['ALTER INDEX i RENAME TO j', 'SHARE UPDATE EXCLUSIVE i: only changes the catalogue'],
  ['ALTER POLICY p ON a USING (true)', 'ACCESS EXCLUSIVE a: only changes the catalogue'],
  ["COMMENT ON COLUMN s.a.b IS 'x'", 'SHARE UPDATE EXCLUSIVE s.a: only changes the catalogue'],
  ['CREATE STATISTICS n ON b, c FROM a', 'SHARE UPDATE EXCLUSIVE a: only changes the catalogue'],
  ['CREATE TABLE a (b int)', undefined],
  ['SELECT 1', undefined],
])('%s takes %s', (sql, wanted) => {
  const [statement] = readScript(parse, 'x.sql', sql).statements
  const lock = statement === undefined ? undefined : strongest(locksOf(statement.node))
  expect(lock === undefined ? undefined : `${lock.mode} ${lock.relation}: ${lock.why}`).toBe(wanted)
})

test.each([
  ['ALTER TABLE p ATTACH PARTITION q FOR VALUES IN (1)', ['SHARE UPDATE EXCLUSIVE p', 'ACCESS EXCLUSIVE q']],
  ['ALTER TABLE p DETACH PARTITION q', ['ACCESS EXCLUSIVE p', 'ACCESS EXCLUSIVE q']],
  ['ALTER TABLE p DETACH PARTITION q CONCURRENTLY', ['SHARE UPDATE EXCLUSIVE p', 'ACCESS EXCLUSIVE q']],
  ['ALTER TABLE a INHERIT b', ['ACCESS EXCLUSIVE a', 'SHARE UPDATE EXCLUSIVE b']],
  ['CREATE TABLE q PARTITION OF p FOR VALUES IN (1)', ['ACCESS EXCLUSIVE p']],
  ['CREATE TABLE a () INHERITS (b)', ['SHARE UPDATE EXCLUSIVE b']],
  ['CREATE TABLE a (b int REFERENCES c)', ['SHARE ROW EXCLUSIVE c']],
  ['ALTER TABLE a ADD COLUMN b int REFERENCES c', ['ACCESS EXCLUSIVE a', 'SHARE ROW EXCLUSIVE c']],
  ['CREATE OR REPLACE VIEW v AS SELECT 1', ['ACCESS EXCLUSIVE v']],
  [
    'WITH gone AS (DELETE FROM a RETURNING *) INSERT INTO b SELECT * FROM gone',
    ['ROW EXCLUSIVE b', 'ROW EXCLUSIVE a'],
  ],
])('%s takes %j', (sql, wanted) => {
  const locks = readScript(parse, 'x.sql', sql).statements.flatMap(({ node }) => locksOf(node))
  expect(locks.map(({ mode, relation }) => `${mode} ${relation}`)).toEqual(wanted)
})

test('a foreign key locks both tables', () => {
  const [statement] = readScript(
    parse,
    'x.sql',
    'ALTER TABLE a ADD CONSTRAINT f FOREIGN KEY (b) REFERENCES c',
  ).statements
  expect(statement === undefined ? [] : locksOf(statement.node).map(({ relation }) => relation)).toEqual([
    'a',
    'c',
  ])
})

test('whom a lock keeps away is said in words', () => {
  expect(blocks('ACCESS EXCLUSIVE')).toBe('blocks reads and writes')
  expect(blocks('SHARE')).toBe('blocks writes')
})
