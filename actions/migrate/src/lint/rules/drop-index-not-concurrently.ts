import { droppedNames, rangeOf } from '../../sql/ast.ts'
import type { LintRule } from '../context/rule.ts'

export const rule: LintRule = {
  name: 'drop-index-not-concurrently',
  group: 'safety',
  severity: 'warning',
  why: 'Its table is locked against reads and writes, behind everything that uses it now.',
  fears: ['lock'],
  on: ['DropStmt'],
  *check({ node }, context) {
    if (
      !('DropStmt' in node) ||
      node.DropStmt.removeType !== 'OBJECT_INDEX' ||
      node.DropStmt.concurrent === true
    )
      return
    for (const name of droppedNames(node.DropStmt.objects)) {
      if (context.isNew(rangeOf(name))) continue
      yield {
        subject: name,
        message: `Dropping ${name} blocks reads and writes of its table.`,
        fix: `DROP INDEX CONCURRENTLY ${name}; in a migration of its own.`,
      }
    }
  },
}
