/** One request to an API server, once. */
import { type Connections, exchange } from '../transport/exchange.ts'
import { KubernetesError } from './error.ts'

/** Milliseconds after which one request is given up. */
const DEADLINE = 30_000

export interface ApiRequest {
  readonly method: 'GET' | 'PATCH' | 'POST' | 'DELETE'
  readonly path: string
  readonly accept?: string
  readonly contentType?: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
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

/** @throws KubernetesError for an answer that is no success; the network's error when there is none */
export async function requestOnce(
  server: string,
  { method, path, accept = 'application/json', contentType, body, headers: more }: ApiRequest,
  {
    connections,
    token,
    signal,
  }: { readonly connections: Connections; readonly token: string | undefined; readonly signal: AbortSignal },
): Promise<ApiResponse> {
  const { status, headers, text } = await exchange({
    method,
    url: new URL(`${server}${path}`),
    headers: {
      accept,
      'user-agent': 'omninode_infra',
      ...more,
      ...(contentType === undefined ? {} : { 'content-type': contentType }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
    connections,
    signal,
    deadline: DEADLINE,
  })
  if (status < 200 || status >= 300) throw new KubernetesError(status, text)
  return { text, warnings: warningsIn(headers['warning']) }
}
