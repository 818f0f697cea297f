/**
 * Which condition keys a call of AssumeRoleWithWebIdentity has. Names of keys are compared without regard to case.
 * Source: IAM User Guide, "Available keys for AWS OIDC federation" and "AWS global condition context keys".
 */

/** What a web identity offers, and how it asks. */
export interface WebIdentity {
  /** ARN of the OIDC provider that vouches for it. */
  readonly provider: string
  /** The provider's URL without its scheme: the prefix of the condition keys. */
  readonly issuer: string
  readonly claims: Readonly<Record<string, unknown>>
  readonly call?: Call
}

/** The request beside the token. */
export interface Call {
  readonly at: Date
  /** The caller's address. */
  readonly from: string
  readonly userAgent: string
  readonly sessionName: string
}

/** GitHub's claims that AWS has keys for; since January 2026. All others do not exist for a policy. */
const githubKeys = [
  'actor',
  'actor_id',
  'enterprise_id',
  'environment',
  'job_workflow_ref',
  'ref',
  'repository',
  'repository_id',
  'workflow',
] as const

/** Of every provider. */
const providerKeys = ['amr', 'aud', 'email', 'oaud', 'sub'] as const

const GITHUB = 'token.actions.githubusercontent.com'

/** The global keys that an unsigned call with a token has, from the call. */
const given: Readonly<Record<string, (call: Call) => string>> = {
  'aws:currenttime': ({ at }) => at.toISOString(),
  'aws:epochtime': ({ at }) => String(Math.floor(at.getTime() / 1_000)),
  'aws:securetransport': () => 'true', // the real endpoint has no other
  'aws:sourceip': ({ from }) => from,
  'aws:useragent': ({ userAgent }) => userAgent,
  'sts:rolesessionname': ({ sessionName }) => sessionName,
}

/**
 * Those that such a call never has: nobody signs it, no service makes it, it comes from no network of the account's, and
 * GitHub's tokens hold no tags.
 */
const absent: ReadonlySet<string> = new Set([
  'aws:calledvia',
  'aws:calledviafirst',
  'aws:calledvialast',
  'aws:multifactorauthage',
  'aws:multifactorauthpresent',
  'aws:principalaccount',
  'aws:principalarn',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:principalservicename',
  'aws:principalservicenameslist',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceidentity',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
  'aws:sourcevpc',
  'aws:sourcevpcarn',
  'aws:sourcevpce',
  'aws:tagkeys',
  'aws:tokenissuetime',
  'aws:username',
  'aws:vpceaccount',
  'aws:vpceorgid',
  'aws:vpceorgpaths',
  'aws:vpcsourceip',
  'sts:externalid',
  'sts:sourceidentity',
  'sts:transitivetagkeys',
])

/** Global keys of which it is not known what such a call has; they count for other principals only. */
const unknown: ReadonlySet<string> = new Set([
  'aws:chatbotsourcearn',
  'aws:ec2instancesourceprivateipv4',
  'aws:ec2instancesourcevpc',
  'aws:federatedprovider',
  'aws:principalisawsservice',
  'aws:principaltype',
  'aws:referer',
  'aws:requestedregion',
  'aws:resourceaccount',
  'aws:resourceorgid',
  'aws:resourceorgpaths',
  'aws:userid',
  'aws:viaawsservice',
])

/** Whether it can be told what such a call has under this key: something, or nothing. */
export function isKnownKey(key: string): boolean {
  const name = key.toLowerCase()
  if (/^(?:aws|sts):/.test(name))
    return name in given || absent.has(name) || /^aws:(?:principal|request)tag\/[^/]+$/.test(name)
  // A provider's, by its address; what is another provider's is never there.
  return /^[a-z\d-]+(?:\.[a-z\d-]+)+(?:[:/][^\s:]+)*:[\w/-]+$/.test(name)
}

/** Whether AWS has such a key, for whomever. */
export function isKey(key: string): boolean {
  const name = key.toLowerCase()
  const isGlobal = isKnownKey(name) || unknown.has(name) || /^aws:resourcetag\/[^/]+$/.test(name)
  // A service's own, of which there are thousands.
  return isGlobal || /^(?!aws:)[a-z\d-]+:[\w/-]+$/.test(name)
}

/**
 * What a call has under a key: undefined when there is none, a text for a single value, a list for what may have
 * several.
 */
export function valuesOf(
  { issuer, claims, call }: WebIdentity,
  key: string,
): string | readonly string[] | undefined {
  const name = key.toLowerCase()
  const fromCall = given[name]
  if (fromCall !== undefined) return call === undefined ? undefined : fromCall(call)
  const prefix = `${issuer.toLowerCase()}:`
  if (!name.startsWith(prefix)) return undefined
  const asked = name.slice(prefix.length)
  const known: readonly string[] =
    issuer.toLowerCase() === GITHUB ? [...providerKeys, ...githubKeys] : providerKeys
  if (!known.includes(asked)) return undefined
  // Who asks counts as the audience where a token says so; the audience itself has a key of its own then.
  const authorized = claims['azp']
  const claim =
    asked === 'oaud'
      ? claims['aud']
      : asked === 'aud' && typeof authorized === 'string'
        ? authorized
        : claims[asked]
  if (Array.isArray(claim)) return claim.map(String)
  return claim === undefined || claim === null ? undefined : String(claim)
}
