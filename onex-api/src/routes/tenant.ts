import type { FastifyRequest } from 'fastify'
import type { Principal } from '../authentication/principal.ts'

/** Who asks: every route that is not public has somebody. */
export function principalOf({ principal }: FastifyRequest): Principal {
  if (principal === null) throw new Error('the route is public, and asks who is there')
  return principal
}

/** The tenant of whoever asks, on a route with `tenant` in its configuration. */
export function tenantOf(request: FastifyRequest): string {
  const { tenantId } = principalOf(request)
  if (tenantId === undefined) throw new Error('the route is nobody’s, and asks for a tenant')
  return tenantId
}
