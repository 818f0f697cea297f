/** How soon it is ready, from the start of its process, on its one core. */
import { median, type Report, timesHeader, timesRow } from '../report/report.ts'
import { onexApi, type Stage } from './stage.ts'

export async function ready(stage: Stage): Promise<Report> {
  const times: number[] = []
  for (let round = 0; round <= stage.rounds; round++) {
    const running = await stage.start(onexApi)
    await running.stop()
    // The first one fills the caches of the system.
    if (round > 0) times.push(running.started)
    stage.progress(`ready, round ${round} of ${stage.rounds}: ${running.started.toFixed(0)} ms`)
  }
  return {
    title: `from the start to ready, ${stage.rounds} rounds`,
    header: timesHeader,
    rows: [timesRow('onex-api', times, median(times))],
    notes: [],
    bounds: [{ what: 'ready', value: median(times) / 1_000, most: 1, unit: 's' }],
  }
}
