/** Plans by server-side dry run, applies by server-side apply, waits, and prunes. */
import { createHash } from 'node:crypto'
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import { addressOf, type KubernetesObject, type Reference, referenceTo } from '#toolkit/kubernetes/object.ts'
import { inStages, stageOf, stages } from '#toolkit/kubernetes/stages.ts'
import type { Manifest, Manifests } from '#toolkit/manifests/document.ts'
import type { Change } from '#toolkit/model/change.ts'
import { formatDuration } from '#toolkit/model/duration.ts'
import { Failure, failuresIn, throwIfAny } from '#toolkit/model/failure.ts'
import { type Finding, finding } from '#toolkit/model/finding.ts'
import { makeOutcome, type Outcome, type Result } from '#toolkit/model/outcome.ts'
import { makePlan, type Plan } from '#toolkit/model/plan.ts'
import type { World } from '#toolkit/world/world.ts'
import { created, difference, secretsIn } from './diff.ts'
import { asMember, readInventory, sameReference, union, writeInventory } from './inventory.ts'
import { refusalOf } from './refusal.ts'
import { waitForDefinitions, waitForRollouts } from './wait.ts'

const FIELD_MANAGER = 'omninode-deploy'

/** Deleting one of these deletes data, or everything in it: a person does that. */
const protectedKinds = new Set([
  'CustomResourceDefinition',
  'Namespace',
  'PersistentVolume',
  'PersistentVolumeClaim',
  'StatefulSet',
])

export interface Deployment {
  readonly manifests: Manifests
  readonly path: string
  readonly application: string
  readonly prune: boolean
  /** Milliseconds. */
  readonly rolloutTimeout: number
}

interface Planned {
  readonly change: Change
  readonly warnings: readonly string[]
}

function kindOf({ apiVersion, kind }: { apiVersion: string; kind: string }): string {
  return `${apiVersion} ${kind}`
}

/** The kinds that this release itself defines. */
function definedKinds(manifests: readonly Manifest[]): ReadonlySet<string> {
  interface Definition {
    readonly spec?: {
      readonly group: string
      readonly names: { readonly kind: string }
      readonly versions: readonly { readonly name: string }[]
    }
  }
  const definitions = manifests.filter(({ object }) => object.kind === 'CustomResourceDefinition')
  return new Set(
    definitions.flatMap(({ object }) => {
      const { spec } = object as Definition // apiextensions.k8s.io/v1
      return (spec?.versions ?? []).map(({ name }) => `${spec?.group}/${name} ${spec?.names.kind}`)
    }),
  )
}

async function planOne(
  client: KubernetesClient,
  manifest: Manifest,
  context: { defined: ReadonlySet<string>; namespaces: ReadonlySet<string> },
): Promise<Planned> {
  const { object, address, source } = manifest
  const base = { address, kind: kindOf(object), source }
  const resource = await client.discovery.resourceOf(object)
  if (resource === undefined) {
    if (!context.defined.has(kindOf(object))) {
      throw new Failure({
        code: 'KIND_UNKNOWN',
        what: `The cluster knows no ${object.kind} of ${object.apiVersion}.`,
        fix: 'Add its CustomResourceDefinition to the manifests, or correct apiVersion and kind.',
        source,
      })
    }
    return {
      change: {
        ...base,
        action: 'create',
        after: created(object),
        note: 'its kind is defined by this release',
      },
      warnings: [],
    }
  }
  const { namespace } = object.metadata
  if (resource.namespaced && namespace === undefined) {
    throw new Failure({
      code: 'NAMESPACE_MISSING',
      what: `${address} names no namespace.`,
      fix: 'Set metadata.namespace, or `namespace:` in the kustomization.',
      source: manifest.locate(['metadata']),
    })
  }
  const live = await client.get(referenceTo(object))
  if (live === undefined && namespace !== undefined && !context.namespaces.has(namespace)) {
    return {
      change: {
        ...base,
        action: 'create',
        after: created(object),
        note: 'its namespace is made by this release',
      },
      warnings: [],
    }
  }
  try {
    const { body, warnings } = await client.apply(object, {
      fieldManager: FIELD_MANAGER,
      force: false,
      dryRun: true,
    })
    if (live === undefined) return { change: { ...base, action: 'create', after: created(object) }, warnings }
    const changed = difference(live, body)
    return {
      change: changed === undefined ? { ...base, action: 'none' } : { ...base, action: 'update', ...changed },
      warnings,
    }
  } catch (error) {
    throw refusalOf(error, manifest)
  }
}

