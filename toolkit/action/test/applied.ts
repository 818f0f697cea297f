import { type Failure, failuresIn } from '../../model/failure.ts'
import type { Outcome } from '../../model/outcome.ts'
import type { Plan } from '../../model/plan.ts'
import { Progress } from '../progress.ts'
import type { Forwards, Run } from '../step.ts'

const clock = () => new Date()

/** Applies a plan, and tells what was done. @throws what the apply throws */
export async function applied<P extends Plan, O extends Outcome>(
  run: Pick<Run<P, O>, 'apply'>,
  plan: P,
  forwards: Forwards,
): Promise<Outcome & Partial<O>> {
  const progress = new Progress<O>(plan, clock)
  await run.apply(plan, forwards, progress)
  return progress.outcome('succeeded')
}

interface Circumstances {
  readonly onlyLooks?: boolean
  /** Whose abort is a cancel of the run. */
  readonly signal?: AbortSignal
}

/** Applies a plan, and tells what was done, and why not all of it. */
export async function ended<P extends Plan, O extends Outcome>(
  run: Pick<Run<P, O>, 'apply'>,
  plan: P,
  forwards: Forwards,
  { onlyLooks = false, signal }: Circumstances = {},
): Promise<Outcome & Partial<O> & { readonly failures: readonly Failure[] }> {
  const progress = new Progress<O>(plan, clock, onlyLooks)
  let failures: readonly Failure[] = []
  try {
    await run.apply(plan, forwards, progress)
  } catch (error) {
    failures = failuresIn(error)
    if (signal?.aborted === true) return { ...progress.outcome('cancelled'), failures }
    if (failures.length === 0) throw error
  }
  return { ...progress.outcome(failures.length === 0 ? 'succeeded' : 'failed'), failures }
}
