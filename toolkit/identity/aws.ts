/** An OIDC token for an AWS role's credentials: for minutes, in memory, for one child process. */

import { Failure } from '../model/failure.ts'
import { retry, type Verdict } from '../retry/retry.ts'
import type { World } from '../world/world.ts'

const AUDIENCE = 'sts.amazonaws.com'
const ATTEMPTS = { attempts: 6, shortest: 500, longest: 15_000 } as const

/** Seconds. */
const SESSION = 3_600

export interface AwsCredentials {
  readonly AWS_ACCESS_KEY_ID: string
  readonly AWS_SECRET_ACCESS_KEY: string
  readonly AWS_SESSION_TOKEN: string
}

/** What a session may do at most: the role's permissions count only as far as one of these allows them too. */
export interface SessionPolicy {
  /** ARNs of managed policies. */
  readonly managed: readonly string[]
  readonly document: Readonly<Record<string, unknown>>
}

export interface RoleOptions {
  readonly role: string
  readonly region: string
  /** Shown in CloudTrail. */
  readonly sessionName: string
  readonly sessionPolicy?: SessionPolicy
}

/** Long-lived keys in the environment would win over the role without a word. */
export function staticKeyProblems(env: Readonly<Record<string, string>>): Failure[] {
  const found = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'AWS_PROFILE'].filter(
    (name) => env[name],
  )
  if (found.length === 0) return []
  return [
    new Failure({
      code: 'STATIC_KEYS',
      what: `The environment holds ${found.join(', ')}.`,
      why: 'Stored keys outlive the run, and AWS clients prefer them to the role.',
      fix: 'Remove them from `env:` and from earlier steps; the role is assumed with the OIDC token.',
    }),
  ]
}

function nameOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : ''
}

function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error
    ? String(error.message)
    : String(error)
}

/** Which errors of STS pass by themselves. A refusal does not. */
export function classifySts(error: unknown): Verdict {
  const name = nameOf(error)
  if (
    /Throttl|TooManyRequests|RequestLimitExceeded|IDPCommunicationError|ExpiredToken|ServiceUnavailable|InternalFailure|TimeoutError/.test(
      name,
    )
  )
    return 'again'
  if (name === 'InvalidIdentityToken' || name === 'InvalidIdentityTokenException') {
    return /retrieve verification key/i.test(messageOf(error)) ? 'again' : 'refuse'
  }
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
  return /^(ECONNRESET|ECONNREFUSED|ETIMEDOUT|EPIPE|EAI_AGAIN)$/.test(code) ? 'again' : 'refuse'
}

/** The claims that a trust policy can look at; the token itself is never shown. */
function claimsText(token: string): string {
  const payload: Record<string, unknown> = JSON.parse(
    Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'),
  )
  return ['sub', 'aud', 'repository_id', 'environment', 'ref', 'event_name', 'job_workflow_ref']
    .flatMap((name) => (payload[name] === undefined ? [] : [`${name}=${payload[name]}`]))
    .join(', ')
}

function refusal(error: unknown, { role }: RoleOptions, token: string): Failure {
  const notAuthorized = nameOf(error).startsWith('AccessDenied')
  return new Failure({
    code: notAuthorized ? 'ROLE_REFUSED' : 'ROLE_FAILED',
    what: `AWS did not let this job assume ${role}: ${messageOf(error)}.`,
    why: `The token offered ${claimsText(token)}.`,
    fix: notAuthorized
      ? "Compare these claims with the role's trust policy: its `sub` must list this one exactly, in the form that GitHub sends."
      : 'Check `aws-role`, and that the OIDC provider of this issuer exists in the account.',
    cause: error,
  })
}

function endpointOf(env: World['env']): string | undefined {
  return env['AWS_ENDPOINT_URL_STS'] ?? env['AWS_ENDPOINT_URL']
}

/** The role that credentials are of, as AWS itself tells: account and name. */
export async function callerRole(
  credentials: AwsCredentials,
  region: string,
  { env }: World,
): Promise<{ account: string; name: string }> {
  const { callerArn } = await import('./sts.ts')
  const arn = await callerArn({ region, endpoint: endpointOf(env) }, credentials)
  const [, account = '', name = ''] = /^arn:[\w-]+:sts::(\d{12}):assumed-role\/([^/]+)\//.exec(arn) ?? []
  return { account, name }
}

/**
 * Assumes a role with a new ID token. Throttling and trouble between AWS and the issuer are tried again, with a
 * new token each time; a refusal is not.
 * @throws Failure ROLE_REFUSED, with the claims that were offered; ROLE_FAILED
 */
export async function assumeRole(options: RoleOptions, world: World): Promise<AwsCredentials> {
  const { exchange } = await import('./sts.ts')
  const { env, signal, random, log, redactor } = world
  let token = ''
  let credentials: AwsCredentials
  try {
    credentials = await retry(
      {
        ...ATTEMPTS,
        classify: classifySts,
        signal,
        random,
        onRetry: (error, attempt, wait) =>
          log.info(`STS: attempt ${attempt} failed (${nameOf(error)}); again in ${wait} ms with a new token`),
      },
      async () => {
        token = await world.idToken(AUDIENCE)
        return exchange({ ...options, token, endpoint: endpointOf(env), seconds: SESSION })
      },
    )
  } catch (error) {
    if (error instanceof Failure) throw error
    throw refusal(error, options, token)
  }
  for (const value of Object.values(credentials)) redactor.add(value)
  return credentials
}
