/** Requests to one API server: keep-alive connections, fresh credentials, bounded patience, refusals explained. */
import { setMaxListeners } from 'node:events'
import { parseJson } from '../model/exact-integer.ts'
import { Failure } from '../model/failure.ts'
import { codeOf, isUnreachable } from '../retry/network.ts'
import { retry, type Verdict } from '../retry/retry.ts'
import { type Connections, keepConnections } from '../transport/exchange.ts'
import { isUntrusted, troubleOf } from '../transport/trouble.ts'
import type { Clock, Logger } from '../world/world.ts'
import type { Answer } from './answer.ts'
import type { Cluster } from './cluster.ts'
import { KubernetesError } from './error.ts'
import { type ApiRequest, type ApiResponse, requestOnce } from './request.ts'
import { silentWebhook } from './webhooks.ts'

/** Enough for an API server that restarts: about half a minute. */
const PATIENCE = { attempts: 9, shortest: 250, longest: 8_000 } as const

/** A server that never answered is more likely away for good. */
const FIRST_ATTEMPTS = 4

/** Milliseconds. Bookmarks come once a minute: where nothing comes, nobody is there any more. */
const SILENCE = 90_000
const SLACK = 30_000

/** Enough for a webhook that has just been started again, and for an API server that answers already to read its roles. */
const HASTY_ATTEMPTS = 4

/**
 * Where even the quickest answer takes longer than so many milliseconds, most of that is the way, and more requests at
 * once make up for it. Nearer, a connection costs more than it saves from so many on.
 */
const FAR = 10
const NEAR_CONCURRENCY = 16
/** Answers that tell how long the way is: the first ones stand for connections that are made. */
const TELLING_ANSWERS = 8

export interface ConnectionOptions {
  readonly cluster: Cluster
  /** Requests in flight at once, at most. */
  readonly concurrency: number
  readonly clock: Clock
  /** Whether there is a server that has answered before, so that it is worth waiting for. */
  readonly known: boolean
  readonly signal: AbortSignal
  readonly random: () => number
  readonly log: Logger
  /** Of which HTTPS_PROXY and NO_PROXY count, unless the cluster has a proxy of its own. */
  readonly env: Readonly<Record<string, string>>
}

function classify(error: unknown): Verdict {
  if (error instanceof KubernetesError) {
    // 401 is tried again because the token is renewed in between.
    const passing = error.status === 401 || error.status === 429 || error.status >= 500
    return passing && !error.isAboutObject ? 'again' : 'refuse'
  }
  return isUnreachable(error) ? 'again' : 'refuse'
}

function wasAway(error: unknown): boolean {
  return !(error instanceof KubernetesError) || error.status >= 500
}

export class Connection {
  readonly #options: ConnectionOptions
  readonly #connections: Connections
  /** For what goes on: it must keep no other request from its turn. */
  #followed: Connections | undefined
  readonly #closed = new AbortController()
  /** Of the run's end and of this connection's. */
  readonly #signal: AbortSignal
  /**
   * How often a 401 or a 403 is no answer yet: a server that starts answers before it has read its roles and its keys,
   * and then refuses what it will take a moment later. Raised when it was away, lowered by its answers.
   */
  #doubt = 0
  /** What it took: where that is forbidden it has been started again, although nobody saw it go. */
  readonly #allowed = new Set<string>()
  #reached: boolean
  /** Milliseconds of the quickest answer, of so many. */
  #quickest = Number.POSITIVE_INFINITY
  #answers = 0

  constructor(options: ConnectionOptions) {
    const { concurrency } = options
    this.#options = options
    this.#reached = options.known
    this.#signal = AbortSignal.any([options.signal, this.#closed.signal])
    setMaxListeners(0, this.#signal) // one for each request in flight, however many wait for a connection
    this.#connections = this.#connect(Math.min(concurrency, NEAR_CONCURRENCY))
  }

  #connect(most: number): Connections {
    const { cluster, env } = this.#options
    const { certificateAuthority, serverName, proxy, credentials } = cluster
    return keepConnections({
      most,
      certificateAuthority,
      serverName,
      proxies: proxy ?? env,
      client: credentials.kind === 'certificate' ? credentials : undefined,
    })
  }

  /** Ends what is under way too. */
  close(): void {
    this.#closed.abort()
    this.#connections.close()
    this.#followed?.close()
  }

