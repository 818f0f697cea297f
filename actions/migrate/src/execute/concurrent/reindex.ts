/** REINDEX CONCURRENTLY: one that was cut off leaves a second index, named `…_ccnew` or `…_ccold`. */
import { Failure } from '#toolkit/model/failure.ts'
import type { Source } from '#toolkit/model/source.ts'
import type { Engine } from '../../session/engine.ts'
import type { Building } from '../../sql/non-transactional.ts'
import type { Statement } from '../../sql/statements.ts'
import { INDEX_SQL, type Index, quoted } from './relation.ts'

type Reindex = Extract<Building, { work: 'reindex' }>

/** The indexes that a REINDEX is about. */
function scope({ target }: Reindex): string {
  if (target === 'index')
    return 'i.indrelid = (SELECT indrelid FROM pg_index WHERE indexrelid = to_regclass($1))'
  if (target === 'table') return 'i.indrelid = to_regclass($1)'
  if (target === 'schema') return 'quote_ident(n.nspname) = $1'
  return "n.nspname NOT LIKE 'pg\\_%' AND $1::text IS NOT NULL"
}

async function find(reindex: Reindex, condition: string, { session }: Engine): Promise<readonly Index[]> {
  return session.query<Index>(
    `SELECT ${INDEX_SQL} WHERE ${scope(reindex)} AND NOT (i.indisvalid AND i.indisready) AND ${condition}`,
    [quoted(reindex.name)],
  )
}

/** `_ccnew` is a copy that was never finished, `_ccold` an original that was replaced: neither is of use. */
const LEFTOVER = "c.relname ~ '_cc(new|old)[0-9]*$'"

async function drop(reindex: Reindex, engine: Engine): Promise<number> {
  const leftovers = await find(reindex, LEFTOVER, engine)
  for (const { name } of leftovers) {
    engine.world.log.info(`dropping ${name}, which an interrupted REINDEX left`)
    await engine.session.send(`DROP INDEX CONCURRENTLY IF EXISTS ${name}`)
  }
  return leftovers.length
}

export async function prepare(reindex: Reindex, { text }: Statement, engine: Engine): Promise<string> {
  await drop(reindex, engine)
  return text
}

export async function prove(reindex: Reindex, place: Source, engine: Engine): Promise<void> {
  const left = await find(reindex, 'true', engine)
  const mine = reindex.target === 'index' ? await isOf(reindex, left, engine) : left
  if (mine.length === 0) return
  throw new Failure({
    code: 'INDEX_INVALID',
    what: `Not valid after REINDEX: ${mine.map(({ name }) => name).join(', ')}.`,
    why: 'The server reported success, but the indexes themselves tell otherwise.',
    fix: 'Run it again: leftovers are dropped first.',
    source: place,
  })
}

/** Of the invalid indexes of the table, the one that was to be rebuilt and its leftovers. */
async function isOf(
  { name }: Reindex,
  left: readonly Index[],
  { session }: Engine,
): Promise<readonly Index[]> {
  const [own] = await session.query<{ name: string }>(
    `SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS name
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = to_regclass($1)`,
    [quoted(name)],
  )
  return left.filter((index) => index.name === own?.name || /_cc(new|old)\d*"?$/.test(index.name))
}

export async function removeLeftovers(reindex: Reindex, engine: Engine): Promise<string> {
  return (await drop(reindex, engine)) === 0
    ? 'The indexes are as they were.'
    : 'The unfinished copy was dropped; the indexes are as they were.'
}
