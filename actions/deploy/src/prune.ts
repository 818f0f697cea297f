/** Deletes what left the manifests, as far as it still is the application's own, and waits until it is gone. */
import type { Progress } from '#toolkit/action/progress.ts'
import { keyOf } from '#toolkit/kubernetes/address.ts'
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import { isConflict } from '#toolkit/kubernetes/error.ts'
import type { KubernetesObject, Reference } from '#toolkit/kubernetes/object.ts'
import { inStages } from '#toolkit/kubernetes/stages.ts'
import { Failure } from '#toolkit/model/failure.ts'
import type { World } from '#toolkit/world/world.ts'
import type { Application } from './application/application.ts'
import { inUse } from './orphans/in-use.ts'
import { isKept } from './orphans/orphans.ts'
import { otherThan } from './ownership/owner.ts'
import { collect } from './release/collect.ts'
import type { Delete, Release } from './release/release.ts'
import { isTerminating, untilGone } from './release/terminating.ts'
import type { Timed } from './release/timing.ts'

/** How often it may be changed between the look and the request. */
const ATTEMPTS = 10

type PruningClient = Pick<KubernetesClient, 'get' | 'list' | 'delete'>

/** Since the plan, somebody may have said otherwise. */
function whyKept(live: KubernetesObject, { uid }: Delete, application: Application): string | undefined {
  const other = otherThan(application, live, uid)
  if (other !== undefined) return `it ${other.what}`
  return isKept(live) ? 'its annotation says that it is to be kept' : undefined
}

/** @throws Failure PRUNE_BUSY */
async function deleteExactly(
  client: PruningClient,
  gone: Delete,
  application: Application,
  seen: KubernetesObject,
): Promise<void> {
  let live: KubernetesObject | undefined = seen
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (live === undefined || isTerminating(live) || whyKept(live, gone, application) !== undefined) break
    const { uid, resourceVersion } = live.metadata
    try {
      return await client.delete(gone.reference, { uid, resourceVersion })
    } catch (error) {
      if (!isConflict(error)) throw error
      live = await client.get(gone.reference)
    }
  }
  if (live === undefined || isTerminating(live)) return
  throw new Failure({
    code: 'PRUNE_BUSY',
    what: `${gone.address} is changed each time that it is to be deleted.`,
    why: 'A controller, or somebody, writes it all the time.',
    fix: 'Find out who does, and start again.',
  })
}

/**
 * What stands on others goes first, and is gone before them.
 * @param members what the application owns now
 * @returns what is gone
 * @throws Failure or Failures of what cannot be deleted, and of what does not go
 */
export async function prune(
  client: PruningClient,
  { application, deletes, rolloutTimeout }: Pick<Release, 'application' | 'deletes' | 'rolloutTimeout'>,
  members: readonly Reference[],
  timed: Timed,
  progress: Pick<Progress, 'record'>,
  world: World,
): Promise<Reference[]> {
  const owned = new Set(members.map(keyOf))
  const references = deletes.map(({ reference }) => reference)
  const user = await inUse(client, references, new Set(deletes.flatMap(({ uid }) => uid ?? [])))
  const gone: Reference[] = []
  for (const { items } of inStages(deletes, ({ reference }) => reference).reverse()) {
    await collect(items, async (each) => {
      const { reference, address } = each
      const live = await client.get(reference)
      const by = user(reference)
      const kept = !owned.has(keyOf(reference))
        ? 'the application does not own it any more'
        : by !== undefined
          ? `it is asked for by ${by}`
          : live === undefined
            ? undefined
            : whyKept(live, each, application)
      if (kept !== undefined)
        return progress.record({ address, action: 'delete', status: 'skipped', durationMs: 0, message: kept })
      await timed(address, 'delete', async () => {
        if (live === undefined) return
        await deleteExactly(client, each, application, live)
        await untilGone(client, { reference, address, uid: live.metadata.uid }, rolloutTimeout, world)
      })
      gone.push(reference)
    })
  }
  return gone
}
