import { columns, nameOf, typeOf } from '../../sql/ast.ts'
import type { LintRule } from '../context/rule.ts'

export const rule: LintRule = {
  name: 'timestamp-without-time-zone',
  group: 'data',
  severity: 'notice',
  why: 'What moment it means depends on who reads it.',
  on: ['AlterTableStmt', 'CreateStmt'],
  *check({ node }) {
    for (const { table, column } of columns(node)) {
      if (!(typeOf(column.typeName) === 'timestamp')) continue
      const name = `${nameOf(table)}.${column.colname}`
      yield {
        subject: name,
        message: `${name} is a timestamp without time zone.`,
        fix: `Make it timestamptz.`,
      }
    }
  },
}
