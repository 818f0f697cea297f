/** A proxy in front of an API server that answers some requests itself, as a server in trouble or a wrong one would. */

import { readFileSync, writeFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { Agent, createServer, request, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

/** What becomes of a request: it is answered with a status, cut off, or done without an answer. */
export type Fault = number | 'cut' | 'lost'

export interface Faults {
  /** By which the API server is reached through it, as somebody with all rights. */
  readonly kubeconfig: string
  /** How many requests were asked of it. */
  readonly asked: number
  close(): Promise<void>
}

/** What a load balancer says of itself. */
const pages: ReadonlySet<number> = new Set([502, 503, 504])

function answerOf(status: number): readonly [string, string] {
  if (pages.has(status)) return ['text/html', `<html><h1>${status}</h1></html>`]
  const said = { kind: 'Status', apiVersion: 'v1', status: 'Failure', reason: `R${status}`, code: status }
  return ['application/json', JSON.stringify({ ...said, message: `this is a fault of ${status}` })]
}

/**
 * @param pki the folder of the certificates of the cluster
 * @param kubeconfig of the cluster
 * @param faultOf says what becomes of a request, which is known by its method and path
 */
export async function startFaults(
  pki: string,
  kubeconfig: string,
  faultOf: (asked: string) => Fault | undefined,
): Promise<Faults> {
  const pem = (name: string) => readFileSync(join(pki, name), 'utf8')
  const text = readFileSync(kubeconfig, 'utf8')
  const [upstream = ''] = /https:\/\/127\.0\.0\.1:\d+/.exec(text) ?? []
  const agent = new Agent({
    keepAlive: true,
    ca: pem('ca.crt'),
    cert: pem('admin.crt'),
    key: pem('admin.key'),
  })
  let asked = 0
  const server: Server = createServer(
    { cert: pem('apiserver.crt'), key: pem('apiserver.key') },
    (incoming: IncomingMessage, response) => {
      asked++
      const { method, url = '/', headers } = incoming
      const fault = faultOf(`${method} ${url}`)
      if (fault === 'cut') return void incoming.socket.destroy()
      if (typeof fault === 'number') {
        incoming.resume()
        const [type, body] = answerOf(fault)
        return void response.writeHead(fault, { 'content-type': type }).end(body)
      }
      const forwarded = request(`${upstream}${url}`, { agent, method, headers }, (answer) => {
        if (fault === 'lost') {
          answer.resume()
          answer.once('end', () => incoming.socket.destroy())
          return
        }
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
      })
      forwarded.once('error', () => incoming.socket.destroy())
      response.once('close', () => forwarded.destroy())
      incoming.pipe(forwarded)
    },
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // of TCP
  const own = join(pki, `faults-${port}.kubeconfig`)
  writeFileSync(own, text.replaceAll(upstream, `https://127.0.0.1:${port}`))
  return {
    kubeconfig: own,
    get asked() {
      return asked
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      agent.destroy()
    },
  }
}
