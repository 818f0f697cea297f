/** What applying would change, by server-side dry run. */
import { createHash } from 'node:crypto'
import { addressesAmong } from '#toolkit/kubernetes/address.ts'
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import { isNotFound, KubernetesError } from '#toolkit/kubernetes/error.ts'
import { isAwaited } from '#toolkit/kubernetes/health/index.ts'
import { groupKindOf, groupVersionKindOf, knownKinds } from '#toolkit/kubernetes/kinds.ts'
import { type KubernetesObject, type Reference, referenceTo } from '#toolkit/kubernetes/object.ts'
import { type ScopeOf, scopesAmong } from '#toolkit/kubernetes/scope.ts'
import { type CompleteManifest, duplicatesAmong, placedManifest } from '#toolkit/manifests/manifest.ts'
import { canonicalJson } from '#toolkit/model/canonical.ts'
import type { Change } from '#toolkit/model/change.ts'
import { Failure, throwIfAny } from '#toolkit/model/failure.ts'
import { type Finding, finding } from '#toolkit/model/finding.ts'
import { makePlan, type Place } from '#toolkit/model/plan.ts'
import { Sensitive } from '#toolkit/model/sensitive.ts'
import type { World } from '#toolkit/world/world.ts'
import { collect } from './collect.ts'
import { type Deployment, FIELD_MANAGER } from './deployment.ts'
import { created, difference, replacedSecrets } from './diff.ts'
import { floatingFindings } from './images.ts'
import { asMember, except, type Inventory, readInventory } from './inventory.ts'
import { planPruning } from './prune.ts'
import { atItsPlace, refusalOf } from './refusal.ts'
import type { Delete, Release } from './release.ts'
import {
  blindFindings,
  type Right,
  Rights,
  rightsTo,
  rightsToRecall,
  rightsToRemember,
  silentFindings,
} from './rights.ts'
import { type Fields, sensitiveIn, withSecretsHidden } from './secret.ts'
import { maskSecrets } from './secret-values.ts'
import { hiddenFinding, type Member, unwellFindings } from './unwell.ts'

interface Planned {
  readonly manifest: CompleteManifest
  readonly change: Change
  readonly warnings: readonly string[]
  /** As it is in the cluster; undefined when it is not there. */
  readonly live: KubernetesObject | undefined
  /** What is sent and shown to nobody, and what that takes the place of; undefined when there is no such thing. */
  readonly sensitive: { readonly sent: unknown; readonly replaced?: unknown } | undefined
}

/** The kinds that this release itself defines, with their plurals. */
function definedKinds(manifests: readonly CompleteManifest[]): ReadonlyMap<string, string> {
  interface Definition {
    readonly spec?: {
      readonly group: string
      readonly names?: { readonly kind: string; readonly plural?: string }
      readonly versions: readonly { readonly name: string }[]
    }
  }
  const definitions = manifests.filter(({ object }) => groupKindOf(object) === knownKinds.definition)
  return new Map(
    definitions.flatMap(({ object }) => {
      const { spec } = object as Definition // apiextensions.k8s.io/v1
      const plural = spec?.names?.plural ?? ''
      return (spec?.versions ?? []).map(
        ({ name }) => [`${spec?.group}/${name} ${spec?.names?.kind}`, plural] as const,
      )
    }),
  )
}

interface Context {
  /** The kinds that the release itself defines. */
  readonly defined: ReadonlyMap<string, string>
  /** The namespaces that the release makes. */
  readonly made: ReadonlySet<string>
  /** Whether fields of other managers are taken over, so that it is seen what would become of them. */
  readonly force: boolean
  readonly scopeOf: ScopeOf
  readonly rights: Rights
}

/** What the cluster has of a manifest. */
interface Found {
  readonly manifest: CompleteManifest
  /** Whether the cluster serves its kind; else the release itself defines it. */
  readonly served: boolean
  /** As it is in the cluster; undefined when it is not there. */
  readonly live: KubernetesObject | undefined
  /** What looking at it and applying it needs. */
  readonly needs: readonly Right[]
}

