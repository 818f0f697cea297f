/** What the splitter says of files that it cannot take; what it takes is in integration/statements.test.ts. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeEach, describe, expect, test } from '@jest/globals'
import { runs } from '#test/repetitions.ts'
import { failuresIn } from '#toolkit/model/failure.ts'
import { loadParser, type Parse, SqlTooLargeError } from '../../src/sql/parser.ts'
import { readScript } from '../../src/sql/statements.ts'
import { deep } from './deep.ts'

const run = promisify(execFile)

let parse: Parse

beforeEach(async () => {
  parse = await loadParser() // a new one when a test has used up the last
})

function refusal(sql: string) {
  try {
    readScript(parse, 'x.up.sql', sql)
  } catch (error) {
    const [failure] = failuresIn(error)
    if (failure !== undefined) return failure
    throw error
  }
  throw new Error('it was taken')
}

describe('statements', () => {
  test('begin at their first word, whatever stands before it', () => {
    const sql = '\f-- a\rSELECT 1;;\r\n/* ; /* */ */ -- \u2028\n\tSELECT 2 ;-- \r(SELECT 3) -- end'
    expect(
      readScript(parse, 'x', sql).statements.map(({ text, line, column }) => [text, line, column]),
    ).toEqual([
      ['SELECT 1', 1, 7],
      ['SELECT 2 ', 3, 2],
      ['(SELECT 3) -- end', 3, 16],
    ])
  })

  test.each(['', ' \n', '-- nothing', ';;', '/* nothing */'])('are none in %j', (sql) => {
    expect(readScript(parse, 'x', sql)).toMatchObject({ statements: [], transactional: true })
  })
})

describe('rows after a COPY, as pg_dump writes them, are refused at the COPY', () => {
  test.each([
    ['numbers', 'CREATE TABLE a (b int);\nCOPY a (b) FROM stdin;\n1\n2\n\\.\nSELECT 1;'],
    ['text with a quote', "SELECT 1;\ncopy public.a from STDIN;\nit's\t;\n\\.\n"],
    ['no rows', "SELECT 'COPY a FROM stdin;';\nCOPY a FROM stdin WITH (FORMAT csv);\n\\.\n"],
    ['a comment that speaks of it', '-- COPY a FROM stdin;\nCOPY a FROM stdin;\n1\n\\.\n'],
  ])('%s', (_what, sql) => {
    expect(refusal(sql)).toMatchObject({
      code: 'SQL_REFUSED',
      what: 'COPY FROM stdin has no data here.',
      source: { line: 2, column: 1 },
    })
  })

  test('but not where it only stands in a comment', () => {
    expect(refusal('-- COPY a FROM stdin;\nSELECT 1;\nSELEC 2')).toMatchObject({
      code: 'SQL_SYNTAX',
      source: { line: 3 },
    })
  })
})

test.each([
  ['SELECT 1; \\i other.sql', '\\i', 11],
  ["SELECT 'DROP TABLE a' \\gexec", '\\gexec', 23],
  ['\\if :x', '\\if', 1],
])('%j has a command of psql at its column', (sql, command, column) => {
  expect(refusal(sql)).toMatchObject({
    code: 'SQL_REFUSED',
    what: `${command} is a command of psql, not SQL.`,
    source: { line: 1, column },
  })
})

describe('a syntax error', () => {
  test('is shown without the end of a line of Windows', () => {
    expect(refusal('SELECT 1;\r\n\tSELEC 2;\r\n').why).toBe('\n     SELEC 2;\n     ^\n')
  })

  test('in a line of a megabyte shows what is around it', () => {
    const { why, source } = refusal(`INSERT INTO a VALUES ${'(1, \u{1F600}),'.repeat(80_000)} x y`)
    expect(why?.length).toBeLessThan(500)
    expect(source?.line).toBe(1)
    const wrong = refusal(`SELECT ${'1, '.repeat(500_000)}FROM FROM a`)
    const [, shown = '', under = ''] = wrong.why?.split('\n') ?? []
    expect(shown.slice(under.indexOf('^'))).toMatch(/^FROM FROM a/)
  })

  test.each(["SELECT 'never closed", '/* never closed', 'SELECT $a$ never closed'])(
    '%j does not repeat the rest of the file',
    (sql) => {
      const { what } = refusal(`SELECT 1;\n${sql}\n${'-- and so on\n'.repeat(10_000)}`)
      expect(what).toMatch(/^This is not valid SQL: unterminated .*never closed…\.$/)
    },
  )

  test('stands at its character, whatever was written before it', () => {
    expect(refusal("SELECT 'é😀e\u0301'; SELEC 1").source).toEqual({ file: 'x.up.sql', line: 1, column: 17 })
    expect(refusal("SELECT '😀';\0").source).toEqual({ file: 'x.up.sql', line: 1, column: 13 })
  })
})

describe('what is more than the parser takes', () => {
  test.each([
    ['a sum of 40,000', deep(40_000)],
    ['a sum of 5,000', deep(5_000)],
    ['20,000 SELECTs in one', `SELECT 1${' UNION ALL SELECT 1'.repeat(20_000)}`],
    ['5,000 times NOT', `SELECT ${'NOT '.repeat(5_000)}true`],
    ['an array in 5,000 others', `SELECT ARRAY${'['.repeat(5_000)}1${']'.repeat(5_000)}`],
    ['30,000 parentheses', `SELECT ${'('.repeat(30_000)}1${')'.repeat(30_000)}`],
  ])('is told, and never a crash: %s', (_what, sql) => {
    try {
      expect(readScript(parse, 'x', sql).statements).toHaveLength(1)
    } catch (error) {
      expect(failuresIn(error)).toMatchObject([
        { code: expect.stringMatching(/^SQL_(?:TOO_LARGE|SYNTAX)$/), source: { line: 1 } },
      ])
    }
  })

  test('is not too much when it is a thousand', () => {
    expect(readScript(parse, 'x', deep(1_000)).statements).toHaveLength(1)
  })

  test('uses up the parser, which says so', () => {
    expect(() => parse(deep(40_000))).toThrow(SqlTooLargeError)
    expect(refusal('SELECT 1').what).toBe(
      'This cannot be understood: the parser gave up on a file before it.',
    )
  })

  test('uses up one parser after another, and there is always a next one', async () => {
    // In a process of its own: the memory of each makes the collector look at all that jest keeps.
    const script = join(import.meta.dirname, 'parsers.ts')
    const { stdout } = await run(process.execPath, ['--conditions=source', script, String(runs(400))])
    expect(stdout).toBe(`${runs(400)}\n`)
  }, 120_000)
})
