/** The statement of another session without the values in it, which are rows of the database. */

const HIDDEN = '…'

const WORD = /[\p{L}_][\p{L}\p{N}_$]*/uy
const NUMBER = /\p{N}[\p{L}\p{N}_.]*/uy
const PARAMETER = /\$\p{N}+/uy
const TAG = /\$(?:[\p{L}_][\p{L}\p{N}_]*)?\$/uy
const COMMENT = /--[^\n]*/y
const SPACE = /\s+/y
const PREFIX = /^[ebxn]$/i

function at(pattern: RegExp, sql: string, from: number): string | undefined {
  pattern.lastIndex = from
  return pattern.exec(sql)?.[0]
}

/** Where a block comment ends, which may hold others; the end of the text when it does not. */
function afterComment(sql: string, from: number): number {
  let depth = 0
  for (let index = from; index < sql.length; index++) {
    const pair = sql.slice(index, index + 2)
    if (pair !== '/*' && pair !== '*/') continue
    depth += pair === '/*' ? 1 : -1
    index++
    if (depth === 0) return index + 1
  }
  return sql.length
}

/** Where a quoted text ends; undefined when it does not, or when only the server knows. */
function afterQuote(sql: string, from: number, escapes: boolean): number | undefined {
  const quote = sql[from]
  for (let index = from + 1; index < sql.length; index++) {
    // Without `E` it is a character or an escape, by a setting of the other session.
    if (sql[index] === '\\' && quote === "'") {
      if (!escapes) return undefined
      index++
    } else if (sql[index] === quote) {
      if (sql[index + 1] !== quote) return index + 1
      index++
    }
  }
  return undefined
}

/**
 * Names and words in one line; `…` for texts and numbers. Comments are left out, and so is everything from where it
 * cannot be told what is a value.
 * @param sql as `pg_stat_activity` has it: the server may have cut it off anywhere
 */
export function withoutValues(sql: string): string {
  let told = ''
  let index = 0
  while (index < sql.length) {
    const word = at(WORD, sql, index)
    const dollar = at(TAG, sql, index)
    const kept = at(PARAMETER, sql, index)
    const hidden = at(NUMBER, sql, index)
    const blank = at(SPACE, sql, index) ?? at(COMMENT, sql, index)
    const prefixed = word !== undefined && PREFIX.test(word) && sql[index + 1] === "'"
    if (sql[index] === "'" || prefixed) {
      const end = afterQuote(sql, index + (prefixed ? 1 : 0), prefixed && /e/i.test(word))
      told += HIDDEN
      index = end ?? sql.length
    } else if (sql[index] === '"') {
      const end = afterQuote(sql, index, false)
      told += end === undefined ? HIDDEN : sql.slice(index, end)
      index = end ?? sql.length
    } else if (dollar !== undefined) {
      const end = sql.indexOf(dollar, index + dollar.length)
      told += HIDDEN
      index = end < 0 ? sql.length : end + dollar.length
    } else if (sql.startsWith('/*', index)) {
      told += ' '
      index = afterComment(sql, index)
    } else if (blank !== undefined) {
      told += ' '
      index += blank.length
    } else if (hidden !== undefined) {
      told += HIDDEN
      index += hidden.length
    } else {
      const rest = word ?? kept ?? String.fromCodePoint(sql.codePointAt(index) ?? 0)
      told += rest
      index += rest.length
    }
  }
  return told.replace(/ {2,}/g, ' ').trim()
}
