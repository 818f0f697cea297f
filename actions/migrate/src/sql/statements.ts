/** What a migration file consists of: its statements, and whether they run in one transaction or each outside of one. */
import type { Node } from '@pgsql/types'
import { type Directives, readDirectives, refuseMisplaced } from '#toolkit/migrations/directives.ts'
import { Failure } from '#toolkit/model/failure.ts'
import { type Forbidden, forbiddenIn } from './forbidden.ts'
import { type Building, buildingOf, isSessionSetting, nonTransactionalReason } from './non-transactional.ts'
import { type Parse, type RawStatement, SqlSyntaxError, SqlTooLargeError } from './parser.ts'
import { byteWalker, type Placed, statementsIn } from './pieces.ts'
import { behindBlank } from './tokens.ts'

export interface Statement {
  /** From its first word, without its semicolon. */
  readonly text: string
  /** The same for whoever wants to know what it does: of constant rows by the thousand it may have the first alone. */
  readonly brief: string
  /** Where its first word stands: code units from the start of the file. */
  readonly offset: number
  /** The same place as line and column, from 1. */
  readonly line: number
  readonly column: number
  /** PostgreSQL's parse tree: a single member named by its kind, such as `AlterTableStmt`. */
  readonly node: Node
  /** Set when it must not run inside a transaction: what it is, such as `CREATE INDEX CONCURRENTLY`. */
  readonly nonTransactional: string | undefined
  /** Set for what is built or removed concurrently, and can be left half done. */
  readonly building: Building | undefined
}

export interface Script {
  /** Relative to the workspace. */
  readonly file: string
  readonly sql: string
  readonly statements: readonly Statement[]
  readonly directives: Directives
  /** All statements in one transaction, together with the history row. */
  readonly transactional: boolean
}

/** Finds lines and columns of many places in one text, without counting from the start each time. */
export class Places {
  readonly #starts: number[] = [0]

  constructor(text: string) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1)
  }

  /** Line and column, from 1, of an offset in code units. */
  at(offset: number): { line: number; column: number } {
    let [low, high] = [0, this.#starts.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 }
  }
}

/** The code-unit offset of a place that PostgreSQL gives in code points. */
export function fromCodePoints(text: string, codePoints: number): number {
  let at = 0
  for (let seen = 0; seen < codePoints && at < text.length; seen++)
    at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
  return at
}

/** Where a name ends that begins there, with the names of schema and database before it. */
export function behindName(sql: string, from: number): number {
  const part = /(?:U&)?"(?:[^"]|"")*"|[^\s."()[\],;*/-]+/iy
  for (let at = from; ; ) {
    part.lastIndex = at
    const [found = ''] = part.exec(sql) ?? []
    const end = at + found.length
    const dot = behindBlank(sql, end)
    if (sql[dot] !== '.') return end
    at = behindBlank(sql, dot + 1)
  }
}

/** How much of a line is shown: the whole file may be one. */
const SHOWN = 160

/** The line with a caret beneath the column; a long one is cut around it. */
export function caret(sql: string, line: number, column: number): string {
  const text = (sql.split('\n', line)[line - 1] ?? '').replaceAll('\t', ' ').replace(/\r$/, '')
  const from = column > SHOWN ? column - SHOWN / 2 : 0
  const shown = text.slice(from, from + SHOWN).toWellFormed()
  return `\n    ${shown}\n    ${' '.repeat(Math.max(0, column - 1 - from))}^\n`
}

/** The parser quotes an unterminated string or comment to the end of the file. */
function shortened(message: string): string {
  const first = message.split('\n', 1)[0]?.slice(0, SHOWN).toWellFormed() ?? ''
  return first.length < message.length ? `${first}…` : message
}

/** Each is parsed again with all that is before it. */
const COPIES_TRIED = 20

/** A COPY whose rows follow it in the file, as pg_dump writes them: they are the first that is no SQL. */
function copyWithRows(parse: Parse, head: string): RawStatement | undefined {
  const copies = /\bCOPY\b[^;]{1,2000}?\bFROM\s+stdin\b[^;]{0,500};/gi
  for (const { index, 0: text } of head.matchAll(copies).take(COPIES_TRIED)) {
    try {
      const last = parse(head.slice(0, index + text.length)).at(-1)
      if (last !== undefined && 'CopyStmt' in last.node && last.node.CopyStmt.filename === undefined)
        return last
    } catch {
      // it stands in a comment or a string
    }
  }
  return undefined
}

function syntaxFailure(parse: Parse, error: SqlSyntaxError, file: string, sql: string): Failure {
  const offset = fromCodePoints(sql, error.position)
  const places = new Places(sql)
  const copy = copyWithRows(parse, sql.slice(0, offset))
  const forbidden = copy === undefined ? undefined : forbiddenIn(copy.node)
  if (copy !== undefined && forbidden !== undefined) {
    const source = { file, ...places.at(byteWalker(sql)(copy.start)) }
    return new Failure({ code: 'SQL_REFUSED', ...forbidden, source })
  }
  const place = places.at(offset)
  const placeholder = /^\$\{[^}\n]{1,80}\}/.exec(
    sql.slice(sql.startsWith('{', offset) ? offset - 1 : offset),
  )?.[0]
  if (placeholder !== undefined) {
    return new Failure({
      code: 'SQL_REFUSED',
      what: `${placeholder} is a placeholder, as Flyway and templates have them, and not SQL.`,
      why: 'Files are sent to the server as they are; nobody puts anything in its place.',
      fix: 'Write out what stands for it.',
      source: { file, ...place },
    })
  }
  const meta = /^\\\S+/.exec(sql.slice(offset, offset + SHOWN))?.[0]
  if (meta !== undefined) {
    return new Failure({
      code: 'SQL_REFUSED',
      what: `${meta} is a command of psql, not SQL.`,
      why: 'Files are sent to the server as they are; psql has no part in it.',
      fix:
        meta === '\\connect' || meta === '\\c'
          ? 'A run migrates one database: give the other one a folder and a step of its own.'
          : 'Write it as SQL, or remove it.',
      source: { file, ...place },
    })
  }
  return new Failure({
    code: 'SQL_SYNTAX',
    what: `This is not valid SQL: ${shortened(error.message)}.`,
    why: caret(sql, place.line, place.column),
    fix: 'Correct the statement.',
    source: { file, ...place },
    cause: error,
  })
}

