import { describe, expect, test } from '@jest/globals'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { ISSUER } from '#sandbox/oidc/issuer.ts'
import type { RememberedRun } from '../../github/workflow-run.ts'
import { makePlan } from '../../model/plan.ts'
import { Review, reviewOf } from '../../model/review.ts'
import { Sensitive } from '../../model/sensitive.ts'
import type { IssuerKeys } from '../issuer.ts'
import type { KeptReview } from '../keep.ts'
import { audienceOf } from '../sign.ts'
import { parseSigner } from '../signer.ts'
import { type ExpectedReview, verifyReview } from '../verify.ts'

const OWN = 'omninode-ai/omninode_infra'
const PUBLISH = `${OWN}/.github/workflows/publish.yml`
const commit = 'a'.repeat(40)
const mergedAt = '2026-11-24T11:00:00Z'
const signedAt = Date.parse('2026-11-24T10:00:00Z') / 1_000

const plan = makePlan({
  step: 'provision',
  target: 's3://state/dev/network in 123456789012 eu-central-1',
  name: 'dev network',
  createdAt: new Date('2026-11-24T09:59:00Z'),
  changes: [
    {
      action: 'create',
      address: 'aws_vpc.this',
      kind: 'aws_vpc',
      after: { cidr: '10.0.0.0/16' },
      expected: 'e'.repeat(22),
    },
    { action: 'delete', address: 'aws_eip.nat', kind: 'aws_eip' },
  ],
  where: { account: '123456789012', region: 'eu-central-1', bucket: 'state', key: 'dev/network' },
  with: { terraform: '1.14.0', prune: true },
  from: { 'main.tf': '1'.repeat(64), 'plan.bin': '2'.repeat(64) },
  released: { network: { commit: 'c'.repeat(40), run: '12' } },
  grounds: 'g'.repeat(22),
  sensitive: new Sensitive([
    ['aws_vpc.this', 'hunter2'],
    ['with: TF_VAR_password', 'hunter2'],
  ]),
})
const review: Review = await reviewOf(plan, {
  repositoryId: '123456',
  pullRequest: 7,
  commit,
  run: '4711',
  salt: '0123456789abcdef'.repeat(2),
})

async function key(kid: string) {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true })
  return {
    kid,
    privateKey,
    jwk: { ...(await exportJWK(publicKey)), kid, kty: 'RSA', alg: 'RS256', use: 'sig' },
  }
}
const github = await key('github')
const stranger = await key('stranger')
const impostor = await key('github')
const keys: IssuerKeys = { keys: [github.jwk] }

const claims: Readonly<Record<string, unknown>> = {
  iss: ISSUER,
  aud: audienceOf(review),
  iat: signedAt,
  exp: signedAt + 300,
  repository: OWN,
  repository_id: '123456',
  event_name: 'pull_request',
  ref: 'refs/pull/7/merge',
  base_ref: 'main',
  run_id: '4711',
  run_attempt: '1',
  job_workflow_ref: `${PUBLISH}@refs/tags/v1`,
}

function mint(changed: Readonly<Record<string, unknown>> = {}, by = github): Promise<string> {
  return new SignJWT({ ...claims, ...changed })
    .setProtectedHeader({ alg: 'RS256', kid: by.kid, typ: 'JWT' })
    .sign(by.privateKey)
}

const expected: ExpectedReview = {
  issuer: ISSUER,
  repositoryId: '123456',
  signer: parseSigner(undefined, { actionRepository: OWN }),
  commit,
  pullRequest: { number: 7, base: 'main', mergedAt },
  run: '5000',
  now: new Date('2026-11-24T12:00:00Z'),
}
const remembered: RememberedRun = { event: 'pull_request', headSha: commit, repositoryId: '123456' }

interface Case {
  readonly claims?: Readonly<Record<string, unknown>>
  readonly kept?: Partial<KeptReview>
  readonly expected?: Partial<ExpectedReview>
  readonly run?: RememberedRun | undefined
  readonly keys?: IssuerKeys
}

async function verify(changed: Case = {}) {
  const kept = {
    review,
    token: await mint(changed.claims),
    completedAt: '2026-11-24T10:00:02Z',
    ...changed.kept,
  }
  return verifyReview(
    kept,
    { ...expected, ...changed.expected },
    async () => changed.keys ?? keys,
    async () => ('run' in changed ? changed.run : remembered),
  )
}

