/** The block of a pull request: three files come to 300 that are applied, and are tried up, down and up again. */

import { busyNote, median, milliseconds, type Report } from '../report/report.ts'
import { makeMigrations } from './migrations.ts'
import { ours } from './peers.ts'
import { expectContent, makeTemplate, run, type Stage, withDatabase } from './stage.ts'

const APPLIED = 300
const PENDING = 3
const MOST_SECONDS = 4
const WHAT = `ours, plan of ${PENDING} beside ${APPLIED}`

export async function plan(stage: Stage, rounds = 5): Promise<Report> {
  const template = await makeTemplate(stage, 'applied_before', async (database) => {
    await run(stage, 'ours', ours(stage, 'apply')(makeMigrations(APPLIED)), database.url())
    await expectContent(stage, database, APPLIED)
  })
  const launch = ours(stage, 'plan')(makeMigrations(APPLIED + PENDING))
  const times: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const taken = await withDatabase(stage, template, async (database) => {
      const result = await run(stage, WHAT, launch, database.url(), /^ {2}Round trip: held\./m)
      // It has changed nothing.
      await expectContent(stage, database, APPLIED)
      return result.milliseconds
    })
    stage.progress(`plan, round ${round} of ${rounds}: ${milliseconds(taken)}`)
    if (round > 0) times.push(taken)
  }
  return {
    title: `plan: ${PENDING} pending files beside ${APPLIED}, with the round trip, ${rounds} rounds`,
    header: ['runner', 'median', 'least', 'most'],
    rows: [[WHAT, ...[median(times), Math.min(...times), Math.max(...times)].map(milliseconds)]],
    notes: busyNote(times),
    bounds: [{ what: WHAT, value: median(times) / 1_000, most: MOST_SECONDS, unit: 's' }],
  }
}
