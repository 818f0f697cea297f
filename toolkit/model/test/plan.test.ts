import { describe, expect, test } from '@jest/globals'
import { canonicalJson, digest } from '../canonical.ts'
import type { Change } from '../change.ts'
import { effectiveChanges, makePlan, type PlanParts } from '../plan.ts'

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
  test('has the same digest whatever the order, the time, the wording, the findings and what is expected', () => {
    const other = plan({
      changes: [
        bucket,
        { ...vpc, note: 'worded otherwise', expected: 'e'.repeat(22), source: { file: 'main.tf', line: 3 } },
      ],
      createdAt: new Date('2030-01-01T00:00:00Z'),
      grounds: 'g'.repeat(22),
    })
    expect(other.digest).toBe(plan().digest)
  })

  test.each<[string, Partial<PlanParts>]>([
    ['a value', { changes: [{ ...vpc, after: { cidr: '10.1.0.0/16' } }, bucket] }],
    ['an action', { changes: [{ ...vpc, action: 'replace' }, bucket] }],
    ['an address', { changes: [{ ...vpc, address: 'network/aws_vpc.other' }, bucket] }],
    ['one change fewer', { changes: [vpc] }],
    ['an input that decides', { with: { prune: true } }],
    ['the target', { target: 'terraform/stacks/prod' }],
    ['a place', { where: { region: 'eu-west-1' } }],
    ['a file', { from: { 'main.tf': 'abd' } }],
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
