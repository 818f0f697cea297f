/** DROP INDEX CONCURRENTLY: one that was cut off leaves an invalid index, or none any more. */

import type { Engine } from '../../session/engine.ts'
import type { Building } from '../../sql/non-transactional.ts'
import type { Statement } from '../../sql/statements.ts'
import type { Earlier } from './earlier.ts'
import { quoted } from './relation.ts'
import type { Work } from './work.ts'

type DropIndex = Extract<Building, { work: 'drop index' }>

/** That an index is not there says that it was dropped only where this very statement was on its way, or was done. */
export async function prepare(
  { indexes }: DropIndex,
  { text }: Statement,
  earlier: Earlier,
  { session, world }: Engine,
): Promise<Work | undefined> {
  if (earlier === 'nothing') return { sql: text }
  const names = indexes.map(quoted)
  const found = await session.query<{ name: string }>(
    'SELECT name FROM unnest($1::text[]) AS name WHERE to_regclass(name) IS NOT NULL',
    [names],
  )
  if (found.length > 0) return { sql: text }
  world.log.info(`${names.join(', ')}: dropped by the interrupted run already`)
  return undefined
}
