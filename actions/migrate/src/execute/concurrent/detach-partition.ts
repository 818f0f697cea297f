/** DETACH PARTITION CONCURRENTLY: one that was cut off is finished with FINALIZE. */

import type { Engine } from '../../session/engine.ts'
import type { Building } from '../../sql/non-transactional.ts'
import type { Statement } from '../../sql/statements.ts'
import type { Earlier } from './earlier.ts'
import { quoted } from './relation.ts'
import type { Work } from './work.ts'

type DetachPartition = Extract<Building, { work: 'detach partition' }>

export async function prepare(
  { table, partition }: DetachPartition,
  { text }: Statement,
  earlier: Earlier,
  { session, world }: Engine,
): Promise<Work | undefined> {
  const [inheritance] = await session.query<{ pending: boolean }>(
    'SELECT inhdetachpending AS pending FROM pg_inherits WHERE inhparent = to_regclass($1) AND inhrelid = to_regclass($2)',
    [quoted(table), quoted(partition)],
  )
  if (inheritance?.pending === true) {
    world.log.info(`${quoted(partition)} is half detached: finishing that`)
    return { sql: `ALTER TABLE ${quoted(table)} DETACH PARTITION ${quoted(partition)} FINALIZE` }
  }
  if (inheritance === undefined && earlier !== 'nothing') {
    world.log.info(`${quoted(partition)}: detached by the interrupted run already`)
    return undefined
  }
  return { sql: text }
}
