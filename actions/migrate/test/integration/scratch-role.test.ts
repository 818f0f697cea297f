/** Migrations that nobody has reviewed run on a scratch server: what they may do there, and what they may not. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import pg from 'pg'
import { type Postgres, startPostgres } from '#sandbox/postgres/postgres.ts'
import type { DatabaseTarget } from '#toolkit/postgres/target.ts'
import { createTestWorld } from '#toolkit/world/test/world.ts'
import { makeScratchRole, SCRATCH_ROLE } from '../../src/preview/scratch/role.ts'
import { type RoundTrip, roundTrip } from '../../src/preview/scratch/round-trip.ts'
import { findScratchServer, startScratchServer } from '../../src/preview/scratch/server.ts'
import { loadParser, type Parse } from '../../src/sql/parser.ts'
import { readScript } from '../../src/sql/statements.ts'

let parse: Parse

beforeAll(async () => {
  parse = await loadParser()
})

const PROOF = join(tmpdir(), `omninode-proof-${process.pid}`)

/** What runs a program, reads or writes a file, or makes its user somebody else. */
const hostile = [
  `CREATE TABLE t (l text); COPY t FROM PROGRAM 'touch ${PROOF}'`,
  `COPY (SELECT 1) TO PROGRAM 'cat > ${PROOF}'`,
  "CREATE TABLE t (l text); COPY t FROM '/etc/passwd'",
  `COPY (SELECT 1) TO '${PROOF}'`,
  "SELECT pg_read_file('/etc/passwd')",
  "SELECT pg_read_file('/etc/passwd', 0, 10)",
  "SELECT pg_read_binary_file('/proc/self/environ')",
  "SELECT pg_ls_dir('.')",
  "SELECT pg_stat_file('/etc/passwd')",
  "SELECT lo_import('/etc/passwd')",
  `SELECT lo_export(lo_from_bytea(0, 'x'), '${PROOF}')`,
  'SELECT pg_ls_logdir()',
  "SELECT pg_read_file(setting || '/pg_hba.conf') FROM pg_settings WHERE name = 'data_directory'",
  "LOAD 'auto_explain'",
  "SET session_preload_libraries = 'auto_explain'",
  "ALTER ROLE CURRENT_USER SET session_preload_libraries = 'auto_explain'",
  "CREATE FUNCTION system(cstring) RETURNS int AS '/lib/x86_64-linux-gnu/libc.so.6', 'system' LANGUAGE c STRICT",
  "CREATE FUNCTION f() RETURNS int AS 'int4in' LANGUAGE internal",
  'CREATE LANGUAGE plperlu',
  'CREATE EXTENSION plperlu',
  'CREATE EXTENSION plpython3u',
  'CREATE EXTENSION file_fdw',
  'CREATE EXTENSION dblink',
  'CREATE EXTENSION postgres_fdw',
  'CREATE EXTENSION IF NOT EXISTS adminpack',
  'CREATE FOREIGN DATA WRAPPER w HANDLER none',
  'GRANT pg_execute_server_program TO CURRENT_USER',
  'GRANT pg_read_server_files TO omninode_scratch',
  'CREATE ROLE helper IN ROLE pg_execute_server_program',
  'CREATE ROLE helper SUPERUSER',
  'SET ROLE sandbox',
  'SET SESSION AUTHORIZATION sandbox',
  'ALTER ROLE CURRENT_USER SUPERUSER',
  'ALTER ROLE CURRENT_USER REPLICATION',
  'ALTER ROLE sandbox PASSWORD NULL',
  'UPDATE pg_authid SET rolsuper = true',
  'SELECT rolpassword FROM pg_authid',
  "CREATE FUNCTION e() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'; CREATE EVENT TRIGGER e ON ddl_command_start EXECUTE FUNCTION e()",
  'CREATE FUNCTION f() RETURNS int LANGUAGE sql SECURITY DEFINER AS $$SELECT 1$$; ALTER FUNCTION f() OWNER TO sandbox',
  "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'sandbox' LIMIT 1",
  'SELECT pg_reload_conf()',
  "SELECT pg_create_physical_replication_slot('s')",
  "CREATE TABLESPACE t LOCATION '/tmp'",
  "ALTER SYSTEM SET archive_command = 'touch x'",
  "CREATE SUBSCRIPTION s CONNECTION 'host=evil.example' PUBLICATION p",
  'ALTER DATABASE postgres SET work_mem = 1000',
  'DROP DATABASE postgres',
]

