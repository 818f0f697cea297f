import { nameOf } from '../../sql/ast.ts'
import { allRowsOf, changing, rowChangesOf } from '../context/row-changes.ts'
import type { LintRule } from '../context/rule.ts'

export const rule: LintRule = {
  name: 'delete-without-where',
  group: 'data',
  severity: 'warning',
  why: 'All rows stay locked until the file is done, and their old versions stay behind.',
  on: changing,
  *check({ node }, context) {
    for (const each of rowChangesOf(node)) {
      const relation = allRowsOf(each, 'DELETE')
      if (relation === undefined || context.isNew(relation)) continue
      const name = nameOf(relation)
      yield {
        subject: name,
        message: `Every row of ${name} is deleted in one transaction.`,
        fix: 'Do it in batches of some thousand rows, outside of the migration; or say with WHERE which rows are meant.',
      }
    }
  },
}
