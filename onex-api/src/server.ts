import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type pg from 'pg'
import { type Tenant, tenantOf } from './api-key.ts'
import { readinessOf } from './readiness.ts'

const headersOfRequests = ['req.headers["x-api-key"]', 'req.headers.authorization']
/** Where an error of the server quotes rows. */
const valuesOfRows = ['detail', 'hint', 'where', 'internalQuery'].map((field) => `err.${field}`)

export interface ServerOptions {
  readonly pool: pg.Pool
  readonly clock: () => Date
  readonly logLevel: string
}

export interface Server {
  readonly app: FastifyInstance
  /** From now on `/health/ready` answers 503, so that no new requests are sent here. */
  drain(): void
}

declare module 'fastify' {
  interface FastifyRequest {
    tenant: Tenant | null
  }
}

function problem(reply: FastifyReply, status: number, title: string): FastifyReply {
  return reply.code(status).type('application/problem+json').send({ type: 'about:blank', status, title })
}

export function createServer({ pool, clock, logLevel }: ServerOptions): Server {
  let draining = false
  const app = Fastify({
    bodyLimit: 64 * 1024,
    requestTimeout: 15_000,
    logger: { level: logLevel, redact: [...headersOfRequests, ...valuesOfRows] },
  })
  app.decorateRequest('tenant', null)

  const authenticate = async (request: FastifyRequest, reply: FastifyReply) => {
    const key = request.headers['x-api-key']
    // A bearer token is never taken for an API key, nor passed over for one.
    const tenant =
      typeof key === 'string' && request.headers.authorization === undefined
        ? await tenantOf(key, pool, clock())
        : undefined
    if (tenant === undefined) return problem(reply, 401, 'A valid x-api-key is required.')
    request.tenant = tenant
    return undefined
  }

  app.get('/health/live', async () => ({ status: 'ok' }))
  app.get('/health/ready', async (_request, reply) => {
    const { ready, reason } = draining ? { ready: false, reason: 'shutting down' } : await readinessOf(pool)
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ok' : 'unavailable', reason })
  })
  app.get('/v1/tenants/me', { onRequest: authenticate }, async ({ tenant }) => tenant)
  // Whoever has no key learns nothing about which routes exist.
  app.get('/v1/*', { onRequest: authenticate }, async (_request, reply) =>
    problem(reply, 404, 'There is no such route.'),
  )

  app.setErrorHandler((error, request, reply) => {
    request.log.error(error)
    const status =
      typeof error === 'object' && error !== null && 'statusCode' in error ? Number(error.statusCode) : 503
    return problem(
      reply,
      status,
      status < 500 ? 'The request is not valid.' : 'The service cannot answer now.',
    )
  })
  return {
    app,
    drain: () => {
      draining = true
    },
  }
}
