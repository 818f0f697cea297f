/** Generated runs on a real server, against a model of what history and schema must be after each of them. */
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import pg from 'pg'
import { type Postgres, startPostgres } from '#sandbox/postgres/postgres.ts'
import { runs, seed } from '#test/repetitions.ts'
import { failuresIn } from '#toolkit/model/failure.ts'
import { type Setting, setUp } from '../migrating.ts'
import { type File, Model, type Run, type Trouble } from '../model.ts'

let postgres: Postgres

beforeAll(async () => {
  postgres = await startPostgres({ progress: () => undefined })
}, 120_000)
afterAll(() => postgres.stop())

const share = fc.double({ min: 0, max: 1, noNaN: true })
const trouble = fc.oneof(
  { arbitrary: fc.constant<Trouble>('none'), weight: 2 },
  { arbitrary: fc.constantFrom<Trouble>('statement', 'commit', 'killed', 'cancelled'), weight: 4 },
)

const action = fc.oneof(
  { arbitrary: fc.record({ kind: fc.constant('add' as const), isIndex: fc.boolean(), share }), weight: 5 },
  { arbitrary: fc.record({ kind: fc.constant('apply' as const), trouble, share }), weight: 5 },
  // An index on a table that is there: only its build can be cut off.
  { arbitrary: fc.record({ kind: fc.constant('build' as const), trouble, share }), weight: 3 },
  { arbitrary: fc.record({ kind: fc.constant('both' as const) }), weight: 2 },
  {
    arbitrary: fc.record({
      kind: fc.constant('rollback' as const),
      steps: fc.integer({ min: 1, max: 3 }),
      trouble,
      share,
    }),
    weight: 3,
  },
  {
    arbitrary: fc.record({ kind: fc.constantFrom('edit' as const, 'take away' as const), share }),
    weight: 1,
  },
  { arbitrary: fc.record({ kind: fc.constant('put right' as const) }), weight: 1 },
)
type Action = typeof action extends fc.Arbitrary<infer T> ? T : never

const nameOf = (number: number) => `${String(number).padStart(4, '0')}_file`

/** Something happens here when the database's setting says so: no object of the schema tells the runs of it. */
const trip = (what: string) => `DO $$ BEGIN
  CASE current_setting('model.trouble', true)
    WHEN '${what} statement' THEN RAISE 'asked for';
    WHEN '${what} killed' THEN PERFORM pg_terminate_backend(pg_backend_pid()), pg_sleep(30);
    WHEN '${what} cancelled' THEN PERFORM pg_sleep(30);
    ELSE NULL;
  END CASE; END $$;`

/** Also of what takes an earlier build's leftover away before. */
const BUILD = 'INDEX CONCURRENTLY'

interface Running {
  readonly pid: number
  /** When its statement began. */
  readonly since: string
}

/** Somebody else, until the database goes. */
async function connect(on: Setting): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: postgres.url(on.database), application_name: 'somebody' })
  client.on('error', () => undefined) // ended by the server when a case ends
  await client.connect()
  return client
}

class World {
  readonly model = new Model()
  readonly #on: Setting
  /** Looks at the database after each run, in one session. */
  readonly #onlooker: pg.Client

  private constructor(on: Setting, onlooker: pg.Client) {
    this.#on = on
    this.#onlooker = onlooker
  }

  static async of(on: Setting): Promise<World> {
    return new World(on, await connect(on))
  }

  async #rows(sql: string): Promise<unknown[]> {
    return (await this.#onlooker.query(sql)).rows
  }

