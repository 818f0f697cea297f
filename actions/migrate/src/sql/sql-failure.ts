/** A server's error as a failure on the exact line of the migration, with what to do about it. */
import { Failure, failuresIn } from '#toolkit/model/failure.ts'
import type { Source } from '#toolkit/model/source.ts'
import { messageAbout } from '#toolkit/postgres/without-rows.ts'
import { caret, fromCodePoints, Places, type Script, type Statement } from './statements.ts'

export interface ServerError {
  readonly code: string
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
  '23514': 'Correct the rows that break the constraint, then run it again.',
  '25001': 'Move it into a migration of its own: it cannot run inside a transaction.',
  '40P01': 'Run it again: the server ended one of two sessions that waited for each other.',
  '42501': 'Grant the right to the user of the database URL.',
  '42601': 'Correct the statement.',
  '42703': 'Check the name of the column, and that an earlier migration makes it.',
  '42P01': 'Check the name of the table, and that an earlier migration makes it.',
  '42P07': 'It exists already: somebody made it by hand, or under another name.',
  '53100': 'Make room on the disk of the server, then run it again.',
  '55006': 'Something still uses the object; end that first.',
  '55P03':
    'Another session holds a lock that it needs. Run it again when that has finished, or raise `lock-timeout`.',
  '55P04': 'A new enum value can be used only after its migration has been committed: split the file.',
  '57014':
    'It took longer than `statement-timeout`, or somebody cancelled it. Raise `statement-timeout`, for this file with `-- migrate: statement-timeout 10m`.',
}

/** What the server says of a right that is missing, and how it is given. */
const rights: readonly (readonly [message: RegExp, fix: (name: string) => string])[] = [
  [/^permission denied for database (.+)$/, (name) => `GRANT CREATE ON DATABASE ${name} TO <user>`],
  [/^permission denied for schema (.+)$/, (name) => `GRANT USAGE, CREATE ON SCHEMA ${name} TO <user>`],
  [
    /^permission denied for (?:table|view|sequence) (.+)$/,
    (name) => `GRANT ALL ON ${name} TO <user>, or make it its owner`,
  ],
  [
    /^permission denied for (?:function|procedure) (.+)$/,
    (name) => `GRANT EXECUTE ON FUNCTION ${name} TO <user>`,
  ],
  [
    /^must be owner of \S+ (.+)$/,
    (name) => `give ${name} to the user, or GRANT <the role that owns it> TO <user>`,
  ],
]

function missingRight({ code, message }: ServerError): string | undefined {
  if (code !== '42501') return undefined
  for (const [said, fix] of rights) {
    const name = said.exec(message)?.[1]
    if (name !== undefined)
      return `${fix(/^[a-z_][a-z0-9_$]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`)}; <user> is that of the database URL.`
  }
  return undefined
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

/** @throws Failure DATABASE_ERROR instead of an error of the server about a statement of our own */
export async function explained<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (failuresIn(error).length > 0 || !isServerError(error)) throw error
    throw ownStatement(error)
  }
}

function ownStatement(error: ServerError): Failure {
  return new Failure({
    code: 'DATABASE_ERROR',
    what: `The server refused a statement of the tool itself: ${error.message} (SQLSTATE ${error.code}).`,
    fix:
      missingRight(error) ??
      'Grant the user of the database URL what it needs: a schema of its own for the history, and pg_read_all_stats to name lock holders.',
    cause: error,
  })
}

/** What was sent to the server, so that its error can be laid back over the file. */
export interface Sent {
  /** In front of the file's own text, or of the statement's. */
  readonly prefix: string
  /** How many statements the prefix has. */
  readonly before: number
  /** The one that was sent by itself; else the whole file was. */
  readonly statement?: Statement
}

/** The line inside a DO block that `where` tells: `PL/pgSQL function inline_code_block line 3 at …`. */
function blockLine(statement: Statement, where: string | undefined): number | undefined {
  const line = Number(/inline_code_block line (\d+)/.exec(where ?? '')?.[1])
  if (!('DoStmt' in statement.node) || Number.isNaN(line)) return undefined
  const body = /\$[^$]*\$|'/.exec(statement.text)
  if (body === null) return undefined
  // The block's first line is the one on which its quote opens.
  return statement.line + statement.text.slice(0, body.index).split('\n').length - 1 + line - 1
}

interface Place {
  readonly line: number
  readonly column?: number
}

/** Where in a file the server is that says something, as far as that can be told. */
export function placeIn(
  error: Pick<ServerError, 'position' | 'where'>,
  script: Script,
  sent: Sent,
  completed: number | undefined,
): Place | undefined {
  if (error.position !== undefined) {
    const base = sent.statement === undefined ? script.sql : sent.statement.text
    const within = Number(error.position) - 1 - [...sent.prefix].length
    const offset = (sent.statement?.offset ?? 0) + fromCodePoints(base, within)
    if (within >= 0 && offset <= script.sql.length) return new Places(script.sql).at(offset)
  }
  const statement =
    sent.statement ?? (completed === undefined ? undefined : script.statements[completed - sent.before])
  if (statement === undefined) return undefined
  const line = blockLine(statement, error.where)
  return line === undefined ? { line: statement.line, column: statement.column } : { line }
}

/**
 * @param completed how many statements of the message were complete before the error: it tells the line of errors that
 * have no position, such as a broken constraint
 */
export function sqlFailure(
  error: ServerError,
  script: Script,
  sent: Sent,
  completed: number | undefined,
  stands: string,
): Failure {
  const { code, detail, hint, where } = error
  const place = placeIn(error, script, sent, completed)
  const end = sent.before + script.statements.length
  const atEnd = place === undefined && completed !== undefined && completed >= end
  // Constraints are checked at the end; behind them the tool writes its record.
  if (atEnd && completed > end && code === '42501') return ownStatement(error)
  const source: Source = { file: script.file, ...(place ?? { line: script.statements[0]?.line ?? 1 }) }
  const shown = place === undefined ? '' : caret(script.sql, place.line, place.column ?? 1)
  const why = [
    atEnd
      ? `It came at the end of the transaction${completed === end ? ', when deferred constraints are checked' : ''}.`
      : undefined,
    detail,
    where?.split('\n')[0],
  ].filter((part) => part !== undefined)
  return new Failure({
    code: 'MIGRATION_FAILED',
    what: `${messageAbout(error, script.sql)} (SQLSTATE ${code}).${shown}`,
    why: why.length > 0 ? why.join(' ') : 'The server refused the statement.',
    fix: `${missingRight(error) ?? advice[code] ?? hint ?? 'Correct the file.'} ${stands}`,
    source,
    cause: error,
  })
}
