/** A proxy before the emulator's S3 that can hold up or refuse what is written to a state. */
import { createServer, request as httpRequest, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

export interface StateProxy {
  readonly url: string
  /**
   * What becomes of writing a state: milliseconds that it takes longer, or a refusal; and what the next attempts at its
   * lock are answered: that it may not be written, that it is there already, or that the store knows no such lock.
   */
  treat: { readonly delay?: number; readonly refuse?: boolean; lock?: ('forbidden' | 'held' | 'unknown')[] }
  /** How often a state was written or tried to be. */
  readonly writes: number
  stop(): Promise<void>
}

function refuse(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'content-type': 'application/xml' })
  response.end(`<Error><Code>${code}</Code><Message>refused by the test</Message></Error>`)
}

const forbid = (response: ServerResponse) => refuse(response, 403, 'AccessDenied')

export async function startStateProxy(target: string): Promise<StateProxy> {
  let writes = 0
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', async () => {
      if (request.method === 'PUT' && /(?<!errored)\.tfstate(\?|$)/.test(request.url ?? '')) {
        writes++
        const { delay = 0, refuse: refused = false } = proxy.treat
        await sleep(delay)
        if (refused) return forbid(response)
      }
      if (request.method === 'PUT' && /\.tflock(\?|$)/.test(request.url ?? '')) {
        const answer = proxy.treat.lock?.shift()
        if (answer === 'forbidden') return forbid(response)
        if (answer === 'held') return refuse(response, 412, 'PreconditionFailed')
        if (answer === 'unknown') return refuse(response, 501, 'NotImplemented')
      }
      const forwarded = httpRequest(
        `${target}${request.url}`,
        { method: request.method, headers: request.headers },
        (answer) => {
          response.writeHead(answer.statusCode ?? 500, answer.headers)
          answer.pipe(response)
        },
      )
      forwarded.once('error', () => response.destroy())
      forwarded.end(Buffer.concat(chunks))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const proxy: StateProxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, // a TCP server has such an address
    treat: {},
    get writes() {
      return writes
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
  return proxy
}
