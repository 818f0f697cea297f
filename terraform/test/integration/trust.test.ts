import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { REGION } from '#sandbox/aws/aws.ts'
import { type JobIdentity, pullRequestJob, pushJob, REPOSITORY, subjectOf } from '#sandbox/oidc/identity.ts'
import { openTerraformCopy, type TerraformCopy } from '#sandbox/terraform/copy.ts'
import { clientSettings } from '#toolkit/aws/client.ts'
import { assumeWithToken } from '#toolkit/aws/sts.ts'

const ROLES = ['plan', 'apply', 'migrate', 'deploy', 'verify'] as const
type Role = (typeof ROLES)[number]

// As the example of the module has it.
const WORKFLOW = 'omninode-ai/omninode_infra/.github/workflows/release.yml@refs/heads/main'

let copy: TerraformCopy
let arns: Readonly<Record<Role, string>>

function assume(role: Role, token: string) {
  const settings = clientSettings('STS', REGION, { AWS_ENDPOINT_URL: copy.aws.stsUrl })
  return assumeWithToken({ role: arns[role], region: REGION, sessionName: 'table' }, token, 3_600, settings)
}

beforeAll(async () => {
  copy = await openTerraformCopy()
  const folder = 'terraform/modules/identity/examples/complete'
  await copy.terraform(folder, ['init', '-input=false', '-no-color'], 'identity')
  await copy.terraform(folder, ['apply', '-input=false', '-no-color', '-auto-approve'], 'identity')
  arns = JSON.parse(await copy.terraform(folder, ['output', '-json', 'role_arns'], 'identity'))
}, 120_000)
afterAll(() => copy.stop())

const sha = '0'.repeat(40)
const push = pushJob(REPOSITORY, { sha, environment: 'production' })
const outside = pushJob(REPOSITORY, { sha })
const pullRequest = pullRequestJob(REPOSITORY, { number: 7, sha })
const omniweb = { repository: 'omninode-ai/omniweb', repositoryId: '654321' }

interface Row {
  readonly who: string
  readonly job: JobIdentity
  /** Claims that are another than the job's; undefined: not there. */
  readonly forged?: Readonly<Record<string, unknown>>
  readonly audience?: string
  readonly accepts: readonly Role[]
}

const released: readonly Role[] = ['apply', 'migrate', 'deploy', 'verify']

const rows: readonly Row[] = [
  { who: 'a job in the environment', job: push, accepts: released },
  {
    who: 'the same with the plain form of the subject',
    job: { ...push, subject: 'name' },
    accepts: released,
  },
  { who: 'a pull request', job: pullRequest, accepts: ['plan'] },
  {
    who: 'a pull request with the plain form of the subject',
    job: { ...pullRequest, subject: 'name' },
    accepts: ['plan'],
  },
  { who: 'a schedule on the main branch', job: { ...outside, event: 'schedule' }, accepts: ['plan'] },
  {
    who: 'a schedule on another branch',
    job: { ...outside, event: 'schedule', ref: 'refs/heads/other' },
    accepts: [],
  },
  { who: 'a tag', job: { ...outside, ref: 'refs/tags/v1' }, accepts: [] },
  {
    who: 'a pull request that runs in the environment',
    job: { ...pullRequest, environment: 'production' },
    accepts: [],
  },
  {
    who: 'a job in the environment by another workflow',
    job: push,
    forged: { job_workflow_ref: WORKFLOW.replace('release.yml', 'other.yml') },
    accepts: ['migrate', 'deploy', 'verify'],
  },
  {
    who: 'a job in the environment by the same workflow of a branch',
    job: { ...push, ref: 'refs/heads/feature' },
    accepts: [],
  },
  { who: 'a job in another environment', job: { ...push, environment: 'staging' }, accepts: [] },
  {
    who: 'an environment whose name begins like ours',
    job: { ...push, environment: 'production2' },
    accepts: [],
  },
  {
    who: 'an environment that is named like ours and more',
    job: { ...push, environment: 'production:ref:refs/heads/main' },
    accepts: [],
  },
  {
    who: 'another repository of the same owner',
    job: { ...push, repository: 'omninode-ai/other', repositoryId: '777' },
    accepts: [],
  },
  {
    who: 'the same name, registered again by somebody else',
    job: { ...push, repositoryId: '888', ownerId: '77' },
    accepts: [],
  },
  {
    who: 'the same name, registered again, with the plain form of the subject',
    job: { ...push, repositoryId: '888', ownerId: '77', subject: 'name' },
    accepts: [],
  },
  {
    who: 'a fork',
    job: { ...pullRequest, repository: 'somebody/omninode_infra', repositoryId: '999', ownerId: '55' },
    accepts: [],
  },
  {
    who: 'another repository that claims our number in its subject',
    job: { ...push, repositoryId: '777' },
    forged: { sub: subjectOf(push) },
    accepts: [],
  },
  { who: 'a job without a repository_id', job: push, forged: { repository_id: undefined }, accepts: [] },
  { who: 'a job without a ref', job: push, forged: { ref: undefined }, accepts: [] },
  { who: 'a job without an environment claim', job: push, forged: { environment: undefined }, accepts: [] },
  { who: 'a job without a subject', job: push, forged: { sub: undefined }, accepts: [] },
  { who: 'a token without an audience', job: push, forged: { aud: undefined }, accepts: [] },
  { who: 'a token for another audience', job: push, audience: 'https://github.com/omninode-ai', accepts: [] },
  {
    who: 'a token for ours and another audience',
    job: push,
    forged: { aud: ['https://elsewhere.example', 'sts.amazonaws.com.example'] },
    accepts: [],
  },
  {
    who: 'a token that has expired',
    job: push,
    forged: { exp: 1_700_000_000, nbf: 1_699_999_000 },
    accepts: [],
  },
  { who: 'a token of another issuer', job: push, forged: { iss: 'https://elsewhere.example' }, accepts: [] },
  {
    who: 'the other repository that was given two roles',
    job: { ...push, ...omniweb },
    accepts: ['deploy', 'verify'],
  },
  { who: 'a pull request of that one', job: { ...pullRequest, ...omniweb }, accepts: [] },
]

