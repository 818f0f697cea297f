/** Waits until a release is well, and stops as soon as a part of it cannot become so. */
import { setTimeout as sleep } from 'node:timers/promises'
import {
  endOfJob,
  evidence,
  type Reader,
  removesItself,
  type Trouble,
  troublesOf,
} from '#toolkit/kubernetes/diagnose.ts'
import { healthOf, isAwaited } from '#toolkit/kubernetes/health/index.ts'
import { failed, type Health } from '#toolkit/kubernetes/health.ts'
import { groupKindOf, knownKinds } from '#toolkit/kubernetes/kinds.ts'
import { type KubernetesObject, referenceTo } from '#toolkit/kubernetes/object.ts'
import type { CompleteManifest } from '#toolkit/manifests/manifest.ts'
import { workloadOf } from '#toolkit/manifests/workload.ts'
import { formatDuration } from '#toolkit/model/duration.ts'
import { Failure, throwIfAny } from '#toolkit/model/failure.ts'
import type { Source } from '#toolkit/model/source.ts'
import type { World } from '#toolkit/world/world.ts'
import { collect } from '../release/collect.ts'
import { maskPodSecrets, tellableLines } from '../secrets/pod-secrets.ts'
import { isUnwell } from './unwell.ts'

const POLL_MS = 500

const GONE = failed('it is gone: somebody deleted it')

/** How often in a row a failure must be seen: a status may be about to change. */
const CONFIRMATIONS = 2

const advice: Readonly<Record<string, string>> = {
  CrashLoopBackOff: 'Look at its last lines: a setting or a dependency is missing, or the program is broken.',
  CreateContainerConfigError: 'Make the ConfigMap or Secret that it refers to, with that key.',
  ErrImagePull: 'Check the image reference, and that the cluster may pull it.',
  ImagePullBackOff: 'Check the image reference, and that the cluster may pull it.',
  InvalidImageName: 'Correct the image reference.',
}

/** The container's place in the manifest, when it is there. */
function containerSource(manifest: CompleteManifest, container: string): Source {
  const written = workloadOf(manifest)?.containers.find(({ name }) => name === container)
  return written?.node.source ?? manifest.source
}

async function troubleFailure(
  client: Reader,
  manifest: CompleteManifest,
  trouble: Trouble,
  world: World,
): Promise<Failure> {
  const { pod, container, reason, message } = trouble
  const isMasked = await maskPodSecrets(client, pod, world)
  for (const line of tellableLines(await evidence(client, trouble), isMasked))
    world.log.info(`${pod.name}/${container}: ${line}`)
  return new Failure({
    code: 'ROLLOUT_FAILED',
    what: `${manifest.address}: container ${container} of pod ${pod.name} is in ${reason}.`,
    why: message,
    fix: advice[reason] ?? 'Look at the events and the last lines of the container in the log.',
    source: containerSource(manifest, container),
  })
}

function cureOf({ object }: CompleteManifest, health: Pick<Health, 'state' | 'reason'>): string {
  const { state, reason } = health
  if (health === GONE) return 'Find out who deletes it, and start again.'
  if (/forbidden|exceeded quota|violates PodSecurity/.test(reason))
    return 'Change the pod so that its namespace admits it.'
  if (state === 'failed' && groupKindOf(object) === knownKinds.job)
    return 'Look at its pods and events. A Job runs once: delete it, or give it another name, to let it run again.'
  if (state === 'deleting') return 'Find out who deletes it, and start again when it is gone.'
  return isAwaited(groupKindOf(object)) ? 'Look at its pods and events.' : 'Look at its status and events.'
}

function healthFailure(manifest: CompleteManifest, health: Pick<Health, 'state' | 'reason'>): Failure {
  return new Failure({
    code: 'ROLLOUT_FAILED',
    what: isAwaited(groupKindOf(manifest.object))
      ? `${manifest.address} does not roll out.`
      : `${manifest.address} is not well.`,
    why: health.reason,
    fix: cureOf(manifest, health),
    source: manifest.source,
  })
}

interface Waiting {
  readonly manifest: CompleteManifest
  /** As it was last seen. */
  last: KubernetesObject | undefined
  /** What was last wrong with it, and how often in a row that was seen. */
  problem: string
  times: number
}

