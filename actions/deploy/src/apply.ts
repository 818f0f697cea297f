/** Applies by server-side apply, waits, and prunes. */
import type { Forwards } from '#toolkit/action/step.ts'
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import type { Reader } from '#toolkit/kubernetes/diagnose.ts'
import type { Discovery } from '#toolkit/kubernetes/discovery.ts'
import { referenceTo } from '#toolkit/kubernetes/object.ts'
import { inStages } from '#toolkit/kubernetes/stages.ts'
import { formatDuration } from '#toolkit/model/duration.ts'
import { makeOutcome, type Outcome, type Result } from '#toolkit/model/outcome.ts'
import type { World } from '#toolkit/world/world.ts'
import { claim, claimed, conclude } from './claim.ts'
import { collect } from './collect.ts'
import { FIELD_MANAGER } from './deployment.ts'
import { except, union } from './inventory.ts'
import { prunable } from './prune.ts'
import { refusalOf } from './refusal.ts'
import type { Release } from './release.ts'
import { waitForDefinitions, waitForRollouts } from './wait.ts'

/** What applying asks of a client. */
export type ApplyingClient = Pick<KubernetesClient, 'apply' | 'delete'> &
  Reader & { readonly discovery: Pick<Discovery, 'refresh' | 'scopes'> }

export async function applyRelease(
  { plan, application, manifests, live, applies, deletes, rolloutTimeout }: Release,
  client: ApplyingClient,
  forwards: Forwards,
  world: World,
): Promise<Outcome> {
  const startedAt = world.clock()
  const references = manifests.map(({ object }) => referenceTo(object))
  await claim(client, application, references, forwards)

  const results: Result[] = []
  const known = new Map(live)
  const timed = async (address: string, action: Result['action'], work: () => Promise<void>) => {
    const began = world.clock().getTime()
    await work()
    const durationMs = world.clock().getTime() - began
    results.push({ address, action, status: 'done', durationMs })
    world.log.info(`${action}: ${address} (${formatDuration(durationMs)})`)
  }
  for (const { stage, items } of inStages(applies, ({ manifest }) => manifest.object)) {
    await collect(items, async ({ manifest, action }) => {
      await timed(manifest.address, action, async () => {
        try {
          const options = { fieldManager: FIELD_MANAGER, force: false, dryRun: false }
          const { body } = await client.apply(manifest.object, options)
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
  await waitForRollouts(client, manifests, known, rolloutTimeout, world)

  const pruned = prunable(deletes, await claimed(client, application, forwards.next))
  for (const { reference, address } of pruned) await timed(address, 'delete', () => client.delete(reference))
  const gone = pruned.map(({ reference }) => reference)
  await conclude(client, application, forwards.next, (members) => union(references, except(members, gone)))
  return makeOutcome({
    step: 'deploy',
    target: plan.target,
    digest: plan.digest,
    startedAt,
    finishedAt: world.clock(),
    status: 'succeeded',
    changed: results.length > 0,
    results,
  })
}
