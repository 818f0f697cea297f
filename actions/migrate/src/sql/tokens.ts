/** Where the tokens of PostgreSQL's own scanner end, as far as one must know it to find the end of a statement. */

const [SPACE, NEWLINE, TAB, CARRIAGE, FEED, VERTICAL, DASH, SLASH, STAR] = [...' \n\t\r\f\v-/*'].map((each) =>
  each.charCodeAt(0),
)

function isSpace(unit: number): boolean {
  return (
    unit === SPACE ||
    unit === NEWLINE ||
    unit === TAB ||
    unit === CARRIAGE ||
    unit === FEED ||
    unit === VERTICAL
  )
}

const lineEnd = /[\n\r]/g

/** Where a block comment ends, which may hold others. */
function behindComment(sql: string, from: number): number {
  const edge = /\/\*|\*\//g
  edge.lastIndex = from
  for (let depth = 0; ; ) {
    const found = edge.exec(sql)
    if (found === null) return sql.length
    depth += found[0] === '/*' ? 1 : -1
    if (depth === 0) return edge.lastIndex
  }
}

/** White space and comments, as the server's scanner knows them. */
export function behindBlank(sql: string, from: number): number {
  for (let at = from; ; ) {
    const unit = sql.charCodeAt(at)
    if (isSpace(unit)) at++
    else if (unit === DASH && sql.charCodeAt(at + 1) === DASH) {
      lineEnd.lastIndex = at
      at = lineEnd.test(sql) ? lineEnd.lastIndex : sql.length
    } else if (unit === SLASH && sql.charCodeAt(at + 1) === STAR) at = behindComment(sql, at)
    else return at
  }
}

/** What a statement may end within, or at. */
const notable = /['"$;()]|--|\/\*|[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/g
const tag = /\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/y

/** Where a quoted text ends, with its quote doubled in it. */
function behindQuoted(sql: string, from: number): number {
  const quote = sql.charAt(from)
  for (let at = from + 1; ; ) {
    const end = sql.indexOf(quote, at)
    if (end === -1) return sql.length
    if (sql.charAt(end + 1) !== quote) return end + 1
    at = end + 2
  }
}

/** The same of a string in which a backslash may stand before what does not end it. */
function behindEscaped(sql: string, from: number): number {
  const edge = /\\[\s\S]|''|'/g
  edge.lastIndex = from + 1
  for (let [text] = edge.exec(sql) ?? []; text !== undefined; [text] = edge.exec(sql) ?? [])
    if (text === "'") return edge.lastIndex
  return sql.length
}

/** Where the semicolon stands that ends the statement which goes on there, outside of brackets; the end of the text if none does. */
export function endOfStatement(sql: string, from: number): number {
  let depth = 0
  let word = { text: '', end: -1 }
  for (let at = from; ; ) {
    notable.lastIndex = at
    const found = notable.exec(sql)
    if (found === null) return sql.length
    const { 0: text, index } = found
    at = index + text.length
    if (text === ';' && depth === 0) return index
    if (text === '(') depth++
    else if (text === ')') depth--
    else if (text === '--' || text === '/*') at = behindBlank(sql, index)
    else if (text === "'" && word.end === index && /^e$/i.test(word.text)) at = behindEscaped(sql, index)
    else if (text === "'" || text === '"') at = behindQuoted(sql, index)
    else if (text === '$') {
      tag.lastIndex = index
      const [mark] = tag.exec(sql) ?? []
      const end = mark === undefined ? at : sql.indexOf(mark, index + mark.length)
      at = end === -1 ? sql.length : end + (mark?.length ?? 0)
    } else if (text !== ';') word = { text, end: at }
  }
}
