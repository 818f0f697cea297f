/** CREATE INDEX CONCURRENTLY: an equal index is adopted, an unfinished one is dropped and built anew. */
import { Failure } from '#toolkit/model/failure.ts'
import type { Source } from '#toolkit/model/source.ts'
import type { Engine } from '../../session/engine.ts'
import type { Building } from '../../sql/non-transactional.ts'
import { isServerError } from '../../sql/sql-failure.ts'
import type { Statement } from '../../sql/statements.ts'
import { INDEX_SQL, type Index, quoted } from './relation.ts'

type CreateIndex = Extract<Building, { work: 'create index' }>

/** An index is in the schema of its table, which may be found on the search path. */
async function find({ index, table }: CreateIndex, { session }: Engine): Promise<Index | undefined> {
  const [found] = await session.query<Index>(
    `SELECT ${INDEX_SQL} WHERE c.relname = $1
       AND n.oid = (SELECT relnamespace FROM pg_class WHERE oid = to_regclass($2))`,
    [index.name, quoted(table)],
  )
  return found
}

/** From the access method on; what is before names the index and the table. */
function essence(definition: string): string {
  const unique = /^CREATE UNIQUE/.test(definition) ? 'UNIQUE ' : ''
  return unique + definition.slice(definition.indexOf(' USING '))
}

const identifier = String.raw`(?:"(?:[^"]|"")+"|[^\s."()]+)`
const head = new RegExp(
  String.raw`^(CREATE\s+(?:UNIQUE\s+)?INDEX\s+)CONCURRENTLY\s+(?:IF\s+NOT\s+EXISTS\s+)?${identifier}\s+ON\s+(?:ONLY\s+)?${identifier}(?:\s*\.\s*${identifier})?`,
  'i',
)

/**
 * How PostgreSQL itself would write the index of a statement down: it is built on an empty copy of the table, in a
 * transaction that is rolled back. Undefined when that cannot be done here.
 */
async function definitionOf(
  { table }: CreateIndex,
  { text }: Statement,
  { session }: Engine,
): Promise<string | undefined> {
  const probe = text.replace(head, '$1 omninode_probe_index ON pg_temp.omninode_probe ')
  if (probe === text) return undefined
  try {
    const rows = await session.send(
      `BEGIN; CREATE TEMP TABLE omninode_probe (LIKE ${quoted(table)}) ON COMMIT DROP; ${probe};
       SELECT pg_get_indexdef('pg_temp.omninode_probe_index'::regclass) AS definition; ROLLBACK`,
    )
    const definition = rows.flat().find((row) => typeof row['definition'] === 'string')?.['definition']
    return typeof definition === 'string' ? definition : undefined
  } catch (error) {
    if (!isServerError(error)) throw error
    await session.send('ROLLBACK')
    return undefined
  }
}

async function dropUnfinished(index: Index, { session, world }: Engine): Promise<void> {
  world.log.info(`dropping ${index.name}, which an earlier build left unfinished`)
  await session.send(`DROP INDEX CONCURRENTLY IF EXISTS ${index.name}`)
}

export async function prepare(
  building: CreateIndex,
  statement: Statement,
  place: Source,
  engine: Engine,
): Promise<string | undefined> {
  const found = await find(building, engine)
  if (found === undefined) return statement.text
  if (!found.usable) {
    await dropUnfinished(found, engine)
    return statement.text
  }
  const wanted = await definitionOf(building, statement, engine)
  if (wanted !== undefined && essence(wanted) === essence(found.definition)) {
    engine.world.log.info(`${found.name} is there already, whole and as the file describes it: adopted`)
    return undefined
  }
  throw new Failure({
    code: 'INDEX_DIFFERS',
    what: `There is an index ${found.name} already, and ${wanted === undefined ? 'whether it is the one of this file cannot be told' : 'it is another one'}.`,
    why: `It is ${found.definition}.${wanted === undefined ? '' : ` The file would make it${essence(wanted).replace(/^UNIQUE/, ' UNIQUE')}.`}`,
    fix: 'Give the new index another name, or drop the old one in a migration before this one.',
    source: place,
  })
}

/** Only what can serve queries counts as built. */
export async function prove(building: CreateIndex, place: Source, engine: Engine): Promise<void> {
  const found = await find(building, engine)
  if (found?.usable === true) return
  throw new Failure({
    code: 'INDEX_INVALID',
    what: `The index ${quoted(building.index)} is not valid after its build.`,
    why: 'The server reported success, but the index itself tells otherwise.',
    fix: 'Run it again: the unfinished index is dropped and built anew.',
    source: place,
  })
}

export async function removeLeftover(building: CreateIndex, engine: Engine): Promise<string> {
  const found = await find(building, engine)
  if (found === undefined || found.usable) return 'Nothing of it was left behind.'
  await dropUnfinished(found, engine)
  return 'The unfinished index was dropped.'
}
