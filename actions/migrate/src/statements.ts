/** What a migration file consists of: its statements, and whether they run in one transaction or each alone. */
import { Failure } from '#toolkit/model/failure.ts'
import { type Parse, type RawStatement, SqlSyntaxError } from './parser.ts'

export interface Statement {
  readonly text: string
  /** Where its first word stands, from 1. */
  readonly line: number
  /** Set when it must not run inside a transaction: what it is. */
  readonly alone: string | undefined
  /** Set for CREATE INDEX CONCURRENTLY: the index that it builds. */
  readonly index: { readonly schema: string | undefined; readonly name: string } | undefined
}

export interface Script {
  readonly file: string
  readonly sql: string
  readonly statements: readonly Statement[]
  /** All statements in one transaction, together with the history row. */
  readonly transactional: boolean
}

type Node = Readonly<Record<string, unknown>>

function member(node: Node, name: string): Node | undefined {
  const value = node[name]
  return typeof value === 'object' && value !== null ? (value as Node) : undefined
}

/** Why a statement cannot run inside a transaction, by PostgreSQL's own documentation of each command. */
function aloneReason(node: Node): string | undefined {
  if (member(node, 'IndexStmt')?.['concurrent'] === true) return 'CREATE INDEX CONCURRENTLY'
  if (member(node, 'DropStmt')?.['concurrent'] === true) return 'DROP INDEX CONCURRENTLY'
  const reindex = member(node, 'ReindexStmt')
  if (reindex !== undefined && JSON.stringify(reindex['params'] ?? '').includes('"concurrently"'))
    return 'REINDEX CONCURRENTLY'
  const alter = member(node, 'AlterTableStmt')
  if (alter !== undefined && JSON.stringify(alter).includes('"concurrent":true'))
    return 'DETACH PARTITION CONCURRENTLY'
  if (member(node, 'VacuumStmt')?.['is_vacuumcmd'] === true) return 'VACUUM'
  const kinds: Readonly<Record<string, string>> = {
    AlterSystemStmt: 'ALTER SYSTEM',
    CreatedbStmt: 'CREATE DATABASE',
    DropdbStmt: 'DROP DATABASE',
    CreateTableSpaceStmt: 'CREATE TABLESPACE',
    DropTableSpaceStmt: 'DROP TABLESPACE',
    CreateSubscriptionStmt: 'CREATE SUBSCRIPTION',
  }
  return Object.entries(kinds).find(([kind]) => kind in node)?.[1]
}

function refusal(node: Node): { what: string; fix: string } | undefined {
  if ('TransactionStmt' in node) {
    return {
      what: 'A migration may not begin or end a transaction.',
      fix: 'Remove the statement: every file is one transaction already.',
    }
  }
  const copy = member(node, 'CopyStmt')
  if (copy?.['is_from'] === true && copy['filename'] === undefined) {
    return { what: 'COPY FROM stdin has no data here.', fix: 'Write the rows as INSERT … VALUES.' }
  }
  const index = member(node, 'IndexStmt')
  if (index?.['concurrent'] === true && index['idxname'] === undefined) {
    return {
      what: 'This concurrent index has no name.',
      fix: 'Name it: only then can an unfinished build be found and repaired.',
    }
  }
  return undefined
}

function indexOf(node: Node): Statement['index'] {
  const index = member(node, 'IndexStmt')
  const name = index?.['idxname']
  if (index?.['concurrent'] !== true || typeof name !== 'string') return undefined
  const schema = member(index, 'relation')?.['schemaname']
  return { name, schema: typeof schema === 'string' ? schema : undefined }
}

/** The comments and blanks in front of a statement belong to its text, but not to its place. */
function leading(text: string): number {
  const skipped = /^(?:\s+|--[^\n]*(?:\n|$)|\/\*(?:[^*]|\*(?!\/))*\*\/)*/.exec(text)
  return skipped?.[0].length ?? 0
}

function lineAt(text: string, index: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < index; at = text.indexOf('\n', at + 1)) line++
  return line
}

/** Line and column, from 1, of a place given in code points. */
export function positionIn(sql: string, codePoints: number): { line: number; column: number } {
  const before = [...sql].slice(0, codePoints).join('')
  return { line: lineAt(sql, before.length), column: before.length - before.lastIndexOf('\n') }
}

function syntaxFailure(error: unknown, file: string, sql: string): unknown {
  if (!(error instanceof SqlSyntaxError)) return error
  const line = positionIn(sql, error.position)
  const psql = /^\s*\\/.test(sql.split('\n')[line.line - 1] ?? '')
  return new Failure({
    code: 'SQL_SYNTAX',
    what: psql ? 'This is a command of psql, not SQL.' : `This is not valid SQL: ${error.message}.`,
    fix: psql ? 'Write it as SQL; files are sent to the server as they are.' : 'Correct the statement.',
    source: { file, ...line },
    cause: error,
  })
}

/**
 * Splits and classifies a file.
 * @throws Failure SQL_SYNTAX, SQL_REFUSED or SQL_MIXED, each on its line.
 */
export function readScript(parse: Parse, file: string, sql: string): Script {
  let raw: readonly RawStatement[]
  try {
    raw = parse(sql)
  } catch (error) {
    throw syntaxFailure(error, file, sql)
  }
  const bytes = Buffer.from(sql)
  const statements = raw.map(({ node, start, end }): Statement => {
    const whole = bytes.subarray(start, end).toString('utf8')
    const skipped = leading(whole)
    const line = lineAt(sql, bytes.subarray(0, start).toString('utf8').length + skipped)
    const refused = refusal(node)
    if (refused !== undefined) throw new Failure({ code: 'SQL_REFUSED', ...refused, source: { file, line } })
    return { text: whole.slice(skipped), line, alone: aloneReason(node), index: indexOf(node) }
  })
  const alone = statements.find((statement) => statement.alone !== undefined)
  const together = statements.find((statement) => statement.alone === undefined)
  if (alone !== undefined && together !== undefined) {
    throw new Failure({
      code: 'SQL_MIXED',
      what: `${alone.alone} (line ${alone.line}) cannot run inside a transaction, but line ${together.line} needs one.`,
      why: 'If one of them fails, the other could not be undone with it.',
      fix: 'Split the file: what runs alone goes into a migration of its own.',
      source: { file, line: alone.line },
    })
  }
  return { file, sql, statements, transactional: alone === undefined }
}
