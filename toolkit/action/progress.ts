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

  /** What became of changes; what is said of one last counts, and gives it its place. */
  record(...results: readonly Result[]): void {
    for (const result of results) {
      this.#results.delete(result.address)
      this.#results.set(result.address, result)
      // What may have been done counts as done, and what was done stays so whatever comes of it.
      this.#changed ||= result.status === 'done' || result.status === 'unknown'
    }
  }

  /** What the outcome of this step has besides. */
  add(more: Partial<Omit<O, keyof Outcome>>): void {
    this.#more = { ...this.#more, ...more }
  }

  /** How it stands, in the order in which it was told; what was not told of was not done. */
  outcome(status: Outcome['status']): Outcome & Partial<O> {
    const rest = effectiveChanges(this.#plan).flatMap(({ address, action }): Result[] =>
      this.#results.has(address) ? [] : [{ address, action, status: 'skipped', durationMs: 0 }],
    )
    const { step, target, digest } = this.#plan
    const outcome = makeOutcome({
      step,
      target,
      digest,
      startedAt: this.#startedAt,
      finishedAt: this.#clock(),
      status,
      changed: this.#changed && !this.#onlyLooks,
      results: [...this.#results.values(), ...rest],
    })
    return { ...this.#more, ...outcome }
  }
}