const refusal = (changed: Case) =>
  verify(changed).then(
    () => undefined,
    (error: unknown) => error,
  )

describe('a review counts', () => {
  test.each<[string, Case]>([
    ['as it is', {}],
    ['long after its token has expired', { expected: { now: new Date('2027-11-24T12:00:00Z') } }],
    [
      'when it was signed in the second of the merge',
      { expected: { pullRequest: { number: 7, base: 'main', mergedAt: '2026-11-24T10:00:02Z' } } },
    ],
    ['when the repository was renamed since', { claims: { repository: 'omninode-ai/other' } }],
    ['when its run was started again', { claims: { run_attempt: '2' } }],
    ['beside keys that came later', { keys: { keys: [stranger.jwk, github.jwk] } }],
    ['from a branch of the signer', { claims: { job_workflow_ref: `${PUBLISH}@refs/heads/main` } }],
    [
      'from the signer in any case of its repository',
      {
        claims: { job_workflow_ref: `Omninode-AI/Omninode_infra/.github/workflows/publish.yml@refs/tags/v1` },
      },
    ],
    [
      'from any job where that is permitted',
      {
        claims: { job_workflow_ref: `${OWN}/.github/workflows/x.yml@refs/pull/7/merge` },
        expected: { signer: { any: true } },
      },
    ],
    ['when the clocks differ by a minute', { expected: { now: new Date((signedAt - 59) * 1_000) } }],
  ])('%s', async (_how, changed) => {
    expect(await verify(changed)).toEqual({ signedAt })
  })
})

const header = (alg: string) =>
  Buffer.from(JSON.stringify({ alg, kid: 'github', typ: 'JWT' })).toString('base64url')
const payload = Buffer.from(JSON.stringify(claims)).toString('base64url')
const secret = new TextEncoder().encode(JSON.stringify(github.jwk))
const hs256 = await new SignJWT({ ...claims })
  .setProtectedHeader({ alg: 'HS256', kid: 'github' })
  .sign(secret)
const honest = await mint()
const forged = await mint({}, impostor)
const [honestHeader, , honestSignature] = honest.split('.')

