/** Why a workload does not become ready: from the workload to its pods, their containers, and what they last said. */
import type { KubernetesClient } from './client.ts'
import { KubernetesError } from './error.ts'
import { failed, type Health, ready, unknown, wordsOf } from './health.ts'
import { groupKindOf, knownKinds } from './kinds.ts'
import { type KubernetesObject, type Reference, referenceTo, valueAt } from './object.ts'

/** What looking asks of a client. */
export type Reader = Pick<KubernetesClient, 'get' | 'list' | 'logs'>

const LOG_LINES = 15

interface ContainerState {
  readonly waiting?: { readonly reason?: string; readonly message?: string }
  readonly terminated?: { readonly reason?: string; readonly exitCode?: number; readonly message?: string }
}

interface ContainerStatus {
  readonly name: string
  readonly image?: string
  readonly ready: boolean
  readonly restartCount: number
  readonly state?: ContainerState
  readonly lastState?: ContainerState
}

/** One container that keeps a workload from becoming ready. */
export interface Trouble {
  readonly pod: Reference
  readonly container: string
  /** `ImagePullBackOff`, `CrashLoopBackOff`, … */
  readonly reason: string
  readonly message: string
  /** Such trouble does not pass by itself. */
  readonly final: boolean
}

/** Reasons that only a change of the manifest or the image mends. */
const hopeless = new Set([
  'CreateContainerConfigError',
  'CreateContainerError',
  'ErrImageNeverPull',
  'ErrImagePull',
  'ImagePullBackOff',
  'InvalidImageName',
])

/** A crash or two may be a dependency that is not up yet. */
const CRASHES = 2

function troubleIn(pod: KubernetesObject, status: ContainerStatus): Trouble[] {
  const { name: container, restartCount, state = {}, lastState = {} } = status
  const { waiting, terminated } = state
  const where = { pod: referenceTo(pod), container }
  const ended = terminated ?? lastState.terminated
  const exit =
    ended?.exitCode === undefined
      ? ''
      : `exit code ${ended.exitCode}${ended.reason === undefined ? '' : ` (${ended.reason})`}`
  if (waiting?.reason === 'CrashLoopBackOff') {
    return [
      {
        ...where,
        reason: waiting.reason,
        message: `it ended ${restartCount} times, last with ${exit}`,
        final: restartCount >= CRASHES,
      },
    ]
  }
  if (waiting?.reason !== undefined && hopeless.has(waiting.reason)) {
    return [{ ...where, reason: waiting.reason, message: waiting.message ?? '', final: true }]
  }
  if (terminated !== undefined && (terminated.exitCode ?? 0) !== 0) {
    return [{ ...where, reason: terminated.reason ?? 'Error', message: exit, final: false }]
  }
  return []
}

/** What there is to see. Who may not look sees nothing: that must not hide what is told anyway. */
async function seen(
  client: Pick<Reader, 'list'>,
  ...[type, options]: Parameters<Reader['list']>
): Promise<KubernetesObject[]> {
  try {
    return await client.list(type, options)
  } catch (error) {
    if (error instanceof KubernetesError && error.code === 'CLUSTER_FORBIDDEN') return []
    throw error
  }
}

/** The pods of a workload's newest version. */
async function podsOf(client: Reader, workload: KubernetesObject): Promise<KubernetesObject[]> {
  const { selector } = (workload['spec'] ?? {}) as { selector?: { matchLabels?: Record<string, string> } } // apps/v1, batch/v1
  const labels = Object.entries(selector?.matchLabels ?? {})
    .map(([key, value]) => `${key}=${value}`)
    .join(',')
  if (labels === '') return []
  const { namespace } = workload.metadata
  const pods = await seen(client, { apiVersion: 'v1', kind: 'Pod' }, { namespace, labels })
  if (groupKindOf(workload) !== knownKinds.deployment) return pods
  const sets = await seen(client, { apiVersion: 'apps/v1', kind: 'ReplicaSet' }, { namespace, labels })
  const revision = 'deployment.kubernetes.io/revision'
  const newest = sets.find(
    (set) => set.metadata.annotations?.[revision] === workload.metadata.annotations?.[revision],
  )
  const hash = newest?.metadata.labels?.['pod-template-hash']
  return pods.filter((pod) => pod.metadata.labels?.['pod-template-hash'] === hash)
}

export async function troublesOf(client: Reader, workload: KubernetesObject): Promise<Trouble[]> {
  return (await podsOf(client, workload)).flatMap((pod) => {
    const { containerStatuses = [], initContainerStatuses = [] } = (pod['status'] ?? {}) as Record<
      string,
      ContainerStatus[]
    > // core/v1 PodStatus
    return [...initContainerStatuses, ...containerStatuses].flatMap((status) => troubleIn(pod, status))
  })
}

/** Whether it is a Job that is deleted some time after its end. */
export function removesItself(object: KubernetesObject): boolean {
  return (
    groupKindOf(object) === knownKinds.job &&
    typeof valueAt(object, ['spec', 'ttlSecondsAfterFinished']) === 'number'
  )
}

/** The reasons for which a Job is given up; source: the constants of k8s.io/api/batch/v1. */
const jobFailures = new Set([
  'BackoffLimitExceeded',
  'DeadlineExceeded',
  'FailedIndexes',
  'MaxFailedIndexesExceeded',
  'PodFailurePolicy',
])

/** How a Job ended that is gone, by its events, which stay for an hour. */
export async function endOfJob(client: Reader, last: KubernetesObject | undefined): Promise<Health> {
  const { uid, namespace } = last?.metadata ?? {}
  if (uid === undefined) return unknown('nobody has seen it')
  const events = await seen(
    client,
    { apiVersion: 'v1', kind: 'Event' },
    { namespace, fields: `involvedObject.uid=${uid}` },
  )
  const told = events as unknown as Event[] // core/v1 Event
  if (told.some(({ reason }) => reason === 'Completed'))
    return ready('it is complete, and has removed itself')
  const end = told.find(({ reason }) => reason !== undefined && jobFailures.has(reason))
  return end === undefined
    ? unknown('its events do not tell how it ended')
    : failed(`it failed: ${wordsOf(end)}`)
}

interface Event {
  readonly type?: string
  readonly reason?: string
  readonly message?: string
}

/** The warnings about a pod, and the last lines of the container, of its run before when it has restarted. */
export async function evidence(client: Reader, { pod, container, reason }: Trouble): Promise<string[]> {
  const events = await seen(
    client,
    { apiVersion: 'v1', kind: 'Event' },
    { namespace: pod.namespace, fields: `involvedObject.kind=Pod,involvedObject.name=${pod.name}` },
  )
  const warnings = (events as unknown as Event[]) // core/v1 Event
    .filter((event) => event.type === 'Warning')
    .map((event) => `event ${event.reason}: ${event.message}`)
  const previous = reason === 'CrashLoopBackOff'
  const log = await client.logs(pod, container, { lines: LOG_LINES, previous })
  const lines =
    log.trim() === ''
      ? []
      : log
          .trimEnd()
          .split('\n')
          .map((line) => `log: ${line}`)
  return [...new Set(warnings), ...lines]
}
