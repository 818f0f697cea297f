/** Runs the probes, and tells what each of them saw. */
import type { Progress } from '#toolkit/action/progress.ts'
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import { Failure } from '#toolkit/model/failure.ts'
import type { Result } from '#toolkit/model/outcome.ts'
import type { World } from '#toolkit/world/world.ts'
import {
  type Asked,
  type Live,
  type LiveInputs,
  type Patience,
  type Proving,
  undecided,
  waves,
} from './probes/probe.ts'

/** Requests to the API server in flight at once. */
const CONCURRENCY = 4

/** A target that is ready to be proven. */
interface Opened {
  readonly asked: Asked
  readonly prove: Proving
}

export interface OpenedProbes {
  readonly opened: readonly Opened[]
  close(): Promise<void>
}

/** Prepares every target to be proven, and tells the opening what is missing; nothing is asked yet. */
export async function openProbes(
  asked: readonly Asked[],
  inputs: LiveInputs,
  opening: Live['opening'],
  world: World,
): Promise<OpenedProbes> {
  let client: KubernetesClient | undefined
  const cluster: Live['cluster'] = async () => {
    const { clusterOf, connectCluster } = await import('#toolkit/kubernetes/connect.ts')
    const named = opening.read(() => clusterOf(inputs, world))
    return () => {
      client ??= connectCluster(named(), { concurrency: CONCURRENCY }, world)
      return client
    }
  }
  const targets = asked.map(({ target }) => target)
  const live: Live = { inputs, world, targets, opening, cluster }
  const opened: Opened[] = []
  for (const each of asked) opened.push({ asked: each, prove: await each.open(live) })
  return { opened, close: async () => client?.close() }
}

async function resultOf({ asked, prove }: Opened, deadline: number, world: World): Promise<Result> {
  const { address, action } = asked.change
  const started = world.clock()
  const announced = new Set<string>()
  const patience: Patience = {
    deadline,
    signal: world.signal,
    waitFor: (what) => {
      if (!announced.has(what)) world.log.info(`${address}: waiting for ${what}`)
      announced.add(what)
    },
  }
  const evidence = await prove(patience).catch((error: unknown) => {
    if (!world.signal.aborted) throw error
    return undecided('The run was cancelled before it was proven.')
  })
  const durationMs = Math.max(0, world.clock().getTime() - started.getTime())
  return { address, action, ...evidence, durationMs }
}

function unproven(results: readonly Result[], asked: number): Failure {
  const open = results.filter(({ status }) => status !== 'done')
  const [first] = open
  return new Failure({
    code: 'NOT_PROVEN',
    what: `${asked - open.length} of ${asked} probe${asked === 1 ? '' : 's'} passed.`,
    ...(first === undefined ? {} : { why: `${first.address}: ${first.message ?? 'not proven'}` }),
    fix: 'Mend what each of them saw, and run the job again.',
  })
}

/**
 * Runs every probe, wave by wave: services are asked only when what they consist of is rolled out, so that no answer
 * is that of an old version. What cannot be told fails the run, as a failure does.
 * @param deadline milliseconds for each
 * @throws Failure NOT_PROVEN
 */
export async function runProbes(
  opened: readonly Opened[],
  deadline: number,
  progress: Pick<Progress, 'record'>,
  world: World,
): Promise<void> {
  const seen = new Map<Opened, Result>()
  for (const wave of waves) {
    const together = opened.filter(({ asked }) => asked.wave === wave)
    const results = await Promise.all(together.map((each) => resultOf(each, deadline, world)))
    progress.record(...results)
    for (const [index, each] of together.entries()) {
      const result = results[index]
      if (result !== undefined) seen.set(each, result)
    }
  }
  // People read them in the order in which they asked.
  const results = opened.flatMap((each) => seen.get(each) ?? [])
  progress.record(...results)
  world.signal.throwIfAborted()
  if (results.some(({ status }) => status !== 'done')) throw unproven(results, opened.length)
}
