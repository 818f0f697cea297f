/** Objects on their way out: what is written to them goes with them. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import type { KubernetesObject, Reference } from '#toolkit/kubernetes/object.ts'
import { formatDuration } from '#toolkit/model/duration.ts'
import { Failure } from '#toolkit/model/failure.ts'
import type { Source } from '#toolkit/model/source.ts'
import type { World } from '#toolkit/world/world.ts'

const POLL_MS = 200

/** Of meta/v1. */
interface Terminating {
  readonly deletionTimestamp?: string
  readonly finalizers?: readonly string[]
}

export function isTerminating({ metadata }: KubernetesObject): boolean {
  return (metadata as Terminating).deletionTimestamp !== undefined
}

export interface Going {
  readonly reference: Reference
  readonly address: string
  /** Another object of that name is not waited for. */
  readonly uid: string | undefined
  readonly source?: Source
}

/**
 * Waits until an object that is being deleted is gone.
 * @param patience milliseconds
 * @throws Failure OBJECT_TERMINATING
 */
export async function untilGone(
  client: Pick<KubernetesClient, 'get'>,
  { reference, address, uid, source }: Going,
  patience: number,
  world: Pick<World, 'clock' | 'signal' | 'log'>,
): Promise<void> {
  const deadline = world.clock().getTime() + patience
  let told = ''
  for (;;) {
    const live = await client.get(reference)
    if (live === undefined || live.metadata.uid !== uid) return
    const { finalizers = [] } = live.metadata as Terminating
    const held =
      finalizers.length === 0 ? 'No finalizer holds it.' : `It is held by ${finalizers.join(', ')}.`
    if (told !== held) world.log.info(`waiting until ${address} is gone. ${held}`)
    told = held
    if (world.clock().getTime() > deadline) {
      throw new Failure({
        code: 'OBJECT_TERMINATING',
        what: `${address} is being deleted, and is still there after ${formatDuration(patience)}.`,
        why: held,
        fix: 'Let the controller that put its finalizers there finish, and start again; a finalizer that nobody serves any more is taken off by hand.',
        ...(source === undefined ? {} : { source }),
      })
    }
    await sleep(POLL_MS, undefined, { signal: world.signal })
  }
}
