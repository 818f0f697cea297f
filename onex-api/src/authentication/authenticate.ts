/** Both ways in, as one hook before everything else: whoever is not let in learns nothing, not even which routes exist. */
import type { FastifyContextConfig, FastifyRequest } from 'fastify'
import { Problem } from '../http/problem.ts'
import type { ApiKeys } from './api-keys.ts'
import type { Bearers } from './bearer.ts'
import type { Permission, Principal } from './principal.ts'

declare module 'fastify' {
  interface FastifyRequest {
    principal: Principal | null
  }
  interface FastifyContextConfig {
    /** Answers whoever asks. */
    readonly public?: boolean
    /** What one must be allowed for it. */
    readonly permission?: Permission
    /** Is about the tenant of whoever asks. */
    readonly tenant?: boolean
  }
}

const REALM = 'Bearer realm="onex-api"'

function unauthenticated(given: boolean): Problem {
  return new Problem(401, 'A valid bearer token or x-api-key is required.', {
    headers: { 'www-authenticate': given ? `${REALM}, error="invalid_token"` : REALM },
  })
}

/** @throws Problem 403 when the principal may not use the route */
export function authorize(
  { permissions, tenantId }: Principal,
  { permission, tenant }: FastifyContextConfig,
): void {
  if (permission !== undefined && !permissions.has(permission))
    throw new Problem(403, `This needs the permission ${permission}.`, {
      headers: { 'www-authenticate': `${REALM}, error="insufficient_scope", scope="${permission}"` },
    })
  if (tenant === true && tenantId === undefined) throw new Problem(403, 'This token names no tenant.')
}

/**
 * At once for what is remembered, which is nearly always.
 * @throws Problem 401; 503 as long as no token can be verified
 */
export function authenticate(
  { headers, raw: { socket } }: FastifyRequest,
  bearers: Bearers,
  apiKeys: ApiKeys,
): Principal | Promise<Principal> {
  const { authorization, 'x-api-key': key } = headers
  if (authorization === undefined) return byKey(key, apiKeys)
  // It decides, whatever else is given: a bearer is never taken for a key, nor passed over for one.
  return bearers.again(socket, authorization) ?? byBearer(authorization, socket, bearers)
}

async function byBearer(authorization: string, connection: object, bearers: Bearers): Promise<Principal> {
  const token = /^Bearer ([A-Za-z0-9._~+/-]+=*)$/i.exec(authorization)?.[1]
  if (token === undefined) throw unauthenticated(true)
  if (!bearers.keys.loaded)
    throw new Problem(503, 'Tokens cannot be verified now.', { headers: { 'retry-after': '5' } })
  const principal = await bearers.principal(token, { connection, authorization })
  if (principal === undefined) throw unauthenticated(true)
  return principal
}

async function byKey(key: string | readonly string[] | undefined, apiKeys: ApiKeys): Promise<Principal> {
  const principal = typeof key === 'string' ? await apiKeys.principal(key) : undefined
  if (principal === undefined) throw unauthenticated(key !== undefined)
  return principal
}
