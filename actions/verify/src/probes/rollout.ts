/** Whether a workload runs as it was last applied. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import { KubernetesError } from '#toolkit/kubernetes/error.ts'
import type { KubernetesObject, Reference } from '#toolkit/kubernetes/object.ts'
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

interface Condition {
  readonly type: string
  readonly status: string
  readonly reason?: string
}

/** What the API server fills in for every workload of these kinds; a count that is zero is left out. */
interface Status {
  readonly observedGeneration?: number
  readonly replicas?: number
  readonly updatedReplicas?: number
  readonly availableReplicas?: number
  readonly currentRevision?: string
  readonly updateRevision?: string
  readonly desiredNumberScheduled?: number
  readonly updatedNumberScheduled?: number
  readonly numberAvailable?: number
  readonly succeeded?: number
  readonly conditions?: readonly Condition[]
}

interface Workload {
  readonly generation: number
  /** Replicas that are wanted; 1 when it is left out. */
  readonly replicas: number
  readonly onDelete: boolean
  readonly status: Status
}

/** What was seen, or what there is to wait for. */
type Look = ProbeResult | { readonly status: 'waiting'; readonly message: string }

function waiting(message: string): Look {
  return { status: 'waiting', message }
}

function read(object: KubernetesObject): Workload {
  const { spec = {}, status = {} } = object as {
    spec?: { replicas?: number; updateStrategy?: { type?: string } }
    status?: Status
  } // apps/v1 and batch/v1, validated by the server
  return {
    generation: object.metadata.generation ?? 0,
    replicas: spec.replicas ?? 1,
    onDelete: spec.updateStrategy?.type === 'OnDelete',
    status,
  }
}

function conditionOf({ status }: Workload, type: string): Condition | undefined {
  return status.conditions?.find((condition) => condition.type === type)
}

function pods(updated: number, available: number, wanted: number): Look {
  if (wanted === 0) return undecided('No pod is wanted, so nothing is proven.')
  if (updated < wanted) return waiting(`${updated} of ${wanted} pods are of the new version`)
  if (available < wanted) return waiting(`${available} of ${wanted} pods are available`)
  return proven(`${wanted} of ${wanted} pods of this version are available.`)
}

function deployment(workload: Workload): Look {
  const { status, replicas } = workload
  const progressing = conditionOf(workload, 'Progressing')
  if (progressing?.reason === 'ProgressDeadlineExceeded')
    return disproven('It makes no progress (ProgressDeadlineExceeded).')
  const { updatedReplicas = 0, availableReplicas = 0, replicas: running = 0 } = status
  const look = pods(updatedReplicas, availableReplicas, replicas)
  if (look.status === 'done' && running > updatedReplicas)
    return waiting(`${running - updatedReplicas} pods of the old version are left`)
  return look
}

function statefulSet({ status, replicas, onDelete }: Workload): Look {
  const { updatedReplicas = 0, availableReplicas = 0, currentRevision, updateRevision } = status
  if (onDelete && currentRevision !== updateRevision)
    return undecided('It is updated only when its pods are deleted, and they were not.')
  return pods(updatedReplicas, availableReplicas, replicas)
}

function daemonSet({ status }: Workload): Look {
  const { desiredNumberScheduled = 0, updatedNumberScheduled = 0, numberAvailable = 0 } = status
  return pods(updatedNumberScheduled, numberAvailable, desiredNumberScheduled)
}

function job(workload: Workload): Look {
  const failure = conditionOf(workload, 'Failed')
  if (failure?.status === 'True') return disproven(`It failed (${failure.reason ?? 'no reason given'}).`)
  if (conditionOf(workload, 'Complete')?.status === 'True') return proven('It is complete.')
  return waiting(`${workload.status.succeeded ?? 0} of its pods have succeeded`)
}

const looks = { Deployment: deployment, StatefulSet: statefulSet, DaemonSet: daemonSet, Job: job } as const

/** What an object's status says. */
export function lookAt(kind: RolloutTarget['kind'], object: KubernetesObject): Look {
  const workload = read(object)
  // A Job has no observedGeneration: its pods cannot change.
  if (kind !== 'Job' && (workload.status.observedGeneration ?? 0) < workload.generation)
    return waiting('its controller has not seen it yet')
  return looks[kind](workload)
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
  const end = performance.now() + deadline
  for (;;) {
    const object = await client.get(reference)
    if (object === undefined) return disproven(`There is no ${kind} ${name} in the namespace ${namespace}.`)
    const look = lookAt(kind, object)
    if (look.status !== 'waiting') return look
    if (performance.now() >= end) return disproven(`After ${formatDuration(deadline)} ${look.message}.`)
    waitFor(look.message)
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
    if (error instanceof KubernetesError) return disproven(`The API server refused: ${error.message}.`)
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
  failsWhen: () => 'when it does not exist, makes no progress, or its pods are not available',
  open: async (target, live) => {
    const client = await live.cluster()
    return (patience) => probeRollout(target, client(), patience)
  },
})
