import { columns, constraintsOf, nameOf } from '../../sql/ast.ts'
import type { LintRule } from '../context/rule.ts'

export const rule: LintRule = {
  name: 'add-column-generated-stored',
  group: 'safety',
  severity: 'error',
  why: 'A stored value is computed for every row: the table is rewritten under a lock that blocks reads and writes.',
  fears: ['rewrite'],
  on: ['AlterTableStmt', 'CreateStmt'],
  *check({ node }, context) {
    for (const { table, column, added } of columns(node)) {
      if (!added || context.isNew(table)) continue
      const clause = constraintsOf(column).find(({ contype }) => contype === 'CONSTR_GENERATED')
      if (clause === undefined || clause.generated_kind === 'v') continue
      const name = column.colname ?? ''
      yield {
        subject: `${nameOf(table)}.${name}`,
        message: `The new column ${name} of ${nameOf(table)} is generated and stored.`,
        fix: `Add ${name} as a plain column, fill it in batches, and keep it up to date by a trigger or in the application; or compute it in a view.`,
      }
    }
  },
}
