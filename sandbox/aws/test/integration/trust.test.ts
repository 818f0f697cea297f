import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { startTrustingAws, type TrustingAws } from '../../trusting.ts'

const issuer = 'token.actions.githubusercontent.com'
const provider = `arn:aws:iam::123456789012:oidc-provider/${issuer}`
const subject = 'repo:o/r:ref:refs/heads/main'

let folder: string
let trusting: TrustingAws
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'omninode-trust-'))
  trusting = await startTrustingAws({ folder, progress: () => undefined })
  await iam({
    Action: 'CreateOpenIDConnectProvider',
    Url: `https://${issuer}`,
    'ClientIDList.member.1': 'sts.amazonaws.com',
    'ThumbprintList.member.1': '0'.repeat(40),
  })
}, 120_000)
afterAll(async () => {
  await trusting.stop()
  rmSync(folder, { recursive: true })
})

async function call(service: string, url: string, parameters: Record<string, string>) {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      authorization: `AWS4-HMAC-SHA256 Credential=bootstrap/20260101/us-east-1/${service}/aws4_request, SignedHeaders=host, Signature=0`,
    },
    body: new URLSearchParams(parameters),
  })
  return { status: response.status, text: await response.text() }
}

function iam(parameters: Record<string, string>) {
  const { AWS_ENDPOINT_URL_IAM: url = '' } = trusting.aws.env
  return call('iam', url, { Version: '2010-05-08', ...parameters })
}

const policy = (Condition: object, more: object = {}) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow',
      Principal: { Federated: provider },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition,
      ...more,
    },
  })
const good = policy({ StringEquals: { [`${issuer}:sub`]: subject } })

async function assume(name: string, claims: Readonly<Record<string, unknown>> = {}) {
  const now = Math.floor(Date.now() / 1_000)
  const token = await trusting.issuer.mint({
    iss: `https://${issuer}`,
    aud: 'sts.amazonaws.com',
    sub: subject,
    iat: now,
    exp: now + 300,
    ...claims,
  })
  return call('sts', trusting.aws.stsUrl, {
    Action: 'AssumeRoleWithWebIdentity',
    Version: '2011-06-15',
    RoleArn: `arn:aws:iam::123456789012:role/${name}`,
    RoleSessionName: 'release',
    WebIdentityToken: token,
  })
}

describe('a role', () => {
  test.each([
    ['an operator that there is none of', policy({ StringEqual: { [`${issuer}:sub`]: subject } })],
    ['NotPrincipal', policy({ StringEquals: { [`${issuer}:sub`]: subject } }, { NotPrincipal: '*' })],
    ['no look at the subject', policy({ StringEquals: { [`${issuer}:aud`]: 'sts.amazonaws.com' } })],
    ['a look at whether there is a subject', policy({ Null: { [`${issuer}:sub`]: 'false' } })],
    ['what is no JSON', '{'],
    ['one operator twice', good.replace('"Condition":{', '"Condition":{"StringEquals":{},')],
  ])('is neither made with %s nor changed to it', async (what, document) => {
    const name = `r-${what.replace(/\W/g, '-')}`
    const made = await iam({ Action: 'CreateRole', RoleName: name, AssumeRolePolicyDocument: document })
    expect([made.status, made.text]).toEqual([400, expect.stringContaining('<Code>MalformedPolicyDocument<')])
    expect((await iam({ Action: 'GetRole', RoleName: name })).status).toBe(404)

    await iam({ Action: 'CreateRole', RoleName: name, AssumeRolePolicyDocument: good })
    const changed = await iam({ Action: 'UpdateAssumeRolePolicy', RoleName: name, PolicyDocument: document })
    expect(changed.text).toContain('<Code>MalformedPolicyDocument<')
    expect((await assume(name)).status).toBe(200)
  })

  test('is given by the name of its session and by when it is asked for', async () => {
    const Condition = {
      StringEquals: { [`${issuer.toUpperCase()}:SUB`]: subject, 'sts:RoleSessionName': 'release' },
      DateGreaterThan: { 'aws:CurrentTime': '2020-01-01T00:00:00Z' },
      IpAddress: { 'aws:SourceIp': '127.0.0.0/8' },
    }
    await iam({ Action: 'CreateRole', RoleName: 'timed', AssumeRolePolicyDocument: policy(Condition) })
    expect((await assume('timed')).status).toBe(200)
    expect((await assume('timed', { sub: 'repo:o/other:ref:refs/heads/main' })).status).toBe(403)
  })

  test('is not given for a claim that AWS has no key for', async () => {
    const Condition = { StringEquals: { [`${issuer}:sub`]: subject, [`${issuer}:event_name`]: 'push' } }
    await iam({ Action: 'CreateRole', RoleName: 'event', AssumeRolePolicyDocument: policy(Condition) })
    expect((await assume('event', { event_name: 'push' })).status).toBe(403)
  })

  test('whose policy was put there behind IAM’s back is not given when it is not understood', async () => {
    const document = policy({ StringEqual: { [`${issuer}:sub`]: 'x' } }, { Effect: 'Deny' })
    await call('iam', trusting.aws.url, {
      Version: '2010-05-08',
      Action: 'CreateRole',
      RoleName: 'behind',
      AssumeRolePolicyDocument: document,
    })
    expect((await assume('behind')).text).toContain('MalformedPolicyDocument')
  })
})
