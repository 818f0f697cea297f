import { describe, expect, test } from '@jest/globals'
import { backoff, type RetryOptions, retry } from '../retry.ts'

const options: RetryOptions = {
  attempts: 4,
  shortest: 1,
  longest: 4,
  classify: (error) => (error instanceof RangeError ? 'refuse' : 'again'),
  signal: new AbortController().signal,
  random: () => 0.5,
}

describe('retry', () => {
  test('tries again until it works, and tells each wait', async () => {
    const waits: number[] = []
    const result = await retry(
      { ...options, onRetry: (_error, _attempt, wait) => waits.push(wait) },
      async (attempt) => {
        if (attempt < 3) throw new Error('throttled')
        return attempt
      },
    )
    expect(result).toBe(3)
    expect(waits).toEqual([1, 2])
  })

  test('keeps a pause that was asked for, and gives up on one that is too long', async () => {
    const waits: number[] = []
    const asking = (pause: number | undefined) =>
      retry(
        { ...options, pauseOf: () => pause, onRetry: (_error, _attempt, wait) => waits.push(wait) },
        async (attempt) => {
          if (attempt < 2) throw new Error('too many')
          return attempt
        },
      )
    expect(await asking(20)).toBe(2)
    expect(await asking(undefined)).toBe(2)
    await expect(asking(120_001)).rejects.toThrow('too many')
    expect(waits).toEqual([20, 1])
  })

  test('never repeats what was refused', async () => {
    let calls = 0
    const refused = retry(options, async () => {
      calls++
      throw new RangeError('not authorized')
    })
    await expect(refused).rejects.toThrow('not authorized')
    expect(calls).toBe(1)
  })

  test('gives up with the last error', async () => {
    const failing = retry(options, async (attempt) => Promise.reject(new Error(`attempt ${attempt}`)))
    await expect(failing).rejects.toThrow('attempt 4')
  })

  test('stops waiting when it is cancelled', async () => {
    const abort = new AbortController()
    const slow = { ...options, shortest: 60_000, longest: 60_000, signal: abort.signal }
    const waiting = retry({ ...slow, onRetry: () => abort.abort(new Error('cancelled')) }, () =>
      Promise.reject(new Error('throttled')),
    )
    await expect(waiting).rejects.toThrow()
    expect(abort.signal.aborted).toBe(true)
  })

  test.each([
    [1, 0, 50],
    [1, 0.999, 100],
    [3, 0, 200],
    [30, 0.999, 1000],
  ])('waits before attempt %d + 1 (random %d) about %d ms', (attempt, random, wait) => {
    expect(backoff(attempt, { shortest: 100, longest: 1_000, random: () => random })).toBeCloseTo(wait, -1)
  })
})
