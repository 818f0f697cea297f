/** What jobs hand on, what the publisher makes of it, and what is applied after the merge. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { PUBLISH, pushJob, REPOSITORY } from '#sandbox/oidc/identity.ts'
import { Sensitive } from '#toolkit/model/sensitive.ts'
import { Target } from '#toolkit/runtime/test/integration/target.ts'
import { openPublishStage, type PublishStage, targetAt } from '../stage.ts'

let stage: PublishStage
beforeAll(async () => {
  stage = await openPublishStage()
})
afterAll(async () => {
  expect(stage.stage.github.violations).toEqual([])
  await stage.stop()
})

const READS = { contents: 'read', 'pull-requests': 'read' } as const

describe('a plan that is handed on', () => {
  test('is published by another job, signed by it, and applied after the merge', async () => {
    const [one, other] = [targetAt('one'), targetAt('other')]
    const pull = stage.open({ a: 1, b: 2 })
    for (const target of [one, other])
      expect(await stage.plan(pull, target)).toMatchObject({ code: 0, errors: [], warnings: [] })
    expect(stage.stage.github.checkRuns(pull.headSha)).toEqual([])
    expect(stage.stage.github.comments(pull.number)).toEqual([])

    expect(await stage.publish(pull)).toMatchObject({ code: 0, errors: [], warnings: [] })
    expect(stage.signed(pull)).toBe(2)
    expect(stage.stage.github.comments(pull.number)).toHaveLength(1)
    expect(stage.comment(pull)).toContain('numbers one')
    expect(stage.comment(pull)).toContain('numbers other')

    const sha = stage.merge(pull)
    for (const target of [one, other]) {
      const told = await stage.apply(sha, pull.checkout, target)
      expect(told).toMatchObject({ code: 0, errors: [] })
      expect(told.log).toContain(`This is what pull request #${pull.number} showed`)
      expect(target.live).toEqual({ a: 1, b: 2 })
    }
  })

  test('leaves log, summary and outputs of its job as they are', async () => {
    const checkout = { a: 1 }
    const [handed, shown] = [
      await stage.plan(stage.open(checkout), new Target()),
      await stage.plan(stage.open(checkout), new Target(), { inputs: { publish: 'here' } }),
    ]
    expect(handed.outputs['digest']).toBe(shown.outputs['digest'])
    expect(Object.keys(handed.outputs)).toEqual(Object.keys(shown.outputs))
    const commitless = (text: string) => text.replace(/\be[0-9a-f]{6,}\b|[0-9a-f]{7,40}/g, '')
    expect(commitless(handed.summary)).toBe(commitless(shown.summary))
    expect(handed.log).toContain('Handed on to the job that publishes')
  })

  test('with other changes, or values, than are planned after the merge is refused', async () => {
    const pull = stage.open({ a: 1 })
    await stage.plan(pull, targetAt('changed'))
    await stage.publish(pull)
    const target = targetAt('changed')
    const told = await stage.apply(stage.merge(pull), { a: 2 }, target)
    expect(told).toMatchObject({ code: 1, errors: ['REVIEW_DIFFERS'] })
    expect(target.live).toEqual({})
  })

  test('counts its sensitive values by the hashes that it was handed on with', async () => {
    const secret = (value: string) => {
      const target = targetAt('secret')
      target.sensitive = new Sensitive([['a', value]])
      return target
    }
    const pull = stage.open({ a: 1 })
    await stage.plan(pull, secret('correct horse battery staple'))
    await stage.publish(pull)
    expect(stage.reviews(pull)[0]?.changes[0]?.sensitive).toMatch(/^scrypt:/)
    const sha = stage.merge(pull)
    expect(await stage.apply(sha, pull.checkout, secret('another'))).toMatchObject({
      errors: ['REVIEW_DIFFERS'],
    })
    expect(await stage.apply(sha, pull.checkout, secret('correct horse battery staple'))).toMatchObject({
      code: 0,
    })
  })

  test('that failed is told as such, and the job that publishes fails', async () => {
    const pull = stage.open({ a: 1 })
    await stage.plan(pull, targetAt('well'))
    const broken = targetAt('broken')
    broken.unplannable = 'The answer was no. <b>@octocat</b>'
    expect(await stage.plan(pull, broken)).toMatchObject({ code: 1 })
    const told = await stage.publish(pull)
    expect(told).toMatchObject({ code: 1, errors: ['PREVIEW_FAILED'] })
    expect(stage.comment(pull)).toContain('could not be planned')
    expect(stage.comment(pull)).toContain('numbers broken')
    expect(stage.comment(pull)).not.toContain('<b>@octocat')
    expect(stage.signed(pull)).toBe(1)
    const [failed] = stage.stage.github
      .checkRuns(pull.headSha)
      .filter(({ conclusion }) => conclusion === 'failure')
    expect(failed?.name).toContain('numbers broken')
  })

  test('that was cancelled is told as such, and the job that publishes fails', async () => {
    const pull = stage.open({ a: 1 })
    const more = {
      onInterrupt: (cancel: (signal: string) => void) => {
        setImmediate(() => cancel('SIGINT'))
      },
    }
    const slow = targetAt('slow')
    slow.takes = 100
    expect(await stage.plan(pull, slow, { more })).toMatchObject({ code: 1, errors: ['CANCELLED'] })
    expect(await stage.publish(pull)).toMatchObject({ code: 1, errors: ['PREVIEW_FAILED'] })
    expect(stage.comment(pull)).toContain('**cancelled**')
    expect(stage.reviews(pull)).toEqual([])
  })

  test('that could not even be opened is told by what its caller calls it', async () => {
    const pull = stage.open({ a: 1 })
    await stage.plan(pull, targetAt('unopened'), { inputs: { publish: 'hand-on', timeout: 'soon' } })
    expect(await stage.publish(pull)).toMatchObject({ code: 1, errors: ['PREVIEW_FAILED'] })
    expect(stage.comment(pull)).toContain('unopened')
    expect(stage.comment(pull)).toContain('INPUT_INVALID')
  })

  test('with findings of severity error is shown, reviewed and fails', async () => {
    const pull = stage.open({ a: 1 })
    expect(await stage.plan(pull, targetAt('blocked'), { blocked: true })).toMatchObject({ code: 1 })
    expect(await stage.publish(pull)).toMatchObject({ code: 1, errors: ['PREVIEW_FAILED'] })
    expect(stage.comment(pull)).toContain('blocked')
    expect(stage.signed(pull)).toBe(1)
  })

  test('of an earlier attempt counts where the later one says nothing else', async () => {
    const pull = stage.open({ a: 1 })
    const [well, mended] = [targetAt('kept'), targetAt('mended')]
    mended.unplannable = 'Not now.'
    await stage.plan(pull, well)
    await stage.plan(pull, mended)
    expect(await stage.publish(pull)).toMatchObject({ code: 1 })
    mended.unplannable = undefined
    const again = { identity: stage.identityOf(pull, { runAttempt: '2' }) }
    expect(await stage.plan(pull, mended, again)).toMatchObject({ code: 0 })
    const told = await stage.publish(pull, {
      identity: stage.identityOf(pull, { runAttempt: '2', workflow: PUBLISH }),
    })
    expect(told).toMatchObject({ code: 0, errors: [] })
    expect(stage.comment(pull)).not.toContain('could not be planned')
    expect(new Set(stage.reviews(pull).map(({ target }) => target))).toEqual(
      new Set(['numbers kept', 'numbers mended']),
    )
  })

  test('takes the place of what was not to be read in an earlier attempt', async () => {
    const pull = stage.open({ a: 1 })
    await stage.plan(pull, targetAt('after'))
    stage.plant(pull.runId, 'no JSON')
    expect(await stage.publish(pull)).toMatchObject({ code: 1, errors: ['HAND_OVER_INVALID'] })
    expect(stage.comment(pull)).toContain('### Publish: 1 problem')
    const next = { ...pull, runId: stage.runId() }
    await stage.plan(next, targetAt('after'))
    expect(await stage.publish(next)).toMatchObject({ code: 0 })
    expect(stage.comment(pull)).not.toContain('### Publish')
  })
})

describe('the job that publishes', () => {
  test.each([
    ['a fork', false as const],
    ['Dependabot', undefined],
  ])('for %s, whose token can only read, tells it and does not fail of it', async (_who, idToken) => {
    const given = { permissions: READS, ...(idToken === undefined ? {} : { idToken }) }
    const pull = stage.open({ a: 1 })
    await stage.plan(pull, new Target(), given)
    const told = await stage.publish(pull, given)
    expect(told).toMatchObject({ code: 0, errors: [] })
    expect(told.warnings.join('\n')).toMatch(/The check runs with the reviews could not be published\./)
    expect(told.warnings.join('\n')).toMatch(/The comment could not be published\./)
    expect(told.summary).toContain('numbers here')
  })

  test('judges what is in a merge queue, and writes nothing', async () => {
    for (const blocked of [false, true]) {
      const pull = stage.open({ a: 1 })
      const queued = pushJob(REPOSITORY, { sha: pull.headSha, runId: pull.runId })
      const identity = { ...queued, event: 'merge_group', ref: 'refs/heads/gh-readonly-queue/main/pr-1' }
      await stage.plan(pull, new Target(), { identity, blocked })
      const told = await stage.publish(pull, { identity: { ...identity, workflow: PUBLISH } })
      expect(told.code).toBe(blocked ? 1 : 0)
      expect(told.log).toContain('no review of it is made')
      expect(told.summary).toContain('numbers here')
      expect(stage.stage.github.checkRuns(pull.headSha)).toEqual([])
    }
  })

  test('records the reviews with `comment: off` as well', async () => {
    const pull = stage.open({ a: 1 })
    await stage.plan(pull, new Target())
    expect(await stage.publish(pull, { inputs: { comment: 'off' } })).toMatchObject({ code: 0 })
    expect(stage.comment(pull)).toBe('')
    expect(stage.signed(pull)).toBe(1)
  })

  test.each([
    ['pull_request_target', 'EVENT_UNTRUSTED'],
    ['push', 'PUBLISH_EVENT'],
    ['workflow_dispatch', 'PUBLISH_EVENT'],
  ])('refuses the event %s', async (event, code) => {
    const pull = stage.open({ a: 1 })
    const identity = { ...pushJob(REPOSITORY, { sha: pull.headSha, runId: pull.runId }), event }
    expect(await stage.publish(pull, { identity })).toMatchObject({ code: 1, errors: [code] })
    expect(stage.stage.github.checkRuns(pull.headSha)).toEqual([])
  })

  test('that finds nothing handed on says so, and is not green', async () => {
    const pull = stage.open({ a: 1 })
    expect(await stage.publish(pull)).toMatchObject({ code: 1, errors: ['HAND_OVER_NONE'] })
  })

  test('whose event and token are of two pull requests signs nothing', async () => {
    const [pull, another] = [stage.open({ a: 1 }), stage.open({ a: 2 })]
    await stage.plan(pull, new Target())
    const told = await stage.publish(pull, {
      identity: { ...stage.identityOf(another), runId: pull.runId, workflow: PUBLISH },
    })
    expect(told).toMatchObject({ code: 1, errors: ['EVENT_INVALID'] })
    expect(stage.reviews(pull)).toEqual([])
  })

  test('without a service of artifacts says what it lacks', async () => {
    const pull = stage.open({ a: 1 })
    const more = { artifacts: undefined }
    expect(await stage.plan(pull, new Target(), { more })).toMatchObject({ errors: ['HAND_ON_NOWHERE'] })
    expect(await stage.publish(pull, { more })).toMatchObject({ errors: ['HAND_ON_NOWHERE'] })
  })
})

describe('the job that plans', () => {
  test('cannot sign as the workflow that publishes', async () => {
    const pull = stage.open({ a: 1 })
    await stage.plan(pull, targetAt('unsigned'))
    // All that its token may do is what is said of it: it is in another workflow.
    const permissions = { checks: 'write', 'pull-requests': 'write' } as const
    expect(await stage.publish(pull, { identity: stage.identityOf(pull), permissions })).toMatchObject({
      code: 0,
    })
    const target = targetAt('unsigned')
    const told = await stage.apply(stage.merge(pull), pull.checkout, target)
    expect(told).toMatchObject({ code: 1, errors: ['REVIEW_SIGNER'] })
    expect(target.live).toEqual({})
  })

  test('cannot write a check run or a comment', async () => {
    const pull = stage.open({ a: 1 })
    const told = await stage.plan(pull, new Target(), { inputs: { publish: 'here' } })
    expect(told.warnings.join('\n')).toMatch(/The check run with the review could not be published\./)
    expect(stage.stage.github.checkRuns(pull.headSha)).toEqual([])
    expect(stage.comment(pull)).toBe('')
  })

  test('hands on nothing that masking would change where it counts, and says which', async () => {
    for (const [what, change] of [
      ['a value of a change', { after: 'token-5f3a9c1e7b' }],
      ['the address of a change', { address: 'token-5f3a9c1e7b' }],
      ['a value of a change', { kind: 'token-5f3a9c1e7b' }],
    ] as const) {
      const pull = stage.open({})
      const target = targetAt('masked')
      target.more = [{ action: 'create', address: 'a', kind: 'number', after: 1, ...change }]
      const inputs = { publish: 'hand-on', 'github-token': 'token-5f3a9c1e7b' }
      const told = await stage.plan(pull, target, { inputs })
      expect(told).toMatchObject({ code: 1, errors: ['REVIEW_HOLDS_SECRET'] })
      expect(told.log).toContain(what)
      expect(await stage.publish(pull)).toMatchObject({ code: 1, errors: ['PREVIEW_FAILED'] })
      expect(stage.comment(pull)).not.toContain('5f3a9c1e7b')
    }
  })

  test('hands on no secret, wherever it stands', async () => {
    const secret = 'token-5f3a9c1e7b'
    const pull = stage.open({})
    const target = targetAt('planted')
    target.more = [{ action: 'create', address: 'a', kind: 'number', note: `with ${secret}` }]
    target.told = secret
    const given = { more: { childEnvironment: { API_TOKEN: secret } } }
    expect(await stage.plan(pull, target, { ...given, blocked: true })).toMatchObject({ code: 1 })
    target.unplannable = `It said ${secret}.`
    await stage.plan(stage.open({}), target, given)
    const all = JSON.stringify(stage.handedOn())
    expect(all).toContain('with ***')
    expect(all).toContain('It said ***')
    expect(all).not.toContain('5f3a9c1e7b')
  })

  test('does not hand on what the reviewers of an environment approve', async () => {
    const told = await stage.plan(stage.open({ a: 1 }), new Target(), {
      command: 'rollback',
      inputs: { 'dry-run': 'true', publish: 'hand-on' },
    })
    expect(told).toMatchObject({ code: 1, errors: ['HAND_ON_APPROVAL'] })
  })
})