  /** @throws Failure CLUSTER_ANSWER for an answer that is no JSON object */
  async json<T extends object>(request: ApiRequest): Promise<Answer<T>> {
    const { text, warnings } = await this.send(request)
    return { body: this.#parsed(text, request) as T, warnings } // the API's own types; what may be odd is looked at
  }

  /**
   * @throws KubernetesError for a refusal; Failure CLUSTER_UNAUTHENTICATED, CLUSTER_UNREACHABLE
   */
  async send(request: ApiRequest): Promise<ApiResponse> {
    const { cluster, random, log } = this.#options
    const { credentials } = cluster
    const announced = new Set<string>()
    const what = `${request.method} ${request.path.split('?')[0]}`
    let renewed = false
    let unanswered = 0
    let refused = 0
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
            if (request.hasty === true && silentWebhook(error.said) !== undefined) {
              unanswered++
              return unanswered >= HASTY_ATTEMPTS ? 'refuse' : 'again'
            }
            if (error.status === 401 || error.status === 403) {
              if (error.isForbidden && this.#allowed.has(what)) this.#doubts(HASTY_ATTEMPTS)
              if (++refused < this.#doubt) return 'again'
              this.#doubt = 0
            }
            // A fresh token helps once; a certificate never gets better.
            const final = error.status === 401 && (renewed || credentials.kind !== 'bearer')
            return final ? 'refuse' : classify(error)
          },
          signal: this.#signal,
          random,
          pauseOf: (error) => (error instanceof KubernetesError ? error.pause : undefined),
          onRetry: (error) => {
            if (wasAway(error)) this.#doubts(PATIENCE.attempts)
            if (error instanceof KubernetesError && error.status === 401 && credentials.kind === 'bearer') {
              credentials.bearer.discard()
              renewed = true
            }
            const why =
              error instanceof KubernetesError
                ? error.said
                : (codeOf(error) ?? (error instanceof Error ? error.message : String(error)))
            if (announced.has(why)) return
            announced.add(why)
            log.info(`waiting for the API server (${why})`)
          },
        },
        async () => {
          const answer = await this.#once(request)
          this.#doubt = Math.min(this.#doubt, HASTY_ATTEMPTS)
          this.#allowed.add(what)
          this.#reached = true
          return answer
        },
      )
    } catch (error) {
      throw explain(error, cluster, this.#connections)
    }
  }

  /**
   * Takes an answer that goes on, once: whoever follows it knows how it goes on after it has ended.
   * @param told takes it as it comes
   * @param lasting milliseconds after which the server ends it
   * @throws KubernetesError, errors of the network
   */
  async follow(request: ApiRequest, told: (text: string) => void, lasting: number): Promise<void> {
    const { cluster } = this.#options
    const { credentials } = cluster
    const token = credentials.kind === 'bearer' ? await credentials.bearer.token() : undefined
    this.#followed ??= this.#connect(Number.POSITIVE_INFINITY)
    try {
      await requestOnce(cluster.server, request, {
        connections: this.#followed,
        token,
        impersonation: cluster.impersonation,
        signal: request.signal === undefined ? this.#signal : AbortSignal.any([this.#signal, request.signal]),
        follow: { told, lasting: lasting + SLACK, silence: SILENCE },
      })
      this.#doubts(HASTY_ATTEMPTS) // also a server that goes away ends it in good order
    } catch (error) {
      if (wasAway(error)) this.#doubts(PATIENCE.attempts)
      if (error instanceof KubernetesError && error.status === 401 && credentials.kind === 'bearer')
        credentials.bearer.discard()
      throw error
    }
  }

  #doubts(attempts: number): void {
    this.#doubt = Math.max(this.#doubt, attempts)
  }

  async #once(request: ApiRequest): Promise<ApiResponse> {
    const { cluster, clock } = this.#options
    const { credentials } = cluster
    const token = credentials.kind === 'bearer' ? await credentials.bearer.token() : undefined
    await request.before?.()
    const began = clock().getTime()
    const answer = await requestOnce(cluster.server, request, {
      connections: this.#connections,
      token,
      impersonation: cluster.impersonation,
      signal: this.#signal,
    })
    this.#learn(clock().getTime() - began)
    return answer
  }

  /** @param taken milliseconds of an answer */
  #learn(taken: number): void {
    this.#quickest = Math.min(this.#quickest, taken)
    this.#answers++
    if (this.#answers !== TELLING_ANSWERS || this.#quickest <= FAR) return
    const { concurrency } = this.#options
    if (concurrency > NEAR_CONCURRENCY) this.#connections.widen(concurrency)
  }

  #parsed(text: string, { method, path }: ApiRequest): object {
    try {
      const body = parseJson(text)
      if (typeof body === 'object' && body !== null) return body
    } catch {
      // no JSON at all
    }
    throw new Failure({
      code: 'CLUSTER_ANSWER',
      what: `${this.#options.cluster.server} answered ${method} ${path} with something that is no object of Kubernetes.`,
      why: 'Something else answers in place of the API server, such as the login page of a proxy.',
      fix: 'Check that the address is that of the API server, and that no proxy on the way changes its answers.',
    })
  }
}

function explain(error: unknown, { server, credentials }: Cluster, connections: Connections): unknown {
  const minted = credentials.kind === 'bearer' && credentials.fixed !== true
  if (error instanceof KubernetesError && error.status === 401 && error.code !== 'CLUSTER_ANSWER') {
    return new Failure({
      code: 'CLUSTER_UNAUTHENTICATED',
      what: `The API server ${server} does not accept this identity.`,
      why: minted
        ? 'The token is of another issuer, repository or audience than its AuthenticationConfiguration wants.'
        : 'The token or the client certificate of the kubeconfig is of another cluster, or has expired.',
      fix: minted
        ? "Compare the `audience` input and the repository id with the cluster's AuthenticationConfiguration."
        : 'Pass a kubeconfig that is good now, or `api-server` instead: then the job’s own OIDC identity is used.',
      cause: error,
    })
  }
  if (error instanceof Failure) return error
  const trouble = troubleOf(error, new URL(server), connections)
  if (trouble === undefined) return error
  const { code, why, fix } = trouble
  return new Failure({
    code: 'CLUSTER_UNREACHABLE',
    what: `The API server ${server} cannot be reached (${code}).`,
    why,
    fix: isUntrusted(code) ? 'Pass its authority as `certificate-authority`.' : fix,
    cause: error,
  })
}
