/** How evenly it answers at seven tenths of what it can, with the outbox, and how much memory it has then. */
import { median, type Report } from '../report/report.ts'
import { accepted, memory, onexApi, type Running, type Stage } from './stage.ts'

const CONNECTIONS = 128
const SECONDS = 5
const SHARE = 0.7

/** Requests in a second when it has all that it can do. */
export async function capacity(stage: Stage, running: Running): Promise<number> {
  await stage.drive(running, { connections: CONNECTIONS, seconds: SECONDS })
  const seen = await stage.drive(running, { connections: CONNECTIONS, seconds: SECONDS })
  return accepted(seen) / seen.seconds
}

export async function latency(stage: Stage): Promise<Report> {
  const running = await stage.start(onexApi)
  const rate = Math.floor((await capacity(stage, running)) * SHARE)
  const shots: { readonly p50: number; readonly p99: number; readonly seconds: number }[] = []
  for (let round = 1; round <= stage.rounds; round++) {
    const seen = await stage.drive(running, { connections: CONNECTIONS, seconds: SECONDS, rate })
    accepted(seen)
    shots.push(seen)
    stage.progress(
      `latency, round ${round} of ${stage.rounds}: p50 ${seen.p50.toFixed(1)} ms, p99 ${seen.p99.toFixed(1)} ms`,
    )
  }
  const { most } = memory(running.pid)
  await running.stop()
  const p50 = median(shots.map((shot) => shot.p50))
  const p99 = median(shots.map((shot) => shot.p99))
  return {
    title: `${rate} workflows a second, ${SHARE * 100} % of capacity; ${stage.rounds} rounds of ${SECONDS} s`,
    header: ['', 'p50', 'p99', 'memory, at most'],
    rows: [['onex-api', `${p50.toFixed(2)} ms`, `${p99.toFixed(2)} ms`, `${most.toFixed(0)} MB`]],
    notes: [],
    bounds: [
      // Otherwise it was more than it can do, and what it took says nothing.
      {
        what: 'answered in the time in which it was asked',
        value: median(shots.map(({ seconds }) => SECONDS / seconds)),
        least: 0.98,
        unit: 'of it',
      },
      { what: 'p99', value: median(shots.map((shot) => shot.p99 / shot.p50)), most: 3, unit: '× p50' },
      { what: 'memory under load', value: most, most: 150, unit: 'MB' },
    ],
  }
}
