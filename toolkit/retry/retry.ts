import { setTimeout as sleep } from 'node:timers/promises'

/** `again`: transient, worth another try. `refuse`: final; a refusal is never retried. */
export type Verdict = 'again' | 'refuse'

export interface RetryOptions {
  readonly attempts: number
  /** Milliseconds before the second attempt; doubles each time up to `longest`. */
  readonly shortest: number
  readonly longest: number
  readonly classify: (error: unknown) => Verdict
  readonly signal: AbortSignal
  /** 0 ≤ x < 1, spreads the waits so that parallel jobs do not march in step. */
  readonly random: () => number
  /** Milliseconds that whoever was asked wants to be left alone for; undefined when it does not say. */
  readonly pauseOf?: (error: unknown) => number | undefined
  readonly onRetry?: (error: unknown, attempt: number, wait: number) => void
}

/** Milliseconds; a longer pause is not waited for. */
const LONGEST_PAUSE = 120_000

/** Full jitter around an exponential ladder, never below half a rung. */
export function backoff(
  attempt: number,
  { shortest, longest, random }: Pick<RetryOptions, 'shortest' | 'longest' | 'random'>,
): number {
  const rung = Math.min(longest, shortest * 2 ** (attempt - 1))
  return Math.round(rung / 2 + (rung / 2) * random())
}

/**
 * Calls `attempt` until it succeeds, is refused, or has been tried `attempts` times. A pause that was asked for is kept,
 * up to two minutes.
 * @throws the last error; the signal's reason when aborted while waiting.
 */
export async function retry<T>(options: RetryOptions, attempt: (number: number) => Promise<T>): Promise<T> {
  for (let number = 1; ; number++) {
    try {
      return await attempt(number)
    } catch (error) {
      if (number >= options.attempts || options.signal.aborted || options.classify(error) === 'refuse')
        throw error
      const pause = options.pauseOf?.(error) ?? 0
      if (pause > LONGEST_PAUSE) throw error
      const wait = Math.max(pause, backoff(number, options))
      options.onRetry?.(error, number, wait)
      await sleep(wait, undefined, { signal: options.signal })
    }
  }
}
