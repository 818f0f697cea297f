import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import pg from 'pg'
import { lint } from '../../../actions/migrate/src/lint/lint.ts'
import { loadParser } from '../../../actions/migrate/src/sql/parser.ts'
import { readScript } from '../../../actions/migrate/src/sql/statements.ts'
import { type Postgres, startPostgres } from '../../../sandbox/postgres/postgres.ts'
import { createRole, migrate, migrations } from '../database.ts'

let postgres: Postgres
let password: string
let client: pg.Client

beforeAll(async () => {
  postgres = await startPostgres({ progress: () => undefined })
  password = await createRole(postgres)
  await postgres.createDatabase('onex')
  await migrate(postgres, 'onex')
  const url = new URL(postgres.url('onex'))
  client = new pg.Client({
    host: url.hostname,
    port: Number(url.port),
    database: 'onex',
    user: 'onex_api',
    password,
  })
  await client.connect()
}, 60_000)
afterAll(async () => {
  await client.end()
  await postgres.stop()
})

const now = "'2026-11-24T12:00:00Z'"
const id = (last: number) => `'00000000-0000-4000-8000-${String(last).padStart(12, '0')}'`
const hash = `decode(repeat('ab', 32), 'hex')`
const key = (prefix: string, more = `${hash}, '{}', 'test', ${now}`) =>
  `INSERT INTO api_keys (id, tenant_id, name, prefix, hmac, scopes, created_by, created_at) VALUES (gen_random_uuid(), ${id(1)}, 'ci', '${prefix}', ${more})`
const workflow = (idempotencyKey: string) =>
  `INSERT INTO workflows VALUES (gen_random_uuid(), ${id(1)}, 'redeploy', '{}', ${hash}, ${idempotencyKey}, 'test', ${now}, gen_random_uuid())`
const event = (topic: string) =>
  `INSERT INTO outbox (event_id, topic, key, event, created_at) VALUES (gen_random_uuid(), '${topic}', 'k', '{}', ${now})`

const release = `INSERT INTO releases VALUES (${id(4)}, ${id(1)}, 'acme/platform', '4711', ${now})`
const releaseEvent = (position: number) =>
  `INSERT INTO release_events VALUES (${id(1)}, ${position}, ${id(4)}, 'https://x', ${id(7)}, '{}', ${now})`

describe('the migrations', () => {
  test('have nothing that our own lint would say', async () => {
    const parse = await loadParser()
    const scripts = migrations('up').map(([version, sql]) => readScript(parse, `${version}.up.sql`, sql))
    expect(scripts.length).toBeGreaterThanOrEqual(7)
    expect(lint(scripts).map(({ source, message }) => [source, message])).toEqual([])
  })

  test('are undone by their rollbacks to the last object and right, and made again', async () => {
    await postgres.createDatabase('back')
    await migrate(postgres, 'back')
    const left = async () =>
      (
        await postgres.query(
          'back',
          "SELECT relname, relacl::text FROM pg_class WHERE relnamespace = 'public'::regnamespace ORDER BY 1",
        )
      ).rows
    const made = await left()
    expect(made.map(({ relname }) => relname)).toEqual(
      expect.arrayContaining(['api_keys', 'outbox', 'tenants', 'workflows']),
    )
    for (const [, sql] of migrations('down')) await postgres.query('back', sql)
    expect(await left()).toEqual([])
    for (const [, sql] of migrations('up')) await postgres.query('back', sql)
    expect(await left()).toEqual(made)
  })

  test('default no time, and take none without its zone', async () => {
    const { rows } = await postgres.query(
      'onex',
      `SELECT table_name, column_name, data_type, column_default FROM information_schema.columns
        WHERE table_schema = 'public' AND (data_type LIKE 'timestamp%' OR column_default IS NOT NULL)`,
    )
    expect(rows.length).toBeGreaterThan(5)
    for (const row of rows)
      expect(row).toMatchObject({ data_type: 'timestamp with time zone', column_default: null })
  })
})

