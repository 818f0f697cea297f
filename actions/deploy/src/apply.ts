/** Applies by server-side apply, waits, and prunes. */
import type { Progress } from '#toolkit/action/progress.ts'
import type { Forwards } from '#toolkit/action/step.ts'
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import type { Reader } from '#toolkit/kubernetes/diagnose.ts'
import type { Discovery } from '#toolkit/kubernetes/discovery.ts'
import { referenceTo } from '#toolkit/kubernetes/object.ts'
import { inStages } from '#toolkit/kubernetes/stages.ts'
import { formatDuration } from '#toolkit/model/duration.ts'
import { failuresIn } from '#toolkit/model/failure.ts'
import type { Result } from '#toolkit/model/outcome.ts'
import type { World } from '#toolkit/world/world.ts'
import { claim, claimed, conclude } from './claim.ts'
import { collect } from './collect.ts'
import { FIELD_MANAGER } from './deployment.ts'
import { except, union } from './inventory.ts'
import { prunable } from './prune.ts'
import { refusalOf } from './refusal.ts'
import type { Release } from './release.ts'
import { prepared } from './takeover.ts'
import { waitForDefinitions, waitForRollouts } from './wait.ts'

const NOT_OWNED = 'the application does not own it any more'

/** What applying asks of a client. */
export type ApplyingClient = Pick<KubernetesClient, 'apply' | 'delete' | 'patch'> &
  Reader & { readonly discovery: Pick<Discovery, 'refresh' | 'resourceOf' | 'scopes'> }

/** @throws Failure or Failures of what the cluster refuses, and of what does not roll out */
export async function applyRelease(
  release: Release,
  client: ApplyingClient,
  forwards: Forwards,
  progress: Pick<Progress, 'record'>,
  world: World,
): Promise<void> {
  const { application, manifests, live, applies, deletes, rolloutTimeout } = release
  const references = manifests.map(({ object }) => referenceTo(object))
  await claim(client, application, references, forwards)

  const known = new Map(live)
  const timed = async (address: string, action: Result['action'], work: () => Promise<void>) => {
    const began = world.clock().getTime()
    const record = (status: Result['status'], more: Pick<Result, 'message'> = {}) => {
      const durationMs = world.clock().getTime() - began
      progress.record({ address, action, status, durationMs, ...more })
      return durationMs
    }
    try {
      await work()
    } catch (error) {
      const [failure] = failuresIn(error)
      // Whether a request arrived that was not answered, nobody knows.
      record(failure === undefined || failure.code === 'CLUSTER_UNREACHABLE' ? 'unknown' : 'failed', {
        message: failure?.what ?? 'the request was not answered',
      })
      throw error
    }
    world.log.info(`${action}: ${address} (${formatDuration(record('done'))})`)
  }
  for (const { stage, items } of inStages(applies, ({ manifest }) => manifest.object)) {
    await collect(items, async ({ manifest, action }) => {
      await timed(manifest.address, action, async () => {
        try {
          const forced = release.forced.includes(manifest.address)
          const terms = { fieldManager: FIELD_MANAGER, adopted: false, forced }
          const { object } = await prepared(client, manifest, known.get(manifest.address), terms)
          const options = { fieldManager: FIELD_MANAGER, force: forced, dryRun: false }
          const { body } = await client.apply(object, options)
          known.set(manifest.address, body)
        } catch (error) {
          throw refusalOf(error, manifest)
        }
      })
    })
    if (stage === 'definitions')
      await waitForDefinitions(
        client,
        items.map(({ manifest }) => manifest),
        world,
      )
  }
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

  const pruned = prunable(deletes, await claimed(client, application, forwards.next))
  for (const { address } of deletes)
    if (!pruned.some((each) => each.address === address))
      progress.record({ address, action: 'delete', status: 'skipped', durationMs: 0, message: NOT_OWNED })
  for (const { reference, address } of pruned) await timed(address, 'delete', () => client.delete(reference))
  const gone = pruned.map(({ reference }) => reference)
  await conclude(client, application, forwards.next, (members) => union(references, except(members, gone)))
}
