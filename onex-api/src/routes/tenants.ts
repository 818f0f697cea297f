import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import type { Database } from '../database/database.ts'
import { Problem, problemAnswers } from '../http/problem.ts'
import { tenantOf } from './tenant.ts'

const Tenant = Type.Object({ id: Type.String({ format: 'uuid' }), slug: Type.String(), name: Type.String() })

export interface TenantsOptions {
  readonly database: Database
}

export const tenants: FastifyPluginAsyncTypebox<TenantsOptions> = async (app, { database }) => {
  app.get(
    '/tenants/me',
    {
      config: { tenant: true },
      schema: {
        summary: 'The tenant of whoever asks',
        tags: ['tenants'],
        response: { 200: Tenant, ...problemAnswers },
      },
    },
    async (request) => {
      const found = await database
        .selectFrom('tenants')
        .select(['id', 'slug', 'name'])
        .where('id', '=', tenantOf(request))
        .executeTakeFirst()
      if (found === undefined) throw new Problem(404, 'There is no such tenant.')
      return found
    },
  )
}
