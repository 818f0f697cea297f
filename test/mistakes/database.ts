/** The database, and the files that migrate it. */
import { appendFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Around, Mistake } from './mistake.ts'

const up = (name: string) => `db/migrations/${name}.up.sql`
const down = (name: string) => `db/migrations/${name}.down.sql`
const second = (sql: string | Uint8Array) => ({ [up('0002_more')]: sql, [down('0002_more')]: 'SELECT 1;\n' })

/** The URL with parts of it changed. */
const url =
  (change: (url: URL) => void) =>
  ({ databaseUrl }: Around) => {
    const changed = new URL(databaseUrl)
    change(changed)
    return { 'database-url': changed.href }
  }

async function query({ sandbox, databaseUrl }: Around, sql: string): Promise<void> {
  await sandbox.postgres.query(new URL(databaseUrl).pathname.slice(1), sql)
}

async function applied({ stage, workspace, databaseUrl }: Around): Promise<void> {
  const job = stage.release('0'.repeat(40), { workspace })
  const inputs = { reviewed: 'off', 'database-url': databaseUrl }
  const { exitCode, log } = await stage.play(job, 'migrate', 'apply', { inputs })
  if (exitCode !== 0) throw new Error(log.join('\n'))
}

const FIRST = 'db/migrations/0001_accounts'

