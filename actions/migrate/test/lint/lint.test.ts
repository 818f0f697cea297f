import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { expectationsIn } from '../../../../test/examples.ts'
import { lint } from '../../src/lint/lint.ts'
import { lintRules } from '../../src/lint/registry.ts'
import { loadParser, type Parse } from '../../src/sql/parser.ts'
import { readScript } from '../../src/sql/statements.ts'

const fixtures = join(import.meta.dirname, '../fixtures/lint')
let parse: Parse

beforeAll(async () => {
  parse = await loadParser()
})

function found(...files: readonly string[]) {
  return lint(scriptsOf(files), { choices: all })
}

const all = new Map([['house', 'error'] as const])

function scriptsOf(files: readonly string[], from = 1) {
  return files.map((sql, index) => readScript(parse, `000${index + from}.up.sql`, sql))
}

test('there are at least thirty rules, a file and two examples each', () => {
  const names = lintRules.map(({ name }) => name)
  expect(names.length).toBeGreaterThanOrEqual(30)
  const files = readdirSync(join(import.meta.dirname, '../../src/lint/rules')).filter(
    (file) => file !== 'index.ts',
  )
  expect(files.map((file) => file.replace('.ts', ''))).toEqual(names)
  expect(readdirSync(fixtures).sort()).toEqual(names.toSorted())
  for (const name of names)
    for (const file of ['fail.sql', 'pass.sql']) expect(existsSync(join(fixtures, name, file))).toBe(true)
})

test.each(lintRules.map(({ name }) => name))('%s is seen where it is, and nowhere else', (name) => {
  const read = (file: string) => readFileSync(join(fixtures, name, file), 'utf8')
  const wrong = read('fail.sql')
  const own = found(wrong).filter(({ rule }) => rule === name)
  const wanted = expectationsIn(join(fixtures, name, 'fail.sql'))
  expect(wanted.length).toBeGreaterThan(0)
  expect(own.map(({ source }) => source?.line)).toEqual(wanted.map(({ line }) => line))
  for (const [index, { message }] of wanted.entries()) {
    expect(own[index]?.message).toBe(message)
    expect(own[index]?.message).toMatch(/\.$/)
    expect(own[index]?.fix.length).toBeGreaterThan(8)
  }
  expect(found(read('pass.sql')).filter(({ rule }) => rule === name)).toEqual([])
})

