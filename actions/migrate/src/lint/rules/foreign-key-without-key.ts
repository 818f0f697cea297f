import { columns, constraintsOf, nameOf, tableConstraints, textsOf } from '../../sql/ast.ts'
import type { LintRule } from '../context/rule.ts'

export const rule: LintRule = {
  name: 'foreign-key-without-key',
  group: 'safety',
  severity: 'error',
  why: 'What is unique for some rows only proves nothing of the others: PostgreSQL refuses the key (42830).',
  on: ['AlterTableStmt', 'CreateStmt'],
  *check({ node }, context) {
    const keys = [
      ...columns(node).flatMap(({ table, column }) =>
        constraintsOf(column).map((constraint) => ({ table, constraint })),
      ),
      ...tableConstraints(node),
    ]
    for (const { table, constraint } of keys) {
      const { contype, pktable, pk_attrs } = constraint
      const over = textsOf(pk_attrs)
      if (contype !== 'CONSTR_FOREIGN' || !context.known.isPartlyUnique(pktable, over)) continue
      const there = `${nameOf(pktable)}(${over.join(', ')})`
      yield {
        subject: `${nameOf(table)} ${there}`,
        message: `${nameOf(table)} refers to ${there}, whose only unique index is a partial one.`,
        fix: `In a migration of its own, before this one:\nCREATE UNIQUE INDEX CONCURRENTLY ${nameOf(pktable).split('.').at(-1)}_${over.join('_')}_key ON ${nameOf(pktable)} (${over.join(', ')});`,
      }
    }
  },
}
