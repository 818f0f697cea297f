/** Access tokens of Keycloak's realm. */
import { hash } from 'node:crypto'
import { type JWTPayload, jwtVerify } from 'jose'
import type { OidcConfig } from '../configuration/config.ts'
import { KeySet } from './key-set.ts'
import { type Principal, permissionsIn } from './principal.ts'

const AUDIENCE = 'onex-api'
/** Seconds that the issuer's clock may be ahead or behind. */
const TOLERANCE = 5
/** Milliseconds that a token is taken without looking at it again: so long a session that was ended lives on. */
const REMEMBERED = 60_000
const MOST_REMEMBERED = 10_000
/** Characters; a token of Keycloak has about 1,500. */
const LONGEST = 8_192

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

interface Remembered {
  readonly principal: Principal
  /** Milliseconds since the epoch. */
  readonly until: number
}

function rolesIn(payload: JWTPayload): readonly unknown[] {
  const access = payload['resource_access'] as Readonly<Record<string, { roles?: unknown }>> | undefined // Keycloak's
  const roles = access?.[AUDIENCE]?.roles
  return Array.isArray(roles) ? roles : []
}

/** @throws Error when a claim is not as Keycloak writes it */
function principalOf(payload: JWTPayload, clients: readonly string[]): Principal {
  // An ID token and a refresh token are signed with the same keys.
  if (payload['typ'] !== 'Bearer') throw new Error('it is no access token')
  if (typeof payload['azp'] !== 'string' || !clients.includes(payload['azp']))
    throw new Error('its client is unknown')
  if (payload.sub === undefined || payload.sub === '') throw new Error('it is nobody’s')
  const tenant = payload['tenant_id']
  if (tenant !== undefined && !(typeof tenant === 'string' && uuid.test(tenant)))
    throw new Error('its tenant is none')
  return {
    name: `user:${payload.sub}`,
    tenantId: tenant,
    permissions: permissionsIn(rolesIn(payload)),
  }
}

export interface BearerOptions {
  readonly oidc: OidcConfig
  readonly clock: () => Date
}

export class Bearers {
  readonly keys: KeySet
  readonly #options: BearerOptions
  readonly #remembered = new Map<string, Remembered>()

  constructor(options: BearerOptions) {
    this.#options = options
    this.keys = new KeySet({
      url: options.oidc.jwksUrl,
      clock: options.clock,
      onRotation: () => this.#remembered.clear(),
    })
  }

  /** @returns undefined when the token is not to be taken, whatever is wrong with it */
  async principal(token: string): Promise<Principal | undefined> {
    if (token.length > LONGEST) return undefined
    const digest = hash('sha256', token, 'base64')
    const now = this.#options.clock()
    const known = this.#remembered.get(digest)
    if (known !== undefined) {
      if (known.until > now.getTime()) return known.principal
      this.#remembered.delete(digest)
    }
    try {
      const { payload } = await jwtVerify(token, this.keys.find, {
        issuer: this.#options.oidc.issuer,
        audience: AUDIENCE,
        algorithms: ['RS256'],
        typ: 'JWT',
        clockTolerance: TOLERANCE,
        currentDate: now,
        requiredClaims: ['exp', 'iat', 'sub', 'azp'],
      })
      const principal = principalOf(payload, this.#options.oidc.clients)
      if ((payload.iat ?? Number.POSITIVE_INFINITY) * 1_000 > now.getTime() + TOLERANCE * 1_000)
        return undefined
      this.#remember(digest, principal, Math.min((payload.exp ?? 0) * 1_000, now.getTime() + REMEMBERED))
      return principal
    } catch {
      return undefined
    }
  }

  #remember(digest: string, principal: Principal, until: number): void {
    // The oldest go first: a map keeps the order in which they came.
    const [oldest] = this.#remembered.keys()
    if (this.#remembered.size >= MOST_REMEMBERED && oldest !== undefined) this.#remembered.delete(oldest)
    this.#remembered.set(digest, { principal, until })
  }
}
