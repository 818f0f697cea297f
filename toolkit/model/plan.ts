import * as z from 'zod'
import { digest } from './canonical.ts'
import { Change, changeDigest, ShortHash } from './change.ts'
import { Evidence } from './evidence.ts'
import { Finding } from './finding.ts'
import { type DeepReadonly, deepFreeze } from './freeze.ts'
import { Part } from './part.ts'
import { Sensitive } from './sensitive.ts'
import { StepName } from './step.ts'

export const Digest = z.string().regex(/^sha256:[0-9a-f]{64}$/)

/** Name → value of what decides where a plan has its effect, or with what it is made. */
export const Ingredients = z.record(z.string(), z.json())

/** A commit that a target was released from, and the workflow run that did it. */
export const Remembered = z.strictObject({ commit: z.string(), run: z.string() })
export type Remembered = DeepReadonly<z.infer<typeof Remembered>>

const Shown = z.object({
  step: StepName,
  /** The place, on one line: `s3://state/dev/network in 123456789012 eu-central-1`. Another place is another target. */
  target: z.string(),
  /** What people call the target. Not part of the digest. */
  name: z.string().optional(),
  /**
   * Covers step, target, where, with, from and changes; not findings, evidence, parts, wording, order, time or what is
   * expected.
   */
  digest: Digest,
  /** What the place consists of: account, region, bucket, key · host, port, database · the cluster's own id. */
  where: Ingredients,
  /** Versions of tools, and every input that decides. */
  with: Ingredients,
  /**
   * Name → sha256 of what the changes send, run or keep, in hexadecimal. Without sensitive values: those count by
   * `sensitive`.
   */
  from: z.record(z.string(), z.string()),
  /**
   * Name → sha256 of all that the plan was made from, in hexadecimal. Equal sources explain why a rerun plans less than
   * was shown.
   */
  sources: z.record(z.string(), z.string()),
  /** Part of the target → the commit that it was last released from; none when it never was, or does not say. */
  released: z.record(z.string(), Remembered),
  /** Of what else decides about changes with `expected`; none when that cannot be told. */
  grounds: ShortHash.optional(),
  /** ISO 8601, from the injected clock. */
  createdAt: z.iso.datetime(),
  changes: z.array(Change),
  findings: z.array(Finding),
  evidence: z.array(Evidence),
  /** None when the target is planned as a whole. */
  parts: z.array(Part),
})
export const Plan = Shown

/** What a step would do to its target, and what it found while looking. Reads only were needed to make it. */
export type Plan = DeepReadonly<z.infer<typeof Shown>> & {
  /** What of the changes is shown to nobody. */
  readonly sensitive: Sensitive
}

type Json = z.infer<ReturnType<typeof z.json>>

export interface Place {
  readonly target: string
  readonly where: Readonly<Record<string, Json>>
}

export interface PlanParts extends Place {
  readonly step: StepName
  readonly name?: string | undefined
  readonly createdAt: Date
  readonly changes: readonly Change[]
  readonly findings?: readonly Finding[]
  readonly evidence?: readonly Evidence[]
  readonly parts?: readonly Part[]
  readonly with: Readonly<Record<string, Json>>
  /** Of what the changes send, run or keep. */
  readonly from: Readonly<Record<string, string>>
  /** Name → sha256 of all that the plan was made from, where that is more. */
  readonly sources?: Readonly<Record<string, string>>
  readonly released?: Readonly<Record<string, Remembered>>
  readonly grounds?: string | undefined
  readonly sensitive?: Sensitive
}

export function makePlan(given: PlanParts): Plan {
  const { step, target, name, where, from, changes, createdAt, sources = from } = given
  const { findings = [], evidence = [], parts = [], released = {}, grounds } = given
  const { sensitive = Sensitive.none } = given
  const effective = changes.filter((change) => change.action !== 'none')
  const addresses = new Set<string>()
  for (const { address } of effective) {
    if (addresses.has(address)) throw new Error(`two changes of one plan have the address ${address}`)
    addresses.add(address)
  }
  const decisive = { step, target, where, with: given.with, from }
  return deepFreeze({
    ...decisive,
    ...(name === undefined ? {} : { name }),
    digest: digest({ ...decisive, changes: effective.map(changeDigest).sort() }),
    sources,
    released,
    ...(grounds === undefined ? {} : { grounds }),
    createdAt: createdAt.toISOString(),
    changes: [...changes],
    findings: [...findings],
    evidence: [...evidence],
    parts: [...parts],
    sensitive,
  }) as Plan
}

/** The changes that do something. */
export function effectiveChanges(plan: Pick<Plan, 'changes'>): readonly Change[] {
  return plan.changes.filter((change) => change.action !== 'none') as readonly Change[]
}
