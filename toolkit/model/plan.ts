import * as z from 'zod'
import { digest } from './canonical.ts'
import { Change, changeDigest } from './change.ts'
import { Evidence } from './evidence.ts'
import { Finding } from './finding.ts'
import { type DeepReadonly, deepFreeze } from './freeze.ts'
import { Part } from './part.ts'
import { StepName } from './step.ts'

const Digest = z.string().regex(/^sha256:[0-9a-f]{64}$/)

/** What a step would do to its target, and what it found while looking. Reads only were needed to make it. */
export const Plan = z.object({
  step: StepName,
  /** What would be changed, for example `terraform/stacks/dev` or `postgres omninode_cloud`. */
  target: z.string(),
  /** Covers step, target, inputs that decide, and changes; not findings, evidence, parts, wording, order or time. */
  digest: Digest,
  /** Covers the files that the plan was made from. Equal sources explain why a rerun plans less than was reviewed. */
  sources: Digest,
  /** ISO 8601, from the injected clock. */
  createdAt: z.iso.datetime(),
  changes: z.array(Change),
  findings: z.array(Finding),
  evidence: z.array(Evidence),
  /** None when the target is planned as a whole. */
  parts: z.array(Part),
})
export type Plan = DeepReadonly<z.infer<typeof Plan>>

export interface PlanParts {
  readonly step: StepName
  readonly target: string
  readonly createdAt: Date
  readonly changes: readonly Change[]
  readonly findings?: readonly Finding[]
  readonly evidence?: readonly Evidence[]
  readonly parts?: readonly Part[]
  /** The inputs that decide what applying does, such as `{ prune: true }`. */
  readonly inputs: Readonly<Record<string, unknown>>
  /** Path → content (or content hash) of every file that the plan was made from. */
  readonly sources: Readonly<Record<string, string>>
}

export function makePlan({
  step,
  target,
  createdAt,
  changes,
  findings = [],
  evidence = [],
  parts = [],
  inputs,
  sources,
}: PlanParts): Plan {
  const effective = changes.filter((change) => change.action !== 'none')
  const addresses = new Set<string>()
  for (const { address } of effective) {
    if (addresses.has(address)) throw new Error(`two changes of one plan have the address ${address}`)
    addresses.add(address)
  }
  return deepFreeze({
    step,
    target,
    digest: digest({ step, target, inputs, changes: effective.map(changeDigest).sort() }),
    sources: digest({ inputs, sources }),
    createdAt: createdAt.toISOString(),
    changes: [...changes],
    findings: [...findings],
    evidence: [...evidence],
    parts: [...parts],
  }) as Plan
}

/** The changes that do something. */
export function effectiveChanges(plan: Plan): readonly Change[] {
  return plan.changes.filter((change) => change.action !== 'none') as readonly Change[]
}
