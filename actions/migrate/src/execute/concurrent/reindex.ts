/** REINDEX CONCURRENTLY: one that was cut off leaves a second index, named `…_ccnew` or `…_ccold`. */
import { Failure } from '#toolkit/model/failure.ts'
import type { Source } from '#toolkit/model/source.ts'
import type { Engine } from '../../session/engine.ts'
import type { Building } from '../../sql/non-transactional.ts'
import type { Statement } from '../../sql/statements.ts'
import { dropUnfinished } from './drop-unfinished.ts'
import type { Earlier } from './earlier.ts'
import { findIndexes, type Index, quoted } from './relation.ts'
import type { Work } from './work.ts'

type Reindex = Extract<Building, { work: 'reindex' }>

/** The indexes that a REINDEX is about, and what is left of its own on their tables. */
function scope({ target }: Reindex): string {
  if (target === 'index')
    return `t.oid = (SELECT indrelid FROM pg_index WHERE indexrelid = to_regclass($1))
      AND (c.oid = to_regclass($1) OR ${isCopyOf('to_regclass($1)')})`
  if (target === 'table') return 't.oid = to_regclass($1)'
  if (target === 'schema') return 'quote_ident(n.nspname) = $1'
  return "n.nspname NOT LIKE 'pg\\_%' AND $1::text IS NOT NULL"
}

/**
 * `_ccnew` is a copy that was never finished, `_ccold` an original that was replaced: the server gives them the name of
 * the other, cut to what a name may have.
 */
function isCopyOf(original: string): string {
  return `c.relname ~ '_cc(new|old)[0-9]*$' AND EXISTS (
    SELECT FROM pg_class named WHERE named.oid = ${original} AND starts_with(named.relname, regexp_replace(c.relname, '_cc(new|old)[0-9]*$', '')))`
}

const INVALID = 'NOT (i.indisvalid AND i.indisready)'

async function invalid(reindex: Reindex, { session }: Engine): Promise<readonly Index[]> {
  return findIndexes(session, `${scope(reindex)} AND ${INVALID}`, [quoted(reindex.name)])
}

/** Those that an interrupted REINDEX left: the same index is beside them, and nobody builds them now. */
async function leftovers(reindex: Reindex, { session }: Engine): Promise<readonly Index[]> {
  const condition = `${scope(reindex)} AND ${INVALID} AND EXISTS (
    SELECT FROM pg_index o WHERE o.indrelid = i.indrelid AND o.indexrelid <> c.oid AND ${isCopyOf('o.indexrelid')}
       AND (o.indkey::text, o.indclass::text, o.indcollation::text, o.indoption::text, o.indisunique)
         = (i.indkey::text, i.indclass::text, i.indcollation::text, i.indoption::text, i.indisunique)
       AND (pg_get_expr(o.indexprs, o.indrelid), pg_get_expr(o.indpred, o.indrelid))
         IS NOT DISTINCT FROM (pg_get_expr(i.indexprs, i.indrelid), pg_get_expr(i.indpred, i.indrelid)))`
  const found = await findIndexes(session, condition, [quoted(reindex.name)])
  return found.filter(({ builder }) => builder === null)
}

async function dropLeftovers(reindex: Reindex, within: number | undefined, engine: Engine): Promise<number> {
  const left = await leftovers(reindex, engine)
  for (const index of left) await dropUnfinished(index, 'an interrupted REINDEX left', within, engine)
  return left.length
}

export async function prepare(
  reindex: Reindex,
  { text }: Statement,
  earlier: Earlier,
  place: Source,
  engine: Engine,
): Promise<Work | undefined> {
  await dropLeftovers(reindex, undefined, engine)
  const before = await invalid(reindex, engine)
  if (earlier === 'done' && before.length === 0) return undefined
  // The server passes over the invalid indexes of a table, and rebuilds one that is named.
  const passed = reindex.target === 'index' ? [] : before
  for (const { name } of passed)
    engine.world.log.warning(
      `${name} is not valid, and REINDEX of a whole ${reindex.target} passes over it: drop it, or rebuild it with REINDEX INDEX`,
    )
  const known = new Set(passed.map(({ oid }) => oid))
  return { sql: text, prove: () => prove(reindex, known, place, engine) }
}

async function prove(
  reindex: Reindex,
  known: ReadonlySet<number>,
  place: Source,
  engine: Engine,
): Promise<void> {
  const left = (await invalid(reindex, engine)).filter(({ oid }) => !known.has(oid))
  if (left.length === 0) return
  throw new Failure({
    code: 'INDEX_INVALID',
    what: `Not valid after REINDEX: ${left.map(({ name }) => name).join(', ')}.`,
    why: 'The server reported success, but the indexes themselves tell otherwise.',
    fix: 'Run it again: leftovers are dropped first.',
    source: place,
  })
}

export async function removeLeftover(
  reindex: Reindex,
  within: number | undefined,
  engine: Engine,
): Promise<string> {
  return (await dropLeftovers(reindex, within, engine)) === 0
    ? 'The indexes are as they were.'
    : 'The unfinished copy was dropped; the indexes are as they were.'
}
