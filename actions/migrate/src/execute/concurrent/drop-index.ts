/** DROP INDEX CONCURRENTLY: one that was cut off leaves an invalid index, or none any more. */

import type { Engine } from '../../session/engine.ts'
import type { Building } from '../../sql/non-transactional.ts'
import type { Statement } from '../../sql/statements.ts'
import { quoted } from './relation.ts'

type DropIndex = Extract<Building, { work: 'drop index' }>

export async function prepare(
  { indexes }: DropIndex,
  { text }: Statement,
  interrupted: boolean,
  { session, world }: Engine,
): Promise<string | undefined> {
  if (!interrupted) return text
  const names = indexes.map(quoted)
  const found = await session.query<{ name: string }>(
    'SELECT name FROM unnest($1::text[]) AS name WHERE to_regclass(name) IS NOT NULL',
    [names],
  )
  if (found.length > 0) return text
  world.log.info(`${names.join(', ')}: dropped by the interrupted run already`)
  return undefined
}