async function find(
  client: KubernetesClient,
  manifest: CompleteManifest,
  { defined, scopeOf, rights }: Context,
): Promise<Found> {
  const { object, address, source } = manifest
  if (object.metadata.namespace === undefined && scopeOf(groupKindOf(object)) === 'Namespaced') {
    throw new Failure({
      code: 'NAMESPACE_MISSING',
      what: `${address} names no namespace.`,
      fix: 'Set metadata.namespace, or `namespace:` in the kustomization.',
      source: manifest.node.get('metadata').source,
    })
  }
  const resource = await client.discovery.resourceOf(object)
  const plural = resource?.plural ?? defined.get(groupVersionKindOf(object))
  if (plural === undefined) {
    throw new Failure({
      code: 'KIND_UNKNOWN',
      what: `The cluster knows no ${object.kind} of ${object.apiVersion}.`,
      fix: 'Add its CustomResourceDefinition to the manifests, or correct apiVersion and kind.',
      source,
    })
  }
  const reference = referenceTo(object)
  const reading = rightsTo(['get'], reference, plural)
  const visible = (await rights.missing(reading)).length === 0
  const live =
    resource === undefined || !visible
      ? undefined
      : await client.get(reference).catch((error: unknown) => {
          throw atItsPlace(error, manifest)
        })
  const writing = rightsTo(live === undefined ? ['create', 'patch'] : ['patch'], reference, plural)
  return { manifest, served: resource !== undefined, live, needs: [...reading, ...writing] }
}

/** Whether an object cannot be made because its namespace is not there. */
function lacksNamespace(error: unknown, namespace: string | undefined): boolean {
  return (
    error instanceof KubernetesError &&
    isNotFound(error) &&
    error.said === `namespaces "${namespace}" not found`
  )
}

