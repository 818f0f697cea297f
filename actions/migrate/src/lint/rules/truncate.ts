import { nameOf } from '../../sql/ast.ts'
import type { LintRule } from '../context/rule.ts'

export const rule: LintRule = {
  name: 'truncate',
  group: 'data',
  severity: 'error',
  why: 'All rows are gone, under a lock that blocks reads and writes.',
  fears: ['rewrite'],
  on: ['TruncateStmt'],
  *check({ node }, context) {
    if (!('TruncateStmt' in node)) return
    const { behavior } = node.TruncateStmt
    for (const each of node.TruncateStmt.relations ?? []) {
      if (!('RangeVar' in each) || context.isNew(each.RangeVar)) continue
      const name = nameOf(each.RangeVar)
      yield {
        subject: name,
        message:
          behavior === 'DROP_CASCADE'
            ? `${name} is emptied, and with it every table that refers to it.`
            : `${name} is emptied.`,
        fix: `Delete what is no longer needed in batches, or allow it with the reason why no row of ${name} matters.`,
      }
    }
  },
}
