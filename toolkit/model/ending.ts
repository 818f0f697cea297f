/** How a run ended. Everything that is told of it, wherever it is told, is made of this one value. */
import type { Failure } from './failure.ts'
import type { Outcome } from './outcome.ts'
import { effectiveChanges, type Plan } from './plan.ts'
import type { Comparison } from './review.ts'
import type { StepName } from './step.ts'

/**
 * `nothing to do`: the target was looked at, and is well. `stale`: what was shown does not fit any more. `failed`: an
 * apply that did not do all of it; its outcome says what it did.
 */
export const ends = [
  'planned',
  'nothing to do',
  'plan failed',
  'stale',
  'refused',
  'applied',
  'failed',
  'cancelled',
] as const
export type End = (typeof ends)[number]

/** What would be applied, beside what was shown. */
export interface ReviewDifference {
  readonly comparison: Comparison
  /** `pull request #12`, `run 4711` */
  readonly shownBy: string
}

interface About {
  readonly step: StepName
  readonly command: string
  /** Whether it was to act on the target. */
  readonly applies: boolean
  /** Set for a command that only looks: what it did not see is no plan that failed. */
  readonly looks?: true
  /** Where it was to have its effect, as far as that is known without a plan. */
  readonly target?: string
  /** What ended it, or keeps it from being applied. */
  readonly failures: readonly Failure[]
  /** Where it was looked at, and told. */
  readonly difference?: ReviewDifference
}

type With<E extends End, P extends Plan | undefined, O extends Outcome | undefined> = {
  readonly end: E
  readonly plan: P
  readonly outcome: O
}

export type Ending = About &
  (
    | With<'planned' | 'nothing to do' | 'stale' | 'refused', Plan, undefined>
    | With<'plan failed', undefined, undefined>
    | With<'applied' | 'failed', Plan, Outcome>
    | With<'cancelled', Plan | undefined, Outcome | undefined>
  )

/** What was shown of another commit, another base, or another state of the target. */
const outdated: ReadonlySet<string> = new Set([
  'PLAN_STALE',
  'REVIEW_BASE',
  'REVIEW_COMMIT',
  'REVIEW_DIFFERS',
])

/** What an apply is refused for under the target's lock, before its first change. */
const refusedByTarget: ReadonlySet<string> = new Set([
  'PLAN_STALE',
  'RELEASE_ASIDE',
  'RELEASE_OLDER',
  'RELEASE_SET_BACK',
  'RELEASE_UNKNOWN',
  'REVIEW_USED',
])

/** What is known of a run when it is over. */
export interface Known extends About {
  readonly cancelled: boolean
  readonly plan: Plan | undefined
  /** Of an apply that was begun. */
  readonly outcome: Outcome | undefined
}

export function endingOf({ cancelled, plan, outcome, ...about }: Known): Ending {
  const { failures, applies } = about
  const codes = failures.map(({ code }) => code)
  if (cancelled) return { ...about, end: 'cancelled', plan, outcome }
  if (plan === undefined) return { ...about, end: 'plan failed', plan, outcome: undefined }
  if (!applies) {
    // Findings are what a plan shows; anything else kept it from being kept.
    if (codes.some((code) => code !== 'FINDINGS'))
      return { ...about, target: plan.target, end: 'plan failed', plan: undefined, outcome: undefined }
    const idle = effectiveChanges(plan).length === 0 && plan.findings.length === 0
    return { ...about, end: idle ? 'nothing to do' : 'planned', plan, outcome: undefined }
  }
  const untouched = outcome === undefined || outcome.results.every(({ status }) => status === 'skipped')
  const refused = outcome === undefined || codes.some((code) => refusedByTarget.has(code))
  if (failures.length > 0 && untouched && refused) {
    const end = codes.some((code) => outdated.has(code)) ? 'stale' : 'refused'
    return { ...about, end, plan, outcome: undefined }
  }
  const failed = failures.length > 0 || outcome?.status !== 'succeeded'
  if (outcome === undefined || (!failed && effectiveChanges(plan).length === 0))
    return { ...about, end: 'nothing to do', plan, outcome: undefined }
  return { ...about, end: failed ? 'failed' : 'applied', plan, outcome }
}

/** Undefined when not even that could be found out. */
export function targetOf({ plan, target }: Ending): string | undefined {
  return plan?.target ?? target
}

/** The same for programs: a file for the later steps of the job. */
export function outcomeOf(ending: Ending, now: Date): Outcome {
  const { step, end, plan, outcome } = ending
  if (outcome !== undefined) return outcome
  const at = now.toISOString()
  const status = end === 'cancelled' ? 'cancelled' : end === 'plan failed' ? 'failed' : 'refused'
  return {
    step,
    target: targetOf(ending) ?? '',
    digest: plan?.digest ?? '',
    startedAt: at,
    finishedAt: at,
    status: end === 'nothing to do' ? 'succeeded' : status,
    changed: false,
    results: [],
  }
}
