/** The keys of an issuer, which a test holds in its hands: takes them away, changes them, signs with any. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose'

export interface SigningKey {
  readonly kid: string
  readonly privateKey: CryptoKey
  readonly jwk: JWK
}

export interface Issuer {
  readonly url: string
  readonly jwksUrl: string
  /** How often its keys were asked for. */
  readonly asked: number
  /** What is published from now on; nothing is a 500. */
  publish(...keys: readonly SigningKey[]): void
  /** A token as Keycloak writes it, with these claims instead. */
  sign(
    key: SigningKey,
    claims?: Readonly<Record<string, unknown>>,
    header?: Readonly<Record<string, unknown>>,
  ): Promise<string>
  stop(): Promise<void>
}

export async function createKey(kid: string): Promise<SigningKey> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true })
  return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' } }
}

/** @param clock the time at which tokens are issued */
export async function startIssuer(clock: () => Date): Promise<Issuer> {
  let published: readonly SigningKey[] = []
  let asked = 0
  const server = createServer((_request, response) => {
    asked += 1
    if (published.length === 0) response.writeHead(500).end()
    else response.end(JSON.stringify({ keys: published.map(({ jwk }) => jwk) }))
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo // it listens
  const url = `http://127.0.0.1:${port}/realms/omninode`
  return {
    url,
    jwksUrl: `${url}/protocol/openid-connect/certs`,
    get asked() {
      return asked
    },
    publish: (...keys) => {
      published = keys
    },
    sign: ({ kid, privateKey }, claims = {}, header = {}) => {
      const now = Math.floor(clock().getTime() / 1_000)
      const payload: JWTPayload = {
        iss: url,
        aud: 'onex-api',
        sub: '5b3c1f0e-0000-4000-8000-000000000001',
        azp: 'omniweb',
        typ: 'Bearer',
        iat: now,
        exp: now + 300,
        ...claims,
      }
      return new SignJWT(payload)
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid, ...header })
        .sign(privateKey)
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
