/** Writes one object, and nothing but the one that was looked at. */

import { keyOf } from '#toolkit/kubernetes/address.ts'
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import { isConflict, KubernetesError } from '#toolkit/kubernetes/error.ts'
import { type KubernetesObject, referenceTo } from '#toolkit/kubernetes/object.ts'
import type { CompleteManifest } from '#toolkit/manifests/manifest.ts'
import { Failure } from '#toolkit/model/failure.ts'
import type { World } from '#toolkit/world/world.ts'
import { refusalOf } from '../admission/refusal.ts'
import { NOT_THERE } from '../application/inventory.ts'
import { otherThan, refusedOwner, termsOf, writtenBy } from '../ownership/owner.ts'
import { prepared, type SendingClient } from '../ownership/takeover.ts'
import type { Release } from './release.ts'
import { type Departures, isTerminating } from './terminating.ts'
import { checkMade } from './unexpected.ts'

/** How often it may be changed between the look and the request. */
const ATTEMPTS = 10

type Terms = Pick<Release, 'application' | 'adopt' | 'forced' | 'recalled' | 'uids' | 'rolloutTimeout'>

/**
 * The object as it is then.
 * @param seen as it was looked at last; undefined when it was not there
 * @param hasty as of an `ApiRequest`
 * @throws Failure OWNER_OTHER for an object of somebody else that nobody has named, OBJECT_TERMINATING, OBJECT_BUSY,
 * OBJECT_UNEXPECTED for a new one that is not what its review has expected, and what the API server refuses
 */
export async function write(
  client: Pick<KubernetesClient, 'get'> & SendingClient,
  manifest: CompleteManifest,
  seen: KubernetesObject | undefined,
  { application, adopt, forced, recalled, uids, rolloutTimeout }: Terms,
  departures: Pick<Departures, 'untilGone'>,
  world: Pick<World, 'run'>,
  hasty = false,
): Promise<KubernetesObject> {
  const { object, address, source } = manifest
  const reference = referenceTo(object)
  // What was not there is made anew, and may come back from a request whose answer was lost.
  const uid = seen === undefined ? undefined : uids.get(keyOf(reference))
  let live = seen
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (live !== undefined && isTerminating(live)) {
      const going = { reference, address, uid: live.metadata.uid, source }
      await departures.untilGone(going, rolloutTimeout)
      live = undefined
    }
    const other = live === undefined ? undefined : otherThan(application, live, uid)
    if (other !== undefined && !adopt.includes(address)) throw refusedOwner(address, other, source)
    const terms = termsOf(application, live, other !== undefined, forced.includes(address))
    try {
      const { object: sent, live: ready } = await prepared(client, manifest, live, terms)
      const written = writtenBy(sent, world.run.url)
      const resourceVersion = ready?.metadata.resourceVersion ?? NOT_THERE
      const exact = { ...written, metadata: { ...written.metadata, resourceVersion } }
      const force = terms.adopted || terms.forced
      const { body } = await client.apply(exact, {
        fieldManager: terms.fieldManager,
        force,
        dryRun: false,
        hasty,
      })
      // One that was there by then is taken as what it is.
      if (live === undefined) checkMade(manifest, body, recalled.get(address))
      return body
    } catch (error) {
      if (!(error instanceof KubernetesError) || error.status !== 409) throw refusalOf(error, manifest, live)
      const found = await client.get(reference)
      const changed = found?.metadata.resourceVersion !== live?.metadata.resourceVersion
      // Somebody else's field is a conflict too: whether the whole object is somebody else's comes first.
      if (!isConflict(error) && !changed) throw refusalOf(error, manifest)
      live = found
    }
  }
  throw new Failure({
    code: 'OBJECT_BUSY',
    what: `${address} is changed each time that it is to be written.`,
    why: 'A controller, or somebody, writes it all the time.',
    fix: 'Find out who does, and start again.',
    source,
  })
}
