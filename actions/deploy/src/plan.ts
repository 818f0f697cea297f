/** What applying would change, by server-side dry run. */
import { createHash } from 'node:crypto'
import { addressesAmong, keyOf } from '#toolkit/kubernetes/address.ts'
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
import { type Application, fieldManagerOf } from './application.ts'
import { collect } from './collect.ts'
import { checkForced } from './conflicts.ts'
import { definedKinds } from './defined-kinds.ts'
import type { Deployment } from './deployment.ts'
import { created, difference, replacedSecrets } from './diff.ts'
import { floatingFindings } from './images.ts'
import {
  asMember,
  except,
  type Member,
  ownInventory,
  type ReadInventory,
  readInventory,
} from './inventory.ts'
import { lookAtOrphans, type Orphan, planPruning, stayingFindings } from './orphans.ts'
import { asOwned, checkAdopt, type Other, otherThan, refusedOwner, termsOf } from './owner.ts'
import { lastRelease, lostInventory, NOTHING_REBUILT, rebuiltMembers } from './rebuild.ts'
import { atItsPlace, refusalOf, refusedFindings } from './refusal.ts'
import type { Release } from './release.ts'
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
import { preview } from './takeover.ts'
import { type Seen, unwellFindings } from './unwell.ts'

interface Planned {
  readonly manifest: CompleteManifest
  readonly change: Change
  readonly warnings: readonly string[]
  readonly notices: readonly Finding[]
  /** As it is in the cluster; undefined when it is not there. */
  readonly live: KubernetesObject | undefined
  /** What is sent and shown to nobody, and what that takes the place of; undefined when there is no such thing. */
  readonly sensitive: { readonly sent: unknown; readonly replaced?: unknown } | undefined
}

interface Context {
  /** The kinds that the release itself defines. */
  readonly defined: ReadonlyMap<string, string>
  /** The namespaces that the release makes. */
  readonly made: ReadonlySet<string>
  readonly scopeOf: ScopeOf
  readonly rights: Rights
  readonly application: Application
  /** The uid of what the application made, by the key of its reference. */
  readonly uids: ReadonlyMap<string, string | undefined>
  readonly adopt: readonly string[]
  readonly forced: readonly string[]
}

/** What the cluster has of a manifest. */
interface Found {
  readonly manifest: CompleteManifest
  /** Whether the cluster serves its kind; else the release itself defines it. */
  readonly served: boolean
  /** As it is in the cluster; undefined when it is not there. */
  readonly live: KubernetesObject | undefined
  /** Whose it is, when it is not the application's own and was named to become so. */
  readonly other: Other | undefined
  /** What looking at it and applying it needs. */
  readonly needs: readonly Right[]
}

