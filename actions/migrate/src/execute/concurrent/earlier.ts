/** What an earlier run of a file has done of a statement. */
import type { Begun } from '../../tasks/unfinished.ts'

/** `interrupted` when it was at it and was cut off, `done` when it went on behind it. */
export type Earlier = 'nothing' | 'interrupted' | 'done'

/** @param number of the statement, from 1 */
export function earlierOf(number: number, begun: Begun | undefined): Earlier {
  if (begun === undefined || number > begun.statement) return 'nothing'
  if (number < begun.statement) return 'done'
  return begun.interrupted ? 'interrupted' : 'nothing'
}
