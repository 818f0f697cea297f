/**
 * A program that asks a database for as much as it says, over and over, and prints how many bytes of that are still
 * there when only young objects were collected. It is started with `--expose-gc`, and with so much room for old objects
 * that nothing else is collected meanwhile.
 */
import { getHeapStatistics } from 'node:v8'
import type { DatabaseConfig } from '../src/configuration/config.ts'
import { createPool } from '../src/database/database.ts'

const [config = '', how = ''] = process.argv.slice(2)
const database: DatabaseConfig = JSON.parse(config)
const pool = createPool(database)
const collect = globalThis.gc
if (collect === undefined) throw new Error('it is started with --expose-gc')
const used = () => getHeapStatistics().used_heap_size

const KILOBYTES = 50
const ASKED = 400
const text = 'SELECT $1::text AS said'

async function ask(number: number): Promise<void> {
  const values = [JSON.stringify({ number, said: 'x'.repeat(KILOBYTES * 1_024) })]
  if (how === 'the pool') return void (await pool.query({ name: 'said', text, values }))
  const client = await pool.connect()
  try {
    await client.query(text, values)
  } finally {
    client.release()
  }
}

await ask(0)
await collect({ type: 'major', execution: 'async' })
const before = used()
for (let number = 1; number <= ASKED; number++) await ask(number)
await collect({ type: 'minor', execution: 'async' })
await collect({ type: 'minor', execution: 'async' })
console.log(JSON.stringify({ asked: ASKED * KILOBYTES * 1_024, kept: used() - before }))
await pool.end()
