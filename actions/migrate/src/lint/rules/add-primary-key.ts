import { nameOf, tableConstraints } from '../../sql/ast.ts'
import { newKeys } from '../context/new-keys.ts'
import type { LintRule } from '../context/rule.ts'

export const rule: LintRule = {
  name: 'add-primary-key',
  group: 'safety',
  severity: 'error',
  why: 'Its index is built under a lock that blocks reads and writes.',
  fears: ['scan'],
  on: ['AlterTableStmt'],
  *check({ node }, context) {
    for (const { table, name, over, column } of newKeys(node, 'CONSTR_PRIMARY')) {
      if (context.isNew(table)) continue
      const here = nameOf(table)
      const first = column === undefined ? '' : `ALTER TABLE ${here} ADD COLUMN ${column};\n`
      yield {
        subject: `${here}(${over.join(', ')})`,
        message: `The new primary key of ${here} builds its index while nobody may read or write.`,
        fix: `${first}In a migration of its own:\nCREATE UNIQUE INDEX CONCURRENTLY ${name} ON ${here} (${over.join(', ')});\nThen:\nALTER TABLE ${here} ADD CONSTRAINT ${name} PRIMARY KEY USING INDEX ${name};`,
      }
    }
    // With an index that is there, the rows are still read when a column might be NULL.
    for (const { table, constraint } of tableConstraints(node)) {
      const { contype, indexname } = constraint
      if (contype !== 'CONSTR_PRIMARY' || indexname === undefined || context.isNew(table)) continue
      const here = nameOf(table)
      const open = (context.known.indexOver(table, indexname) ?? []).filter(
        (column) => !context.known.isFilled(table, column, node),
      )
      if (open.length === 0) continue
      yield {
        subject: `${here}(${open.join(', ')})`,
        message: `The new primary key makes ${open.join(', ')} of ${here} NOT NULL, which reads the whole table.`,
        fix: `Before that, for each of these columns, what the rule set-not-null shows.`,
      }
    }
  },
}
