import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type JobIdentity, PUBLISH, pushJob, REPOSITORY } from '#sandbox/oidc/identity.ts'
import { type OidcIssuer, startOidcIssuer } from '#sandbox/oidc/issuer.ts'
import { connectGitHub } from '../../../github/connect.ts'
import { makePlan, type Plan } from '../../../model/plan.ts'
import { type Review, reviewOf } from '../../../model/review.ts'
import { masked } from '../../../redact/test/masked.ts'
import { recordReview } from '../../../runtime/review.ts'
import { findReview, standingIn } from '../../find.ts'
import { checkNameOf } from '../../keep.ts'
import { audienceOf } from '../../sign.ts'
import { parseSigner } from '../../signer.ts'
import { openStage, type Stage, type StagedJob } from '../stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(async () => {
  expect(stage.github.violations).toEqual([])
  await stage.stop()
})

const SHOWN = {
  title: masked('Deploy: 1 to create'),
  summary: masked('### s'),
  conclusion: 'success',
} as const

let numbers = 0
/** A commit that no other test knows. */
const commit = () => (++numbers).toString(16).padStart(40, '0')
const number = () => ++numbers

const TARGET = 'onex in 1b4e28ba-2fa1-11d2-883f-0016d3cca427'

function plan(address = 'thing/a', count = 1, target = TARGET): Plan {
  return makePlan({
    step: 'deploy',
    target,
    createdAt: new Date('2026-11-24T12:00:00Z'),
    changes: Array.from({ length: count }, (_, index) => ({
      action: 'create' as const,
      address: index === 0 ? address : `${address}${index}`,
      kind: 'thing',
    })),
    where: { cluster: '1b4e28ba-2fa1-11d2-883f-0016d3cca427' },
    with: {},
    from: {},
  })
}

interface Pull {
  readonly number: number
  readonly headSha: string
}

function open(headSha = commit(), base = 'main'): Pull {
  const pull = { number: number(), headSha }
  stage.github.openPullRequest({ ...pull, baseSha: commit(), title: 'Change', files: [], base })
  return pull
}

async function show(job: StagedJob, shown: Plan = plan()): Promise<void> {
  await recordReview(job.client, shown, SHOWN, job.world)
}

async function preview(
  { number: of, headSha }: Pull,
  shown?: Plan,
  more?: Partial<JobIdentity>,
): Promise<StagedJob> {
  const job = await stage.preview(of, headSha, more)
  await show(job, shown)
  return job
}

/** GitHub's times are whole seconds, and a test is faster. */
const nextSecond = () => sleep(1_000 - (Date.now() % 1_000) + 10)

function merge(
  { number: of }: Pull,
  how: Parameters<typeof stage.github.merge>[2] = {},
  sha = commit(),
): string {
  // Well after what was shown: the times of both are whole seconds.
  stage.github.merge(of, sha, { at: new Date(Date.now() + 2_000).toISOString(), ...how })
  return sha
}

interface Looking {
  readonly signer?: string
  readonly inThisRun?: boolean
  readonly of?: Plan
}

async function find(job: StagedJob, { signer, inThisRun = false, of = plan() }: Looking = {}) {
  return findReview(
    job.client,
    { step: of.step, target: of.target, signer: parseSigner(signer, job.world.run), inThisRun },
    job.world,
  )
}

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  )

const addresses = ({ review }: { readonly review: Review }) => review.changes.map(({ address }) => address)

