import { describe, expect, test } from '@jest/globals'
import { makePlan } from '../../model/plan.ts'
import { createRedactor } from '../../redact/redactor.ts'
import { planSection } from '../comment.ts'
import { masked } from '../mask.ts'
import { createdAt } from './plans.ts'

describe('a masked plan', () => {
  const secret = 'p@ss|w*rd_<3>'
  const redactor = createRedactor()
  redactor.add(secret)
  const plan = makePlan({
    step: 'deploy',
    target: 'onex-dev',
    createdAt,
    where: {},
    with: {},
    from: {},
    changes: [
      {
        action: 'delete',
        address: `Secret/${secret}`,
        kind: 'Secret',
        note: `was ${secret}`,
        before: { [secret]: [`${'x'.repeat(155)}${secret}`] },
      },
    ],
  })

  test('gives reports without the secret, where masking the report would miss it', () => {
    const late = redactor.mask(planSection(plan).summary)
    expect(late).toContain('p<span>@</span>ss&#124;w&#42;rd')
    expect(late).toContain('xp@ss')
    const { summary } = planSection(masked(plan, redactor.mask))
    expect(summary).not.toMatch(/p.{0,20}ss|rd_/)
    expect(summary).toContain('<code>Secret/&#42;&#42;&#42;</code> is deleted: was &#42;&#42;&#42;')
  })

  test('is a copy of the same shape', () => {
    const copy = masked(plan, redactor.mask)
    expect(copy.digest).toBe(plan.digest)
    expect(copy.changes[0]?.before).toEqual({ '***': [`${'x'.repeat(155)}***`] })
    expect(plan.changes[0]?.address).toContain(secret)
  })
})