export const database: readonly Mistake[] = [
  { mistake: 'no database', step: 'migrate', inputs: { 'database-url': '' } },
  {
    mistake: 'a database twice',
    step: 'migrate',
    inputs: { 'database-secret': 'data/credentials' },
  },
  {
    mistake: 'a Secret without its namespace',
    step: 'migrate',
    inputs: { 'database-url': '', 'database-secret': 'credentials' },
  },
  {
    mistake: 'a database of another kind',
    step: 'migrate',
    inputs: { 'database-url': 'mysql://app:x@127.0.0.1/app' },
  },
  { mistake: 'a host instead of a URL', step: 'migrate', inputs: { 'database-url': 'db.example.com' } },
  {
    mistake: 'a password with a slash and a hash',
    step: 'migrate',
    inputs: { 'database-url': 'postgres://app:pa/ss#word@127.0.0.1:5432/app' },
  },
  {
    mistake: 'a password with a percent sign',
    step: 'migrate',
    inputs: { 'database-url': 'postgres://app:100%sure@127.0.0.1:5432/app' },
  },
  {
    mistake: 'a URL without a database',
    step: 'migrate',
    inputs: url((it) => {
      it.pathname = ''
    }),
  },
  {
    mistake: 'a URL without a user',
    step: 'migrate',
    inputs: url((it) => {
      it.username = ''
      it.password = ''
    }),
  },
  {
    mistake: 'a URL without a password',
    step: 'migrate',
    inputs: url((it) => {
      it.password = ''
    }),
  },
  {
    mistake: 'a password that is wrong',
    step: 'migrate',
    inputs: url((it) => {
      it.password = 'wrong-password'
    }),
  },
  {
    mistake: 'a user that is not there',
    step: 'migrate',
    inputs: url((it) => {
      it.username = 'nobody'
    }),
  },
  {
    mistake: 'a database that is not there',
    step: 'migrate',
    inputs: url((it) => {
      it.pathname = '/no-such-database'
    }),
  },
  {
    mistake: 'a port where nobody listens',
    step: 'migrate',
    inputs: url((it) => {
      it.port = '1'
    }),
  },
  {
    mistake: 'a host that has no address',
    step: 'migrate',
    inputs: url((it) => {
      it.hostname = 'db.invalid'
      it.searchParams.set('sslmode', 'disable')
    }),
  },
  {
    mistake: 'TLS with a server that has none',
    step: 'migrate',
    inputs: url((it) => {
      it.searchParams.set('sslmode', 'require')
    }),
  },
  {
    mistake: 'an sslmode that is none',
    step: 'migrate',
    inputs: url((it) => {
      it.searchParams.set('sslmode', 'on')
    }),
  },
  {
    mistake: 'a user who may make no schema',
    step: 'migrate',
    before: async (around) => {
      const { databaseUrl } = around
      const name = new URL(databaseUrl).pathname.slice(1)
      await query(
        around,
        `CREATE ROLE "reader_${name}" LOGIN PASSWORD 'reads-only-here'; REVOKE CREATE ON SCHEMA public FROM PUBLIC`,
      )
    },
    inputs: url((it) => {
      it.username = `reader_${it.pathname.slice(1)}`
      it.password = 'reads-only-here'
    }),
  },
  {
    mistake: 'a history table of another tool',
    step: 'migrate',
    inputs: { 'history-table': 'public.schema_migrations' },
    before: (around) => query(around, 'CREATE TABLE public.schema_migrations (version text)'),
  },
  { mistake: 'a history table without its schema', step: 'migrate', inputs: { 'history-table': 'history' } },
  {
    mistake: 'a gap in the numbers',
    step: 'migrate',
    files: { [up('0003_more')]: 'SELECT 1;\n', [down('0003_more')]: 'SELECT 1;\n' },
  },
  {
    mistake: 'a number twice',
    step: 'migrate',
    files: { [up('0001_again')]: 'SELECT 1;\n', [down('0001_again')]: 'SELECT 1;\n' },
  },
  { mistake: 'a file without its rollback', step: 'migrate', files: { [down('0001_accounts')]: undefined } },
  { mistake: 'a rollback without its file', step: 'migrate', files: { [down('0002_more')]: 'SELECT 1;\n' } },
  { mistake: 'a file without a number', step: 'migrate', files: { 'db/migrations/more.sql': 'SELECT 1;\n' } },
  {
    mistake: 'a folder without a migration',
    step: 'migrate',
    files: {
      [`${FIRST}.up.sql`]: undefined,
      [`${FIRST}.down.sql`]: undefined,
      'db/migrations/README.md': 'Soon.\n',
    },
  },
  { mistake: 'an empty file', step: 'migrate', files: second('') },
  { mistake: 'a file of comments alone', step: 'migrate', files: second('-- later\n') },
  {
    mistake: 'a file in Latin-1',
    step: 'migrate',
    files: second(Buffer.from("SELECT 'caf\xe9';\n", 'latin1')),
  },
  {
    mistake: 'a file in UTF-16',
    step: 'migrate',
    files: second(Buffer.from('\ufeffSELECT 1;\n', 'utf16le')),
  },
  { mistake: 'a file that is no SQL', step: 'migrate', files: second('SELECT 1;\nhello world;\n') },
  { mistake: 'a quote that no line closes', step: 'migrate', files: second("SELECT 'it;\n") },
  { mistake: 'a command of psql', step: 'migrate', files: second('\\i other.sql\n') },
  { mistake: 'a transaction of its own', step: 'migrate', files: second('BEGIN;\nSELECT 1;\nCOMMIT;\n') },
  {
    mistake: 'a concurrent index beside other statements',
    step: 'migrate',
    files: second(
      'ALTER TABLE accounts ADD name text;\nCREATE INDEX CONCURRENTLY accounts_name ON accounts (name);\n',
    ),
  },
  {
    mistake: 'a table that is not there',
    step: 'migrate',
    files: second('ALTER TABLE acounts ADD name text;\n'),
  },
  {
    mistake: 'a column that is there already',
    step: 'migrate',
    files: second('ALTER TABLE accounts ADD id bigint;\n'),
  },
  {
    mistake: 'a directive that is misspelt',
    step: 'migrate',
    files: second('-- migrate: lock-timout 5s\nSELECT 1;\n'),
  },
  {
    mistake: 'a file that was edited after it was applied',
    step: 'migrate',
    before: async (around) => {
      await applied(around)
      appendFileSync(join(around.workspace, `${FIRST}.up.sql`), '-- better\n')
    },
  },
  {
    mistake: 'a file that another one took the number of',
    step: 'migrate',
    before: async (around) => {
      await applied(around)
      for (const way of ['up', 'down']) {
        rmSync(join(around.workspace, `${FIRST}.${way}.sql`))
        writeFileSync(join(around.workspace, `db/migrations/0001_other.${way}.sql`), 'SELECT 1;\n')
      }
    },
  },
  { mistake: 'a version to stop at that is not there', step: 'migrate', inputs: { to: '0007' } },
  { mistake: 'a rollback of nothing', step: 'migrate', command: 'rollback', inputs: { to: '0001' } },
  { mistake: 'a baseline without anything to go by', step: 'migrate', command: 'baseline' },
]
