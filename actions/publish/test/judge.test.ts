import { describe, expect, test } from '@jest/globals'
import { Failure } from '#toolkit/model/failure.ts'
import { makePlan } from '#toolkit/model/plan.ts'
import type { StepName } from '#toolkit/model/step.ts'
import type { Collected } from '../src/collect.ts'
import { judgeHandedOn, skeleton } from '../src/judge.ts'

let id = 0

interface Given {
  readonly step?: StepName
  readonly name?: string
  readonly attempt?: number
  readonly asked?: string
  readonly sha256?: string
}

/** A plan for a target, or one that failed before its target was known. */
function one(target: string | undefined, given: Given = {}): Collected {
  const { step = 'deploy', name, attempt = 1, asked = target ?? 'x', sha256 = String(++id) } = given
  const parts = { step, createdAt: new Date(0), changes: [], where: {}, with: {}, from: {} }
  return {
    step,
    attempt,
    id: ++id,
    sha256,
    target,
    asked: { words: asked, hash: asked },
    plan: target === undefined ? undefined : makePlan({ ...parts, target, name }),
    sensitive: undefined,
    failures: target === undefined ? [new Failure({ code: 'NO', what: `No ${id}.` })] : [],
    cancelled: false,
  }
}

function judged(...read: readonly Collected[]) {
  const { read: shown, bad } = judgeHandedOn({ read, bad: [] })
  return {
    shown: shown.map(({ step, target, attempt }) => `${step} ${target ?? '?'} ${attempt}`),
    codes: bad.map(({ code }) => code),
  }
}

describe('what is shown of what was handed on', () => {
  const cases: readonly (readonly [string, readonly Collected[], readonly string[], readonly string[]])[] = [
    [
      'each target, of each step',
      [one('a'), one('b'), one('c', { step: 'verify' })],
      ['deploy a 1', 'deploy b 1', 'verify c 1'],
      [],
    ],
    ['the later attempt', [one('a'), one('a', { attempt: 2 })], ['deploy a 2'], []],
    [
      'the later attempt, whichever comes first',
      [one('a', { attempt: 3 }), one('a', { attempt: 2 })],
      ['deploy a 3'],
      [],
    ],
    [
      'a target that the same inputs have led to later',
      [one(undefined, { asked: 'i' }), one('a', { asked: 'i', attempt: 2 })],
      ['deploy a 2'],
      [],
    ],
    [
      'a failure that the same inputs have led to later',
      [one('a', { asked: 'i' }), one(undefined, { asked: 'i', attempt: 2 })],
      ['deploy ? 2'],
      [],
    ],
    [
      'another step of the same inputs as well',
      [one('a', { asked: 'i' }), one(undefined, { asked: 'i', attempt: 2, step: 'verify' })],
      ['deploy a 1', 'verify ? 2'],
      [],
    ],
    ['what was sent twice', [one('a', { sha256: '1' }), one('a', { sha256: '1' })], ['deploy a 1'], []],
    ['neither of two that differ', [one('a'), one('a'), one('b')], ['deploy b 1'], ['HAND_OVER_TWICE']],
    [
      'neither of two failures of the same inputs, and why',
      [one(undefined), one(undefined)],
      [],
      ['HAND_OVER_TWICE', 'NO', 'NO'],
    ],
    [
      'two failures of other inputs',
      [one(undefined, { asked: 'i' }), one(undefined, { asked: 'j' })],
      ['deploy ? 1', 'deploy ? 1'],
      [],
    ],
    [
      'a target beside a failure of the same inputs, which is told apart',
      [one('a', { asked: 'i' }), one(undefined, { asked: 'i' })],
      ['deploy a 1'],
      ['NO'],
    ],
    [
      'neither of two targets that look alike',
      [one('prod'), one('Prоd'), one('dev')],
      ['deploy dev 1'],
      ['HAND_OVER_IMITATES', 'HAND_OVER_IMITATES'],
    ],
    [
      'neither of two steps that say the same target',
      [one('a'), one('a', { step: 'verify' })],
      [],
      ['HAND_OVER_IMITATES', 'HAND_OVER_IMITATES'],
    ],
    [
      'no name that looks like another target',
      [one('prod'), one('dev', { name: 'PROD' })],
      ['deploy prod 1'],
      ['HAND_OVER_IMITATES'],
    ],
    [
      'neither of two targets of one name and step',
      [one('a', { name: 'live' }), one('b', { name: 'live' })],
      [],
      ['HAND_OVER_IMITATES', 'HAND_OVER_IMITATES'],
    ],
    [
      'two targets of one name and two steps',
      [one('a', { name: 'live' }), one('b', { name: 'live', step: 'verify' })],
      ['deploy a 1', 'verify b 1'],
      [],
    ],
  ]
  test.each(cases)('is %s', (_what, read, shown, codes) => {
    expect(judged(...read)).toEqual({ shown, codes })
  })
})

test.each([
  ['prod', 'PROD'],
  ['s3://state/dev in 1', 's3://state / dev in 1'],
  ['onex', 'оnех'],
  ['café', 'cafe\u0301'],
  ['ﬁle', 'file'],
  ['a\u200bb', 'ab'],
  ['db1', 'dbl'],
])('%j looks like %j', (a, b) => expect(skeleton(a)).toBe(skeleton(b)))

test.each([
  ['prod', 'prod2'],
  ['dev', 'deve'],
  ['a/b', 'a-b'],
])('%j does not look like %j', (a, b) => expect(skeleton(a)).not.toBe(skeleton(b)))
