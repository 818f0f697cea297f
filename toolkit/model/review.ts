import * as z from 'zod'
import { canonicalJson, digest } from './canonical.ts'
import { Action, type Change, changeDigest, ShortHash } from './change.ts'
import { type DeepReadonly, deepFreeze } from './freeze.ts'
import { Digest, effectiveChanges, Ingredients, type Plan, Remembered } from './plan.ts'
import { isIngredient } from './sensitive.ts'
import { StepName } from './step.ts'

/** What was shown of one plan: enough to compare with, nothing that could be secret. */
export const Review = z.strictObject({
  version: z.literal(3),
  step: StepName,
  target: z.string(),
  name: z.string().optional(),
  /** By whom: the repository, the pull request and its head commit, the workflow run. */
  repositoryId: z.string(),
  /** Absent for what an environment's reviewers saw. */
  pullRequest: z.number().optional(),
  commit: z.string(),
  run: z.string(),
  /** ISO 8601 */
  createdAt: z.iso.datetime(),
  digest: Digest,
  where: Ingredients,
  with: Ingredients,
  from: z.record(z.string(), z.string()),
  sources: Digest,
  /** What this release takes the place of, by part of the target. */
  replaces: z.record(z.string(), Remembered),
  /** Of the hashes of sensitive values, in hexadecimal. */
  salt: z.string().regex(/^[0-9a-f]{32}$/),
  changes: z.array(
    z.strictObject({
      action: Action,
      address: z.string(),
      digest: Digest,
      sensitive: z.string().optional(),
      expected: ShortHash.optional(),
    }),
  ),
  /** By which the target has said what is expected of changes. */
  grounds: ShortHash.optional(),
  /** Name of an ingredient that is shown to nobody → its hash: `with: variables`. */
  sensitive: z.record(z.string(), z.string()).optional(),
})
export type Review = DeepReadonly<z.infer<typeof Review>>

/** Where a plan was shown. */
export type Showing = Pick<Review, 'repositoryId' | 'pullRequest' | 'commit' | 'run' | 'salt'>

/** The hashes of what belongs to no change. */
function ingredientHashes(hashes: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  return Object.fromEntries([...hashes].filter(([name]) => isIngredient(name)))
}

export async function reviewOf(plan: Plan, showing: Showing): Promise<Review> {
  return reviewWith(plan, await plan.sensitive.hashes(showing.salt), showing)
}

/** @param hashes of what is sensitive in the plan, with the salt of the showing, as `Sensitive.hashes` gives them */
export function reviewWith(
  plan: Omit<Plan, 'sensitive'>,
  hashes: ReadonlyMap<string, string>,
  showing: Showing,
): Review {
  const ingredients = ingredientHashes(hashes)
  const { pullRequest, ...shown } = showing
  const review: object = {
    version: 3,
    step: plan.step,
    target: plan.target,
    ...(plan.name === undefined ? {} : { name: plan.name }),
    ...shown,
    ...(pullRequest === undefined ? {} : { pullRequest }),
    createdAt: plan.createdAt,
    digest: plan.digest,
    where: plan.where,
    with: plan.with,
    from: plan.from,
    sources: digest(plan.sources),
    replaces: plan.released,
    changes: effectiveChanges(plan).map((change) => {
      const sensitive = hashes.get(change.address)
      return {
        action: change.action,
        address: change.address,
        digest: changeDigest(change),
        ...(sensitive === undefined ? {} : { sensitive }),
        ...(change.expected === undefined ? {} : { expected: change.expected }),
      }
    }),
    ...(plan.grounds === undefined ? {} : { grounds: plan.grounds }),
    ...(Object.keys(ingredients).length === 0 ? {} : { sensitive: ingredients }),
  }
  return deepFreeze(review) as Review
}

/** Covers all of a review: what its signature says. */
export function reviewDigest(review: Review): string {
  return digest(review)
}

export interface Difference {
  /** The address of a change, or which ingredient it is: `where: region`, `from: main.tf`. */
  readonly address: string
  readonly what:
    | 'not reviewed'
    | 'differs from the review'
    | 'a sensitive value differs from the review'
    | 'reviewed, but no longer planned'
    | 'another place than was reviewed'
    | 'not as it was reviewed'
    | 'other bytes than were reviewed'
  readonly reviewed?: Action
  readonly planned?: Change
  /** `eu-central-1 → eu-west-1` */
  readonly detail?: string
}

export interface Comparison {
  /**
   * `equal`: the reviewed plan. `remainder`: the same place, means and bytes with some of the reviewed changes already
   * made, as after a run that was cut off. `different`: something would happen that nobody reviewed.
   */
  readonly verdict: 'equal' | 'remainder' | 'different'
  readonly differences: readonly Difference[]
}

