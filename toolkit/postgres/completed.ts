/** How many statements of a message were complete before the error that ended it: errors without a position have no other place. */
import type pg from 'pg'

const completed = new WeakMap<object, number>()

/** Counts from now on what a client completes. */
export function countCompleted({ connection }: pg.Client): void {
  let count = 0
  connection.on('commandComplete', () => count++)
  connection.on('errorMessage', (error: object) => completed.set(error, count))
  connection.on('readyForQuery', () => {
    count = 0
  })
}

/** @returns undefined for an error that no server sent */
export function completedBefore(error: unknown): number | undefined {
  return typeof error === 'object' && error !== null ? completed.get(error) : undefined
}
