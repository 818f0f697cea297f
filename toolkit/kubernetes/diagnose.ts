/** Why a workload does not become ready: from the workload to its pods, their containers, and what they last said. */
import { eventsAbout } from './events.ts'
import { failed, type Health, ready, unknown, wordsOf } from './health.ts'
import { groupKindOf, knownKinds } from './kinds.ts'
import { type KubernetesObject, type Reference, valueAt } from './object.ts'
import type { Reader } from './reader.ts'

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
  const told = await eventsAbout(client, namespace, { uid })
  if (told.some(({ reason }) => reason === 'Completed'))
    return ready('it is complete, and has removed itself')
  const end = told.find(({ reason }) => reason !== undefined && jobFailures.has(reason))
  return end === undefined
    ? unknown('its events do not tell how it ended')
    : failed(`it failed: ${wordsOf(end)}`)
}

/** What the API server says when the pod as it is will never be admitted. */
const NOT_ADMITTED =
  /exceeded quota|failed quota|violates PodSecurity|denied (?:the )?request|(?:maximum|minimum) [\w-]+ usage per|limit to request ratio per/

/** Whether a workload's pods are refused for what they are; asking once more does not help. */
export function isNotAdmitted(said: string): boolean {
  return NOT_ADMITTED.test(said)
}

/** Why a workload's newest pod could not be made, where its status does not say it; undefined when one was made since. */
export async function refusedPod(
  client: Pick<Reader, 'list'>,
  workload: KubernetesObject,
): Promise<string | undefined> {
  const { uid, namespace } = workload.metadata
  if (uid === undefined) return undefined
  const about = (await eventsAbout(client, namespace, { uid })).filter(
    ({ reason }) => reason === 'FailedCreate' || reason === 'SuccessfulCreate',
  )
  const last = about.at(-1)
  return last?.reason === 'FailedCreate' ? last.message : undefined
}

/** The last lines of a container, of its run before when it waits for its next one. */
export async function lastLines(
  client: Reader,
  pod: Reference,
  container: string,
  previous: boolean,
): Promise<string[]> {
  const log = await client.logs(pod, container, { lines: LOG_LINES, previous })
  return log.trim() === '' ? [] : log.trimEnd().split('\n')
}
