import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import pg from 'pg'
import { type Postgres, startPostgres } from '#sandbox/postgres/postgres.ts'
import { codePoint } from '#test/code-points.ts'
import { runs, seed } from '#test/repetitions.ts'
import { Failure } from '#toolkit/model/failure.ts'
import { readCatalogue } from '../../src/preview/scratch/catalogue.ts'
import { loadParser, type Parse } from '../../src/sql/parser.ts'
import { readScript, type Script } from '../../src/sql/statements.ts'

/** The same inputs every time: who breaks one sees it again. */
let parse: Parse

beforeAll(async () => {
  parse = await loadParser()
})

const read = (sql: string) => readScript(parse, 'x.up.sql', sql)

/** Text that is all the more dangerous for who looks for semicolons. */
const words = fc
  .array(
    fc.constantFrom(
      'a',
      ';',
      "'",
      '"',
      '--',
      '/*',
      '*/',
      '$$',
      '$a$',
      '\\',
      '\n',
      '\r\n',
      'é',
      '😀',
      'e\u0301',
      ' ',
      'BEGIN',
      'END',
      '(',
      ')',
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''))

const literal = words.chain((text) =>
  fc.constantFrom(
    `'${text.replaceAll("'", "''")}'`,
    `E'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`,
    `U&'\\0041;${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`,
    `$lit$${text.replaceAll('$', '')}$lit$`,
  ),
)
const quoted = words.map((text) => `"q${[...text].slice(0, 12).join('').replaceAll('"', '""')}"`)

/** One statement, complete by itself; `i` makes its names its own. */
const statement = fc.tuple(literal, quoted, fc.nat({ max: 8 })).map(([text, name, kind]) => (i: number) => {
  switch (kind) {
    case 0:
      return `CREATE TABLE t${i} (id int, ${name} text DEFAULT ${text})`
    case 1:
      return `INSERT INTO base VALUES (${i}, ${text})`
    case 2:
      return `COMMENT ON TABLE base IS ${text.startsWith('$') ? `'${i};'` : text}`
    case 3:
      return `CREATE FUNCTION f${i}() RETURNS text LANGUAGE sql AS $out$ SELECT $in$ ; ' " -- /* $in$ || ${text.includes('$') ? "'x'" : text}; $out$`
    case 4:
      return `CREATE FUNCTION g${i}() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT ${i}; SELECT ${i} + 1; END`
    case 5:
      return `CREATE VIEW v${i} AS SELECT ${text} AS ${name}`
    case 6:
      return `CREATE RULE r${i} AS ON UPDATE TO base DO ALSO (INSERT INTO base VALUES (0, 'a;b'); DELETE FROM base WHERE id = -1)`
    case 7:
      return `DO $do$ BEGIN PERFORM ${i}; -- ;\n INSERT INTO base VALUES (${i}, 'do;'); END $do$`
    default:
      return `UPDATE base SET note = note || ${text} WHERE id = ${i - 1}`
  }
})

const noise = fc.constantFrom(
  '',
  '\n',
  '\r\n',
  '  ',
  '-- it\'s; "so\n',
  "/* a /* nested; ' */ b; */",
  ';',
  ' ; ;\n',
  '/**/',
  '\t',
  '\f\r',
  "-- a lone carriage return ends it: ;'\r",
  '/* é😀 e\u0301 -- */',
)

interface File {
  readonly sql: string
  readonly statements: readonly string[]
}

const file: fc.Arbitrary<File> = fc
  .tuple(fc.array(fc.tuple(noise, noise, statement), { minLength: 1, maxLength: 6 }), noise, fc.boolean())
  .map(([parts, tail, closed]) => {
    const statements = parts.map(([, , make], index) => make(index + 1))
    const body = parts.map(
      ([before, after], index) =>
        `${before}${statements[index]}${after.startsWith('--') ? `\n${after}` : after}`,
    )
    return { statements, sql: `${body.join(';')}${closed ? ';' : '\n'}${tail}` }
  })

function checkPlaces({ statements }: Script, sql: string): void {
  let end = 0
  for (const { text, offset, line, column } of statements) {
    expect(sql.slice(offset, offset + text.length)).toBe(text)
    expect(offset).toBeGreaterThanOrEqual(end)
    end = offset + text.length
    const before = sql.slice(0, offset)
    expect(line).toBe(before.split('\n').length)
    expect(column).toBe(offset - before.lastIndexOf('\n'))
    expect(text).not.toMatch(/^(?:\s|--|\/\*)/)
  }
}

