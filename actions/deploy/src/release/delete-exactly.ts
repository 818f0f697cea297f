/** Deletes an object as it was looked at, and no other one in its place. */
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import { isConflict } from '#toolkit/kubernetes/error.ts'
import type { KubernetesObject } from '#toolkit/kubernetes/object.ts'
import { Failure } from '#toolkit/model/failure.ts'
import type { Application } from '../application/application.ts'
import { isKept } from '../orphans/kept.ts'
import { otherThan } from '../ownership/owner.ts'
import type { Delete } from './release.ts'
import { isTerminating } from './terminating.ts'

/** How often it may be changed between the look and the request. */
const ATTEMPTS = 10

/** Since the plan, somebody may have said otherwise. */
export function whyKept(
  live: KubernetesObject,
  { uid }: Pick<Delete, 'uid'>,
  application: Application,
): string | undefined {
  const other = otherThan(application, live, uid)
  if (other !== undefined) return `it ${other.what}`
  return isKept(live) ? 'its annotation says that it is to be kept' : undefined
}

/**
 * @param propagation `Foreground`: what it owns is gone before it is
 * @throws Failure PRUNE_BUSY
 */
export async function deleteExactly(
  client: Pick<KubernetesClient, 'get' | 'delete'>,
  gone: Delete,
  application: Application,
  seen: KubernetesObject,
  propagation: 'Background' | 'Foreground',
): Promise<void> {
  let live: KubernetesObject | undefined = seen
  let kept: string | undefined
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (live === undefined || isTerminating(live)) return
    kept = whyKept(live, gone, application)
    if (kept !== undefined) break
    const { uid, resourceVersion } = live.metadata
    try {
      return await client.delete(gone.reference, { uid, resourceVersion, propagation })
    } catch (error) {
      if (!isConflict(error)) throw error
      live = await client.get(gone.reference)
    }
  }
  if (live === undefined || isTerminating(live)) return
  throw new Failure({
    code: 'PRUNE_BUSY',
    what:
      kept === undefined
        ? `${gone.address} is changed each time that it is to be deleted.`
        : `${gone.address} is not deleted, although the plan says so.`,
    why: kept === undefined ? 'A controller, or somebody, writes it all the time.' : `Since then ${kept}.`,
    fix: 'Find out who does, and start again.',
  })
}
