/** An OIDC token for an AWS role's credentials: for minutes, in memory, for one child process. */

import { claimsOf } from '../identity/claims.ts'
import { Failure, failuresIn } from '../model/failure.ts'
import { isUnreachable } from '../retry/network.ts'
import { retry, type Verdict } from '../retry/retry.ts'
import type { World } from '../world/world.ts'
import { clientSettings, endpointOf } from './client.ts'
import type { AwsCredentials, RoleOptions } from './credentials.ts'
import { explainAws } from './refusal.ts'
import { httpStatusOf } from './status.ts'

const AUDIENCE = 'sts.amazonaws.com'
const ASSUME = 'sts:AssumeRoleWithWebIdentity'

/** Failures that say nothing of the role. */
const unansweredCodes: ReadonlySet<string> = new Set(['AWS_UNREACHABLE', 'AWS_ANSWER'])

const ATTEMPTS = { attempts: 6, shortest: 500, longest: 15_000 } as const

/** Seconds. */
const SESSION = 3_600

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
  return isUnreachable(error) || (httpStatusOf(error) ?? 0) >= 500 ? 'again' : 'refuse'
}

/** What a trust policy can look at; the token itself is never shown. */
const CLAIMS = [
  'sub',
  'aud',
  'repository_id',
  'environment',
  'ref',
  'event_name',
  'job_workflow_ref',
] as const

/** What it must look at, and with which values it lets this job in. */
const REQUIRED: ReadonlySet<string> = new Set(['sub', 'aud', 'repository_id', 'environment'])

function offeredBy(token: string): [name: string, value: string][] {
  const claims = claimsOf(token)
  return CLAIMS.flatMap((name): [string, string][] =>
    claims[name] === undefined ? [] : [[name, String(claims[name])]],
  )
}

function refusal(error: unknown, { role }: RoleOptions, token: string): Failure {
  const notAuthorized = nameOf(error).startsWith('AccessDenied')
  const claims = offeredBy(token)
  const wanted = claims.filter(([name]) => REQUIRED.has(name)).map(([name, value]) => `${name} "${value}"`)
  return new Failure({
    code: notAuthorized ? 'ROLE_REFUSED' : 'ROLE_FAILED',
    what: `AWS did not let this job assume ${role}: ${messageOf(error)}.`,
    why: `The token offered ${claims.map(([name, value]) => `${name}=${value}`).join(', ')}.`,
    fix: notAuthorized
      ? `To let this job in, the trust policy of the role must want, each with StringEquals and in exactly this form: ${wanted.join(', ')}. Look at what it wants: aws iam get-role --role-name ${role.split('/').at(-1)} --query Role.AssumeRolePolicyDocument`
      : 'Check `aws-role`, and that the OIDC provider of this issuer exists in the account.',
    cause: error,
  })
}

/**
 * The role that credentials are of, as AWS itself tells: account and name.
 * @throws Failure of `explainAws`
 */
export async function callerRole(
  credentials: AwsCredentials,
  region: string,
  { env }: World,
): Promise<{ account: string; name: string }> {
  const { callerArn } = await import('./sts.ts')
  const settings = clientSettings('STS', region, env)
  const arn = await callerArn(settings, credentials).catch((error: unknown) => {
    const endpoint = endpointOf('STS', settings)
    throw explainAws(error, { what: 'STS to say who asks', action: 'sts:GetCallerIdentity', endpoint, env })
  })
  const [, account = '', name = ''] = /^arn:[\w-]+:sts::(\d{12}):assumed-role\/([^/]+)\//.exec(arn) ?? []
  return { account, name }
}

/**
 * Assumes a role with a new ID token. Throttling and trouble between AWS and the issuer are tried again, with a
 * new token each time; a refusal is not.
 * @throws Failure ROLE_REFUSED, with the claims that were offered; ROLE_FAILED; AWS_UNREACHABLE, AWS_ANSWER
 */
export async function assumeRole(options: RoleOptions, world: World): Promise<AwsCredentials> {
  const { assumeWithToken } = await import('./sts.ts')
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
        return assumeWithToken(options, token, SESSION, clientSettings('STS', options.region, env))
      },
    )
  } catch (error) {
    if (error instanceof Failure) throw error
    signal.throwIfAborted()
    const endpoint = endpointOf('STS', clientSettings('STS', options.region, env))
    const asked = { what: `STS to let this job assume ${options.role}`, action: ASSUME, endpoint, env }
    const explained = explainAws(error, asked)
    const unanswered = failuresIn(explained).some(({ code }) => unansweredCodes.has(code))
    throw unanswered ? explained : refusal(error, options, token)
  }
  for (const value of Object.values(credentials)) redactor.add(value)
  return credentials
}
