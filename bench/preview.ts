/**
 * How long a preview of this repository's own platform takes beside its slowest job: the four that plan side by side, each
 * handing on, and then the one that publishes, as `preview.yml` has them. Starting a runner is not in it. Fails when our
 * bound does not hold.
 *
 * `--rounds <number>` more or fewer rounds.
 */
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { REPOSITORY } from '#sandbox/oidc/identity.ts'
import type { Progress } from '#sandbox/progress.ts'
import { setStage } from '#sandbox/release/stage.ts'
import { previewPart } from '#sandbox/runner/jobs.ts'
import { runStep } from '#sandbox/runner/runner.ts'
import { startSandbox } from '#sandbox/sandbox.ts'
import { wholePackage } from '#sandbox/terraform/terraform.ts'
import { stepNames } from '#toolkit/model/step.ts'
import { busyNote, format, isHeld, median, milliseconds } from './report/report.ts'

const MOST = 1.25
const root = join(import.meta.dirname, '..')

const { values } = parseArgs({ options: { rounds: { type: 'string' } } })
const rounds = Number(values.rounds ?? 5)
if (!(Number.isInteger(rounds) && rounds > 0)) throw new Error('--rounds must be a whole number')

const parts = [...stepNames, 'publish'] as const
type Part = (typeof parts)[number]
type Times = Readonly<Record<Part | 'whole', number>>

const silent: Progress = { report: () => undefined, done: () => undefined, close: () => undefined }

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

const load = () => loadavg()[0]?.toFixed(1) ?? ''
const before = load()
const started = await startSandbox({ repository: REPOSITORY, progress: silent })
const tools = { ...started.tools, ...wholePackage(started.folder, process.env) }
const sandbox = { ...started, tools }
try {
  const stage = await setStage(sandbox)
  const round = async (number: number): Promise<Times> => {
    const pull = { ...stage.pullRequest, number: 100 + number }
    sandbox.github.openPullRequest(pull)
    const play = async (part: Part) => {
      const job = previewPart(sandbox, pull, {
        part,
        workspace: part === 'publish' ? sandbox.folder : stage.copy(`checkout-${number}-${part}`),
        runId: String(5_000 + number),
      })
      const command = part === 'verify' ? 'policy' : 'plan'
      const inputs = part === 'publish' ? {} : { ...stage.inputs[part], command, publish: 'hand-on' }
      let problem: string | undefined
      const duration = await timed(async () => {
        const { exitCode, log } = await runStep({ job, action: join(root, 'actions', part), inputs })
        if (exitCode !== 0) problem = log.join('\n')
      })
      if (problem !== undefined) throw new Error(`${part}: ${problem}`)
      return [part, duration] as const
    }
    const started = performance.now()
    const plans = await Promise.all(stepNames.map((step) => play(step)))
    const published = await play('publish')
    const whole = performance.now() - started
    console.error(`round ${number}: ${milliseconds(whole)}`)
    return { ...Object.fromEntries([...plans, published]), whole } as Times // each part was played
  }
  await round(0) // fills what Terraform keeps
  const all: Times[] = []
  for (let number = 1; number <= rounds; number++) all.push(await round(number))
  const slowest = ({ publish: _, whole: __, ...plans }: Times) => Math.max(...Object.values(plans))
  const ratios = all.map((times) => times.whole / slowest(times))
  const row = (name: string, times: readonly number[]) => [
    name,
    milliseconds(median(times)),
    milliseconds(Math.min(...times)),
    milliseconds(Math.max(...times)),
  ]
  const bound = {
    what: 'the whole preview, beside its slowest job',
    value: median(ratios),
    most: MOST,
    unit: '×',
  }
  const report = {
    title: `A preview of this repository, ${rounds} rounds`,
    header: ['job', 'median', 'least', 'most'],
    rows: [...parts, 'whole' as const].map((part) =>
      row(
        part,
        all.map((times) => times[part]),
      ),
    ),
    notes: [
      `load      ${before} before, ${load()} after, on ${availableParallelism()} processors`,
      ...busyNote(all.map(slowest)),
    ],
    bounds: [bound],
  }
  console.log(format(report))
  if (!isHeld(bound)) process.exitCode = 1
} finally {
  await sandbox.stop()
}
