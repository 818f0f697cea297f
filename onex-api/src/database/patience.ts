import type pg from 'pg'

type Done = (error: Error | undefined, result?: unknown) => void

/**
 * Has each query of a client fail that is not answered in time, and ends the connection with it.
 *
 * Not by pg's own `query_timeout`, nor by its promises: both assign a function to a property of the query. V8 makes
 * such a function old at once, and until the next full collection it keeps alive what was asked with it and what was
 * answered, so that the younger collections make that old as well. Here functions are arguments, and die young.
 *
 * @param milliseconds for each answer
 */
export function answersWithin(client: pg.Client, milliseconds: number): void {
  const query = client.query.bind(client) as (statement: unknown, values?: unknown, done?: Done) => unknown // one of its overloads
  function ask(statement: unknown, values: unknown, done: Done): void {
    let late: Error | undefined
    const timer = setTimeout(() => {
      late = new Error(`The database did not answer within ${milliseconds / 1_000} s.`)
      // A connection that is asked something ends at once, and with it what it is asked.
      void client.end()
    }, milliseconds)
    query(statement, values, (error, result) => {
      clearTimeout(timer)
      done(late ?? error, result)
    })
  }
  Object.assign(client, {
    query: (statement: object | string, ...rest: readonly unknown[]): unknown => {
      if (typeof statement === 'object' && 'submit' in statement) return query(statement)
      const done = rest.at(-1)
      const values = Array.isArray(rest[0]) ? rest[0] : undefined
      if (typeof done === 'function') return ask(statement, values, done as Done) // pg's own kind
      return new Promise((resolve, reject) => {
        ask(statement, values, (error, result) => (error ? reject(error) : resolve(result)))
      })
    },
  })
}
