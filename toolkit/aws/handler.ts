/** The one HTTPS as the AWS SDK wants to be given it: its `requestHandler`. */
import { Readable } from 'node:stream'
import { codeOf } from '../retry/network.ts'
import { exchange, keepConnections } from '../transport/exchange.ts'

/** What the SDK asks for. */
interface SdkRequest {
  readonly protocol: string
  readonly hostname: string
  readonly port?: number
  readonly method: string
  readonly path: string
  readonly query?: Readonly<Record<string, string | readonly string[] | null>>
  readonly headers: Readonly<Record<string, string>>
  readonly body?: unknown
}

interface SdkResponse {
  readonly statusCode: number
  readonly headers: Record<string, string>
  readonly body: Readable
}

export interface RequestHandler {
  readonly metadata: { readonly handlerProtocol: string }
  handle(request: SdkRequest, options?: { abortSignal?: unknown }): Promise<{ response: SdkResponse }>
  updateHttpClientConfig(): void
  httpHandlerConfigs(): Record<string, never>
  destroy(): void
}

/** Milliseconds for one answer: a plan is megabytes. */
const DEADLINE = 120_000

/** Requests in flight at once. */
const MOST = 8

/** As the SDK has signed it: RFC 3986, with all but the unreserved characters escaped. */
function escaped(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

function urlOf({ protocol, hostname, port, path, query = {} }: SdkRequest): URL {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === null
      ? [escaped(name)]
      : [value].flat().map((each: string) => `${escaped(name)}=${escaped(each)}`),
  )
  const search = pairs.length === 0 ? '' : `?${pairs.join('&')}`
  return new URL(`${protocol}//${hostname}${port === undefined ? '' : `:${port}`}${path}${search}`)
}

function bodyOf(body: unknown): string | Uint8Array | undefined {
  if (body === undefined || typeof body === 'string' || body instanceof Uint8Array) return body
  throw new Error('a body that is streamed is not sent: pass it whole')
}

/** Nobody answered; the SDK tells by the code whether to ask again. */
class Unanswered extends Error {
  readonly code: string
  /** What a proxy said that did not connect. */
  readonly statusCode: number | undefined

  constructor(cause: { readonly message?: unknown; readonly statusCode?: unknown }, code: string) {
    super(String(cause.message ?? code), { cause })
    this.code = code
    this.statusCode = typeof cause.statusCode === 'number' ? cause.statusCode : undefined
  }
}

function unanswered(error: unknown): unknown {
  const code = codeOf(error)
  return code === undefined || typeof error !== 'object' || error === null
    ? error
    : new Unanswered(error, code)
}

/** @param env of which HTTPS_PROXY, HTTP_PROXY and NO_PROXY count */
export function requestHandler(env: Readonly<Record<string, string>>): RequestHandler {
  const connections = keepConnections({ most: MOST, proxies: env })
  return {
    metadata: { handlerProtocol: 'http/1.1' },
    handle: async (request, { abortSignal } = {}) => {
      const { status, headers, body } = await exchange({
        method: request.method,
        url: urlOf(request),
        // How long it is, the exchange says itself; the host is the address's.
        headers: Object.fromEntries(
          Object.entries(request.headers).filter(([name]) => !/^(?:content-length|expect)$/i.test(name)),
        ),
        body: bodyOf(request.body),
        connections,
        signal: abortSignal instanceof AbortSignal ? abortSignal : new AbortController().signal,
        deadline: DEADLINE,
      }).catch((error: unknown) => {
        throw unanswered(error)
      })
      const received = Object.entries(headers).map(([name, value = '']) => [name, [value].flat().join(', ')])
      return {
        response: {
          statusCode: status,
          headers: Object.fromEntries(received),
          body: Readable.from([body], { objectMode: false }),
        },
      }
    },
    updateHttpClientConfig: () => undefined,
    httpHandlerConfigs: () => ({}),
    destroy: () => connections.close(),
  }
}
