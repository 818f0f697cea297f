/**
 * What a review costs: finding, verifying and comparing one of 1,000 changes as `apply` does, over HTTP from a GitHub
 * and an issuer on loopback; and a plan of one stack that is recorded as a review beside the same plan that is not.
 * Fails when one of our bounds does not hold.
 *
 * `--rounds <number>` more or fewer rounds.
 */
import { parseArgs } from 'node:util'
import { connectGitHub } from '#toolkit/github/connect.ts'
import { makePlan } from '#toolkit/model/plan.ts'
import { compareWithReview } from '#toolkit/model/review.ts'
import { masked } from '#toolkit/redact/test/masked.ts'
import { findReview } from '#toolkit/review/find.ts'
import { parseSigner } from '#toolkit/review/signer.ts'
import { openStage as openReviews } from '#toolkit/review/test/stage.ts'
import { recordReview } from '#toolkit/runtime/review.ts'
import { openStage, STACK, type Stage } from './provision/stage.ts'
import { busyNote, format, isHeld, median, type Report, timesHeader, timesRow } from './report/report.ts'

const CHANGES = 1_000
const LONGEST = 150

const { values } = parseArgs({ options: { rounds: { type: 'string' } } })
const rounds = Number(values.rounds ?? 10)
if (!(Number.isInteger(rounds) && rounds > 0)) throw new Error('--rounds must be a whole number')

const progress = (message: string) => console.error(message)

const plan = makePlan({
  step: 'provision',
  target: 's3://state/dev/network in 123456789012 eu-central-1',
  createdAt: new Date(),
  changes: Array.from({ length: CHANGES }, (_, index) => ({
    action: 'create' as const,
    address: `module.network.aws_subnet.private["eu-central-${index}"]`,
    kind: 'aws_subnet',
    after: { cidr_block: `10.${index >> 8}.${index & 255}.0/24` },
  })),
  where: { account: '123456789012', region: 'eu-central-1', bucket: 'state', key: 'dev/network' },
  with: { terraform: '1.14.0' },
  from: { 'main.tf': '1'.repeat(64) },
})

async function verifying(): Promise<Report> {
  const stage = await openReviews()
  try {
    const headSha = 'a'.repeat(40)
    stage.github.openPullRequest({ number: 7, headSha, baseSha: 'b'.repeat(40), title: 'Change', files: [] })
    const preview = await stage.preview(7, headSha)
    const shown = {
      title: masked('Provision'),
      summary: masked('### Provision'),
      conclusion: 'success',
    } as const
    await recordReview(preview.client, plan, shown, preview.world)
    const sha = 'c'.repeat(40)
    stage.github.merge(7, sha, { at: new Date(Date.now() + 2_000).toISOString() })
    const { world, token } = await stage.release(sha)
    const sought = {
      step: plan.step,
      target: plan.target,
      signer: parseSigner(undefined, world.run),
      inThisRun: false,
    }
    const times: number[] = []
    for (let round = 0; round < rounds; round++) {
      const started = performance.now()
      // As a run does: with connections and keys of its own.
      const { review } = await findReview(await connectGitHub(token, world), sought, world)
      const { verdict } = await compareWithReview(plan, review)
      times.push(performance.now() - started)
      if (verdict !== 'equal') throw new Error(`the review is ${verdict}`)
    }
    return {
      title: `a review of ${CHANGES} changes in ${stage.github.checkRuns(headSha).length} check runs: found, verified and compared; ${rounds} rounds, the first among them`,
      header: timesHeader,
      rows: [timesRow('apply', times, median(times))],
      notes: busyNote(times.slice(1)),
      bounds: [{ what: 'a review', value: median(times), most: LONGEST, unit: 'ms' }],
    }
  } finally {
    await stage.stop()
  }
}

async function recording(stage: Stage): Promise<Report> {
  stage.write('one/only/main.tf', STACK)
  const times = { without: [] as number[], recorded: [] as number[] }
  for (let round = 0; round <= rounds; round++) {
    const without = (await stage.action({ directory: 'one/only', 'github-token': '' })).ms
    const recorded = (await stage.action({ directory: 'one/only', comment: 'off' })).ms
    progress(
      `one plan, round ${round} of ${rounds}: without ${without.toFixed(0)} ms, recorded ${recorded.toFixed(0)} ms`,
    )
    if (round === 0) continue // fills the caches of the system
    times.without.push(without)
    times.recorded.push(recorded)
  }
  const base = median(times.without)
  return {
    title: `a plan of one stack with one resource; ${rounds} rounds`,
    header: timesHeader,
    rows: [
      timesRow('without a review', times.without, base),
      timesRow('recorded as one', times.recorded, base),
    ],
    notes: busyNote(times.without),
    bounds: [
      { what: 'recorded as a review', value: median(times.recorded) / base, most: 1.05, unit: '× without' },
    ],
  }
}

const reports = [await verifying()]
const stage = await openStage(progress)
try {
  reports.push(await recording(stage))
} finally {
  await stage.stop()
}
for (const report of reports) console.log(format(report))
const broken = reports.flatMap(({ bounds }) => bounds).filter((bound) => !isHeld(bound))
if (broken.length > 0) process.exitCode = 1
