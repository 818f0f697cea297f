import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Permissions } from '#sandbox/github/tokens.ts'
import { type JobIdentity, PUBLISH, pullRequestJob, pushJob, REPOSITORY } from '#sandbox/oidc/identity.ts'
import { openStage, type Stage } from '../../../review/test/stage.ts'
import { type JobRun, playJob, type Told } from './job.ts'
import { type Numbers, stepTo, Target } from './target.ts'

let stage: Stage
let temp: string
let target: Target

beforeAll(async () => {
  stage = await openStage()
  temp = mkdtempSync(join(tmpdir(), 'omninode-runtime-'))
  for (const name of ['prod', 'unguarded']) stage.github.addEnvironment({ name, reviewers: name === 'prod' })
})
afterAll(async () => {
  expect(stage.github.violations).toEqual([])
  await stage.stop()
  rmSync(temp, { recursive: true, force: true })
})
beforeEach(() => {
  target = new Target()
})

const READS: Permissions = { actions: 'read', checks: 'read', contents: 'read', 'pull-requests': 'read' }
const SHOWS: Permissions = { ...READS, checks: 'write', 'pull-requests': 'write' }

let counter = 0
const commit = () => (++counter).toString(16).padStart(40, 'e')
const runId = () => String(50_000 + ++counter)

interface Run extends Omit<JobRun, 'permissions'> {
  readonly checkout?: Numbers
  readonly permissions?: Permissions
  readonly blocked?: boolean
}

/** Runs the step as a job does. */
async function play({ checkout = {}, blocked = false, permissions = READS, ...run }: Run): Promise<Told> {
  return playJob(stage, temp, stepTo(target, checkout, blocked), { ...run, permissions })
}

interface Pull {
  readonly number: number
  readonly headSha: string
  readonly checkout: Numbers
}

function open(checkout: Numbers): Pull {
  const pull = { number: ++counter, headSha: commit(), checkout }
  stage.github.openPullRequest({ ...pull, baseSha: commit(), title: 'Change', files: [] })
  return pull
}

function preview({ number, headSha, checkout }: Pull, more: Partial<Run> = {}): Promise<Told> {
  const identity = {
    ...pullRequestJob(REPOSITORY, { number, sha: headSha, runId: runId() }),
    workflow: PUBLISH,
  }
  const pullRequest = { number, headSha, baseSha: 'b'.repeat(40) }
  return play({
    identity,
    pullRequest,
    command: 'plan',
    checkout,
    permissions: SHOWS,
    inputs: { comment: 'off' },
    ...more,
  })
}

let head = commit()

/** A merge onto the default branch: its commit, and what a checkout of it holds. */
function merge({ number, checkout }: Pull, onto?: string): Merged {
  const sha = commit()
  stage.github.commit(onto ?? head, onto === undefined && head !== first ? [previous] : [])
  stage.github.commit(sha, [onto ?? head])
  if (onto === undefined) [previous, head] = [head, sha]
  stage.github.merge(number, sha, { at: new Date(Date.now() + 2_000).toISOString() })
  return { sha, checkout }
}
const first = head
let previous = head

interface Merged {
  readonly sha: string
  readonly checkout: Numbers
}

function release({ sha, checkout }: Merged, more: Partial<Run> = {}): Promise<Told> {
  const identity = pushJob(REPOSITORY, { sha, runId: runId() })
  return play({ identity, command: 'apply', checkout, ...more })
}

/** Previews, merges and releases. */
async function ship(checkout: Numbers): Promise<Merged> {
  const pull = open(checkout)
  expect(await preview(pull)).toMatchObject({ code: 0 })
  const merged = merge(pull)
  expect(await release(merged)).toMatchObject({ code: 0, errors: [] })
  return merged
}

