/**
 * What the deploy action costs beside kubectl, on a real control plane near and 20 ms away: 200 objects that are new, as
 * they are, and looked at; 2,000 of them; and what waiting asks of the API server. Each with its runners in turns, whole
 * processes, by medians. Fails when one of our bounds does not hold.
 *
 * `--block requests|new|unseen|unchanged|plan|many|waiting` runs one of them, `--rounds <number>` more or fewer rounds,
 * `--kubectl <program>` beside another one than the sandbox has.
 */
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { kindOf } from '#sandbox/kube/counter.ts'
import { delays, openStage, type Stage, type Way } from './deploy/stage.ts'
import { load } from './report/machine.ts'
import {
  type Bound,
  busyNote,
  format,
  isHeld,
  median,
  type Report,
  timesHeader,
  timesRow,
} from './report/report.ts'

const COUNT = 200
const MANY = 2_000
const APPLY = ['apply', '--server-side', '--validate=false', '-f', 'k8s'] as const
const DIFF = ['diff', '--server-side', '-f', 'k8s'] as const

type Block = (stage: Stage, rounds: number) => Promise<Report[]>

let serial = 0
/** A name that nothing in the cluster has yet. */
const fresh = (what: string) => `${what}-${++serial}`

interface Pair {
  readonly kubectl: (way: Way) => Promise<number>
  readonly action: (way: Way) => Promise<number>
}

/** What is promised, as a ratio, near and far. */
type Most = Readonly<Record<(typeof delays)[number], number>>

/** Both in turns, near and far; the first round fills the caches of the system. */
async function inTurns(
  stage: Stage,
  title: string,
  rounds: number,
  pair: () => Promise<Pair>,
  most?: Most,
): Promise<Report[]> {
  const reports: Report[] = []
  for (const delay of delays) {
    const times = { kubectl: [] as number[], action: [] as number[] }
    for (let round = 0; round <= rounds; round++) {
      const { kubectl, action } = await pair()
      // Who goes first finds the machine as the other has left it.
      const first = round % 2 === 0 ? await kubectl(delay) : undefined
      const ours = await action(delay)
      const theirs = first ?? (await kubectl(delay))
      stage.progress(
        `${title}, +${delay} ms, round ${round} of ${rounds}: kubectl ${theirs.toFixed(0)} ms, action ${ours.toFixed(0)} ms (load ${load()})`,
      )
      if (round === 0) continue
      times.kubectl.push(theirs)
      times.action.push(ours)
    }
    const base = median(times.kubectl)
    const bound = (ratio: number): Bound => ({
      what: `${title}, +${delay} ms`,
      value: median(times.action) / base,
      most: ratio,
      unit: '× kubectl',
    })
    reports.push({
      title: `${COUNT} objects, ${title}, +${delay} ms; ${rounds} rounds, load ${load()}`,
      header: timesHeader,
      rows: [timesRow('kubectl', times.kubectl, base), timesRow('the action', times.action, base)],
      notes: busyNote(times.kubectl),
      bounds: most === undefined ? [] : [bound(most[delay])],
    })
  }
  return reports
}

/** @throws Error with its log when it failed */
async function succeed(
  stage: Stage,
  asked: Parameters<Stage['action']>[0],
): Promise<{ ms: number; rss: number }> {
  const { ms, rss, result } = await stage.action(asked)
  if (result.exitCode !== 0) throw new Error(result.log.slice(-40).join('\n'))
  return { ms, rss }
}

/** A namespace of each, so that neither finds what the other has made. */
async function bothApplied(stage: Stage, count = COUNT) {
  const theirs = fresh('kubectl')
  const ours = fresh('action')
  const checkouts = {
    kubectl: stage.checkout({ namespace: theirs, count }),
    action: stage.checkout({ namespace: ours, count }),
  }
  await stage.kubectl(APPLY, checkouts.kubectl, 0)
  await succeed(stage, { command: 'apply', workspace: checkouts.action, application: ours, way: 0 })
  await stage.settle(theirs)
  await stage.settle(ours)
  return { theirs, ours, ...checkouts }
}

