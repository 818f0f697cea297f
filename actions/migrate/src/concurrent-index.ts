/** Builds of concurrent indexes: found, judged and repaired, so that a failed build never counts as done. */
import pg from 'pg'
import { Failure } from '#toolkit/model/failure.ts'
import type { World } from '#toolkit/world/world.ts'
import type { Session } from './session.ts'
import type { Statement } from './statements.ts'

export type IndexState = 'absent' | 'invalid' | 'valid'

type Index = NonNullable<Statement['index']>

function nameOf({ schema, name }: Index): string {
  return schema === undefined
    ? pg.escapeIdentifier(name)
    : `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`
}

export async function indexState({ client }: Session, index: Index): Promise<IndexState> {
  const { rows } = await client.query<{ usable: boolean }>(
    'SELECT indisvalid AND indisready AS usable FROM pg_index WHERE indexrelid = to_regclass($1)',
    [nameOf(index)],
  )
  if (rows[0] === undefined) return 'absent'
  return rows[0].usable ? 'valid' : 'invalid'
}

/** Drops what a failed build left. It serves no query, but slows every write. */
export async function dropInvalid(session: Session, index: Index, world: World): Promise<void> {
  if ((await indexState(session, index)) !== 'invalid') return
  world.log.info(`dropping the unfinished index ${nameOf(index)} of an earlier build`)
  await session.client.query(`DROP INDEX CONCURRENTLY ${nameOf(index)}`)
}

/** @throws Failure INDEX_INVALID when the index is not usable after its build */
export async function requireValid(
  session: Session,
  index: Index,
  file: string,
  line: number,
): Promise<void> {
  if ((await indexState(session, index)) === 'valid') return
  throw new Failure({
    code: 'INDEX_INVALID',
    what: `The index ${nameOf(index)} is not valid after its build.`,
    why: 'IF NOT EXISTS turns a failed build into success; the index itself tells.',
    fix: 'Run it again: the unfinished index is dropped and built anew.',
    source: { file, line },
  })
}
