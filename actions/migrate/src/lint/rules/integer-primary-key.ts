import { columns, constraintsOf, nameOf, tableConstraints, textsOf, typeOf, typeText } from '../../sql/ast.ts'
import type { LintRule } from '../context/rule.ts'

export const rule: LintRule = {
  name: 'integer-primary-key',
  group: 'data',
  severity: 'notice',
  why: 'It runs out at 2,147,483,647, and changing the type then rewrites the table.',
  on: ['AlterTableStmt', 'CreateStmt'],
  *check({ node }) {
    if (!('CreateStmt' in node)) return
    const keys = new Set(
      tableConstraints(node).flatMap(({ constraint }) =>
        constraint.contype === 'CONSTR_PRIMARY' ? textsOf(constraint.keys) : [],
      ),
    )
    for (const { table, column } of columns(node)) {
      const primary =
        keys.has(column.colname ?? '') ||
        constraintsOf(column).some(({ contype }) => contype === 'CONSTR_PRIMARY')
      if (!primary || !/^(?:int[24]|serial[24]?|smallserial)$/.test(typeOf(column.typeName))) continue
      const name = `${nameOf(table)}.${column.colname}`
      yield {
        subject: name,
        message: `The primary key ${name} is ${typeText(column.typeName)}.`,
        fix: 'Make it bigint.',
      }
    }
  },
}
