/**
 * Rows of constants, as people and pg_dump write them: `INSERT INTO t VALUES (1, 'a', now()), (2, NULL, DEFAULT);`. By the grammar as many
 * rows may stand where one does, so that whoever wants to know what such a statement does needs no more than its first
 * row: a file of a hundred thousand of them would be a parse tree of a gigabyte.
 */
import { behindBlank } from './tokens.ts'

const NAME = String.raw`(?:"(?:[^"]|"")+"|[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*)`

/** Up to the first row. Whole tokens, and no comment: what it says is up to the parser. */
const head = new RegExp(
  String.raw`INSERT\s+INTO\s+${NAME}(?:\s*\.\s*${NAME})*(?:\s*\(\s*${NAME}(?:\s*,\s*${NAME})*\s*\))?(?:\s+OVERRIDING\s+(?:SYSTEM|USER)\s+VALUE)?\s+VALUES(?=[\s(])`,
  'iy',
)

const number = /[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?(?=[\s,):])/y
/** What has one meaning wherever it stands: besides constants the functions that give every row the time, or an id. */
const word =
  /(?:NULL|TRUE|FALSE|DEFAULT|CURRENT_TIMESTAMP|CURRENT_DATE|(?:now|clock_timestamp|gen_random_uuid)\(\))(?=[\s,):])/iy
const cast = /::[a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)?(?:\[\])?(?=[\s,):])/iy

const [QUOTE, COMMA, OPEN, CLOSE, COLON] = [...`',():`].map((each) => each.charCodeAt(0))

const LETTERS = 'A'.charCodeAt(0)

function behind(pattern: RegExp, sql: string, at: number): number | undefined {
  pattern.lastIndex = at
  return pattern.test(sql) ? pattern.lastIndex : undefined
}

/** Where a string ends that begins there; undefined when it does not end. */
function behindString(sql: string, from: number): number | undefined {
  for (let at = from + 1; ; at += 2) {
    at = sql.indexOf("'", at)
    if (at === -1) return undefined
    if (sql.charCodeAt(at + 1) !== QUOTE) return at + 1
  }
}

function behindConstant(sql: string, from: number): number | undefined {
  const first = sql.charCodeAt(from)
  const end =
    first === QUOTE
      ? behindString(sql, from)
      : // All letters come after all digits and signs.
        first >= LETTERS
        ? behind(word, sql, from)
        : behind(number, sql, from)
  return end !== undefined && sql.charCodeAt(end) === COLON ? behind(cast, sql, end) : end
}

/** Where a row ends that begins there; undefined when it holds anything but constants. */
function behindRow(sql: string, from: number): number | undefined {
  if (sql.charCodeAt(from) !== OPEN) return undefined
  for (let at = from + 1; ; at++) {
    const end = behindConstant(sql, behindBlank(sql, at))
    if (end === undefined) return undefined
    at = behindBlank(sql, end)
    if (sql.charCodeAt(at) === CLOSE) return at + 1
    if (sql.charCodeAt(at) !== COMMA) return undefined
  }
}

/** Code units of the file. */
export interface PlainRows {
  /** Behind VALUES. */
  readonly values: number
  /** Behind the first row, and behind the last. */
  readonly first: number
  readonly last: number
}

/** The rows of the INSERT that begins there; undefined for any other statement, and for rows that hold anything else. */
export function plainRows(sql: string, from: number): PlainRows | undefined {
  const values = behind(head, sql, from)
  if (values === undefined) return undefined
  const first = behindRow(sql, behindBlank(sql, values))
  if (first === undefined) return undefined
  for (let last = first; ; ) {
    const at = behindBlank(sql, last)
    if (sql.charCodeAt(at) !== COMMA) return { values, first, last }
    const next = behindRow(sql, behindBlank(sql, at + 1))
    if (next === undefined) return undefined
    last = next
  }
}
