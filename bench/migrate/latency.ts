/** A TCP proxy in front of PostgreSQL that makes the way longer and counts how often it is gone. */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export interface ProxyServer {
  readonly port: number
  readonly connections: number
  /** How often a client sent something and waited for the answer, after it was logged in, over all connections. */
  readonly trips: number
  close(): Promise<void>
}

const READY_FOR_QUERY = 0x5a
const TERMINATE = 0x58

/** Whether the server's messages, read from the start of the connection, reach the end of the login. */
function isReady(received: Buffer): boolean {
  // The refusal of TLS or GSSAPI is one byte that is no message.
  let offset = received[0] === 0x4e ? 1 : 0
  while (offset + 5 <= received.length) {
    if (received[offset] === READY_FOR_QUERY) return true
    offset += 1 + received.readInt32BE(offset + 1)
  }
  return false
}

/** One connection: a trip begins when the client speaks after the server did. */
class TripCounter {
  trips = 0
  #login: Buffer | undefined = Buffer.alloc(0)
  #waiting = false

  fromServer(chunk: Buffer): void {
    this.#waiting = false
    if (this.#login === undefined) return
    const received = Buffer.concat([this.#login, chunk])
    this.#login = isReady(received) ? undefined : received
  }

  fromClient(chunk: Buffer): void {
    const farewell = chunk[0] === TERMINATE && chunk.length === 5
    if (this.#login !== undefined || this.#waiting || farewell) return
    this.#waiting = true
    this.trips++
  }
}

/** Each chunk arrives `delay` after it was sent, also when others are under way: timers of one length keep order. */
function carry(from: Socket, to: Socket, delay: number, watch: (chunk: Buffer) => void): void {
  const later = (work: () => void) => (delay === 0 ? work() : setTimeout(work, delay))
  from.on('data', (chunk: Buffer) => {
    watch(chunk)
    later(() => to.write(chunk))
  })
  from.on('end', () => later(() => to.end()))
  from.on('error', () => to.destroy())
}

/** @param delay milliseconds each way */
export async function startProxy(target: number, delay: number): Promise<ProxyServer> {
  const sockets = new Set<Socket>()
  const counters: TripCounter[] = []
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
    const upstream = connect({ port: target, host: '127.0.0.1', allowHalfOpen: true, noDelay: true })
    const counter = new TripCounter()
    counters.push(counter)
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('close', () => sockets.delete(socket))
    }
    carry(client, upstream, delay, (chunk) => counter.fromClient(chunk))
    carry(upstream, client, delay, (chunk) => counter.fromServer(chunk))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    get connections() {
      return counters.length
    },
    get trips() {
      return counters.reduce((sum, { trips }) => sum + trips, 0)
    },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
