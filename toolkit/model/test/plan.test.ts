import { describe, expect, test } from '@jest/globals'
import { canonicalJson, digest } from '../canonical.ts'
import type { Change } from '../change.ts'
import { effectiveChanges, makePlan, type PlanParts } from '../plan.ts'
import { compareWithReview, Review, reviewOf } from '../review.ts'

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

function plan(parts: Partial<PlanParts> = {}) {
  return makePlan({
    step: 'provision',
    target: 'terraform/stacks/dev',
    createdAt: new Date('2026-11-24T12:00:00Z'),
    changes: [vpc, bucket],
    where: {},
    with: { prune: false },
    from: { 'main.tf': 'abc' },
    ...parts,
  })
}

describe('canonical JSON', () => {
  test('is the same for equal values whatever the order of their keys', () => {
    expect(canonicalJson({ b: [1, { d: 1, c: null }], a: 'x' })).toBe(
      canonicalJson({ a: 'x', b: [1, { c: null, d: 1 }] }),
    )
  })

  test('leaves absent members out and writes dates as ISO 8601', () => {
    expect(canonicalJson({ a: undefined, at: new Date(0) })).toBe('{"at":"1970-01-01T00:00:00.000Z"}')
  })

  test.each([Number.NaN, Number.POSITIVE_INFINITY, 1n, Symbol('s'), () => 1])('refuses %p', (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError)
  })

  test('tells apart what only looks alike', () => {
    const values = ['1', 1, [1], { 0: 1 }, null, false, '', [], {}]
    expect(new Set(values.map((value) => digest(value))).size).toBe(values.length)
  })
})

describe('a plan', () => {
  test('has the same digest whatever the order, the time, the wording and the findings', () => {
    const other = plan({
      changes: [bucket, { ...vpc, note: 'worded otherwise', source: { file: 'main.tf', line: 3 } }],
      createdAt: new Date('2030-01-01T00:00:00Z'),
    })
    expect(other.digest).toBe(plan().digest)
  })

  test.each<[string, Partial<PlanParts>]>([
    ['a value', { changes: [{ ...vpc, after: { cidr: '10.1.0.0/16' } }, bucket] }],
    ['an action', { changes: [{ ...vpc, action: 'replace' }, bucket] }],
    ['an address', { changes: [{ ...vpc, address: 'network/aws_vpc.other' }, bucket] }],
    ['one change fewer', { changes: [vpc] }],
    ['an input that decides', { inputs: { prune: true } }],
    ['the target', { target: 'terraform/stacks/prod' }],
  ])('has another digest with another %s', (_what, parts) => {
    expect(plan(parts).digest).not.toBe(plan().digest)
  })

  test('does not count what stays as it is', () => {
    const still: Change = { action: 'none', address: 'network/aws_eip.nat', kind: 'aws_eip' }
    const withStill = plan({ changes: [vpc, bucket, still] })
    expect(withStill.digest).toBe(plan().digest)
    expect(effectiveChanges(withStill)).toHaveLength(2)
  })

  test('is frozen through and through', () => {
    const [first] = plan().changes
    expect(() => Object.assign(first?.after ?? {}, { cidr: '0.0.0.0/0' })).toThrow(TypeError)
  })

  test('refuses two changes of one address', () => {
    expect(() => plan({ changes: [vpc, vpc] })).toThrow('network/aws_vpc.this')
  })
})

describe('comparing a plan with its review', () => {
  const review = Review.parse(JSON.parse(JSON.stringify(reviewOf(plan()))))

  test('finds the reviewed plan equal', () => {
    expect(compareWithReview(plan({ createdAt: new Date(0) }), review)).toEqual({
      verdict: 'equal',
      differences: [],
    })
  })

  test('finds the rest of a run that was cut off to be a remainder', () => {
    expect(compareWithReview(plan({ changes: [bucket] }), review).verdict).toBe('remainder')
  })

  test('does not take fewer changes from other sources for a remainder', () => {
    const comparison = compareWithReview(
      plan({ changes: [bucket], sources: { 'main.tf': 'edited' } }),
      review,
    )
    expect(comparison).toEqual({
      verdict: 'different',
      differences: [{ address: vpc.address, what: 'reviewed, but no longer planned', reviewed: 'create' }],
    })
  })

  test('names what was changed, added and dropped since', () => {
    const edited: Change = { ...vpc, after: { cidr: '10.9.0.0/16' } }
    const added: Change = { action: 'delete', address: 'network/aws_kms_key.logs', kind: 'aws_kms_key' }
    const { verdict, differences } = compareWithReview(plan({ changes: [edited, added] }), review)
    expect(verdict).toBe('different')
    expect(differences).toEqual([
      { address: vpc.address, what: 'differs from the review', reviewed: 'create', planned: edited },
      { address: added.address, what: 'not reviewed', planned: added },
      { address: bucket.address, what: 'reviewed, but no longer planned', reviewed: 'update' },
    ])
  })

  test('carries no value of a change', () => {
    expect(JSON.stringify(review)).not.toContain('10.0.0.0/16')
  })
})