async function find(
  client: KubernetesClient,
  manifest: CompleteManifest,
  { defined, scopeOf, rights, application, uids, adopt }: Context,
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
  const other = live === undefined ? undefined : otherThan(application, live, uids.get(keyOf(reference)))
  if (other !== undefined && !adopt.includes(address)) throw refusedOwner(address, other, source)
  const writing = rightsTo(live === undefined ? ['create', 'patch'] : ['patch'], reference, plural)
  return { manifest, served: resource !== undefined, live, other, needs: [...reading, ...writing] }
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
  { manifest, served, live, other }: Found,
  { made, application, forced }: Context,
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
      notices: [],
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
    const terms = termsOf(application, live, other !== undefined, forced.includes(address))
    const { body, warnings, from, notices } = await preview(client, manifest, live, terms)
    if (live === undefined) return planned({ action: 'create', after: created(object) }, warnings)
    const changed = difference(live, body)
    if (changed === undefined && other === undefined)
      return { ...planned({ action: 'none' }, warnings), notices }
    const migrated = from.length === 0 ? [] : [`what ${from.join(', ')} applied becomes ours`]
    const note = [...(other === undefined ? [] : [`it ${other.what}`]), ...migrated].join('; ')
    const change = {
      action: other === undefined ? ('update' as const) : ('import' as const),
      ...changed,
      ...(note === '' ? {} : { note }),
    }
    return { ...planned(change, warnings, replacedSecrets(live, body)), notices }
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

function seenOf({ manifest, change: { address }, live }: Planned): Seen[] {
  return live === undefined ? [] : [{ address, live, manifest }]
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
const NOTHING_KNOWN: ReadInventory = {
  members: [],
  released: undefined,
  version: undefined,
  repository: undefined,
}

async function rightsToDelete(client: KubernetesClient, orphans: readonly Orphan[]): Promise<Right[]> {
  const needs = await Promise.all(
    orphans.map(async ({ reference, state }) => {
      if (state.is !== 'deletable' && state.is !== 'hidden') return []
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
  const { application, images, name, prune, adopt, forced, rolloutTimeout } = deployment
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
  const references = written.map(({ object }) => referenceTo(object))
  const recall = rightsToRecall(application)
  const known = (await rights.missing(recall)).length === 0
  const inventory = known ? await readInventory(client, application) : NOTHING_KNOWN
  ownInventory(inventory, application, adopt)
  const isLost = known && inventory.version === undefined
  const rebuilt = isLost ? await rebuiltMembers(client, application, references) : NOTHING_REBUILT
  const members: readonly Member[] = [...inventory.members, ...rebuilt.members]
  const left = except(members, references)
  const addressOf = addressesAmong([...references, ...left])
  const manifests = addressed(written, addressOf).map((manifest) => ({
    ...manifest,
    object: asOwned(asMember(manifest.object, application), application),
  }))
  const addresses = manifests.map(({ address }) => address)
  checkAdopt(adopt, application, addresses)
  checkForced(forced, addresses)
  const uids = new Map(members.map((member) => [keyOf(member), member.uid]))
  const defined = definedKinds(written)
  const context = { defined, made, scopeOf, rights, application, uids, adopt, forced }
  const refused: Finding[] = []
  /** What an object is refused for is told of it, and keeps nobody from seeing the rest. */
  const each = async <T>(manifest: CompleteManifest, work: () => Promise<T>): Promise<T[]> => {
    try {
      return [await work()]
    } catch (error) {
      refused.push(...refusedFindings(error, manifest))
      return []
    }
  }
  const looks = await collect(manifests, (manifest) => each(manifest, () => find(client, manifest, context)))
  const found = looks.flat()
  const orphans = await lookAtOrphans(client, left, application, addressOf)
  const pruning = planPruning(orphans, {
    prune,
    allowPrune: deployment.allowPrune,
    owned: members.filter(({ uid }) => uid !== undefined).length,
  })
  // What only an apply needs is asked of nobody who has nothing to apply.
  const applying = deployment.applies
    ? [...rightsToRemember(application), ...(prune ? await rightsToDelete(client, orphans) : [])]
    : []
  await rights.demand([...recall, ...found.flatMap(({ needs }) => needs)], applying, world)
  const previews = await collect(found, (one) => each(one.manifest, () => planOne(client, one, context)))
  const planned = previews.flat()
  // What is gone must not change how the bytes of what stays are named: an interrupted release has the same.
  const nameOf = addressesAmong(references)
  const applies = planned.flatMap(({ manifest, change: { action } }) =>
    action === 'create' || action === 'update' || action === 'import' ? [{ manifest, action }] : [],
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
      ...refused,
      ...lostInventory(application, rebuilt),
      ...planned.flatMap(({ notices }) => notices),
      ...unwellFindings(planned.flatMap(seenOf)),
      ...stayingFindings(orphans, pruning.deletes),
      ...warningFindings(planned),
      ...floatingFindings(manifests),
      ...pruning.findings,
      ...(deployment.applies ? await blindFindings(rights, awaited) : []),
      ...silentFindings(rights),
    ],
    with: {
      ...Object.fromEntries([...images].map(([image, reference]) => [`image ${image}`, reference])),
      prune,
      ...(forced.length === 0 ? {} : { 'force-conflicts': [...forced].sort() }),
      'field manager': fieldManagerOf(application),
      repository: application.repository,
    },
    from: bytesOf(applies.map(({ manifest }) => manifest)),
    sources: bytesOf(manifests),
    released: lastRelease(inventory, rebuilt),
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
    live: new Map(planned.flatMap(seenOf).map(({ address, live }) => [address, live])),
    applies,
    deletes: pruning.deletes,
    forgets: pruning.forgets,
    rebuilt: rebuilt.members,
    uids,
    adopt,
    forced,
    rolloutTimeout,
  }
}
