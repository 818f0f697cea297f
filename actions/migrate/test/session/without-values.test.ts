import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { runs, seed } from '#test/repetitions.ts'
import { withoutValues } from '../../src/session/without-values.ts'

test.each([
  [
    "UPDATE people SET mail = 'ada@example.com', age = 36 WHERE id = 7",
    'UPDATE people SET mail = …, age = … WHERE id = …',
  ],
  ["INSERT INTO a VALUES ('it''s', 'b'), (-1.5e-3, .5)", 'INSERT INTO a VALUES (…, …), (-…-…, .…)'],
  [
    'SELECT "col 1", t1.c2 FROM "a ""b"" 3" WHERE x1 = $1',
    'SELECT "col 1", t1.c2 FROM "a ""b"" 3" WHERE x1 = $1',
  ],
  [String.raw`SELECT E'it\'s ada', e'x\\', 1`, 'SELECT …, …, …'],
  [String.raw`SELECT 'c:\', 'ada'`, 'SELECT …'],
  [String.raw`SELECT 'it\'s ada'`, 'SELECT …'],
  ["SELECT B'0101', x'ff', N'ada', U&'\\0061da'", 'SELECT …, …, …, U&…'],
  ['SELECT $$ada$$, $a$ada $$ lovelace$a$, a$b$c', 'SELECT …, …, a$b$c'],
  ["SELECT 1 -- it's\n, 'ada'", 'SELECT … , …'],
  ["SELECT /* it's /* ada */ */ 'x', 2 /* ada", 'SELECT …, …'],
  ["COPY a FROM '/home/ada/a.csv'", 'COPY a FROM …'],
  ["SELECT 'ada@exam", 'SELECT …'],
  ['SELECT $a$ada@exam', 'SELECT …'],
  ['SELECT "ada', 'SELECT …'],
  ['SELECT\n  ü1\tFROM  a', 'SELECT ü1 FROM a'],
  ['', ''],
])('%j is told as %j', (sql, told) => {
  expect(withoutValues(sql)).toBe(told)
})

test('no literal is told, wherever a statement was cut off', () => {
  const literal = fc.string({ unit: fc.constantFrom(...'\\\'"$-/* ab') }).map((text) => `ada${text}ada`)
  const quoted = fc.oneof(
    literal.map((text) => `'${text.replaceAll("'", "''")}'`),
    literal.map((text) => `E'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`),
    literal.map((text) => `$q$${text.replaceAll('$', '')}$q$`),
  )
  fc.assert(
    fc.property(fc.array(quoted, { minLength: 1, maxLength: 4 }), fc.nat(), (values, length) => {
      const sql = `UPDATE t SET c = ${values.join(', d = ')}`
      expect(withoutValues(sql.slice(0, length % (sql.length + 1)))).not.toMatch(/ada/)
      expect(withoutValues(sql)).not.toMatch(/ada/)
    }),
    { seed, numRuns: runs(1_000) },
  )
})
