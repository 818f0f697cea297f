import type { Node, RangeVar } from '@pgsql/types'
import { columns, constraintsOf, nameOf, tableConstraints, textsOf } from '../../sql/ast.ts'
import { indexName } from '../context/indexes.ts'
import type { LintRule } from '../context/rule.ts'

interface ForeignKey {
  readonly table: RangeVar | undefined
  readonly over: readonly string[]
  readonly target: string
}

function* foreignKeys(node: Node): Generator<ForeignKey> {
  for (const { table, column } of columns(node)) {
    const key = constraintsOf(column).find(({ contype }) => contype === 'CONSTR_FOREIGN')
    if (key !== undefined) yield { table, over: [column.colname ?? ''], target: nameOf(key.pktable) }
  }
  for (const { table, constraint } of tableConstraints(node)) {
    if (constraint.contype === 'CONSTR_FOREIGN')
      yield { table, over: textsOf(constraint.fk_attrs), target: nameOf(constraint.pktable) }
  }
}

export const rule: LintRule = {
  name: 'foreign-key-without-index',
  group: 'safety',
  severity: 'notice',
  why: 'Deleting or changing the row that is referred to reads the whole table for each one.',
  on: ['AlterTableStmt', 'CreateStmt'],
  *check({ node }, context) {
    for (const { table, over, target } of foreignKeys(node)) {
      if (context.indexes(table, over)) continue
      yield {
        subject: `${nameOf(table)}(${over.join(', ')})`,
        message: `No index of this change covers the foreign key ${nameOf(table)}(${over.join(', ')}).`,
        fix: `${context.isNew(table) || 'CreateStmt' in node ? 'CREATE INDEX' : 'In a migration of its own:\nCREATE INDEX CONCURRENTLY'} ${indexName(table, over, 'idx')} ON ${nameOf(table)} (${over.join(', ')});\nIt can be left away when no row of ${target} is ever deleted or renumbered, or when such an index is there already.`,
      }
    }
  },
}
