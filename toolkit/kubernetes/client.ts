/** The verbs of the Kubernetes API that the house uses. */
import { Failure } from '../model/failure.ts'
import type { Answer, ApplyOptions, DeleteOptions, PatchOperation } from './answer.ts'
import { Connection, type ConnectionOptions } from './connection.ts'
import { Discovery, type KnownKind } from './discovery.ts'
import { isNotFound, KubernetesError } from './error.ts'
import type { KubernetesObject, Reference } from './object.ts'
import type { ApiRequest } from './request.ts'
import { type WatchEvent, watchEvents } from './watch-events.ts'

/** After which the server ends a watch: a connection that is cut without a word is noticed by then. */
const WATCH_SECONDS = 240

interface Typed {
  readonly apiVersion: string
  readonly kind: string
}

interface ListOptions {
  readonly namespace?: string | undefined
  readonly labels?: string
  readonly fields?: string
}

interface PageOptions extends ListOptions {
  /** Objects at most. */
  readonly limit: number
  /** Where the page before has ended; empty for the first. */
  readonly from: string
}

interface Page {
  readonly items: KubernetesObject[]
  /** Undefined when the cluster does not serve the kind. */
  readonly resourceVersion: string | undefined
  /** Where the next page begins; empty when this is the last. */
  readonly next: string
}

interface Listed {
  readonly items: KubernetesObject[]
  /** Undefined when the cluster does not serve the kind. */
  readonly resourceVersion: string | undefined
}

interface WatchOptions {
  readonly namespace?: string | undefined
  readonly labels?: string
  readonly resourceVersion: string
  readonly signal: AbortSignal
}

interface List {
  readonly items?: readonly KubernetesObject[] | null
  readonly metadata?: { readonly continue?: string | null; readonly resourceVersion?: string | null } | null
}

/** @throws Failure CLUSTER_ANSWER for what is no list: that nothing is there must not be guessed */
function itemsOf({ items }: List, path: string): readonly KubernetesObject[] {
  if (items === null) return [] // an empty list of Go's
  if (Array.isArray(items)) return items
  throw new Failure({
    code: 'CLUSTER_ANSWER',
    what: `The API server answered GET ${path} with something that is no list.`,
    fix: 'Check that the address is that of the API server, and that no proxy on the way changes its answers.',
  })
}

function kindUnknown({ apiVersion, kind }: { readonly apiVersion: string; readonly kind: string }): Failure {
  return new Failure({
    code: 'KIND_UNKNOWN',
    what: `The cluster knows no ${kind} of ${apiVersion}.`,
    fix: 'Add its CustomResourceDefinition to the manifests, or correct apiVersion and kind.',
  })
}

export class KubernetesClient {
  readonly discovery: Discovery
  readonly #connection: Connection

  /** @param served all that it is asked about, where that is known beforehand */
  constructor(options: ConnectionOptions, served?: readonly KnownKind[]) {
    this.#connection = new Connection(options)
    this.discovery = new Discovery(
      (path, accept) => this.#connection.json({ method: 'GET', path, accept }),
      served,
    )
  }

  /** Closes the connections. */
  close(): void {
    this.#connection.close()
  }

