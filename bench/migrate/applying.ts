/** The blocks that apply migrations to a database without any: far away, and on this machine, few and many. */

import { busyNote, median, type Report, timesHeader, timesRow } from '../report/report.ts'
import { startProxy } from './latency.ts'
import { makeMigrations } from './migrations.ts'
import { ours, peers, psql, type Runner } from './peers.ts'
import { expectContent, makeTemplate, type Stage, time, withDatabase } from './stage.ts'

/** Milliseconds each way, so that a round trip takes 20 more. */
const DELAY = 10

const BASE = 'psql -f'
const ONE_BY_ONE = 'ours, one by one'
const PIPELINED = 'ours, pipelined'
const DBMATE = 'dbmate'

interface Settings {
  readonly title: string
  readonly count: number
  readonly rounds: number
  readonly delay: number
  /** Who takes how many times as long as whom at most. */
  readonly bounds: readonly (readonly [what: string, most: number, against: string])[]
}

async function applying(stage: Stage, settings: Settings): Promise<Report> {
  const { count, rounds, delay } = settings
  const { nodePgMigrate, nodePgMigrateEach, postgrator, graphileMigrate, knex, dbmate } = await peers(stage)
  const migrations = makeMigrations(count)
  // Ours sends everything at once only where nobody can be in the way: a table is enough to make it careful.
  const occupied = await makeTemplate(stage, `occupied_${count}_${delay}`, async ({ name }) => {
    await stage.postgres.query(name, 'CREATE TABLE unrelated (id bigint)')
  })
  const runners: readonly (readonly [name: string, runner: Runner, template?: string])[] = [
    [BASE, psql(stage)],
    [PIPELINED, ours(stage, 'apply')],
    [ONE_BY_ONE, ours(stage, 'apply'), occupied],
    ['node-pg-migrate (one transaction for all)', nodePgMigrate],
    ['node-pg-migrate --no-single-transaction', nodePgMigrateEach],
    ['postgrator', postgrator],
    ['graphile-migrate', graphileMigrate],
    ['knex', knex],
    [DBMATE, dbmate],
  ]
  const candidates = runners.map(([name, runner, template = 'template0']) => ({
    name,
    template,
    launch: runner(migrations),
    times: [] as number[],
    trips: 0,
  }))
  const proxy = await startProxy(stage.postgres.port, delay)
  try {
    for (let round = 0; round <= rounds; round++) {
      for (const candidate of candidates) {
        const { name, template, launch, times } = candidate
        const before = proxy.trips
        const taken = await withDatabase(stage, template, async (database) => {
          await expectContent(stage, database, 0)
          // The first round fills the caches of the system, which needs no long way.
          const far = delay > 0 && round > 0
          const result = await time(stage, name, launch, database.url(far ? proxy.port : undefined))
          await expectContent(stage, database, count)
          return result
        })
        stage.progress(`${settings.title}, round ${round} of ${rounds}: ${name} ${taken.toFixed(0)} ms`)
        candidate.trips = proxy.trips - before
        if (round > 0) times.push(taken)
      }
    }
  } finally {
    await proxy.close()
  }
  const medianOf = (wanted: string) => median(candidates.find(({ name }) => name === wanted)?.times ?? [])
  const base = medianOf(BASE)
  return {
    title: `${settings.title}, ${rounds} rounds; base: ${BASE}, no history`,
    header: delay > 0 ? [...timesHeader, 'round trips'] : timesHeader,
    rows: candidates.map(({ name, times, trips }) => [
      ...timesRow(name, times, base),
      ...(delay > 0 ? [String(trips)] : []),
    ]),
    notes: busyNote(candidates[0]?.times ?? []),
    bounds: settings.bounds.map(([what, most, against]) => ({
      what,
      value: medianOf(what) / medianOf(against),
      most,
      unit: `× ${against}`,
    })),
  }
}

export function latency(stage: Stage, rounds = 3): Promise<Report> {
  return applying(stage, {
    title: `latency: 100 migrations, round trips +${2 * DELAY} ms`,
    count: 100,
    rounds,
    delay: DELAY,
    bounds: [
      [ONE_BY_ONE, 1.1, BASE],
      [PIPELINED, 0.25, BASE],
    ],
  })
}

export function local(stage: Stage, rounds = 5): Promise<Report> {
  return applying(stage, {
    title: 'local: 1,000 migrations',
    count: 1_000,
    rounds,
    delay: 0,
    bounds: [
      [ONE_BY_ONE, 2.0, BASE],
      [PIPELINED, 1.6, BASE],
    ],
  })
}

/** A fresh database of a developer, or of a test. */
export function fresh(stage: Stage, rounds = 5): Promise<Report> {
  return applying(stage, {
    title: 'fresh: 100 migrations',
    count: 100,
    rounds,
    delay: 0,
    bounds: [
      [PIPELINED, 1.1, DBMATE],
      [PIPELINED, 2.0, BASE],
    ],
  })
}