describe('a preview', () => {
  test('is recorded, signed, and told in the comment', async () => {
    const pull = open({ a: 1 })
    expect(await preview(pull, { inputs: {} })).toMatchObject({ code: 0, warnings: [] })
    expect(stage.github.checkRuns(pull.headSha)).toHaveLength(1)
    expect(stage.github.checkRuns(pull.headSha)[0]?.output.text).toContain('Signed by GitHub')
    expect(stage.github.comments(pull.number)).toHaveLength(1)
  })

  test('is recorded with `comment: off` as well, so that it can be applied', async () => {
    const pull = open({ a: 1 })
    await preview(pull, { inputs: { comment: 'off' } })
    expect(stage.github.comments(pull.number)).toEqual([])
    expect(await release(merge(pull))).toMatchObject({ code: 0 })
    expect(target.live).toEqual({ a: 1 })
  })

  test.each([
    ['a fork', { idToken: false as const }],
    ['Dependabot', {}],
  ])(
    'of %s, whose token can only read, tells what could not be published and does not fail of it',
    async (_who, more) => {
      const pull = open({ a: 1 })
      const told = await preview(pull, { permissions: READS, inputs: {}, ...more })
      expect(told).toMatchObject({ code: 0, errors: [] })
      expect(told.warnings.join('\n')).toMatch(/The check run with the review could not be published\./)
      expect(told.warnings.join('\n')).toMatch(/The comment could not be published\./)
      expect(told.summary).toContain('1 to create')
      expect(stage.github.checkRuns(pull.headSha)).toEqual([])
    },
  )

  test('of a fork is judged by what was found all the same', async () => {
    const told = await preview(open({ a: 1 }), { permissions: READS, idToken: false, blocked: true })
    expect(told).toMatchObject({ code: 1, errors: expect.arrayContaining(['FINDINGS']) })
  })

  test('in a merge queue tells its verdict and records nothing', async () => {
    for (const [command, dry] of [
      ['plan', 'false'],
      ['rollback', 'true'],
    ] as const) {
      const sha = commit()
      const pushed = pushJob(REPOSITORY, { sha, runId: runId() })
      const identity = { ...pushed, event: 'merge_group', ref: 'refs/heads/gh-readonly-queue/main/pr-1' }
      const checkout = { a: 1 }
      const run = { identity, command, checkout, permissions: SHOWS, inputs: { 'dry-run': dry } }
      expect(await play({ ...run })).toMatchObject({ code: 0 })
      expect(await play({ ...run, blocked: true })).toMatchObject({ code: 1 })
      expect(stage.github.checkRuns(sha)).toEqual([])
    }
  })

  test('by a dry run of what acts is no review', async () => {
    const pull = open({ a: 1 })
    await preview(pull, { command: 'apply', inputs: { 'dry-run': 'true' } })
    expect(stage.github.checkRuns(pull.headSha)).toEqual([])
  })
})

