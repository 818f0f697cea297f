/** What the cluster has of what is asked for. */
import { keyOf } from '#toolkit/kubernetes/address.ts'
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import type { Discovery } from '#toolkit/kubernetes/discovery.ts'
import { groupKindOf, groupVersionKindOf, knownKinds } from '#toolkit/kubernetes/kinds.ts'
import { type KubernetesObject, referenceTo } from '#toolkit/kubernetes/object.ts'
import type { ScopeOf } from '#toolkit/kubernetes/scope.ts'
import type { CompleteManifest } from '#toolkit/manifests/manifest.ts'
import { Failure } from '#toolkit/model/failure.ts'
import type { DefinedKind } from '../admission/definition.ts'
import { atItsPlace } from '../admission/refusal.ts'
import { type Right, type Rights, rightsTo } from '../admission/rights.ts'
import type { Application } from '../application/application.ts'
import { type Other, otherThan, refusedOwner } from '../ownership/owner.ts'
import { isTerminating } from '../release/terminating.ts'

export interface Context {
  /** The kinds that the release itself defines. */
  readonly defined: ReadonlyMap<string, DefinedKind>
  /** The names of the webhooks that come with the release. */
  readonly webhooks: ReadonlySet<string>
  /** The namespaces that the release makes. */
  readonly made: ReadonlySet<string>
  /** Whether fields of other managers are taken over, so that it is seen what would become of them. */
  readonly force: boolean
  readonly scopeOf: ScopeOf
  readonly rights: Rights
  readonly adopt: readonly string[]
  readonly forced: readonly string[]
  readonly application: Application
  /** The uid of what the application made, by the key of its reference. */
  readonly uids: ReadonlyMap<string, string | undefined>
}

/** What the cluster has of a manifest. */
export interface Found {
  readonly manifest: CompleteManifest
  /** Whether the cluster serves its kind; else the release itself defines it. */
  readonly served: boolean
  /** In the paths of the API. */
  readonly plural: string
  /** As it is in the cluster; undefined when it is not there. */
  readonly live: KubernetesObject | undefined
  /** Whose it is, when it is not the application's own and was named to become so. */
  readonly other: Other | undefined
  /** What looking at it and applying it needs. */
  readonly needs: readonly Right[]
  /** Whether it is a namespace on its way out, which is made again when it is gone. */
  readonly goes?: true
}

export async function find(
  client: Pick<KubernetesClient, 'get'> & { readonly discovery: Pick<Discovery, 'resourceOf'> },
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
  const plural = resource?.plural ?? defined.get(groupVersionKindOf(object))?.plural
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
  return { manifest, served: resource !== undefined, plural, live, other, needs: [...reading, ...writing] }
}

function isNamespace({ object }: CompleteManifest): boolean {
  return groupKindOf(object) === knownKinds.namespace
}

/** The same, without what goes with a namespace that is being deleted: the release makes all of it again. */
export function withoutGoing(found: readonly Found[]): Found[] {
  const going = new Set(
    found.flatMap(({ manifest, live }) =>
      isNamespace(manifest) && live !== undefined && isTerminating(live) ? [live.metadata.name] : [],
    ),
  )
  return found.map((one) => {
    const { object } = one.manifest
    const { name, namespace = '' } = object.metadata
    const goes = isNamespace(one.manifest) && going.has(name)
    if (!goes && !going.has(namespace)) return one
    const needs = [...one.needs, ...rightsTo(['create'], referenceTo(object), one.plural)]
    return { ...one, live: undefined, other: undefined, needs, ...(goes ? { goes } : {}) }
  })
}