describe('tables of the same change', () => {
  test("are nobody's yet: nothing is said about their locks, also in a later file and under another name", () => {
    const noise = found(
      'CREATE TABLE bills (id bigint PRIMARY KEY, amount numeric, tenant text)',
      'CREATE INDEX bills_amount ON public.bills (amount); ALTER TABLE bills ADD CONSTRAINT positive CHECK (amount > 0); ALTER TABLE bills ALTER COLUMN tenant SET NOT NULL',
      'ALTER TABLE bills RENAME TO invoices; CREATE INDEX invoices_tenant ON invoices (tenant); UPDATE invoices SET amount = 1',
    )
    expect(noise).toEqual([])
  })

  test('may be there already when IF NOT EXISTS is said', () => {
    for (const made of [
      'CREATE TABLE IF NOT EXISTS a (id bigint PRIMARY KEY)',
      'CREATE TABLE IF NOT EXISTS a AS SELECT 1 AS id',
    ])
      expect(found(`${made}; CREATE INDEX i ON a (id)`)).toMatchObject([
        { rule: 'create-index-not-concurrently' },
      ])
  })

  test('stay new when they are moved to another schema, and are forgotten with it', () => {
    const [make, index] = [
      'CREATE TABLE a (id bigint PRIMARY KEY); ALTER TABLE a SET SCHEMA s',
      'CREATE INDEX i ON s.a (id)',
    ]
    expect(found(make, index)).toEqual([])
    expect(found(make, 'DROP SCHEMA s', index).map(({ rule }) => rule)).toContain(
      'create-index-not-concurrently',
    )
  })

  test('are new with IF NOT EXISTS as well where the database has nothing of the name', () => {
    const scripts = scriptsOf([
      'CREATE TABLE IF NOT EXISTS s.a (id bigint PRIMARY KEY); CREATE TABLE IF NOT EXISTS b (id bigint PRIMARY KEY)',
      'ALTER TABLE s.a DROP COLUMN id; ALTER TABLE b DROP COLUMN id',
    ])
    const dropped = lint(scripts, { absent: new Set(['a']) }).filter(({ rule }) => rule === 'drop-column')
    expect(dropped.map(({ message }) => message)).toEqual(['b.id and its values are dropped.'])
  })

  test("are somebody's, what a table in use is called before it is made unless it is there", () => {
    const scripts = scriptsOf([
      'ALTER TABLE used RENAME TO a; CREATE TABLE IF NOT EXISTS a (id bigint PRIMARY KEY)',
      'ALTER TABLE a DROP COLUMN id',
    ])
    const rules = lint(scripts, { absent: new Set(['a']) }).map(({ rule }) => rule)
    expect(rules).toContain('drop-column')
  })

  test.each([
    ['a type', "CREATE TYPE m2 AS ENUM ('a')", 'ALTER TYPE m2 RENAME TO m'],
    [
      'a type that takes the place of another',
      'CREATE TYPE s.m2 AS (a int)',
      'DROP TYPE s.m; ALTER TYPE s.m2 RENAME TO m',
    ],
    ['a range', 'CREATE TYPE m2 AS RANGE (subtype = int)', 'ALTER TYPE m2 SET SCHEMA s'],
    ['a domain', 'CREATE DOMAIN m2 AS text', 'ALTER DOMAIN m2 RENAME TO m'],
    ['a value', "CREATE TYPE m AS ENUM ('a')", "ALTER TYPE m RENAME VALUE 'a' TO 'b'"],
    ['a sequence', 'CREATE SEQUENCE q2', 'ALTER SEQUENCE q2 RENAME TO q'],
    ['a view', 'CREATE VIEW v2 AS SELECT 1 AS a', 'ALTER VIEW v2 RENAME TO v'],
    [
      'a function',
      'CREATE FUNCTION f2(a int, OUT b text) LANGUAGE sql AS $$ SELECT 1 $$',
      'ALTER FUNCTION f2(integer) RENAME TO f',
    ],
    [
      'a function of which there is one',
      'CREATE FUNCTION f2() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$',
      'ALTER FUNCTION public.f2 RENAME TO f',
    ],
    [
      'a column',
      'ALTER TABLE used ADD COLUMN c int',
      'ALTER TABLE used RENAME COLUMN c TO d; ALTER TABLE used DROP COLUMN d',
    ],
    [
      'a column of a table that moves',
      'ALTER TABLE used ADD COLUMN c int; ALTER TABLE used SET SCHEMA s',
      'ALTER TABLE s.used DROP COLUMN c',
    ],
  ])(
    'are not alone in that: %s is new as well, and may be renamed, moved and dropped',
    (_what, make, change) => {
      const told = (...files: readonly string[]) =>
        found(...files).filter(
          ({ rule, source }) =>
            /^(?:rename|drop)-/.test(rule) && source?.file === `000${files.length}.up.sql`,
        )
      expect(told(make, change)).toEqual([])
      // Without what makes it, it is somebody's.
      expect(told(change).length).toBeGreaterThan(0)
    },
  )

  test.each([
    [
      'that may have been there before',
      'CREATE OR REPLACE FUNCTION f2(a int) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$',
      'ALTER FUNCTION f2(int) RENAME TO f',
    ],
    [
      'of other arguments',
      'CREATE FUNCTION f2(a text) RETURNS int LANGUAGE sql AS $$ SELECT 1 $$',
      'ALTER FUNCTION f2(int) RENAME TO f',
    ],
    ['of another schema', "CREATE TYPE s.m2 AS ENUM ('a')", 'ALTER TYPE t.m2 RENAME TO m'],
    [
      'that was dropped in between',
      "CREATE TYPE m2 AS ENUM ('a'); DROP TYPE m2",
      'ALTER TYPE m2 RENAME TO m',
    ],
    [
      'whose schema was dropped',
      "CREATE TYPE s.m2 AS ENUM ('a'); DROP SCHEMA s CASCADE",
      'ALTER TYPE s.m2 RENAME TO m',
    ],
  ])("are somebody's, an object %s", (_what, make, change) => {
    expect(found(make, change).map(({ rule }) => rule)).toContain('rename-object')
  })

  test.each([
    ['was there', 'ALTER TABLE used ADD COLUMN IF NOT EXISTS c int'],
    ['was added and dropped', 'ALTER TABLE used ADD COLUMN c int; ALTER TABLE used DROP COLUMN c'],
    ['is of another table', 'ALTER TABLE other ADD COLUMN c int'],
  ])("are somebody's, a column that %s", (_what, make) => {
    expect(found(make, 'ALTER TABLE used DROP COLUMN c').at(-1)).toMatchObject({ rule: 'drop-column' })
  })

  test('are in use again once they were dropped', () => {
    const [finding] = found('CREATE TABLE a (id bigint PRIMARY KEY); DROP TABLE a; CREATE INDEX i ON a (id)')
    expect(finding?.rule).toBe('create-index-not-concurrently')
  })
})

