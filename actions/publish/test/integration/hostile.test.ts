/**
 * What somebody could hand on who runs in a job of the pull request. None of it makes this job sign something else than it
 * shows, and none hides what honest jobs have handed on.
 */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { strToU8, zipSync } from 'fflate'
import { PUBLISH } from '#sandbox/oidc/identity.ts'
import { inTurn } from '#test/in-turn.ts'
import { type Change, changeDigest } from '#toolkit/model/change.ts'
import { HAND_OVER_FILE } from '#toolkit/review/hand-over.ts'
import type { Told } from '#toolkit/runtime/test/integration/job.ts'
import { openPublishStage, type PublishStage, type Pull, targetAt, type Written, zipped } from '../stage.ts'

let stage: PublishStage
beforeAll(async () => {
  stage = await openPublishStage()
})
afterAll(async () => {
  expect(stage.stage.github.violations).toEqual([])
  await stage.stop()
})

const HONEST = 'numbers honest'

/** A pull request with one honest plan, and what its job has handed on as that of another target. */
async function prepare(): Promise<{ readonly pull: Pull; readonly base: Written; readonly plan: Written }> {
  const pull = stage.open({ a: 1 })
  await stage.plan(pull, targetAt('honest'))
  const honest = stage.handedOn(pull).at(-1) as Written // it was just handed on
  const plan = { ...(honest['plan'] as Written), target: 'numbers prod', where: { place: 'prod' } }
  return { pull, plan, base: { ...honest, plan, asked: { words: 'prod', hash: 'f'.repeat(12) } } }
}

function publish(pull: Pull): Promise<Told> {
  const identity = stage.identityOf(pull, { workflow: PUBLISH })
  return stage.publish(pull, { identity, inputs: { comment: 'auto' } })
}

/** What is signed is of this run, and each change in it is one that is shown. */
function expectHonest(pull: Pull, shown: Readonly<Record<string, readonly Change[]>>): void {
  const reviews = stage.reviews(pull)
  for (const review of reviews) {
    expect(review).toMatchObject({ commit: pull.headSha, pullRequest: pull.number, run: pull.runId })
    const changes = shown[review.target]
    expect(changes).toBeDefined()
    expect(review.changes.map(({ digest }) => digest)).toEqual(changes?.map(changeDigest))
    expect(stage.comment(pull)).toContain(review.target)
  }
  expect(reviews.map(({ target }) => target).sort()).toEqual(Object.keys(shown).sort())
}

const one: Change = { action: 'create', address: 'a', kind: 'number', after: 1 }

/** Which files are in an archive, before one of its bytes is another. */
function edited(zip: Buffer, at: number, byte: number): Buffer {
  const copy = Buffer.from(zip)
  copy[at < 0 ? copy.length + at : at] = byte
  return copy
}

type Case = readonly [string, string, (prepared: Awaited<ReturnType<typeof prepare>>) => void]

const withBase = (change: (base: Written) => unknown) => (prepared: Awaited<ReturnType<typeof prepare>>) =>
  stage.plant(prepared.pull.runId, change(prepared.base))
const withPlan = (change: (plan: Written) => Written) =>
  withBase((base) => ({ ...base, plan: change(base['plan'] as Written) }))
const withText = (change: (text: string) => string) => withBase((base) => change(JSON.stringify(base)))
const withZip =
  (change: (text: string) => Buffer, listed: Readonly<Record<string, string>> = {}) =>
  ({ pull, base }: Awaited<ReturnType<typeof prepare>>) =>
    stage.plantZip(pull.runId, change(JSON.stringify(base)), listed)

function several(files: Readonly<Record<string, string>>, options: object = {}): Buffer {
  const bytes = Object.entries(files).map(([name, text]) => [name, [strToU8(text), options]])
  return Buffer.from(zipSync(Object.fromEntries(bytes)))
}

