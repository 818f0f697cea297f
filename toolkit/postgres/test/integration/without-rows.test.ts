import { inspect } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Postgres, startPostgres } from '#sandbox/postgres/postgres.ts'
import { createTestWorld } from '../../../world/test/world.ts'
import { parseDatabaseUrl } from '../../database-url.ts'
import { connect, type Session } from '../../session.ts'
import { messageAbout } from '../../without-rows.ts'

/** What rows hold, and no file does. */
const ROWS = ['ada@example.com', 'Lovelace', 'top "secret" 7Qx', '271828182845', 'deadbeef', '7Qx']

let postgres: Postgres
let session: Session

beforeAll(async () => {
  postgres = await startPostgres({ progress: () => undefined })
  const { world } = createTestWorld({ workspace: '/' })
  session = await connect(parseDatabaseUrl(postgres.url('postgres'), world), world)
  await session.send(`
    CREATE SCHEMA shop;
    CREATE TYPE mood AS ENUM ('glad');
    CREATE DOMAIN short AS text CHECK (length(value) < 9);
    CREATE TABLE shop.people (id int, email text, name text, secret text, big text, hex text);
    INSERT INTO shop.people VALUES (1, 'ada@example.com', 'Lovelace', 'top "secret" 7Qx', '271828182845', 'deadbeef'),
      (2, 'ada@example.com', 'Lovelace', 'top "secret" 7Qx', '271828182845', 'deadbeef');
    CREATE TABLE shop.parents (email text PRIMARY KEY);
    CREATE FUNCTION shop.complain() RETURNS void LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'nobody may be called % (%)', (SELECT name FROM shop.people LIMIT 1), (SELECT email FROM shop.people LIMIT 1)
        USING HINT = (SELECT secret FROM shop.people LIMIT 1), DETAIL = (SELECT big FROM shop.people LIMIT 1); END $$;
    CREATE FUNCTION shop.as_class_23() RETURNS void LANGUAGE plpgsql AS $$
      BEGIN RAISE unique_violation USING MESSAGE = (SELECT secret FROM shop.people LIMIT 1); END $$;
    CREATE FUNCTION shop.inner_sql(command text) RETURNS void LANGUAGE plpgsql AS $$
      BEGIN EXECUTE command || (SELECT quote_literal(secret) FROM shop.people LIMIT 1); END $$;
    CREATE FUNCTION shop.asserts() RETURNS void LANGUAGE plpgsql AS $$
      BEGIN ASSERT false, (SELECT secret FROM shop.people LIMIT 1); END $$;
  `)
}, 180_000)
afterAll(async () => {
  await session?.close()
  await postgres?.stop()
})

async function errorOf(sql: string): Promise<Record<string, unknown> & { message: string }> {
  try {
    await session.send(sql)
  } catch (error) {
    return error as Record<string, unknown> & { message: string }
  }
  throw new Error(`the server takes ${sql}`)
}

