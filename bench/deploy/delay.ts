/** A proxy that makes the way to an API server longer: what is sent arrives later, in the order in which it was sent. */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** Timers of one length keep order. */
function carry(from: Socket, to: Socket, delay: number): void {
  const later = (work: () => void) => (delay === 0 ? work() : setTimeout(work, delay))
  from.on('data', (chunk: Buffer) => later(() => to.write(chunk)))
  from.on('end', () => later(() => to.end()))
  from.on('error', () => to.destroy())
}

/** @param delay milliseconds there and back together */
export async function startDelay(
  target: number,
  delay: number,
): Promise<{ readonly port: number; stop(): Promise<void> }> {
  const sockets = new Set<Socket>()
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
    const upstream = connect({ port: target, host: '127.0.0.1', allowHalfOpen: true, noDelay: true })
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('close', () => sockets.delete(socket))
    }
    carry(client, upstream, delay / 2)
    carry(upstream, client, delay / 2)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // listening on TCP
  return {
    port,
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
