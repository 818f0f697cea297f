/** A thin client of the Kubernetes API: keep-alive connections, typed refusals, bounded patience. */
import { Agent, request as httpsRequest } from 'node:https'
import { Failure } from '../model/failure.ts'
import { retry, type Verdict } from '../retry/retry.ts'
import type { Logger } from '../world/world.ts'
import type { Answer, ApplyOptions } from './answer.ts'
import type { Cluster } from './cluster.ts'
import { Discovery } from './discovery.ts'
import { isNotFound, KubernetesError } from './error.ts'
import type { KubernetesObject, Reference } from './object.ts'

/** Milliseconds after which one request is given up. */
const REQUEST_DEADLINE = 30_000

/** Enough for an API server that restarts: about half a minute. */
const PATIENCE = { attempts: 9, shortest: 250, longest: 8_000 } as const

/** A server that never answered is more likely away for good. */
const FIRST_ATTEMPTS = 4

export interface ClientOptions {
  readonly cluster: Cluster
  /** Requests in flight at once. */
  readonly concurrency: number
  /** Whether there is a server that has answered before, so that it is worth waiting for. */
  readonly known: boolean
  readonly signal: AbortSignal
  readonly random: () => number
  readonly log: Logger
}

interface Request {
  readonly method: 'GET' | 'PATCH' | 'POST' | 'DELETE'
  readonly path: string
  readonly accept?: string
  readonly contentType?: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

const transient = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'EAI_AGAIN',
])

class Silence extends Error {
  readonly code = 'ETIMEDOUT'
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

/** Strict validation of an applied object fails as if it were the server's own fault. */
function isInvalidObject({ status, message }: KubernetesError): boolean {
  return status === 500 && message.includes('failed to create typed patch object')
}

function classify(error: unknown): Verdict {
  if (error instanceof KubernetesError) {
    // 401 is tried again because the token is renewed in between.
    const passing = error.status === 401 || error.status === 429 || error.status >= 500
    return passing && !isInvalidObject(error) ? 'again' : 'refuse'
  }
  return transient.has(codeOf(error) ?? '') ? 'again' : 'refuse'
}

export class KubernetesClient {
  readonly discovery: Discovery
  readonly #options: ClientOptions
  readonly #agent: Agent
  /**
   * Since a connection failed, until the next answer. A server that starts answers before it has read its roles,
   * and then forbids what it will allow a moment later.
   */
  #recovering = false
  #reached: boolean

  constructor(options: ClientOptions) {
    const { cluster, concurrency } = options
    this.#options = options
    this.#reached = options.known
    this.#agent = new Agent({
      keepAlive: true,
      maxSockets: concurrency,
      ...(cluster.certificateAuthority === undefined ? {} : { ca: cluster.certificateAuthority }),
      ...(cluster.credentials.kind === 'certificate'
        ? { cert: cluster.credentials.cert, key: cluster.credentials.key }
        : {}),
    })
    this.discovery = new Discovery((path, accept) => this.#json({ method: 'GET', path, accept }))
  }

  /** Closes the connections. */
  close(): void {
    this.#agent.destroy()
  }

