/**
 * The proxy of a network that lets nobody out by another way: it alone knows the names of the servers. HTTPS goes
 * through CONNECT, HTTP through addresses in the request line.
 */
import { createServer, type IncomingMessage, request } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import type { Duplex } from 'node:stream'

export interface ProxyOptions {
  /** Name → the port on loopback that is behind it. */
  readonly names: Readonly<Record<string, number>>
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

export async function startProxy({ names, credentials }: ProxyOptions): Promise<RunningProxy> {
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
    if (url === undefined || port === undefined) return void response.writeHead(502).end('unknown name')
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
    const port = names[(incoming.url ?? '').replace(/:\d+$/, '')]
    if (port === undefined) return void refuse('502 Bad Gateway')
    const upstream = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n')
      upstream.write(head)
      upstream.pipe(client).pipe(upstream)
    })
    sockets.add(upstream)
    upstream.on('error', () => client.destroy())
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
