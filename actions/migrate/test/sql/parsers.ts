/** Uses up one parser after another, as many as its argument says, and prints how many there were. */
import { loadParser, SqlTooLargeError } from '../../src/sql/parser.ts'
import { deep } from './deep.ts'

let used = 0
while (used < Number(process.argv[2])) {
  const parse = await loadParser()
  if (parse('SELECT 1').length !== 1) throw new Error('it does not read SELECT 1')
  try {
    parse(deep(40_000))
    throw new Error('it takes a sum of 40,000')
  } catch (error) {
    if (!(error instanceof SqlTooLargeError)) throw error
    used++
  }
}
console.log(used)
