/**
 * The claims of a JWT, unverified: a token that was just given to us is read to say what it offers, never to decide
 * whether somebody else's is right. Shape: RFC 7519, section 3.
 */
export function claimsOf(token: string): Readonly<Record<string, unknown>> {
  const [, payload = ''] = token.split('.')
  return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))
}

/** For an ID token that is only read. */
const AUDIENCE = 'omninode_infra'

/** What GitHub vouches for about this job: its issuer, its environment, its workflow. */
export async function ownClaims(
  idToken: (audience: string) => Promise<string>,
): Promise<Readonly<Record<string, unknown>>> {
  return claimsOf(await idToken(AUDIENCE))
}
