/** The block that is in the way: a migration waits for a long reader, and short readers queue behind it. */
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { median, milliseconds, type Report } from '../report/report.ts'
import { ours, psql, type Runner } from './peers.ts'
import { type Database, type Launch, type Stage, time, withDatabase } from './stage.ts'

/** Long against the lock timeout, so that the bound says something: 24 times. */
const READER_MS = 6_000
const LOCK_TIMEOUT = '250ms'
const MOST = 1 / 10
const BASE = 'psql, no lock_timeout'
const OURS = `ours, --lock-timeout ${LOCK_TIMEOUT}`

const migrations = [
  {
    number: 1,
    name: 'add_note',
    up: 'ALTER TABLE busy ADD COLUMN note text;\n',
    down: 'ALTER TABLE busy DROP COLUMN note;\n',
  },
]

interface Result {
  /** Milliseconds: the longest read, and the migration as a whole. */
  readonly worst: number
  readonly taken: number
  readonly reads: number
}

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function shortReads(url: string, until: AbortSignal): Promise<{ worst: number; reads: number }> {
  return connected(url, async (client) => {
    let [worst, reads] = [0, 0]
    while (!until.aborted) {
      const started = performance.now()
      await client.query('SELECT value FROM busy WHERE id = 1')
      worst = Math.max(worst, performance.now() - started)
      reads++
      await sleep(5)
    }
    return { worst, reads }
  })
}

async function migrateBehindReader(
  stage: Stage,
  database: Database,
  name: string,
  launch: Launch,
): Promise<Result> {
  await stage.postgres.query(
    database.name,
    'CREATE TABLE busy AS SELECT id, md5(id::text) AS value FROM generate_series(1, 1000) id',
  )
  const stop = new AbortController()
  const url = database.url()
  const short = shortReads(url, stop.signal)
  try {
    const taken = await connected(url, async (reader) => {
      await reader.query('BEGIN')
      await reader.query('SELECT count(*) FROM busy')
      const migrated = time(stage, name, launch, url)
      await Promise.race([sleep(READER_MS, undefined, { signal: stage.signal }), migrated])
      await reader.query('COMMIT')
      return migrated
    })
    const { rowCount } = await stage.postgres.query(
      database.name,
      "SELECT FROM pg_attribute WHERE attrelid = 'busy'::regclass AND attname = 'note'",
    )
    if (rowCount !== 1) throw new Error(`${name} has not added the column`)
    stop.abort()
    return { taken, ...(await short) }
  } finally {
    stop.abort()
    await short.catch(() => undefined)
  }
}

export async function stall(stage: Stage, rounds = 3): Promise<Report> {
  const runners: readonly (readonly [string, Runner])[] = [
    [BASE, psql(stage)],
    [OURS, ours(stage, 'apply', ['--lock-timeout', LOCK_TIMEOUT])],
  ]
  const candidates = runners.map(([name, runner]) => ({
    name,
    launch: runner(migrations),
    results: [] as Result[],
  }))
  for (let round = 1; round <= rounds; round++) {
    for (const { name, launch, results } of candidates) {
      const result = await withDatabase(stage, 'template0', (database) =>
        migrateBehindReader(stage, database, name, launch),
      )
      stage.progress(
        `stall, round ${round} of ${rounds}: ${name}, longest read ${milliseconds(result.worst)}`,
      )
      results.push(result)
    }
  }
  const worstOf = (wanted: string) =>
    median(candidates.find(({ name }) => name === wanted)?.results.map(({ worst }) => worst) ?? [])
  return {
    title: `stall: ALTER TABLE behind a reader of ${READER_MS / 1000} s, medians of ${rounds} rounds; base: ${BASE}`,
    header: ['runner', 'longest read', 'to base', 'reads', 'migration'],
    rows: candidates.map(({ name, results }) => [
      name,
      milliseconds(worstOf(name)),
      `${(worstOf(name) / worstOf(BASE)).toFixed(3)} ×`,
      String(median(results.map(({ reads }) => reads))),
      milliseconds(median(results.map(({ taken }) => taken))),
    ]),
    notes: [],
    bounds: [
      { what: 'longest read behind ours', value: worstOf(OURS) / worstOf(BASE), most: MOST, unit: '× base' },
    ],
  }
}
