import { nameOf, tableConstraints } from '../../sql/ast.ts'
import type { LintRule } from '../context/rule.ts'

export const rule: LintRule = {
  name: 'add-exclusion-constraint',
  group: 'safety',
  severity: 'error',
  why: 'Its index is built under a lock that blocks reads and writes, and it cannot be built concurrently.',
  fears: ['scan'],
  on: ['AlterTableStmt', 'CreateStmt'],
  *check({ node }, context) {
    for (const { table, constraint, added } of tableConstraints(node)) {
      const { contype, without_overlaps } = constraint
      if (!added || context.isNew(table)) continue
      if (contype !== 'CONSTR_EXCLUSION' && without_overlaps !== true) continue
      const what = contype === 'CONSTR_EXCLUSION' ? 'exclusion constraint' : 'key WITHOUT OVERLAPS'
      yield {
        subject: `${nameOf(table)}.${constraint.conname ?? ''}`,
        message: `The new ${what} of ${nameOf(table)} builds its index while nobody may read or write.`,
        fix: `Make a new table with the constraint, copy the rows in batches, and switch over; or allow it for a table that is small, with that reason.`,
      }
    }
  },
}
