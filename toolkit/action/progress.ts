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
  #changed = false
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
    for (const result of results) {
      this.#results.set(result.address, result)
      // What may have been done counts as done, and what was done stays so whatever comes of it.
      this.#changed ||= result.status === 'done' || result.status === 'unknown'
    }
  }

  /** What the outcome of this step has besides. */
  add(more: Partial<Omit<O, keyof Outcome>>): void {
    this.#more = { ...this.#more, ...more }
  }

  /** How it stands, in the order of the plan: what was not told of was not done. */
  outcome(status: Outcome['status']): Outcome & Partial<O> {
    const planned = effectiveChanges(this.#plan).map(
      ({ address, action }): Result =>
        this.#results.get(address) ?? { address, action, status: 'skipped', durationMs: 0 },
    )
    const known = new Set(planned.map(({ address }) => address))
    const others = [...this.#results.values()].filter(({ address }) => !known.has(address))
    const { step, target, digest } = this.#plan
    const outcome = makeOutcome({
      step,
      target,
      digest,
      startedAt: this.#startedAt,
      finishedAt: this.#clock(),
      status,
      changed: this.#changed && !this.#onlyLooks,
      results: [...planned, ...others],
    })
    return { ...this.#more, ...outcome }
  }
}
