import { expect, test } from '@jest/globals'
import { makePlan } from '../../model/plan.ts'
import { Progress } from '../progress.ts'

let now = new Date('2026-11-26T12:00:00Z')
const plan = makePlan({
  step: 'deploy',
  target: 'x',
  createdAt: now,
  changes: ['a', 'b', 'c'].map((address) => ({ action: 'create' as const, address, kind: 'thing' })),
  where: {},
  with: {},
  from: {},
})
const result = (address: string, status: 'done' | 'failed' | 'unknown') =>
  ({ address, action: 'create', status, durationMs: 1 }) as const

test('what was not told of was not done, and everything has its time', () => {
  const progress = new Progress(plan, () => now)
  progress.record(result('b', 'done'))
  now = new Date('2026-11-26T12:00:05Z')
  const outcome = progress.outcome('failed')
  expect(outcome).toMatchObject({
    status: 'failed',
    changed: true,
    digest: plan.digest,
    startedAt: '2026-11-26T12:00:00.000Z',
    finishedAt: '2026-11-26T12:00:05.000Z',
  })
  expect(outcome.results.map(({ address, status }) => `${address} ${status}`)).toEqual([
    'b done',
    'a skipped',
    'c skipped',
  ])
})

test.each<[string, readonly ReturnType<typeof result>[], boolean]>([
  ['nothing', [], false],
  ['only failures', [result('a', 'failed')], false],
  ['something done', [result('a', 'done')], true],
  ['something that may be done', [result('a', 'unknown')], true],
  ['something done that then failed', [result('a', 'done'), result('a', 'failed')], true],
])('of %s it is told whether the target is different', (_what, results, changed) => {
  const progress = new Progress(plan, () => now)
  progress.record(...results)
  expect(progress.outcome('failed').changed).toBe(changed)
  const looking = new Progress(plan, () => now, true)
  looking.record(...results)
  expect(looking.outcome('failed').changed).toBe(false)
})

test('what a step has besides is part of its outcome', () => {
  const progress = new Progress<ReturnType<Progress['outcome']> & { readonly outputs: number }>(
    plan,
    () => now,
  )
  progress.add({ outputs: 1 })
  progress.add({ outputs: 2 })
  expect(progress.outcome('succeeded').outputs).toBe(2)
})
