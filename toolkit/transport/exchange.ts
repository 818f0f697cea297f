/** The one way to speak HTTPS: a request, and what was answered. Nothing is tried again here, and no redirect followed. */
import { type IncomingHttpHeaders, request as plain } from 'node:http'
import { Agent, request as secure } from 'node:https'
import { formatDuration } from '../model/duration.ts'

export interface Exchange {
  readonly method: string
  /** `https:`; `http:` only for what is asked because it may be plain, such as a probe's address. */
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array | undefined
  /** Connections to use again; without them the request makes one of its own. */
  readonly connections?: Connections | undefined
  readonly signal: AbortSignal
  /** Milliseconds after which it is given up, with the code ETIMEDOUT. */
  readonly deadline: number
  /** Whether the status and headers are all that is wanted: what follows could be endless. */
  readonly headOnly?: boolean
}

export interface Answered {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  /** Empty when only the head was wanted. */
  readonly text: string
}

/** Kept-alive connections to one server. */
export interface Connections {
  readonly agent: Agent
  close(): void
}

export interface ConnectionSettings {
  /** Requests in flight at once. */
  readonly most: number
  /** PEM of the authorities that are trusted; the system's when undefined. */
  readonly certificateAuthority?: string | undefined
  /** The variables that name proxies, such as HTTPS_PROXY and NO_PROXY; none are asked without them. */
  readonly proxies?: Readonly<Record<string, string>> | undefined
  /** PEM of a client certificate and its key. */
  readonly client?: { readonly cert: string; readonly key: string } | undefined
}

export function keepConnections(settings: ConnectionSettings): Connections {
  const { most, certificateAuthority, client, proxies } = settings
  const agent = new Agent({
    keepAlive: true,
    maxSockets: most,
    ...(proxies === undefined ? {} : { proxyEnv: proxies }),
    ...(certificateAuthority === undefined ? {} : { ca: certificateAuthority }),
    ...(client === undefined ? {} : { cert: client.cert, key: client.key }),
  })
  return { agent, close: () => agent.destroy() }
}

/** Nobody answered in time. */
class Silence extends Error {
  readonly code = 'ETIMEDOUT'

  constructor(deadline: number) {
    super(`no answer within ${formatDuration(deadline)}`)
  }
}

/** @throws errors of the network, with their code; the signal's reason */
export function exchange(wanted: Exchange): Promise<Answered> {
  const { method, url, headers, body, connections, signal, deadline, headOnly = false } = wanted
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    const options = {
      method,
      headers: { ...headers, ...length },
      signal,
      agent: connections?.agent ?? (false as const),
    }
    // Said aloud, so that no NODE_TLS_REJECT_UNAUTHORIZED of the environment changes it.
    const request =
      url.protocol === 'https:' ? secure(url, { ...options, rejectUnauthorized: true }) : plain(url, options)
    const timer = setTimeout(() => request.destroy(new Silence(deadline)), deadline)
    request.once('close', () => clearTimeout(timer))
    request.once('error', reject)
    request.once('response', (response) => {
      const { statusCode: status = 0, headers: received } = response
      if (headOnly) {
        response.destroy()
        resolve({ status, headers: received, text: '' })
        return
      }
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.once('error', reject)
      response.once('end', () =>
        resolve({ status, headers: received, text: Buffer.concat(chunks).toString('utf8') }),
      )
    })
    request.end(body)
  })
}
