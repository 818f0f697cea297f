import { columns, constraintsOf, nameOf, typeOf, typeText } from '../../sql/ast.ts'
import type { LintRule } from '../context/rule.ts'

export const rule: LintRule = {
  name: 'add-column-not-null-without-default',
  group: 'safety',
  severity: 'error',
  why: 'The server refuses it as soon as the table has a row.',
  on: ['AlterTableStmt', 'CreateStmt'],
  *check({ node }, context) {
    for (const { table, column, added } of columns(node)) {
      if (!added || context.isNew(table)) continue
      const kinds = constraintsOf(column).map(({ contype }) => contype)
      const filled = (['CONSTR_DEFAULT', 'CONSTR_IDENTITY', 'CONSTR_GENERATED'] as const).some((kind) =>
        kinds.includes(kind),
      )
      if (filled || !kinds.includes('CONSTR_NOTNULL') || /serial/.test(typeOf(column.typeName))) continue
      const [name, type] = [column.colname ?? '', typeText(column.typeName)]
      yield {
        subject: `${nameOf(table)}.${name}`,
        message: `The new column ${name} of ${nameOf(table)} is NOT NULL and has no default.`,
        fix: `ALTER TABLE ${nameOf(table)} ADD COLUMN ${name} ${type}; fill it; then, in a later migration, add NOT NULL as the rule set-not-null shows. Or give it a constant DEFAULT.`,
      }
    }
  },
}
