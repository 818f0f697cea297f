/** What a pod waits for while nothing of it has failed: a node, a volume, a probe. */

import { KubernetesError } from './error.ts'
import { type Event, eventsAbout, isAboutContainer, probeOf, warningsAmong } from './events.ts'
import { condition, statusOf, wordsOf } from './health.ts'
import { type KubernetesObject, type Reference, referenceTo, valueAt } from './object.ts'
import type { Reader } from './reader.ts'

export interface Delay {
  readonly pod: Reference
  /** Beginning with the pod: `pod web-0 has no node: …` */
  readonly words: string
  /** `unready`: a container runs, and no event says why it is not ready. */
  readonly cause: 'node' | 'claim' | 'mount' | 'probe' | 'unready' | 'other'
  readonly container?: string
  /** Of `probe`: the field of the container. */
  readonly probe?: string
  /** Of `mount`: its name in the pod. */
  readonly volume?: string
  /** Of `claim`: the name of the claim. */
  readonly claim?: string
}

interface ContainerStatus {
  readonly name: string
  readonly ready?: boolean
  readonly state?: { readonly running?: object | null }
}

interface Volume {
  readonly persistentVolumeClaim?: { readonly claimName?: string }
}

/** The first claim of a pod that is bound to no volume, with what its events say. */
async function unboundClaim(
  client: Pick<Reader, 'get' | 'list'>,
  pod: KubernetesObject,
): Promise<{ claim: string; words: string } | undefined> {
  const { namespace } = pod.metadata
  const volumes = (valueAt(pod, ['spec', 'volumes']) ?? []) as readonly Volume[] // core/v1 Volume
  for (const { persistentVolumeClaim } of volumes) {
    const claim = persistentVolumeClaim?.claimName
    if (claim === undefined) continue
    const type = { apiVersion: 'v1', kind: 'PersistentVolumeClaim' }
    let live: KubernetesObject | undefined
    try {
      live = await client.get({ ...type, namespace, name: claim })
    } catch (error) {
      if (error instanceof KubernetesError && error.code === 'CLUSTER_FORBIDDEN') continue
      throw error
    }
    if (live === undefined) return { claim, words: `the claim ${claim} is not there` }
    if (statusOf<{ phase: string }>(live).phase === 'Bound') continue
    const last = (await eventsAbout(client, namespace, { kind: type.kind, name: claim })).at(-1)
    return {
      claim,
      words: `the claim ${claim} is bound to no volume${last === undefined ? '' : `: ${wordsOf(last)}`}`,
    }
  }
  return undefined
}

async function withoutNode(
  client: Pick<Reader, 'get' | 'list'>,
  pod: KubernetesObject,
  said: string,
): Promise<Delay> {
  const words = `pod ${pod.metadata.name} has no node: ${said}`
  const unbound = /persistentvolumeclaim/i.test(said) ? await unboundClaim(client, pod) : undefined
  const where = { pod: referenceTo(pod) }
  return unbound === undefined
    ? { ...where, words, cause: 'node' }
    : { ...where, words: `${words}; ${unbound.words}`, cause: 'claim', claim: unbound.claim }
}

const MOUNTS: ReadonlySet<string | undefined> = new Set(['FailedMount', 'FailedAttachVolume'])

function ofPod(pod: KubernetesObject, warnings: readonly Event[]): Delay | undefined {
  const where = { pod: referenceTo(pod) }
  const { containerStatuses } = statusOf<{ containerStatuses: readonly ContainerStatus[] }>(pod)
  const { name } = pod.metadata
  const unready = (containerStatuses ?? []).find(
    ({ ready, state }) => ready === false && (state?.running ?? undefined) !== undefined,
  )
  if (unready !== undefined) {
    const container = unready.name
    const failing = warnings.findLast(
      (event) => probeOf(event) !== undefined && isAboutContainer(event, container),
    )
    const probe = failing === undefined ? undefined : probeOf(failing)
    if (failing !== undefined && probe !== undefined) {
      const words = `container ${container} of pod ${name} runs, and is not ready: ${failing.message}`
      return { ...where, words, cause: 'probe', container, probe }
    }
  }
  const last = warnings.at(-1)
  if (last !== undefined && MOUNTS.has(last.reason)) {
    const [, volume] =
      /volume "([^"]{1,253})"|unmounted volumes=\[([^\s\],]{1,253})/.exec(last.message ?? '') ?? []
    return {
      ...where,
      words: `pod ${name}: ${wordsOf(last)}`,
      cause: 'mount',
      ...(volume === undefined ? {} : { volume }),
    }
  }
  if (last !== undefined) return { ...where, words: `pod ${name}: ${wordsOf(last)}`, cause: 'other' }
  if (unready === undefined) return undefined
  const words = `container ${unready.name} of pod ${name} runs, and is not ready`
  return { ...where, words, cause: 'unready', container: unready.name }
}

/** What keeps the first pod that is not ready. */
export async function delayOf(
  client: Pick<Reader, 'get' | 'list'>,
  pods: readonly KubernetesObject[],
): Promise<Delay | undefined> {
  for (const pod of pods) {
    if (condition(pod, 'Ready')?.status === 'True') continue
    const scheduled = condition(pod, 'PodScheduled')
    if (scheduled?.status === 'False')
      return withoutNode(client, pod, scheduled.message ?? wordsOf(scheduled))
    const { name, namespace } = pod.metadata
    const delay = ofPod(pod, warningsAmong(await eventsAbout(client, namespace, { kind: 'Pod', name })))
    if (delay !== undefined) return delay
  }
  return undefined
}
