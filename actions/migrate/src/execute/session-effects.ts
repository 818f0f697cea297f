/** Files that leave their session as it was: they run no code but PostgreSQL's own, and set nothing. */
import type { Proof } from '../session/lock.ts'
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

/** Behind any other file the session's settings are put back, and its lock is looked up again. */
export function keepsSession({ statements }: Pick<Script, 'statements'>): boolean {
  return statements.every(({ node }) => kinds.has(Object.keys(node)[0] ?? ''))
}

/** How the lock is proven behind a file that may have given it up, and at the start. */
export function proofBehind(before: Script | undefined): Proof {
  return before === undefined || !keepsSession(before) ? 'listed' : 'shared'
}
