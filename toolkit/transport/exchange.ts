/**
 * The one way to speak HTTPS: a request, and what was answered. The server is always verified, whatever the environment
 * says; proxies are honoured. Nothing is tried again here, and no redirect followed.
 */
import { type IncomingHttpHeaders, Agent as PlainAgent, request as plain } from 'node:http'
import { Agent as SecureAgent, request as secure } from 'node:https'
import { createSecureContext } from 'node:tls'
import { formatDuration } from '../model/duration.ts'
import { alwaysThrough, type Proxies, proxiesIn } from './proxies.ts'

export interface Exchange {
  readonly method: string
  /** `https:`; `http:` only for what is asked because it may be plain, such as a probe's address. */
  readonly url: URL
  /** A header that is sent several times has several values. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>
  readonly body?: string | Uint8Array | undefined
  readonly connections: Connections
  readonly signal: AbortSignal
  /** Milliseconds after which it is given up, with the code ETIMEDOUT. */
  readonly deadline: number
  /** Milliseconds without a byte after which it is given up as well. */
  readonly silence?: number
  /** Bytes of the answer after which it is given up, with the code EMSGSIZE; 64 MiB when not given. */
  readonly largest?: number
  /** Takes what is answered with success as it comes, as text; nothing of it is kept then. */
  readonly follow?: ((text: string) => void) | undefined
  /** Bytes of the answer that are wanted, by its headers; what follows could be endless. All unless given. */
  readonly wanted?: (headers: IncomingHttpHeaders) => number
}

export interface Answered {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  /** As much of it as was wanted. */
  readonly body: Buffer
  /** The body as UTF-8. */
  readonly text: string
}

/** Connections that are kept alive, and the ways to the servers. */
export interface Connections extends Proxies {
  agentFor(url: URL): PlainAgent | SecureAgent
  /** Lets more requests be in flight at once from now on, for each server. */
  widen(most: number): void
  close(): void
}

export interface ConnectionSettings {
  /** Requests in flight at once, for each server. */
  readonly most: number
  /** PEM of the authorities that are trusted; the system's when undefined. */
  readonly certificateAuthority?: string | undefined
  /** The name that the server's certificate must be for; that of its address when undefined. */
  readonly serverName?: string | undefined
  /** The environment, of which HTTPS_PROXY, HTTP_PROXY and NO_PROXY count; or the proxy for everything. */
  readonly proxies: Readonly<Record<string, string | undefined>> | URL
  /** PEM of a client certificate and its key. */
  readonly client?: { readonly cert: string; readonly key: string } | undefined
}

/** All that it connects to is verified in one way, so that connections are told apart by where they lead to alone. */
class OneWayAgent extends SecureAgent {
  override getName({
    host = '',
    port = '',
  }: {
    readonly host?: string
    readonly port?: number | string
  } = {}) {
    return `${host}:${port}`
  }
}

/** @throws Failure PROXY_INVALID */
export function keepConnections(settings: ConnectionSettings): Connections {
  const { certificateAuthority, serverName, client, proxies } = settings
  const { proxyFor } = proxies instanceof URL ? alwaysThrough(proxies) : proxiesIn(proxies)
  let { most } = settings
  const tls = {
    rejectUnauthorized: true, // whatever NODE_TLS_REJECT_UNAUTHORIZED says
    ...(serverName === undefined ? {} : { servername: serverName }),
  }
  /** Certificates and keys are read once, and not for each connection. */
  const context = () =>
    createSecureContext({
      ...(certificateAuthority === undefined ? {} : { ca: certificateAuthority }),
      ...(client === undefined ? {} : { cert: client.cert, key: client.key }),
    })
  const agents = new Map<string, PlainAgent | SecureAgent>()
  return {
    proxyFor,
    agentFor: (url) => {
      const proxy = proxyFor(url)
      const isSecure = url.protocol === 'https:'
      const key = `${isSecure} ${proxy?.href}`
      const made = agents.get(key)
      if (made !== undefined) return made
      const through =
        proxy === undefined ? {} : { proxyEnv: { https_proxy: proxy.href, http_proxy: proxy.href } }
      const shared = { keepAlive: true, maxSockets: most }
      const agent = isSecure
        ? new OneWayAgent({ ...shared, ...tls, ...through, secureContext: context() })
        : new PlainAgent({ ...shared, ...through })
      agents.set(key, agent)
      return agent
    },
    widen: (wider) => {
      most = wider
      for (const agent of agents.values()) agent.maxSockets = wider
    },
    close: () => {
      for (const agent of agents.values()) agent.destroy()
    },
  }
}

