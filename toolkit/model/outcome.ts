import * as z from 'zod'
import { Action } from './change.ts'
import { type DeepReadonly, deepFreeze } from './freeze.ts'
import { StepName } from './step.ts'

export const Result = z
  .object({
    address: z.string(),
    action: Action,
    /** `unknown`: it cannot be told whether it was done. */
    status: z.enum(['done', 'failed', 'skipped', 'unknown']),
    durationMs: z.number().nonnegative(),
    message: z.string().optional(),
  })
  .readonly()
export type Result = z.infer<typeof Result>

export const Outcome = z.object({
  step: StepName,
  target: z.string(),
  digest: z.string(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  /** `refused`: nothing was begun. */
  status: z.enum(['succeeded', 'failed', 'cancelled', 'refused']),
  /** Whether the target is different from before. */
  changed: z.boolean(),
  results: z.array(Result),
})
export type Outcome = DeepReadonly<z.infer<typeof Outcome>>

export function makeOutcome(
  parts: Omit<Outcome, 'startedAt' | 'finishedAt'> & { readonly startedAt: Date; readonly finishedAt: Date },
): Outcome {
  return deepFreeze({
    ...parts,
    startedAt: parts.startedAt.toISOString(),
    finishedAt: parts.finishedAt.toISOString(),
    results: parts.results.map(({ durationMs, message, ...result }) => ({
      ...result,
      // A clock that was set back meanwhile took no time away.
      durationMs: Math.max(0, durationMs),
      ...(message === undefined ? {} : { message }),
    })),
  })
}