async function planOne(
  client: KubernetesClient,
  { manifest, served, live }: Found,
  { made, force }: Context,
): Promise<Planned> {
  const { object, address, source } = manifest
  const base = { address, kind: groupVersionKindOf(object), source }
  const sent = sensitiveIn(fieldsOf(object))
  const planned = (
    change: Omit<Change, 'address' | 'kind' | 'source'>,
    warnings: readonly string[] = [],
    replaced?: unknown,
  ): Planned => {
    // What stays as it is sends nothing.
    const counts = change.action !== 'none' && (sent ?? replaced) !== undefined
    return {
      manifest,
      change: { ...base, ...change },
      warnings,
      live,
      sensitive: counts ? { sent, replaced } : undefined,
    }
  }
  if (!served) {
    return planned({
      action: 'create',
      after: created(object),
      note: 'its kind is defined by this release',
    })
  }
  const { namespace } = object.metadata
  try {
    const { body, warnings } = await client.apply(object, {
      fieldManager: FIELD_MANAGER,
      force,
      dryRun: true,
    })
    if (live === undefined) return planned({ action: 'create', after: created(object) }, warnings)
    const changed = difference(live, body)
    if (changed === undefined) return planned({ action: 'none' }, warnings)
    return planned({ action: 'update', ...changed }, warnings, replacedSecrets(live, body))
  } catch (error) {
    if (!lacksNamespace(error, namespace)) throw refusalOf(error, manifest)
    if (namespace !== undefined && made.has(namespace)) {
      return planned({
        action: 'create',
        after: created(object),
        note: 'its namespace is made by this release',
      })
    }
    throw new Failure({
      code: 'NAMESPACE_MISSING',
      what: `The namespace ${namespace} of ${address} is neither in the cluster nor in the manifests.`,
      fix: 'Add it to the manifests (`kind: Namespace`), or correct metadata.namespace.',
      source: manifest.node.get('metadata', 'namespace').source,
    })
  }
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

function memberOf({ manifest, change: { address }, live }: Planned): Member[] {
  return live === undefined ? [] : [{ address, live, manifest }]
}

/** What is not well of what left the manifests, and is not deleted. */
async function stayingFindings(
  client: KubernetesClient,
  references: readonly Reference[],
  addressOf: (reference: Reference) => string,
): Promise<Finding[]> {
  const found = await collect(references, async (reference) => {
    const address = addressOf(reference)
    try {
      const live = await client.get(reference)
      return live === undefined ? [] : unwellFindings([{ address, live, manifest: undefined }])
    } catch (error) {
      if (error instanceof KubernetesError && error.code === 'CLUSTER_FORBIDDEN')
        return [hiddenFinding(address, error)]
      throw error
    }
  })
  return found.flat()
}

function fieldsOf(object: KubernetesObject): Fields {
  return object as unknown as Fields // parsed from YAML
}

/** Of what is sent, without what is sensitive of it: that counts by a salted hash. */
function sha256Of(object: KubernetesObject): string {
  return createHash('sha256')
    .update(canonicalJson(withSecretsHidden(fieldsOf(object))))
    .digest('hex')
}

/** What an identity plans with that may not read the inventory, until it is told so. */
const NOTHING_KNOWN: Inventory = { members: [], released: undefined }

async function rightsToDelete(client: KubernetesClient, deletes: readonly Delete[]): Promise<Right[]> {
  const needs = await Promise.all(
    deletes.map(async ({ reference }) => {
      const resource = await client.discovery.resourceOf(reference)
      return resource === undefined ? [] : rightsTo(['delete', 'get'], reference, resource.plural)
    }),
  )
  return needs.flat()
}

/** The manifests, by addresses that tell them and what else is in the plan apart. */
function addressed(
  manifests: readonly CompleteManifest[],
  addressOf: (reference: Reference) => string,
): CompleteManifest[] {
  return manifests.map((manifest) => ({ ...manifest, address: addressOf(referenceTo(manifest.object)) }))
}

/** Looks at everything that the deployment is about, and changes nothing. */
export async function planDeployment(
  client: KubernetesClient,
  deployment: Deployment,
  place: Place,
  world: World,
): Promise<Release> {
  const { application, images, name, prune, rolloutTimeout } = deployment
  maskSecrets(
    deployment.manifests.manifests.map(({ object }) => object),
    world,
  )
  const scopeOf = scopesAmong(
    deployment.manifests.manifests.map(({ object }) => object),
    await client.discovery.scopes(),
  )
  const written = deployment.manifests.manifests.map((manifest) => placedManifest(manifest, scopeOf))
  throwIfAny(duplicatesAmong(written))
  const made = new Set(
    written.flatMap(({ object }) =>
      groupKindOf(object) === knownKinds.namespace ? [object.metadata.name] : [],
    ),
  )
  const rights = new Rights(client)
  const force = deployment.looksForDrift === true
  const context = { defined: definedKinds(written), made, force, scopeOf, rights }
  const references = written.map(({ object }) => referenceTo(object))
  const recall = rightsToRecall(application)
  const known = (await rights.missing(recall)).length === 0
  const { members, released } = known ? await readInventory(client, application) : NOTHING_KNOWN
  const left = except(members, references)
  const gone = prune ? left : []
  const addressOf = addressesAmong([...references, ...gone])
  const manifests = addressed(written, addressOf).map((manifest) => ({
    ...manifest,
    object: asMember(manifest.object, application),
  }))
  const found = await collect(manifests, (manifest) => find(client, manifest, context))
  const pruning = planPruning(gone, addressOf)
  // What only an apply needs is asked of nobody who has nothing to apply.
  const applying = deployment.applies
    ? [...rightsToRemember(application), ...(await rightsToDelete(client, pruning.deletes))]
    : []
  await rights.demand([...recall, ...found.flatMap(({ needs }) => needs)], applying, world)
  const planned = await collect(found, (each) => planOne(client, each, context))
  const pruned = pruning.deletes.map(({ reference }) => reference)
  const staying = await stayingFindings(
    client,
    except(left, pruned),
    addressesAmong([...references, ...left]),
  )
  // What is gone must not change how the bytes of what stays are named: an interrupted release has the same.
  const nameOf = addressesAmong(references)
  const applies = planned.flatMap(({ manifest, change: { action } }) =>
    action === 'create' || action === 'update' ? [{ manifest, action }] : [],
  )
  if (applies.length + pruning.deletes.length > 0) await rights.demand(applying, [], world)
  const awaited = manifests.filter(({ object }) => isAwaited(groupKindOf(object)))
  const bytesOf = (objects: readonly CompleteManifest[]) =>
    Object.fromEntries(objects.map(({ object }) => [nameOf(referenceTo(object)), sha256Of(object)]))
  const plan = makePlan({
    step: 'deploy',
    ...place,
    name,
    createdAt: world.clock(),
    changes: [...planned.map(({ change }) => change), ...pruning.changes],
    findings: [
      ...unwellFindings(planned.flatMap(memberOf)),
      ...staying,
      ...warningFindings(planned),
      ...floatingFindings(manifests),
      ...pruning.findings,
      ...(deployment.applies ? await blindFindings(rights, awaited) : []),
      ...silentFindings(rights),
    ],
    with: {
      ...Object.fromEntries([...images].map(([image, reference]) => [`image ${image}`, reference])),
      prune,
      'field manager': FIELD_MANAGER,
      repository: world.run.repositoryId,
    },
    from: bytesOf(applies.map(({ manifest }) => manifest)),
    sources: bytesOf(manifests),
    released: released === undefined ? {} : { '': released },
    sensitive: new Sensitive(
      planned.flatMap(({ change, sensitive }) =>
        sensitive === undefined ? [] : [[change.address, sensitive] as const],
      ),
    ),
  })
  return {
    plan,
    application,
    manifests,
    live: new Map(planned.flatMap(memberOf).map((member) => [member.address, member.live])),
    applies,
    deletes: pruning.deletes,
    rolloutTimeout,
  }
}
