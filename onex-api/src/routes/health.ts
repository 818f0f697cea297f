import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { Readiness } from '../database/readiness.ts'

const Health = Type.Object({ status: Type.Enum(['ok', 'unavailable']), reason: Type.Optional(Type.String()) })

export interface HealthOptions {
  readonly readiness: () => Promise<Readiness>
}

export const health: FastifyPluginAsyncTypebox<HealthOptions> = async (app, { readiness }) => {
  app.get(
    '/health/live',
    {
      config: { public: true },
      logLevel: 'silent',
      schema: { summary: 'Whether the process lives', tags: ['health'], response: { 200: Health } },
    },
    async () => ({ status: 'ok' as const }),
  )
  app.get(
    '/health/ready',
    {
      config: { public: true },
      logLevel: 'silent',
      schema: {
        summary: 'Whether requests may be sent here',
        tags: ['health'],
        response: { 200: Health, 503: Health },
      },
    },
    async (_request, reply) => {
      const { ready, reason } = await readiness()
      return ready
        ? reply.code(200).send({ status: 'ok', reason })
        : reply.code(503).send({ status: 'unavailable', reason })
    },
  )
}
