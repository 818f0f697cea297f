/** What applying would change, by server-side dry run. */
import { createHash } from 'node:crypto'
import { addressesAmong, keyOf } from '#toolkit/kubernetes/address.ts'
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import { gathered } from '#toolkit/kubernetes/gathered.ts'
import { groupKindOf, knownKinds } from '#toolkit/kubernetes/kinds.ts'
import { type KubernetesObject, type Reference, referenceTo } from '#toolkit/kubernetes/object.ts'
import { scopesAmong } from '#toolkit/kubernetes/scope.ts'
import { hasPods } from '#toolkit/kubernetes/trouble.ts'
import { webhooksAmong } from '#toolkit/kubernetes/webhooks.ts'
import { type CompleteManifest, duplicatesAmong, placedManifest } from '#toolkit/manifests/manifest.ts'
import { canonicalJson } from '#toolkit/model/canonical.ts'
import type { Evidence } from '#toolkit/model/evidence.ts'
import { throwIfAny } from '#toolkit/model/failure.ts'
import { type Finding, finding } from '#toolkit/model/finding.ts'
import { makePlan, type Place } from '#toolkit/model/plan.ts'
import type { Review } from '#toolkit/model/review.ts'
import { Sensitive } from '#toolkit/model/sensitive.ts'
import type { World } from '#toolkit/world/world.ts'
import { definedKinds } from './admission/definition.ts'
import { refusedFindings } from './admission/refusal.ts'
import { rightsToDelete, rightsToPlan, rightsToRecreate } from './admission/required-rights.ts'
import {
  blindFindings,
  Rights,
  rightsToRecall,
  rightsToRemember,
  silentFindings,
} from './admission/rights.ts'
import { fieldManagerOf } from './application/application.ts'
import {
  asMember,
  except,
  type Member,
  ownInventory,
  type ReadInventory,
  readInventory,
} from './application/inventory.ts'
import { lastRelease, lostInventory, NOTHING_REBUILT, rebuiltMembers } from './application/rebuild.ts'
import type { Deployment } from './deployment.ts'
import { lookAtOrphans, type PruneReader, planPruning, stayingFindings } from './orphans/orphans.ts'
import { checkForced } from './ownership/conflicts.ts'
import { asOwned, checkAdopt } from './ownership/owner.ts'
import { dryRun, type Planned } from './preview/dry-run.ts'
import { expectingOf, lookFor, recalling } from './preview/expected.ts'
import { find, withoutGoing } from './preview/find.ts'
import { floatingFindings } from './preview/images.ts'
import { collect } from './release/collect.ts'
import type { Release } from './release/release.ts'
import { type Seen, unwellFindings } from './rollout/unwell.ts'
import { type Fields, withSecretsHidden } from './secrets/secret.ts'
import { maskSecrets } from './secrets/secret-values.ts'

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

function renderedEvidence({ manifests: { renderedBy } }: Deployment): Evidence[] {
  if (renderedBy === undefined) return []
  return [{ title: 'Rendering', verdict: 'pass', text: `The manifests are rendered by ${renderedBy}.` }]
}

/** As they stand in the files. */
function inOrder(findings: readonly Finding[]): Finding[] {
  const place = ({ source }: Finding) => `${source?.file} ${String(source?.line ?? 0).padStart(9, '0')}`
  return findings.toSorted((a, b) => (place(a) < place(b) ? -1 : 1))
}

function seenOf({ manifest, change: { address }, live }: Planned): Seen[] {
  return live === undefined ? [] : [{ address, live, manifest }]
}

/** Of what is sent, without what is sensitive of it: that counts by a salted hash. */
function sha256Of(object: KubernetesObject): string {
  return createHash('sha256')
    .update(canonicalJson(withSecretsHidden(object as unknown as Fields))) // parsed from YAML
    .digest('hex')
}

/** What an identity plans with that may not read the inventory, until it is told so. */
const NOTHING_KNOWN: ReadInventory = {
  members: [],
  released: undefined,
  version: undefined,
  repository: undefined,
}

/** The manifests, by addresses that tell them and what else is in the plan apart. */
function addressed(
  manifests: readonly CompleteManifest[],
  addressOf: (reference: Reference) => string,
): CompleteManifest[] {
  return manifests.map((manifest) => ({ ...manifest, address: addressOf(referenceTo(manifest.object)) }))
}

/**
 * Looks at everything that the deployment is about, and changes nothing.
 * @param shown what was shown of what is to be applied, as somebody vouches for it: awaited when all else is known
 */
