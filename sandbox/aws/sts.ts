/**
 * The STS and the IAM in front of the AWS emulator. The emulator gives credentials to anybody, and takes any text for a
 * trust policy; this one reads a policy when a role is given it, and before it gives credentials verifies the OIDC token
 * against its issuer's keys and evaluates the role's real trust policy.
 */
import { createServer, request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { AddressInfo } from 'node:net'
import { createLocalJWKSet, errors, type JSONWebKeySet, jwtVerify } from 'jose'
import { load, YAMLException } from 'js-yaml'
import { ISSUER } from '../oidc/issuer.ts'
import type { Call } from './condition-keys.ts'
import { demandSubject, MalformedPolicy, readTrustPolicy } from './trust-document.ts'
import { allows } from './trust-policy.ts'

const SHORTEST_SECONDS = 900
const IAM_VERSION = '2010-05-08'

export interface StsOptions {
  /** The emulator, `http://…`. */
  readonly emulator: string
  /** Where the issuer answers, and the authority of its certificate. */
  readonly issuer: { readonly url: string; readonly caPem: string }
}

/** Errors of STS that pass by themselves. Source: the common errors and those of AssumeRoleWithWebIdentity. */
const TRANSIENT = {
  Throttling: { status: 400, message: 'Rate exceeded' },
  IDPCommunicationError: { status: 400, message: 'The identity provider could not be reached' },
  ExpiredTokenException: { status: 400, message: 'Token expired' },
  InternalFailure: { status: 500, message: 'An internal error occurred' },
} as const
export type StsError = keyof typeof TRANSIENT

export interface Sts {
  readonly url: string
  /** How often each action was asked for. */
  readonly calls: ReadonlyMap<string, number>
  /** What the next calls of an action are answered with, one code each; then it works again. */
  fail(action: string, codes: readonly StsError[]): void
  /** The calls by which IAM was changed so far, in order, as forms. */
  readonly iamWrites: readonly string[]
  /** Makes such calls as an administrator. */
  writeIam(forms: readonly string[]): Promise<void>
  stop(): Promise<void>
}

/** An error as STS answers it. */
class Refusal extends Error {
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }

  toXml(): string {
    const text = this.message.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
    return `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>${this.code}</Code><Message>${text}</Message></Error><RequestId>sandbox</RequestId></ErrorResponse>`
  }
}

