/** A server's error as a failure on the exact line of the migration, with what to do about it. */
import { Failure } from '#toolkit/model/failure.ts'
import { positionIn, type Script, type Statement } from './statements.ts'

interface ServerError {
  readonly code?: string
  readonly message: string
  readonly detail?: string
  readonly hint?: string
  /** In code points, from 1, over the whole text that was sent. */
  readonly position?: string
  readonly where?: string
}

/** By SQLSTATE; see PostgreSQL's appendix A. */
const advice: Readonly<Record<string, string>> = {
  '23505': 'Remove the duplicate rows, then run it again.',
  '23502': 'Fill the missing values first, in a migration before this one.',
  '23503': 'Remove or complete the rows that refer to nothing, then run it again.',
  '40P01': 'Run it again: the server ended one of two sessions that waited for each other.',
  '42501': 'Grant the right to the user of `database-url`.',
  '42601': 'Correct the statement.',
  '42703': 'Check the name of the column, and that an earlier migration makes it.',
  '42P01': 'Check the name of the table, and that an earlier migration makes it.',
  '42P07': 'It exists already: somebody made it by hand, or under another name.',
  '55P03':
    'Another session holds a lock that it needs. Run it again when that has finished, or raise `lock-timeout`.',
  '57014': 'It took longer than `statement-timeout`.',
}

export function isServerError(error: unknown): error is ServerError {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    'message' in error &&
    /^[0-9A-Z]{5}$/.test(String(error.code))
  )
}

function caret(sql: string, line: number, column: number): string {
  const text = sql.split('\n')[line - 1] ?? ''
  return `\n    ${text}\n    ${' '.repeat(column - 1)}^`
}

/**
 * @param offset code points that were sent in front of the file's own text
 * @param statement the one that ran, when they were sent one by one
 */
export function sqlFailure(
  error: ServerError,
  script: Script,
  offset: number,
  statement?: Statement,
): Failure {
  const { code = '', message, detail, hint, where } = error
  let place: { line: number; column?: number } = { line: statement?.line ?? script.statements[0]?.line ?? 1 }
  if (error.position !== undefined) {
    const within = Number(error.position) - 1 - offset
    if (statement === undefined) place = positionIn(script.sql, Math.max(0, within))
    else {
      const { line, column } = positionIn(statement.text, Math.max(0, within))
      place = { line: statement.line + line - 1, column }
    }
  }
  const shown = place.column === undefined ? '' : caret(script.sql, place.line, place.column)
  return new Failure({
    code: 'MIGRATION_FAILED',
    what: `${message} (SQLSTATE ${code}).${shown}`,
    why:
      [detail, where].filter((part) => part !== undefined).join(' ') || 'The server refused the statement.',
    fix: `${advice[code] ?? hint ?? 'Correct the file.'} Nothing of this file was applied.`,
    source: { file: script.file, ...place },
    cause: error,
  })
}
