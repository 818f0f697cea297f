/** Writes a release in its order, and waits in between for what the next part of it stands on. */
import { setTimeout as sleep } from 'node:timers/promises'
import { healthOf } from '#toolkit/kubernetes/health/index.ts'
import { groupKindOf, knownKinds } from '#toolkit/kubernetes/kinds.ts'
import { type KubernetesObject, referenceTo } from '#toolkit/kubernetes/object.ts'
import { inStages, type Stage, stages, stagesAmong } from '#toolkit/kubernetes/stages.ts'
import { webhooksAmong } from '#toolkit/kubernetes/webhooks.ts'
import type { CompleteManifest } from '#toolkit/manifests/manifest.ts'
import type { World } from '#toolkit/world/world.ts'
import { definedKinds } from '../admission/definition.ts'
import { waitForDefinitions } from '../rollout/definitions.ts'
import { beforeWebhooks } from '../rollout/serving.ts'
import type { ApplyingClient } from './client.ts'
import { collect } from './collect.ts'
import { deleteExactly } from './delete-exactly.ts'
import { lagOf, silentOwn } from './lag.ts'
import type { Apply, Release } from './release.ts'
import { Departures } from './terminating.ts'
import type { Timed } from './timing.ts'
import { write } from './write.ts'

/** Milliseconds between two tries of what lags. */
const PAUSE = 500

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

interface Told {
  /** Every object as it was last seen, by its address: what is written is added. */
  readonly known: Map<string, KubernetesObject>
  readonly timed: Timed
  /** @throws Failure of what does not roll out */
  readonly rollOut: (awaited: readonly CompleteManifest[]) => Promise<void>
}

/** Those that were written, and those that were there and could not be used yet. */
function definitionsToAwait(
  { manifests, live }: Release,
  written: ReadonlySet<CompleteManifest>,
): CompleteManifest[] {
  return manifests.filter((manifest) => {
    if (groupKindOf(manifest.object) !== knownKinds.definition) return false
    const seen = live.get(manifest.address)
    return written.has(manifest) || seen === undefined || healthOf(seen).state !== 'ready'
  })
}

/** Whose field is whose is most of an answer, and nobody asks for it again. */
function withoutManagers(object: KubernetesObject): KubernetesObject {
  const { managedFields: _most, ...metadata } = object.metadata
  return { ...object, metadata }
}

/**
 * The same, each key as evenly among the others as can be: what the API server does one after the other for a kind, such
 * as giving addresses to Services, is done while it does something else for the rest.
 */
function inTurns<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  const turns = [...Map.groupBy(items, keyOf).values()].flatMap((group) =>
    group.map((item, index) => ({ item, turn: (index + 0.5) / group.length })),
  )
  return turns.toSorted((a, b) => a.turn - b.turn).map(({ item }) => item)
}

/** @throws Failure or Failures of what the cluster refuses */
export async function writeInStages(
  release: Release,
  client: ApplyingClient,
  afterCutOff: boolean,
  { known, timed, rollOut }: Told,
  world: World,
): Promise<void> {
  const { manifests, rolloutTimeout } = release
  const objects = manifests.map(({ object }) => object)
  const writing = writings(release, afterCutOff)
  const staged = new Map(
    inStages(writing, ({ manifest }) => manifest.object, stagesAmong(objects)).map(({ stage, items }) => [
      stage,
      items,
    ]),
  )
  const departures = new Departures(client, release.application, world)
  const definitions = definitionsToAwait(release, new Set(writing.map(({ manifest }) => manifest)))
  const lagging = {
    kinds: new Set(definedKinds(definitions).keys()),
    webhooks: new Set(webhooksAmong(objects).map(({ name }) => name)),
  }
  /** Refused because a webhook does not answer that this very release is to mend: it comes after that. */
  const late: Writing[] = []

  /** Those that were deleted to be made again. */
  const removed = new Set<string>()

  /** What cannot be changed in place goes, with what it owns, before it is made again. */
  const remove = async ({ object, address, source }: CompleteManifest) => {
    const live = known.get(address)
    if (live === undefined || removed.has(address)) return
    const reference = referenceTo(object)
    const { uid } = live.metadata
    await deleteExactly(client, { reference, address, uid }, release.application, live, 'Foreground')
    await departures.untilGone({ reference, address, uid, source }, rolloutTimeout)
    known.delete(address)
    removed.add(address)
  }

  const attempt = async (
    { manifest, action }: Writing,
    mayComeLate: boolean,
  ): Promise<'written' | 'late'> => {
    const began = world.clock().getTime()
    for (;;) {
      try {
        if (action === 'replace') await remove(manifest)
        const seen = known.get(manifest.address)
        const written = await write(client, manifest, seen, release, departures, world, mayComeLate)
        known.set(manifest.address, withoutManagers(written))
        return 'written'
      } catch (error) {
        const silent = silentOwn(error, lagging)
        if (mayComeLate && silent !== undefined) {
          world.log.info(`${manifest.address} comes later: ${silent} does not answer yet`)
          return 'late'
        }
        const patience = lagOf(error, manifest, lagging, rolloutTimeout)
        if (world.clock().getTime() - began >= patience) throw error
        client.discovery.refresh()
        await sleep(PAUSE, undefined, { signal: world.signal })
      }
    }
  }
  const apply = async (item: Writing, stage: Stage) => {
    const mayComeLate = stages.indexOf(stage) < stages.indexOf('webhooks')
    const { manifest, action } = item
    const work = async () => {
      if ((await attempt(item, mayComeLate)) === 'written') return true
      late.push(item)
      return false
    }
    await (action === undefined ? work() : timed(manifest.address, action, work))
  }

  for (const stage of stages) {
    if (stage === 'configuration')
      await waitForDefinitions(client, definitions, release.application, rolloutTimeout, world)
    const items = [...(staged.get(stage) ?? []), ...(stage === 'guarded' ? late : [])]
    if (stage === 'webhooks' && (items.length > 0 || staged.has('guarded') || late.length > 0)) {
      const unwritten = new Set(late.map(({ manifest }) => manifest))
      const awaited = beforeWebhooks(manifests, late.length > 0).filter((each) => !unwritten.has(each))
      await rollOut(awaited)
    }
    await collect(
      inTurns(items, ({ manifest }) => groupKindOf(manifest.object)),
      (item) => apply(item, stage),
    )
  }
}
