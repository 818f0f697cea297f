/** Applies by server-side apply, waits, and prunes. */
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import { addressOf, referenceTo } from '#toolkit/kubernetes/object.ts'
import { inStages, stageOf, stages } from '#toolkit/kubernetes/stages.ts'
import { formatDuration } from '#toolkit/model/duration.ts'
import { makeOutcome, type Outcome, type Result } from '#toolkit/model/outcome.ts'
import type { Plan } from '#toolkit/model/plan.ts'
import type { World } from '#toolkit/world/world.ts'
import { collect } from './collect.ts'
import { type Deployment, FIELD_MANAGER } from './deployment.ts'
import { asMember, readInventory, sameReference, union, writeInventory } from './inventory.ts'
import { orphans } from './prune.ts'
import { refusalOf } from './refusal.ts'
import { waitForDefinitions, waitForRollouts } from './wait.ts'

export async function applyDeployment(
  plan: Plan,
  client: KubernetesClient,
  deployment: Deployment,
  world: World,
): Promise<Outcome> {
  const startedAt = world.clock()
  const {
    application,
    manifests: { manifests },
  } = deployment
  const changed = new Map(
    plan.changes.filter(({ action }) => action !== 'none').map((change) => [change.address, change]),
  )
  const before = await readInventory(client, application)
  const references = manifests.map(({ object }) => referenceTo(object))
  // First the union: whatever happens from here on, nothing that was made is forgotten.
  await writeInventory(client, application, union(before.members, references), FIELD_MANAGER)

  const results: Result[] = []
  const timed = async (address: string, action: Result['action'], work: () => Promise<void>) => {
    const began = world.clock().getTime()
    await work()
    const durationMs = world.clock().getTime() - began
    results.push({ address, action, status: 'done', durationMs })
    world.log.info(`${action}: ${address} (${formatDuration(durationMs)})`)
  }
  const toApply = manifests.filter(({ address }) => changed.has(address))
  for (const { stage, items } of inStages(toApply, ({ object }) => object)) {
    await collect(items, async (manifest) => {
      const object = asMember(manifest.object, application)
      const action = changed.get(manifest.address)?.action ?? 'update'
      await timed(manifest.address, action, async () => {
        try {
          await client.apply(object, { fieldManager: FIELD_MANAGER, force: false, dryRun: false })
        } catch (error) {
          throw refusalOf(error, manifest)
        }
      })
    })
    if (stage === 'definitions')
      await waitForDefinitions(
        client,
        items.map(({ object }) => object),
        world,
      )
  }
  await waitForRollouts(client, manifests, deployment.rolloutTimeout, world)

  const pruned = orphans(before.members, manifests).filter(
    (reference) => changed.get(addressOf(reference))?.action === 'delete',
  )
  const backwards = [...pruned].sort((a, b) => stages.indexOf(stageOf(b)) - stages.indexOf(stageOf(a)))
  for (const reference of backwards)
    await timed(addressOf(reference), 'delete', () => client.delete(reference))
  const kept = before.members.filter((member) => !pruned.some((each) => sameReference(member, each)))
  await writeInventory(client, application, union(references, kept), FIELD_MANAGER)
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