describe('the review of a merged pull request is found', () => {
  test.each([
    ['by a merge commit', {}],
    ['by a squash', {}],
    ['by a rebase of several commits', { commits: [commit(), commit()] }],
  ])('when it was merged %s', async (_how, how) => {
    const pull = open()
    const shown = await preview(pull)
    const sha = merge(pull, how)
    const found = await find(await stage.release(sha))
    expect(found.shownBy).toBe(`pull request #${pull.number}`)
    expect(stage.proxy.asked).toContain('CONNECT token.actions.githubusercontent.com:443')
    expect(found.review).toMatchObject({
      commit: pull.headSha,
      pullRequest: pull.number,
      run: shown.world.run.id,
    })
  })

  test('for a commit that a rebase has put there before its last one', async () => {
    const pull = open()
    await preview(pull)
    const earlier = commit()
    merge(pull, { commits: [earlier] })
    expect((await find(await stage.release(earlier))).review.pullRequest).toBe(pull.number)
  })

  test('when the merge was a fast-forward of its own head', async () => {
    const pull = open()
    await preview(pull)
    expect((await find(await stage.release(merge(pull, {}, pull.headSha)))).review.pullRequest).toBe(
      pull.number,
    )
  })

  test('when the run of the preview was started again', async () => {
    const pull = open()
    const first = await preview(pull)
    await nextSecond()
    const again = { runId: first.world.run.id, runAttempt: '2' }
    await preview(pull, plan('thing/b'), again)
    expect(addresses(await find(await stage.release(merge(pull))))).toEqual(['thing/b'])
  })

  test('when the head was pushed away and came back', async () => {
    const pull = open()
    await preview(pull)
    const other = commit()
    stage.github.push(pull.number, other)
    await nextSecond()
    await preview({ ...pull, headSha: other }, plan('thing/other'))
    stage.github.push(pull.number, pull.headSha)
    expect(addresses(await find(await stage.release(merge(pull))))).toEqual(['thing/a'])
  })

  test('when the repository was renamed since', async () => {
    const pull = open()
    await preview(pull)
    const sha = merge(pull)
    stage.github.rename('omninode-ai/renamed')
    const job = await stage.release(sha, { repository: 'omninode-ai/renamed' })
    const here = { ...job.world.run, actionRepository: 'omninode-ai/omninode_infra' }
    const world = { ...job.world, run: here }
    const client = await connectGitHub(job.token, world)
    expect((await find({ ...job, world, client })).review.pullRequest).toBe(pull.number)
  })

  test('of the pull request of which one merge brought several, whichever showed something', async () => {
    const [inner, outer] = [open(), open()]
    await preview(inner)
    const sha = merge(outer)
    merge(inner, {}, sha)
    expect((await find(await stage.release(sha))).review.pullRequest).toBe(inner.number)
    await preview(outer, plan('thing/outer'))
    expect((await find(await stage.release(sha))).review.pullRequest).toBe(outer.number)
  })

  test('of one of two pull requests with one head, by its own number', async () => {
    const headSha = commit()
    const [merged, other] = [open(headSha), open(headSha)]
    await preview(merged)
    await nextSecond()
    await preview(other, plan('thing/other'))
    expect(addresses(await find(await stage.release(merge(merged))))).toEqual(['thing/a'])
  })

  test('of a branch that is not the default one', async () => {
    const pull = open(commit(), 'release/1.x')
    await preview(pull, plan(), { baseRef: 'release/1.x' })
    const sha = merge(pull)
    expect((await find(await stage.release(sha, { ref: 'refs/heads/release/1.x' }))).review.pullRequest).toBe(
      pull.number,
    )
    expect(await refusal(find(await stage.release(sha)))).toMatchObject({ code: 'NOT_REVIEWED' })
  })

  test('of a thousand changes, equal in every one of them', async () => {
    const pull = open()
    const long = plan('thing/with-a-name-of-the-usual-length', 1_000)
    await preview(pull, long)
    expect(stage.github.checkRuns(pull.headSha).length).toBeGreaterThan(1)
    const { review } = await find(await stage.release(merge(pull)))
    const { repositoryId, commit: of, run, salt } = review
    expect(review).toEqual(
      await reviewOf(long, { repositoryId, pullRequest: pull.number, commit: of, run, salt }),
    )
  })
})

describe('of several reviews of one commit', () => {
  test('the one that was signed last counts', async () => {
    const pull = open()
    await preview(pull, plan('thing/a'))
    await nextSecond()
    await preview(pull, plan('thing/b'))
    expect(addresses(await find(await stage.release(merge(pull))))).toEqual(['thing/b'])
  })

  test('an older one that somebody has put there anew does not count', async () => {
    const pull = open()
    const job = await preview(pull, plan('thing/a'))
    const [first] = stage.github.checkRuns(pull.headSha)
    await nextSecond()
    await preview(pull, plan('thing/b'))
    await forge(job, pull.headSha, first?.output.text ?? '')
    expect(addresses(await find(await stage.release(merge(pull))))).toEqual(['thing/b'])
  })

  test('what others have written in its name keeps none from counting', async () => {
    const pull = open()
    const job = await preview(pull)
    const [honest] = stage.github.checkRuns(pull.headSha)
    for (const text of [
      '',
      'All is well.',
      '```json\n{}\n```\n\n```jwt\nx\n```',
      '```parts\n[{"id":1,"sha256":"x"}]\n```',
      honest?.output.text.replace('thing/a', 'thing/b') ?? '',
      honest?.output.text.replace(/```jwt\n.*\n```/, '') ?? '',
    ])
      await forge(job, pull.headSha, text)
    expect(addresses(await find(await stage.release(merge(pull))))).toEqual(['thing/a'])
  })

  test('one that was recorded after the merge does not count, and the one before it does', async () => {
    const pull = open()
    await preview(pull)
    const sha = merge(pull, { at: new Date().toISOString() })
    await nextSecond()
    await nextSecond()
    await preview(pull, plan('thing/late'))
    expect(addresses(await find(await stage.release(sha)))).toEqual(['thing/a'])
  })
})