/** What a look came to: nothing more to wait for, or what is waited for. */
interface Look {
  readonly over: boolean
  readonly health: Health
}

/** A Job that is gone may have come to its end first: its events tell. */
async function goneLook(client: Reader, { manifest, last }: Waiting): Promise<Look> {
  if (!removesItself(manifest.object)) throw healthFailure(manifest, GONE)
  const seen = last === undefined ? undefined : healthOf(last)
  const health = seen?.state === 'ready' ? seen : await endOfJob(client, last)
  if (health.state === 'ready') return { over: true, health }
  if (health.state === 'failed') throw healthFailure(manifest, health)
  throw new Failure({
    code: 'ROLLOUT_UNKNOWN',
    what: `${manifest.address} is gone, and nothing tells how it ended.`,
    why: 'It removes itself after `ttlSecondsAfterFinished`, and its events are gone too.',
    fix: 'Let it stay longer: raise `ttlSecondsAfterFinished`.',
    source: manifest.source,
  })
}

/** How far it is. @throws Failure that says why it cannot become ready */
async function look(client: Reader, waiting: Waiting, world: World): Promise<Look> {
  const { manifest } = waiting
  const live = await client.get(referenceTo(manifest.object))
  if (live === undefined) return goneLook(client, waiting)
  waiting.last = live
  const health = healthOf(live)
  if (!isUnwell(manifest.object, health)) return { over: true, health }
  const awaited = isAwaited(groupKindOf(live))
  const trouble = awaited ? (await troublesOf(client, live)).find((each) => each.final) : undefined
  const problem =
    trouble !== undefined
      ? `${trouble.pod.name} ${trouble.container}`
      : health.state === 'failed' || health.state === 'deleting'
        ? health.reason
        : ''
  waiting.times = problem === waiting.problem ? waiting.times + 1 : 1
  waiting.problem = problem
  if (problem === '' || waiting.times < CONFIRMATIONS) return { over: false, health }
  throw trouble === undefined
    ? healthFailure(manifest, health)
    : await troubleFailure(client, manifest, trouble, world)
}

/**
 * Waits for all objects of a release, those that stay as they are too: until what is waited for is ready, and of the
 * others whether they are well.
 * @param known the objects as the API server last told them, by their address
 * @param timeout milliseconds for all of them together
 * @throws Failure ROLLOUT_FAILED for every object that cannot become ready, ROLLOUT_TIMEOUT for those that did not,
 * ROLLOUT_UNKNOWN for a Job that ended unseen
 */
export async function waitForRollouts(
  client: Reader,
  manifests: readonly CompleteManifest[],
  known: ReadonlyMap<string, KubernetesObject>,
  timeout: number,
  world: World,
): Promise<void> {
  const deadline = world.clock().getTime() + timeout
  let left: Waiting[] = manifests.map((manifest) => ({
    manifest,
    last: known.get(manifest.address),
    problem: '',
    times: 0,
  }))
  const told = new Map<string, string>()
  while (left.length > 0) {
    const looks = await collect(left, async (waiting) => ({
      waiting,
      seen: await look(client, waiting, world),
    }))
    const late = world.clock().getTime() > deadline
    const failures: Failure[] = []
    const next: Waiting[] = []
    for (const { waiting, seen } of looks) {
      const { address, source, object } = waiting.manifest
      const { state, reason } = seen.health
      if (seen.over) {
        if (isAwaited(groupKindOf(object)))
          world.log.info(state === 'ready' ? `ready: ${address}` : `not waiting for ${address}: ${reason}`)
        continue
      }
      next.push(waiting)
      if (told.get(address) !== reason) world.log.info(`waiting for ${address}: ${reason}`)
      told.set(address, reason)
      if (late) {
        failures.push(
          new Failure({
            code: 'ROLLOUT_TIMEOUT',
            what: `${address} did not roll out within ${formatDuration(timeout)}.`,
            why: reason,
            fix: 'Look at its pods and events, or raise `rollout-timeout`.',
            source,
          }),
        )
      }
    }
    throwIfAny(failures)
    left = next
    if (left.length > 0) await sleep(POLL_MS, undefined, { signal: world.signal })
  }
}
