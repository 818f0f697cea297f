/** Deletes what left the manifests, as far as it still is the application's own, and waits until it is gone. */
import type { Progress } from '#toolkit/action/progress.ts'
import { keyOf } from '#toolkit/kubernetes/address.ts'
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import type { Reference } from '#toolkit/kubernetes/object.ts'
import { inStagesBackwards } from '#toolkit/kubernetes/stages.ts'
import type { World } from '#toolkit/world/world.ts'
import { inUse } from './orphans/in-use.ts'
import { collect } from './release/collect.ts'
import { deleteExactly, whyKept } from './release/delete-exactly.ts'
import type { Release } from './release/release.ts'
import { Departures } from './release/terminating.ts'
import type { Timed } from './release/timing.ts'

type PruningClient = Pick<KubernetesClient, 'get' | 'list' | 'delete'>

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
  const departures = new Departures(client, application, world)
  const gone: Reference[] = []
  for (const items of inStagesBackwards(deletes, ({ reference }) => reference)) {
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
        await deleteExactly(client, each, application, live, 'Background')
        await departures.untilGone({ reference, address, uid: live.metadata.uid }, rolloutTimeout)
      })
      gone.push(reference)
    })
  }
  return gone
}
