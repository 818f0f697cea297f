import { expect, test } from '@jest/globals'
import type { Change } from '#toolkit/model/change.ts'
import { makeOutcome } from '#toolkit/model/outcome.ts'
import { makePlan } from '#toolkit/model/plan.ts'
import { step } from '../src/step.ts'

test('the outputs tell what was applied, what was deleted and what there is; what is only forgotten is none of them', () => {
  const at = new Date('2026-11-26T12:00:00Z')
  const actions = ['create', 'update', 'import', 'delete', 'forget', 'none'] as const
  const changes = actions.map(
    (action): Change => ({ action, address: `dev/ConfigMap/${action}`, kind: 'v1 ConfigMap' }),
  )
  const place = { step: 'deploy', target: 'platform', where: {} } as const
  const plan = makePlan({ ...place, createdAt: at, changes, with: {}, from: {} })
  const outcome = makeOutcome({
    step: 'deploy',
    target: 'platform',
    digest: plan.digest,
    startedAt: at,
    finishedAt: at,
    status: 'succeeded',
    changed: true,
    results: changes.flatMap(({ action, address }) =>
      action === 'none' ? [] : [{ action, address, status: 'done', durationMs: 1 }],
    ),
  })
  const addresses = (...several: readonly string[]) =>
    JSON.stringify(several.map((each) => `dev/ConfigMap/${each}`))
  expect(step.report(plan, outcome)).toEqual({
    applied: addresses('create', 'update', 'import'),
    pruned: addresses('delete'),
    resources: addresses('create', 'update', 'import', 'none'),
  })
})
