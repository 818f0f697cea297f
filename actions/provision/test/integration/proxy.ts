/** A proxy before the emulator's S3 that can hold up or refuse what is written to a state. */
import { createServer, request as httpRequest, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

export interface StateProxy {
  readonly url: string
  /** What becomes of writing a state: milliseconds that it takes longer, or a refusal; and whether its lock is refused. */
  treat: { readonly delay?: number; readonly refuse?: boolean; readonly refuseLock?: boolean }
  /** How often a state was written or tried to be. */
  readonly writes: number
  stop(): Promise<void>
}

function forbid(response: ServerResponse): void {
  response.writeHead(403, { 'content-type': 'application/xml' })
  response.end('<Error><Code>AccessDenied</Code><Message>refused by the test</Message></Error>')
}

export async function startStateProxy(target: string): Promise<StateProxy> {
  let writes = 0
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', async () => {
      if (request.method === 'PUT' && /(?<!errored)\.tfstate(\?|$)/.test(request.url ?? '')) {
        writes++
        const { delay = 0, refuse = false } = proxy.treat
        await sleep(delay)
        if (refuse) return forbid(response)
      }
      if (request.method === 'PUT' && proxy.treat.refuseLock && /\.tflock(\?|$)/.test(request.url ?? ''))
        return forbid(response)
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
