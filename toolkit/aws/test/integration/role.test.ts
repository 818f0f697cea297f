import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type Aws, REGION } from '#sandbox/aws/aws.ts'
import type { StsError } from '#sandbox/aws/sts.ts'
import { startTrustingAws, type TrustingAws } from '#sandbox/aws/trusting.ts'
import type { JobIdentity } from '#sandbox/oidc/identity.ts'
import type { OidcIssuer } from '#sandbox/oidc/issuer.ts'
import { bootstrapIdentity } from '#sandbox/terraform/bootstrap.ts'
import { terraformEnv } from '#sandbox/terraform/terraform.ts'
import { createTestWorld } from '#toolkit/world/test/world.ts'
import { assumeRole, callerRole } from '../../role.ts'

const ASSUME = 'AssumeRoleWithWebIdentity'
const job: JobIdentity = {
  repository: 'omninode-ai/omninode_infra',
  repositoryId: '123456',
  ownerId: '99',
  event: 'push',
  ref: 'refs/heads/main',
  sha: '0'.repeat(40),
  environment: 'dev',
  actor: 'octocat',
  actorId: '583231',
  runId: '1',
  runAttempt: '1',
  subject: 'immutable',
}

let folder: string
let trusting: TrustingAws
let issuer: OidcIssuer
let aws: Aws
let role: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'omninode-sts-'))
  trusting = await startTrustingAws({ folder, progress: () => undefined })
  ;({ aws, issuer } = trusting)
  const roles = await bootstrapIdentity({
    aws,
    folder: join(folder, 'bootstrap'),
    workspace: join(import.meta.dirname, '../../../..'),
    terraform: 'terraform',
    terraformEnv: terraformEnv(folder, process.env),
    identity: job,
  })
  role = roles.apply
}, 180_000)
afterAll(async () => {
  await trusting.stop()
  rmSync(folder, { recursive: true })
})

let tokens: string[]
beforeEach(() => {
  tokens = []
})

function setting(identity: Partial<JobIdentity> = {}) {
  return createTestWorld({
    workspace: folder,
    env: { ...aws.env },
    idToken: async (audience) => {
      const token = await issuer.mint(issuer.claims({ ...job, ...identity }, audience))
      tokens.push(token)
      return token
    },
  })
}

const options = () => ({ role, region: REGION, sessionName: 'test' })

describe('assuming a role', () => {
  test.each<[StsError[]]>([
    [['Throttling', 'Throttling']],
    [['IDPCommunicationError']],
    [['ExpiredTokenException']],
    [['InternalFailure']],
  ])(
    'is tried again after %j, with a new token each time',
    async (codes) => {
      const { world, lines } = setting()
      aws.failSts(ASSUME, codes)
      const credentials = await assumeRole(options(), world)
      expect(new Set(tokens).size).toBe(codes.length + 1)
      expect(await callerRole(credentials, REGION, world)).toEqual({
        account: '123456789012',
        name: 'omninode-dev-apply',
      })
      expect(lines.join('\n')).toContain(`attempt 1 failed (${codes[0]}`)
      for (const secret of [...tokens, ...Object.values(credentials)])
        expect(lines.join('\n')).not.toContain(secret)
    },
    30_000,
  )

  test('is given up after six attempts, and says what the trouble was', async () => {
    const { world } = setting()
    aws.failSts(
      ASSUME,
      Array.from({ length: 6 }, () => 'Throttling'),
    )
    await expect(assumeRole(options(), { ...world, random: () => -1 })).rejects.toMatchObject({
      code: 'ROLE_FAILED',
      what: expect.stringContaining('Rate exceeded'),
    })
    expect(tokens).toHaveLength(6)
  }, 60_000)

  test('is refused at once, with what was offered beside what the policy would have to want, and without the token', async () => {
    const { world, lines } = setting({ environment: 'prod' })
    const error = await assumeRole(options(), world).catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({
      code: 'ROLE_REFUSED',
      why: expect.stringContaining('environment=prod'),
      fix: expect.stringContaining(
        'sub "repo:omninode-ai@99/omninode_infra@123456:environment:prod", aud "sts.amazonaws.com", repository_id "123456"',
      ),
    })
    expect(tokens).toHaveLength(1)
    expect(`${String(error)}\n${lines.join('\n')}`).not.toContain(tokens[0])
  }, 30_000)
})