describe('an error of the server tells no row', () => {
  test.each<[string, string, string, Record<string, unknown>?]>([
    [
      'a duplicate key',
      'ALTER TABLE shop.people ADD CONSTRAINT one UNIQUE (email, name)',
      'could not create unique index "one"',
      { detail: 'It is about table shop.people, columns email, name, constraint one.' },
    ],
    [
      'a duplicate key of an expression',
      'CREATE UNIQUE INDEX one ON shop.people (lower(email))',
      'could not create unique index "one"',
      { detail: expect.stringContaining('column lower(email)') },
    ],
    [
      'a missing value',
      'ALTER TABLE shop.people ADD COLUMN x int NOT NULL',
      'column "x" of relation "people" contains null values',
    ],
    [
      'a row that breaks a check',
      'ALTER TABLE shop.people ADD CONSTRAINT c CHECK (id > 5)',
      'check constraint "c" of relation "people" is violated by some row',
    ],
    [
      'a failing row',
      'ALTER TABLE shop.people ADD CONSTRAINT v CHECK (id < 9) NOT VALID; UPDATE shop.people SET id = 10',
      'new row for relation "people" violates check constraint "v"',
      { detail: 'It is about table shop.people, constraint v.' },
    ],
    [
      'a row that refers to nothing',
      'ALTER TABLE shop.people ADD CONSTRAINT f FOREIGN KEY (email) REFERENCES shop.parents',
      'insert or update on table "people" violates foreign key constraint "f"',
      { detail: 'It is about table shop.people, column email, constraint f.' },
    ],
    [
      'two rows that exclude each other',
      'ALTER TABLE shop.people ADD CONSTRAINT e EXCLUDE (email WITH =)',
      expect.stringMatching(/exclu/) as unknown as string, // a matcher stands for the text
    ],
    [
      'a value of a domain',
      'ALTER TABLE shop.people ALTER secret TYPE short',
      'value for domain short violates check constraint "short_check"',
    ],
    [
      'a text that is no number',
      'ALTER TABLE shop.people ALTER name TYPE int USING name::int',
      'invalid input syntax for type integer: "…"',
    ],
    [
      'a text with quotes that is no number',
      'SELECT secret::int FROM shop.people',
      'invalid input syntax for type integer: "…"',
    ],
    [
      'a number that is too large',
      'SELECT big::int FROM shop.people',
      'value "…" is out of range for type integer',
    ],
    [
      'a text that is no date',
      'SELECT email::date FROM shop.people',
      'invalid input syntax for type date: "…"',
    ],
    [
      'a text that is none of an enum',
      'SELECT name::mood FROM shop.people',
      'invalid input value for enum mood: "…"',
    ],
    [
      'a text that is no JSON',
      'SELECT secret::json FROM shop.people',
      'invalid input syntax for type json',
      { detail: undefined },
    ],
    [
      'a text that is no UUID',
      'SELECT email::uuid FROM shop.people',
      'invalid input syntax for type uuid: "…"',
    ],
    ['a text that is no array', 'SELECT name::int[] FROM shop.people', 'malformed array literal: "…"'],
    [
      'a text that is too long',
      'ALTER TABLE shop.people ALTER email TYPE varchar(3)',
      'value too long for type character varying(3)',
    ],
    [
      'bytes that are no text',
      "SELECT convert_from(decode(hex, 'hex'), 'UTF8') FROM shop.people",
      'invalid byte sequence for encoding "…": …',
    ],
    [
      'a character that does not exist',
      'SELECT chr((big::bigint % 2000000000)::int) FROM shop.people',
      expect.stringMatching(/: …$/) as unknown as string, // likewise
    ],
    [
      'a line of a COPY',
      "CREATE TEMP TABLE t (a int); COPY t FROM PROGRAM 'echo ada@example.com'",
      'invalid input syntax for type integer: "…"',
      { where: 'COPY t, line 1, column a' },
    ],
    [
      'a line of a COPY with too much in it',
      'CREATE TEMP TABLE u (a text); COPY u FROM PROGRAM \'printf "Lovelace\\tada@example.com\\n"\'',
      'extra data after last expected column',
      { where: 'COPY u, line 1' },
    ],
    [
      'what a function raises',
      'SELECT shop.complain()',
      'an exception was raised: …',
      {
        hint: undefined,
        detail: undefined,
        where: expect.stringMatching(/^PL\/pgSQL function shop.complain\(\) line 2 at RAISE$/),
      },
    ],
    [
      'what a function raises as a broken constraint',
      'SELECT shop.as_class_23()',
      'an exception was raised: …',
    ],
    ['what a function asserts', 'SELECT shop.asserts()', 'an exception was raised: …'],
    [
      'a statement that a function puts together',
      "SELECT shop.inner_sql('SELECT 1 +')",
      'invalid input syntax for type integer: "…"',
      {
        internalQuery: undefined,
        where: expect.stringMatching(/^PL\/pgSQL function shop.inner_sql\(text\) line 2 at EXECUTE$/),
      },
    ],
    [
      'a broken statement that a function puts together',
      "SELECT shop.inner_sql('SELECT FROM FROM ')",
      'syntax error at or near "…"',
    ],
  ])('%s', async (_what, sql, message, more = {}) => {
    const error = await errorOf(sql)
    expect(error).toMatchObject({ message, ...more })
    const told = `${inspect(error, { depth: 9, showHidden: true })} ${JSON.stringify(error)} ${String(error)} ${(error as { stack?: string }).stack}`
    for (const value of ROWS) if (!sql.includes(value)) expect(told).not.toContain(value)
    for (const value of ROWS) expect(String(error['message'])).not.toContain(value)
  })

  test('other errors say what they said', async () => {
    expect(await errorOf('SELECT * FROM shop.nobody')).toMatchObject({
      message: 'relation "shop.nobody" does not exist',
      position: '15',
    })
    expect(await errorOf('DROP TABLE shop.people; DROP TYPE')).toMatchObject({
      message: 'syntax error at end of input',
    })
    expect(
      await errorOf('CREATE VIEW shop.v AS SELECT * FROM shop.people; DROP TABLE shop.people'),
    ).toMatchObject({
      detail: 'view shop.v depends on table shop.people',
      hint: 'Use DROP ... CASCADE to drop the dependent objects too.',
    })
  })

  test('the words that a file raises itself are told, those from rows are not', async () => {
    const sql = `DO $$ BEGIN RAISE EXCEPTION 'there are % people called %, which nobody may', (SELECT count(*) + 40 FROM shop.people), (SELECT name FROM shop.people LIMIT 1); END $$`
    const error = await errorOf(sql)
    expect(messageAbout(error, sql)).toBe('there are … people called … which nobody may')
    const literal = "SELECT 'seven'::int"
    expect(messageAbout(await errorOf(literal), literal)).toBe(
      'invalid input syntax for type integer: "seven"',
    )
    const value = 'SELECT name::int FROM shop.people'
    expect(messageAbout(await errorOf(value), value)).toBe('invalid input syntax for type integer: …')
  })
})