describe('an allowance', () => {
  test('with a reason turns its rule off for the file', () => {
    expect(found('-- migrate: allow drop-table: nothing has used it since release 41\nDROP TABLE a')).toEqual(
      [],
    )
    expect(found('DROP TABLE a')).toMatchObject([{ rule: 'drop-table', severity: 'error' }])
  })

  test('that allows nothing, or names no rule, is a finding on its line', () => {
    expect(
      found(
        '-- a\n-- migrate: allow drop-table: long unused\n-- migrate: allow drop-tabel: long unused\nSELECT 1',
      ),
    ).toMatchObject([
      {
        rule: 'unused-allowance',
        source: { line: 2 },
        message: 'Nothing in this file breaks the rule drop-table.',
      },
      { rule: 'unused-allowance', source: { line: 3 }, message: 'There is no rule drop-tabel.' },
    ])
  })
})

describe('what came with PostgreSQL 18', () => {
  const seen = (sql: string) => {
    const rules = lint(scriptsOf([sql], 2), {
      earlier: () => scriptsOf(['CREATE TABLE t (id bigint PRIMARY KEY, a int, of bigint, valid daterange)']),
    })
    return rules.filter(({ rule }) => rule !== 'foreign-key-without-index').map(({ rule }) => rule)
  }

  test.each([
    'ADD COLUMN v int GENERATED ALWAYS AS (a * 2) VIRTUAL',
    'ADD COLUMN v int GENERATED ALWAYS AS (a * 2)',
    'ADD COLUMN c int CHECK (c > 0) NOT ENFORCED',
    'ADD COLUMN c bigint DEFAULT 5 REFERENCES t NOT ENFORCED',
    'ADD CHECK (a > 0) NOT ENFORCED',
    'ADD FOREIGN KEY (of) REFERENCES t NOT ENFORCED',
    'ADD NOT NULL a NOT VALID',
    'ALTER CONSTRAINT f NOT ENFORCED',
    'ALTER CONSTRAINT f DEFERRABLE',
  ])('looks at no row: %s', (command) => {
    expect(seen(`ALTER TABLE t ${command}`)).toEqual([])
  })

  test.each([
    ['ADD COLUMN v int GENERATED ALWAYS AS (a * 2) VIRTUAL NOT NULL', 'set-not-null'],
    ['ADD COLUMN v int GENERATED ALWAYS AS (a * 2) VIRTUAL CHECK (v > 0)', 'add-check-without-not-valid'],
    ['ADD NOT NULL a', 'set-not-null'],
    ['ALTER CONSTRAINT f ENFORCED', 'add-foreign-key-without-not-valid'],
    ['ADD UNIQUE (of, valid WITHOUT OVERLAPS)', 'add-exclusion-constraint'],
    ['ADD PRIMARY KEY (of, valid WITHOUT OVERLAPS)', 'add-exclusion-constraint'],
    [
      'ADD FOREIGN KEY (of, PERIOD valid) REFERENCES t (id, PERIOD valid)',
      'add-foreign-key-without-not-valid',
    ],
  ])('looks at every row: %s', (command, rule) => {
    expect(seen(`ALTER TABLE t ${command}`)).toEqual([rule])
  })

  test('proves nothing where it is not enforced, and is proven once it is validated', () => {
    const filled = 'ALTER TABLE t ALTER a SET NOT NULL'
    expect(seen(`ALTER TABLE t ADD CHECK (a IS NOT NULL) NOT ENFORCED;${filled}`)).toEqual(['set-not-null'])
    const column = 'ALTER TABLE t ADD COLUMN c int CHECK (c IS NOT NULL) NOT ENFORCED'
    expect(seen(`${column};ALTER TABLE t ALTER c SET NOT NULL`)).toEqual(['set-not-null'])
    const validated = 'ALTER TABLE t ADD NOT NULL a NOT VALID;ALTER TABLE t VALIDATE CONSTRAINT t_a_not_null'
    expect(seen(`${validated};${filled}`)).toEqual([])
  })
})