describe('the role', () => {
  beforeAll(async () => {
    await postgres.query('onex', `INSERT INTO tenants VALUES (${id(1)}, 'acme', 'Acme', ${now})`)
  })

  test.each<[string, string]>([
    ['reads tenants', 'SELECT * FROM tenants'],
    ['reads where the migrations stand', 'SELECT * FROM migrate.history_current'],
    ['makes an API key', key('abcdefghijkl')],
    [
      'ends, revokes and rotates a key, and notes its use',
      `UPDATE api_keys SET expires_at = NULL, revoked_at = ${now}, rotated_to = NULL, last_used_at = ${now}`,
    ],
    ['accepts a workflow', workflow("'once'")],
    ['reads workflows', 'SELECT * FROM workflows'],
    ['puts an event into the outbox', event('onex.cmd.onex-api.workflow-start.v1')],
    ['takes events out of the outbox', 'DELETE FROM outbox WHERE position IN (SELECT position FROM outbox)'],
    ['keeps a release', release],
    ['keeps an event of a release', releaseEvent(1)],
    ['reads releases', 'SELECT * FROM releases, release_events'],
    ['gives positions in their order', 'SELECT pg_advisory_xact_lock(hashtextextended($$x$$, 0))'],
    ['wakes the relay', "SELECT pg_notify('outbox', '')"],
    ['is the only leader', 'SELECT pg_try_advisory_lock(1)'],
  ])('%s', async (_what, sql) => {
    await client.query(sql)
  })

  test.each<[string, string]>([
    ['change a tenant', "UPDATE tenants SET name = 'x'"],
    ['make a tenant', `INSERT INTO tenants VALUES (${id(9)}, 'x', 'x', ${now})`],
    ['give a key to another tenant', `UPDATE api_keys SET tenant_id = ${id(9)}`],
    ['give a key more scopes', "UPDATE api_keys SET scopes = '{keys:admin}'"],
    ['give a key another secret', `UPDATE api_keys SET hmac = ${hash}`],
    ['remove a key', 'DELETE FROM api_keys'],
    ['change what was accepted', "UPDATE workflows SET payload = '{}'"],
    ['remove what was accepted', 'DELETE FROM workflows'],
    ['give a release to another tenant', `UPDATE releases SET tenant_id = ${id(9)}`],
    ['change what was reported', "UPDATE release_events SET event = '{}'"],
    ['remove what was reported', 'DELETE FROM release_events'],
    ['change an event', "UPDATE outbox SET event = '{}'"],
    ['empty a table', 'TRUNCATE outbox'],
    ['see who ran the migrations', 'SELECT * FROM migrate.history'],
    ['write history', 'DELETE FROM migrate.history'],
    ['make a table', 'CREATE TABLE public.x (id int)'],
    ['make a schema', 'CREATE SCHEMA x'],
    ['make a role', 'CREATE ROLE x'],
    ['make a database', 'CREATE DATABASE x'],
    ['read a file of the server', "SELECT pg_read_file('postgresql.conf')"],
    ['run a program', "COPY tenants TO PROGRAM 'true'"],
    ['read passwords', 'SELECT * FROM pg_authid'],
  ])('may not %s', async (_what, sql) => {
    // 42501: insufficient_privilege.
    await expect(client.query(sql)).rejects.toMatchObject({ code: '42501' })
  })

  test('waits for no statement and for no lock for long', async () => {
    const { rows } = await client.query(
      "SELECT name, setting FROM pg_settings WHERE name IN ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout') ORDER BY 1",
    )
    expect(rows.map(({ name, setting }) => `${name} ${setting}`)).toEqual([
      'idle_in_transaction_session_timeout 10000',
      'lock_timeout 2000',
      'statement_timeout 5000',
    ])
  })
})

describe('the tables', () => {
  // 23514: check_violation, 23505: unique_violation, 23503: foreign_key_violation.
  test.each<[string, string, string]>([
    ['a prefix that is none', key('ABCDEFGHIJKL'), '23514'],
    ['a prefix that another key has', key('abcdefghijkl'), '23505'],
    ['a hash that is cut', key('bbbbbbbbbbbb', `'ab', '{}', 'test', ${now}`), '23514'],
    ['a key of nobody', key('cccccccccccc').replace(id(1), id(2)), '23503'],
    ['a topic of no grammar', event('onex.workflow-start'), '23514'],
    ['a topic without its version', event('onex.cmd.onex-api.workflow-start'), '23514'],
    ['an idempotency key for a second time', workflow("'once'"), '23505'],
    ['a run of a repository for a second time', release.replace(id(4), id(6)), '23505'],
    ['a run that is no number', release.replace("'4711'", "'x'"), '23514'],
    ['a position for a second time', releaseEvent(1).replace(id(7), id(8)), '23505'],
    ['an event for a second time', releaseEvent(2), '23505'],
    ['a position before the first', releaseEvent(0), '23514'],
    ['an event of no release', releaseEvent(3).replace(id(4), id(5)).replace(id(7), id(8)), '23503'],
    ['an idempotency key that is empty', workflow("''"), '23514'],
  ])('take not %s', async (_what, sql, code) => {
    await expect(client.query(sql)).rejects.toMatchObject({ code })
  })
})
