/** A proxy in front of an API server that can hold everything a run sends, as when the run is stopped, and let it go. */
import { connect, createServer, type Socket } from 'node:net'

export interface Gate {
  /** `http://127.0.0.1:…` */
  readonly url: string
  /** How many pieces went through. */
  readonly pieces: number
  /** Resolves when it has shut. */
  readonly shut: Promise<void>
  /** Lets everything through that it held, and whatever comes. */
  open(): void
  close(): Promise<void>
}

/** @param shutAt the piece, of those that the run sends, from which on nothing goes through in either direction */
export async function startGate(shutAt: number): Promise<Gate> {
  const sockets = new Set<Socket>()
  let pieces = 0
  let held: (() => void)[] | undefined
  let tell: () => void = () => undefined
  const shut = new Promise<void>((resolve) => {
    tell = resolve
  })
  let done = false
  const pass = (to: Socket, chunk: Buffer) => {
    const send = () => {
      if (!to.destroyed) to.write(chunk)
    }
    if (held === undefined) send()
    else held.push(send)
  }
  const server = createServer((client) => {
    sockets.add(client)
    client.once('data', (head) => {
      const [, host = '', port = ''] = /^CONNECT (\S+):(\d+) /.exec(head.toString('latin1')) ?? []
      const upstream = connect(Number(port), host, () => {
        client.write('HTTP/1.1 200 Connection established\r\n\r\n')
        client.on('data', (chunk: Buffer) => {
          pieces++
          if (!done && pieces >= shutAt) {
            held ??= []
            tell()
          }
          pass(upstream, chunk)
        })
        upstream.on('data', (chunk: Buffer) => pass(client, chunk))
      })
      sockets.add(upstream)
      for (const [one, other] of [
        [client, upstream],
        [upstream, client],
      ] as const) {
        one.on('error', () => other.destroy())
        one.on('close', () => {
          // What was sent before the end still arrives.
          if (held === undefined) other.end()
          else held.push(() => other.end())
        })
      }
    })
    client.on('error', () => client.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    get pieces() {
      return pieces
    },
    shut,
    open: () => {
      done = true
      const waiting = held ?? []
      held = undefined
      for (const send of waiting) send()
    },
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