describe('an apply', () => {
  test('of what was shown is made, and the target remembers its commit and run', async () => {
    const pull = open({ a: 1, b: 2 })
    await preview(pull)
    const merged = merge(pull)
    const told = await release(merged)
    expect(told).toMatchObject({ code: 0, errors: [] })
    expect(told.log).toContain(`This is what pull request #${pull.number} showed`)
    expect(target.live).toEqual({ a: 1, b: 2 })
    expect(target.remembered).toMatchObject({ commit: merged.sha, run: expect.stringMatching(/^\d+$/) })
  })

  test('of something else is refused, and shown beside what was reviewed', async () => {
    const pull = open({ a: 1 })
    await preview(pull)
    const told = await release({ ...merge(pull), checkout: { a: 2 } })
    expect(told).toMatchObject({ code: 1, errors: ['REVIEW_DIFFERS'] })
    expect(told.summary).toContain(`This is not what pull request #${pull.number} showed`)
    expect(target.live).toEqual({})
    expect(target.remembered).toBeUndefined()
  })

  test('onto another place of the same name is refused', async () => {
    const pull = open({ a: 1 })
    await preview(pull)
    const merged = merge(pull)
    target.place = 'elsewhere'
    expect(await release(merged)).toMatchObject({ code: 1, errors: ['NOT_REVIEWED'] })
    expect(target.live).toEqual({})
  })

  test('that would change nothing needs no review', async () => {
    target.live = { a: 1 }
    expect(await release({ sha: commit(), checkout: { a: 1 } })).toMatchObject({
      code: 0,
      errors: [],
      warnings: [],
    })
  })

  const refusals: readonly (readonly [string, RegExp, () => Promise<Merged>, Partial<Run>])[] = [
    ['no pull request', /No merged pull request/, async () => ({ sha: commit(), checkout: { a: 1 } }), {}],
    ['no preview', /showed no plan of deploy/, async () => merge(open({ a: 1 })), {}],
    [
      'another plan',
      /What would be applied is not what/,
      async () => {
        const pull = open({ a: 1 })
        await preview(pull)
        return { ...merge(pull), checkout: { a: 2 } }
      },
      {},
    ],
    [
      'a preview that nobody has signed',
      /The review is not signed/,
      async () => {
        const pull = open({ a: 1 })
        await preview(pull, { idToken: false })
        return merge(pull)
      },
      {},
    ],
    [
      'no way to the keys',
      /gave no keys|may not request an OIDC token/,
      async () => {
        const pull = open({ a: 1 })
        await preview(pull)
        return merge(pull)
      },
      { idToken: false },
    ],
    [
      'a token that may not look',
      /GitHub refused GET/,
      async () => {
        const pull = open({ a: 1 })
        await preview(pull)
        return merge(pull)
      },
      { permissions: { contents: 'read' } },
    ],
    [
      'an older release',
      /is older/,
      async () => {
        const pull = open({ a: 1 })
        await preview(pull)
        const merged = merge(pull)
        await ship({ a: 5 })
        await ship({})
        return merged
      },
      {},
    ],
  ]
  test.each(refusals)('with %s is refused under `required`', async (_what, words, prepare, more) => {
    const merged = await prepare()
    const told = await release(merged, more)
    expect(told.code).toBe(1)
    expect(told.log + told.summary).toMatch(words)
    expect(target.live).toEqual({})
  })
  test.each(refusals)('with %s is told and made under `warn`', async (_what, words, prepare, more) => {
    const merged = await prepare()
    const told = await release(merged, { ...more, inputs: { reviewed: 'warn' } })
    expect(told).toMatchObject({ code: 0, errors: [] })
    expect(told.warnings.join('\n')).toMatch(words)
    expect(target.live).toEqual(merged.checkout)
  })

  test('plans with what was shown, and with no word of what nobody vouches for', async () => {
    const pull = open({ a: 1 })
    await preview(pull)
    await release(merge(pull))
    expect(target.shown).toMatchObject({ commit: pull.headSha, changes: [{ address: 'a' }] })
    const unsigned = open({ a: 2 })
    await preview(unsigned, { idToken: false })
    expect(stage.github.checkRuns(unsigned.headSha)).toHaveLength(1)
    await release(merge(unsigned), { inputs: { reviewed: 'warn' } })
    expect([target.live, target.shown]).toEqual([{ a: 2 }, undefined])
  })

  test('onto a place that cannot be told is told and goes on under `warn`, and ends before its plan under `required`', async () => {
    target.place = 'nowhere'
    const merged = { sha: commit(), checkout: { a: 1 } }
    expect(await release(merged)).toMatchObject({ code: 1, errors: ['NO_PLACE'] })
    const told = await release(merged, { inputs: { reviewed: 'warn' } })
    expect(told.code).toBe(0)
    expect(told.warnings.join()).toContain('Nowhere.')
  })
})

