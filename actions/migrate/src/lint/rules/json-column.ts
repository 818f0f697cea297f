import { columns, nameOf, typeOf } from '../../sql/ast.ts'
import type { LintRule } from '../context/rule.ts'

export const rule: LintRule = {
  name: 'json-column',
  group: 'house',
  severity: 'notice',
  why: 'json is kept as text: it has no equality, no index, and is parsed anew each time.',
  on: ['AlterTableStmt', 'CreateStmt'],
  *check({ node }) {
    for (const { table, column } of columns(node)) {
      if (!(typeOf(column.typeName) === 'json')) continue
      const name = `${nameOf(table)}.${column.colname}`
      yield { subject: name, message: `${name} is json.`, fix: `Make it jsonb.` }
    }
  },
}
