import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { runs, seed } from '../../test/repetitions.ts'
import type { ReleaseEvent } from '../src/events/release.ts'
import { stateOf } from '../src/releases/state.ts'
import { reported } from './reported.ts'

const again = { run_attempt: 2 }
const other = { part: 'ffffffffffff' }
const verify = { step: 'verify', command: 'live', part: 'cccccccccccc' }

/** What came in, in its order → the status of the release, and of its parts in the order of the steps. */
const cases: readonly [what: string, events: readonly ReleaseEvent[], status: string, parts: string][] = [
  ['what began', [reported('started')], 'running', 'deploy started'],
  ['what is planned', [reported('started'), reported('planned', 1)], 'running', 'deploy planned'],
  [
    'what is done',
    [reported('started'), reported('planned', 1), reported('applied', 2)],
    'applied',
    'deploy applied',
  ],
  ['the end before the beginning', [reported('failed', 2), reported('started')], 'failed', 'deploy failed'],
  ['the end alone', [reported('applied', 2)], 'applied', 'deploy applied'],
  [
    'all at the same moment, the last first',
    [reported('applied'), reported('planned'), reported('started')],
    'applied',
    'deploy applied',
  ],
  [
    'a failure and a success of the same moment',
    [reported('failed'), reported('applied')],
    'failed',
    'deploy failed',
  ],
  [
    'a failure and a proof of the same moment',
    [reported('failed', 0, verify), reported('verified', 0, verify)],
    'failed',
    'verify failed',
  ],
  [
    'a second attempt that is under way',
    [reported('failed', 2), reported('started', 60, again)],
    'running',
    'deploy started',
  ],
  [
    'a second attempt, by a clock that is behind, before the end of the first',
    [reported('applied', 1, again), reported('failed', 2)],
    'applied',
    'deploy applied',
  ],
  [
    'the same step once more in the same job',
    [reported('started'), reported('applied', 2), reported('started', 3)],
    'running',
    'deploy started',
  ],
  [
    'two targets of a step, of which one fails',
    [reported('applied', 2), reported('failed', 3, other)],
    'failed',
    'deploy applied, deploy failed',
  ],
  [
    'two targets of a step, of which one is under way',
    [reported('applied', 2), reported('planned', 3, other)],
    'running',
    'deploy applied, deploy planned',
  ],
  [
    'what was verified',
    [reported('verified', 9, verify), reported('applied', 2)],
    'verified',
    'deploy applied, verify verified',
  ],
  [
    'a proof that fails',
    [reported('applied', 2), reported('failed', 9, verify)],
    'failed',
    'deploy applied, verify failed',
  ],
  [
    'the steps out of their order',
    [
      reported('started', 9, verify),
      reported('applied', 1, { step: 'migrate' }),
      reported('applied', 0, { step: 'provision' }),
    ],
    'running',
    'provision applied, migrate applied, verify started',
  ],
]

describe('the state of a release', () => {
  test.each(cases)('is told of %s', (_what, events, status, parts) => {
    const state = stateOf(events)
    expect([state.status, state.parts.map((part) => `${part.step} ${part.status}`).join(', ')]).toEqual([
      status,
      parts,
    ])
  })

  test.each(cases)('of %s is the same in every order, and with repetitions', (_what, events) => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...events, ...events], { minLength: events.length }), (some) => {
        const missing = events.filter((event) => !some.includes(event))
        expect(stateOf([...some, ...missing])).toEqual(stateOf(events))
      }),
      { seed, numRuns: runs(200) },
    )
  })

  test('says what failed, of the latest attempt alone, and where', () => {
    const [part] = stateOf([reported('planned', 1), reported('failed', 2)]).parts
    expect(part).toMatchObject({
      target: 'cluster/platform',
      failures: [{ code: 'ROLLOUT_FAILED' }],
      since: '2026-11-24T12:00:02.000Z',
    })
    const [later] = stateOf([reported('failed', 2), reported('started', 3, again)]).parts
    expect(later).toMatchObject({ attempt: 2, failures: [], target: null })
  })
})
