/** An access token of Keycloak for GitHub's ID token: a client there trusts it, and no secret is shared. */
import * as z from 'zod'
import { type Connections, exchange } from '../transport/exchange.ts'

/** Bytes; a token has about 1,500. */
const LARGEST = 65_536

/** Source: RFC 6749, section 5.1. `expires_in` is in seconds. */
const Answer = z.object({ access_token: z.string().min(1), expires_in: z.number().nonnegative() })

/** An answer that is no token. What was answered is never shown: a token may be in it. */
export class NoAccessToken extends Error {}

export interface AccessToken {
  readonly token: string
  /** Milliseconds that it is good for. */
  readonly lasts: number
}

export interface FederatedAsking {
  /** Of the realm: tokens are asked for beneath it, and GitHub's ID token is for it. */
  readonly issuer: string
  readonly idToken: (audience: string) => Promise<string>
  readonly connections: Connections
  readonly signal: AbortSignal
  /** Milliseconds. */
  readonly deadline: number
}

/**
 * After a rotation of GitHub's keys the first answer is a refusal, and the next is not; an ID token is taken once. So a
 * second one is tried.
 * @throws NoAccessToken; errors of the network, and of `idToken`
 */
export async function requestAccessToken(asking: FederatedAsking): Promise<AccessToken> {
  const { issuer, idToken, connections, signal, deadline } = asking
  const ask = async () =>
    exchange({
      method: 'POST',
      url: new URL(`${issuer.replace(/\/$/, '')}/protocol/openid-connect/token`),
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: await idToken(issuer),
      }).toString(),
      connections,
      signal,
      deadline,
      largest: LARGEST,
    })
  let answered = await ask()
  if (answered.status === 401) answered = await ask()
  if (answered.status !== 200) throw new NoAccessToken(`it answered ${answered.status}`)
  try {
    const { access_token: token, expires_in: seconds } = Answer.parse(JSON.parse(answered.text))
    return { token, lasts: seconds * 1_000 }
  } catch {
    throw new NoAccessToken('it answered with something that is no token')
  }
}
