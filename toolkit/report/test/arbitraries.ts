/** Any plan and any outcome, with texts that others may have chosen in every place that takes one. */
import fc from 'fast-check'
import { codePoint } from '#test/code-points.ts'
import { actions } from '../../model/change.ts'
import { finding } from '../../model/finding.ts'
import { makeOutcome, type Outcome } from '../../model/outcome.ts'
import { makePlan, type Plan } from '../../model/plan.ts'
import { stepNames } from '../../model/step.ts'
import { hostileTexts } from './wellformed.ts'

const text = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.string({ unit: codePoint, maxLength: 40 }),
  fc.lorem({ maxCount: 3 }),
)

const source = fc.option(fc.record({ file: text, line: fc.integer({ min: 1, max: 9_999 }) }), {
  nil: undefined,
})
const value = fc.option(
  fc.dictionary(text, fc.oneof(text, fc.array(text, { maxLength: 3 })), { maxKeys: 4 }),
  {
    nil: undefined,
  },
)

const change = fc.record({
  action: fc.constantFrom(...actions),
  address: text,
  kind: text,
  source,
  before: value,
  after: value,
  note: fc.option(text, { nil: undefined }),
})

const anyFinding = fc
  .record({
    rule: text,
    severity: fc.constantFrom('error', 'warning', 'notice'),
    verdict: fc.constantFrom('fail', 'unknown'),
    message: text,
    why: text,
    fix: text,
    source,
  })
  .map((parts) => finding(parts, parts.message))

const start = new Date('2026-11-24T09:30:00Z')

export const anyPlan: fc.Arbitrary<Plan> = fc
  .record({
    step: fc.constantFrom(...stepNames),
    target: text,
    changes: fc.array(change, { maxLength: 12 }),
    findings: fc.array(anyFinding, { maxLength: 12 }),
  })
  .map(({ changes, ...parts }) =>
    makePlan({
      ...parts,
      changes: changes.map((each, index) => ({ ...each, address: `${each.address}[${index}]` })),
      createdAt: start,
      where: {},
      with: {},
      from: {},
    }),
  )

export const anyPlanAndOutcome: fc.Arbitrary<readonly [Plan, Outcome]> = fc
  .record({
    plan: anyPlan,
    status: fc.constantFrom('succeeded', 'failed', 'cancelled'),
    results: fc.array(
      fc.record({
        address: text,
        action: fc.constantFrom(...actions),
        status: fc.constantFrom('done', 'failed', 'skipped', 'unknown'),
        durationMs: fc.nat(),
        message: fc.option(text, { nil: undefined }),
      }),
      { maxLength: 12 },
    ),
  })
  .map(({ plan, status, results }) => [
    plan,
    makeOutcome({
      step: plan.step,
      target: plan.target,
      digest: plan.digest,
      startedAt: start,
      finishedAt: start,
      status,
      changed: false,
      results,
    }),
  ])
