import { columns, constraintsOf, nameOf, typeText } from '../../sql/ast.ts'
import type { LintRule } from '../context/rule.ts'
import { unsteadyFunction } from '../context/volatility.ts'

export const rule: LintRule = {
  name: 'add-column-volatile-default',
  group: 'safety',
  severity: 'error',
  why: 'The default is computed for every row that is there: the table is rewritten under a lock that blocks reads and writes.',
  fears: ['rewrite'],
  on: ['AlterTableStmt'],
  *check({ node }, context) {
    for (const { table, column, added } of columns(node)) {
      if (!added || context.isNew(table)) continue
      const clause = constraintsOf(column).find(({ contype }) => contype === 'CONSTR_DEFAULT')
      const called = clause === undefined ? undefined : unsteadyFunction(clause.raw_expr)
      if (called === undefined) continue
      const [here, name = ''] = [nameOf(table), column.colname]
      const subject = `${here}.${name}`
      const fix = `ALTER TABLE ${here} ADD COLUMN ${name} ${typeText(column.typeName)};\nALTER TABLE ${here} ALTER COLUMN ${name} SET DEFAULT ${called.name}();\nThen fill the rows that are there in batches.`
      if (called.known)
        yield {
          subject,
          message: `The default of the new column ${name} calls ${called.name}(), which is another value for each row of ${here}.`,
          fix,
        }
      else
        yield {
          subject,
          verdict: 'unknown',
          message: `The default of the new column ${name} calls ${called.name}(): whether that rewrites ${here} cannot be told from here.`,
          fix,
        }
    }
  },
}
