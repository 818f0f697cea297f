/**
 * An HTTP proxy (CONNECT, RFC 9110 section 9.3.6) that leads one name to another place, as the issuer's own name to
 * where it listens, and everything else to where it is.
 */
import { createServer } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { ISSUER, type OidcIssuer } from './issuer.ts'

export interface NamedPlace {
  readonly hostname: string
  /** Where it really is, on loopback. */
  readonly port: number
}

export interface ProxyServer {
  readonly url: string
  /** `hostname:port` of every connection that was asked for, in order. */
  readonly asked: readonly string[]
  stop(): Promise<void>
}

export async function startProxy(places: readonly NamedPlace[]): Promise<ProxyServer> {
  const asked: string[] = []
  const sockets = new Set<Socket>()
  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  }
  const server = createServer((_request, response) => {
    // What is not TLS has no business here.
    response.writeHead(405, { allow: 'CONNECT' }).end()
  })
  server.on('connection', keep)
  server.on('connect', (request, client: Socket, head: Buffer) => {
    const to = request.url ?? ''
    asked.push(to)
    const colon = to.lastIndexOf(':')
    const [hostname, port] = [to.slice(0, colon), Number(to.slice(colon + 1))]
    if (!Number.isInteger(port) || port < 1 || port > 65_535) {
      client.end('HTTP/1.1 400 Bad Request\r\n\r\n')
      return
    }
    const place = places.find((each) => each.hostname === hostname)
    const target =
      place === undefined ? connect(port, hostname.replace(/^\[|\]$/g, '')) : connect(place.port, '127.0.0.1')
    keep(target)
    target.once('connect', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      if (head.length > 0) target.write(head)
      target.pipe(client).pipe(target)
    })
    target.on('error', () => {
      if (client.bytesWritten === 0) client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
      else client.destroy()
    })
    client.on('error', () => target.destroy())
    client.once('close', () => target.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, // a TCP server has such an address
    asked,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}

/** Leads GitHub's name for its issuer to one that listens on loopback. */
export function startIssuerProxy({ url }: Pick<OidcIssuer, 'url'>): Promise<ProxyServer> {
  return startProxy([{ hostname: new URL(ISSUER).hostname, port: Number(new URL(url).port) }])
}
