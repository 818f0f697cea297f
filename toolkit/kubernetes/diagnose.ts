/** Why a workload does not become ready: from the workload to its pods, their containers, and what they last said. */
import { condition, failed, type Health, ready, unknown, wordsOf } from './health.ts'
import { groupKindOf, knownKinds } from './kinds.ts'
import { type KubernetesObject, valueAt } from './object.ts'
import { type Reader, readable } from './reader.ts'
import type { Trouble } from './trouble.ts'

const LOG_LINES = 15

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
  const events = await readable(
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
  readonly lastTimestamp?: string | null
  readonly eventTime?: string | null
  readonly series?: { readonly lastObservedTime?: string | null } | null
}

/** What the API server says when the pod as it is will never be admitted. */
const NOT_ADMITTED =
  /exceeded quota|failed quota|violates PodSecurity|denied (?:the )?request|(?:maximum|minimum) [\w-]+ usage per|limit to request ratio per/

/** Whether a workload's pods are refused for what they are; asking once more does not help. */
export function isNotAdmitted(said: string): boolean {
  return NOT_ADMITTED.test(said)
}

function timeOf({ lastTimestamp, eventTime, series }: Event): string {
  return series?.lastObservedTime ?? lastTimestamp ?? eventTime ?? ''
}

/** Why a workload's newest pod could not be made, where its status does not say it; undefined when one was made since. */
export async function refusedPod(
  client: Pick<Reader, 'list'>,
  workload: KubernetesObject,
): Promise<string | undefined> {
  const { uid, namespace } = workload.metadata
  if (uid === undefined) return undefined
  const events = await readable(
    client,
    { apiVersion: 'v1', kind: 'Event' },
    { namespace, fields: `involvedObject.uid=${uid}` },
  )
  const about = (events as unknown as Event[]) // core/v1 Event
    .filter(({ reason }) => reason === 'FailedCreate' || reason === 'SuccessfulCreate')
    .toSorted((a, b) => (timeOf(a) < timeOf(b) ? -1 : 1))
  const last = about.at(-1)
  return last?.reason === 'FailedCreate' ? last.message : undefined
}

/** What keeps the first pod that is not ready, in the words of the scheduler or of the last warning about it. */
export async function delayOf(
  client: Pick<Reader, 'list'>,
  pods: readonly KubernetesObject[],
): Promise<string | undefined> {
  for (const pod of pods) {
    if (condition(pod, 'Ready')?.status === 'True') continue
    const { name, namespace } = pod.metadata
    const scheduled = condition(pod, 'PodScheduled')
    if (scheduled?.status === 'False')
      return `pod ${name} has no node: ${scheduled.message ?? wordsOf(scheduled)}`
    const events = await readable(
      client,
      { apiVersion: 'v1', kind: 'Event' },
      { namespace, fields: `involvedObject.kind=Pod,involvedObject.name=${name}` },
    )
    const warnings = (events as unknown as Event[]).filter(({ type }) => type === 'Warning') // core/v1 Event
    const last = warnings.toSorted((a, b) => (timeOf(a) < timeOf(b) ? -1 : 1)).at(-1)
    if (last !== undefined) return `pod ${name}: ${wordsOf(last)}`
  }
  return undefined
}

/** The warnings about a pod, and the last lines of the container, of its run before when it has restarted. */
export async function evidence(client: Reader, { pod, container, reason }: Trouble): Promise<string[]> {
  const events = await readable(
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
