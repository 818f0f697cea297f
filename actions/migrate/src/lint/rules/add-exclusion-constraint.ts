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
      if (!added || constraint.contype !== 'CONSTR_EXCLUSION' || context.isNew(table)) continue
      yield {
        subject: `${nameOf(table)}.${constraint.conname ?? ''}`,
        message: `The new exclusion constraint of ${nameOf(table)} builds its index while nobody may read or write.`,
        fix: `Make a new table with the constraint, copy the rows in batches, and switch over; or allow it for a table that is small, with that reason.`,
      }
    }
  },
}