/** Longer values are told apart by their names alone. */
const LONGEST_DETAIL = 120

const wording = {
  where: 'another place than was reviewed',
  with: 'not as it was reviewed',
  from: 'other bytes than were reviewed',
} as const

type Named = Readonly<Record<string, unknown>>

function ingredientDifferences(
  group: 'where' | 'with' | 'from',
  planned: Named,
  reviewed: Named,
  names: readonly string[],
): Difference[] {
  // One that is null is not one that is missing, and the text `null` is neither.
  const own = (record: Named, name: string) =>
    Object.hasOwn(record, name) ? canonicalJson(record[name]) : undefined
  return names.flatMap((name) => {
    const [before, after] = [own(reviewed, name), own(planned, name)]
    if (before === after) return []
    const raw = [reviewed[name], planned[name]]
    const readable = raw.every((value) => typeof value === 'string')
    const shown = readable ? raw : [before, after].map((json = 'none') => json)
    const detail = group === 'from' ? '' : shown.join(' → ')
    const told = detail !== '' && detail.length <= LONGEST_DETAIL ? { detail } : {}
    return [{ address: `${group}: ${name}`, what: wording[group], ...told }]
  })
}

function placeDifferences(plan: Plan, review: Review): Difference[] {
  const differences = (['where', 'with'] as const).flatMap((group) =>
    ingredientDifferences(group, plan[group], review[group], [
      ...new Set([...Object.keys(review[group]), ...Object.keys(plan[group])]),
    ]),
  )
  if (plan.step === review.step && plan.target === review.target) return differences
  const detail = `${review.step} ${review.target} → ${plan.step} ${plan.target}`
  return [{ address: 'where: target', what: wording.where, detail }, ...differences]
}

/** Whether a change is the second half of one that was reviewed: what it takes the place of is gone already. */
function isSecondHalf(change: Change, reviewed: Review['changes'][number]): boolean {
  const whole = { ...change, action: 'replace' } as const
  return (
    reviewed.action === 'replace' && change.action === 'create' && reviewed.digest === changeDigest(whole)
  )
}

async function changeDifferences(plan: Plan, review: Review, begun: boolean): Promise<Difference[]> {
  const hashes = await plan.sensitive.hashes(review.salt)
  const [shown, given] = [review.sensitive ?? {}, ingredientHashes(hashes)]
  const ingredients = [...new Set([...Object.keys(shown), ...Object.keys(given)])]
    .filter((name) => shown[name] !== given[name])
    .map((address): Difference => ({ address, what: 'a sensitive value differs from the review' }))
  const reviewed = new Map(review.changes.map((change) => [change.address, change]))
  const changes = effectiveChanges(plan).flatMap((change): Difference[] => {
    const { address } = change
    const known = reviewed.get(address)
    if (known === undefined) return [{ address, what: 'not reviewed', planned: change }]
    const both = { address, reviewed: known.action, planned: change }
    if (known.digest !== changeDigest(change) && !(begun && isSecondHalf(change, known)))
      return [{ ...both, what: 'differs from the review' }]
    if (known.sensitive !== hashes.get(address))
      return [{ ...both, what: 'a sensitive value differs from the review' }]
    return []
  })
  return [...ingredients, ...changes]
}

/**
 * Holds what would be applied against what was shown: where, with what, from which bytes, what.
 * @param begun whether the target says that it was released from this commit before: only then is less than was shown the
 * rest of it
 */
export async function compareWithReview(plan: Plan, review: Review, begun = true): Promise<Comparison> {
  const addresses = new Set(effectiveChanges(plan).map(({ address }) => address))
  const gone = review.changes.filter(({ address }) => !addresses.has(address))
  const missing = Object.keys(review.from).filter((name) => !Object.hasOwn(plan.from, name))
  const halves = review.changes.some(
    ({ action, address }) =>
      action === 'replace' &&
      !plan.changes.some((change) => change.address === address && change.action === action),
  )
  const less = gone.length > 0 || missing.length > 0 || halves
  const differences = [
    ...placeDifferences(plan, review),
    ...ingredientDifferences('from', plan.from, review.from, Object.keys(plan.from)),
    ...(await changeDifferences(plan, review, begun)),
  ]
  if (differences.length === 0 && !less) return { verdict: 'equal', differences }
  // Something was shown and is not done: only a release that was begun, from the same sources, has done it already.
  if (begun && differences.length === 0 && digest(plan.sources) === review.sources)
    return { verdict: 'remainder', differences }
  return {
    verdict: 'different',
    differences: [
      ...differences,
      ...ingredientDifferences('from', plan.from, review.from, missing),
      ...gone.map(
        ({ address, action }): Difference => ({
          address,
          what: 'reviewed, but no longer planned',
          reviewed: action,
        }),
      ),
    ],
  }
}