/** @param shown whether a pull request has shown it, as its apply demands unless it is told not to */
const anew =
  (title: string, shown: boolean, most?: Most): Block =>
  (stage, rounds) =>
    inTurns(
      stage,
      title,
      rounds,
      async () => {
        const theirs = fresh('kubectl')
        const application = fresh('action')
        const workspace = stage.checkout({ namespace: application, count: COUNT })
        const merged = shown ? { merged: await stage.shown({ workspace, application }) } : {}
        return {
          kubectl: async (way) => {
            const ms = await stage.kubectl(APPLY, stage.checkout({ namespace: theirs, count: COUNT }), way)
            await stage.settle(theirs)
            return ms
          },
          action: async (way) => {
            const { ms } = await succeed(stage, { command: 'apply', workspace, application, way, ...merged })
            await stage.settle(application)
            return ms
          },
        }
      },
      most,
    )

const created = anew('new, as a pull request has shown it', true, { 0: 1.3, 20: 0.35 })
/** Every object is dry-run first. */
const unseen = anew('new, shown by nobody', false)

const unchanged: Block = async (stage, rounds) => {
  const { ours, kubectl, action } = await bothApplied(stage)
  const pair: Pair = {
    kubectl: (way) => stage.kubectl(APPLY, kubectl, way),
    action: async (way) =>
      (await succeed(stage, { command: 'apply', workspace: action, application: ours, way })).ms,
  }
  return inTurns(stage, 'unchanged', rounds, async () => pair, { 0: 1, 20: 0.2 })
}

const planned: Block = async (stage, rounds) => {
  const { theirs, ours } = await bothApplied(stage)
  const kubectl = stage.checkout({ namespace: theirs, count: COUNT, mark: 'other' })
  const action = stage.checkout({ namespace: ours, count: COUNT, mark: 'other' })
  const pair: Pair = {
    kubectl: (way) => stage.kubectl(DIFF, kubectl, way, 1),
    action: async (way) =>
      (await succeed(stage, { command: 'plan', workspace: action, application: ours, way })).ms,
  }
  return inTurns(stage, 'plan beside kubectl diff', rounds, async () => pair, { 0: 0.9, 20: 0.25 })
}

const many: Block = async (stage, rounds) => {
  const times = { few: [] as number[], many: [] as number[], again: [] as number[] }
  const peaks: number[] = []
  for (let round = 0; round < Math.min(rounds, 3); round++) {
    const apply = async (count: number, application: string) => {
      const workspace = stage.checkout({ namespace: application, count })
      const ran = await succeed(stage, { command: 'apply', workspace, application, way: 0 })
      await stage.settle(application)
      return ran
    }
    const large = fresh('action')
    const few = await apply(COUNT, fresh('action'))
    const first = await apply(MANY, large)
    const again = await apply(MANY, large)
    stage.progress(
      `${MANY} objects, round ${round + 1}: ${few.ms.toFixed(0)} ms for ${COUNT}, ${first.ms.toFixed(0)} ms new, ${again.ms.toFixed(0)} ms unchanged; ${(first.rss / 2 ** 20).toFixed(0)} and ${(again.rss / 2 ** 20).toFixed(0)} MiB (load ${load()})`,
    )
    times.few.push(few.ms)
    times.many.push(first.ms)
    times.again.push(again.ms)
    peaks.push(first.rss, again.rss)
  }
  const base = median(times.few)
  return [
    {
      title: `${MANY} objects; load ${load()}`,
      header: timesHeader,
      rows: [
        timesRow(`${COUNT} new`, times.few, base),
        timesRow(`${MANY} new`, times.many, base),
        timesRow(`${MANY} unchanged`, times.again, base),
      ],
      notes: busyNote(times.few),
      bounds: [
        { what: 'linear', value: median(times.many) / base, most: 12, unit: `× ${COUNT} objects` },
        { what: 'memory', value: Math.max(...peaks) / 2 ** 20, most: 200, unit: 'MiB' },
      ],
    },
  ]
}

