/** What a transaction keeps from everybody until it ends. */
import type { Node } from '@pgsql/types'
import { rangeOf } from '../../sql/ast.ts'
import { locksOf } from '../../sql/locks.ts'
import type { LintContext } from './rule.ts'

/** The tables in use that a statement locks against reads and writes. An index does not tell which table is its own. */
export function lockedBy(node: Node, isNew: LintContext['isNew']): string[] {
  if ('DropStmt' in node && node.DropStmt.removeType === 'OBJECT_INDEX') return []
  return locksOf(node)
    .filter(({ mode, relation }) => mode === 'ACCESS EXCLUSIVE' && !isNew(rangeOf(relation)))
    .map(({ relation }) => relation)
}
