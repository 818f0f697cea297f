/** Runs the probes, and tells what each of them saw. */

import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import type { ClusterInputs } from '#toolkit/kubernetes/connect.ts'
import { Failure } from '#toolkit/model/failure.ts'
import { makeOutcome, type Outcome, type Result } from '#toolkit/model/outcome.ts'
import type { Plan } from '#toolkit/model/plan.ts'
import type { DatabaseAccess } from '#toolkit/postgres/database.ts'
import type { World } from '#toolkit/world/world.ts'
import { type Evidence, type Patience, unknown } from './probes/probe.ts'
import { addressOf, type HttpTarget, type Target, urlOf } from './target.ts'

/** Requests to the API server in flight at once. */
const CONCURRENCY = 4

export interface LiveInputs extends ClusterInputs {
  readonly 'database-url'?: string | undefined
  readonly 'database-secret'?: string | undefined
  /** Milliseconds. */
  readonly 'rollout-timeout': number
}

/** Values of the variables that an http target sends, masked from here on. */
function headersOf(target: HttpTarget, world: World): Map<string, string> {
  return new Map(
    target.headers.map(({ name, variable }) => {
      const value = world.env[variable] ?? ''
      world.redactor.add(value)
      return [name, value]
    }),
  )
}

/** What the targets need that is not there: an address, a credential, a database. */
export function missingForLive(
  targets: readonly Target[],
  inputs: Partial<LiveInputs>,
  world: World,
): Failure[] {
  const problems: Failure[] = []
  for (const target of targets) {
    if (target.probe !== 'http') continue
    const url = urlOf(target, world.env)
    if (url instanceof Failure) problems.push(url)
    for (const [index, value] of [...headersOf(target, world).values()].entries()) {
      if (/^[\t\x20-\x7e]+$/.test(value)) continue
      const variable = target.headers[index]?.variable
      problems.push(
        new Failure({
          code: 'TARGET_CREDENTIAL',
          what: `The environment variable ${variable}, which \`${addressOf(target)}\` sends, ${value === '' ? 'is not set' : 'cannot be sent in a header'}.`,
          fix: `Set \`${variable}:\` under \`env:\` of this step, from a secret.`,
        }),
      )
    }
  }
  const database = inputs['database-url'] ?? inputs['database-secret']
  if (targets.some(({ probe }) => probe === 'migration-head') && database === undefined) {
    problems.push(
      new Failure({
        code: 'INPUT_MISSING',
        what: 'The input `database-url` is required by the target `migration-head`.',
        fix: 'Add `database-url:` or `database-secret:` under `with:`; a user that may read the history is enough.',
      }),
    )
  }
  return problems
}

/** Whether another target expects something else of the same address. */
function isPaired(target: HttpTarget, targets: readonly Target[]): boolean {
  return targets.some(
    (other) =>
      other.probe === 'http' &&
      other !== target &&
      other.url === target.url &&
      !other.expect.some((status) => target.expect.includes(status)),
  )
}

interface Live {
  readonly targets: readonly Target[]
  readonly inputs: LiveInputs
  /** Set when a target needs it. */
  readonly database: DatabaseAccess | undefined
  readonly world: World
  /** Set when a target needs it. */
  readonly client: KubernetesClient | undefined
}

async function probe(
  target: Target,
  { targets, database, world, client }: Live,
  patience: Patience,
): Promise<Evidence> {
  switch (target.probe) {
    case 'rollout': {
      const { probeRollout } = await import('./probes/rollout.ts')
      if (client === undefined) throw new Error('a rollout target has a client')
      return probeRollout(target, client, patience)
    }
    case 'http': {
      const { probeHttp } = await import('./probes/http.ts')
      const url = urlOf(target, world.env)
      if (url instanceof Failure) throw url
      const headers = headersOf(target, world)
      const { random } = world
      return probeHttp(
        { url, headers, expect: target.expect, paired: isPaired(target, targets), random },
        patience,
      )
    }
    case 'migration-head': {
      const { probeMigrationHead } = await import('./probes/migration-head.ts')
      if (database === undefined) throw new Error('a migration-head target has a database')
      return probeMigrationHead({ target, database, world }, patience)
    }
  }
}

async function resultOf(target: Target, live: Live): Promise<Result> {
  const { world, inputs } = live
  const address = addressOf(target)
  const started = world.clock()
  const announced = new Set<string>()
  const patience: Patience = {
    deadline: inputs['rollout-timeout'],
    signal: world.signal,
    waitFor: (what) => {
      if (!announced.has(what)) world.log.info(`${address}: waiting for ${what}`)
      announced.add(what)
    },
  }
  const evidence = await probe(target, live, patience).catch((error: unknown) => {
    if (!world.signal.aborted) throw error
    return unknown('The run was cancelled before it was proven.')
  })
  const durationMs = Math.max(0, world.clock().getTime() - started.getTime())
  return { address, action: 'run', ...evidence, durationMs }
}

/**
 * Runs every probe, in two waves: services are asked only when what they consist of is rolled out, so that no answer
 * is that of an old version. What cannot be told fails the run, as a failure does.
 */
export async function runProbes(
  plan: Plan,
  targets: readonly Target[],
  inputs: LiveInputs,
  database: DatabaseAccess | undefined,
  world: World,
): Promise<Outcome> {
  const startedAt = world.clock()
  const needsCluster = targets.some((target) => target.probe === 'rollout')
  const client = needsCluster
    ? (await import('#toolkit/kubernetes/connect.ts')).connectCluster(
        inputs,
        { concurrency: CONCURRENCY },
        world,
      )
    : undefined
  const live: Live = { targets, inputs, database, world, client }
  const results = new Map<Target, Result>()
  try {
    for (const wave of [
      targets.filter((target) => target.probe !== 'http'),
      targets.filter((target) => target.probe === 'http'),
    ]) {
      await Promise.all(wave.map(async (target) => results.set(target, await resultOf(target, live))))
    }
  } finally {
    client?.close()
  }
  const inOrder = targets.flatMap((target) => results.get(target) ?? [])
  const proven = inOrder.every((result) => result.status === 'done')
  return makeOutcome({
    step: plan.step,
    target: plan.target,
    digest: plan.digest,
    startedAt,
    finishedAt: world.clock(),
    status: world.signal.aborted ? 'cancelled' : proven ? 'succeeded' : 'failed',
    changed: false,
    results: inOrder,
  })
}