const refused: readonly Case[] = [
  ['of another commit', 'HAND_OVER_ELSEWHERE', withBase((base) => ({ ...base, commit: 'a'.repeat(40) }))],
  ['of another pull request', 'HAND_OVER_ELSEWHERE', withBase((base) => ({ ...base, pullRequest: 1 }))],
  ['of no pull request', 'HAND_OVER_ELSEWHERE', withBase(({ pullRequest: _, ...base }) => base)],
  ['of another repository', 'HAND_OVER_ELSEWHERE', withBase((base) => ({ ...base, repositoryId: '666' }))],
  ['of another run', 'HAND_OVER_ELSEWHERE', withBase((base) => ({ ...base, run: '1' }))],
  ['of an attempt to come', 'HAND_OVER_ELSEWHERE', withBase((base) => ({ ...base, attempt: 99 }))],
  ['of an attempt before the first', 'HAND_OVER_INVALID', withBase((base) => ({ ...base, attempt: 0 }))],
  ['of an unknown version', 'HAND_OVER_VERSION', withBase((base) => ({ ...base, version: 1 }))],
  ['of a version that is a text', 'HAND_OVER_VERSION', withBase((base) => ({ ...base, version: '1' }))],
  ['of no version', 'HAND_OVER_VERSION', withBase(({ version: _, ...base }) => base)],
  ['of a step that there is not', 'HAND_OVER_INVALID', withBase((base) => ({ ...base, step: 'publish' }))],
  ['of an inherited step', 'HAND_OVER_INVALID', withBase((base) => ({ ...base, step: 'constructor' }))],
  ['with a member of its own', 'HAND_OVER_INVALID', withBase((base) => ({ ...base, digest: 'sha256:0' }))],
  [
    'with a digest of its plan',
    'HAND_OVER_INVALID',
    withPlan((plan) => ({ ...plan, digest: `sha256:${'0'.repeat(64)}` })),
  ],
  [
    'with a member of its own in a change',
    'HAND_OVER_INVALID',
    withPlan((plan) => ({ ...plan, changes: [{ ...one, shown: false }] })),
  ],
  [
    'with __proto__',
    'HAND_OVER_INVALID',
    withText((text) => text.replace('{', '{"__proto__":{"version":1},')),
  ],
  [
    'with __proto__ deep within',
    'HAND_OVER_INVALID',
    withText((text) => text.replace('"where":{', '"where":{"__proto__":{"place":"x"},')),
  ],
  [
    'with a spelt-out __proto__',
    'HAND_OVER_INVALID',
    withText((text) => text.replace('"where":{', '"where":{"\\u005f_proto__":{},')),
  ],
  ['that is no JSON', 'HAND_OVER_INVALID', withText(() => 'plan: yes')],
  ['that is cut off', 'HAND_OVER_INVALID', withText((text) => text.slice(0, -40))],
  ['that is empty', 'HAND_OVER_INVALID', withText(() => '')],
  ['that is null', 'HAND_OVER_VERSION', withText(() => 'null')],
  ['that is a list', 'HAND_OVER_VERSION', withText(() => '[]')],
  ['nested without end', 'HAND_OVER_INVALID', withText(() => '['.repeat(1_000_000))],
  [
    'with a number that is none',
    'HAND_OVER_INVALID',
    withText((text) => text.replace('"after":1', '"after":1e999')),
  ],
  [
    'with half a character',
    'HAND_OVER_INVALID',
    ({ pull, base }) => {
      const bytes = Buffer.from(JSON.stringify(base))
      stage.plantZip(pull.runId, Buffer.from(zipSync({ [HAND_OVER_FILE]: edited(bytes, 12, 0xff) })))
    },
  ],
  [
    'with a plan and reasons why there is none',
    'HAND_OVER_INVALID',
    withBase((base) => ({ ...base, failures: [{ code: 'NO', what: 'No.' }] })),
  ],
  ['with neither', 'HAND_OVER_INVALID', withBase(({ plan: _, ...base }) => base)],
  ['with two targets', 'HAND_OVER_INVALID', withBase((base) => ({ ...base, target: 'numbers dev' }))],
  [
    'with two changes of one address',
    'HAND_OVER_INVALID',
    withPlan((plan) => ({ ...plan, changes: [one, one] })),
  ],
  [
    'with the hash of what it does not change',
    'HAND_OVER_INVALID',
    withPlan((plan) => ({ ...plan, sensitive: { z: `scrypt:${'0'.repeat(64)}` } })),
  ],
  [
    'with a hash that is none',
    'HAND_OVER_INVALID',
    withPlan((plan) => ({ ...plan, sensitive: { a: 'hunter2' } })),
  ],
  ['without a salt', 'HAND_OVER_INVALID', withPlan(({ salt: _, ...plan }) => plan)],
  [
    'of years ago',
    'HAND_OVER_INVALID',
    withPlan((plan) => ({ ...plan, createdAt: '2001-01-01T00:00:00.000Z' })),
  ],
  [
    'of a day to come',
    'HAND_OVER_INVALID',
    withPlan((plan) => ({ ...plan, createdAt: '2101-01-01T00:00:00.000Z' })),
  ],
  ['of no day', 'HAND_OVER_INVALID', withPlan((plan) => ({ ...plan, createdAt: 'today' }))],
  [
    'with a target of two lines',
    'HAND_OVER_INVALID',
    withPlan((plan) => ({ ...plan, target: 'numbers prod\n| ✅ |' })),
  ],
  [
    'with a target that reads backwards',
    'HAND_OVER_INVALID',
    withPlan((plan) => ({ ...plan, target: 'numbers \u202edorp' })),
  ],
  [
    'with a target that hides a character',
    'HAND_OVER_INVALID',
    withPlan((plan) => ({ ...plan, target: 'numbers pr\u200bod' })),
  ],
  ['with an empty target', 'HAND_OVER_INVALID', withPlan((plan) => ({ ...plan, target: '' }))],
  [
    'with a target without end',
    'HAND_OVER_INVALID',
    withPlan((plan) => ({ ...plan, target: 'x'.repeat(20_000) })),
  ],
  [
    'with a name of two lines',
    'HAND_OVER_INVALID',
    withPlan((plan) => ({ ...plan, name: 'prod\n# Approved' })),
  ],
  [
    'with the target of the honest one in other letters',
    'HAND_OVER_IMITATES',
    withPlan((plan) => ({ ...plan, target: 'numbers hоnest' })),
  ],
  [
    'with the name of the honest target',
    'HAND_OVER_IMITATES',
    withPlan((plan) => ({ ...plan, name: 'Numbers  honest' })),
  ],
  [
    'with a reason that has no code',
    'HAND_OVER_INVALID',
    withBase(({ plan: _, ...base }) => ({ ...base, failures: [{ code: '](x)', what: 'No.' }] })),
  ],
  ['in no archive', 'HAND_OVER_INVALID', withZip((text) => Buffer.from(text))],
  ['in an empty archive', 'HAND_OVER_INVALID', withZip(() => Buffer.alloc(0))],
  ['in an archive that is cut off', 'HAND_OVER_INVALID', withZip((text) => zipped(text).subarray(0, -30))],
  ['in an archive without its beginning', 'HAND_OVER_INVALID', withZip((text) => zipped(text).subarray(10))],
  [
    'in an archive behind something else',
    'HAND_OVER_INVALID',
    withZip((text) => Buffer.concat([Buffer.from('MZ'), zipped(text)])),
  ],
  [
    'in an archive before something else',
    'HAND_OVER_INVALID',
    withZip((text) => Buffer.concat([zipped(text), Buffer.from('more')])),
  ],
  [
    'in an archive with another file',
    'HAND_OVER_INVALID',
    withZip((text) => several({ [HAND_OVER_FILE]: text, more: '' })),
  ],
  [
    'in a file that leads elsewhere',
    'HAND_OVER_INVALID',
    withZip((text) => zipped(text, `../../${HAND_OVER_FILE}`)),
  ],
  ['in a file of another name', 'HAND_OVER_INVALID', withZip((text) => zipped(text, 'plan.json'))],
  [
    'in a link',
    'HAND_OVER_INVALID',
    withZip(() => several({ [HAND_OVER_FILE]: '/etc/passwd' }, { os: 3, attrs: 0o120777 << 16 })),
  ],
  [
    'in an archive that says less than it holds',
    'HAND_OVER_INVALID',
    withZip((text) => {
      const zip = zipped(text)
      const central = zip.readUInt32LE(zip.length - 6)
      for (const at of [22, central + 24]) zip.writeUInt32LE(10, at)
      return zip
    }),
  ],
  [
    'in an encrypted archive',
    'HAND_OVER_INVALID',
    withZip((text) => {
      const zip = zipped(text)
      const central = zip.readUInt32LE(zip.length - 6)
      for (const at of [6, central + 8]) zip[at] = 1
      return zip
    }),
  ],
  ['in a bomb', 'HAND_OVER_INVALID', withZip(() => zipped('0'.repeat(200 * 2 ** 20)))],
  [
    'in a bomb that says it is small',
    'HAND_OVER_INVALID',
    withZip(() => {
      const zip = zipped('0'.repeat(100 * 2 ** 20))
      const central = zip.readUInt32LE(zip.length - 6)
      for (const at of [22, central + 24]) zip.writeUInt32LE(1_000, at)
      return zip
    }),
  ],
  ['of 200 MB', 'HAND_OVER_INVALID', withZip(() => Buffer.alloc(200_000_000))],
  [
    'of 200 MB, listed as small',
    'HAND_OVER_INVALID',
    withZip(() => Buffer.alloc(200_000_000), { size: '100' }),
  ],
  [
    'of other bytes than were kept',
    'HAND_OVER_INVALID',
    withZip((text) => zipped(text), { digest: `sha256:${'0'.repeat(64)}` }),
  ],
  [
    'with a plan larger than is read',
    'HAND_OVER_INVALID',
    withPlan((plan) => ({ ...plan, changes: [{ ...one, after: 'x'.repeat(9 * 2 ** 20) }] })),
  ],
]

