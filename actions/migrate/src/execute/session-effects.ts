/** Files that leave their session as it was: they run no code but PostgreSQL's own, and set nothing. */
import type { Node } from '@pgsql/types'
import { functionsIn } from '../sql/ast.ts'
import type { Script } from '../sql/statements.ts'

const kinds = new Set<string>([
  'AlterEnumStmt',
  'AlterTableStmt',
  'CommentStmt',
  'CompositeTypeStmt',
  'CreateEnumStmt',
  'CreateSchemaStmt',
  'CreateSeqStmt',
  'CreateStmt',
  'DropStmt',
  'GrantStmt',
  'IndexStmt',
  'RenameStmt',
  'ViewStmt',
])

/** PostgreSQL's own functions that set nothing, as schemas call them. */
const harmless = new Set([
  'btrim',
  'cardinality',
  'char_length',
  'clock_timestamp',
  'current_date',
  'current_timestamp',
  'gen_random_uuid',
  'jsonb_typeof',
  'length',
  'localtimestamp',
  'lower',
  'now',
  'octet_length',
  'statement_timestamp',
  'to_tsvector',
  'transaction_timestamp',
  'upper',
  'uuidv7',
])

/** Whether it makes or names what only its session has. Not by recursion: expressions nest by the thousand. */
function isTemporary(node: Node): boolean {
  const open: unknown[] = [node]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next === 'string' && next.startsWith('pg_temp')) return true
    if (typeof next !== 'object' || next === null) continue
    if ('relpersistence' in next && next.relpersistence === 't') return true
    for (const member of Object.values(next)) open.push(member)
  }
  return false
}

function keepsSession({ statements }: Pick<Script, 'statements'>): boolean {
  return statements.every(
    ({ node }) =>
      kinds.has(Object.keys(node)[0] ?? '') &&
      functionsIn(node).every((name) => harmless.has(name)) &&
      !isTemporary(node),
  )
}

/**
 * How many of the first files of a database that holds nothing leave their session as it was. Behind a file that may
 * have made a function, a domain or an event trigger, anything can run code: from there on the session is put back
 * behind every file.
 */
export function keepingFirst(scripts: readonly Pick<Script, 'statements'>[]): number {
  const first = scripts.findIndex((script) => !keepsSession(script))
  return first === -1 ? scripts.length : first
}