/** A check run of a review's name, as every workflow with `checks: write` can make it. */
async function forge(job: StagedJob, headSha: string, text: string, more: object = {}): Promise<void> {
  const { step, target } = plan()
  await fetch(`${stage.github.url}/repos/${REPOSITORY.repository}/check-runs`, {
    method: 'POST',
    headers: { authorization: `Bearer ${job.token}` },
    body: JSON.stringify({
      name: checkNameOf(step, target),
      head_sha: headSha,
      status: 'completed',
      conclusion: 'success',
      output: { title: 't', summary: 's', text },
      ...more,
    }),
  })
}

describe('nothing was reviewed', () => {
  test.each<[string, RegExp, (pull: Pull) => Promise<string>]>([
    ['when no pull request brought the commit', /No merged pull request/, async () => commit()],
    ['when the pull request showed nothing', /showed no plan of deploy/, async (pull) => merge(pull)],
    [
      'when it was pushed to after the preview',
      /showed no plan of deploy/,
      async (pull) => {
        await preview(pull)
        stage.github.push(pull.number, commit())
        return merge(pull)
      },
    ],
    [
      'when another target was shown',
      /showed no plan of deploy/,
      async (pull) => {
        await preview(pull, plan('thing/a', 1, 'onex in another cluster'))
        return merge(pull)
      },
    ],
    [
      'when it was pushed to the branch beside any pull request',
      /No merged pull request/,
      async (pull) => {
        await preview(pull)
        merge(pull)
        return commit()
      },
    ],
    [
      'when the pull request went into another branch',
      /No merged pull request/,
      async (pull) => {
        await preview(pull)
        stage.github.retarget(pull.number, 'feature')
        return merge(pull)
      },
    ],
    [
      'in a merge queue, whose run is of its own branch',
      /No merged pull request/,
      async (pull) => {
        await preview(pull)
        return commit()
      },
    ],
  ])('%s', async (_when, words, prepare) => {
    const failure = await refusal(find(await stage.release(await prepare(open()))))
    expect(failure).toMatchObject({ code: 'NOT_REVIEWED', message: expect.stringMatching(words) })
  })
})

