import { invalid, Problem } from '../http/problem.ts'
import { errorCode } from './database.ts'

/** What the database says of a row that it does not take. @param at where in the body its JSON stands */
export function refusalOf(error: unknown, at: string): unknown {
  const code = errorCode(error)
  // 23503: foreign_key_violation.
  if (code === '23503') return new Problem(403, 'This tenant is not known.')
  if (code.startsWith('22')) return invalid('body', at, 'has what cannot be kept: a NUL, or half a character')
  return error
}