  /** The object, or undefined when there is none. */
  async get(reference: Reference): Promise<KubernetesObject | undefined> {
    const path = await this.discovery.pathOf(reference)
    if (path === undefined) return undefined
    try {
      return (await this.#connection.json<KubernetesObject>({ method: 'GET', path })).body
    } catch (error) {
      if (isNotFound(error)) return undefined
      throw error
    }
  }

  /** The objects of a kind, everywhere or in one namespace. */
  async list(type: Typed, options: ListOptions = {}): Promise<KubernetesObject[]> {
    return (await this.snapshot(type, options)).items
  }

  /** The objects of a kind, and the version from which a watch goes on. */
  async snapshot(type: Typed, options: ListOptions = {}): Promise<Listed> {
    const items: KubernetesObject[] = []
    let resourceVersion: string | undefined
    let from = ''
    do {
      const page = await this.page(type, { ...options, limit: 500, from })
      items.push(...page.items)
      resourceVersion = page.resourceVersion
      from = page.next
    } while (from !== '')
    return { items, resourceVersion }
  }

  /** A part of the objects of a kind, in the order of their names. */
  async page(type: Typed, { namespace, labels, fields, limit, from }: PageOptions): Promise<Page> {
    const base = await this.discovery.collectionOf({ ...type, namespace })
    if (base === undefined) return { items: [], resourceVersion: undefined, next: '' }
    const { apiVersion, kind } = type
    const query = new URLSearchParams({ limit: String(limit) })
    if (labels !== undefined) query.set('labelSelector', labels)
    if (fields !== undefined) query.set('fieldSelector', fields)
    if (from !== '') query.set('continue', from)
    const path = `${base}?${query}`
    const { body } = await this.#connection.json<List>({ method: 'GET', path })
    return {
      items: itemsOf(body, path).map((item) => ({ ...item, apiVersion, kind })),
      resourceVersion: body.metadata?.resourceVersion ?? undefined,
      next: body.metadata?.continue ?? '',
    }
  }

  /**
   * Tells what happens to the objects of a kind, everywhere or in one namespace, until the server ends it, after some minutes.
   * @throws KubernetesError, also 410 for a version that is too old; errors of the network
   */
  async watch(type: Typed, options: WatchOptions, told: (event: WatchEvent) => void): Promise<void> {
    const { namespace, labels, resourceVersion, signal } = options
    const base = await this.discovery.collectionOf({ ...type, namespace })
    if (base === undefined) throw kindUnknown(type)
    const query = new URLSearchParams({
      watch: 'true',
      allowWatchBookmarks: 'true',
      resourceVersion,
      timeoutSeconds: String(WATCH_SECONDS),
    })
    if (labels !== undefined) query.set('labelSelector', labels)
    const path = `${base}?${query}`
    const events = watchEvents(type, path, told)
    await this.#connection.follow({ method: 'GET', path, signal }, events, WATCH_SECONDS * 1_000)
  }

  /** Server-side apply with strict validation: a misspelt field is an error. */
  async apply(object: KubernetesObject, options: ApplyOptions): Promise<Answer<KubernetesObject>> {
    const { apiVersion, kind, metadata } = object
    const path = await this.discovery.pathOf({
      apiVersion,
      kind,
      namespace: metadata.namespace,
      name: metadata.name,
    })
    if (path === undefined) throw kindUnknown({ apiVersion, kind })
    const query = new URLSearchParams({ fieldManager: options.fieldManager, fieldValidation: 'Strict' })
    if (options.force) query.set('force', 'true')
    if (options.dryRun) query.set('dryRun', 'All')
    return this.#connection.json({
      method: 'PATCH',
      path: `${path}?${query}`,
      contentType: 'application/apply-patch+yaml',
      body: object,
      hasty: options.dryRun || options.hasty === true,
      before: options.before,
    })
  }

  /** A JSON patch (RFC 6902), with strict validation. */
  async patch(
    reference: Reference,
    operations: readonly PatchOperation[],
    options: Omit<ApplyOptions, 'force'>,
  ): Promise<Answer<KubernetesObject>> {
    const path = await this.discovery.pathOf(reference)
    if (path === undefined) throw kindUnknown(reference)
    const query = new URLSearchParams({ fieldManager: options.fieldManager, fieldValidation: 'Strict' })
    if (options.dryRun) query.set('dryRun', 'All')
    return this.#connection.json({
      method: 'PATCH',
      path: `${path}?${query}`,
      contentType: 'application/json-patch+json',
      body: operations,
      hasty: options.dryRun || options.hasty === true,
      before: options.before,
    })
  }

  /** Deletes an object and what it owns; an object that is gone already is fine. */
  async delete(reference: Reference, options: DeleteOptions = {}): Promise<void> {
    const path = await this.discovery.pathOf(reference)
    if (path === undefined) return
    const { uid, resourceVersion, dryRun, before, propagation = 'Background' } = options
    const body = {
      apiVersion: 'v1',
      kind: 'DeleteOptions',
      propagationPolicy: propagation,
      preconditions: { uid, resourceVersion },
      ...(dryRun === true ? { dryRun: ['All'] } : {}),
    }
    try {
      await this.#connection.json({ method: 'DELETE', path, contentType: 'application/json', body, before })
    } catch (error) {
      if (!isNotFound(error)) throw error
    }
  }

  /** The last lines of a container's log; of its previous run when asked. Empty when there is none to be had. */
  async logs(
    pod: Reference,
    container: string,
    options: { readonly lines: number; readonly previous: boolean },
  ): Promise<string> {
    const query = new URLSearchParams({
      container,
      tailLines: String(options.lines),
      previous: String(options.previous),
    })
    try {
      const path = `/api/v1/namespaces/${pod.namespace}/pods/${pod.name}/log?${query}`
      return (await this.#connection.send({ method: 'GET', path, accept: '*/*' })).text
    } catch (error) {
      // Logs help to explain a failure; that they cannot be had must not hide it.
      if (error instanceof KubernetesError) return ''
      throw error
    }
  }

  /** Any JSON request, for what has no method of its own. */
  async raw<T extends object>(
    method: ApiRequest['method'],
    path: string,
    body?: unknown,
    headers: ApiRequest['headers'] = {},
  ): Promise<T> {
    const contentType = String(headers['content-type'] ?? 'application/json')
    const content = body === undefined ? {} : { body, contentType }
    return (await this.#connection.json<T>({ method, path, headers, ...content })).body
  }
}