describe('a way on', () => {
  test('after a fork’s merge is the next pull request, also one that changes no file', async () => {
    const fork = open({ a: 1 })
    await preview(fork, { permissions: READS, idToken: false })
    expect(await release(merge(fork))).toMatchObject({ code: 1, errors: ['NOT_REVIEWED'] })
    await ship({ a: 1 })
    expect(target.live).toEqual({ a: 1 })
  })

  test('after drift is the next pull request', async () => {
    await ship({ a: 1 })
    const pull = open({ a: 2 })
    await preview(pull)
    target.live = { a: 1, byHand: 3 }
    const merged = merge(pull)
    expect(await release(merged)).toMatchObject({ code: 1, errors: ['REVIEW_DIFFERS'] })
    target.live = { a: 1, byHand: 3 }
    await ship({ a: 2 })
    expect(target.live).toEqual({ a: 2 })
  })

  test('after two merges at once is the next pull request, for the one whose preview did not know of the other', async () => {
    await ship({ a: 1 })
    const [one, two] = [open({ a: 1, b: 1 }), open({ a: 1, c: 1 })]
    await preview(one)
    await preview(two)
    const [first, second] = [merge(one), { ...merge(two), checkout: { a: 1, b: 1, c: 1 } }]
    expect(await release(first)).toMatchObject({ code: 0 })
    expect(await release(second)).toMatchObject({ code: 1, errors: ['REVIEW_DIFFERS'] })
    await ship({ a: 1, b: 1, c: 1 })
    expect(target.live).toEqual({ a: 1, b: 1, c: 1 })
  })

  test('after a batch of three, of which only the last has a run, is the next pull request', async () => {
    await ship({ a: 1 })
    const pulls = [open({ a: 1, b: 1 }), open({ a: 1, c: 1 }), open({ a: 1, d: 1 })]
    for (const pull of pulls) await preview(pull)
    const last = pulls.map((pull) => merge(pull)).at(-1) as Merged // there are three
    const all = { a: 1, b: 1, c: 1, d: 1 }
    expect(await release({ ...last, checkout: all })).toMatchObject({ code: 1, errors: ['REVIEW_DIFFERS'] })
    expect(target.live).toEqual({ a: 1 })
    await ship(all)
    expect(target.live).toEqual(all)
  })

  test('after a revert is forwards: what was reverted cannot be put back by its old run', async () => {
    await ship({ a: 1 })
    const change = await ship({ a: 2 })
    await ship({ a: 1 })
    expect(await release(change)).toMatchObject({ code: 1, errors: ['RELEASE_OLDER'] })
    expect(target.live).toEqual({ a: 1 })
    await ship({ a: 2 })
    expect(target.live).toEqual({ a: 2 })
  })

  test('after a release that was cut off is the same run again, which does the rest', async () => {
    const pull = open({ a: 1, b: 2, c: 3 })
    await preview(pull)
    const merged = merge(pull)
    const identity = pushJob(REPOSITORY, { sha: merged.sha, runId: runId() })
    target.patience = 1
    expect(await release(merged, { identity })).toMatchObject({ code: 1, errors: ['CUT_OFF'] })
    target.patience = Number.POSITIVE_INFINITY
    const told = await release(merged, { identity: { ...identity, runAttempt: '2' } })
    expect(told).toMatchObject({ code: 0, errors: [] })
    expect(told.log).toContain('is already done; the rest of it is applied now')
    expect(target.live).toEqual({ a: 1, b: 2, c: 3 })
  })

  test('from a hotfix on another line is a pull request that names what it replaces', async () => {
    await ship({ a: 1 })
    const base = head
    await ship({ a: 2 })
    const before = target.remembered
    const hotfix = open({ a: 2, fix: 1 })
    target.remembered = { commit: base, run: '1' }
    await preview(hotfix)
    target.remembered = before
    const aside = merge(hotfix, base)
    expect(await release(aside)).toMatchObject({ code: 1, errors: ['RELEASE_ASIDE'] })
    const shown = open({ a: 2, fix: 1 })
    await preview(shown)
    expect(await release(merge(shown, base))).toMatchObject({ code: 0, errors: [] })
    expect(target.live).toEqual({ a: 2, fix: 1 })
  })
})

