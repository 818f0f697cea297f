import { columns, nameOf, typeOf } from '../../sql/ast.ts'
import type { LintRule } from '../context/rule.ts'

export const rule: LintRule = {
  name: 'char-column',
  group: 'house',
  severity: 'notice',
  why: 'Values are filled up with blanks, which some comparisons see and others do not.',
  on: ['AlterTableStmt', 'CreateStmt'],
  *check({ node }) {
    for (const { table, column } of columns(node)) {
      if (!(typeOf(column.typeName) === 'bpchar')) continue
      const name = `${nameOf(table)}.${column.colname}`
      yield {
        subject: name,
        message: `${name} is char(n).`,
        fix: `Make it text, with a CHECK of its length if that matters.`,
      }
    }
  },
}