describe('a review is refused', () => {
  test.each<[string, string, RegExp, Case]>([
    ['of another event', 'REVIEW_EVENT', /`push`/, { claims: { event_name: 'push' } }],
    [
      'of an event with the rights of the base',
      'REVIEW_EVENT',
      /`pull_request_target`/,
      { claims: { event_name: 'pull_request_target' } },
    ],
    [
      'of the merge queue',
      'REVIEW_EVENT',
      /`merge_group`/,
      { claims: { event_name: 'merge_group', ref: 'refs/heads/gh-readonly-queue/main/pr-7' } },
    ],
    [
      'of another pull request',
      'REVIEW_PULL_REQUEST',
      /refs\/pull\/8\/merge/,
      { claims: { ref: 'refs/pull/8/merge' } },
    ],
    [
      'of a pull request whose number goes on',
      'REVIEW_PULL_REQUEST',
      /refs\/pull\/77\/merge/,
      { claims: { ref: 'refs/pull/77/merge' } },
    ],
    [
      'of a branch that is called like a pull request',
      'REVIEW_PULL_REQUEST',
      /refs\/heads/,
      { claims: { ref: 'refs/heads/refs/pull/7/merge' } },
    ],
    [
      'of another repository, of the same name',
      'REVIEW_REPOSITORY',
      /id 654321/,
      { claims: { repository_id: '654321' } },
    ],
    ['of another base', 'REVIEW_BASE', /into release/, { claims: { base_ref: 'release' } }],
    [
      'that was signed after the merge',
      'REVIEW_LATE',
      /2026-11-24T11:00:01.000Z, after the merge/,
      { claims: { iat: Date.parse(mergedAt) / 1_000 + 1 } },
    ],
    [
      'that was put there after the merge, though signed before',
      'REVIEW_LATE',
      /put on the pull request at 2026-11-24T11:00:01Z/,
      { kept: { completedAt: '2026-11-24T11:00:01Z' } },
    ],
    [
      'that does not say when it was put there',
      'REVIEW_LATE',
      /after the merge/,
      { kept: { completedAt: '' } },
    ],
    [
      'that was signed in the time to come',
      'REVIEW_LATE',
      /still to come/,
      {
        expected: {
          now: new Date((signedAt - 61) * 1_000),
          pullRequest: { number: 7, base: 'main', mergedAt },
        },
      },
    ],
    [
      'of another signer',
      'REVIEW_SIGNER',
      /preview\.yml/,
      { claims: { job_workflow_ref: `${OWN}/.github/workflows/preview.yml@refs/tags/v1` } },
    ],
    [
      'of a signer that the pull request has changed',
      'REVIEW_SIGNER',
      /refs\/pull\/7\/merge/,
      { claims: { job_workflow_ref: `${PUBLISH}@refs/pull/7/merge` } },
    ],
    [
      'of a signer at its own head ref',
      'REVIEW_SIGNER',
      /refs\/pull\/7\/head/,
      { claims: { job_workflow_ref: `${PUBLISH}@refs/pull/7/head` } },
    ],
    [
      'of a signer at a bare commit, which may be one of a fork',
      'REVIEW_SIGNER',
      /@d{40}/,
      { claims: { job_workflow_ref: `${PUBLISH}@${'d'.repeat(40)}` } },
    ],
    [
      'of a signer whose file only begins like it',
      'REVIEW_SIGNER',
      /publish\.yml@v1\.yml/,
      { claims: { job_workflow_ref: `${PUBLISH}@v1.yml@refs/pull/7/merge` } },
    ],
    [
      'of a signer whose file is written otherwise',
      'REVIEW_SIGNER',
      /Publish\.yml/,
      { claims: { job_workflow_ref: `${OWN}/.github/workflows/Publish.yml@refs/tags/v1` } },
    ],
    [
      'of a signer in another repository',
      'REVIEW_SIGNER',
      /mallory/,
      { claims: { job_workflow_ref: 'mallory/omninode_infra/.github/workflows/publish.yml@refs/tags/v1' } },
    ],
    ['of a signer at no ref', 'REVIEW_SIGNER', /publish\.yml/, { claims: { job_workflow_ref: PUBLISH } }],
    ['that is not signed', 'REVIEW_UNSIGNED', /not signed/, { kept: { token: undefined } }],
    [
      'whose key nobody publishes',
      'REVIEW_KEY_UNKNOWN',
      /cannot be told/,
      { keys: { keys: [stranger.jwk] } },
    ],
    ['whose issuer publishes no key', 'REVIEW_KEY_UNKNOWN', /cannot be told/, { keys: { keys: [] } }],
    ['whose key only has the name of GitHub’s', 'REVIEW_FORGED', /not GitHub/, { kept: { token: forged } }],
    ['of another issuer', 'REVIEW_ISSUER', /token\.example/, { claims: { iss: 'https://token.example' } }],
    ['of an issuer whose name goes on', 'REVIEW_ISSUER', /slug/, { claims: { iss: `${ISSUER}/slug` } }],
    [
      'without an algorithm',
      'REVIEW_FORGED',
      /not GitHub/,
      { kept: { token: `${header('none')}.${payload}.` } },
    ],
    ['with the public key for a secret', 'REVIEW_FORGED', /not GitHub/, { kept: { token: hs256 } }],
    [
      'with a signature that is not its own',
      'REVIEW_FORGED',
      /not GitHub/,
      { kept: { token: `${honestHeader}.${payload}x.${honestSignature}` } },
    ],
    ['with what is no token', 'REVIEW_FORGED', /not GitHub/, { kept: { token: 'x' } }],
    [
      'with a token for something else',
      'REVIEW_AUDIENCE',
      /sts\.amazonaws\.com/,
      { claims: { aud: 'sts.amazonaws.com' } },
    ],
    [
      'with a token for several',
      'REVIEW_FORGED',
      /no ID token of a workflow/,
      { claims: { aud: [audienceOf(review), 'sts.amazonaws.com'] } },
    ],
    [
      'with a token that lacks a claim',
      'REVIEW_FORGED',
      /no ID token of a workflow.*job_workflow_ref/s,
      { claims: { job_workflow_ref: undefined } },
    ],
    [
      'with a token for another review',
      'REVIEW_EDITED',
      /not the one that was signed/,
      { claims: { aud: `omninode-review:sha256:${'0'.repeat(64)}` } },
    ],
    [
      'of another commit',
      'REVIEW_COMMIT',
      /bbbbbbbbbbbb, and aaaaaaaaaaaa/,
      { run: { ...remembered, headSha: 'b'.repeat(40) } },
    ],
    [
      'when another commit was merged',
      'REVIEW_COMMIT',
      /aaaaaaaaaaaa, and bbbbbbbbbbbb/,
      { expected: { commit: 'b'.repeat(40) } },
    ],
    [
      'whose run GitHub remembers as another event’s',
      'REVIEW_RUN',
      /`push`/,
      { run: { ...remembered, event: 'push' } },
    ],
    [
      'whose run GitHub remembers in another repository',
      'REVIEW_RUN',
      /id 2\./,
      { run: { ...remembered, repositoryId: '2' } },
    ],
    ['whose run was deleted', 'REVIEW_RUN_GONE', /cannot be told.*run 4711/, { run: undefined }],
  ])('%s', async (_what, code, words, changed) => {
    const failure = await refusal(changed)
    expect(failure).toMatchObject({ code, message: expect.stringMatching(words), fix: expect.any(String) })
  })

  /** Every value of a review, all the way down, as the only one that is edited. */
  function edits(value: unknown, path: string): readonly (readonly [string, unknown])[] {
    if (typeof value === 'number') return [[path, value + 1]]
    if (typeof value !== 'object' || value === null) return [[path, `${value}0`]]
    return Object.entries(value).flatMap(([name, inner]) =>
      edits(inner, `${path}.${name}`).map(([at, edited]): [string, unknown] => [
        at,
        Array.isArray(value) ? value.with(Number(name), edited) : { ...value, [name]: edited },
      ]),
    )
  }
  const edited = edits(review, 'review')

  test.each(edited)('when %s was edited', async (_path, changed) => {
    expect(await refusal({ kept: { review: changed as Review } })).toMatchObject({ code: 'REVIEW_EDITED' })
  })

  test('when anything was edited: no field of a review is left out of that', () => {
    const names = new Set(edited.map(([path]) => path.split('.')[1]))
    expect([...names].sort()).toEqual(Object.keys(Review.shape).sort())
  })

  test.each<[string, Partial<Review>, RegExp]>([
    ['repository', { repositoryId: '1' }, /repository is 1, and its signature says 123456/],
    ['commit', { commit: 'b'.repeat(40) }, /commit is b+, and/],
    ['run', { run: '4712' }, /run is 4712, and its signature says 4711/],
    ['pull request', { pullRequest: 8 }, /pull request is 8, and its signature says 7/],
  ])('when its own %s is not the one of its signature', async (_what, parts, words) => {
    const lying = { ...review, ...parts }
    const failure = await refusal({ kept: { review: lying, token: await mint({ aud: audienceOf(lying) }) } })
    expect(failure).toMatchObject({ code: 'REVIEW_CONTRADICTS', message: expect.stringMatching(words) })
  })
})

