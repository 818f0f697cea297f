import { beforeAll, expect, test } from '@jest/globals'
import { loadParser, type Parse } from '../../src/sql/parser.ts'
import { lossOf } from '../../src/tasks/data-loss.ts'

let parse: Parse

beforeAll(async () => {
  parse = await loadParser()
})

function lossesOf(sql: string) {
  return parse(sql).map(({ node }) => lossOf(node))
}

test.each([
  ['DELETE FROM t', 'deletes rows'],
  ['WITH gone AS (DELETE FROM t RETURNING *) SELECT * FROM gone', 'deletes rows'],
  ['CREATE TABLE kept AS WITH gone AS (DELETE FROM t RETURNING *) SELECT * FROM gone', 'deletes rows'],
  ['COPY (DELETE FROM t RETURNING *) TO STDOUT', 'deletes rows'],
  ['EXPLAIN ANALYZE DELETE FROM t', 'deletes rows'],
  ['UPDATE t SET a = 1', 'overwrites values'],
  ['INSERT INTO t VALUES (1) ON CONFLICT (id) DO UPDATE SET a = 1', 'overwrites values'],
  ['MERGE INTO t USING s ON s.id = t.id WHEN MATCHED THEN DELETE', 'deletes rows'],
  ['MERGE INTO t USING s ON s.id = t.id WHEN MATCHED THEN UPDATE SET a = s.a', 'overwrites values'],
  ['TRUNCATE t', 'empties a table'],
  ['ALTER TABLE t DROP COLUMN a', 'drops a column with its values'],
])('a rollback loses data by %s', (sql, what) => {
  expect(lossesOf(sql)).toEqual([{ what }])
})

test.each([
  ['DO $$BEGIN END$$', 'runs code that cannot be seen into'],
  ['CALL undo()', 'runs code that cannot be seen into'],
  ['EXECUTE undo', 'runs code that cannot be seen into'],
  ['SELECT undo(1)', 'calls undo, which cannot be seen into'],
  ['SELECT * FROM my.undo(), other()', 'calls my.undo, other, which cannot be seen into'],
  ['INSERT INTO t SELECT undo()', 'calls undo, which cannot be seen into'],
])('whether a rollback loses data by %s cannot be told, and counts as a loss', (sql, what) => {
  expect(lossesOf(sql)).toEqual([{ what, unknown: true }])
})

test.each([
  "SELECT setval('s', 1), pg_catalog.now(), lower('A')",
  'INSERT INTO t VALUES (1) ON CONFLICT DO NOTHING',
  'MERGE INTO t USING s ON s.id = t.id WHEN NOT MATCHED THEN INSERT VALUES (1)',
  'PREPARE undo AS SELECT undo()',
  'CREATE INDEX i ON t (undo(a))',
  'DROP INDEX i',
])('a rollback loses nothing by %s', (sql) => {
  expect(lossesOf(sql)).toEqual([undefined])
})
