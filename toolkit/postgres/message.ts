/** A message of any number of statements, of whose answers the rows alone are kept: a file may have a million of them. */
import pg from 'pg'

export type Rows = readonly Readonly<Record<string, unknown>>[]

const NONE: Rows = Object.freeze([])

/** What the driver's own query has, and its types lack. */
interface Inherited {
  readonly _result: { rows: Rows }
}

class Message extends pg.Query {
  readonly #answers: Rows[] = []

  /** The driver would keep an object of ten members for each statement. */
  handleCommandComplete(): void {
    // Where the driver gathers rows; @types/pg does not know it.
    const { _result } = this as unknown as Inherited
    this.#answers.push(_result.rows.length === 0 ? NONE : _result.rows)
    if (_result.rows.length > 0) _result.rows = []
  }

  get answers(): readonly Rows[] {
    return this.#answers
  }
}

/**
 * Sends a message at once.
 * @returns the rows of each statement
 * @throws the server's error, or that of a connection that is lost
 */
export function sendMessage(client: pg.Client, sql: string): Promise<readonly Rows[]> {
  return new Promise((resolve, reject) => {
    const message: Message = new Message(sql, (error?: Error | null) => {
      if (error) reject(error)
      else resolve(message.answers)
    })
    client.query(message)
  })
}
