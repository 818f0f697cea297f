import type { Node } from '@pgsql/types'
import { changing, rowChangesOf } from '../context/row-changes.ts'
import type { LintRule } from '../context/rule.ts'

/** INSERT … SELECT, not INSERT … VALUES. */
function isQuery(select: Node | undefined): boolean {
  return select !== undefined && 'SelectStmt' in select && select.SelectStmt.valuesLists === undefined
}

export const rule: LintRule = {
  name: 'data-change-after-lock',
  group: 'safety',
  severity: 'warning',
  why: 'A lock that blocks reads and writes is held while rows are changed, until the transaction ends.',
  fears: ['lock'],
  on: changing,
  *check({ node }, context) {
    const [locked] = context.locked
    if (locked === undefined) return
    const changes = rowChangesOf(node).some(
      (each) => !('InsertStmt' in each) || isQuery(each.InsertStmt.selectStmt),
    )
    if (!changes) return
    yield {
      subject: locked,
      message: `Rows are changed while ${locked} is locked against reads and writes.`,
      fix: 'Put the change of the rows into a migration of its own.',
    }
  },
}
