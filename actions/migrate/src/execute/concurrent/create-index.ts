/** CREATE INDEX CONCURRENTLY: an equal index is adopted, an unfinished one of the same build is dropped and built anew. */
import { Failure } from '#toolkit/model/failure.ts'
import type { Source } from '#toolkit/model/source.ts'
import type { Engine } from '../../session/engine.ts'
import type { Building } from '../../sql/non-transactional.ts'
import { isServerError } from '../../sql/sql-failure.ts'
import type { Statement } from '../../sql/statements.ts'
import { dropUnfinished } from './drop-unfinished.ts'
import type { Earlier } from './earlier.ts'
import { findIndexes, type Index, quoted } from './relation.ts'
import type { Work } from './work.ts'

type CreateIndex = Extract<Building, { work: 'create index' }>

/** What has the name that the index would get: in the schema of its table, which may be found on the search path. */
type Taken = (Index & { readonly isOnTable: boolean }) | { readonly other: string }

async function find({ index, table }: CreateIndex, { session }: Engine): Promise<Taken | undefined> {
  const [taken] = await session.query<{ oid: number; other: string; isOnTable: boolean }>(
    `SELECT c.oid, quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS other,
            coalesce(i.indrelid = t.oid, false) AS "isOnTable"
       FROM pg_class t JOIN pg_namespace n ON n.oid = t.relnamespace
       JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = $1
       LEFT JOIN pg_index i ON i.indexrelid = c.oid
      WHERE t.oid = to_regclass($2)`,
    [index.name, quoted(table)],
  )
  if (taken === undefined) return undefined
  const [found] = await findIndexes(session, 'c.oid = $1', [taken.oid])
  return found === undefined ? { other: taken.other } : { ...found, isOnTable: taken.isOnTable }
}

/**
 * How PostgreSQL itself would write the index of a statement down: it is built on an empty copy of the table, in a
 * transaction that is rolled back. Undefined when that cannot be done here.
 */
async function definitionOf(
  { table, definitionAt }: CreateIndex,
  { text, node }: Statement,
  { session }: Engine,
): Promise<string | undefined> {
  const unique = 'IndexStmt' in node && node.IndexStmt.unique === true ? 'UNIQUE ' : ''
  const probe = `CREATE ${unique}INDEX omninode_probe_index ON pg_temp.omninode_probe ${text.slice(definitionAt)}`
  try {
    await session.send(`BEGIN; CREATE TEMP TABLE omninode_probe (LIKE ${quoted(table)}) ON COMMIT DROP`)
    await session.send(probe)
    const [made] = await findIndexes(session, "c.oid = to_regclass('pg_temp.omninode_probe_index')", [])
    return made?.essence
  } catch (error) {
    if (!isServerError(error)) throw error
    return undefined
  } finally {
    if (!session.broken()) await session.send('ROLLBACK')
  }
}

function differs({ index }: CreateIndex, what: string, why: string, fix: string, source: Source): Failure {
  return new Failure({
    code: 'INDEX_DIFFERS',
    what: `There is ${what} ${quoted(index)} already.`,
    why,
    fix,
    source,
  })
}

const ANOTHER_NAME = 'Give the new index another name, or drop the old one in a migration before this one.'

export async function prepare(
  building: CreateIndex,
  statement: Statement,
  earlier: Earlier,
  place: Source,
  engine: Engine,
): Promise<Work | undefined> {
  const work: Work = { sql: statement.text, prove: () => prove(building, place, engine) }
  const found = await find(building, engine)
  if (found === undefined) return work
  if ('other' in found) {
    const why = 'Tables, views, sequences and indexes of a schema share their names.'
    throw differs(building, 'something else that is called', why, ANOTHER_NAME, place)
  }
  if (!found.isOnTable) {
    const why = `It is on ${found.table}, and says nothing of ${quoted(building.table)}.`
    throw differs(building, 'an index', why, ANOTHER_NAME, place)
  }
  if (found.builder !== null) {
    const why = `Process ${found.builder} of the server is building it.`
    throw differs(building, 'an index', why, 'Wait until that has ended, then run it again.', place)
  }
  const wanted = await definitionOf(building, statement, engine)
  const isSame = wanted === found.essence
  if (found.usable && isSame) {
    engine.world.log.info(`${found.name} is there already, whole and as the file describes it: adopted`)
    return undefined
  }
  if (!found.usable && (isSame || earlier === 'interrupted')) {
    await dropUnfinished(found, 'an earlier build left unfinished', undefined, engine)
    return work
  }
  const it = `It is ${found.usable ? '' : 'unfinished: '}${found.definition}.`
  throw new Failure({
    code: 'INDEX_DIFFERS',
    what: `There is an index ${found.name} already, and ${wanted === undefined ? 'whether it is the one of this file cannot be told' : 'it is another one'}.`,
    why: wanted === undefined ? it : `${it} The file would make it ${wanted}.`,
    fix: ANOTHER_NAME,
    source: place,
  })
}

/** Only what can serve queries counts as built. */
async function prove(building: CreateIndex, place: Source, engine: Engine): Promise<void> {
  const found = await find(building, engine)
  if (found !== undefined && 'usable' in found && found.usable && found.isOnTable) return
  throw new Failure({
    code: 'INDEX_INVALID',
    what: `The index ${quoted(building.index)} is not valid after its build.`,
    why: 'The server reported success, but the index itself tells otherwise.',
    fix: 'Run it again: the unfinished index is dropped and built anew.',
    source: place,
  })
}

/** What had the name before was no index of the table, or the build would not have begun. */
export async function removeLeftover(
  building: CreateIndex,
  within: number | undefined,
  engine: Engine,
): Promise<string> {
  const found = await find(building, engine)
  if (found === undefined || 'other' in found || found.usable || !found.isOnTable || found.builder !== null)
    return 'Nothing of it was left behind.'
  await dropUnfinished(found, 'this build has left unfinished', within, engine)
  return 'The unfinished index was dropped.'
}