describe.each([
  ['the PostgreSQL of the machine', 'machine'] as const,
  ['PostgreSQL 18', 'embedded'] as const,
])('on %s', (_name, binaries) => {
  let postgres: Postgres

  function as(user: string, password: string): DatabaseTarget {
    const own = { host: '127.0.0.1', port: postgres.port, database: 'postgres', tls: undefined }
    return { ...own, user, password: async () => password }
  }

  async function attempt(
    ups: readonly string[],
    { user, down = 'SELECT 1' }: { user?: DatabaseTarget; down?: string } = {},
  ): Promise<RoundTrip> {
    const { world } = createTestWorld({ workspace: '/' })
    const maker = as('sandbox', new URL(postgres.url('postgres')).password)
    const access =
      user === undefined ? { maker, runner: as(SCRATCH_ROLE, 'scratch') } : { maker: user, runner: user }
    const [fresh = '', ...base] = ups.toReversed()
    const script = (sql: string, index: number) => readScript(parse, `000${index + 1}_x.sql`, sql)
    try {
      return await roundTrip({
        access,
        base: base.toReversed().map((sql, index) => ({
          version: String(index),
          up: script(sql, index),
          down: script('SELECT 1', index),
        })),
        fresh: [{ version: 'last', up: script(fresh, base.length), down: script(down, base.length) }],
        release: Number.parseInt(postgres.version, 10),
        history: { schema: 'migrate', table: 'history' },
        world,
      })
    } finally {
      rmSync(world.temp, { recursive: true })
    }
  }

  beforeAll(async () => {
    postgres = await startPostgres({ binaries, progress: () => undefined })
    await postgres.query('postgres', 'ALTER SYSTEM SET fsync = off')
    await postgres.query('postgres', 'SELECT pg_reload_conf()')
    const superuser = new pg.Client({ connectionString: postgres.url('postgres') })
    await superuser.connect()
    await makeScratchRole(superuser, 'scratch')
    await superuser.end()
  }, 120_000)
  afterAll(async () => {
    await postgres.stop()
    rmSync(PROOF, { force: true })
  })

  describe('a session of the role', () => {
    let session: pg.Client
    let superuser: pg.Client

    beforeAll(async () => {
      superuser = new pg.Client({ connectionString: postgres.url('postgres') })
      await superuser.connect()
      await superuser.query(`CREATE DATABASE owned OWNER ${SCRATCH_ROLE}`)
      session = new pg.Client({
        connectionString: `postgres://${SCRATCH_ROLE}:scratch@127.0.0.1:${postgres.port}/owned`,
      })
      await session.connect()
    })
    afterAll(() => Promise.all([session.end(), superuser.end()]))

    test.each(hostile)('is refused, and does nothing: %s', async (sql) => {
      rmSync(PROOF, { force: true })
      await expect(session.query(sql)).rejects.toMatchObject({ code: expect.stringMatching(/^[0-9A-Z]{5}$/) })
      await session.query('ROLLBACK')
      // Where the text does not tell.
      const hidden = sql.split('; ').map((each) => `EXECUTE $x$${each}$x$;`)
      await expect(session.query(`DO $do$BEGIN ${hidden.join(' ')} END$do$`)).rejects.toThrow()
      expect(() => readFileSync(PROOF)).toThrow('ENOENT')
      expect((await superuser.query('SELECT 1')).rowCount).toBe(1)
    })
  })

  test.each(hostile.filter((_sql, index) => index % 5 === 0))(
    'a round trip cannot tell of, and does not do: %s',
    async (sql) => {
      rmSync(PROOF, { force: true })
      expect(await attempt([sql])).toMatchObject({ verdict: 'unknown', findings: [] })
      expect(() => readFileSync(PROOF)).toThrow('ENOENT')
    },
  )

  test('no superuser runs what the files have left behind', async () => {
    const trap = `
      CREATE FUNCTION trap() RETURNS int LANGUAGE plpgsql AS $$BEGIN
        IF current_setting('is_superuser') = 'on' THEN EXECUTE 'CREATE ROLE caught'; END IF; RETURN 1; END$$;
      CREATE FUNCTION fires() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN PERFORM public.trap(); RETURN NEW; END$$;
      CREATE TABLE t (id int DEFAULT trap(), CHECK (trap() = 1)); CREATE INDEX i ON t (id);
      CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION fires(); ALTER TABLE t ENABLE ALWAYS TRIGGER g;
      CREATE FUNCTION quote_ident(name) RETURNS text LANGUAGE sql AS $$SELECT trap()::text$$;
      CREATE VIEW pg_available_extensions AS SELECT trap() AS name`
    const more = 'ALTER TABLE t ADD COLUMN n int NOT NULL DEFAULT trap()'
    const trip = await attempt([trap, more], { down: 'ALTER TABLE t DROP COLUMN n' })
    expect(trip).toMatchObject({ verdict: 'held', notSeeded: [] })
    const { rows } = await postgres.query('postgres', "SELECT FROM pg_roles WHERE rolname = 'caught'")
    expect(rows).toEqual([])
  })

  test('is kept out of the other databases of the server', async () => {
    for (const database of ['postgres', 'template1']) {
      const client = new pg.Client({
        connectionString: `postgres://${SCRATCH_ROLE}:scratch@127.0.0.1:${postgres.port}/${database}`,
      })
      await expect(client.connect()).rejects.toMatchObject({ code: '42501' })
    }
  })

  describe('extensions', () => {
    const has = async (name: string) =>
      (await postgres.query('postgres', 'SELECT FROM pg_available_extensions WHERE name = $1', [name]))
        .rowCount !== 0

    test.each(['pgcrypto', 'citext', 'pg_trgm', '"uuid-ossp"', 'hstore'])(
      'that the server trusts are made by the migrations themselves: %s',
      async (name) => {
        if (!(await has(name.replaceAll('"', ''))))
          return expect((await attempt([`CREATE EXTENSION ${name}`])).verdict).toBe('unknown')
        expect(await attempt([`CREATE EXTENSION ${name}`], { down: `DROP EXTENSION ${name}` })).toMatchObject(
          { verdict: 'held' },
        )
      },
    )

    test('that do no harm are made beforehand where the migration is content with that', async () => {
      const known = await has('pg_stat_statements')
      const trip = await attempt(['CREATE EXTENSION IF NOT EXISTS pg_stat_statements', 'CREATE TABLE t ()'], {
        down: 'DROP TABLE t',
      })
      expect(trip.verdict).toBe(known ? 'held' : 'unknown')
      if (!known) return
      expect(await attempt(['CREATE EXTENSION pg_stat_statements'])).toMatchObject({
        verdict: 'unknown',
        why: '0001_x.sql:1 makes the extension pg_stat_statements, which only a superuser may, and no superuser runs what nobody has reviewed; it is made beforehand for `CREATE EXTENSION IF NOT EXISTS` without options',
      })
    })

    test('that could do harm are not, and that is told, with the place', async () => {
      if (!(await has('file_fdw')))
        return expect((await attempt(['CREATE EXTENSION file_fdw'])).verdict).toBe('unknown')
      expect(await attempt(['SELECT 1', 'SELECT 2;\nCREATE EXTENSION IF NOT EXISTS file_fdw'])).toMatchObject(
        {
          verdict: 'unknown',
          why: '0002_x.sql:2 makes the extension file_fdw, which only a superuser may, and no superuser runs what nobody has reviewed',
        },
      )
    })
  })

  describe('the user of `scratch-url`', () => {
    const make = (sql: string) => postgres.query('postgres', sql)

    beforeAll(async () => {
      await make("CREATE ROLE u LOGIN CREATEDB PASSWORD 'u'; GRANT CONNECT ON DATABASE postgres TO u")
    })

    test.each([
      ['is a superuser', 'ALTER ROLE u SUPERUSER', 'ALTER ROLE u NOSUPERUSER'],
      ['may replicate the whole server', 'ALTER ROLE u REPLICATION', 'ALTER ROLE u NOREPLICATION'],
      ...[
        'pg_execute_server_program',
        'pg_read_server_files',
        'pg_write_server_files',
        'pg_signal_backend',
        'pg_read_all_data',
        'pg_write_all_data',
      ].map((role) => [`is a member of ${role}`, `GRANT ${role} TO u`, `REVOKE ${role} FROM u`] as const),
      [
        'is a member of pg_read_server_files',
        'CREATE ROLE between IN ROLE pg_read_server_files; GRANT between TO u; ALTER ROLE u NOINHERIT',
        'DROP ROLE between; ALTER ROLE u INHERIT',
      ],
      ['is a member of sandbox', 'GRANT sandbox TO u', 'REVOKE sandbox FROM u'],
      ['is a member of rds_superuser', 'CREATE ROLE rds_superuser ROLE u', 'DROP ROLE rds_superuser'],
    ])('is refused when it %s, with the SQL that makes a right one', async (power, before, after) => {
      await make(before)
      try {
        await expect(attempt(['SELECT 1'], { user: as('u', 'u') })).rejects.toMatchObject({
          code: 'SCRATCH_ROLE',
          what: expect.stringContaining(power),
          fix: expect.stringMatching(/CREATE ROLE scratch LOGIN CREATEDB(?: CREATEROLE)? PASSWORD/),
        })
      } finally {
        await make(after)
      }
      const { rows } = await make("SELECT datname FROM pg_database WHERE datname LIKE 'omninode_scratch%'")
      expect(rows).toEqual([])
    })

    test('is refused when it may create roles where that lets it grant itself any', async () => {
      await make('ALTER ROLE u CREATEROLE')
      const tried = attempt(['CREATE ROLE made'], { user: as('u', 'u'), down: 'DROP ROLE made' })
      if (Number.parseInt(postgres.version, 10) < 16)
        await expect(tried).rejects.toMatchObject({
          code: 'SCRATCH_ROLE',
          what: 'The user of the scratch server may create roles, and with them grant itself any.',
        })
      else expect(await tried).toMatchObject({ verdict: 'held' })
      await make('ALTER ROLE u NOCREATEROLE')
    })

    test('is a plain one otherwise, and no superuser makes extensions for it', async () => {
      expect(
        await attempt(['CREATE TABLE t ()'], { user: as('u', 'u'), down: 'DROP TABLE t' }),
      ).toMatchObject({
        verdict: 'held',
      })
      expect(
        await attempt(['CREATE EXTENSION IF NOT EXISTS pg_stat_statements'], { user: as('u', 'u') }),
      ).toMatchObject({ verdict: 'unknown' })
    })

    test('that is what the refusal says is a right one', async () => {
      await make('ALTER ROLE u SUPERUSER')
      const failure = await attempt(['SELECT 1'], { user: as('u', 'u') }).catch((error) => error)
      await make('ALTER ROLE u NOSUPERUSER')
      await make((/CREATE ROLE.*(?=\.)/.exec(failure.fix)?.[0] ?? '').replace('…', 'right'))
      await make('GRANT CONNECT ON DATABASE postgres TO scratch')
      expect((await attempt(['SELECT 1'], { user: as('scratch', 'right') })).verdict).toBe('held')
    })
  })
})

