/** A file as a list of statements: a short one is parsed as a whole, a long one piece by piece. */
import type { Node } from '@pgsql/types'
import { type Parse, type RawStatement, SqlSyntaxError } from './parser.ts'
import { type PlainRows, plainRows } from './plain-rows.ts'
import { behindBlank, endOfStatement } from './tokens.ts'

/** Code units: what is longer is parsed piece by piece, each of about as many. */
const LONG = 100_000

/** How many statements that differ in more than their rows are remembered. */
const MOST_KNOWN = 1_000

/** A statement, and where it is: code units of the file. */
export interface Placed {
  readonly node: Node
  readonly offset: number
  /** Of a place within it that the parser tells; places are asked for in their order. */
  at(bytes: number): number
  /** Behind its last character, without its semicolon. Asked for last. */
  end(): number
  /** The rows of it that the node does not have. */
  readonly left?: { readonly from: number; readonly to: number }
}

/** Turns ascending UTF-8 byte offsets into code-unit offsets, in one pass over the text. */
export function byteWalker(text: string, from = 0): (bytes: number) => number {
  let [at, seen] = [from, 0]
  return (bytes) => {
    while (seen < bytes && at < text.length) {
      const point = text.codePointAt(at) ?? 0
      seen += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
      at += point > 0xffff ? 2 : 1
    }
    return at
  }
}

function* placed(raw: readonly RawStatement[], sql: string, from: number): Generator<Placed> {
  const at = byteWalker(sql, from)
  for (const { node, start, end } of raw) yield { node, offset: at(start), at, end: () => at(end) }
}

function codePoints(text: string): number {
  let count = 0
  for (const _ of text) count++
  return count
}

/** The parser has come to the end of a piece, and expects more. */
function wantsMore({ message }: SqlSyntaxError): boolean {
  return message.endsWith('at end of input')
}

/**
 * Statements that begin there, at least one: as many as fit in a piece. A semicolon outside of brackets may also stand
 * within a statement, as in the body of a function: then the parser wants more, and gets twice as much. Whatever else it
 * refuses at a place, it would refuse there in the whole file as well.
 */
function pieceFrom(parse: Parse, sql: string, from: number): { raw: readonly RawStatement[]; end: number } {
  for (let least = LONG; ; least *= 2) {
    let end = endOfStatement(sql, from)
    for (let next = end; next < sql.length; ) {
      const start = behindBlank(sql, next + 1)
      if (end - from >= least || (least === LONG && plainRows(sql, start) !== undefined)) break
      end = endOfStatement(sql, start)
      next = end
    }
    try {
      return { raw: parse(sql.slice(from, end)), end }
    } catch (error) {
      if (!(error instanceof SqlSyntaxError)) throw error
      if (!wantsMore(error) || end === sql.length)
        throw new SqlSyntaxError(error.message, codePoints(sql.slice(0, from)) + error.position)
    }
  }
}

/** What the parser makes of an INSERT with its first row alone; undefined when it does not take that. */
function nodeOf(
  parse: Parse,
  sql: string,
  { from, end, values, first, last }: PlainRows & { readonly from: number; readonly end: number },
  known: Map<string, Node>,
): Node | undefined {
  const behind = sql.slice(last, end)
  const key = `${sql.slice(from, values)}\0${behind}`
  const before = known.get(key)
  if (before !== undefined) return before
  try {
    const [only, second] = parse(sql.slice(from, first) + behind)
    if (only === undefined || second !== undefined) return undefined
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(key, only.node)
    return only.node
  } catch (error) {
    if (!(error instanceof SqlSyntaxError)) throw error
    return undefined
  }
}

function* piecewise(parse: Parse, sql: string): Generator<Placed> {
  /** Of statements that differ in their rows alone. */
  const known = new Map<string, Node>()
  for (let from = behindBlank(sql, 0); from < sql.length; ) {
    const rows = plainRows(sql, from)
    const end = rows === undefined ? from : endOfStatement(sql, rows.last)
    const node = rows === undefined ? undefined : nodeOf(parse, sql, { from, end, ...rows }, known)
    if (rows === undefined || node === undefined) {
      const piece = pieceFrom(parse, sql, from)
      yield* placed(piece.raw, sql, from)
      from = behindBlank(sql, piece.end + 1)
      continue
    }
    const offset = from
    yield { node, offset, at: () => offset, end: () => end, left: { from: rows.first, to: rows.last } }
    from = behindBlank(sql, end + 1)
  }
}

/** @throws SqlSyntaxError, SqlTooLargeError */
export function statementsIn(parse: Parse, sql: string): Iterable<Placed> {
  return sql.length > LONG ? piecewise(parse, sql) : placed(parse(sql), sql, 0)
}