test('a setting of the session is what a file outside of a transaction can have', () => {
  const rules = (sql: string) => found(sql).map(({ rule }) => rule)
  const memory = "SET maintenance_work_mem = '64MB';"
  expect(rules(`${memory}CREATE INDEX CONCURRENTLY i ON a (id)`)).toEqual([])
  expect(rules(`-- migrate: no-transaction\n${memory}VACUUM a`)).toEqual([])
  expect(rules(`${memory}SELECT 1`)).toEqual(['session-setting'])
})

test('a time-out that is raised before DETACH PARTITION CONCURRENTLY is told: who reads the partition queues', () => {
  const seen = (sql: string) => found(`SET lock_timeout = 0;${sql}`).map(({ rule }) => rule)
  expect(seen('ALTER TABLE p DETACH PARTITION p1 CONCURRENTLY')).toEqual(['time-out-raised'])
  expect(seen('CREATE INDEX CONCURRENTLY i ON a (id)')).toEqual([])
})

test('what cannot be told is unknown, never a pass', () => {
  expect(found("DO $$ BEGIN EXECUTE 'x'; END $$")).toMatchObject([{ verdict: 'unknown' }])
  expect(found('ALTER TABLE a ALTER COLUMN b TYPE text')).toMatchObject([{ verdict: 'unknown' }])
  expect(found('EXECUTE x')).toMatchObject([{ verdict: 'unknown' }])
})

const validated = (sql: string, reads: readonly string[]) =>
  expect(found(...sql.split('\n---\n')).filter(({ rule }) => rule === 'set-not-null')).toHaveLength(
    reads.length,
  )

test('a column that an earlier pending file proves to be filled may be NOT NULL', () => {
  validated(
    'ALTER TABLE a ADD CONSTRAINT f CHECK (b IS NOT NULL) NOT VALID\n---\nALTER TABLE a VALIDATE CONSTRAINT f\n---\nALTER TABLE a ALTER b SET NOT NULL',
    [],
  )
  validated(
    'ALTER TABLE a ADD CONSTRAINT f CHECK (c IS NOT NULL) NOT VALID\n---\nALTER TABLE a VALIDATE CONSTRAINT f\n---\nALTER TABLE a ALTER b SET NOT NULL',
    ['another column is proven'],
  )
})

