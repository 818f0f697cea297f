/** What the server says beside its answers, and how long statements are told about while they run. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import pg from 'pg'
import { type Postgres, startPostgres } from '#sandbox/postgres/postgres.ts'
import { type Setting, setUp } from '../migrating.ts'

let postgres: Postgres
let on: Setting

beforeAll(async () => {
  postgres = await startPostgres({ progress: () => undefined })
}, 120_000)
afterAll(() => postgres.stop())
beforeEach(async () => {
  on = await setUp(postgres)
})
afterEach(() => on.close())

/** Makes the database one that is in use: files are then applied one by one. */
const inUse = () => on.rows('CREATE TABLE used (id int); INSERT INTO used VALUES (4711)')

const said = () => on.lines.filter((line) => /: (?:NOTICE|WARNING|INFO): |more notices/.test(line))

/** What a terminal shows of a command. */
function atTerminal(command: string, env: Readonly<Record<string, string>>): Promise<string> {
  const cli = join(import.meta.dirname, '../../src/cli.ts')
  const line = `'${process.execPath}' --conditions=source '${cli}' ${command} --scratch off --workspace '${on.workspace}'`
  const child = spawn('script', ['--quiet', '--return', '--command', line, '/dev/null'], {
    env: { PATH: process.env['PATH'] ?? '', DATABASE_URL: on.url, TERM: 'xterm', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.on('data', (data) => {
    output += data
  })
  return new Promise<string>((resolve) => child.once('close', () => resolve(output)))
}

describe('notices and warnings of the server', () => {
  const body =
    "-- one\nDROP TABLE IF EXISTS nothing;\n\nDO $$\nBEGIN\n  RAISE WARNING 'half of it is slow';\nEND $$;\n"
  const told = (file: string) => [
    `${file}:2: NOTICE: table "nothing" does not exist, skipping`,
    `${file}:6: WARNING: half of it is slow`,
  ]

  test.each([
    ['sent one behind the other', async () => undefined, ''],
    ['in a transaction of their own', inUse, ''],
    ['statement by statement', inUse, '-- migrate: no-transaction'],
  ])('are told with file and line of the statement, of files %s', async (_how, before, head) => {
    await before()
    on.write('0001_a', body.replace('-- one', head === '' ? '-- one' : head))
    on.write('0002_b', 'CREATE TABLE b (id int)')
    on.write('0003_c', body.replace('-- one', head === '' ? '-- one' : head))
    await on.apply()
    expect(said()).toEqual([...told('db/migrations/0001_a.up.sql'), ...told('db/migrations/0003_c.up.sql')])
  })

  const harmless =
    "CREATE SCHEMA IF NOT EXISTS public;\n\nDO $$ BEGIN RAISE WARNING 'half of it is slow'; END $$;\n"
  const saidOf = (file: string) => [
    `${file}:1: NOTICE: schema "public" already exists, skipping`,
    `${file}:3: WARNING: half of it is slow`,
  ]

  test('have their level in a colour where colours are seen, and nowhere else', async () => {
    on.write('0001_a', harmless)
    const plain = await atTerminal('apply', { NO_COLOR: '1' })
    expect(plain).toContain(saidOf('db/migrations/0001_a.up.sql').join('\r\n'))
    expect(plain).not.toContain('\u001b[3')
    on.write('0002_b', harmless)
    const coloured = await atTerminal('apply', {})
    expect(coloured).toContain('0002_b.up.sql:1: \u001b[36mNOTICE\u001b[39m: schema "public"')
    expect(coloured).toContain('0002_b.up.sql:3: \u001b[33mWARNING\u001b[39m: half of it is slow')
    // In a pipe noharmless sees any.
    on.write('0003_c', harmless)
    const runner = on.runner('apply')
    expect(await runner.ended).toBe(0)
    expect(runner.stdout()).toContain(saidOf('db/migrations/0003_c.up.sql')[1])
    expect(runner.output()).not.toContain('\u001b')
  }, 30_000)

  test('of the round trip are told once, and as those of the scratch server', async () => {
    await on.rows("CREATE ROLE scratch LOGIN CREATEDB PASSWORD 'scratch'")
    const scratch = new URL(on.url)
    Object.assign(scratch, { username: 'scratch', password: 'scratch', pathname: '/postgres' })
    on.write('0001_a', `${harmless}CREATE TABLE a (id int);`)
    await on.apply()
    on.lines.length = 0
    // What is in effect is only the ground that the round trip stands on.
    on.write('0002_b', harmless, "DO $$ BEGIN RAISE NOTICE 'the way down'; END $$")
    on.write('0003_c', '-- migrate: no-transaction\nCREATE SCHEMA IF NOT EXISTS public;\nVACUUM a')
    const runner = on.runner('plan', '--scratch-url', scratch.href)
    expect(await runner.ended).toBe(0)
    expect(runner.stdout()).toContain('Round trip: held.')
    expect(runner.output().match(/^.*(?:NOTICE|WARNING).*$/gm)).toEqual([
      'db/migrations/0002_b.up.sql:1: NOTICE on the scratch server: schema "public" already exists, skipping',
      'db/migrations/0002_b.up.sql:3: WARNING on the scratch server: half of it is slow',
      'db/migrations/0003_c.up.sql:2: NOTICE on the scratch server: schema "public" already exists, skipping',
    ])
  }, 60_000)

  test('of the tool itself are told to nobody, and those of deferred constraints belong to their file', async () => {
    await on.rows('CREATE SCHEMA migrate')
    on.write(
      '0001_a',
      `CREATE TABLE a (id int);
       CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE NOTICE 'at the end'; RETURN NULL; END $$;
       CREATE CONSTRAINT TRIGGER t AFTER INSERT ON a DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION f();
       INSERT INTO a VALUES (1)`,
    )
    await on.apply()
    expect(said()).toEqual(['db/migrations/0001_a.up.sql: NOTICE: at the end'])
    // The row of history is the tool's own statement, also where somebody listens to it.
    await on.rows(`CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE WARNING 'a row'; RETURN NEW; END $$;
      CREATE TRIGGER t BEFORE INSERT ON migrate.history FOR EACH ROW EXECUTE FUNCTION g()`)
    on.write('0002_b', 'SELECT 1')
    on.write('0003_c', 'VACUUM a')
    await on.apply()
    expect(said()).toHaveLength(1)
  })

  test('hold no value of a row, and no secret, also where they are cut', async () => {
    await inUse()
    on.write(
      '0001_a',
      "DO $$ DECLARE n int; BEGIN SELECT id INTO n FROM used; RAISE NOTICE 'card % of us', n; END $$",
    )
    const password = new URL(on.url).password
    on.write(
      '0002_b',
      `DO $$ BEGIN RAISE NOTICE '${'x'.repeat(490)} ${password}'; RAISE NOTICE 'is ${password}'; END $$`,
    )
    const runner = on.runner('apply')
    expect(await runner.ended).toBe(0)
    expect(runner.stdout().match(/.*: NOTICE: .*/g)).toEqual([
      'db/migrations/0001_a.up.sql:1: NOTICE: card … of us',
      expect.stringMatching(/0002_b\.up\.sql:1: NOTICE: x{490} \*\*\*$/),
      'db/migrations/0002_b.up.sql:1: NOTICE: is ***',
    ])
    expect(runner.output()).not.toContain('4711')
    expect(runner.output()).not.toContain(password.slice(0, 8))
  }, 30_000)

  test('of a file that raises fifty thousand, some of them huge, are few and short, and the rest is counted', async () => {
    await inUse()
    on.write(
      '0001_a',
      `DO $$ BEGIN
         RAISE NOTICE '${'long '.repeat(400)}';
         RAISE NOTICE '%', repeat('x', 200000);
         FOR i IN 1..50000 LOOP RAISE NOTICE 'again'; END LOOP;
       END $$`,
    )
    const began = performance.now()
    await on.apply()
    const lines = said()
    expect(lines).toHaveLength(21)
    expect(lines.every((line) => line.length < 650)).toBe(true)
    expect(lines[1]).toContain('too long to be told')
    expect(lines.at(-1)).toBe('db/migrations/0001_a.up.sql: … and 49,982 more notices')
    expect(performance.now() - began).toBeLessThan(20_000)
  }, 30_000)

  test('command no runner and no terminal', async () => {
    await inUse()
    const evil = String.raw`E'a\n::error::b\r##[error]c\x1b[2J\x1b]0;title\x07 \u202e'`
    on.write(
      '0001_a',
      `CREATE TABLE a (id int); DO $$ BEGIN RAISE WARNING USING MESSAGE = ${evil}, ERRCODE = 'XX123'; END $$`,
    )
    const runner = on.runner('apply')
    expect(await runner.ended).toBe(0)
    const [line = ''] = runner
      .stdout()
      .split('\n')
      .filter((each) => each.includes('WARNING'))
    expect(line).toMatch(/0001_a\.up\.sql:1: WARNING: /)
    for (const each of ['\u001b[2J', '\u001b]', '\u0007', '\u202e', '##[error]'])
      expect(runner.output()).not.toContain(each)
    expect(runner.output()).not.toMatch(/^\s*::error::/m)
  }, 30_000)
})

describe('a statement that takes long', () => {
  test('is told about after a second, with whom it waits for and since when that one is at it', async () => {
    await inUse()
    on.write('0001_a', 'ALTER TABLE used ADD COLUMN more int')
    const other = new pg.Client({ connectionString: on.url, application_name: 'psql' })
    await other.connect()
    await other.query('BEGIN; LOCK TABLE used IN ACCESS SHARE MODE')
    const applying = on.apply({ settings: { lockTimeout: 10_000, statementTimeout: 0 } })
    await sleep(2_500)
    await other.end()
    await applying
    const told = on.lines.filter((line) => line.startsWith('progress: '))
    expect(told.length).toBeGreaterThan(0)
    expect(told.length).toBeLessThan(4)
    for (const line of told)
      expect(line).toMatch(
        /^progress: db\/migrations\/0001_a\.up\.sql: [12]\.0 s; waits for pid \d+ \(psql\), whose statement began \d{4}-\d\d-\d\dT[\d:.]+Z$/,
      )
  }, 30_000)

  test('is told with the phase of the index that it builds, and its line', async () => {
    await inUse()
    on.write('0001_a', '\nCREATE INDEX CONCURRENTLY used_id ON used (id)')
    const writer = new pg.Client({ connectionString: on.url })
    await writer.connect()
    await writer.query('BEGIN; INSERT INTO used VALUES (1)')
    const applying = on.apply()
    await sleep(2_500)
    await writer.query('COMMIT')
    await writer.end()
    await applying
    expect(on.lines.filter((line) => line.startsWith('progress: '))).toContainEqual(
      expect.stringMatching(
        /0001_a\.up\.sql:2: 1\.0 s; .*index build: waiting for writers before build, .*waits for pid \d+/,
      ),
    )
  }, 30_000)

  test('has one line of a terminal, which is written anew and gone in the end; colours are for who sees them', async () => {
    await inUse()
    on.write('0001_a', 'SELECT pg_sleep(2.5)')
    const [plain, coloured] = [await atTerminal('plan', { NO_COLOR: '1' }), await atTerminal('apply', {})]
    expect(plain).toContain('0001_a')
    expect(plain).not.toContain('\u001b')
    expect(coloured).toContain('\u001b[32m')
    const shown = coloured.split('\r\u001b[2K').slice(1)
    expect(shown[0]).toMatch(/^db\/migrations\/0001_a\.up\.sql: 1\.0 s$/)
    // What comes behind the last one begins on an empty line.
    expect(shown.at(-1)).not.toMatch(/^db.*\d s$/)
    expect(coloured.split('\n').filter((line) => line.includes('1.0 s'))).toHaveLength(1)
  }, 30_000)

  test('is the wait for the lock as well: a terminal has it in that line, which is gone in the end', async () => {
    await inUse()
    on.write('0001_a', 'SELECT pg_sleep(6)')
    const first = on.runner('apply')
    await on.untilRunning('pg_sleep')
    const seen = await atTerminal('apply', {})
    expect(await first.ended).toBe(0)
    const shown = seen.split('\r\u001b[2K').slice(1)
    expect(shown[0]).toMatch(/^waiting for the lock, held by pid \d+ /)
    expect(shown.some((line) => /^\d\.\d s: waiting for the lock, held by pid \d+ /.test(line))).toBe(true)
    // Nothing of it stays.
    expect(shown.filter((line) => line.includes('waiting') && line.includes('\n'))).toEqual([])
    expect(seen).toContain('succeeded')
  }, 30_000)
})
