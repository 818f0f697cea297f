/** Applies by server-side apply, waits, and prunes. */
import type { Progress } from '#toolkit/action/progress.ts'
import type { Forwards } from '#toolkit/action/step.ts'
import { type KubernetesObject, referenceTo } from '#toolkit/kubernetes/object.ts'
import type { CompleteManifest } from '#toolkit/manifests/manifest.ts'
import { failuresIn } from '#toolkit/model/failure.ts'
import type { World } from '#toolkit/world/world.ts'
import { claim, claimed, note } from './application/claim.ts'
import { except, type Member, replaced, union } from './application/inventory.ts'
import { otherThan } from './ownership/owner.ts'
import { prune } from './prune.ts'
import { type ApplyingClient, lookingAgain } from './release/client.ts'
import { collect } from './release/collect.ts'
import type { Apply, Release } from './release/release.ts'
import { Departures, isTerminating } from './release/terminating.ts'
import { timing } from './release/timing.ts'
import { write } from './release/write.ts'
import { writeInStages } from './release/write-in-stages.ts'
import { waitForRollouts } from './rollout/wait.ts'
import { watching } from './rollout/watching.ts'

function memberOf(object: KubernetesObject): Member {
  return { ...referenceTo(object), uid: object.metadata.uid }
}

/** What is the application's own already, with its uid, and what is begun now, without. */
function begun({ application, manifests, live, applies }: Release): Member[] {
  const replaced = new Set(
    applies.flatMap(({ manifest, action }) => (action === 'replace' ? [manifest.address] : [])),
  )
  return manifests.map(({ object, address }) => {
    const seen = live.get(address)
    const ours = seen !== undefined && otherThan(application, seen, undefined) === undefined
    return ours && !isTerminating(seen) && !replaced.has(address) ? memberOf(seen) : referenceTo(object)
  })
}

/** What a run that was cut off has begun may still arrive. */
function forgettable({ forgets }: Release, afterCutOff: boolean): Member[] {
  return forgets.filter(({ uid }) => !afterCutOff || uid !== undefined)
}

/** It was known, and does not do what it is for. */
function recordFailed(error: unknown, applies: readonly Apply[], progress: Pick<Progress, 'record'>): void {
  for (const { manifest, action } of applies) {
    const { address } = manifest
    const failure = failuresIn(error).find(
      ({ what }) => what.startsWith(`${address}:`) || what.startsWith(`${address} `),
    )
    if (failure !== undefined)
      progress.record({ address, action, status: 'failed', durationMs: 0, message: failure.what })
  }
}

/** @throws Failure or Failures of what the cluster refuses, and of what does not roll out */
export async function applyRelease(
  release: Release,
  client: ApplyingClient,
  forwards: Forwards,
  progress: Pick<Progress, 'record'>,
  world: World,
  afterCutOff = false,
): Promise<void> {
  const { application, manifests, live, applies, rolloutTimeout } = release
  const own = union(begun(release), release.rebuilt)
  let inventory = await claim(client, application, own, forwards, release.inventory)

  const known = new Map(live)
  const timed = timing(progress, world)
  const remember = async () => {
    const owned = [...known.values()].map(memberOf)
    const next = (members: readonly Member[]) => replaced(members, owned)
    inventory = await note(client, application, forwards.next, next, inventory)
  }
  const rollOut = async (awaited: readonly CompleteManifest[]) => {
    const ended = new AbortController()
    const waiting = { ...world, signal: AbortSignal.any([world.signal, ended.signal]) }
    // What is waited for may fail: what is there is the application's own all the same.
    const remembered = remember()
    const rolledOut = watching(lookingAgain(client, awaited), waiting.signal, (reader) =>
      waitForRollouts(reader, awaited, known, rolloutTimeout, waiting),
    )
    try {
      await Promise.all([remembered, rolledOut])
    } catch (error) {
      ended.abort()
      const [written] = await Promise.allSettled([remembered, rolledOut])
      if (written.status === 'rejected') throw written.reason
      recordFailed(error, applies, progress)
      throw error
    }
  }
  await writeInStages(release, client, afterCutOff, { known, timed, rollOut }, world)
  await rollOut(manifests)

  inventory = await claimed(client, application, forwards.next)
  const gone = await prune(client, release, inventory.members, timed, progress, world)
  const left = [...gone, ...forgettable(release, afterCutOff)]
  if (left.length > 0) await note(client, application, forwards.next, (owns) => except(owns, left), inventory)
  for (const { action, address } of release.plan.changes)
    if (action === 'forget') progress.record({ address, action, status: 'done', durationMs: 0 })
}

/** Notes that what is there, as it is, is what this run wants. @throws Failure of `forwards.allow` */
export async function rememberRelease(
  release: Release,
  client: ApplyingClient,
  forwards: Forwards,
  world: World,
  afterCutOff: boolean,
): Promise<void> {
  const { application, manifests, live, rebuilt } = release
  const own = union(begun(release), rebuilt)
  const inventory = await claim(client, application, own, forwards, release.inventory)
  if (afterCutOff) {
    const departures = new Departures(client, application, world)
    await collect(manifests, (manifest) =>
      write(client, manifest, live.get(manifest.address), release, departures, world),
    )
  }
  const forgotten = forgettable(release, afterCutOff)
  if (forgotten.length > 0)
    await note(client, application, forwards.next, (owns) => except(owns, forgotten), inventory)
}