describe('the review is refused', () => {
  const cases: readonly (readonly [string, string, Partial<JobIdentity>])[] = [
    ['that another event has signed', 'REVIEW_EVENT', { event: 'push' }],
    ['that another pull request has signed', 'REVIEW_PULL_REQUEST', { ref: 'refs/pull/99999/merge' }],
    ['that was made for another base', 'REVIEW_BASE', { baseRef: 'feature' }],
    ['that another repository of the same name has signed', 'REVIEW_REPOSITORY', { repositoryId: '654321' }],
    [
      'that the pull request’s own workflow has signed',
      'REVIEW_SIGNER',
      { workflow: PUBLISH.replace('refs/tags/v1', 'refs/pull/1/merge') },
    ],
    [
      'that another workflow has signed',
      'REVIEW_SIGNER',
      { workflow: PUBLISH.replace('publish', 'preview') },
    ],
  ]
  test.each(cases)('%s', async (_what, code, identity) => {
    const pull = open()
    await preview(pull, plan(), identity)
    expect(await refusal(find(await stage.release(merge(pull))))).toMatchObject({ code })
  })

  test('that the caller has signed, unless that is permitted', async () => {
    const pull = open()
    const workflow = `${REPOSITORY.repository}/.github/workflows/ci.yml@refs/pull/${pull.number}/merge`
    await preview(pull, plan(), { workflow })
    const job = await stage.release(merge(pull))
    expect(await refusal(find(job))).toMatchObject({ code: 'REVIEW_SIGNER' })
    expect((await find(job, { signer: 'caller' })).review.pullRequest).toBe(pull.number)
  })

  test('that is none that was made before the merge', async () => {
    const pull = open()
    const sha = merge(pull, { at: new Date(Date.now() - 5_000).toISOString() })
    await preview(pull)
    expect(await refusal(find(await stage.release(sha)))).toMatchObject({ code: 'REVIEW_LATE' })
  })

  test('that says it was there before the merge, and was signed after it', async () => {
    const pull = open()
    const job = await preview(pull)
    const [honest] = stage.github.checkRuns(pull.headSha)
    const other = open(commit())
    stage.github.push(other.number, pull.headSha)
    const sha = merge(pull, { at: new Date(Date.now() - 5_000).toISOString() })
    await forge(job, pull.headSha, honest?.output.text ?? '', { completed_at: '2026-01-01T00:00:00Z' })
    expect(await refusal(find(await stage.release(sha)))).toMatchObject({
      code: 'REVIEW_LATE',
      message: expect.stringContaining('was signed at'),
    })
  })

  test('that was made on another commit, and copied to this one', async () => {
    const pull = open()
    const job = await preview(pull)
    const [honest] = stage.github.checkRuns(pull.headSha)
    const next = commit()
    stage.github.push(pull.number, next)
    await forge(job, next, honest?.output.text ?? '')
    expect(await refusal(find(await stage.release(merge(pull))))).toMatchObject({ code: 'REVIEW_COMMIT' })
  })

  test('that was retargeted after its preview', async () => {
    const pull = open(commit(), 'feature')
    await preview(pull, plan(), { baseRef: 'feature' })
    stage.github.retarget(pull.number, 'main')
    expect(await refusal(find(await stage.release(merge(pull))))).toMatchObject({
      code: 'REVIEW_BASE',
      message: expect.stringContaining('merge into feature, and it was merged into main'),
    })
  })

  test('that a fork has shown, whose job has no ID tokens', async () => {
    const pull = open()
    const { world } = await stage.preview(pull.number, pull.headSha)
    const identity = { ...pushJob(REPOSITORY, { sha: pull.headSha, runId: '77' }), event: 'pull_request' }
    const fork = await stage.job(identity, world.run, 'none')
    await show(fork)
    expect(fork.lines.join('\n')).toContain('has no `id-token: write`')
    expect(await refusal(find(await stage.release(merge(pull))))).toMatchObject({ code: 'REVIEW_UNSIGNED' })
  })

  test('that a run has signed which was deleted since, as something that cannot be told', async () => {
    const pull = open()
    const job = await preview(pull)
    stage.github.deleteRun(job.world.run.id)
    expect(await refusal(find(await stage.release(merge(pull))))).toMatchObject({
      code: 'REVIEW_RUN_GONE',
      message: expect.stringContaining('It cannot be told'),
    })
  })
})

describe('where it cannot be told, the search ends', () => {
  test('at a token that may not read runs, with the permission that it lacks', async () => {
    const pull = open()
    await preview(pull)
    const job = await stage.release(merge(pull))
    const token = stage.github.token({ checks: 'read', contents: 'read', 'pull-requests': 'read' })
    const client = await connectGitHub(token, job.world)
    expect(await refusal(find({ ...job, client }))).toMatchObject({
      code: 'GITHUB_PERMISSION',
      fix: expect.stringContaining('actions: read'),
    })
  })

  test('at a proxy that leads nowhere, or is none', async () => {
    const pull = open()
    await preview(pull)
    const job = await stage.release(merge(pull))
    for (const address of ['http://127.0.0.1:1', 'no proxy at all']) {
      const world = { ...job.world, random: () => 0, env: { HTTPS_PROXY: address } }
      expect(await refusal(find({ ...job, world }))).toMatchObject({
        code: 'REVIEW_KEYS',
        fix: expect.stringContaining('HTTPS_PROXY'),
      })
    }
  })

  test('at somebody who answers in the name of the issuer', async () => {
    const { certificates } = stage
    const tls = { cert: certificates.pem('oidc.crt'), key: certificates.pem('oidc.key') }
    const impostor = await startOidcIssuer(tls, 'https://token.example')
    try {
      const pull = open()
      await preview(pull)
      const job = await stage.release(merge(pull))
      // The job's own tokens name the address at which the impostor listens.
      const idToken = async () => stage.issuer.mint({ iss: impostor.url })
      expect(await refusal(find({ ...job, world: { ...job.world, idToken } }))).toMatchObject({
        code: 'REVIEW_KEYS',
        message: expect.stringContaining('another issuer answers in its place'),
      })
    } finally {
      await impostor.stop()
    }
  })
})