/** The emulator routes by the service that a request is signed for, and takes whatever this one asks for. */
export function asSandbox(service: string): Readonly<Record<string, string>> {
  const scope = `sandbox/20260101/us-east-1/${service}/aws4_request`
  return { authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=0` }
}

function callerOf({ socket, headers }: IncomingMessage): Omit<Call, 'sessionName'> {
  return { at: new Date(), from: socket.remoteAddress ?? '', userAgent: headers['user-agent'] ?? '' }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

function getJson<T>(url: string, ca: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const call = httpsRequest(url, { ca, agent: false }, (response) => {
      bodyOf(response).then((text) => resolve(JSON.parse(text)), reject)
    })
    call.once('error', reject)
    call.end()
  })
}

/** Where a trust policy stands in a call that gives it to a role. */
const POLICY_FIELDS: Readonly<Record<string, string>> = {
  CreateRole: 'AssumeRolePolicyDocument',
  UpdateAssumeRolePolicy: 'PolicyDocument',
}

/** JSON in which no name stands twice: of two conditions of one operator the first would count for nothing. */
function jsonOf(text: string): unknown {
  const value: unknown = JSON.parse(text)
  load(text)
  return value
}

/** What is made of a policy that is not understood. */
function understood<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof MalformedPolicy || error instanceof SyntaxError || error instanceof YAMLException))
      throw error
    throw new Refusal(400, 'MalformedPolicyDocument', error.message)
  }
}

/** The text of the first such element; the emulator's answers are flat where this reads. */
function element(xml: string, name: string): string | undefined {
  return new RegExp(`<${name}>([\\s\\S]*?)</${name}>`).exec(xml)?.[1]
}

export async function startSts({ emulator, issuer }: StsOptions): Promise<Sts> {
  const calls = new Map<string, number>()
  const failing = new Map<string, StsError[]>()
  const iamWrites: string[] = []
  const iam = async (form: string | Readonly<Record<string, string>>) => {
    const response = await fetch(`${emulator}/`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        ...asSandbox('iam'),
      },
      body: new URLSearchParams(typeof form === 'string' ? form : { ...form, Version: IAM_VERSION }),
    })
    return { ok: response.ok, xml: await response.text() }
  }

  const authorize = async (form: URLSearchParams, caller: Omit<Call, 'sessionName'>) => {
    const sessionName = form.get('RoleSessionName') ?? ''
    const role = form.get('RoleArn') ?? ''
    const notAuthorized = new Refusal(
      403,
      'AccessDenied',
      'Not authorized to perform sts:AssumeRoleWithWebIdentity',
    )
    const [, account, name] = /^arn:aws:iam::(\d{12}):role\/(?:.*\/)?([\w+=,.@-]+)$/.exec(role) ?? []
    if (account === undefined || name === undefined) {
      throw new Refusal(400, 'ValidationError', `${role} is not a valid ARN`)
    }
    const host = ISSUER.replace('https://', '')
    const provider = `arn:aws:iam::${account}:oidc-provider/${host}`
    const known = await iam({ Action: 'GetOpenIDConnectProvider', OpenIDConnectProviderArn: provider })
    if (!known.ok)
      throw new Refusal(
        400,
        'InvalidIdentityToken',
        'No OpenIDConnect provider found in your account for the token',
      )
    const audiences = [...known.xml.matchAll(/<member>([^<]*)<\/member>/g)].map(([, value = '']) => value)
    const { jwks_uri } = await getJson<{ jwks_uri: string }>(
      `${issuer.url}/.well-known/openid-configuration`,
      issuer.caPem,
    )
    const keys = createLocalJWKSet(await getJson<JSONWebKeySet>(jwks_uri, issuer.caPem))
    let claims: Record<string, unknown>
    try {
      const token = form.get('WebIdentityToken') ?? ''
      claims = (await jwtVerify(token, keys, { issuer: ISSUER, audience: audiences, clockTolerance: 30 }))
        .payload
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw new Refusal(400, 'ExpiredTokenException', 'Token expired')
      const why =
        error instanceof errors.JWTClaimValidationFailed && error.claim === 'aud'
          ? 'Incorrect token audience'
          : 'The token is not valid'
      throw new Refusal(400, 'InvalidIdentityToken', why)
    }
    const found = await iam({ Action: 'GetRole', RoleName: name })
    if (!found.ok) throw notAuthorized
    const document = JSON.parse(decodeURIComponent(element(found.xml, 'AssumeRolePolicyDocument') ?? '{}'))
    const identity = { provider, issuer: host, claims, call: { ...caller, sessionName } }
    if (!understood(() => allows(document, identity))) throw notAuthorized
    const longest = Number(element(found.xml, 'MaxSessionDuration') ?? 3_600)
    const seconds = Number(form.get('DurationSeconds') ?? 3_600)
    if (seconds < SHORTEST_SECONDS || seconds > longest) {
      throw new Refusal(
        400,
        'ValidationError',
        'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
      )
    }
  }

  const server = createServer((request, response) => {
    void (async () => {
      const body = await bodyOf(request)
      const form = new URLSearchParams(body)
      const action = form.get('Action') ?? ''
      calls.set(action, (calls.get(action) ?? 0) + 1)
      try {
        const code = failing.get(action)?.shift()
        if (code !== undefined) throw new Refusal(TRANSIENT[code].status, code, TRANSIENT[code].message)
        const policy = form.get(POLICY_FIELDS[action] ?? '')
        if (policy !== null) understood(() => demandSubject(readTrustPolicy(jsonOf(policy))))
        if (action === 'AssumeRoleWithWebIdentity') await authorize(form, callerOf(request))
      } catch (error) {
        const refusal = error instanceof Refusal ? error : new Refusal(500, 'InternalFailure', String(error))
        response.writeHead(refusal.status, { 'content-type': 'text/xml' })
        response.end(refusal.toXml())
        return
      }
      const forwarded = httpRequest(
        `${emulator}${request.url}`,
        { method: request.method, headers: request.headers },
        (answer) => {
          const wrote = form.get('Version') === IAM_VERSION && !/^(?:Get|List|Simulate)/.test(action)
          if (wrote && answer.statusCode === 200) iamWrites.push(body)
          response.writeHead(answer.statusCode ?? 500, answer.headers)
          answer.pipe(response)
        },
      )
      forwarded.once('error', () => response.destroy())
      forwarded.end(body)
    })()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, // a TCP server has such an address
    calls,
    fail: (action, codes) => failing.set(action, [...codes]),
    iamWrites,
    writeIam: async (forms) => {
      for (const form of forms) {
        const { ok, xml } = await iam(form)
        if (!ok) throw new Error(`IAM has refused ${new URLSearchParams(form).get('Action')}: ${xml}`)
      }
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