/** Nobody answered in time. */
class Silence extends Error {
  readonly code = 'ETIMEDOUT'

  constructor(deadline: number) {
    super(`no answer within ${formatDuration(deadline)}`)
  }
}

/** More was answered than anybody has asked for. */
class TooLarge extends Error {
  readonly code = 'EMSGSIZE'

  constructor(largest: number) {
    super(`the answer is larger than ${largest} bytes`)
  }
}

/** The answer had begun, and its end never came. */
export class BrokenOff extends Error {
  override readonly name = 'BrokenOff'
  readonly code = 'ECONNRESET'

  constructor() {
    super('the answer broke off')
  }
}

/** Bytes. */
const LARGEST = 64 * 2 ** 20

function answeredWith(status: number, headers: IncomingHttpHeaders, body: Buffer): Answered {
  return {
    status,
    headers,
    body,
    get text() {
      return body.toString('utf8')
    },
  }
}

/** @throws errors of the network, with their code; the signal's reason */
export function exchange(asked: Exchange): Promise<Answered> {
  const { method, url, headers, body, connections, signal, deadline, silence, wanted } = asked
  const { largest = LARGEST, follow } = asked
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
    const lists = Object.entries(headers).map(([name, value]): [string, string | string[]] => [
      name,
      typeof value === 'string' ? value : [...value],
    ])
    const options = {
      method,
      headers: { ...Object.fromEntries(lists), ...length },
      agent: connections.agentFor(url),
      // Also of the way through a proxy, of which the request itself does not know yet.
      timeout: silence ?? deadline,
    }
    const request = url.protocol === 'https:' ? secure(url, options) : plain(url, options)
    // A request that has no connection yet says nothing of its end, so it is not left to that to settle this.
    const giveUp = (reason: unknown) => {
      settled()
      reject(reason)
      // Without the reason: a connection that is free again by now has nobody who listens for its errors.
      request.destroy()
    }
    const timer = setTimeout(() => giveUp(new Silence(deadline)), deadline)
    const aborted = () => giveUp(signal.reason)
    const settled = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', aborted)
    }
    if (silence !== undefined) request.once('timeout', () => giveUp(new Silence(silence)))
    if (signal.aborted) aborted()
    else signal.addEventListener('abort', aborted)
    request.once('close', settled)
    request.on('error', reject)
    request.once('response', (response) => {
      const { statusCode: status = 0, headers: received } = response
      if (follow !== undefined && status >= 200 && status < 300) {
        response.once('error', () => reject(new BrokenOff()))
        response.setEncoding('utf8')
        response.on('data', (text: string) => {
          try {
            follow(text)
          } catch (error) {
            giveUp(error)
          }
        })
        response.once('end', () => resolve(answeredWith(status, received, Buffer.alloc(0))))
        return
      }
      const chunks: Buffer[] = []
      let size = 0
      const enough = wanted?.(received) ?? Number.POSITIVE_INFINITY
      const answer = () => resolve(answeredWith(status, received, Buffer.concat(chunks)))
      const cut = () => {
        response.destroy()
        answer()
      }
      if (enough === 0) {
        cut()
        return
      }
      response.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size > largest) {
          giveUp(new TooLarge(largest))
          return
        }
        chunks.push(chunk)
        if (size >= enough) cut()
      })
      response.once('error', () => reject(new BrokenOff()))
      response.once('end', answer)
    })
    request.end(body)
  })
}
