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

/** The oldest go first: a map keeps the order in which they came. */
function remember(all: Map<string, Remembered>, digest: string, remembered: Remembered): Remembered {
  const [oldest] = all.keys()
  if (all.size >= MOST_REMEMBERED && oldest !== undefined) all.delete(oldest)
  all.set(digest, remembered)
  return remembered
}

/** How a token came. */
export interface Given {
  readonly connection: object
  /** The whole header. */
  readonly authorization: string
}

interface Last {
  readonly authorization: string
  readonly remembered: Remembered
}

export interface BearerOptions {
  readonly oidc: OidcConfig
  readonly clock: () => Date
}

export class Bearers {
  readonly keys: KeySet
  readonly #options: BearerOptions
  #remembered = new Map<string, Remembered>()
  /** What was taken last on a connection that is still open: the same again costs a comparison. */
  #last = new WeakMap<object, Last>()

  constructor(options: BearerOptions) {
    this.#options = options
    this.keys = new KeySet({
      url: options.oidc.jwksUrl,
      clock: options.clock,
      onRotation: () => {
        this.#remembered = new Map()
        this.#last = new WeakMap()
      },
    })
  }

  /** @returns undefined when the connection did not give the very same before, or when that has to be looked at again */
  again(connection: object, authorization: string): Principal | undefined {
    const last = this.#last.get(connection)
    if (last?.authorization !== authorization) return undefined
    return last.remembered.until > this.#options.clock().getTime() ? last.remembered.principal : undefined
  }

  /** @returns undefined when the token is not to be taken, whatever is wrong with it */
  async principal(token: string, { connection, authorization }: Given): Promise<Principal | undefined> {
    if (token.length > LONGEST) return undefined
    const digest = hash('sha256', token, 'base64')
    // Of the keys of now: what is looked at while they change is remembered by nobody.
    const last = this.#last
    const remembered = this.#known(digest) ?? (await this.#verified(token, digest))
    if (remembered !== undefined) last.set(connection, { authorization, remembered })
    return remembered?.principal
  }

  #known(digest: string): Remembered | undefined {
    const known = this.#remembered.get(digest)
    if (known === undefined || known.until > this.#options.clock().getTime()) return known
    this.#remembered.delete(digest)
    return undefined
  }

  async #verified(token: string, digest: string): Promise<Remembered | undefined> {
    const now = this.#options.clock()
    const known = this.#remembered
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
      const until = Math.min((payload.exp ?? 0) * 1_000, now.getTime() + REMEMBERED)
      return remember(known, digest, { principal, until })
    } catch {
      return undefined
    }
  }
}
