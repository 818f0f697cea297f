/** One request to an API server, once: the only place that speaks HTTPS. */
import { type Agent, request as httpsRequest } from 'node:https'
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

class Silence extends Error {
  readonly code = 'ETIMEDOUT'
}

/** `299 - "text"`, several of them joined by commas; see RFC 9111, section 5.5. */
function warningsIn(header: string | undefined): string[] {
  return [...(header ?? '').matchAll(/\d{3} \S+ "((?:[^"\\]|\\.)*)"/g)].map(([, text = '']) =>
    text.replace(/\\(.)/g, '$1'),
  )
}

/** @throws KubernetesError for an answer that is no success; the system's error when there is none */
export function requestOnce(
  server: string,
  { method, path, accept = 'application/json', contentType, body, headers: more }: ApiRequest,
  {
    agent,
    token,
    signal,
  }: { readonly agent: Agent; readonly token: string | undefined; readonly signal: AbortSignal },
): Promise<ApiResponse> {
  const payload = body === undefined ? undefined : JSON.stringify(body)
  const headers: Record<string, string> = { accept, 'user-agent': 'omninode_infra', ...more }
  if (contentType !== undefined) headers['content-type'] = contentType
  if (payload !== undefined) headers['content-length'] = String(Buffer.byteLength(payload))
  if (token !== undefined) headers['authorization'] = `Bearer ${token}`
  return new Promise((resolve, reject) => {
    const request = httpsRequest(`${server}${path}`, { method, headers, agent, signal }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.once('error', reject)
      response.once('end', () => {
        const text = Buffer.concat(chunks).toString('utf8')
        const status = response.statusCode ?? 0
        if (status >= 200 && status < 300)
          resolve({ text, warnings: warningsIn(response.headers['warning']) })
        else reject(new KubernetesError(status, text))
      })
    })
    request.setTimeout(DEADLINE, () => request.destroy(new Silence(`no answer within ${DEADLINE} ms`)))
    request.once('error', reject)
    request.end(payload)
  })
}
