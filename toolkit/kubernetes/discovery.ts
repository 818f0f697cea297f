/** Which kinds a cluster serves, under which paths, and whether their objects are in namespaces. */
import * as z from 'zod'
import { Failure } from '../model/failure.ts'
import type { Answer } from './answer.ts'
import { KubernetesError } from './error.ts'
import { type GroupKind, groupKindOf, groupOf, groupVersionKindOf } from './kinds.ts'
import type { Reference } from './object.ts'
import type { Scope } from './scope.ts'

const AGGREGATED = 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList'

/** An empty list of Go's may be null, or not there at all. */
function many<T extends z.ZodType>(item: T) {
  return z
    .array(item)
    .nullish()
    .transform((items) => items ?? [])
}

/** What has no name or kind is not served as an object. */
const GroupDiscoveryList = z.object({
  kind: z.literal('APIGroupDiscoveryList'),
  items: many(
    z.object({
      metadata: z.object({ name: z.string().nullish() }).nullish(),
      versions: many(
        z.object({
          version: z.string(),
          freshness: z.string().nullish(),
          resources: many(
            z.object({
              resource: z.string(),
              responseKind: z.object({ kind: z.string().nullish() }).nullish(),
              scope: z.string().nullish(),
              verbs: many(z.string()),
              subresources: many(z.object({ subresource: z.string().nullish() })),
            }),
          ),
        }),
      ),
    }),
  ),
})
type GroupDiscoveryList = z.output<typeof GroupDiscoveryList>

interface Resource {
  readonly plural: string
  readonly namespaced: boolean
  /** Whether how many there are of it can be set by itself, as an autoscaler does. */
  readonly scaled: boolean
}

/** A kind in one of the versions in which it is served. */
export interface ServedKind {
  readonly apiVersion: string
  readonly kind: string
  readonly namespaced: boolean
  readonly verbs: readonly string[]
}

/** A kind that every cluster serves. */
export interface KnownKind {
  readonly apiVersion: string
  readonly kind: string
  readonly plural: string
  readonly namespaced: boolean
}

interface Served {
  readonly resources: ReadonlyMap<string, Resource>
  readonly scopes: ReadonlyMap<GroupKind, Scope>
  /** The versions of each kind, in the server's order: the one that it prefers first. */
  readonly kinds: ReadonlyMap<GroupKind, readonly ServedKind[]>
  /** apiVersions whose own server does not answer, so that what they serve may be missing here. */
  readonly stale: ReadonlySet<string>
}

type Fetch = (path: string, accept: string) => Promise<Answer<unknown>>

function refused(path: string, why: string, cause: unknown): Failure {
  return new Failure({
    code: 'DISCOVERY',
    what: `The API server does not tell which kinds it serves: it was asked for ${path}, and ${why}.`,
    why: 'It is older than Kubernetes 1.30, or something else answers in its place.',
    fix: 'Check that the address is that of the API server, and that no proxy on the way changes its answers.',
    cause,
  })
}

function nameOf(body: unknown): string {
  if (typeof body !== 'object' || body === null) return JSON.stringify(body)
  const { kind, apiVersion } = body as { kind?: unknown; apiVersion?: unknown }
  return kind === undefined ? 'an object without a kind' : `${kind} of ${apiVersion}`
}

/** @throws Failure DISCOVERY */
async function groupsAt(path: string, fetch: Fetch): Promise<GroupDiscoveryList['items']> {
  try {
    const { body } = await fetch(path, AGGREGATED)
    const parsed = GroupDiscoveryList.safeParse(body)
    if (parsed.success) return parsed.data.items
    throw refused(path, `answered with ${nameOf(body)}, which is no APIGroupDiscoveryList`, parsed.error)
  } catch (error) {
    const unsupported = error instanceof KubernetesError && [404, 406].includes(error.status)
    throw unsupported ? refused(path, `answered ${error.status}`, error) : error
  }
}

function servedIn(groups: GroupDiscoveryList['items']): Served {
  const resources = new Map<string, Resource>()
  const scopes = new Map<GroupKind, Scope>()
  const kinds = new Map<GroupKind, ServedKind[]>()
  const stale = new Set<string>()
  for (const { metadata, versions } of groups) {
    for (const { version, freshness, resources: listed } of versions) {
      const apiVersion = metadata?.name ? `${metadata.name}/${version}` : version
      if (freshness === 'Stale') stale.add(apiVersion)
      for (const { resource, responseKind, scope, verbs, subresources } of listed) {
        if (!responseKind?.kind) continue
        const type = { apiVersion, kind: responseKind.kind }
        const namespaced = scope !== 'Cluster'
        const scaled = subresources.some(({ subresource }) => subresource === 'scale')
        resources.set(groupVersionKindOf(type), { plural: resource, namespaced, scaled })
        scopes.set(groupKindOf(type), namespaced ? 'Namespaced' : 'Cluster')
        const known = kinds.get(groupKindOf(type)) ?? []
        kinds.set(groupKindOf(type), [...known, { ...type, namespaced, verbs }])
      }
    }
  }
  return { resources, scopes, kinds, stale }
}

