/** A proxy in front of an API server that counts what it is asked for: it ends TLS, as nothing else could. */
import { Agent, createServer, request } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Certificates } from '../pki/certificates.ts'
import { kubeconfig } from './client.ts'

/** One request that came, and when, in milliseconds of a clock of its own. */
export interface Asked {
  /** `GET`, `PATCH`, and `WATCH` for a GET that goes on. */
  readonly verb: string
  /** `/apis/apps/v1/namespaces/dev/deployments`, without the query. */
  readonly path: string
  /** `dryRun=All` is asked for. */
  readonly dryRun: boolean
  readonly at: number
}

export interface Counter {
  /** Of the user `admin`, by way of this proxy. */
  readonly kubeconfig: string
  /** What came since the last time that this was asked. */
  take(): Asked[]
  stop(): Promise<void>
}

/** The plural of the kind that a path is about: `pods`, or `pods/log`; the path itself when it is about none. */
export function kindOf({ path }: Pick<Asked, 'path'>): string {
  const [, plural, , subresource] =
    /^\/(?:api|apis\/[^/]+)\/[^/]+(?:\/namespaces\/[^/]+)?\/([^/]+)(\/[^/]+)?(\/.+)?$/.exec(path) ?? []
  return plural === undefined ? path : `${plural}${subresource ?? ''}`
}

/** @param certificates of the cluster, with `apiserver` and `admin` */
export async function startCounter(url: string, certificates: Certificates): Promise<Counter> {
  const server = new URL(url)
  const agent = new Agent({
    keepAlive: true,
    ca: certificates.caPem,
    cert: certificates.pem('admin.crt'),
    key: certificates.pem('admin.key'),
  })
  let asked: Asked[] = []
  const proxy = createServer(
    { cert: certificates.pem('apiserver.crt'), key: certificates.pem('apiserver.key') },
    (incoming, response) => {
      const { method = 'GET', headers } = incoming
      const { pathname, searchParams } = new URL(incoming.url ?? '/', url)
      asked.push({
        verb: searchParams.get('watch') === 'true' ? 'WATCH' : method,
        path: pathname,
        dryRun: searchParams.has('dryRun'),
        at: performance.now(),
      })
      const forwarded = request(
        { host: server.hostname, port: server.port, method, path: incoming.url, headers, agent },
        (answer) => {
          response.writeHead(answer.statusCode ?? 502, answer.headers)
          answer.pipe(response)
        },
      )
      forwarded.once('error', () => response.destroy())
      response.once('close', () => forwarded.destroy())
      incoming.pipe(forwarded)
    },
  )
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  const { port } = proxy.address() as AddressInfo // listening on TCP
  return {
    kubeconfig: kubeconfig(`https://127.0.0.1:${port}`, certificates, 'admin'),
    take: () => {
      const taken = asked
      asked = []
      return taken
    },
    stop: async () => {
      agent.destroy()
      proxy.closeAllConnections()
      await new Promise((resolve) => proxy.close(resolve))
    },
  }
}
