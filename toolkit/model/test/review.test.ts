import { describe, expect, test } from '@jest/globals'
import type { Change } from '../change.ts'
import { makePlan, type PlanParts } from '../plan.ts'
import { compareWithReview, Review, reviewDigest, reviewOf } from '../review.ts'
import { Sensitive } from '../sensitive.ts'
import { HashedOnce } from './hashed-once.ts'

const vpc: Change = {
  action: 'create',
  address: 'network/aws_vpc.this',
  kind: 'aws_vpc',
  after: { cidr: '10.0.0.0/16' },
}
const bucket: Change = {
  action: 'update',
  address: 'network/aws_s3_bucket.logs',
  kind: 'aws_s3_bucket',
  before: 1,
  after: 2,
}

const base = {
  step: 'provision',
  target: 's3://state/dev/network in 123456789012 eu-central-1',
  createdAt: new Date('2026-11-24T12:00:00Z'),
  changes: [vpc, bucket],
  where: {
    account: '123456789012',
    region: 'eu-central-1',
    bucket: 'state',
    key: 'dev/network',
    workspace: null,
  },
  with: { terraform: '1.14.0', prune: false, 'var-file': ['dev.tfvars'], providers: { aws: '6.1.0' } },
  from: { 'main.tf': 'abc', 'plan.bin': 'def' },
  released: { network: { commit: 'c'.repeat(40), run: '12' } },
  sensitive: new HashedOnce([[bucket.address, { password: 'hunter2' }]]),
} satisfies PlanParts

function plan(parts: Partial<PlanParts> = {}) {
  return makePlan({ ...base, ...parts })
}

const showing = {
  repositoryId: '1',
  pullRequest: 7,
  commit: 'a'.repeat(40),
  run: '4711',
  salt: '0123456789abcdef'.repeat(2),
}
const review = Review.parse(JSON.parse(JSON.stringify(await reviewOf(plan(), showing))))

