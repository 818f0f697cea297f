/**
 * How evenly it answers at seven tenths of what it can, with the outbox, and how much memory it has then; beside it
 * node's own server at the same rate, which shows how evenly anything answers on this machine.
 */
import { join } from 'node:path'
import { median, type Report } from '../report/report.ts'
import { accepted, memory, onexApi, type Running, type Stage } from './stage.ts'

const CONNECTIONS = 128
const SECONDS = 5
/** At a rate: the first third warms up whoever asks. */
const MEASURED_SECONDS = 7.5
const SHARE = 0.7

interface Shot {
  readonly p50: number
  readonly p99: number
  readonly seconds: number
}

/** Requests in a second when it has all that it can do. */
export async function capacity(stage: Stage, running: Running): Promise<number> {
  await stage.drive(running, { connections: CONNECTIONS, seconds: SECONDS })
  const seen = await stage.drive(running, { connections: CONNECTIONS, seconds: SECONDS })
  return accepted(seen) / seen.seconds
}

export async function latency(stage: Stage): Promise<Report> {
  const running = await stage.start(onexApi)
  const bare = await stage.start({
    name: 'bare node http',
    command: process.execPath,
    args: [join(import.meta.dirname, 'bare.ts')],
  })
  await stage.drive(bare, { connections: CONNECTIONS, seconds: SECONDS })
  const rate = Math.floor((await capacity(stage, running)) * SHARE)
  const shots: Shot[] = []
  const base: Shot[] = []
  for (let round = 1; round <= stage.rounds; round++) {
    const at = { connections: CONNECTIONS, seconds: MEASURED_SECONDS, rate }
    const seen = await stage.drive(running, at)
    const beside = await stage.drive(bare, at)
    for (const each of [seen, beside]) accepted(each)
    shots.push(seen)
    base.push(beside)
    stage.progress(
      `latency, round ${round} of ${stage.rounds}: p50 ${seen.p50.toFixed(1)} ms, p99 ${seen.p99.toFixed(1)} ms; bare node ${beside.p50.toFixed(1)} and ${beside.p99.toFixed(1)} ms`,
    )
  }
  const { most } = memory(running.pid)
  await running.stop()
  await bare.stop()
  const row = (name: string, of: readonly Shot[], more: string) => [
    name,
    `${median(of.map(({ p50 }) => p50)).toFixed(2)} ms`,
    `${median(of.map(({ p99 }) => p99)).toFixed(2)} ms`,
    `${median(of.map(({ p50, p99 }) => p99 / p50)).toFixed(1)} ×`,
    more,
  ]
  return {
    title: `${rate} workflows a second, ${SHARE * 100} % of capacity; ${stage.rounds} rounds of ${MEASURED_SECONDS} s`,
    header: ['', 'p50', 'p99', 'p99 to p50', 'memory, at most'],
    rows: [row('onex-api', shots, `${most.toFixed(0)} MB`), row('bare node http', base, '')],
    notes: [],
    bounds: [
      // Otherwise it was more than it can do, and what it took says nothing.
      {
        what: 'answered in the time in which it was asked',
        value: median(shots.map(({ seconds }) => MEASURED_SECONDS / seconds)),
        least: 0.98,
        unit: 'of it',
      },
      { what: 'p99', value: median(shots.map((shot) => shot.p99 / shot.p50)), most: 3, unit: '× p50' },
      { what: 'memory under load', value: most, most: 150, unit: 'MB' },
    ],
  }
}
