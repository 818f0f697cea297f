/** Waits until a release is well, and stops as soon as a part of it cannot become so. */
import { setTimeout as sleep } from 'node:timers/promises'
import { type Delay, delayOf } from '#toolkit/kubernetes/delay.ts'
import { endOfJob, isNotAdmitted, refusedPod, removesItself } from '#toolkit/kubernetes/diagnose.ts'
import { healthOf, isAwaited } from '#toolkit/kubernetes/health/index.ts'
import { type Health, specOf } from '#toolkit/kubernetes/health.ts'
import { groupKindOf, knownKinds } from '#toolkit/kubernetes/kinds.ts'
import { type KubernetesObject, referenceTo } from '#toolkit/kubernetes/object.ts'
import type { Reader } from '#toolkit/kubernetes/reader.ts'
import { hasPods, podsOf, troublesIn } from '#toolkit/kubernetes/trouble.ts'
import type { CompleteManifest } from '#toolkit/manifests/manifest.ts'
import { Failure, throwIfAny } from '#toolkit/model/failure.ts'
import type { World } from '#toolkit/world/world.ts'
import { collect } from '../release/collect.ts'
import { GONE, healthFailure, timeoutFailure, troubleFailure } from './explain.ts'
import { CONFIRMATIONS, CREATION_GRACE, Grace } from './grace.ts'
import { isUnwell } from './unwell.ts'
import type { ToldReader } from './watching.ts'

const POLL_MS = 500
/** Most of what is waited for at all is well a moment after it was written; and what is told comes in groups. */
const FIRST_POLL_MS = 100

/** As the health of a Deployment begins to say it. */
const NO_POD = 'no pod can be made: '

interface Waiting {
  readonly manifest: CompleteManifest
  readonly grace: Grace
  /** As it was last seen. */
  last: KubernetesObject | undefined
  /** What was last wrong with it, since when, and how often in a row that was seen. */
  problem: { readonly why: string; readonly since: number; readonly times: number } | undefined
}

/** What a look came to: nothing more to wait for, or what is waited for. */
interface Look {
  readonly over: boolean
  readonly health: Health
  /** What keeps its pods, when the time is over. */
  readonly delay?: Delay | undefined
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

/** What is wrong with it as a whole, and how long that may last. */
async function problemOf(
  client: Reader,
  live: KubernetesObject,
  health: Health,
  pods: readonly KubernetesObject[],
): Promise<{ readonly why: string; readonly grace: number } | undefined> {
  const { state, reason } = health
  const creation = (why: string) => ({ why, grace: isNotAdmitted(why) ? 0 : CREATION_GRACE })
  if (state === 'failed') return reason.startsWith(NO_POD) ? creation(reason) : { why: reason, grace: 0 }
  if (state === 'deleting') return { why: reason, grace: 0 }
  // A Deployment says it itself.
  const silent = hasPods(live) && groupKindOf(live) !== knownKinds.deployment
  const { replicas = 1 } = specOf<{ replicas: number }>(live)
  if (!silent || pods.length >= replicas) return undefined
  const refused = await refusedPod(client, live)
  return refused === undefined ? undefined : creation(`${NO_POD}${refused}`)
}

/** Of a workload that has failed as a whole: one of its pods says more than that. */
async function problemFailure(
  client: Reader,
  manifest: CompleteManifest,
  { state }: Health,
  why: string,
  pods: readonly KubernetesObject[],
  world: World,
): Promise<Failure> {
  if (state !== 'failed' || why.startsWith(NO_POD))
    return healthFailure(manifest, { state: state === 'deleting' ? state : 'failed', reason: why })
  const [trouble] = troublesIn(pods)
  if (trouble !== undefined) return troubleFailure(client, manifest, trouble, world, why)
  return healthFailure(manifest, { state, reason: why }, await delayOf(client, pods))
}

/** How far it is. @throws Failure that says why it cannot become ready */
async function look(client: Reader, waiting: Waiting, late: boolean, world: World): Promise<Look> {
  const { manifest } = waiting
  const live = await client.get(referenceTo(manifest.object))
  const now = world.clock().getTime()
  if (live === undefined) return goneLook(client, waiting)
  waiting.last = live
  const health = healthOf(live)
  if (!isUnwell(manifest.object, health)) return { over: true, health }
  const pods = hasPods(live) ? await podsOf(client, live) : []
  const trouble = waiting.grace.exceeded(troublesIn(pods), now, late)
  if (trouble !== undefined) throw await troubleFailure(client, manifest, trouble, world)
  const problem = await problemOf(client, live, health, pods)
  const before = waiting.problem
  const known = problem !== undefined && before?.why === problem.why ? before : undefined
  const { since, times } = { since: known?.since ?? now, times: (known?.times ?? 0) + 1 }
  waiting.problem = problem === undefined ? undefined : { why: problem.why, since, times }
  if (problem !== undefined && times >= CONFIRMATIONS && (late || now - since >= problem.grace))
    throw await problemFailure(client, manifest, health, problem.why, pods, world)
  return { over: false, health, delay: late ? await delayOf(client, pods) : undefined }
}

/**
 * @param milliseconds after which it is looked again in any case
 * @param changed resolves when something is told, and not sooner than in a moment
 */
async function untilNextLook(
  milliseconds: number,
  changed: Promise<void> | undefined,
  signal: AbortSignal,
): Promise<void> {
  if (changed === undefined || milliseconds <= FIRST_POLL_MS)
    return sleep(milliseconds, undefined, { signal })
  await sleep(FIRST_POLL_MS, undefined, { signal })
  const over = new AbortController()
  const rest = sleep(milliseconds - FIRST_POLL_MS, undefined, {
    signal: AbortSignal.any([signal, over.signal]),
  }).catch(() => undefined) // the run has ended, or something was told
  await Promise.race([changed, rest])
  over.abort()
  signal.throwIfAborted()
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
  client: Reader & Partial<Pick<ToldReader, 'changed'>>,
  manifests: readonly CompleteManifest[],
  known: ReadonlyMap<string, KubernetesObject>,
  timeout: number,
  world: World,
): Promise<void> {
  const deadline = world.clock().getTime() + timeout
  const released = manifests.map(({ object }) => object)
  let left: Waiting[] = manifests.map((manifest) => ({
    manifest,
    grace: new Grace(released),
    last: known.get(manifest.address),
    problem: undefined,
  }))
  const told = new Map<string, string>()
  let pause = FIRST_POLL_MS
  while (left.length > 0) {
    const changed = client.changed?.()
    const late = world.clock().getTime() > deadline
    const looks = await collect(left, async (waiting) => ({
      waiting,
      seen: await look(client, waiting, late, world),
    }))
    const failures: Failure[] = []
    const next: Waiting[] = []
    for (const { waiting, seen } of looks) {
      const { address, object } = waiting.manifest
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
        failures.push(await timeoutFailure(client, waiting.manifest, seen.health, seen.delay, timeout, world))
      }
    }
    throwIfAny(failures)
    left = next
    // What is wrong is looked at again no sooner than before: it may pass.
    const isWrong = left.some(({ problem }) => problem !== undefined)
    if (isWrong) pause = POLL_MS
    if (left.length > 0) await untilNextLook(pause, isWrong ? undefined : changed, world.signal)
    pause = Math.min(2 * pause, POLL_MS)
  }
}