  /** The object, or undefined when there is none. */
  async get(reference: Reference): Promise<KubernetesObject | undefined> {
    const path = await this.discovery.pathOf(reference)
    if (path === undefined) return undefined
    try {
      return (await this.#json<KubernetesObject>({ method: 'GET', path })).body
    } catch (error) {
      if (isNotFound(error)) return undefined
      throw error
    }
  }

  /** The objects of a kind, everywhere or in one namespace. */
  async list(
    type: { readonly apiVersion: string; readonly kind: string },
    options: {
      readonly namespace?: string | undefined
      readonly labels?: string
      readonly fields?: string
    } = {},
  ): Promise<KubernetesObject[]> {
    const base = await this.discovery.collectionOf({ ...type, namespace: options.namespace })
    if (base === undefined) return []
    const items: KubernetesObject[] = []
    let token = ''
    do {
      const query = new URLSearchParams({ limit: '500' })
      if (options.labels !== undefined) query.set('labelSelector', options.labels)
      if (options.fields !== undefined) query.set('fieldSelector', options.fields)
      if (token !== '') query.set('continue', token)
      const { body } = await this.#json<{ items: KubernetesObject[]; metadata: { continue?: string } }>({
        method: 'GET',
        path: `${base}?${query}`,
      })
      items.push(...body.items.map((item) => ({ ...item, ...type })))
      token = body.metadata.continue ?? ''
    } while (token !== '')
    return items
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
    if (path === undefined) {
      throw new Failure({
        code: 'KIND_UNKNOWN',
        what: `The cluster knows no ${kind} of ${apiVersion}.`,
        fix: 'Add its CustomResourceDefinition to the manifests, or correct apiVersion and kind.',
      })
    }
    const query = new URLSearchParams({ fieldManager: options.fieldManager, fieldValidation: 'Strict' })
    if (options.force) query.set('force', 'true')
    if (options.dryRun) query.set('dryRun', 'All')
    return this.#json({
      method: 'PATCH',
      path: `${path}?${query}`,
      contentType: 'application/apply-patch+yaml',
      body: object,
    })
  }

  /** Deletes an object and what it owns, in the background; an object that is gone already is fine. */
  async delete(
    reference: Reference,
    options: { readonly uid?: string | undefined; readonly dryRun?: boolean } = {},
  ): Promise<void> {
    const path = await this.discovery.pathOf(reference)
    if (path === undefined) return
    const body = {
      apiVersion: 'v1',
      kind: 'DeleteOptions',
      propagationPolicy: 'Background',
      ...(options.uid === undefined ? {} : { preconditions: { uid: options.uid } }),
      ...(options.dryRun === true ? { dryRun: ['All'] } : {}),
    }
    try {
      await this.#json({ method: 'DELETE', path, contentType: 'application/json', body })
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
      return (await this.#send({ method: 'GET', path, accept: '*/*' })).text
    } catch (error) {
      // Logs help to explain a failure; that they cannot be had must not hide it.
      if (error instanceof KubernetesError) return ''
      throw error
    }
  }

  /** Any JSON request, for what has no method of its own. */
  async raw<T>(
    method: Request['method'],
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<T> {
    const content = body === undefined ? {} : { body, contentType: 'application/json' }
    return (await this.#json<T>({ method, path, headers, ...content })).body
  }

  async #json<T>(request: Request): Promise<Answer<T>> {
    const { text, warnings } = await this.#send(request)
    return { body: JSON.parse(text), warnings }
  }

  async #send(request: Request): Promise<{ text: string; warnings: string[] }> {
    const { cluster, signal, random, log } = this.#options
    const { credentials } = cluster
    const announced = new Set<string>()
    let renewed = false
    let unanswered = 0
    try {
      return await retry(
        {
          ...PATIENCE,
          classify: (error) => {
            if (!(error instanceof KubernetesError)) {
              unanswered++
              return !this.#reached && unanswered >= FIRST_ATTEMPTS ? 'refuse' : classify(error)
            }
            this.#reached = true
            if (error.status === 403 && this.#recovering) return 'again'
            // A fresh token helps once; a certificate never gets better.
            const final = error.status === 401 && (renewed || credentials.kind !== 'bearer')
            return final ? 'refuse' : classify(error)
          },
          signal,
          random,
          onRetry: (error) => {
            if (!(error instanceof KubernetesError)) this.#recovering = true
            if (error instanceof KubernetesError && error.status === 401 && credentials.kind === 'bearer') {
              credentials.bearer.discard()
              renewed = true
            }
            const why = codeOf(error) ?? (error instanceof Error ? error.message : String(error))
            if (announced.has(why)) return
            announced.add(why)
            log.info(`waiting for the API server (${why})`)
          },
        },
        async () => {
          const answer = await this.#once(request)
          this.#recovering = false
          this.#reached = true
          return answer
        },
      )
    } catch (error) {
      throw explain(error, cluster.server)
    }
  }

  async #once({ method, path, accept = 'application/json', contentType, body, headers: more }: Request) {
    const { cluster, signal } = this.#options
    const { credentials } = cluster
    const payload = body === undefined ? undefined : JSON.stringify(body)
    const headers: Record<string, string> = { accept, 'user-agent': 'omninode_infra', ...more }
    if (contentType !== undefined) headers['content-type'] = contentType
    if (payload !== undefined) headers['content-length'] = String(Buffer.byteLength(payload))
    if (credentials.kind === 'bearer') headers['authorization'] = `Bearer ${await credentials.bearer.token()}`
    return new Promise<{ text: string; warnings: string[] }>((resolve, reject) => {
      const request = httpsRequest(
        `${cluster.server}${path}`,
        { method, headers, agent: this.#agent, signal },
        (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.once('error', reject)
          response.once('end', () => {
            const text = Buffer.concat(chunks).toString('utf8')
            const status = response.statusCode ?? 0
            if (status >= 200 && status < 300) {
              resolve({ text, warnings: warningsIn(response.headers['warning']) })
            } else {
              reject(new KubernetesError(status, text))
            }
          })
        },
      )
      request.setTimeout(REQUEST_DEADLINE, () =>
        request.destroy(new Silence(`no answer within ${REQUEST_DEADLINE} ms`)),
      )
      request.once('error', reject)
      request.end(payload)
    })
  }
}

/** `299 - "text"`, several of them joined by commas; see RFC 9111, section 5.5. */
function warningsIn(header: string | undefined): string[] {
  return [...(header ?? '').matchAll(/\d{3} \S+ "((?:[^"\\]|\\.)*)"/g)].map(([, text = '']) =>
    text.replace(/\\(.)/g, '$1'),
  )
}

function explain(error: unknown, server: string): unknown {
  const code = codeOf(error)
  if (error instanceof KubernetesError && error.status === 401) {
    return new Failure({
      code: 'CLUSTER_UNAUTHENTICATED',
      what: `The API server ${server} does not accept this identity.`,
      why: 'The token is of another issuer, repository or audience than its AuthenticationConfiguration wants.',
      fix: "Compare the `audience` input and the repository id with the cluster's AuthenticationConfiguration.",
      cause: error,
    })
  }
  if (
    error instanceof Failure ||
    error instanceof KubernetesError ||
    code === undefined ||
    code === 'ABORT_ERR'
  )
    return error
  const tls =
    code.includes('CERT') || code.startsWith('ERR_TLS') || code.includes('SIGNATURE') || code === 'EPROTO'
  return new Failure({
    code: 'CLUSTER_UNREACHABLE',
    what: `The API server ${server} cannot be reached (${code}).`,
    why: tls ? 'Its certificate is not signed by the given certificate authority.' : 'It does not answer.',
    fix: tls
      ? 'Pass its authority as `certificate-authority`.'
      : 'Check `api-server`, and that the runner may reach it.',
    cause: error,
  })
}
