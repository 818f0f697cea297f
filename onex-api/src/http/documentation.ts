/** `/openapi.json`, and `/docs` made of it: everything comes from the service itself. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'

/** Nothing comes from elsewhere. The hash is of the one style that Swagger UI writes into the page itself. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Comes before the routes that it is to describe. */
export async function describeRoutes(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'onex-api', version: '1', description: 'The service of the OmniNode platform.' },
      components: {
        securitySchemes: {
          bearer: {
            type: 'http',
            scheme: 'bearer',
            bearerFormat: 'JWT',
            description: 'An access token of Keycloak.',
          },
          apiKey: { type: 'apiKey', in: 'header', name: 'x-api-key' },
        },
      },
    },
    transform: ({ schema, url, route }) => {
      const { public: open = false, permission } = route.config ?? {}
      if (open || schema === undefined) return { schema, url }
      return {
        schema: {
          ...schema,
          security: [{ bearer: permission === undefined ? [] : [permission] }, { apiKey: [] }],
        },
        url,
      }
    },
  })
}

/** Of the package itself, and not of whatever file its code was bundled into. */
const pages = join(dirname(createRequire(import.meta.url).resolve('@fastify/swagger-ui')), 'static')

export async function serveDocumentation(app: FastifyInstance): Promise<void> {
  await app.register(async (documentation) => {
    documentation.addHook('onRoute', (route) => {
      route.config = { ...route.config, public: true }
    })
    documentation.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger())
    await documentation.register(swaggerUi, {
      routePrefix: '/docs',
      baseDir: pages,
      logo: { type: 'image/svg+xml', content: readFileSync(join(pages, 'logo.svg')) },
      staticCSP: POLICY,
      uiConfig: { layout: 'BaseLayout', persistAuthorization: false, validatorUrl: null },
    })
  })
}