export async function planDeployment(
  client: KubernetesClient,
  deployment: Deployment,
  place: Place,
  world: World,
  shown: Promise<Review | undefined> = Promise.resolve(undefined),
): Promise<Release> {
  const { application, images, name, prune, adopt, forced, rolloutTimeout } = deployment
  maskSecrets(
    deployment.manifests.manifests.map(({ object }) => object),
    world,
  )
  // What does not stand on another answer is asked for at once: the way there and back is most of what it takes.
  const rights = new Rights(client)
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
  const references = written.map(({ object }) => referenceTo(object))
  const owned = written.map((manifest) => ({
    ...manifest,
    object: asOwned(asMember(manifest.object, application), application),
  }))
  // What is gone must not change how the bytes of what stays are named: an interrupted release has the same.
  const nameOf = addressesAmong(references)
  const nameOfBytes = ({ object }: CompleteManifest) => nameOf(referenceTo(object))
  const bytes: Readonly<Record<string, string>> = Object.fromEntries(
    owned.map((manifest) => [nameOfBytes(manifest), sha256Of(manifest.object)]),
  )
  const seeing = lookFor(deployment, client, owned)
  seeing.catch(() => undefined) // thrown when something is expected
  const recall = rightsToRecall(application)
  const get = gathered(client, references, true)
  rights.expect(await rightsToPlan(client, references))
  const reading = readInventory(client, application)
  reading.catch(() => undefined) // thrown when it may be read
  const known = (await rights.missing(recall)).length === 0
  const inventory = known ? await reading : NOTHING_KNOWN
  ownInventory(inventory, application, adopt)
  const isLost = known && inventory.version === undefined
  const rebuilt = isLost ? await rebuiltMembers(client, application, references) : NOTHING_REBUILT
  const members: readonly Member[] = [...inventory.members, ...rebuilt.members]
  const left = except(members, references)
  const addressOf = addressesAmong([...references, ...left])
  const manifests = addressed(owned, addressOf)
  const addresses = manifests.map(({ address }) => address)
  checkAdopt(adopt, application, addresses)
  checkForced(forced, addresses)
  const uids = new Map(members.map((member) => [keyOf(member), member.uid]))
  const defined = definedKinds(written)
  const force = deployment.looksForDrift === true
  const webhooks = new Set(webhooksAmong(written.map(({ object }) => object)).map(({ name }) => name))
  const context = { defined, webhooks, made, force, scopeOf, rights, application, uids, adopt, forced }
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
  const { discovery } = client
  const looks = await collect(manifests, (manifest) =>
    each(manifest, () => find({ get, discovery }, manifest, context)),
  )
  const found = withoutGoing(looks.flat())
  const listing: PruneReader = {
    get: gathered(client, left),
    discovery,
    list: (type, options) => client.list(type, options),
  }
  const orphans = await lookAtOrphans(listing, left, application, addressOf)
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
  const awaited = manifests.filter(({ object }) => hasPods(object))
  const blind = deployment.applies ? blindFindings(rights, awaited) : Promise.resolve([])
  blind.catch(() => undefined) // thrown when it is told
  const absent = new Set(
    found.flatMap(({ manifest: { object }, live }) =>
      groupKindOf(object) === knownKinds.namespace && live === undefined ? [object.metadata.name] : [],
    ),
  )
  const seen = await seeing
  const review = await shown
  const expecting = deployment.applies
    ? recalling(seen, review, (manifest) => {
        const named = nameOfBytes(manifest)
        return review?.from[named] === bytes[named]
      })
    : expectingOf(seen)
  const previews = await collect(found, (one) =>
    each(one.manifest, () => dryRun(client, one, context, absent, expecting)),
  )
  const planned = previews.flat()
  const applies = planned.flatMap(({ manifest, change: { action } }) =>
    action === 'create' || action === 'update' || action === 'import' || action === 'replace'
      ? [{ manifest, action }]
      : [],
  )
  const recreating = deployment.applies ? await rightsToRecreate(client, applies) : []
  if (applies.length + pruning.deletes.length > 0)
    await rights.demand([...applying, ...recreating], [], world)
  const sent = new Set(applies.map(({ manifest }) => nameOfBytes(manifest)))
  const plan = makePlan({
    step: 'deploy',
    ...place,
    name,
    createdAt: world.clock(),
    changes: [...planned.map(({ change }) => change), ...pruning.changes],
    findings: [
      ...inOrder(refused),
      ...deployment.manifests.findings,
      ...planned.flatMap(({ notices }) => notices),
      ...lostInventory(application, rebuilt),
      ...unwellFindings(planned.flatMap(seenOf)),
      ...stayingFindings(orphans, pruning.deletes),
      ...warningFindings(planned),
      ...floatingFindings(manifests),
      ...pruning.findings,
      ...(await blind),
      ...silentFindings(rights),
    ],
    evidence: renderedEvidence(deployment),
    with: {
      ...Object.fromEntries([...images].map(([image, reference]) => [`image ${image}`, reference])),
      prune,
      ...(forced.length === 0 ? {} : { 'force-conflicts': [...forced].sort() }),
      'field manager': fieldManagerOf(application),
      repository: application.repository,
    },
    from: Object.fromEntries(Object.entries(bytes).filter(([named]) => sent.has(named))),
    sources: bytes,
    released: lastRelease(inventory, rebuilt),
    grounds: expecting.grounds,
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
    recalled: new Map(
      planned.flatMap(({ change, recalled }) => (recalled === undefined ? [] : [[change.address, recalled]])),
    ),
    deletes: pruning.deletes,
    forced,
    forgets: pruning.forgets,
    inventory,
    rebuilt: rebuilt.members,
    uids,
    adopt,
    rolloutTimeout,
  }
}
