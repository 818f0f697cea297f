/** Applies by server-side apply, waits, and prunes. */
import type { Progress } from '#toolkit/action/progress.ts'
import type { Forwards } from '#toolkit/action/step.ts'
import { type KubernetesObject, referenceTo } from '#toolkit/kubernetes/object.ts'
import { inStages } from '#toolkit/kubernetes/stages.ts'
import { failuresIn } from '#toolkit/model/failure.ts'
import type { World } from '#toolkit/world/world.ts'
import { claim, claimed, note } from './application/claim.ts'
import { except, type Member, replaced, union } from './application/inventory.ts'
import { otherThan } from './ownership/owner.ts'
import { prune } from './prune.ts'
import type { ApplyingClient } from './release/client.ts'
import { collect } from './release/collect.ts'
import type { Apply, Release } from './release/release.ts'
import { isTerminating } from './release/terminating.ts'
import { timing } from './release/timing.ts'
import { write } from './release/write.ts'
import { waitForDefinitions, waitForRollouts } from './rollout/wait.ts'

/** What is written: what the plan changes, and after a run that was cut off everything else too. */
interface Writing extends Omit<Apply, 'action'> {
  readonly action: Apply['action'] | undefined
}

/**
 * @param afterCutOff whether the run before did not come to its end: what it has sent may still be on its way. So every
 * object is written once, which makes its version a newer one than that run knows.
 */
function writings({ manifests, applies }: Release, afterCutOff: boolean): Writing[] {
  if (!afterCutOff) return [...applies]
  const actions = new Map(applies.map(({ manifest, action }) => [manifest.address, action]))
  return manifests.map((manifest) => ({ manifest, action: actions.get(manifest.address) }))
}

function memberOf(object: KubernetesObject): Member {
  return { ...referenceTo(object), uid: object.metadata.uid }
}

/** What is the application's own already, with its uid, and what is begun now, without. */
function begun({ application, manifests, live }: Release): Member[] {
  return manifests.map(({ object, address }) => {
    const seen = live.get(address)
    const ours = seen !== undefined && otherThan(application, seen, undefined) === undefined
    return ours && !isTerminating(seen) ? memberOf(seen) : referenceTo(object)
  })
}

/** What a run that was cut off has begun may still arrive. */
function forgettable({ forgets }: Release, afterCutOff: boolean): Member[] {
  return forgets.filter(({ uid }) => !afterCutOff || uid !== undefined)
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
  await claim(client, application, union(begun(release), release.rebuilt), forwards)

  const known = new Map(live)
  const timed = timing(progress, world)
  for (const { stage, items } of inStages(
    writings(release, afterCutOff),
    ({ manifest }) => manifest.object,
  )) {
    await collect(items, async ({ manifest, action }) => {
      const { address } = manifest
      const work = async () => {
        known.set(address, await write(client, manifest, known.get(address), release, world))
      }
      await (action === undefined ? work() : timed(address, action, work))
    })
    if (stage === 'definitions')
      await waitForDefinitions(
        client,
        items.map(({ manifest }) => manifest),
        world,
      )
  }
  const owned = [...known.values()].map(memberOf)
  await note(client, application, forwards.next, (members) => replaced(members, owned))
  try {
    await waitForRollouts(client, manifests, known, rolloutTimeout, world)
  } catch (error) {
    for (const { manifest, action } of applies) {
      const { address } = manifest
      const failure = failuresIn(error).find(
        ({ what }) => what.startsWith(`${address}:`) || what.startsWith(`${address} `),
      )
      // It was known, and does not do what it is for.
      if (failure !== undefined)
        progress.record({ address, action, status: 'failed', durationMs: 0, message: failure.what })
    }
    throw error
  }

  const members = await claimed(client, application, forwards.next)
  const gone = await prune(client, release, members, timed, progress, world)
  const forgotten = forgettable(release, afterCutOff)
  await note(client, application, forwards.next, (owns) => except(owns, [...gone, ...forgotten]))
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
  await claim(client, application, union(begun(release), rebuilt), forwards)
  if (afterCutOff)
    await collect(manifests, (manifest) =>
      write(client, manifest, live.get(manifest.address), release, world),
    )
  const forgotten = forgettable(release, afterCutOff)
  if (forgotten.length > 0) await note(client, application, forwards.next, (owns) => except(owns, forgotten))
}