describe('what no pull request shows', () => {
  const dispatched = (sha: string, id: string, environment?: string): JobIdentity => ({
    ...pushJob(REPOSITORY, { sha, runId: id, ...(environment === undefined ? {} : { environment }) }),
    event: 'workflow_dispatch',
  })
  const rollback = (identity: JobIdentity, more: Partial<Run> = {}) =>
    play({ identity, command: 'rollback', permissions: SHOWS, ...more })
  const dry = { inputs: { 'dry-run': 'true' } }

  test('is shown by a dry run, approved by an environment’s reviewers, and made in the same run, once', async () => {
    const { sha } = await ship({ a: 1 })
    const id = runId()
    expect(await rollback(dispatched(sha, id), dry)).toMatchObject({ code: 0, warnings: [] })
    expect(target.live).toEqual({ a: 1 })
    const told = await rollback(dispatched(sha, id, 'prod'))
    expect(told).toMatchObject({ code: 0, errors: [] })
    expect(told.log).toContain(`This is what run ${id} showed`)
    expect(target.live).toEqual({})
    expect(target.remembered).toEqual({ commit: sha, run: `rollback ${id}` })
    // A second time: the target was released meanwhile, back to what the plan was approved for.
    await ship({ a: 1 })
    expect(await rollback(dispatched(sha, id, 'prod'))).toMatchObject({ code: 1, errors: ['REVIEW_USED'] })
    expect(target.live).toEqual({ a: 1 })
  })

  test('sets a release back that was on its way, until a pull request says that it knows', async () => {
    const { sha } = await ship({ a: 1 })
    const late = open({ a: 1, b: 1 })
    await preview(late)
    const id = runId()
    await rollback(dispatched(sha, id), dry)
    await rollback(dispatched(sha, id, 'prod'))
    target.live = { a: 1 }
    expect(await release(merge(late))).toMatchObject({ code: 1, errors: ['RELEASE_SET_BACK'] })
    await ship({ a: 1, b: 1 })
    expect(target.live).toEqual({ a: 1, b: 1 })
  })

  test.each<[string, string, (sha: string, id: string) => Promise<unknown>, string | undefined]>([
    ['without a dry run', 'NOT_REVIEWED', async () => undefined, 'prod'],
    [
      'after a dry run of another run',
      'REVIEW_OF_ANOTHER_RUN',
      (sha) => rollback(dispatched(sha, runId()), dry),
      'prod',
    ],
    ['in no environment', 'UNAPPROVED', (sha, id) => rollback(dispatched(sha, id), dry), undefined],
    [
      'in an environment without reviewers',
      'UNAPPROVED',
      (sha, id) => rollback(dispatched(sha, id), dry),
      'unguarded',
    ],
    [
      'in an environment that is not there',
      'UNAPPROVED',
      (sha, id) => rollback(dispatched(sha, id), dry),
      'elsewhere',
    ],
  ])('is refused %s', async (_what, code, prepare, environment) => {
    const { sha } = await ship({ a: 1 })
    const id = runId()
    await prepare(sha, id)
    const told = await rollback(dispatched(sha, id, environment))
    expect(told).toMatchObject({ code: 1, errors: [code] })
    expect(target.live).toEqual({ a: 1 })
  })

  test('is made under `warn`, and what is missing is told', async () => {
    const { sha } = await ship({ a: 1 })
    const told = await rollback(dispatched(sha, runId()), { inputs: { reviewed: 'warn' } })
    expect(told).toMatchObject({ code: 0, errors: [] })
    expect(told.warnings.join('\n')).toMatch(/This job runs in no environment\..*\n.*No job of run/)
    expect(target.live).toEqual({})
  })

  test('is refused when something else would be made than was shown', async () => {
    const { sha } = await ship({ a: 1 })
    const id = runId()
    await rollback(dispatched(sha, id), dry)
    target.live = { a: 1, b: 1 }
    expect(await rollback(dispatched(sha, id, 'prod'))).toMatchObject({ code: 1, errors: ['REVIEW_DIFFERS'] })
    expect(target.live).toEqual({ a: 1, b: 1 })
  })
})

// The last one: no review that was signed before counts after it.
test('after a lost key the next pull request is the way on', async () => {
  const pull = open({ a: 1 })
  await preview(pull)
  const merged = merge(pull)
  await stage.issuer.rotate()
  expect(await release(merged)).toMatchObject({ code: 1, errors: ['REVIEW_KEY_UNKNOWN'] })
  await ship({ a: 1 })
  expect(target.live).toEqual({ a: 1 })
})
