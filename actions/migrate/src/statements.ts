/** What a migration file consists of: its statements, and whether they run in one transaction or each alone. */
import type { Node } from '@pgsql/types'
import { Failure } from '#toolkit/model/failure.ts'
import { aloneReason, type Building, buildingOf } from './alone.ts'
import { type Directives, readDirectives } from './directives.ts'
import { type Parse, type RawStatement, SqlSyntaxError } from './parser.ts'
import { refusalOf } from './refused.ts'

export interface Statement {
  /** Without the comments in front of it and without its semicolon. */
  readonly text: string
  /** Where its first word stands: code units from the start of the file. */
  readonly offset: number
  /** The same place as line and column, from 1. */
  readonly line: number
  readonly column: number
  /** PostgreSQL's parse tree: a single member named by its kind, such as `AlterTableStmt`. */
  readonly node: Node
  /** Set when it must not run inside a transaction: what it is, such as `CREATE INDEX CONCURRENTLY`. */
  readonly alone: string | undefined
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

/** The comments and blanks in front of a statement belong to its text, but not to its place. */
function leading(text: string): number {
  let at = 0
  for (;;) {
    const blank = /^(?:\s+|--[^\n]*(?:\n|$))+/.exec(text.slice(at))
    if (blank !== null) at += blank[0].length
    if (!text.startsWith('/*', at)) return at
    // PostgreSQL's block comments nest.
    let depth = 1
    for (at += 2; depth > 0 && at < text.length; ) {
      if (text.startsWith('/*', at)) {
        depth++
        at += 2
      } else if (text.startsWith('*/', at)) {
        depth--
        at += 2
      } else at++
    }
  }
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

/** Turns ascending UTF-8 byte offsets into code-unit offsets, in one pass over the text. */
function byteWalker(text: string): (bytes: number) => number {
  let [at, seen] = [0, 0]
  return (bytes) => {
    while (seen < bytes && at < text.length) {
      const point = text.codePointAt(at) ?? 0
      seen += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
      at += point > 0xffff ? 2 : 1
    }
    return at
  }
}

function syntaxFailure(error: SqlSyntaxError, file: string, sql: string): Failure {
  const place = new Places(sql).at(fromCodePoints(sql, error.position))
  const text = sql.split('\n')[place.line - 1] ?? ''
  const meta = /^\s*(\\\S+)/.exec(text)?.[1]
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
    what: `This is not valid SQL: ${error.message}.`,
    why: `\n    ${text}\n    ${' '.repeat(place.column - 1)}^\n`,
    fix: 'Correct the statement.',
    source: { file, ...place },
    cause: error,
  })
}

/**
 * Splits and classifies a file.
 * @throws Failure SQL_SYNTAX, SQL_REFUSED, SQL_MIXED or DIRECTIVE_UNKNOWN, each on its line.
 */
export function readScript(parse: Parse, file: string, sql: string): Script {
  const directives = readDirectives(file, sql)
  let raw: readonly RawStatement[]
  try {
    raw = parse(sql)
  } catch (error) {
    throw error instanceof SqlSyntaxError ? syntaxFailure(error, file, sql) : error
  }
  const places = new Places(sql)
  const unitsAt = byteWalker(sql)
  const statements = raw.map(({ node, start, end }): Statement => {
    const begin = unitsAt(start)
    const whole = sql.slice(begin, unitsAt(end))
    const skipped = leading(whole)
    const offset = begin + skipped
    const place = places.at(offset)
    const refused = refusalOf(node)
    if (refused !== undefined)
      throw new Failure({ code: 'SQL_REFUSED', ...refused, source: { file, ...place } })
    const alone = aloneReason(node)
    return { text: whole.slice(skipped), offset, ...place, node, alone, building: buildingOf(node) }
  })
  const alone = statements.find((statement) => statement.alone !== undefined)
  const together = statements.find((statement) => statement.alone === undefined)
  if (alone !== undefined && together !== undefined) {
    const second = alone.offset > together.offset ? alone : together
    throw new Failure({
      code: 'SQL_MIXED',
      what: `${alone.alone} (line ${alone.line}) cannot run inside a transaction, but line ${together.line} needs one.`,
      why: 'If one of them fails, the other could not be undone with it.',
      fix: `Split the file before line ${second.line}: what runs alone goes into a migration of its own.`,
      source: { file, line: second.line, column: second.column },
    })
  }
  return { file, sql, statements, directives, transactional: alone === undefined }
}