/** Runs over all items, and throws all that failed together. */
async function collect<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const settled = await Promise.allSettled(items.map(work))
  const failures: Failure[] = []
  for (const each of settled) {
    if (each.status === 'fulfilled') continue
    const known = failuresIn(each.reason)
    if (known.length === 0) throw each.reason
    failures.push(...known)
  }
  // One cause for many objects, such as an API server that is away, is told once.
  throwIfAny([...new Map(failures.map((failure) => [failure.message, failure])).values()])
  return settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []))
}

function warningFindings(planned: readonly Planned[]): Finding[] {
  return planned.flatMap(({ change, warnings }) =>
    warnings.map((message) =>
      finding(
        {
          rule: 'api-server-warning',
          severity: 'warning',
          verdict: 'fail',
          message: `${change.address}: ${message}.`,
          why: 'The API server says so about this object.',
          fix: 'Change the manifest before the server refuses it.',
          ...(change.source === undefined ? {} : { source: change.source }),
        },
        `${change.address} ${message}`,
      ),
    ),
  )
}

/** What the application owned, and the manifests no longer name. */
function orphans(members: readonly Reference[], manifests: readonly Manifest[]): Reference[] {
  return members.filter(
    (member) => !manifests.some(({ object }) => sameReference(member, referenceTo(object))),
  )
}

async function planPruning(
  client: KubernetesClient,
  deployment: Deployment,
): Promise<{ changes: Change[]; findings: Finding[] }> {
  if (!deployment.prune) return { changes: [], findings: [] }
  const { members } = await readInventory(client, deployment.application)
  const gone = orphans(members, deployment.manifests.manifests)
  const kept = gone.filter(({ kind }) => protectedKinds.has(kind))
  return {
    changes: gone
      .filter(({ kind }) => !protectedKinds.has(kind))
      .map((reference) => ({
        action: 'delete',
        address: addressOf(reference),
        kind: kindOf(reference),
        note: 'is no longer in the manifests',
      })),
    findings: kept.map((reference) =>
      finding(
        {
          rule: 'prune-protected',
          severity: 'warning',
          verdict: 'fail',
          message: `${addressOf(reference)} is no longer in the manifests, and stays.`,
          why: 'Deleting it would delete data.',
          fix: 'Delete it by hand when nobody needs it, or put it back.',
        },
        addressOf(reference),
      ),
    ),
  }
}

export async function planDeployment(
  client: KubernetesClient,
  deployment: Deployment,
  world: World,
): Promise<Plan> {
  const { manifests, files } = deployment.manifests
  for (const { object } of manifests) for (const secret of secretsIn(object)) world.redactor.add(secret)
  const live = await client.list({ apiVersion: 'v1', kind: 'Namespace' })
  const namespaces = new Set(live.map((namespace) => namespace.metadata.name))
  const context = { defined: definedKinds(manifests), namespaces }
  const members = manifests.map((manifest) => ({
    ...manifest,
    object: asMember(manifest.object, deployment.application),
  }))
  const planned = await collect(members, (manifest) => planOne(client, manifest, context))
  const pruning = await planPruning(client, deployment)
  return makePlan({
    step: 'deploy',
    target: `${deployment.application} from ${deployment.path}`,
    createdAt: world.clock(),
    changes: [...planned.map(({ change }) => change), ...pruning.changes],
    findings: [...warningFindings(planned), ...pruning.findings],
    inputs: { application: deployment.application, prune: deployment.prune },
    sources: {
      ...Object.fromEntries(
        Object.entries(files).map(([file, text]) => [file, createHash('sha256').update(text).digest('hex')]),
      ),
      images: JSON.stringify(manifests.map(({ object }) => imagesIn(object))),
    },
  })
}

function imagesIn(object: KubernetesObject): string[] {
  return [...JSON.stringify(object).matchAll(/"image":"([^"]*)"/g)].map(([, image = '']) => image)
}

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
