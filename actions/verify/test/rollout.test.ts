import { expect, test } from '@jest/globals'
import { failed, progressing, ready, suspended, unknown } from '#toolkit/kubernetes/health.ts'
import { resultOf } from '../src/probes/rollout.ts'

test.each([
  [ready('3 of 3 pods of this version are available'), 'done', '3 of 3 pods of this version are available.'],
  [failed('it makes no progress'), 'failed', 'It makes no progress.'],
  [{ state: 'deleting', reason: 'it is being deleted' } as const, 'failed', 'It is being deleted.'],
  [suspended('its rollout is paused', ['spec', 'paused']), 'unknown', 'Its rollout is paused.'],
  [unknown('no pod is wanted'), 'unknown', 'No pod is wanted.'],
])('health %j is %s', (health, status, message) => {
  expect(resultOf(health)).toEqual({ status, message })
})

test('what is progressing is waited for', () => {
  expect(resultOf(progressing('0 of 2 pods are available'))).toBeUndefined()
})