  write({ number, indexes }: File): void {
    const [name, edit] = [nameOf(number), this.model.edited.has(number) ? '\n-- edited' : '']
    if (indexes !== undefined) {
      // Of each table one row is in it, and a second one where the build is to fail, which no other index takes in.
      const up = `CREATE UNIQUE INDEX CONCURRENTLY i${number} ON t${indexes} (left(note, 0)) WHERE note IN ('kept', 'twice ${number}')${edit}`
      this.#on.write(name, up, `DROP INDEX CONCURRENTLY i${number}`)
      return
    }
    this.#on.write(
      name,
      `CREATE TABLE t${number} (id int PRIMARY KEY, note text, parent int REFERENCES t${number} DEFERRABLE INITIALLY DEFERRED);
INSERT INTO t${number} SELECT 1, 'orphan', 2 WHERE current_setting('model.trouble', true) = 'up ${number} commit';
${trip(`up ${number}`)}
INSERT INTO t${number} VALUES (7, 'kept', NULL);${edit}`,
      `DROP TABLE t${number};\n${trip(`down ${number}`)}`,
    )
  }

  /** What would happen to a file has to be possible: to an index only while its table is there. */
  #possible(file: File | undefined, wanted: Trouble, direction: 'up' | 'down'): Trouble {
    if (file === undefined) return 'none'
    if (file.indexes === undefined) return direction === 'down' && wanted === 'commit' ? 'statement' : wanted
    if (direction === 'down' || !this.model.tables.includes(file.indexes)) return 'none'
    return wanted === 'commit' ? 'statement' : wanted
  }

  /** Runs with the trouble, and holds what came of it against what the model says. */
  async #run(
    command: 'apply' | 'rollback',
    file: File | undefined,
    wanted: Trouble,
    steps: number,
  ): Promise<void> {
    const direction = command === 'apply' ? 'up' : 'down'
    const isDue = command === 'rollback' || this.model.reaches(file?.number)
    const happens = isDue ? this.#possible(file, wanted, direction) : 'none'
    const cancel = new AbortController()
    const clean = await this.#arm(file, happens, direction, cancel)
    const before = this.#on.lines.length
    let run: Run
    try {
      const outcome = await this.#on.does(command, { steps, allowDataLoss: true }, cancel.signal)
      const done = outcome.results.filter(({ status }) => status === 'done')
      run = { done: done.map(({ address }) => Number(/(\d{4})/.exec(address)?.[1])), code: undefined }
    } catch (error) {
      const text = this.#on.lines.slice(before).join('\n')
      const told = [...text.matchAll(/^(?:applied|rolled back) \S*\/(\d{4}).* in /gm)]
      run = {
        done: told.map(([, number]) => Number(number)),
        code: failuresIn(error)[0]?.code ?? String(error),
      }
    } finally {
      await clean()
    }
    const expected =
      command === 'apply'
        ? this.model.apply(file?.number, happens)
        : this.model.rollback(steps, file?.number, happens)
    // Of what was committed and may not have reached the disk when the connection was lost, it says that it cannot tell.
    const done = run.code === 'DATABASE_LOST' ? expected.done.slice(0, run.done.length) : expected.done
    expect({ command, ...run }).toEqual({ command, ...expected, done })
  }

  /** @returns what takes the trouble away again */
  async #arm(
    file: File | undefined,
    happens: Trouble,
    direction: 'up' | 'down',
    cancel: AbortController,
  ): Promise<() => Promise<void>> {
    const { database } = this.#on
    if (file === undefined || happens === 'none') return async () => undefined
    if (file.indexes === undefined) {
      await postgres.query(
        'postgres',
        `ALTER DATABASE ${database} SET model.trouble = '${direction} ${file.number} ${happens}'`,
      )
      const over =
        happens === 'cancelled'
          ? this.#whenRunning('pg_sleep', () => cancel.abort(new Error('cancelled')))
          : undefined
      return async () => {
        over?.()
        await postgres.query('postgres', `ALTER DATABASE ${database} RESET model.trouble`)
      }
    }
    const table = `t${file.indexes}`
    if (happens === 'statement') {
      await this.#rows(`INSERT INTO ${table} VALUES (8, 'twice ${file.number}', NULL)`)
      return async () => {
        await this.#rows(`DELETE FROM ${table} WHERE id = 8`)
      }
    }
    // The build waits for whoever writes, and is cut off there.
    const writer = await connect(this.#on)
    await writer.query(`BEGIN; INSERT INTO ${table} VALUES (9, 'undecided', NULL)`)
    const end = async ({ pid, since }: Running) => {
      if (happens === 'killed') {
        await postgres.query('postgres', 'SELECT pg_terminate_backend($1)', [pid])
        return
      }
      cancel.abort(new Error('cancelled'))
      while ((await this.#running(BUILD))?.since === since) await sleep(5)
      // What is left of the index is taken away, which waits for the writer as well.
      await writer.query('ROLLBACK').catch(() => undefined) // the run ended before
    }
    const over = this.#whenRunning(BUILD, (running) => void end(running))
    return async () => {
      over()
      await writer.end()
    }
  }

  /** Who waits within a statement with this text. */
  async #running(text: string): Promise<Running | undefined> {
    const { rows } = await postgres.query(
      'postgres',
      "SELECT pid, query_start::text AS since FROM pg_stat_activity WHERE datname = $1 AND state = 'active' AND query LIKE $2 AND wait_event IS NOT NULL AND application_name LIKE 'migrate%'",
      [this.#on.database, `%${text}%`],
    )
    return (rows as Running[])[0] // the columns of the SELECT
  }

  /** @returns what stops looking */
  #whenRunning(text: string, then: (running: Running) => void): () => void {
    let over = false
    const look = async () => {
      while (!over) {
        await sleep(10)
        const running = await this.#running(text)
        if (running === undefined || over) continue
        over = true
        then(running)
      }
    }
    void look()
    return () => {
      over = true
    }
  }

  async act(action: Action): Promise<void> {
    const { model } = this
    const pick = <T>(from: readonly T[], at: number): T | undefined =>
      from[Math.min(Math.floor(at * from.length), from.length - 1)]
    switch (action.kind) {
      case 'add':
        return this.write(model.add(action.isIndex, action.share))
      case 'apply': {
        const due = model.pending.filter(
          (file) => !model.gone.has(file.number) && this.#possible(file, action.trouble, 'up') !== 'none',
        )
        await this.#run('apply', pick(due, action.share), action.trouble, 1)
        break
      }
      case 'build': {
        if (model.tables.length === 0) this.write(model.add(false, 0))
        await this.act({ kind: 'apply', trouble: 'none', share: 0 })
        const index = model.add(true, action.share)
        this.write(index)
        await this.#run('apply', index, action.trouble, 1)
        break
      }
      case 'rollback': {
        const last = model.applied.toReversed().slice(0, action.steps)
        const number = pick(last, action.share)
        const file = model.files.find((each) => each.number === number)
        await this.#run('rollback', file, action.trouble, action.steps)
        break
      }
      case 'both': {
        const ends = await Promise.allSettled([this.#on.apply(), this.#on.apply()])
        const { code } = model.apply(undefined, 'none')
        const codes = ends.map((end) =>
          end.status === 'rejected' ? failuresIn(end.reason)[0]?.code : undefined,
        )
        expect({ both: codes }).toEqual({ both: [code, code] })
        break
      }
      case 'edit':
      case 'take away': {
        const file = pick(
          model.files.filter(({ number }) => model.applied.includes(number)),
          action.share,
        )
        if (file === undefined || model.gone.has(file.number)) return
        if (action.kind === 'edit') {
          model.edited.add(file.number)
          return this.write(file)
        }
        model.gone.add(file.number)
        for (const way of ['up', 'down']) this.#on.remove(`db/migrations/${nameOf(file.number)}.${way}.sql`)
        return
      }
      case 'put right': {
        for (const file of model.putRight()) this.write(file)
        return
      }
    }
    await this.#compare()
  }

  async #compare(): Promise<void> {
    const { model } = this
    const objects = await this.#rows(
      `SELECT left(relname, 1) AS kind, substr(relname, 2)::int AS number FROM pg_class LEFT JOIN pg_index ON indexrelid = pg_class.oid
        WHERE relname ~ '^[it][0-9]+$' AND coalesce(indisvalid, true)
       UNION ALL SELECT 'history', 0 WHERE to_regclass('migrate.history_current') IS NOT NULL ORDER BY 1, 2`,
    )
    const found = objects as readonly { readonly kind: string; readonly number: number }[] // the columns of the SELECT
    const numbers = (kind: string) => found.flatMap((each) => (each.kind === kind ? [each.number] : []))
    const contents = [
      "SELECT 'tables' AS what, '' AS holds",
      ...(numbers('history').length === 0
        ? []
        : [
            "SELECT 'history', coalesce(string_agg(version::int::text, ' ' ORDER BY id), '') FROM migrate.history_current",
          ]),
      ...numbers('t').map((number) => `SELECT 't${number}', string_agg(t::text, ' ') FROM t${number} AS t`),
    ]
    const rows = (await this.#rows(contents.join(' UNION ALL '))) as { what: string; holds: string }[] // likewise
    const holds = Object.fromEntries(rows.map((row) => [row.what, row.holds]))
    expect({ history: '', ...holds, indexes: numbers('i') }).toEqual({
      tables: '',
      history: model.applied.join(' '),
      ...Object.fromEntries(model.tables.map((number) => [`t${number}`, '(7,kept,)'])),
      indexes: model.indexes,
    })
  }

  /** With everything put right, and what came too early undone, one more run leads to all of it. */
  async end(): Promise<void> {
    await this.act({ kind: 'put right' })
    const steps = this.model.behindLate
    if (steps > 0) await this.act({ kind: 'rollback', steps, trouble: 'none', share: 0 })
    await this.act({ kind: 'apply', trouble: 'none', share: 0 })
    expect(this.model.pending).toEqual([])
  }
}

test('history and schema are what a model says after any runs that fail, are cut off, are repeated or are two', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 3, maxLength: 7, size: 'max' }), async (actions) => {
      const on = await setUp(postgres)
      try {
        const world = await World.of(on)
        for (const each of actions) await world.act(each)
        await world.end()
      } finally {
        on.close()
        await postgres.query('postgres', `DROP DATABASE ${on.database} WITH (FORCE)`)
      }
    }),
    { seed, numRuns: runs(2_000) },
  )
}, 3_000_000)