/** What both ask the API server for, told by a proxy that ends TLS: not for times. */
const requests: Block = async (stage) => {
  const { counter } = stage
  const { ours, theirs, kubectl, action } = await bothApplied(stage)
  const changed = {
    kubectl: stage.checkout({ namespace: theirs, count: COUNT, mark: 'other' }),
    action: stage.checkout({ namespace: ours, count: COUNT, mark: 'other' }),
  }
  const anew = { kubectl: fresh('kubectl'), action: fresh('action') }
  const rows: string[][] = []
  const count = async (name: string, work: () => Promise<unknown>) => {
    counter.take()
    await work()
    const asked = counter.take()
    const verbs = (verb: string, dryRun = false) =>
      String(asked.filter((each) => each.verb === verb && each.dryRun === dryRun).length)
    rows.push([
      name,
      String(asked.length),
      verbs('GET'),
      verbs('PATCH', true),
      verbs('PATCH'),
      verbs('POST'),
      verbs('WATCH'),
    ])
  }
  const way = 'counted'
  const act = (command: 'apply' | 'plan', workspace: string, application: string) => () =>
    succeed(stage, { command, workspace, application, way })
  await count('kubectl, new', () =>
    stage.kubectl(APPLY, stage.checkout({ namespace: anew.kubectl, count: COUNT }), way),
  )
  await count(
    'the action, new',
    act('apply', stage.checkout({ namespace: anew.action, count: COUNT }), anew.action),
  )
  const application = fresh('action')
  const workspace = stage.checkout({ namespace: application, count: COUNT })
  const merged = await stage.shown({ workspace, application })
  await count('the action, new, as shown', () =>
    succeed(stage, { command: 'apply', workspace, application, way, merged }),
  )
  await count('kubectl, unchanged', () => stage.kubectl(APPLY, kubectl, way))
  await count('the action, unchanged', act('apply', action, ours))
  await count('kubectl diff', () => stage.kubectl(DIFF, changed.kubectl, way, 1))
  await count('the action, plan', act('plan', changed.action, ours))
  return [
    {
      title: `what is asked of the API server for ${COUNT} objects`,
      header: ['runner', 'all', 'GET', 'dry run', 'PATCH', 'POST', 'WATCH'],
      rows,
      notes: [],
      bounds: [],
    },
  ]
}

/** Pods that no node takes, until the time is over. */
const waiting: Block = async (stage) => {
  const application = fresh('action')
  const workspace = stage.checkout({ namespace: application, count: COUNT, replicas: 2, fits: false })
  let began = 0
  const { result } = await stage.action({
    command: 'apply',
    workspace,
    application,
    way: 'counted',
    inputs: { 'rollout-timeout': '15s' },
    onLine: (line) => {
      if (began === 0 && line.startsWith('waiting for ')) began = performance.now()
    },
  })
  const log = result.log.join('\n')
  if (result.exitCode === 0 || !log.includes('did not roll out within')) throw new Error(log)
  // Without its beginning, which asks for everything once, and its end, which asks why.
  const [from, to] = [began + 2_000, began + 14_000]
  const asked = stage.counter.take().filter(({ at }) => at >= from && at < to)
  const kinds = [...Map.groupBy(asked, kindOf)]
    .map(([kind, { length }]) => ({ kind, rate: length / ((to - from) / 1_000) }))
    .toSorted((a, b) => b.rate - a.rate)
  return [
    {
      title: `waiting for 10 Deployments, for ${((to - from) / 1_000).toFixed(0)} s`,
      header: ['kind', 'requests a second'],
      rows: kinds.map(({ kind, rate }) => [kind, rate.toFixed(2)]),
      notes: [],
      bounds: [
        { what: 'the most', value: kinds[0]?.rate ?? 0, most: 2, unit: 'requests a second for a kind' },
      ],
    },
  ]
}

const blocks: Readonly<Record<string, Block>> = {
  requests,
  new: created,
  unseen,
  unchanged,
  plan: planned,
  many,
  waiting,
}

const { values } = parseArgs({
  options: { block: { type: 'string' }, rounds: { type: 'string' }, kubectl: { type: 'string' } },
})
const rounds = Number(values.rounds ?? 5)
if (!(Number.isInteger(rounds) && rounds > 0)) throw new Error('--rounds must be a whole number')
const chosen = Object.entries(blocks).filter(([name]) => values.block === undefined || name === values.block)
if (chosen.length === 0) throw new Error(`--block must be one of ${Object.keys(blocks).join(', ')}`)

const stage = await openStage((message) => console.error(message), values.kubectl)
try {
  console.log(
    `${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}; node ${process.versions.node}, ${stage.kubectlVersion}; load ${load()}\n`,
  )
  let failed = 0
  for (const [, block] of chosen) {
    for (const report of await block(stage, rounds)) {
      console.log(format(report))
      failed += report.bounds.filter((bound) => !isHeld(bound)).length
    }
  }
  if (failed > 0) {
    console.error(`${failed} of the bounds ${failed === 1 ? 'does' : 'do'} not hold.`)
    process.exitCode = 1
  }
} finally {
  await stage.stop()
}
