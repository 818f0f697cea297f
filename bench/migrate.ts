/**
 * How fast the migrate engine is beside its peers, and whom it keeps waiting: seven blocks, each with its runners in
 * turns, on a real server that is started for it. Fails when one of our bounds does not hold.
 *
 * `--block latency|local|fresh|idle|plan|large|stall` runs one of them, `--rounds <number>` more or fewer rounds.
 */
import { parseArgs } from 'node:util'
import { fresh, latency, local } from './migrate/applying.ts'
import { idle } from './migrate/idle.ts'
import { large } from './migrate/large.ts'
import { plan } from './migrate/plan.ts'
import { facts, onStage, type Stage } from './migrate/stage.ts'
import { stall } from './migrate/stall.ts'
import { load } from './report/machine.ts'
import { format, isHeld, type Report } from './report/report.ts'

type Block = (stage: Stage, rounds?: number) => Promise<Report>

const blocks: Readonly<Record<string, Block>> = {
  latency,
  local,
  fresh,
  idle,
  plan,
  large,
  stall,
}

function readArguments(): { chosen: readonly Block[]; rounds: number | undefined } {
  const { values } = parseArgs({ options: { block: { type: 'string' }, rounds: { type: 'string' } } })
  const chosen = Object.entries(blocks).filter(
    ([name]) => values.block === undefined || name === values.block,
  )
  if (chosen.length === 0) throw new Error(`--block must be one of ${Object.keys(blocks).join(', ')}`)
  const rounds = values.rounds === undefined ? undefined : Number(values.rounds)
  if (rounds !== undefined && !(Number.isInteger(rounds) && rounds > 0))
    throw new Error('--rounds must be a whole number')
  return { chosen: chosen.map(([, block]) => block), rounds }
}

const { chosen, rounds } = readArguments()
const stop = new AbortController()
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort())
const progress = (message: string) => console.error(message)

async function measure(stage: Stage): Promise<number> {
  console.log(`${(await facts(stage)).join('\n')}\nload before: ${load()}\n`)
  let failed = 0
  for (const block of chosen) {
    const report = await block(stage, rounds)
    console.log(format(report))
    console.log(`load after: ${load()}\n`)
    failed += report.bounds.filter((bound) => !isHeld(bound)).length
  }
  return failed
}

try {
  const failed = await onStage(stop.signal, progress, measure)
  if (failed > 0) {
    console.error(`${failed} of the bounds ${failed === 1 ? 'does' : 'do'} not hold.`)
    process.exitCode = 1
  }
} catch (error) {
  // What a run says that was cut off is of no interest.
  if (!stop.signal.aborted) throw error
  console.error('stopped')
  process.exitCode = 130
}
