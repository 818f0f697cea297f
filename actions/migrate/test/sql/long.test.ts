/** Long files: what is read piece by piece is what the parser makes of the whole. */
import { beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { runs, seed } from '#test/repetitions.ts'
import { failuresIn } from '#toolkit/model/failure.ts'
import { loadParser, type Parse, type SqlSyntaxError } from '../../src/sql/parser.ts'
import { readScript, type Statement } from '../../src/sql/statements.ts'

let parse: Parse

beforeAll(async () => {
  parse = await loadParser()
})

/** Longer than what is parsed as a whole. */
const LONG = 110_000

const rows = (count: number, row: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => row(i)).join(', ')

const pool = [
  'SELECT 1',
  "SELECT ';' AS a, E'\\';' AS b, e'\\\\' AS c, 'it''s;' AS d",
  "SELECT U&'d\\0061t;a', B'01', X'1F', N';'",
  'SELECT "a;""b" FROM "c;d"',
  'SELECT $$;$$, $x$ $$;$y$ $x$, $1',
  'SELECT a$b$ FROM c$d$',
  'SELECT 1 /* ; /* ; */ ; */ + 2 -- ;\n+ 3',
  'SELECT 1 -- ;\r+ 2',
  'SELECT 2 *-- ;\n3',
  'CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; INSERT INTO t VALUES (1); SELECT 2; END',
  'CREATE RULE r AS ON INSERT TO t DO ALSO (INSERT INTO u VALUES (1); DELETE FROM v)',
  'DO $do$ BEGIN PERFORM 1; END; $do$',
  "INSERT INTO t VALUES (1, 'a;)', NULL)",
  `insert into "T;"."u" ("a", b) values ${rows(40, (index) => `(${index}, 'x''y; ${index}', -1.5e-3, true)`)}`,
  `INSERT INTO t OVERRIDING SYSTEM VALUE VALUES\n${rows(30, (index) => `(\n${index} , DEFAULT,'é€😀' ) /* ; */`)} ON CONFLICT DO NOTHING`,
  `INSERT INTO t VALUES ${rows(20, (index) => `('{}'::jsonb, '2026-01-01'::pg_catalog.date, ${index}::int8, '{a}'::text[])`)} RETURNING ';', (SELECT 1)`,
  `INSERT INTO t VALUES ${rows(20, (index) => `(${index})`)}, (1 + 1), (random())`,
  `INSERT INTO t VALUES ${rows(20, (index) => `(${index}, now(), CURRENT_TIMESTAMP, gen_random_uuid()::text)`)}`,
  'INSERT INTO t VALUES (now()), (now ()), ("now"()), (pg_catalog.now())',
  "INSERT INTO t VALUES ('a'\n'b'), (E'\\''), (1)",
  'INSERT INTO t VALUES (1), (2) UNION ALL SELECT 3',
  'INSERT INTO t SELECT 1',
  'WITH x AS (SELECT 1) INSERT INTO t VALUES (1)',
  'TABLE t',
  '',
]

const between = fc.constantFrom(
  ';',
  '; ',
  ';\n',
  ';;',
  '\n;\n',
  ' /* ; */ ; -- ;\n',
  ';\f',
  ";\t-- it's\n",
  ';\v',
)

/** The functions that rows call, but for those that give each the time, or an id. */
function calledIn(rowsOf: unknown): string[] {
  const names = [...JSON.stringify(rowsOf).matchAll(/"funcname":\[(.*?)\]/g)].map(([, name = '']) => name)
  return [...new Set(names)].filter((name) => !/"(?:now|gen_random_uuid)"/.test(name))
}

/** What counts of a statement: of rows what they call, and nothing of where it is within its piece. */
function told({ text, offset, line, column, node, nonTransactional }: Statement) {
  const plain = JSON.stringify(node, (key, value) => {
    if (key === 'location' || key === 'stmt_location' || key === 'stmt_len') return undefined
    return key === 'valuesLists' ? calledIn(value) : value
  })
  return { text: text.trimEnd(), offset, line, column, plain, nonTransactional }
}

/** What the parser makes of the whole. */
function whole(sql: string): { text: string; kind: string | undefined; plain: string }[] {
  const bytes = Buffer.from(sql)
  return parse(sql).map(({ node, start, end }) => {
    const text = bytes.subarray(start, end).toString('utf8')
    const { plain } = told({
      text,
      brief: text,
      offset: 0,
      line: 1,
      column: 1,
      node,
      nonTransactional: undefined,
      building: undefined,
    })
    return { text: text.trimEnd(), kind: Object.keys(node)[0], plain }
  })
}

describe('a long file', () => {
  test('has the statements that the parser finds in the whole of it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...pool), between), { minLength: 1, maxLength: 12 }),
        fc.boolean(),
        (parts, first) => {
          const some = parts.map(([sql, gap]) => sql + gap).join('')
          const filler = `INSERT INTO filler VALUES ${rows(9_000, (index) => `(${index}, 'é')`)};`
          const sql = first ? filler + some : some.repeat(Math.ceil(LONG / some.length)) + filler
          const found = readScript(parse, 'x', sql).statements
          expect(found.map((each) => told(each)).map(({ text, plain }) => ({ text, plain }))).toEqual(
            whole(sql).map(({ text, plain }) => ({ text, plain })),
          )
          for (const { offset, text, line, column } of found) {
            expect(sql.startsWith(text, offset)).toBe(true)
            const before = sql.slice(0, offset).split('\n')
            expect([line, column]).toEqual([before.length, (before.at(-1) ?? '').length + 1])
          }
        },
      ),
      { seed, numRuns: runs(200) },
    )
  })

  test('is not parsed row by row: of constants the first row says what the statement does', () => {
    let seen = 0
    const counting: Parse = (sql) => {
      seen += sql.length
      return parse(sql)
    }
    const insert = (index: number) => `INSERT INTO t (a, b) VALUES (${index}, 'row ${index}');\n`
    const many = Array.from({ length: 5_000 }, (_, index) => insert(index)).join('')
    const one = `INSERT INTO t VALUES ${rows(50_000, (index) => `(${index}, 'row ${index}')`)};`
    const { statements } = readScript(counting, 'x', `CREATE TABLE t (a int, b text);\n${many}${one}`)
    expect(statements).toHaveLength(5_002)
    expect(seen).toBeLessThan(300)
    expect(statements[5_001]?.text).toBe(one.slice(0, -1))
    expect(statements[5_001]?.brief).toBe("INSERT INTO t VALUES (0, 'row 0'), …")
  })

  const some = rows(9_000, (index) => `(${index}, 'é😀')`)

  test.each([
    ['in a row', `INSERT INTO t VALUES ${some}, (1,, 2);`],
    ['in a number', `INSERT INTO t VALUES ${some}, (1x);`],
    ['behind rows', `INSERT INTO t VALUES ${some} ON CONFLICTS;`],
    ['between statements', `${'SELECT 1;'.repeat(15_000)} SELEC 2; SELECT 3`],
    ['at its end', `${'SELECT 1;'.repeat(15_000)} SELECT (1`],
  ])('is refused %s where the parser refuses it', (_where, text) => {
    const sql = `SELECT 'é';\n\n${text}`
    const position = (() => {
      try {
        parse(sql)
      } catch (error) {
        return (error as SqlSyntaxError).position
      }
      throw new Error('the parser took it')
    })()
    const before = [...sql].slice(0, position).join('')
    const column = before.length - before.lastIndexOf('\n')
    try {
      readScript(parse, 'x', sql)
    } catch (error) {
      expect(failuresIn(error)).toMatchObject([
        { code: 'SQL_SYNTAX', source: { file: 'x', line: 3, column } },
      ])
      return
    }
    throw new Error('it was taken')
  })
})
