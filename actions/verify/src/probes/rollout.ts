/** Whether a workload runs as it was last applied. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import { KubernetesError } from '#toolkit/kubernetes/error.ts'
import type { Health } from '#toolkit/kubernetes/health.ts'
import type { Reference } from '#toolkit/kubernetes/object.ts'
import { formatDuration } from '#toolkit/model/duration.ts'
import { Failure } from '#toolkit/model/failure.ts'
import {
  defineProbe,
  disproven,
  type Patience,
  type ProbeResult,
  type ProbeTarget,
  proven,
  undecided,
} from './probe.ts'

const kinds = ['Deployment', 'StatefulSet', 'DaemonSet', 'Job'] as const

/** `rollout <namespace>/<Kind>/<name>` */
export interface RolloutTarget extends ProbeTarget {
  readonly probe: 'rollout'
  readonly namespace: string
  readonly kind: (typeof kinds)[number]
  readonly name: string
}

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
  ready: proven,
  progressing: undefined,
  failed: disproven,
  deleting: disproven,
  suspended: undecided,
  unknown: undecided,
} as const satisfies Readonly<Record<Health['state'], ((message: string) => ProbeResult) | undefined>>

function sentence(reason: string): string {
  return `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`
}

/** Undefined while there is something to wait for. */
export function resultOf({ state, reason }: Health): ProbeResult | undefined {
  return proofs[state]?.(sentence(reason))
}

async function until(
  target: RolloutTarget,
  client: Pick<KubernetesClient, 'get'>,
  { deadline, signal, waitFor }: Patience,
): Promise<ProbeResult> {
  const { kind, namespace, name } = target
  const reference: Reference = { apiVersion: apiVersions[kind], kind, namespace, name }
  // It proves that the answers below are about what was asked for.
  const impossible = { ...reference, name: `${name.slice(0, 200)}-does-not-exist` }
  if ((await client.get(impossible)) !== undefined)
    return undecided('The API server claims to have an object that nobody made.')
  const { healthOf } = await import('#toolkit/kubernetes/health/index.ts')
  const late = AbortSignal.timeout(deadline)
  for (;;) {
    const object = await client.get(reference)
    if (object === undefined) return disproven(`There is no ${kind} ${name} in the namespace ${namespace}.`)
    const health = healthOf(object)
    const result = resultOf(health)
    if (result !== undefined) return result
    if (late.aborted) return disproven(`After ${formatDuration(deadline)} ${health.reason}.`)
    waitFor(health.reason)
    await sleep(PAUSE, undefined, { signal })
  }
}

/** Looks until the workload is rolled out, or certainly never will be. */
export async function probeRollout(
  target: RolloutTarget,
  client: Pick<KubernetesClient, 'get'>,
  patience: Patience,
): Promise<ProbeResult> {
  try {
    return await until(target, client, patience)
  } catch (error) {
    patience.signal.throwIfAborted()
    if (error instanceof KubernetesError && error.isJudgement)
      return disproven(`The API server refused: ${error.said}.`)
    if (error instanceof Failure) return disproven(error.message)
    throw error
  }
}

const named = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/

export const probe = defineProbe<RolloutTarget>({
  id: 'rollout',
  form: 'rollout <namespace>/<Kind>/<name>',
  wave: 'parts',
  parse: (words) =>
    words.take(`<namespace>/<Kind>/<name> with a kind of ${kinds.join(', ')}`, (word) => {
      const [namespace = '', given, name = '', more] = word.split('/')
      const kind = kinds.find((each) => each === given)
      const valid = kind !== undefined && named.test(namespace) && named.test(name) && more === undefined
      return valid ? { probe: 'rollout', namespace, kind, name } : undefined
    }),
  address: ({ namespace, kind, name }) => `rollout ${namespace}/${kind}/${name}`,
  expectation: () => ({ expect: 'rolled out' }),
  // A kubeconfig is made where it is needed, and what it names is known only there.
  given: async (_target, { inputs }) => inputs['api-server']?.replace(/\/$/, ''),
  failsWhen: () => 'when it does not exist, makes no progress, or its pods are not available',
  open: async (target, live) => {
    const client = await live.cluster()
    return (patience) => probeRollout(target, client(), patience)
  },
})
