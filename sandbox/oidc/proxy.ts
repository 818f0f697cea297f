/** A CONNECT proxy that leads the hosts that it is told of to loopback, and everybody else to where they wanted to go. */
import { createServer } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'

export interface Proxy {
  /** What a job has as HTTPS_PROXY. */
  readonly url: string
  stop(): Promise<void>
}

/** @param hosts `host:port` → the port on loopback that answers for it */
export async function startProxy(hosts: ReadonlyMap<string, number>): Promise<Proxy> {
  const open = new Set<Socket>()
  const server = createServer((_request, response) => response.writeHead(405).end())
  server.on('connect', (request, client: Socket, head) => {
    const wanted = new URL(`https://${request.url ?? ''}`)
    const port = wanted.port === '' ? 443 : Number(wanted.port)
    const known = hosts.get(`${wanted.hostname}:${port}`)
    const onward = known === undefined ? connect(port, wanted.hostname) : connect(known, '127.0.0.1')
    for (const socket of [client, onward]) {
      open.add(socket)
      socket.once('close', () => open.delete(socket))
      socket.on('error', () => {
        client.destroy()
        onward.destroy()
      })
    }
    onward.once('connect', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      onward.write(head)
      onward.pipe(client).pipe(onward)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, // a TCP server has such an address
    stop: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy()
        server.close(() => resolve())
      }),
  }
}