describe('what earlier releases have done counts', () => {
  const seenAfter = (earlier: readonly string[], sql: string) =>
    lint(scriptsOf([sql], earlier.length + 1), { earlier: () => scriptsOf(earlier) }).map(({ rule }) => rule)
  const table = 'CREATE TABLE a (id bigint, b text, c text)'

  test.each([
    [
      'a CHECK in one, VALIDATE in the next',
      [
        table,
        'ALTER TABLE a ADD CONSTRAINT f CHECK (b IS NOT NULL) NOT VALID',
        'ALTER TABLE a VALIDATE CONSTRAINT f',
      ],
    ],
    [
      'one without a name',
      [
        'ALTER TABLE a ADD CHECK (b IS NOT NULL) NOT VALID',
        'ALTER TABLE public.a VALIDATE CONSTRAINT a_b_check',
      ],
    ],
    [
      'one that was valid at once',
      ['ALTER TABLE a ADD CHECK (c <> id::text AND TRUE), ADD CHECK (b IS NOT NULL AND id > 0)'],
    ],
    ['one that came with the table', ['CREATE TABLE a (b text CHECK (b IS NOT NULL))']],
    [
      'NOT NULL as a constraint of PostgreSQL 18',
      ['ALTER TABLE a ADD CONSTRAINT n NOT NULL b NOT VALID', 'ALTER TABLE a VALIDATE CONSTRAINT n'],
    ],
    ['NOT NULL from the beginning', ['CREATE TABLE a (b text NOT NULL)']],
    [
      'a proof under an older name of the column',
      ['ALTER TABLE a ADD CONSTRAINT f CHECK (x IS NOT NULL)', 'ALTER TABLE a RENAME x TO b'],
    ],
    [
      'a proof under an older name of the table',
      ['ALTER TABLE z ADD CONSTRAINT f CHECK (b IS NOT NULL)', 'ALTER TABLE z RENAME TO a'],
    ],
  ] as const)('%s: SET NOT NULL reads nothing', (_name, earlier) => {
    expect(seenAfter(earlier, 'ALTER TABLE a ALTER b SET NOT NULL')).toEqual([])
  })

  test.each([
    ['a CHECK that nobody has validated', ['ALTER TABLE a ADD CONSTRAINT f CHECK (b IS NOT NULL) NOT VALID']],
    [
      'one that was dropped',
      ['ALTER TABLE a ADD CONSTRAINT f CHECK (b IS NOT NULL)', 'ALTER TABLE a DROP CONSTRAINT f'],
    ],
    [
      'NOT NULL that was taken back',
      ['CREATE TABLE a (b text NOT NULL)', 'ALTER TABLE a ALTER b DROP NOT NULL'],
    ],
    [
      'a column of that name that is gone',
      [
        'ALTER TABLE a ADD CONSTRAINT f CHECK (b IS NOT NULL)',
        'ALTER TABLE a RENAME b TO c',
        'ALTER TABLE a ADD b text',
      ],
    ],
    ['a table of that name that is gone', ['CREATE TABLE a (b text NOT NULL)', 'DROP TABLE a', table]],
    ['the table of another schema', ['CREATE TABLE s.a (b text NOT NULL)']],
    ['a CHECK of one or the other', ['ALTER TABLE a ADD CHECK (b IS NOT NULL OR c IS NOT NULL)']],
  ] as const)('%s proves nothing', (_name, earlier) => {
    expect(seenAfter(earlier, 'ALTER TABLE a ALTER b SET NOT NULL')).toEqual(['set-not-null'])
  })

  test('what drops its proof in the same statement has none', () => {
    const proof = 'ALTER TABLE a ADD CONSTRAINT f CHECK (b IS NOT NULL)'
    expect(seenAfter([proof], 'ALTER TABLE a ALTER b SET NOT NULL, DROP CONSTRAINT f')).toEqual([
      'set-not-null',
    ])
  })

  test('a unique index that was built concurrently becomes a constraint, and a foreign key is validated', () => {
    const index = 'CREATE UNIQUE INDEX CONCURRENTLY i ON a (b)'
    expect(seenAfter([table, index], 'ALTER TABLE a ADD CONSTRAINT i UNIQUE USING INDEX i')).toEqual([])
    const key = 'ALTER TABLE a ADD CONSTRAINT k FOREIGN KEY (b) REFERENCES z (id) NOT VALID'
    expect(seenAfter([table, key], 'ALTER TABLE a VALIDATE CONSTRAINT k')).toEqual([])
  })

  test('a primary key from an index reads the table when a column might be NULL', () => {
    const index = 'CREATE UNIQUE INDEX CONCURRENTLY i ON a (b)'
    const key = 'ALTER TABLE a ADD CONSTRAINT i PRIMARY KEY USING INDEX i'
    expect(seenAfter([table, index], key)).toEqual(['add-primary-key'])
    expect(seenAfter([table, 'ALTER TABLE a ADD CHECK (b IS NOT NULL)', index], key)).toEqual([])
  })

  test('a file of theirs is read only when a rule asks', () => {
    const earlier = () => {
      throw new Error('asked')
    }
    expect(lint(scriptsOf(['CREATE TABLE t (id bigint PRIMARY KEY)']), { earlier })).toEqual([])
    expect(() => lint(scriptsOf(['ALTER TABLE a ALTER b SET NOT NULL']), { earlier })).toThrow('asked')
  })
})