describe('comparing a plan with its review', () => {
  test('finds the reviewed plan equal', async () => {
    expect(await compareWithReview(plan({ createdAt: new Date(0) }), review)).toEqual({
      verdict: 'equal',
      differences: [],
    })
  })

  test.each<[string, Partial<PlanParts>]>([
    ['an hour later', { createdAt: new Date('2026-11-24T13:00:00Z') }],
    ['in another order of changes', { changes: [bucket, vpc] }],
    ['in another order of files', { from: { 'plan.bin': 'def', 'main.tf': 'abc' } }],
    [
      'worded otherwise',
      { changes: [{ ...vpc, note: 'n', source: { file: '/elsewhere/main.tf' } }, bucket] },
    ],
    [
      'with something else expected',
      { changes: [{ ...vpc, expected: 'e'.repeat(22) }, bucket], grounds: 'g'.repeat(22) },
    ],
    ['under another name for people', { name: 'production' }],
    ['with what stays as it is', { changes: [vpc, bucket, { ...vpc, address: 'x', action: 'none' }] }],
    ['after the target was released from elsewhere', { released: {} }],
  ])('finds it equal %s', async (_when, parts) => {
    expect(await compareWithReview(plan(parts), review)).toEqual({ verdict: 'equal', differences: [] })
  })

  test('finds the rest of a run that was cut off to be a remainder', async () => {
    expect((await compareWithReview(plan({ changes: [bucket] }), review)).verdict).toBe('remainder')
  })

  test('finds the second half of a replacement to be a remainder, of that very object and of a release that was begun', async () => {
    const replaced = { ...bucket, action: 'replace' } as const
    const shown = await reviewOf(plan({ changes: [vpc, replaced] }), showing)
    const compared = async (change: Change, begun = true) =>
      (await compareWithReview(plan({ changes: [vpc, change] }), shown, begun)).verdict
    const made = { ...bucket, action: 'create' } as const
    expect(await compared(made)).toBe('remainder')
    expect(await compared(made, false)).toBe('different')
    expect(await compared({ ...made, after: { other: true } })).toBe('different')
    expect(await compared({ ...made, action: 'update' })).toBe('different')
    expect(await compared(replaced)).toBe('equal')
  })

  test('does not take fewer changes from other sources for a remainder', async () => {
    const from = { ...base.from, 'main.tf': 'edited' }
    expect(await compareWithReview(plan({ changes: [bucket], from }), review)).toEqual({
      verdict: 'different',
      differences: [
        { address: 'from: main.tf', what: 'other bytes than were reviewed' },
        { address: vpc.address, what: 'reviewed, but no longer planned', reviewed: 'create' },
      ],
    })
  })

  test('names what was changed, added and dropped since', async () => {
    const edited: Change = { ...vpc, after: { cidr: '10.9.0.0/16' } }
    const added: Change = { action: 'delete', address: 'network/aws_kms_key.logs', kind: 'aws_kms_key' }
    const { verdict, differences } = await compareWithReview(plan({ changes: [edited, added] }), review)
    expect(verdict).toBe('different')
    expect(differences).toEqual([
      { address: vpc.address, what: 'differs from the review', reviewed: 'create', planned: edited },
      { address: added.address, what: 'not reviewed', planned: added },
      { address: bucket.address, what: 'reviewed, but no longer planned', reviewed: 'update' },
    ])
  })

  const { workspace: _workspace, ...lessWhere } = base.where
  test.each<[string, Partial<PlanParts>, string, string?]>([
    ['the step', { step: 'deploy' }, 'where: target'],
    ['the target', { target: 's3://state/dev/network in 123456789012 eu-west-1' }, 'where: target'],
    ['white space in the target', { target: base.target.replace(' in ', '  in ') }, 'where: target'],
    ['the case of the target', { target: base.target.toUpperCase() }, 'where: target'],
    ['the account', { where: { ...base.where, account: '2' } }, 'where: account', '123456789012 → 2'],
    [
      'the region',
      { where: { ...base.where, region: 'eu-west-1' } },
      'where: region',
      'eu-central-1 → eu-west-1',
    ],
    ['the bucket', { where: { ...base.where, bucket: 'other' } }, 'where: bucket', 'state → other'],
    ['the key', { where: { ...base.where, key: 'prod' } }, 'where: key', 'dev/network → prod'],
    ['what was null', { where: { ...base.where, workspace: 'x' } }, 'where: workspace', 'null → "x"'],
    [
      'null for its name',
      { where: { ...base.where, workspace: 'null' } },
      'where: workspace',
      'null → "null"',
    ],
    ['a part of the place fewer', { where: lessWhere }, 'where: workspace', 'null → none'],
    ['a part of the place more', { where: { ...base.where, role: 'r' } }, 'where: role', 'none → "r"'],
    [
      'a name of every object',
      { where: { ...base.where, constructor: 'x' } },
      'where: constructor',
      'none → "x"',
    ],
    ['a version', { with: { ...base.with, terraform: '1.14.1' } }, 'with: terraform', '1.14.0 → 1.14.1'],
    ['an input', { with: { ...base.with, prune: true } }, 'with: prune', 'false → true'],
    ['a text for a truth', { with: { ...base.with, prune: 'false' } }, 'with: prune', 'false → "false"'],
    [
      'one of a list',
      { with: { ...base.with, 'var-file': ['x'] } },
      'with: var-file',
      '["dev.tfvars"] → ["x"]',
    ],
    [
      'the order of a list',
      { with: { ...base.with, 'var-file': ['dev.tfvars', 'a'] } },
      'with: var-file',
      '["dev.tfvars"] → ["dev.tfvars","a"]',
    ],
    [
      'what is within an input',
      { with: { ...base.with, providers: { aws: '6.1.1' } } },
      'with: providers',
      '{"aws":"6.1.0"} → {"aws":"6.1.1"}',
    ],
    ['a file', { from: { ...base.from, 'main.tf': 'abd' } }, 'from: main.tf'],
    ['a file more', { from: { ...base.from, 'main.tf.json': 'a' } }, 'from: main.tf.json'],
    ['a file fewer', { from: { 'main.tf': 'abc' } }, 'from: plan.bin'],
    ['the name of a file', { from: { 'Main.tf': 'abc', 'plan.bin': 'def' } }, 'from: Main.tf'],
    ['the bundle', { from: { ...base.from, 'plan.bin': 'swapped' } }, 'from: plan.bin'],
    ['an action', { changes: [{ ...vpc, action: 'replace' }, bucket] }, vpc.address],
    [
      'an address',
      { changes: [{ ...vpc, address: 'network/aws_vpc.other' }, bucket] },
      'network/aws_vpc.other',
    ],
    ['a kind', { changes: [{ ...vpc, kind: 'aws_subnet' }, bucket] }, vpc.address],
    ['what comes after', { changes: [{ ...vpc, after: { cidr: '0.0.0.0/0' } }, bucket] }, vpc.address],
    ['what was before', { changes: [vpc, { ...bucket, before: 0 }] }, bucket.address],
    ['a change more', { changes: [vpc, bucket, { ...vpc, address: 'more' }] }, 'more'],
    [
      'a sensitive value',
      { sensitive: new HashedOnce([[bucket.address, { password: 'hunter3' }]]) },
      bucket.address,
    ],
    ['a sensitive value fewer', { sensitive: Sensitive.none }, bucket.address],
    [
      'the place of a sensitive value',
      {
        sensitive: new HashedOnce([
          [vpc.address, { password: 'hunter2' }],
          [bucket.address, { password: 'hunter2' }],
        ]),
      },
      vpc.address,
    ],
  ])('notices %s, and names it', async (...[, parts, address, detail]) => {
    const { verdict, differences } = await compareWithReview(plan(parts), review)
    expect(verdict).toBe('different')
    expect(differences[0]).toMatchObject({ address, ...(detail === undefined ? {} : { detail }) })
    expect(plan(parts).digest === plan().digest).toBe(parts.sensitive !== undefined)
  })

  test.each<[string, Partial<PlanParts>]>([
    ['the place', { where: { ...base.where, region: 'eu-west-1' } }],
    ['the means', { with: {} }],
    ['the bytes', { from: {} }],
  ])('takes nothing for a remainder when %s differ', async (_what, parts) => {
    for (const changes of [[bucket], []])
      expect((await compareWithReview(plan({ ...parts, changes }), review)).verdict).toBe('different')
  })

  test('carries no value of a change', () => {
    expect(JSON.stringify(review)).not.toContain('10.0.0.0/16')
    expect(JSON.stringify(review)).not.toContain('hunter2')
  })
})