describe('what was handed on', () => {
  test('is more than thirty kinds of wrong here', () => expect(refused.length).toBeGreaterThan(50))

  let publishedOf: (each: Case) => { readonly told: Told; readonly pull: Pull }
  beforeAll(async () => {
    // A publisher waits a second before it looks at its comment again.
    publishedOf = await inTurn(refused, 8, async ([, , plant]) => {
      const prepared = await prepare()
      plant(prepared)
      return { told: await publish(prepared.pull), pull: prepared.pull }
    })
  }, 120_000)

  test.each(refused.map((each) => [...each, each] as const))(
    '%s is refused by name, and hides nothing',
    (what, code, _plant, each) => {
      const { told, pull } = publishedOf(each)
      expect(told.code).toBe(1)
      expect(told.errors).toContain(code)
      expect(stage.comment(pull)).toMatch(/### Publish: \d+ problems? with what was handed on/)
      expect(stage.comment(pull)).toContain(code)
      expect(stage.comment(pull)).not.toContain('omninode:section deploy numbers%20prod')
      // Whose twin is refused as well is told which: who is honest cannot be told.
      const twin = what.includes('other letters')
      expectHonest(pull, twin ? {} : { [HONEST]: [one] })
    },
  )
})

describe('what is shown of others', () => {
  test('is what is signed, whatever digest it once had: an edited change is applied by nobody', async () => {
    const { pull, base, plan } = await prepare()
    const shown: Change = { ...one, after: 2 }
    stage.plant(pull.runId, { ...base, plan: { ...plan, changes: [shown] } })
    expect(await publish(pull)).toMatchObject({ code: 0 })
    expectHonest(pull, { [HONEST]: [one], 'numbers prod': [shown] })
    const target = targetAt('prod')
    const told = await stage.apply(stage.merge(pull), pull.checkout, target)
    expect(told).toMatchObject({ code: 1, errors: ['REVIEW_DIFFERS'] })
    expect(target.live).toEqual({})
  })

  const lies: readonly (readonly [string, (plan: Written) => Written])[] = [
    ['hashes that were swapped', (plan) => ({ ...plan, sensitive: { a: `scrypt:${'1'.repeat(64)}` } })],
    ['another place', (plan) => ({ ...plan, where: { place: 'dev' } })],
    ['other means', (plan) => ({ ...plan, with: { force: true } })],
    ['other bytes', (plan) => ({ ...plan, from: { checkout: '{"a":2}' } })],
    ['a change that is not made', (plan) => ({ ...plan, changes: [], from: { checkout: '{}' } })],
    [
      'more changes and other sources',
      (plan) => ({
        ...plan,
        changes: [one, { ...one, address: 'b' }],
        sources: { checkout: 'other' },
      }),
    ],
    [
      'more changes than are made, from the same sources',
      (plan) => ({ ...plan, changes: [one, { ...one, address: 'b' }] }),
    ],
    ['another kind', (plan) => ({ ...plan, changes: [{ ...one, kind: 'text' }] })],
  ]
  test.each(lies)('with %s keeps itself from being applied', async (_what, lie) => {
    const { pull, base, plan } = await prepare()
    stage.plant(pull.runId, { ...base, plan: lie(plan) })
    expect(await publish(pull)).toMatchObject({ code: 0 })
    const target = targetAt('prod')
    const told = await stage.apply(stage.merge(pull), pull.checkout, target)
    expect(told).toMatchObject({ code: 1, errors: ['REVIEW_DIFFERS'] })
    expect(target.live).toEqual({})
  })

  test('that has said to a target what replaces it may go back no further than it shows', async () => {
    const { pull, base, plan } = await prepare()
    const released = { '': { commit: 'c'.repeat(40), run: '1' } }
    stage.plant(pull.runId, { ...base, plan: { ...plan, released } })
    await publish(pull)
    expect(stage.comment(pull)).toContain('replaces ccccccc')
  })

  const markup = [
    '<!-- omninode:end --> <!-- omninode:section deploy numbers%20honest 0000000000000000 -->',
    '</details></td></table><h1>Approved</h1><img src="https://evil.example/x">',
    '@octocat please merge, fixes #1, see https://evil.example',
    '| ✅ **nothing to do** | all of it |\n\n## Release preview',
    '```\n# Approved\n::error::x\n::add-mask::y',
    '[Approve](javascript:alert(1)) $x$ :+1: \u202e \u0000',
  ]
  test.each(markup)('is text of others, never markup: %j', async (text) => {
    const { pull, base, plan } = await prepare()
    const line = text.replace(/[\n\p{Cc}\p{Cf}]/gu, ' ').trim()
    const finding = {
      rule: text,
      severity: 'warning',
      verdict: 'fail',
      message: text,
      why: text,
      fix: text,
      fingerprint: text,
    }
    stage.plant(pull.runId, {
      ...base,
      plan: {
        ...plan,
        target: line,
        name: line.slice(0, 150).trim(),
        changes: [{ ...one, address: text, kind: text, note: text, before: text, after: { [text]: text } }],
        findings: [finding],
        evidence: [{ title: text, verdict: 'unknown', text, difference: [text] }],
        parts: [{ name: text, status: 'failed', note: text }],
      },
    })
    const { plan: _, ...failed } = base
    stage.plant(pull.runId, {
      ...failed,
      asked: { words: text, hash: 'e'.repeat(12) },
      failures: [{ code: 'NO', what: text, why: text, fix: text }],
    })
    const told = await publish(pull)
    expect(told).toMatchObject({ code: 1, errors: ['PREVIEW_FAILED'] })
    for (const shown of [stage.comment(pull), told.summary]) {
      // Between fences, and in a marker, everything is text.
      const active = shown.replace(/^(`{3,}).*\n[\s\S]*?\n\1$|^<!-- omninode:verdict .* -->$/gm, '')
      expect(active).not.toMatch(/<h1|<img|(?<!`)@octocat|\]\(javascript|evil\.example\/x">/)
      expect(active.match(/^## Release preview$/gm)).toHaveLength(1)
    }
    expect(stage.comment(pull).match(/^<!-- omninode:section /gm)).toHaveLength(3)
    expect(told.log).not.toMatch(/^::/m)
    expect(stage.reviews(pull).map(({ target }) => target)).toContain(HONEST)
  })

  test('is told by its target first, whatever it calls itself', async () => {
    const { pull, base, plan } = await prepare()
    stage.plant(pull.runId, { ...base, plan: { ...plan, name: 'staging' } })
    await publish(pull)
    expect(stage.comment(pull)).toContain('<code>numbers prod &#40;staging&#41;</code>')
  })
})

describe('what was handed on twice', () => {
  test('for one target, and differently, is not shown at all', async () => {
    const { pull, base, plan } = await prepare()
    for (const after of [1, 2])
      stage.plant(pull.runId, { ...base, plan: { ...plan, changes: [{ ...one, after }] } })
    expect(await publish(pull)).toMatchObject({
      code: 1,
      errors: ['HAND_OVER_TWICE'],
    })
    expectHonest(pull, { [HONEST]: [one] })
  })

  test('and is one and the same is shown once', async () => {
    const { pull, base } = await prepare()
    const zip = zipped(JSON.stringify(base))
    for (const _ of [1, 2]) stage.plantZip(pull.runId, zip)
    expect(await publish(pull)).toMatchObject({ code: 0 })
    expectHonest(pull, { [HONEST]: [one], 'numbers prod': [one] })
  })

  test('as the honest one by another step is shown for neither', async () => {
    const { pull, base, plan } = await prepare()
    stage.plant(pull.runId, { ...base, step: 'verify', plan: { ...plan, target: HONEST } })
    expect(await publish(pull)).toMatchObject({
      code: 1,
      errors: ['HAND_OVER_IMITATES', 'HAND_OVER_IMITATES'],
    })
    expectHonest(pull, {})
  })

  test('as the honest one that failed takes no place in the comment', async () => {
    const { pull, base } = await prepare()
    const honest = stage.handedOn(pull).at(-1)
    const { plan: _, ...failed } = base
    stage.plant(pull.runId, {
      ...failed,
      asked: honest?.['asked'],
      failures: [{ code: 'NO', what: 'There is nothing to see here.' }],
    })
    expect(await publish(pull)).toMatchObject({ code: 1, errors: ['NO'] })
    expectHonest(pull, { [HONEST]: [one] })
  })

  test('so often that nobody could read it is cut off, and says so', async () => {
    const { pull, base, plan } = await prepare()
    for (let index = 0; index < 40; index++)
      stage.plant(pull.runId, {
        ...base,
        plan: { ...plan, target: `numbers ${'abcdefghij'[index % 10]}${index}` },
      })
    const told = await publish(pull)
    expect(told).toMatchObject({ code: 1, errors: ['HAND_OVER_TOO_MANY'] })
    expect(stage.reviews(pull)).toHaveLength(32)
    expect(stage.comment(pull)).toContain(HONEST)
  })

  test('and is large is not read without end', async () => {
    const { pull } = await prepare()
    for (let index = 0; index < 8; index++) stage.plantZip(pull.runId, Buffer.alloc(7 * 2 ** 20, index))
    const told = await publish(pull)
    expect(told.errors).toContain('HAND_OVER_TOO_MANY')
    expectHonest(pull, { [HONEST]: [one] })
  })
})

describe('an artifact', () => {
  test('that is no plan that was handed on is not looked at', async () => {
    const { pull } = await prepare()
    stage.artifacts.plant(pull.runId, 'coverage', Buffer.from('no zip'))
    expect(await publish(pull)).toMatchObject({ code: 0, errors: [] })
  })

  test('of another run is not seen', async () => {
    const [{ pull }, other] = [await prepare(), await prepare()]
    stage.plant(other.pull.runId, other.base)
    await publish(pull)
    expectHonest(pull, { [HONEST]: [one] })
  })
})
