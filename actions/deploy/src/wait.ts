/** Waits until workloads have rolled out, and stops as soon as one of them cannot. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import {
  endOfJob,
  evidence,
  type Reader,
  removesItself,
  type Trouble,
  troublesOf,
} from '#toolkit/kubernetes/diagnose.ts'
import type { Discovery } from '#toolkit/kubernetes/discovery.ts'
import { healthOf, isAwaited } from '#toolkit/kubernetes/health/index.ts'
import { failed, type Health } from '#toolkit/kubernetes/health.ts'
import { groupKindOf } from '#toolkit/kubernetes/kinds.ts'
import { type KubernetesObject, referenceTo, valueAt } from '#toolkit/kubernetes/object.ts'
import type { CompleteManifest } from '#toolkit/manifests/manifest.ts'
import { workloadOf } from '#toolkit/manifests/workload.ts'
import { formatDuration } from '#toolkit/model/duration.ts'
import { Failure, throwIfAny } from '#toolkit/model/failure.ts'
import type { Source } from '#toolkit/model/source.ts'
import type { World } from '#toolkit/world/world.ts'
import { collect } from './collect.ts'
import { maskPodSecrets, tellableLines } from './pod-secrets.ts'

const POLL_MS = 500

const GONE = 'it is gone: somebody deleted it'

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

function healthFailure(manifest: CompleteManifest, reason: string): Failure {
  const refused = /forbidden|exceeded quota|violates PodSecurity/.test(reason)
  return new Failure({
    code: 'ROLLOUT_FAILED',
    what: `${manifest.address} does not roll out.`,
    why: reason,
    fix: refused ? 'Change the pod so that its namespace admits it.' : 'Look at its pods and events.',
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

/** A suspended object is as it should be when its manifest says so; else somebody is asked to let it go on. */
function isAsked({ object }: CompleteManifest, health: Health): boolean {
  return health.state === 'suspended' && valueAt(object, health.by) === true
}

/** A Job that is gone may have come to its end first: its events tell. */
async function goneLook(client: Reader, { manifest, last }: Waiting): Promise<Look> {
  if (!removesItself(manifest.object)) throw healthFailure(manifest, GONE)
  const health = await endOfJob(client, last)
  if (health.state === 'ready') return { over: true, health }
  if (health.state === 'failed') throw healthFailure(manifest, health.reason)
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
  if (health.state === 'ready' || health.state === 'unknown' || isAsked(manifest, health))
    return { over: true, health }
  const trouble = (await troublesOf(client, live)).find((each) => each.final)
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
    ? healthFailure(manifest, health.reason)
    : await troubleFailure(client, manifest, trouble, world)
}

/**
 * @param applied what the API server answered for the objects that were applied just now, by their address
 * @param timeout milliseconds for all of them together
 * @throws Failure ROLLOUT_FAILED for every workload that cannot become ready, ROLLOUT_TIMEOUT for those that did not,
 * ROLLOUT_UNKNOWN for a Job that ended unseen
 */
export async function waitForRollouts(
  client: Reader,
  manifests: readonly CompleteManifest[],
  applied: ReadonlyMap<string, KubernetesObject>,
  timeout: number,
  world: World,
): Promise<void> {
  const deadline = world.clock().getTime() + timeout
  let left: Waiting[] = manifests
    .filter(({ object }) => isAwaited(groupKindOf(object)))
    .map((manifest) => ({ manifest, last: applied.get(manifest.address), problem: '', times: 0 }))
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
      const { address, source } = waiting.manifest
      const { state, reason } = seen.health
      if (seen.over) {
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

/** @throws Failure DEFINITION_REFUSED for a definition that cannot be established */
export async function waitForDefinitions(
  client: Pick<KubernetesClient, 'get'> & { readonly discovery: Pick<Discovery, 'refresh'> },
  definitions: readonly CompleteManifest[],
  world: World,
): Promise<void> {
  await collect(definitions, async ({ object, address, source }) => {
    for (;;) {
      const live = await client.get(referenceTo(object))
      const health = live === undefined ? failed(GONE) : healthOf(live)
      if (health.state === 'ready') return
      if (health.state === 'failed' || health.state === 'deleting') {
        throw new Failure({
          code: 'DEFINITION_REFUSED',
          what: `${address} cannot be used.`,
          why: health.reason,
          fix: 'Give it names that no other definition of its group has; if somebody deletes it, start again afterwards.',
          source,
        })
      }
      await sleep(POLL_MS, undefined, { signal: world.signal })
    }
  })
  if (definitions.length > 0) client.discovery.refresh()
}
