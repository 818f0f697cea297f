/**
 * Errors of a server without values of its rows. The server quotes them freely: the failing row, the duplicate key, the
 * line of a COPY, the text that is no number, the statement that a function put together. What remains are the words of
 * the server itself, and the names of tables, columns and constraints.
 */

/** What an error of the server consists of; see "Error and Notice Message Fields" in PostgreSQL's documentation. */
interface QuotingError {
  readonly code?: string
  message: string
  detail?: string | undefined
  hint?: string | undefined
  where?: string | undefined
  internalQuery?: string | undefined
  readonly schema?: string | undefined
  readonly table?: string | undefined
  readonly column?: string | undefined
  readonly constraint?: string | undefined
  /** The function of the server that has raised it. */
  readonly routine?: string | undefined
  stack?: string
}

/** What stands for a value. */
const HIDDEN = '…'

/** As the server has said it, for whoever knows which of its words are no values. */
const said = new WeakMap<object, string>()

/** Functions of the server, and of its languages, that say what code of others has put together. */
const RAISING = /^(?:exec_stmt_raise|exec_stmt_assert|PLy_output|do_util_elog|pltcl_elog)$/

/** Raised by the code of a function, in PL/pgSQL or another language: its text is made of whatever that has put into it. */
function isRaised({ code = '', routine = '' }: QuotingError): boolean {
  return /^(?:P0001|P0004|3[89]...)$/.test(code) || RAISING.test(routine)
}

/** About values (class 22), rows (class 23), or a statement that a function has put together. */
function quotesValues(error: QuotingError): boolean {
  const { code = '', internalQuery } = error
  return /^2[23]/.test(code) || internalQuery !== undefined || isRaised(error)
}

function messageOf(error: QuotingError): string {
  const { code = '', message, internalQuery } = error
  if (isRaised(error)) return `an exception was raised: ${HIDDEN}`
  // The argument of chr().
  if (code === '54000') return message.replace(/: \d+$/, `: ${HIDDEN}`)
  // Of rows it names the constraint alone.
  if (!code.startsWith('22') && internalQuery === undefined) return message
  if (code.startsWith('23')) return message
  // The value may have quotes in it, too: from the first to the last one.
  return message
    .replace(/"[\s\S]*"/, `"${HIDDEN}"`)
    .replace(/\b0x[0-9a-f]{2}\b(?: 0x[0-9a-f]{2}\b)*|\b\d{4,}\b/gi, HIDDEN)
}

/** `a, b` of `Key (a, b)=(1, 2) already exists.` */
function keyIn(detail = ''): string | undefined {
  const from = detail.indexOf('(') + 1
  const to = detail.indexOf(')=(', from)
  return from > 0 && to > from ? detail.slice(from, to) : undefined
}

function detailOf(error: QuotingError): string | undefined {
  const { schema, table, column, constraint, detail } = error
  if (!quotesValues(error)) return detail
  const columns = keyIn(detail) ?? column
  const about = [
    table === undefined ? undefined : `table ${schema === undefined ? '' : `${schema}.`}${table}`,
    columns === undefined ? undefined : `${columns.includes(', ') ? 'columns' : 'column'} ${columns}`,
    constraint === undefined ? undefined : `constraint ${constraint}`,
  ].filter((part) => part !== undefined)
  return about.length === 0 ? undefined : `It is about ${about.join(', ')}.`
}

/** Where in which function, and at which line of a COPY; not the statement, and not the line itself. */
const PLACES = [
  /^PL\/pgSQL function .+ line \d+ at [A-Za-z ]+$/,
  /^PL\/pgSQL function .+ (?:while|during) [a-z ]+$/,
  /^SQL function "[^"]+"(?: statement \d+| during [a-z]+)?$/,
  /^COPY [^,:"]+, line \d+(?:, column [^,:"]+)?/,
  /^while [a-z ]+ tuple \(\d+,\d+\) (?:in|of) relation "[^"]+"$/,
]

function whereOf({ where }: QuotingError): string | undefined {
  const lines = (where ?? '').split('\n').flatMap((line) => {
    const found = PLACES.map((place) => place.exec(line)?.[0]).find((each) => each !== undefined)
    return found === undefined ? [] : [found]
  })
  return lines.length === 0 ? undefined : lines.join('\n')
}

/** Takes the values out of an error of the server, which stays the same object. */
export function hideRows(error: object): void {
  const quoting = error as QuotingError // what pg makes of an ErrorResponse
  if (said.has(error) || typeof quoting.message !== 'string') return
  const { message, stack } = quoting
  said.set(error, message)
  const [shown, detail, where] = [messageOf(quoting), detailOf(quoting), whereOf(quoting)]
  if (isRaised(quoting)) quoting.hint = undefined
  quoting.detail = detail
  quoting.where = where
  quoting.message = shown
  if (stack !== undefined) quoting.stack = stack.replace(message, () => shown)
  quoting.internalQuery = undefined
}

/** What of a connection of pg tells errors. */
interface Telling {
  readonly connection: { on(event: 'errorMessage' | 'notice', listener: (error: object) => void): unknown }
}

/** From here on no error and no notice of a connection holds a value of a row. Before it is connected. */
export function tellNoRows(client: Telling): void {
  client.connection.on('errorMessage', hideRows)
  client.connection.on('notice', hideRows)
}

function wordsIn(text: string): ReadonlySet<string> {
  return new Set(text.match(/[\p{L}\p{N}_]+/gu))
}

/**
 * The message of an error with all of its words that the SQL has itself: a file may say what it raises.
 * @param sql what was sent, as it stands in a file
 */
export function messageAbout(error: { readonly message: string }, sql: string): string
/** @param longest what is longer is undefined: it is not looked into */
export function messageAbout(
  error: { readonly message: string },
  sql: string,
  longest: number,
): string | undefined
export function messageAbout(
  error: { readonly message: string },
  sql: string,
  longest = Number.POSITIVE_INFINITY,
): string | undefined {
  const whole = said.get(error)
  if ((whole ?? error.message).length > longest) return undefined
  if (whole === undefined || whole === error.message) return error.message
  const known = new Set([...wordsIn(sql), ...wordsIn(error.message)])
  const words = whole.split(/(\s+)/).map((part) => {
    const own = part.match(/[\p{L}\p{N}_]+/gu) ?? []
    return own.every((word) => known.has(word)) ? part : HIDDEN
  })
  return words.join('').replace(/…(?:\s+…)+/g, HIDDEN)
}