describe('the splitter', () => {
  test('finds exactly the statements that were written, each at its place: 5,000 files', () => {
    fc.assert(
      fc.property(file, ({ sql, statements }) => {
        const script = read(sql)
        expect(script.statements.length).toBe(statements.length)
        for (const [index, { text }] of script.statements.entries())
          expect(text.startsWith(statements[index] ?? '?')).toBe(true)
        checkPlaces(script, sql)
      }),
      { seed, numRuns: runs(5_000) },
    )
  }, 120_000)

  test('never breaks: 4,700 inputs of garbage, NULs, half characters and files that are cut off', () => {
    const garbage = fc.oneof(
      fc.string({ unit: codePoint, maxLength: 60 }),
      words.chain((text) =>
        fc.constantFrom(
          text,
          `\0${text}`,
          `SELECT 1; ${text}`,
          `\\connect ${text}`,
          `COPY a FROM stdin;\n${text}`,
        ),
      ),
      fc
        .tuple(file, fc.double({ min: 0, max: 1, noNaN: true }))
        .map(([{ sql }, part]) => sql.slice(0, Math.floor(sql.length * part))),
      fc.constantFrom(
        '\ud800',
        'SELECT \udc00',
        "'".repeat(99),
        '('.repeat(500),
        '/*'.repeat(99),
        '$a$'.repeat(9),
        '-- migrate: retries x',
      ),
    )
    fc.assert(
      fc.property(garbage, (sql) => {
        try {
          checkPlaces(read(sql), sql)
        } catch (error) {
          if (!(error instanceof Failure)) throw error
          const line = error.source?.line ?? 0
          expect(line).toBeGreaterThanOrEqual(1)
          expect(line).toBeLessThanOrEqual(sql.split('\n').length)
        }
      }),
      { seed, numRuns: runs(4_700) },
    )
  }, 120_000)

  test('takes 10 MB in one statement, in a time that grows with it', () => {
    const rows = Array.from(
      { length: 190_000 },
      (_, i) => `(${i}, 'a text; with é and 😀, as rows have it ${i}')`,
    )
    const insert = `INSERT INTO big VALUES ${rows.join(',\n')}`
    const large = `-- é\nCREATE TABLE big (id int, note text);\n${insert};\nSELECT 1;\n`
    expect(Buffer.byteLength(large)).toBeGreaterThan(10_000_000)
    const started = performance.now()
    const { statements } = read(large)
    expect(performance.now() - started).toBeLessThan(15_000)
    expect(statements.map(({ line }) => line)).toEqual([2, 3, 190_003])
    expect(statements[1]?.text === insert).toBe(true)
  }, 60_000)

  test('takes fifty thousand statements in a time that grows with them', () => {
    const written = Array.from({ length: 50_000 }, (_, i) => `INSERT INTO é VALUES (${i}, ';😀')`)
    const many = written.join(';\n')
    const started = performance.now()
    const { statements } = read(many)
    expect(performance.now() - started).toBeLessThan(15_000)
    expect(statements.every(({ text, line }, i) => text === written[i] && line === i + 1)).toBe(true)
    expect(statements).toHaveLength(50_000)
  }, 60_000)
})

describe('on a real server', () => {
  let postgres: Postgres
  let client: pg.Client

  beforeAll(async () => {
    postgres = await startPostgres({ progress: () => undefined })
    client = new pg.Client({ connectionString: await postgres.createDatabase('split') })
    await client.connect()
  }, 120_000)
  afterAll(async () => {
    await client.end()
    await postgres.stop()
  })

  /** The schema and the rows of all tables; or the error, without what depends on how it was sent. */
  async function effect(send: () => Promise<void>): Promise<unknown> {
    await client.query(
      'RESET ALL; DROP SCHEMA IF EXISTS w CASCADE; CREATE SCHEMA w; SET search_path = w; CREATE TABLE base (id int, note text); INSERT INTO base VALUES (0, NULL), (1, NULL); BEGIN',
    )
    try {
      await send()
    } catch (error) {
      await client.query('ROLLBACK')
      return (error as Error).message
    }
    await client.query('COMMIT')
    const catalogue = await readCatalogue(client, { schema: 'migrate', table: 'history' })
    const { rows: tables } = await client.query<{ name: string }>(
      "SELECT oid::regclass::text AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'w'::regnamespace ORDER BY 1",
    )
    const rows: unknown[] = []
    for (const { name } of tables) rows.push((await client.query(`SELECT * FROM ${name}`)).rows)
    return { catalogue: [...catalogue], rows }
  }

  test('what it gives, sent one by one, does what the whole file does: 300 files', async () => {
    let done = 0
    await fc.assert(
      fc.asyncProperty(file, async ({ sql }) => {
        const whole = await effect(async () => void (await client.query(sql)))
        const split = await effect(async () => {
          for (const { text } of read(sql).statements) await client.query(text)
        })
        expect(split).toEqual(whole)
        if (typeof whole !== 'string') done++
      }),
      { seed, numRuns: runs(300) },
    )
    // Most files do something: an error on both sides says little.
    expect(done).toBeGreaterThan((runs(300) * 2) / 3)
  }, 180_000)
})
