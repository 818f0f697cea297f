import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { runs, seed } from '#test/repetitions.ts'
import { canonicalJson } from '../../model/canonical.ts'
import { type Change, SENSITIVE, SENSITIVE_CHANGED, UNKNOWN } from '../../model/change.ts'
import { differenceLines } from '../difference.ts'

function difference(before: Change['before'], after: Change['after']): string[] {
  return differenceLines({ action: 'update', address: 'a', kind: 'k', before, after })
}

describe('what a change does', () => {
  test('is shown for the attributes that differ, with their values aligned', () => {
    expect(
      difference(
        { replicas: 2, name: 'api', labels: { tier: 'web' } },
        { replicas: 3, name: 'api', labels: { tier: 'api' } },
      ),
    ).toEqual(['- replicas     2', '+ replicas     3', '- labels.tier  "web"', '+ labels.tier  "api"'])
  })

  test('is told apart from what only looks alike', () => {
    expect(difference({ a: '3', b: null, c: [] }, { a: 3, b: 'null', c: {} })).toEqual([
      '- a  "3"',
      '+ a  3',
      '- b  null',
      '+ b  "null"',
      '- c  []',
      '+ c  {}',
    ])
  })

  test('is told in values that differ only beyond what is shown', () => {
    const [before = '', after = ''] = difference(
      { key: `${'x'.repeat(500)}1` },
      { key: `${'x'.repeat(500)}2` },
    )
    expect(before).toMatch(/^- key {2}"x+… \(343 more characters\) sha256:[0-9a-f]{8}$/)
    expect(after.slice(1)).not.toBe(before.slice(1))
  })

  test('in a text that is JSON is told by its members, and as a text when only its writing differs', () => {
    const policy = (action: string) =>
      JSON.stringify({ Statement: [{ Effect: 'Allow', Action: [action, 's3:ListBucket'] }] })
    expect(difference({ policy: policy('s3:GetObject') }, { policy: policy('s3:*') })).toEqual([
      '- policy.Statement[0].Action[]  "s3:GetObject"',
      '+ policy.Statement[0].Action[]  "s3:*"',
    ])
    expect(difference({ policy: '{"a":1}' }, { policy: '{ "a": 1 }' })).toEqual([
      '- policy  "{\\"a\\":1}"',
      '+ policy  "{ \\"a\\": 1 }"',
    ])
    expect(difference({ policy: '{"a":1}' }, { policy: '{a}' })).toHaveLength(2)
  })

  test('of a secret is that it changes', () => {
    expect(difference({ password: SENSITIVE }, { password: SENSITIVE_CHANGED })).toEqual([
      '- password  (sensitive)',
      '+ password  (sensitive, changed)',
    ])
  })

  test('names keys that are no identifiers, and what is unseen in them', () => {
    expect(difference({}, { 'kubernetes.io/name': 1, 'a\u202eb': 2 })).toEqual([
      '+ ["kubernetes.io/name"]  1',
      '+ ["a\\u{202e}b"]          2',
    ])
  })

  test('follows items by their names, not by their places', () => {
    const before = {
      env: [
        { name: 'A', value: '1' },
        { name: 'B', value: '2' },
      ],
    }
    const after = {
      env: [
        { name: 'NEW', value: '0' },
        { name: 'A', value: '1' },
        { name: 'B', value: '3' },
      ],
    }
    expect(difference(before, after)).toEqual([
      '- env[B].value    "2"',
      '+ env[B].value    "3"',
      '+ env[NEW].name   "NEW"',
      '+ env[NEW].value  "0"',
    ])
  })

  test('follows items by their places where two have one name', () => {
    const ports = [
      { name: 'http', port: 80 },
      { name: 'http', port: 81 },
    ]
    expect(
      difference(
        { ports },
        {
          ports: [
            { name: 'http', port: 80 },
            { name: 'http', port: 82 },
          ],
        },
      ),
    ).toEqual(['- ports[1].port  81', '+ ports[1].port  82'])
  })

  test('shows plain items that were added and removed', () => {
    expect(difference({ args: ['a', 'b', 'c'] }, { args: ['new', 'a', 'c'] })).toEqual([
      '+ args[]  "new"',
      '- args[]  "b"',
    ])
  })

  test('shows texts of several lines as lines, with what surrounds the difference', () => {
    const text = (last: string) => `one\ntwo\nthree\nfour\n${last}\n`
    expect(difference({ data: text('old') }, { data: text('new') })).toEqual([
      '  data',
      '      ⋮',
      '      three',
      '      four',
      '-     old',
      '+     new',
    ])
    expect(difference({ data: 'a\nb\n' }, { data: 'a\nb' })).not.toEqual([])
    expect(difference(undefined, { sql: 'select 1;\nselect 2;\n' })).toEqual([
      '  sql',
      '+     select 1;',
      '+     select 2;',
    ])
  })

  test('names what is known only afterwards in one line', () => {
    expect(difference(undefined, { id: UNKNOWN, name: 'x', arn: UNKNOWN })).toEqual([
      '+ name  "x"',
      '+ id, arn (known after apply)',
    ])
    expect(difference({ id: 'eip-1' }, { id: UNKNOWN })).toEqual([
      '- id  "eip-1"',
      '+ id  (known after apply)',
    ])
  })

  test('says nothing about a sensitive value but that it is one', () => {
    expect(difference({ password: SENSITIVE }, { password: SENSITIVE, user: 'x' })).toEqual(['+ user  "x"'])
    expect(difference(undefined, { password: SENSITIVE })).toEqual(['+ password  (sensitive)'])
  })

  test('is nothing for equal values and something for any two that differ', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), fc.jsonValue({ maxDepth: 3 }), (before, after) => {
        const [old, young] = [before as Change['before'], after as Change['after']] // fast-check's JSON is ours
        expect(difference(old, old)).toEqual([])
        const same = canonicalJson(before) === canonicalJson(after)
        expect(difference(old, young).length === 0).toBe(same)
      }),
      { seed, numRuns: runs(100) },
    )
  })

  test('is bounded for values that are huge or deep', () => {
    const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`key${index}`, index]))
    const lines = difference(undefined, many)
    expect(lines).toHaveLength(201)
    expect(lines.at(-1)).toBe('  … 4,800 more lines')
    let deep: Change['after'] = 1
    for (let depth = 0; depth < 500; depth++) deep = { a: deep }
    expect(difference(undefined, deep)).toHaveLength(1)
  })
})
