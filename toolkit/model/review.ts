import * as z from 'zod'
import { Action, type Change, changeDigest } from './change.ts'
import { type DeepReadonly, deepFreeze } from './freeze.ts'
import { effectiveChanges, type Plan } from './plan.ts'
import { StepName } from './step.ts'

/** What a pull request showed of one plan: enough to compare with, nothing that could be secret. */
export const Review = z.object({
  version: z.literal(1),
  step: StepName,
  target: z.string(),
  digest: z.string(),
  sources: z.string(),
  changes: z.array(z.object({ action: Action, address: z.string(), digest: z.string() })),
})
export type Review = DeepReadonly<z.infer<typeof Review>>

export function reviewOf(plan: Plan): Review {
  return deepFreeze({
    version: 1 as const,
    step: plan.step,
    target: plan.target,
    digest: plan.digest,
    sources: plan.sources,
    changes: effectiveChanges(plan).map((change) => ({
      action: change.action,
      address: change.address,
      digest: changeDigest(change),
    })),
  })
}

export interface Difference {
  readonly address: string
  readonly what: 'not reviewed' | 'differs from the review' | 'reviewed, but no longer planned'
  readonly reviewed?: Action
  readonly planned?: Change
}

export interface Comparison {
  /**
   * `equal`: the reviewed plan. `remainder`: the same sources with some of the reviewed changes already made,
   * as after a run that was cut off. `different`: something would happen that nobody reviewed.
   */
  readonly verdict: 'equal' | 'remainder' | 'different'
  readonly differences: readonly Difference[]
}

export function compareWithReview(plan: Plan, review: Review): Comparison {
  if (plan.digest === review.digest) return { verdict: 'equal', differences: [] }
  const reviewed = new Map(review.changes.map((change) => [change.address, change]))
  const planned = effectiveChanges(plan)
  const differences: Difference[] = []
  for (const change of planned) {
    const known = reviewed.get(change.address)
    if (known === undefined)
      differences.push({ address: change.address, what: 'not reviewed', planned: change })
    else if (known.digest !== changeDigest(change)) {
      differences.push({
        address: change.address,
        what: 'differs from the review',
        reviewed: known.action,
        planned: change,
      })
    }
  }
  if (differences.length === 0 && plan.sources === review.sources)
    return { verdict: 'remainder', differences: [] }
  const addresses = new Set(planned.map((change) => change.address))
  for (const { address, action } of review.changes) {
    if (!addresses.has(address)) {
      differences.push({ address, what: 'reviewed, but no longer planned', reviewed: action })
    }
  }
  return { verdict: 'different', differences }
}
