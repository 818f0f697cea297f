/** What Prometheus reads, on a port that no ingress leads to. */
import { createServer, type Server } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export type Way = 'bearer' | 'api-key'
type Result = 'taken' | 'refused'

export interface Metrics {
  readonly registry: Registry
  readonly requests: Histogram<'method' | 'route' | 'status'>
  /** Counts a request by the way in that it took. */
  authenticated(way: Way, result: Result): void
  /** How many requests became one statement. */
  readonly gathered: Histogram
  readonly waiting: Gauge
}

export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  return {
    registry,
    requests: new Histogram({
      name: 'http_request_duration_seconds',
      help: 'How long requests took, by route and not by path.',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers,
    }),
    authenticated: countAuthentications(registry),
    gathered: new Histogram({
      name: 'onex_api_intake_batch_size',
      help: 'Accepted workflows in one statement.',
      buckets: [1, 2, 4, 8, 16, 32, 64],
      registers,
    }),
    waiting: new Gauge({
      name: 'onex_api_intake_waiting',
      help: 'Workflows that wait for the database.',
      registers,
    }),
  }
}

/** Counted here and told when it is asked for: finding a counter by its labels costs more than counting. */
function countAuthentications(registry: Registry): Metrics['authenticated'] {
  const counts = new Map<Way, Record<Result, number>>()
  new Counter({
    name: 'onex_api_authentications_total',
    help: 'Requests by the way in that they took, and whether they were let in.',
    labelNames: ['way', 'result'],
    registers: [registry],
    collect() {
      this.reset()
      for (const [way, results] of counts)
        for (const [result, count] of Object.entries(results)) this.inc({ way, result }, count)
    },
  })
  return (way, result) => {
    let results = counts.get(way)
    if (results === undefined) {
      results = { taken: 0, refused: 0 }
      counts.set(way, results)
    }
    results[result] += 1
  }
}

/** Measures every request but those for its health. */
export function measure(app: FastifyInstance, { requests }: Metrics): void {
  app.addHook('onResponse', (request, reply, done) => {
    const { url = 'none' } = request.routeOptions
    if (!url.startsWith('/health/'))
      requests.observe(
        { method: request.method, route: request.is404 ? 'none' : url, status: reply.statusCode },
        reply.elapsedTime / 1_000,
      )
    done()
  })
}

/** @returns the server, listening */
export async function serveMetrics(registry: Registry, host: string, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end()
      return
    }
    registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  return server
}
