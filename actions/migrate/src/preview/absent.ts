/** What of the things that are made unless they are there, is not there. */
import type { Node } from '@pgsql/types'
import pg from 'pg'
import { mayExistAfter } from '../lint/context/new-objects.ts'
import type { Database } from '../session/database.ts'

/**
 * The names, without a schema, of what statements make unless it is there, and what the database has in no schema at
 * all: which of them a file means, depends on its search path.
 */
export async function absentAmong(
  statements: readonly Node[],
  { session, isFresh }: Pick<Database, 'session' | 'isFresh'>,
): Promise<ReadonlySet<string>> {
  const names = [...new Set(statements.flatMap((node) => mayExistAfter(node) ?? []))]
  if (isFresh || names.length === 0) return new Set(names)
  const wanted = names.map((name) => pg.escapeLiteral(name)).join(', ')
  const there = await session.query<{ name: string }>(
    `SELECT relname AS name FROM pg_catalog.pg_class WHERE relname IN (${wanted})`,
  )
  const known = new Set(there.map(({ name }) => name))
  return new Set(names.filter((name) => !known.has(name)))
}
