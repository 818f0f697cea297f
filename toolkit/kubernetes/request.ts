/** One request to an API server, once. */
import { type Connections, exchange } from '../transport/exchange.ts'
import { retryAfter } from '../transport/retry-after.ts'
import { KubernetesError } from './error.ts'

/** Milliseconds after which one request is given up. */
const DEADLINE = 30_000

export interface ApiRequest {
  readonly method: 'GET' | 'PATCH' | 'POST' | 'DELETE'
  readonly path: string
  readonly accept?: string
  readonly contentType?: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string | readonly string[]>>
  /** Whether a webhook that does not answer is not waited for: whoever asks knows better what to do meanwhile. */
  readonly hasty?: boolean
  /** Awaited each time before it is sent, also again: throws when it must not be sent any more. */
  readonly before?: (() => Promise<void>) | undefined
}

export interface ApiResponse {
  readonly text: string
  /** The `Warning` headers, without their codes. */
  readonly warnings: readonly string[]
}

/** `299 - "text"`, several of them joined by commas; see RFC 9111, section 5.5. */
function warningsIn(header: string | undefined): string[] {
  return [...(header ?? '').matchAll(/\d{3} \S+ "((?:[^"\\]|\\.)*)"/g)].map(([, text = '']) =>
    text.replace(/\\(.)/g, '$1'),
  )
}

/** @throws KubernetesError for an answer that is no success; the system's error when there is none */
export async function requestOnce(
  server: string,
  { method, path, accept = 'application/json', contentType, body, headers: more }: ApiRequest,
  given: {
    readonly connections: Connections
    readonly token: string | undefined
    readonly impersonation: Readonly<Record<string, string | readonly string[]>>
    readonly signal: AbortSignal
  },
): Promise<ApiResponse> {
  const headers: Record<string, string | readonly string[]> = {
    accept,
    'user-agent': 'omninode_infra',
    ...given.impersonation,
    ...more,
  }
  if (contentType !== undefined) headers['content-type'] = contentType
  if (given.token !== undefined) headers['authorization'] = `Bearer ${given.token}`
  const {
    status,
    text,
    headers: answered,
  } = await exchange({
    method,
    url: new URL(`${server}${path}`),
    headers,
    body: body === undefined ? undefined : JSON.stringify(body),
    connections: given.connections,
    signal: given.signal,
    deadline: DEADLINE,
  })
  if (status < 200 || status > 299) {
    const { location } = answered
    throw new KubernetesError({
      server,
      method,
      path,
      status,
      body: text,
      location,
      pause: retryAfter(answered),
    })
  }
  return { text, warnings: warningsIn(answered['warning']) }
}
