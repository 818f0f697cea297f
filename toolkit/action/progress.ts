import { makeOutcome, type Outcome, type Result } from '../model/outcome.ts'
import { effectiveChanges, type Plan } from '../model/plan.ts'
import type { Clock } from '../world/world.ts'

/**
 * What an apply has done so far, told by it as soon as it is known. It stands whatever ends the apply: a failure, a
 * cancel, or a bug.
 */
export class Progress<O extends Outcome = Outcome> {
  readonly #plan: Plan
  readonly #clock: Clock
  readonly #startedAt: Date
  readonly #onlyLooks: boolean
  readonly #results = new Map<string, Result>()
  #more: Partial<O> = {}

  /** @param onlyLooks whether what is done changes nothing */
  constructor(plan: Plan, clock: Clock, onlyLooks = false) {
    this.#plan = plan
    this.#clock = clock
    this.#startedAt = clock()
    this.#onlyLooks = onlyLooks
  }

  /** What became of one change; what is said last counts. */
  record(...results: readonly Result[]): void {
    for (const result of results) this.#results.set(result.address, result)
  }

  /** What the outcome of this step has besides. */
  add(more: Partial<Omit<O, keyof Outcome>>): void {
    this.#more = { ...this.#more, ...more }
  }

  /** How it stands: what was not told of was not done. */
  outcome(status: Outcome['status']): Outcome & Partial<O> {
    const told = [...this.#results.values()]
    const rest = effectiveChanges(this.#plan).filter(({ address }) => !this.#results.has(address))
    const { step, target, digest } = this.#plan
    const outcome = makeOutcome({
      step,
      target,
      digest,
      startedAt: this.#startedAt,
      finishedAt: this.#clock(),
      status,
      // What may have been done counts as done.
      changed: !this.#onlyLooks && told.some(({ status: of }) => of === 'done' || of === 'unknown'),
      results: [
        ...told,
        ...rest.map(({ address, action }) => ({
          address,
          action,
          status: 'skipped' as const,
          durationMs: 0,
        })),
      ],
    })
    return { ...this.#more, ...outcome }
  }
}
