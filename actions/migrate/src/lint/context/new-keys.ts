/** Primary keys and unique constraints that come to tables that are there. */
import type { Constraint, Node, RangeVar } from '@pgsql/types'
import { columns, constraintsOf, tableConstraints, textsOf, typeText } from '../../sql/ast.ts'
import { indexName } from './indexes.ts'

export interface NewKey {
  readonly table: RangeVar | undefined
  /** As PostgreSQL would name it, when it is given none. */
  readonly name: string
  readonly over: readonly string[]
  /** The column that comes with it, and its type. */
  readonly column: string | undefined
}

/** Those whose index is built by the statement: USING INDEX takes one that is there. */
export function* newKeys(node: Node, kind: 'CONSTR_PRIMARY' | 'CONSTR_UNIQUE'): Generator<NewKey> {
  const named = (table: RangeVar | undefined, over: readonly string[], { conname }: Constraint) =>
    conname ?? (kind === 'CONSTR_PRIMARY' ? indexName(table, [], 'pkey') : indexName(table, over, 'key'))
  for (const { table, constraint, added } of tableConstraints(node)) {
    if (!added || constraint.contype !== kind || constraint.indexname !== undefined) continue
    // Without overlaps it is an exclusion constraint: no index that is built beforehand can stand for it.
    if (constraint.without_overlaps === true) continue
    const over = textsOf(constraint.keys)
    yield { table, name: named(table, over, constraint), over, column: undefined }
  }
  for (const { table, column, added } of columns(node)) {
    const key = constraintsOf(column).find(({ contype }) => contype === kind)
    if (!added || key === undefined) continue
    const over = [column.colname ?? '']
    yield {
      table,
      name: named(table, over, key),
      over,
      column: `${column.colname} ${typeText(column.typeName)}`,
    }
  }
}
