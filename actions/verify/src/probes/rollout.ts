/** Whether a workload runs as it was last applied. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import { KubernetesError } from '#toolkit/kubernetes/error.ts'
import { healthOf } from '#toolkit/kubernetes/health/index.ts'
import type { Health } from '#toolkit/kubernetes/health.ts'
import type { Reference } from '#toolkit/kubernetes/object.ts'
import { formatDuration } from '#toolkit/model/duration.ts'
import { Failure } from '#toolkit/model/failure.ts'
import type { RolloutTarget } from '../target.ts'
import { done, type Evidence, failed, type Patience, unknown } from './probe.ts'

/** Milliseconds between two looks. */
const PAUSE = 1_000

const apiVersions = {
  Deployment: 'apps/v1',
  StatefulSet: 'apps/v1',
  DaemonSet: 'apps/v1',
  Job: 'batch/v1',
} as const

/** What a state of health proves; nothing yet while it is progressing. */
const proofs = {
  ready: done,
  progressing: undefined,
  failed,
  deleting: failed,
  suspended: unknown,
  unknown,
} as const satisfies Readonly<Record<Health['state'], ((message: string) => Evidence) | undefined>>

function sentence(reason: string): string {
  return `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`
}

/** Evidence; undefined while there is something to wait for. */
export function evidenceOf({ state, reason }: Health): Evidence | undefined {
  return proofs[state]?.(sentence(reason))
}

async function until(
  target: RolloutTarget,
  client: Pick<KubernetesClient, 'get'>,
  { deadline, signal, waitFor }: Patience,
): Promise<Evidence> {
  const { kind, namespace, name } = target
  const reference: Reference = { apiVersion: apiVersions[kind], kind, namespace, name }
  // It proves that the answers below are about what was asked for.
  const impossible = { ...reference, name: `${name.slice(0, 200)}-does-not-exist` }
  if ((await client.get(impossible)) !== undefined)
    return unknown('The API server claims to have an object that nobody made.')
  const end = performance.now() + deadline
  for (;;) {
    const object = await client.get(reference)
    if (object === undefined) return failed(`There is no ${kind} ${name} in the namespace ${namespace}.`)
    const health = healthOf(object)
    const evidence = evidenceOf(health)
    if (evidence !== undefined) return evidence
    if (performance.now() >= end) return failed(`After ${formatDuration(deadline)} ${health.reason}.`)
    waitFor(health.reason)
    await sleep(PAUSE, undefined, { signal })
  }
}

/** Looks until the workload is rolled out, or certainly never will be. */
export async function probeRollout(
  target: RolloutTarget,
  client: Pick<KubernetesClient, 'get'>,
  patience: Patience,
): Promise<Evidence> {
  try {
    return await until(target, client, patience)
  } catch (error) {
    patience.signal.throwIfAborted()
    if (error instanceof KubernetesError) return failed(`The API server refused: ${error.message}.`)
    if (error instanceof Failure) return failed(error.message)
    throw error
  }
}