describe('a review', () => {
  test('hides which sensitive values are equal, in it and in another one', async () => {
    const sensitive = new Sensitive([
      [vpc.address, 'same'],
      [bucket.address, 'same'],
    ])
    const hashes = new Set<string | undefined>()
    for (const salt of [showing.salt, 'f'.repeat(32)]) {
      const { changes } = await reviewOf(plan({ sensitive }), { ...showing, salt })
      for (const change of changes) hashes.add(change.sensitive)
    }
    expect(hashes.size).toBe(4)
    expect([...hashes].every((hash) => /^scrypt:[0-9a-f]{64}$/.test(hash ?? ''))).toBe(true)
  })

  test('is frozen, and holds nothing that the plan shows to nobody', async () => {
    const made = await reviewOf(plan(), showing)
    expect(Object.isFrozen(made.changes)).toBe(true)
    expect(JSON.stringify(plan())).not.toContain('hunter2')
  })

  test('has a digest that each of its fields changes, alone and all the way down', () => {
    const digests = new Set([reviewDigest(review)])
    let mutations = 0
    const mutate = (value: unknown, put: (mutated: unknown) => unknown): void => {
      if (typeof value === 'object' && value !== null) {
        for (const [key, inner] of Object.entries(value))
          mutate(inner, (mutated) =>
            put(
              Array.isArray(value)
                ? value.map((each, index) => (index === Number(key) ? mutated : each))
                : { ...value, [key]: mutated },
            ),
          )
        return
      }
      mutations++
      digests.add(reviewDigest(put(typeof value === 'number' ? value + 1 : `${value}x`) as Review))
    }
    mutate(review, (mutated) => mutated)
    expect(mutations).toBeGreaterThanOrEqual(30)
    expect(digests.size).toBe(mutations + 1)
  })
})