test.each(rows.map((row) => [row.who, row] as const))('%s gets exactly its roles', async (_who, row) => {
  const claims = { ...copy.issuer.claims(row.job, row.audience ?? 'sts.amazonaws.com'), ...row.forged }
  const token = await copy.issuer.mint(claims)
  const accepted: Role[] = []
  for (const role of ROLES) {
    const answer = await assume(role, token).then(
      () => 'accepted',
      (error: Error) => error.name,
    )
    if (answer === 'accepted') accepted.push(role)
    else expect(answer).toMatch(/^(?:AccessDenied|InvalidIdentityToken|ExpiredToken)/)
  }
  expect(accepted).toEqual(row.accepts)
})

test('a token that nobody signed gets nothing', async () => {
  const token = await copy.issuer.mint(copy.issuer.claims(push, 'sts.amazonaws.com'))
  const [head, payload] = token.split('.')
  const forged = `${head}.${payload}.${Buffer.alloc(256).toString('base64url')}`
  for (const role of ROLES) {
    await expect(assume(role, forged)).rejects.toThrow()
  }
})

interface StateResource {
  readonly address: string
  readonly type: string
  readonly values: Readonly<Record<string, unknown>>
}

/** Characters, as IAM counts them. Source: "IAM and AWS STS quotas", those that nobody has to ask for. */
const QUOTAS: Readonly<Record<string, readonly [attribute: string, longest: number]>> = {
  aws_iam_policy: ['policy', 6_144],
  aws_iam_role: ['assume_role_policy', 2_048],
  aws_iam_role_policy: ['policy', 10_240],
}

test('every document is as short as IAM wants it', async () => {
  const folder = 'terraform/modules/identity/examples/complete'
  const state = JSON.parse(await copy.terraform(folder, ['show', '-json'], 'identity'))
  const resources: readonly StateResource[] = state.values.root_module.child_modules[0].resources
  const lengths = resources.flatMap(({ address, type, values }) => {
    const [attribute = '', longest = 0] = QUOTAS[type] ?? []
    if (longest === 0) return []
    const length = JSON.stringify(JSON.parse(String(values[attribute]))).length
    return [{ address, length, fits: length <= longest }]
  })
  expect(lengths.length).toBeGreaterThan(10)
  expect(lengths.filter(({ fits }) => !fits)).toEqual([])
}, 60_000)