describe('a time-out that a file raises', () => {
  const raised = (sql: string, settings = { lockTimeout: 2_000, statementTimeout: 0 }) =>
    lint(scriptsOf([sql]), { settings })
      .filter(({ rule }) => rule === 'time-out-raised')
      .map(({ message }) => message)

  test('is held against what the run sets itself', () => {
    const sql =
      "SET LOCAL lock_timeout = '5s'; SET LOCAL statement_timeout = '1h'; UPDATE a SET b = 1 WHERE c"
    expect(raised(sql)).toEqual(['lock_timeout is raised to 5s.'])
    expect(raised(sql, { lockTimeout: 5_000, statementTimeout: 60_000 })).toEqual([
      'statement_timeout is raised to 1h.',
    ])
    expect(raised('-- migrate: lock-timeout 0s\nALTER TABLE a ADD b int')).toEqual([
      '`-- migrate: lock-timeout` is switched off.',
    ])
    expect(raised('-- migrate: lock-timeout 10s\nALTER TABLE a ADD b int')).toEqual([])
  })

  test('is nothing before what waits without blocking anybody', () => {
    expect(raised('SET lock_timeout = 0; CREATE INDEX CONCURRENTLY i ON a (b)')).toEqual([])
    expect(raised('SET lock_timeout = 0; VACUUM a')).toEqual(['lock_timeout is switched off.'])
  })
})

test('a condition that nests without an end is not looked into', () => {
  const where = `${'NOT ('.repeat(2_000)}true${')'.repeat(2_000)}`
  expect(found(`DELETE FROM a WHERE ${where}`)).toEqual([])
})

test('what a rewrite is certain to do blocks; what it may do does not', () => {
  const verdicts = (sql: string) => found(sql).map(({ severity, verdict }) => `${severity} ${verdict}`)
  expect(verdicts('ALTER TABLE a ALTER COLUMN b TYPE bigint')).toEqual(['error fail'])
  expect(verdicts('ALTER TABLE a ALTER COLUMN b TYPE varchar(20)')).toEqual(['error unknown'])
  expect(verdicts('ALTER TABLE a ADD COLUMN b uuid DEFAULT gen_random_uuid()')).toEqual(['error fail'])
  expect(verdicts('ALTER TABLE a ADD COLUMN b text DEFAULT own()')).toEqual(['error unknown'])
})

test.each([
  [
    'CREATE UNIQUE INDEX IF NOT EXISTS i ON s.a\n  (b, lower(c)) WHERE d',
    'CREATE UNIQUE INDEX CONCURRENTLY i ON s.a (b, lower(c)) WHERE d;',
  ],
  ['ALTER TABLE a ADD CHECK (b > 0)', 'ALTER TABLE a ADD CONSTRAINT a_b_check CHECK (b > 0) NOT VALID;'],
  [
    'ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES c (id) ON DELETE CASCADE',
    'ALTER TABLE a ADD CONSTRAINT a_b_fkey FOREIGN KEY (b) REFERENCES c (id) ON DELETE CASCADE NOT VALID;',
  ],
  ['ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES c (id)', 'ALTER TABLE a VALIDATE CONSTRAINT a_b_fkey;'],
  ['ALTER TABLE s.a ADD UNIQUE (b, c)', 'CREATE UNIQUE INDEX CONCURRENTLY a_b_c_key ON s.a (b, c);'],
  ['REINDEX INDEX i', 'REINDEX INDEX CONCURRENTLY i;'],
])('the fix of %s holds %s', (sql, wanted) => {
  expect(
    found(sql)
      .map(({ fix }) => fix)
      .join('\n')
      .split('\n'),
  ).toContain(wanted)
})

test("the platform's own migrations have no finding of severity error", () => {
  const folder = join(import.meta.dirname, '../../../../db/migrations')
  const ups = readdirSync(folder)
    .filter((file) => file.endsWith('.up.sql'))
    .sort()
  expect(ups.length).toBeGreaterThanOrEqual(3)
  expect(
    found(...ups.map((file) => readFileSync(join(folder, file), 'utf8'))).filter(
      ({ severity }) => severity === 'error',
    ),
  ).toEqual([])
})
