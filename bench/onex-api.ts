/**
 * What onex-api costs and how much of it there is: a request beside node's own server and FastAPI, the outbox beside
 * pgbench with the same statement, how soon it is ready, how evenly it answers, and whether it grows. What is measured
 * has one core, whoever asks the other. Fails when one of our bounds does not hold.
 *
 * `--block request|outbox|ready|latency|soak` runs one of them; `--rounds <number>` more or fewer rounds than seven;
 * `--minutes <number>` another soak than ten minutes.
 */
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { latency } from './onex-api/latency.ts'
import { outbox } from './onex-api/outbox.ts'
import { ready } from './onex-api/ready.ts'
import { request } from './onex-api/request.ts'
import { soak } from './onex-api/soak.ts'
import { onStage, type Stage } from './onex-api/stage.ts'
import { format, isHeld, type Report } from './report/report.ts'

const { values } = parseArgs({
  options: { block: { type: 'string' }, rounds: { type: 'string' }, minutes: { type: 'string' } },
})

function count(name: 'rounds' | 'minutes', otherwise: number): number {
  const number = Number(values[name] ?? otherwise)
  if (!(Number.isInteger(number) && number > 0)) throw new Error(`--${name} must be a whole number`)
  return number
}

const minutes = count('minutes', 10)
const blocks: Readonly<Record<string, (stage: Stage) => Promise<Report>>> = {
  request,
  outbox,
  ready,
  latency,
  soak: (stage) => soak(stage, minutes),
}
const chosen = Object.entries(blocks).filter(([name]) => values.block === undefined || name === values.block)
if (chosen.length === 0) throw new Error(`--block must be one of ${Object.keys(blocks).join(', ')}`)

const stop = new AbortController()
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort())
const progress = (message: string) => console.error(message)

try {
  await onStage({ rounds: count('rounds', 7), signal: stop.signal, progress }, async (stage) => {
    console.log(
      `${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}, node ${process.versions.node}, PostgreSQL ${stage.postgres.version}\n`,
    )
    let failed = 0
    for (const [, block] of chosen) {
      const report = await block(stage)
      console.log(format(report))
      failed += report.bounds.filter((bound) => !isHeld(bound)).length
    }
    if (failed === 0) return
    console.error(`${failed} of the bounds ${failed === 1 ? 'does' : 'do'} not hold.`)
    process.exitCode = 1
  })
} catch (error) {
  // What a run says that was cut off is of no interest.
  if (!stop.signal.aborted) throw error
  console.error('stopped')
  process.exitCode = 130
}
