import type { Clock } from '../world/world.ts'
import { claimsOf } from './claims.ts'

export interface BearerSource {
  /** A token that is valid now. */
  token(): Promise<string>
  /** Called when the server did not accept it any more; the next `token()` is a new one. */
  discard(): void
}

/** A token is renewed this many milliseconds before it expires: longer than a request may take. */
const MARGIN = 60_000

/** Milliseconds; 0 when the token does not say. */
function expiryOf(token: string): number {
  const { exp } = claimsOf(token) // seconds: RFC 7519, section 4.1.4
  return typeof exp === 'number' ? exp * 1_000 : 0
}

/**
 * GitHub ID tokens as bearer tokens of an API server that trusts GitHub's issuer. They live for minutes: a new one
 * is requested before the last one expires, and after the server refused one.
 */
export function githubBearer(
  audience: string,
  idToken: (audience: string) => Promise<string>,
  clock: Clock,
): BearerSource {
  let current: Promise<string> | undefined
  return {
    token: async () => {
      const held = current === undefined ? undefined : await current
      if (held !== undefined && expiryOf(held) - MARGIN > clock().getTime()) return held
      if (held !== undefined || current === undefined) current = idToken(audience)
      try {
        return await current
      } catch (error) {
        current = undefined
        throw error
      }
    },
    discard: () => {
      current = undefined
    },
  }
}
