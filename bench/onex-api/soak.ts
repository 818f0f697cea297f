/** Whether it grows: the same load for minutes, and what of memory is never given back. */
import { setTimeout as sleep } from 'node:timers/promises'
import { median, type Report } from '../report/report.ts'
import { capacity } from './latency.ts'
import { accepted, DATABASE, memory, onexApi, type Running, type Stage } from './stage.ts'

const SHARE = 0.7
const SAMPLE = 1_000
/** The first fifth of the time warms it up; the second is held against the last. */
const PARTS = 5

interface Sample {
  readonly rss: number
  /** Mebibytes of JavaScript's objects, those with that nobody needs any more. */
  readonly heap: number
}

async function look({ pid, metricsPort }: Running): Promise<Sample> {
  const metrics = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text()
  const heap = Number(/^nodejs_heap_size_used_bytes (\S+)$/m.exec(metrics)?.[1]) / 1_048_576
  return { rss: memory(pid).now, heap }
}

export async function soak(stage: Stage, minutes: number): Promise<Report> {
  const running = await stage.start(onexApi)
  const rate = Math.floor((await capacity(stage, running)) * SHARE)
  const samples: Sample[] = []
  const seconds = minutes * 60
  let driving = true
  const driven = stage.drive(running, { connections: 128, seconds, rate }).finally(() => {
    driving = false
  })
  const watched = (async () => {
    while (driving) {
      await sleep(SAMPLE)
      samples.push(await look(running))
      // As the relay does, and whoever archives.
      if (samples.length % 20 === 0) await stage.postgres.query(DATABASE, 'TRUNCATE workflows, outbox')
      if (samples.length % 60 === 0)
        stage.progress(
          `soak, minute ${samples.length / 60} of ${minutes}: ${samples.at(-1)?.rss.toFixed(0)} MB`,
        )
    }
  })()
  const [seen] = await Promise.all([driven, watched])
  const requests = accepted(seen)
  await running.stop()
  const part = (number: number) =>
    samples.slice(
      Math.floor((samples.length / PARTS) * number),
      Math.floor((samples.length / PARTS) * (number + 1)),
    )
  const of = (number: number) => ({
    rss: median(part(number).map(({ rss }) => rss)),
    // What is left right after it was collected.
    heap: Math.min(...part(number).map(({ heap }) => heap)),
  })
  const [early, late] = [of(1), of(PARTS - 1)]
  return {
    title: `${minutes} minutes with ${rate} workflows a second: ${requests} of them`,
    header: ['', 'second fifth', 'last fifth'],
    rows: [
      ['memory, median', `${early.rss.toFixed(0)} MB`, `${late.rss.toFixed(0)} MB`],
      ['heap, least', `${early.heap.toFixed(1)} MB`, `${late.heap.toFixed(1)} MB`],
      ['answered', '', `p50 ${seen.p50.toFixed(2)} ms, p99 ${seen.p99.toFixed(2)} ms`],
    ],
    notes: [],
    bounds: [
      { what: 'memory', value: late.rss / early.rss, most: 1.1, unit: '× of the second fifth' },
      { what: 'heap', value: late.heap / early.heap, most: 1.1, unit: '× of the second fifth' },
      { what: 'memory', value: Math.max(...samples.map(({ rss }) => rss)), most: 150, unit: 'MB' },
    ],
  }
}