function servedAs(kinds: readonly KnownKind[]): Served {
  return {
    resources: new Map(
      kinds.map(({ plural, namespaced, ...type }) => [
        groupVersionKindOf(type),
        { plural, namespaced, scaled: false },
      ]),
    ),
    scopes: new Map(
      kinds.map(({ namespaced, ...type }) => [groupKindOf(type), namespaced ? 'Namespaced' : 'Cluster']),
    ),
    kinds: new Map(
      kinds.map(({ apiVersion, kind, namespaced }) => [
        groupKindOf({ apiVersion, kind }),
        [{ apiVersion, kind, namespaced, verbs: [] }],
      ]),
    ),
    stale: new Set(),
  }
}

/** Aggregated discovery, in two requests, made once and again after `refresh`. */
export class Discovery {
  readonly #fetch: Fetch
  #served: Promise<Served> | undefined

  /** @param served all that it is asked about, where that is known beforehand: then nobody is asked */
  constructor(fetch: Fetch, served?: readonly KnownKind[]) {
    this.#fetch = fetch
    if (served !== undefined) this.#served = Promise.resolve(servedAs(served))
  }

  /** Forgets what is known: after a CustomResourceDefinition was established. */
  refresh(): void {
    this.#served = undefined
  }

  /**
   * Undefined when the cluster does not serve the kind.
   * @throws Failure DISCOVERY when it cannot tell
   */
  async resourceOf(type: {
    readonly apiVersion: string
    readonly kind: string
  }): Promise<Resource | undefined> {
    const { resources, stale } = await this.#get()
    const resource = resources.get(groupVersionKindOf(type))
    if (resource === undefined && stale.has(type.apiVersion)) {
      throw new Failure({
        code: 'DISCOVERY',
        what: `The API server cannot tell whether it serves ${type.kind} of ${type.apiVersion}.`,
        why: 'An API service of its own answers for that group, and does not answer now.',
        fix: `Mend it: \`kubectl get apiservice\` shows which one is not available.`,
      })
    }
    return resource
  }

  /** Whether the objects of every served kind are in namespaces, in whatever version. */
  async scopes(): Promise<ReadonlyMap<GroupKind, Scope>> {
    return (await this.#get()).scopes
  }

  /** Every kind in the version that the server prefers. */
  async kinds(): Promise<readonly ServedKind[]> {
    return [...(await this.#get()).kinds.values()].flatMap(([preferred]) => preferred ?? [])
  }

  /**
   * The reference in a version that is served: its own, else the one that the server prefers; undefined when the kind is
   * served in no version.
   * @throws Failure DISCOVERY when it cannot tell
   */
  async served(reference: Reference): Promise<Reference | undefined> {
    if ((await this.resourceOf(reference)) !== undefined) return reference
    const { kinds, stale } = await this.#get()
    const [preferred] = kinds.get(groupKindOf(reference)) ?? []
    if (preferred !== undefined) return { ...reference, apiVersion: preferred.apiVersion }
    const other = [...stale].find((apiVersion) => groupOf(apiVersion) === groupOf(reference.apiVersion))
    if (other !== undefined) await this.resourceOf({ ...reference, apiVersion: other }) // says what is stale
    return undefined
  }

  /** The path of a kind's collection; undefined when the cluster does not serve it. */
  async collectionOf(reference: Omit<Reference, 'name'>): Promise<string | undefined> {
    const resource = await this.resourceOf(reference)
    if (resource === undefined) return undefined
    const { apiVersion, namespace } = reference
    const root = groupOf(apiVersion) === '' ? `/api/${apiVersion}` : `/apis/${apiVersion}`
    const within =
      resource.namespaced && namespace !== undefined ? `/namespaces/${encodeURIComponent(namespace)}` : ''
    return `${root}${within}/${resource.plural}`
  }

  async pathOf(reference: Reference): Promise<string | undefined> {
    const collection = await this.collectionOf(reference)
    return collection === undefined ? undefined : `${collection}/${encodeURIComponent(reference.name)}`
  }

  async #get(): Promise<Served> {
    this.#served ??= this.#load()
    try {
      return await this.#served
    } catch (error) {
      this.#served = undefined // the next call tries again
      throw error
    }
  }

  async #load(): Promise<Served> {
    const [core, groups] = await Promise.all([groupsAt('/api', this.#fetch), groupsAt('/apis', this.#fetch)])
    return servedIn([...core, ...groups])
  }
}