describe('another issuer', () => {
  let other: OidcIssuer
  beforeAll(async () => {
    const { certificates } = stage
    other = await startOidcIssuer({ cert: certificates.pem('oidc.crt'), key: certificates.pem('oidc.key') })
  })
  afterAll(() => other?.stop())

  test('that calls itself by the same name has keys that nobody publishes', async () => {
    const pull = open()
    const job = await stage.preview(pull.number, pull.headSha)
    const idToken = (audience: string) =>
      other.mint({
        ...stage.issuer.claims(
          { ...pushJob(REPOSITORY, { sha: pull.headSha }), event: 'pull_request', workflow: PUBLISH },
          audience,
        ),
      })
    await show({ ...job, world: { ...job.world, idToken } })
    expect(await refusal(find(await stage.release(merge(pull))))).toMatchObject({
      code: 'REVIEW_KEY_UNKNOWN',
    })
  })
})

describe('what the reviewers of an environment saw', () => {
  const dispatched = (sha: string, runId: string) => ({
    ...pushJob(REPOSITORY, { sha, runId }),
    event: 'workflow_dispatch',
  })

  test('is found in the same run, of the same commit', async () => {
    const [sha, runId] = [commit(), '8001']
    await show(await stage.job(dispatched(sha, runId)))
    const found = await find(await stage.job(dispatched(sha, runId)), { inThisRun: true })
    expect(found.shownBy).toBe('run 8001')
    expect(found.review.pullRequest).toBeUndefined()
  })

  test('is none of another run of the same commit', async () => {
    const sha = commit()
    await show(await stage.job(dispatched(sha, '8002')))
    expect(await refusal(find(await stage.job(dispatched(sha, '8003')), { inThisRun: true }))).toMatchObject({
      code: 'REVIEW_OF_ANOTHER_RUN',
    })
  })

  test('is none that a pull request showed', async () => {
    const pull = open()
    await preview(pull)
    expect(
      await refusal(find(await stage.job(dispatched(pull.headSha, '8004')), { inThisRun: true })),
    ).toMatchObject({ code: 'REVIEW_OF_ANOTHER_RUN' })
  })

  test('was not shown: then it says which job shows it', async () => {
    expect(
      await refusal(find(await stage.job(dispatched(commit(), '8005')), { inThisRun: true })),
    ).toMatchObject({
      code: 'NOT_REVIEWED',
      fix: expect.stringContaining('dry-run: true'),
    })
  })
})

describe('two commits of the repository', () => {
  test('stand to each other as the graph says, and what is no known commit cannot be told', async () => {
    const [root, main, side] = [commit(), commit(), commit()]
    stage.github.commit(root, [])
    stage.github.commit(main, [root])
    stage.github.commit(side, [root])
    const { client } = await stage.release(main)
    const standing = standingIn(client)
    expect(await standing(root, main)).toBe('ahead')
    expect(await standing(main, root)).toBe('behind')
    expect(await standing(main, side)).toBe('diverged')
    expect(await standing(main, main)).toBe('identical')
    for (const unknown of [commit(), 'main', 'HEAD', 'mallory:main', '', 'a'.repeat(41)])
      expect(await standing(unknown, main)).toBeUndefined()
  })
})

// The last ones: no review that was signed before counts after them.
test('after the issuer has another key alone, what it signed before cannot be told any more, and a new preview counts', async () => {
  const pull = open()
  await preview(pull)
  await stage.issuer.rotate()
  const sha = merge(pull)
  expect(await refusal(find(await stage.release(sha)))).toMatchObject({
    code: 'REVIEW_KEY_UNKNOWN',
    message: expect.stringContaining('It cannot be told'),
  })
  const next = open()
  await preview(next)
  expect((await find(await stage.release(merge(next)))).review.pullRequest).toBe(next.number)
})

test('a signature is for one review alone: its audience holds the digest', async () => {
  const showing = { repositoryId: '1', commit: commit(), run: '1', salt: '0'.repeat(32) }
  const [one, other] = [await reviewOf(plan(), showing), await reviewOf(plan('thing/b'), showing)]
  expect(audienceOf(one)).toMatch(/^omninode-review:sha256:[0-9a-f]{64}$/)
  expect(audienceOf(one)).not.toBe(audienceOf(other))
})
