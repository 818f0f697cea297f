/** Which kinds a cluster serves, and under which paths. */
import type { Answer } from './answer.ts'
import { groupOf, groupVersionKindOf } from './kinds.ts'
import type { Reference } from './object.ts'

const AGGREGATED = 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList'

interface DiscoveredResource {
  readonly resource: string
  readonly responseKind: { readonly kind: string }
  readonly scope: 'Namespaced' | 'Cluster'
}

interface GroupDiscoveryList {
  readonly items: readonly {
    readonly metadata: { readonly name?: string }
    readonly versions: readonly {
      readonly version: string
      readonly resources?: readonly DiscoveredResource[]
    }[]
  }[]
}

interface Resource {
  readonly plural: string
  readonly namespaced: boolean
}

type Fetch = (path: string, accept: string) => Promise<Answer<GroupDiscoveryList>>

/** Aggregated discovery, in two requests, made once and again after `refresh`. */
export class Discovery {
  readonly #fetch: Fetch
  #known: Promise<ReadonlyMap<string, Resource>> | undefined

  constructor(fetch: Fetch) {
    this.#fetch = fetch
  }

  /** Forgets what is known: after a CustomResourceDefinition was established. */
  refresh(): void {
    this.#known = undefined
  }

  async resourceOf({
    apiVersion,
    kind,
  }: {
    apiVersion: string
    kind: string
  }): Promise<Resource | undefined> {
    this.#known ??= this.#load()
    try {
      return (await this.#known).get(groupVersionKindOf({ apiVersion, kind }))
    } catch (error) {
      this.#known = undefined // the next call tries again
      throw error
    }
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

  async #load(): Promise<ReadonlyMap<string, Resource>> {
    const [core, groups] = await Promise.all([
      this.#fetch('/api', AGGREGATED),
      this.#fetch('/apis', AGGREGATED),
    ])
    const known = new Map<string, Resource>()
    for (const group of [...core.body.items, ...groups.body.items]) {
      for (const { version, resources = [] } of group.versions) {
        const apiVersion = group.metadata.name ? `${group.metadata.name}/${version}` : version
        for (const { resource, responseKind, scope } of resources) {
          known.set(groupVersionKindOf({ apiVersion, kind: responseKind.kind }), {
            plural: resource,
            namespaced: scope === 'Namespaced',
          })
        }
      }
    }
    return known
  }
}
