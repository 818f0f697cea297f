/**
 * An HTTP proxy that leads names to ports on loopback. HTTPS goes through CONNECT (RFC 9110 section 9.3.6), HTTP through
 * addresses in the request line. By itself it is that of a network that lets nobody out by another way, and alone knows
 * the names of the servers.
 */
import { createServer, type IncomingMessage, request } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import type { Duplex } from 'node:stream'

export interface ProxyOptions {
  /** Name → the port on loopback that is behind it. */
  readonly names: Readonly<Record<string, number>>
  /** What becomes of other names: they are unknown, when not given, or reached where they are, by TLS alone. */
  readonly elsewhere?: 'unknown' | 'reached'
  /** Who may ask; everybody when not given. */
  readonly credentials?: { readonly user: string; readonly password: string }
}

export interface RunningProxy {
  /** With the credentials in it. */
  readonly url: string
  readonly port: number
  /** `CONNECT name:443`, `GET http://name/path`; in order. */
  readonly asked: readonly string[]
  stop(): Promise<void>
}

/** A name that nobody but a proxy can resolve: `.test` is never registered (RFC 6761). */
export function nameFor(part: string): string {
  return `${part}.only-the-proxy-knows.test`
}

/** Where a CONNECT leads to; undefined when it names no port. */
function placeOf(authority: string): { readonly hostname: string; readonly port: number } | undefined {
  const [, hostname = '', digits] = /^(.+):(\d+)$/.exec(authority) ?? []
  const port = Number(digits)
  return port >= 1 && port <= 65_535 ? { hostname: hostname.replace(/^\[|\]$/g, ''), port } : undefined
}

export async function startProxy({ names, elsewhere, credentials }: ProxyOptions): Promise<RunningProxy> {
  const asked: string[] = []
  const sockets = new Set<Duplex>()
  const wanted =
    credentials === undefined
      ? undefined
      : `Basic ${Buffer.from(`${credentials.user}:${credentials.password}`).toString('base64')}`
  const isAllowed = ({ headers }: IncomingMessage) =>
    wanted === undefined || headers['proxy-authorization'] === wanted

  const server = createServer((incoming, response) => {
    const url = URL.canParse(incoming.url ?? '') ? new URL(incoming.url ?? '') : undefined
    asked.push(`${incoming.method} ${incoming.url}`)
    if (!isAllowed(incoming)) return void response.writeHead(407).end('who are you?')
    const port = url === undefined ? undefined : names[url.hostname]
    if (url === undefined || port === undefined) {
      const [status, why] = elsewhere === 'reached' ? [405, 'by TLS alone'] : [502, 'unknown name']
      return void response.writeHead(status, { allow: 'CONNECT' }).end(why)
    }
    const { 'proxy-authorization': _, 'proxy-connection': __, ...headers } = incoming.headers
    const forwarded = request(
      { host: '127.0.0.1', port, method: incoming.method, path: `${url.pathname}${url.search}`, headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
      },
    )
    forwarded.once('error', () => response.destroy())
    incoming.pipe(forwarded)
  })
  server.on('connect', (incoming, client, head) => {
    asked.push(`CONNECT ${incoming.url}`)
    sockets.add(client)
    client.on('error', () => client.destroy())
    const refuse = (line: string) => client.end(`HTTP/1.1 ${line}\r\ncontent-length: 0\r\n\r\n`)
    if (!isAllowed(incoming)) return void refuse('407 Proxy Authentication Required')
    const place = placeOf(incoming.url ?? '')
    if (place === undefined) return void refuse('400 Bad Request')
    const known = names[place.hostname]
    if (known === undefined && elsewhere !== 'reached') return void refuse('502 Bad Gateway')
    const upstream = known === undefined ? connect(place.port, place.hostname) : connect(known, '127.0.0.1')
    sockets.add(upstream)
    upstream.once('connect', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n')
      upstream.write(head)
      upstream.pipe(client).pipe(upstream)
    })
    upstream.on('error', () => {
      if (upstream.pending) refuse('502 Bad Gateway')
      else client.destroy()
    })
    client.once('close', () => upstream.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // listening on TCP
  const user =
    credentials === undefined ? '' : `${credentials.user}:${encodeURIComponent(credentials.password)}@`
  return {
    url: `http://${user}127.0.0.1:${port}`,
    port,
    asked,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
