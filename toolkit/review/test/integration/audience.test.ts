import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AssumeRoleWithWebIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { REGION } from '#sandbox/aws/aws.ts'
import { startTrustingAws, type TrustingAws } from '#sandbox/aws/trusting.ts'
import { AUDIENCE } from '#sandbox/kube/authentication.ts'
import { certificateRequests, type Kubernetes, startKubernetes } from '#sandbox/kube/kubernetes.ts'
import { pushJob, REPOSITORY } from '#sandbox/oidc/identity.ts'
import { createCertificates } from '#sandbox/pki/certificates.ts'
import { bootstrapIdentity } from '#sandbox/terraform/bootstrap.ts'
import { terraformEnv } from '#sandbox/terraform/terraform.ts'
import { makePlan } from '../../../model/plan.ts'
import { reviewOf } from '../../../model/review.ts'
import { exchange, keepConnections } from '../../../transport/exchange.ts'
import { audienceOf } from '../../sign.ts'

let folder: string
let trusting: TrustingAws
let kubernetes: Kubernetes
let role: string

/** As much as a job may have: what refuses its token refuses it for its audience alone. */
const identity = pushJob(REPOSITORY, { sha: '0'.repeat(40), environment: 'dev' })
const plan = makePlan({
  step: 'deploy',
  target: 't',
  createdAt: new Date(0),
  changes: [],
  where: {},
  with: {},
  from: {},
})
const audience = audienceOf(
  await reviewOf(plan, { repositoryId: '1', commit: '0'.repeat(40), run: '1', salt: '0'.repeat(32) }),
)

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'omninode-audience-'))
  const progress = () => undefined
  trusting = await startTrustingAws({ folder: join(folder, 'trusting'), progress })
  const issuer = { url: trusting.issuer.url, caPem: readFileSync(trusting.caFile, 'utf8') }
  const certificates = await createCertificates(join(folder, 'pki'), certificateRequests, { progress })
  kubernetes = await startKubernetes({
    folder: join(folder, 'kube'),
    certificates,
    issuer,
    repositoryId: REPOSITORY.repositoryId,
    progress,
  })
  const roles = await bootstrapIdentity({
    aws: trusting.aws,
    folder: join(folder, 'bootstrap'),
    workspace: join(import.meta.dirname, '../../../..'),
    terraform: 'terraform',
    terraformEnv: terraformEnv(folder, process.env),
    identity: REPOSITORY,
  })
  role = roles.apply
}, 600_000)
afterAll(async () => {
  await Promise.all([kubernetes?.stop(), trusting?.stop()])
  rmSync(folder, { recursive: true, force: true })
})

const mint = (of: string) => trusting.issuer.mint(trusting.issuer.claims(identity, of))

describe('the token of a review', () => {
  test('buys no credentials of AWS, which the same token for STS does', async () => {
    const sts = new STSClient({
      region: REGION,
      endpoint: trusting.aws.stsUrl,
      maxAttempts: 1,
    })
    const buy = async (of: string) =>
      sts.send(
        new AssumeRoleWithWebIdentityCommand({
          RoleArn: role,
          RoleSessionName: 'test',
          WebIdentityToken: await mint(of),
        }),
      )
    expect((await buy('sts.amazonaws.com')).Credentials?.AccessKeyId).toEqual(expect.any(String))
    await expect(buy(audience)).rejects.toMatchObject({
      name: expect.stringMatching(/^(InvalidIdentityToken|AccessDenied)/),
    })
  })

  test('opens no API server, which the same token for it does', async () => {
    const connections = keepConnections({ most: 1, certificateAuthority: kubernetes.caPem, proxies: {} })
    const ask = async (of: string) => {
      const { status } = await exchange({
        method: 'GET',
        url: new URL('/api/v1/namespaces', kubernetes.url),
        headers: { authorization: `Bearer ${await mint(of)}` },
        connections,
        signal: new AbortController().signal,
        deadline: 20_000,
      })
      return status
    }
    try {
      expect(await ask(AUDIENCE)).toBe(200)
      expect(await ask(audience)).toBe(401)
    } finally {
      connections.close()
    }
  })
})
