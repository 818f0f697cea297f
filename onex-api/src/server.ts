import Fastify, { type FastifyContextConfig, type FastifyInstance, type FastifyRequest } from 'fastify'
import type pg from 'pg'
import type { DestinationStream } from 'pino'
import { ApiKeys } from './authentication/api-keys.ts'
import { authenticate, authorize } from './authentication/authenticate.ts'
import { Bearers } from './authentication/bearer.ts'
import type { Principal } from './authentication/principal.ts'
import type { Config } from './configuration/config.ts'
import { queriesOn } from './database/database.ts'
import { readinessOf } from './database/readiness.ts'
import { describeRoutes, serveDocumentation } from './http/documentation.ts'
import { tagAnswers } from './http/etag.ts'
import { shedLoad } from './http/load.ts'
import { OneLine } from './http/log.ts'
import { createMetrics, type Metrics, measure, type Way } from './http/metrics.ts'
import { Problem, problemOf, sendProblem } from './http/problem.ts'
import { networkOf, RateLimit } from './http/rate-limit.ts'
import { validate } from './http/validation.ts'
import { Intake } from './outbox/intake.ts'
import { ReleaseStore } from './releases/store.ts'
import { PACE, ReleaseStream, type StreamPace } from './releases/stream.ts'
import { apiKeyRoutes } from './routes/api-keys.ts'
import { health } from './routes/health.ts'
import { releases } from './routes/releases.ts'
import { tenants } from './routes/tenants.ts'
import { workflows } from './routes/workflows.ts'
import type { Tracing } from './telemetry/tracing.ts'

const headersOfRequests = ['authorization', 'cookie', '["x-api-key"]'].map((name) =>
  name.startsWith('[') ? `req.headers${name}` : `req.headers.${name}`,
)
/** Where an error of the server quotes rows. */
const valuesOfRows = ['detail', 'hint', 'where', 'internalQuery'].map((field) => `err.${field}`)

export interface ServerOptions {
  readonly config: Pick<Config, 'logLevel' | 'trustedProxies' | 'oidc' | 'apiKeyPepper' | 'limits'>
  readonly pool: pg.Pool
  readonly clock: () => Date
  /** Where the log goes; standard output, a write for each line, unless given. */
  readonly output?: DestinationStream
  readonly tracing?: Tracing | undefined
  readonly streamPace?: StreamPace
}

export interface ApiServer {
  readonly app: FastifyInstance
  readonly metrics: Metrics
  /** From now on `/health/ready` answers 503, so that no new requests are sent here. */
  drain(): void
  /** Answers what is under way, and writes down what is still in memory. */
  close(): Promise<void>
}

export async function createServer({
  config,
  pool,
  clock,
  output,
  tracing,
  streamPace = PACE,
}: ServerOptions): Promise<ApiServer> {
  let draining = false
  const metrics = createMetrics()
  const bearers = new Bearers({ oidc: config.oidc, clock })
  const apiKeys = new ApiKeys({ pool, pepper: config.apiKeyPepper, clock })
  const intake = new Intake({
    pool,
    tracing,
    onStatement: (gathered, waiting) => {
      metrics.gathered.observe(gathered)
      metrics.waiting.set(waiting)
    },
  })
  const app = Fastify({
    bodyLimit: 64 * 1024,
    requestTimeout: 15_000,
    // What still comes while it closes is answered as ever; its connections end with the answer.
    return503OnClosing: false,
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    logController: new OneLine(),
    logger: {
      level: config.logLevel,
      redact: [...headersOfRequests, ...valuesOfRows],
      ...(output === undefined ? {} : { stream: output }),
    },
    frameworkErrors: (_error, _request, reply) => {
      void sendProblem(reply, new Problem(400, 'The request cannot be read.'))
    },
  })
  app.decorateRequest('principal', null)
  app.addHook('onRequest', (_request, reply, done) => {
    if (draining) reply.header('connection', 'close')
    done()
  })
  tracing?.queries(pool)
  tracing?.requests(app)
  validate(app)
  measure(app, metrics)
  shedLoad(app, config.limits.lateness)
  await describeRoutes(app)
  admit(app, { bearers, apiKeys, metrics, limits: config.limits, clock })
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, new Problem(404, 'There is no such route.')))
  app.setErrorHandler((error, request, reply) => {
    const problem = problemOf(error)
    if (problem === undefined) request.log.error(error)
    return sendProblem(reply, problem ?? new Problem(503, 'The service cannot answer now.'))
  })

  await app.register(health, {
    readiness: async () =>
      draining ? { ready: false, reason: 'shutting down' } : readinessOf(pool, bearers.keys.loaded),
  })
  await serveDocumentation(app)
  const database = queriesOn(pool, tracing)
  const store = new ReleaseStore(pool, clock)
  const mayStill = async (request: FastifyRequest) => {
    try {
      authorize(await authenticate(request, bearers, apiKeys), request.routeOptions.config)
      return true
    } catch {
      return false
    }
  }
  await app.register(
    async (v1) => {
      tagAnswers(v1)
      await v1.register(tenants, { database })
      await v1.register(workflows, { intake, pool, clock })
      await v1.register(releases, { store, stream: new ReleaseStream(store, streamPace), mayStill })
      await v1.register(apiKeyRoutes, { database, pepper: config.apiKeyPepper, clock })
    },
    { prefix: '/v1' },
  )
  await app.ready()
  apiKeys.start()
  await bearers.keys.start()
  return {
    app,
    metrics,
    drain: () => {
      draining = true
    },
    close: async () => {
      await app.close()
      bearers.keys.stop()
      await intake.flush()
      await apiKeys.stop()
    },
  }
}

interface Admission {
  readonly bearers: Bearers
  readonly apiKeys: ApiKeys
  readonly metrics: Metrics
  readonly limits: Config['limits']
  readonly clock: () => Date
}

/** Before everything else, whatever the path: who asks, how often, and what they may. */
function admit(app: FastifyInstance, { bearers, apiKeys, metrics, limits, clock }: Admission): void {
  const byAddress = new RateLimit(limits.perAddress, clock)
  const byPrincipal = new RateLimit(limits.perPrincipal, clock)
  const take = (request: FastifyRequest, principal: Principal, config: FastifyContextConfig) => {
    request.principal = principal
    metrics.authenticated(wayOf(request), 'taken')
    byPrincipal.count(principal.name)
    authorize(principal, config)
  }
  const refuse = (request: FastifyRequest, error: unknown): never => {
    metrics.authenticated(wayOf(request), 'refused')
    throw error
  }
  app.addHook('onRequest', (request, _reply, done) => {
    // It is made anew each time that it is read.
    const { config } = request.routeOptions
    if (config.public === true) return done()
    let found: Principal | Promise<Principal>
    try {
      byAddress.count(networkOf(request.ip))
      found = authenticate(request, bearers, apiKeys)
      if (!(found instanceof Promise)) take(request, found, config)
    } catch (error) {
      return done(error as Error) // a Problem
    }
    // What is remembered takes no turn of the event loop.
    if (!(found instanceof Promise)) return done()
    found
      .then(
        (principal) => take(request, principal, config),
        (error: unknown) => refuse(request, error),
      )
      .then(() => done(), done)
  })
}

function wayOf({ headers }: FastifyRequest): Way {
  return headers.authorization === undefined ? 'api-key' : 'bearer'
}