describe('what the reviewers of an environment saw', () => {
  const { pullRequest: _, ...rest } = review
  const shown: Review = { ...rest, run: '5000' }
  const own = {
    event_name: 'workflow_dispatch',
    ref: 'refs/heads/main',
    base_ref: '',
    run_id: '5000',
    aud: audienceOf(shown),
    job_workflow_ref: `${OWN}/.github/workflows/rollback.yml@refs/heads/main`,
  }
  const inThisRun: Case = {
    claims: own,
    kept: { review: shown },
    expected: { pullRequest: undefined },
    run: { ...remembered, event: 'workflow_dispatch' },
  }

  test('counts in the same run, whatever workflow it is: the one that signs is the one that applies', async () => {
    expect(await verify(inThisRun)).toEqual({ signedAt })
  })

  test.each<[string, string, Case]>([
    ['in another run', 'REVIEW_OF_ANOTHER_RUN', { ...inThisRun, claims: { ...own, run_id: '4999' } }],
    ['of a pull request', 'REVIEW_OF_ANOTHER_RUN', { expected: { pullRequest: undefined } }],
    [
      'of another commit',
      'REVIEW_COMMIT',
      { ...inThisRun, expected: { pullRequest: undefined, commit: 'b'.repeat(40) } },
    ],
    ['in another repository', 'REVIEW_REPOSITORY', { ...inThisRun, claims: { ...own, repository_id: '1' } }],
  ])('counts for nothing %s', async (_what, code, changed) => {
    expect(await refusal(changed)).toMatchObject({ code })
  })

  test('counts for no pull request', async () => {
    expect(await refusal({ ...inThisRun, expected: {} })).toMatchObject({ code: 'REVIEW_EVENT' })
  })
})