test('the server of a plan has nothing of the job in its environment, and keeps no password on disk', async () => {
  const { world } = createTestWorld({ workspace: '/', env: { PATH: process.env['PATH'] ?? '' } })
  process.env['INPUT_DATABASE-URL'] = 'postgres://u:p4ssword@production/x'
  process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'] = 't0ken'
  try {
    const found = await findScratchServer(world)
    if (typeof found === 'string') throw new Error(found)
    const server = await startScratchServer(found, world)
    try {
      const pid = readFileSync(join(server.folder, 'data/postmaster.pid'), 'utf8').split('\n')[0]
      const names = readFileSync(`/proc/${pid}/environ`, 'utf8')
        .split('\0')
        .filter((each) => each !== '')
        .map((each) => each.split('=')[0])
      // The last one is PostgreSQL's own.
      expect(names.filter((name) => name !== 'PGDATA' && !/^PG_?[A-Z]*$/.test(name ?? '')).sort()).toEqual([
        'LC_ALL',
        'PATH',
      ])
      expect(() => readFileSync(join(server.folder, 'password'))).toThrow('ENOENT')
    } finally {
      await server.stop()
    }
  } finally {
    delete process.env['INPUT_DATABASE-URL']
    delete process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN']
  }
})

test('programs that are only asked for their version see nothing of the job', async () => {
  const { mkdtempSync, chmodSync } = await import('node:fs')
  const { versionOf, isReachable } = await import('#toolkit/postgres/binaries.ts')
  const bin = mkdtempSync(join(tmpdir(), 'omninode-bin-'))
  chmodSync(bin, 0o755)
  writeFileSync(join(bin, 'postgres'), '#!/bin/sh\necho "postgres (PostgreSQL) ${SECRET:-nothing}"\n', {
    mode: 0o755,
  })
  process.env['SECRET'] = 's3cret'
  try {
    expect(versionOf(bin)).toBe('nothing')
    expect(await isReachable({ bin }, undefined)).toBe(true)
  } finally {
    delete process.env['SECRET']
    rmSync(bin, { recursive: true })
  }
})
