/** The block that has nothing to do: 1,000 migrations, all applied. */

import { busyNote, median, type Report, timesHeader, timesRow } from '../report/report.ts'
import { startProxy } from './latency.ts'
import { makeMigrations } from './migrations.ts'
import { ours, peers } from './peers.ts'
import { expectContent, type Launch, makeTemplate, type Stage, time, withDatabase } from './stage.ts'

const COUNT = 1_000
const BASE = 'node-pg-migrate'
const APPLY = 'ours, apply'
const PLAN = 'ours, plan'

interface Candidate {
  readonly name: string
  readonly template: string
  readonly launch: Launch
  readonly times: number[]
  /** Round trips and connections. */
  way: { readonly trips: number; readonly connections: number }
}

async function makeCandidates(stage: Stage): Promise<Candidate[]> {
  const { nodePgMigrate, postgrator, graphileMigrate, knex, dbmate } = await peers(stage)
  const migrations = makeMigrations(COUNT)
  const applied = async (name: string, launch: Launch) => {
    stage.progress(`idle: applying ${COUNT} migrations with ${name}`)
    return makeTemplate(stage, `applied_by_${name.replaceAll(/\W/g, '_')}`, async (database) => {
      await time(stage, name, launch, database.url())
      await expectContent(stage, database, COUNT)
    })
  }
  const candidates: Candidate[] = []
  const add = (name: string, template: string, launch: Launch) =>
    candidates.push({ name, template, launch, times: [], way: { trips: 0, connections: 0 } })
  const launch = ours(stage, 'apply')(migrations)
  const template = await applied('ours', launch)
  add(APPLY, template, launch)
  add(PLAN, template, ours(stage, 'plan')(migrations))
  for (const [name, runner] of [
    [BASE, nodePgMigrate],
    ['postgrator', postgrator],
    ['graphile-migrate', graphileMigrate],
    ['knex', knex],
    ['dbmate', dbmate],
  ] as const) {
    const peer = runner(migrations)
    add(name, await applied(name, peer), peer)
  }
  return candidates
}

export async function idle(stage: Stage, rounds = 7): Promise<Report> {
  const candidates = await makeCandidates(stage)
  const empty: Launch = { command: process.execPath, args: ['-e', ''], cwd: stage.folder }
  const floor: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const bare = await time(stage, 'node', empty, '')
    if (round > 0) floor.push(bare)
    for (const candidate of candidates) {
      const taken = await withDatabase(stage, candidate.template, async (database) => {
        await expectContent(stage, database, COUNT)
        if (round > 0) return time(stage, candidate.name, candidate.launch, database.url())
        // The first round is not timed: it fills the caches of the system, and counts.
        const proxy = await startProxy(stage.postgres.port, 0)
        try {
          const untimed = await time(stage, candidate.name, candidate.launch, database.url(proxy.port))
          if (proxy.trips === 0) throw new Error(`${candidate.name} has asked the database for nothing`)
          candidate.way = { trips: proxy.trips, connections: proxy.connections }
          return untimed
        } finally {
          await proxy.close()
        }
      })
      stage.progress(`idle, round ${round} of ${rounds}: ${candidate.name} ${taken.toFixed(0)} ms`)
      if (round > 0) candidate.times.push(taken)
    }
  }
  const find = (wanted: string) => candidates.find(({ name }) => name === wanted)
  const base = median(find(BASE)?.times ?? [])
  return {
    title: `idle: ${COUNT} migrations, all applied, ${rounds} rounds; base: ${BASE}`,
    header: [...timesHeader, 'round trips', 'connections'],
    rows: [
      [...timesRow('empty node process', floor, base), '', ''],
      ...candidates.map(({ name, times, way }) => [
        ...timesRow(name, times, base),
        String(way.trips),
        String(way.connections),
      ]),
    ],
    notes: busyNote(find(BASE)?.times ?? []),
    bounds: [
      { what: APPLY, value: median(find(APPLY)?.times ?? []) / base, most: 0.6, unit: `× ${BASE}` },
      {
        what: PLAN,
        value: find(PLAN)?.way.trips ?? Number.POSITIVE_INFINITY,
        most: 2,
        unit: 'round trips after connecting',
      },
    ],
  }
}
