/**
 * An OIDC issuer that answers like GitHub's, and by its name: discovery, keys, and ID tokens for jobs that it was
 * told of. Only its address is another, so whoever trusts it must be told where to look.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import type { CertificateRequest } from '../pki/certificates.ts'
import { type JobIdentity, subjectOf } from './identity.ts'

/** Source: GitHub's own discovery document. AWS takes no issuer with a port in its name. */
export const ISSUER = 'https://token.actions.githubusercontent.com'

/** Its certificate is for where it listens, and for its name, to which a proxy leads. */
export const issuerCertificate: CertificateRequest = {
  name: 'oidc',
  hosts: ['127.0.0.1', new URL(ISSUER).hostname],
}

/** Seconds. GitHub's tokens live five minutes, and count as valid a while before they were made. */
const LIFETIME = 300
const BACKDATED = 60

export interface OidcIssuer {
  /** Where it answers; tokens are issued by its name. */
  readonly url: string
  /** What a runner puts into the environment of a job with `id-token: write`. */
  job(identity: JobIdentity): {
    readonly ACTIONS_ID_TOKEN_REQUEST_URL: string
    readonly ACTIONS_ID_TOKEN_REQUEST_TOKEN: string
  }
  /** A token with any claims, signed with the issuer's key. */
  mint(claims: Readonly<Record<string, unknown>>): Promise<string>
  /** The claims that a job's token has. */
  claims(identity: JobIdentity, audience?: string): Record<string, unknown>
  /** Signs with another key from now on, and publishes that one alone. */
  rotate(): Promise<void>
  stop(): Promise<void>
}

async function makeKey() {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true })
  const kid = randomUUID()
  return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' } }
}

/** @param name what it calls itself; GitHub's unless given */
export async function startOidcIssuer(
  tls: { readonly cert: string; readonly key: string },
  name: string = ISSUER,
): Promise<OidcIssuer> {
  let key = await makeKey()
  const jobs = new Map<string, JobIdentity>()
  let url = ''

  const claims = (identity: JobIdentity, audience?: string) => {
    const [owner = ''] = identity.repository.split('/')
    const now = Math.floor(Date.now() / 1_000)
    const workflow = `${identity.repository}/.github/workflows/release.yml@${identity.ref}`
    return {
      iss: name,
      aud: audience ?? `https://github.com/${owner}`,
      sub: subjectOf(identity),
      jti: randomUUID(),
      iat: now,
      nbf: now - BACKDATED,
      exp: now + LIFETIME,
      actor: identity.actor,
      actor_id: identity.actorId,
      base_ref: identity.baseRef ?? '',
      event_name: identity.event,
      ...(identity.environment === undefined ? {} : { environment: identity.environment }),
      head_ref: identity.headRef ?? '',
      ...(identity.checkRunId === undefined ? {} : { check_run_id: identity.checkRunId }),
      job_workflow_ref: identity.workflow ?? workflow,
      job_workflow_sha: identity.sha,
      ref: identity.ref,
      ref_type: 'branch',
      repository: identity.repository,
      repository_id: identity.repositoryId,
      repository_owner: owner,
      repository_owner_id: identity.ownerId,
      repository_visibility: 'private',
      run_attempt: identity.runAttempt,
      run_id: identity.runId,
      run_number: identity.runId,
      runner_environment: 'github-hosted',
      sha: identity.sha,
      workflow: 'release',
      workflow_ref: workflow,
      workflow_sha: identity.sha,
    }
  }
  const mint = (payload: Readonly<Record<string, unknown>>) =>
    new SignJWT({ ...payload })
      .setProtectedHeader({ alg: 'RS256', kid: key.kid, typ: 'JWT' })
      .sign(key.privateKey)

  const server = createServer(tls, (request, response) => {
    const answer = (status: number, body: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify(body))
    }
    const asked = new URL(request.url ?? '/', url)
    switch (asked.pathname) {
      case '/.well-known/openid-configuration':
        return answer(200, {
          issuer: name,
          jwks_uri: `${url}/.well-known/jwks`,
          response_types_supported: ['id_token'],
          subject_types_supported: ['public', 'pairwise'],
          id_token_signing_alg_values_supported: ['RS256'],
        })
      case '/.well-known/jwks':
        return answer(200, { keys: [key.jwk] })
      case '/token': {
        const identity = jobs.get((request.headers.authorization ?? '').replace(/^bearer /i, ''))
        if (identity === undefined) return answer(401, { message: 'the request token is not valid' })
        return mint(claims(identity, asked.searchParams.get('audience') ?? undefined)).then((value) =>
          answer(200, { value }),
        )
      }
      default:
        return answer(404, { message: 'not found' })
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `https://127.0.0.1:${(server.address() as AddressInfo).port}` // a TCP server has such an address

  return {
    url,
    claims,
    mint,
    rotate: async () => {
      key = await makeKey()
    },
    job: (identity) => {
      const token = randomBytes(24).toString('base64url')
      jobs.set(token, identity)
      return {
        ACTIONS_ID_TOKEN_REQUEST_URL: `${url}/token?api-version=2.0`,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: token,
      }
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
