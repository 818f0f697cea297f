import { nameOf } from '../../sql/ast.ts'
import { newKeys } from '../context/new-keys.ts'
import type { LintRule } from '../context/rule.ts'

export const rule: LintRule = {
  name: 'add-unique-constraint',
  group: 'safety',
  severity: 'error',
  why: 'Its index is built under a lock that blocks reads and writes.',
  fears: ['scan'],
  on: ['AlterTableStmt'],
  *check({ node }, context) {
    for (const { table, name, over, column } of newKeys(node, 'CONSTR_UNIQUE')) {
      if (context.isNew(table)) continue
      const here = nameOf(table)
      const first = column === undefined ? '' : `ALTER TABLE ${here} ADD COLUMN ${column};\n`
      yield {
        subject: `${here}(${over.join(', ')})`,
        message: `The new unique constraint of ${here} builds its index while nobody may read or write.`,
        fix: `${first}In a migration of its own:\nCREATE UNIQUE INDEX CONCURRENTLY ${name} ON ${here} (${over.join(', ')});\nThen:\nALTER TABLE ${here} ADD CONSTRAINT ${name} UNIQUE USING INDEX ${name};`,
      }
    }
  },
}