function tooLarge(cause: Error, file: string, line: number): Failure {
  return new Failure({
    code: 'SQL_TOO_LARGE',
    what: `This cannot be understood: ${cause.message}.`,
    why: 'What is very long, or nested thousands of levels deep, uses up the memory of the parser.',
    fix: 'Divide what is too large: several files, several INSERT statements, IN (…) instead of OR.',
    source: { file, line },
    cause,
  })
}

/** Trees are walked by recursion; one that the parser could still make may be too deep for that. */
function shallow<T>(look: () => T, file: string, line: number): T {
  try {
    return look()
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw tooLarge(new SqlTooLargeError('it is nested too deeply', { cause: error }), file, line)
  }
}

interface Told extends Pick<Statement, 'node' | 'nonTransactional' | 'building'> {
  readonly forbidden: Forbidden | undefined
}

function briefOf(text: string, offset: number, left: Placed['left']): string {
  if (left === undefined || left.from === left.to) return text
  return `${text.slice(0, left.from - offset)}, …${text.slice(left.to - offset)}`
}

function isSetting({ node }: Statement): boolean {
  return 'VariableSetStmt' in node
}

function localSetting({ line, column }: Statement, outside: Statement | undefined, file: string): Failure {
  const keeper =
    outside === undefined
      ? '`-- migrate: no-transaction`'
      : `${outside.nonTransactional} (line ${outside.line})`
  return new Failure({
    code: 'SQL_MIXED',
    what: `This sets something for its transaction, and ${keeper} keeps the file outside of one.`,
    why: 'It would end with its own statement, and change nothing of the others.',
    fix: 'Write SET without LOCAL: it is put back behind the file. Isolation and the like have no meaning here.',
    source: { file, line, column },
  })
}

/**
 * Splits and classifies a file.
 * @throws Failure SQL_SYNTAX, SQL_REFUSED, SQL_MIXED, SQL_TOO_LARGE, DIRECTIVE_UNKNOWN or
 * DIRECTIVE_MISPLACED, each on its line.
 */
export function readScript(parse: Parse, file: string, sql: string): Script {
  const directives = readDirectives(file, sql)
  const places = new Places(sql)
  const statements: Statement[] = []
  /** What is told of a node is told of every statement that has it. */
  let last: Told | undefined
  try {
    for (const { node, offset, at, end, left } of statementsIn(parse, sql)) {
      const place = places.at(offset)
      if (last?.node !== node) {
        const building = buildingOf(node, (bytes) => behindName(sql, at(bytes)) - offset)
        const forbidden = shallow(() => forbiddenIn(node), file, place.line)
        last = { node, forbidden, building, nonTransactional: nonTransactionalReason(node, building) }
      }
      const { forbidden, building, nonTransactional } = last
      if (forbidden !== undefined)
        throw new Failure({ code: 'SQL_REFUSED', ...forbidden, source: { file, ...place } })
      const text = sql.slice(offset, end())
      statements.push({
        text,
        brief: briefOf(text, offset, left),
        offset,
        ...place,
        node,
        nonTransactional,
        building,
      })
    }
  } catch (error) {
    if (error instanceof SqlTooLargeError) throw tooLarge(error, file, 1)
    throw error instanceof SqlSyntaxError ? syntaxFailure(parse, error, file, sql) : error
  }
  // Both ascend: what ended before one directive is not looked at for the next.
  let next = 0
  refuseMisplaced(file, sql, (offset) => {
    const endOf = (statement: Statement) => statement.offset + statement.text.length
    for (let each = statements[next]; each !== undefined && endOf(each) <= offset; each = statements[next])
      next++
    return (statements[next]?.offset ?? Number.POSITIVE_INFINITY) <= offset
  })
  const outside = statements.find((statement) => statement.nonTransactional !== undefined)
  const inside = statements.find(
    ({ nonTransactional, node }) => nonTransactional === undefined && !isSessionSetting(node),
  )
  if (outside !== undefined && inside !== undefined && isSetting(inside))
    throw localSetting(inside, outside, file)
  const { noTransaction } = directives
  const local = noTransaction
    ? statements.find((each) => isSetting(each) && !isSessionSetting(each.node))
    : undefined
  if (local !== undefined) throw localSetting(local, undefined, file)
  if (outside !== undefined && inside !== undefined && !noTransaction) {
    const second = outside.offset > inside.offset ? outside : inside
    throw new Failure({
      code: 'SQL_MIXED',
      what: `${outside.nonTransactional} (line ${outside.line}) cannot run inside a transaction, but line ${inside.line} needs one.`,
      why: 'If one of them fails, the other could not be undone with it.',
      fix: `Split the file before line ${second.line}: what runs alone goes into a migration of its own. Where each statement may stand alone, say \`-- migrate: no-transaction\` at its head.`,
      source: { file, line: second.line, column: second.column },
    })
  }
  return { file, sql, statements, directives, transactional: outside === undefined && !noTransaction }
}
