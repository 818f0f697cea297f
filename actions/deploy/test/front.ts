/** Stands before an API server, as a balancer does: passes everything on, until something is to go wrong. */

import type { IncomingMessage as Message, ServerResponse as Response } from 'node:http'
import { Agent, createServer, request } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'

export interface Passed {
  readonly method: string
  /** With its query. */
  readonly path: string
  /** Milliseconds. */
  readonly at: number
  /** Undefined while there is no answer. */
  status: number | undefined
}

/** What is answered in place of the API server; undefined when that is asked after all. */
export type Instead =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  | undefined

export interface Front {
  /** `https://…` */
  readonly url: string
  readonly passed: readonly Passed[]
  /** Asked once for the first request of a kind, before it is passed on. */
  once(matches: (asked: Passed) => boolean, work: (token: string) => Promise<Instead> | Instead): void
  /** Forgets what has not come. */
  disarm(): void
  /** Passes another token on in place of this one, for ever. */
  replace(token: string, by: string): void
  /** Ends every connection. */
  cut(): void
  stop(): Promise<void>
}

export async function startFront(
  server: string,
  tls: { readonly cert: string; readonly key: string; readonly ca: string },
): Promise<Front> {
  const sockets = new Set<Socket>()
  const passed: Passed[] = []
  const tokens = new Map<string, string>()
  const waiting: {
    matches: (asked: Passed) => boolean
    work: (token: string) => Promise<Instead> | Instead
  }[] = []
  const agent = new Agent({ keepAlive: true, ca: tls.ca })
  const tokenOf = ({ headers }: Message) => (headers.authorization ?? '').replace(/^Bearer /, '')
  const pass = (asking: Message, response: Response, seen: Passed) => {
    const token = tokenOf(asking)
    const by = tokens.get(token)
    const { host: _here, ...rest } = asking.headers
    const headers = by === undefined ? rest : { ...rest, authorization: `Bearer ${by}` }
    const call = request(
      `${server}${asking.url}`,
      { method: asking.method ?? 'GET', headers, agent },
      (answer) => {
        seen.status = answer.statusCode
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        response.flushHeaders()
        answer.pipe(response)
        answer.once('error', () => response.destroy())
      },
    )
    call.once('error', () => response.destroy())
    response.once('close', () => call.destroy())
    asking.pipe(call)
  }
  const front = createServer({ cert: tls.cert, key: tls.key }, async (asking, response) => {
    const { method = '', url = '' } = asking
    const seen: Passed = { method, path: url, at: Date.now(), status: undefined }
    passed.push(seen)
    const index = waiting.findIndex(({ matches }) => matches(seen))
    const [next] = index < 0 ? [] : waiting.splice(index, 1)
    const instead = await next?.work(tokenOf(asking))
    if (instead === undefined) return pass(asking, response, seen)
    seen.status = instead.status
    asking.resume()
    response.writeHead(instead.status, instead.headers).end()
  })
  front.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.once('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve))
  const { port } = front.address() as AddressInfo // it listens on TCP
  const cut = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: `https://127.0.0.1:${port}`,
    passed,
    once: (matches, work) => waiting.push({ matches, work }),
    disarm: () => {
      waiting.length = 0
    },
    replace: (token, by) => tokens.set(token, by),
    cut,
    stop: async () => {
      cut()
      agent.destroy()
      await new Promise((resolve) => front.close(resolve))
    },
  }
}
