import type * as z from 'zod'
import { type Failure, failuresIn, throwIfAny } from '../model/failure.ts'
import type { CommonInputs } from './inputs.ts'
import type { Given } from './step.ts'

/** Collects everything that is wrong with a run, so that it is told at once; what was read meanwhile is kept. */
export class Opening<Schema extends z.ZodObject> {
  readonly #given: Given<Schema>
  /** By their text: what is wrong for several reasons is told once. */
  readonly #problems: Map<string, Failure>

  constructor(given: Given<Schema>) {
    this.#given = given
    this.#problems = new Map(given.problems.map((failure) => [failure.message, failure]))
  }

  add(...failures: readonly Failure[]): void {
    for (const failure of failures) this.#problems.set(failure.message, failure)
  }

  /**
   * Reads something. What it throws is told with everything else.
   * @returns what was read; it is asked for when everything is known to be right
   */
  read<T>(work: () => T): () => T {
    try {
      const value = work()
      return () => value
    } catch (error) {
      const failures = failuresIn(error)
      if (failures.length === 0) throw error
      this.add(...failures)
      return () => {
        throw error
      }
    }
  }

  /** The inputs, complete. @throws Failures of everything that is wrong */
  inputs(): z.output<Schema> & CommonInputs {
    throwIfAny([...this.#problems.values()])
    return this.#given.valid as z.output<Schema> & CommonInputs // complete: every input that is not is a problem
  }
}
