import { columns, constraintsOf, nameOf, typeOf } from '../../sql/ast.ts'
import type { LintRule } from '../context/rule.ts'

export const rule: LintRule = {
  name: 'add-column-serial',
  group: 'safety',
  severity: 'error',
  why: 'Every row that is there gets a number: the table is rewritten under a lock that blocks reads and writes.',
  fears: ['rewrite'],
  on: ['AlterTableStmt', 'CreateStmt'],
  *check({ node }, context) {
    for (const { table, column, added } of columns(node)) {
      if (!added || context.isNew(table)) continue
      const identity = constraintsOf(column).some(({ contype }) => contype === 'CONSTR_IDENTITY')
      if (!identity && !/^(?:small|big)?serial\d?$/.test(typeOf(column.typeName))) continue
      const name = column.colname ?? ''
      yield {
        subject: `${nameOf(table)}.${name}`,
        message: `The new column ${name} numbers every row of ${nameOf(table)}.`,
        fix: `ALTER TABLE ${nameOf(table)} ADD COLUMN ${name} bigint; make a sequence and SET DEFAULT nextval(…); then fill the rows that are there in batches.`,
      }
    }
  },
}
