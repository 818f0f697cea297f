import { beforeAll, describe, expect, test } from '@jest/globals'
import { loadParser, type Parse } from '../../../actions/migrate/src/sql/parser.ts'
import { readScript } from '../../../actions/migrate/src/sql/statements.ts'
import { readDirectives } from '../directives.ts'

let parse: Parse

beforeAll(async () => {
  parse = await loadParser()
})

const read = (sql: string) => readScript(parse, 'x.up.sql', sql)

describe('directives', () => {
  test('are read at the head of a file, before its first statement', () => {
    expect(
      readDirectives(
        'x.sql',
        '-- Orders get a state.\n\n-- migrate: lock-timeout 5s\n-- migrate: statement-timeout 10m\n-- migrate: retries 3\n-- migrate: allow drop-column: nothing has read it since release 41\n-- migrate: irreversible: the rows are gone\nSELECT 1;',
      ),
    ).toEqual({
      lockTimeout: 5_000,
      statementTimeout: 600_000,
      noTransaction: false,
      retries: 3,
      allow: [{ rule: 'drop-column', reason: 'nothing has read it since release 41', line: 6 }],
      irreversible: 'the rows are gone',
    })
  })

  test('say why a file cannot be undone in either way of writing it', () => {
    expect(readDirectives('x.sql', '-- migrate: irreversible reason="gone"').irreversible).toBe('gone')
    expect(readDirectives('x.sql', '-- migrate: irreversible: gone').irreversible).toBe('gone')
  })

  test.each([
    ['-- migrate: lock-timeout soon', '`soon` is not a duration.'],
    ['-- migrate: statement-timeout', '`` is not a duration.'],
    ['-- migrate: retries many', '`many` is not a number of retries.'],
    ['-- migrate: allow drop-column', 'An allowance needs a rule and a reason.'],
    ['-- migrate: allow drop-column:', 'An allowance needs a rule and a reason.'],
    ['-- migrate: irreversible', 'A file that cannot be undone must say why.'],
    ['-- migrate: transaction', 'There is no directive `transaction`.'],
    ['-- migrate: ???', 'There is no directive `???`.'],
  ])('%s is refused on its line', (line, what) => {
    expect(() => readDirectives('x.sql', `-- a\n${line}\nSELECT 1`)).toThrow(
      expect.objectContaining({ code: 'DIRECTIVE_UNKNOWN', what, source: { file: 'x.sql', line: 2 } }),
    )
  })
})

describe('a directive that would count for nothing', () => {
  test.each([
    ['SELECT 1;\n-- migrate: retries 9', 2],
    ['/* orders */\n-- migrate: lock-timeout 5s\nSELECT 1', 2],
    [`${'-- a line\n'.repeat(220)}-- migrate: retries 9\nSELECT 1`, 221],
    ['SELECT 1;\n\n  -- Migrate: allow drop-table: x', 3],
  ])('is refused on its line: %j', (sql, line) => {
    expect(() => read(sql)).toThrow(
      expect.objectContaining({ code: 'DIRECTIVE_MISPLACED', source: { file: 'x.up.sql', line } }),
    )
  })

  test('is not what stands in a statement', () => {
    expect(read("SELECT '\n-- migrate: retries 9\n'").directives.retries).toBeUndefined()
  })

  test('or that is said twice is refused, and capitals do not hide it', () => {
    expect(() => read('-- migrate: retries 1\n-- migrate: retries 2\nSELECT 1')).toThrow(
      expect.objectContaining({ what: '`retries` is said on line 1 already.' }),
    )
    expect(read('-- Migrate: retries 1\nSELECT 1').directives.retries).toBe(1)
  })
})

describe('what has no place in a file', () => {
  test.each([
    ['SELECT 1;\n\\connect other', 2, '\\connect is a command of psql', 'a folder and a step of its own'],
    ['\\i other.sql', 1, '\\i is a command of psql', 'Write it as SQL'],
    ["SELECT 1;\n\\copy a FROM 'x'", 2, '\\copy is a command of psql', 'Write it as SQL'],
    ['SELECT 1;\nCOPY a FROM stdin;', 2, 'COPY FROM stdin has no data here', 'INSERT'],
    ['COPY a TO stdout', 1, 'COPY TO stdout', 'Remove'],
    ['BEGIN;\nSELECT 1;\nCOMMIT;', 1, 'may not begin or end a transaction', 'one transaction already'],
    ['SELECT 1;\nSAVEPOINT a', 2, 'may not begin or end a transaction', 'one transaction already'],
    ['ROLLBACK', 1, 'may not begin or end a transaction', 'one transaction already'],
    ['DISCARD ALL', 1, 'DISCARD', 'Remove'],
    ['DEALLOCATE ALL', 1, 'DEALLOCATE ALL', 'Remove'],
    ['SELECT 1;\nSELECT pg_advisory_unlock_all()', 2, 'gives the migration lock away', 'Remove'],
    ['CREATE INDEX CONCURRENTLY ON a (b)', 1, 'This concurrent index has no name', 'Name it'],
  ])('%j is refused', (sql, line, what, fix) => {
    expect(() => read(sql)).toThrow(
      expect.objectContaining({
        code: 'SQL_REFUSED',
        what: expect.stringContaining(what),
        fix: expect.stringContaining(fix),
        source: expect.objectContaining({ line }),
      }),
    )
  })

  test('a syntax error has its line, its column and a caret', () => {
    expect(() => read('SELECT 1;\nSELEC 2')).toThrow(
      expect.objectContaining({
        code: 'SQL_SYNTAX',
        source: { file: 'x.up.sql', line: 2, column: 1 },
        why: expect.stringContaining('    SELEC 2\n    ^'),
      }),
    )
  })
})

describe('statements that must stand alone', () => {
  test.each([
    'CREATE INDEX CONCURRENTLY i ON a (b)',
    'DROP INDEX CONCURRENTLY i',
    'REINDEX (CONCURRENTLY) TABLE a',
    'REINDEX TABLE CONCURRENTLY a',
    'ALTER TABLE a DETACH PARTITION b CONCURRENTLY',
    'VACUUM a',
    'ALTER SYSTEM SET work_mem = 1',
    'CREATE DATABASE d',
  ])('%s', (sql) => {
    expect(read(sql).transactional).toBe(false)
    expect(read(`${sql};\n${sql}`).statements).toHaveLength(2)
  })

  test.each([
    'ANALYZE a',
    'REFRESH MATERIALIZED VIEW CONCURRENTLY v',
    "ALTER TYPE t ADD VALUE 'x'",
    'CREATE INDEX i ON a (b)',
  ])('%s runs in a transaction', (sql) => {
    expect(read(sql).transactional).toBe(true)
  })

  test('are refused beside others, with the line where to split', () => {
    expect(() => read('CREATE TABLE a (b int);\n\nCREATE INDEX CONCURRENTLY i ON a (b);')).toThrow(
      expect.objectContaining({
        code: 'SQL_MIXED',
        fix: expect.stringContaining('before line 3'),
        source: expect.objectContaining({ line: 3 }),
      }),
    )
    expect(() => read('CREATE INDEX CONCURRENTLY i ON a (b);\nSELECT 1')).toThrow(
      expect.objectContaining({ fix: expect.stringContaining('before line 2') }),
    )
  })
})
