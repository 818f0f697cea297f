/** Work that goes on in several transactions: what it left is found and repaired, and only what is whole counts. */
import type { Source } from '#toolkit/model/source.ts'
import type { Engine } from '../../session/engine.ts'
import type { Building } from '../../sql/non-transactional.ts'
import type { Statement } from '../../sql/statements.ts'
import * as createIndex from './create-index.ts'
import * as detachPartition from './detach-partition.ts'
import * as dropIndex from './drop-index.ts'
import type { Earlier } from './earlier.ts'
import * as reindex from './reindex.ts'
import type { Work } from './work.ts'

/**
 * Looks at what is there and makes it ready.
 * @returns what to send, or undefined when the work is done already
 * @throws Failure INDEX_DIFFERS
 */
export async function prepareBuilding(
  building: Building,
  statement: Statement,
  earlier: Earlier,
  place: Source,
  engine: Engine,
): Promise<Work | undefined> {
  switch (building.work) {
    case 'create index':
      return createIndex.prepare(building, statement, earlier, place, engine)
    case 'drop index':
      return dropIndex.prepare(building, statement, earlier, engine)
    case 'reindex':
      return reindex.prepare(building, statement, earlier, place, engine)
    case 'detach partition':
      return detachPartition.prepare(building, statement, earlier, engine)
  }
}

/**
 * After a failure or a cancel.
 * @param within milliseconds
 * @returns a sentence on what stands now
 */
export async function removeLeftovers(
  building: Building,
  within: number | undefined,
  engine: Engine,
): Promise<string> {
  try {
    if (building.work === 'create index') return await createIndex.removeLeftover(building, within, engine)
    if (building.work === 'reindex') return await reindex.removeLeftover(building, within, engine)
  } catch {
    return 'What it left unfinished could not be dropped; the next run does that first.'
  }
  return building.work === 'detach partition'
    ? 'The partition may be half detached; the next run finishes that.'
    : 'An index may be marked invalid; the next run drops it.'
}
