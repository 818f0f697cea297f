import { droppedNames, rangeOf } from '../../sql/ast.ts'
import type { LintRule } from '../context/rule.ts'

export const rule: LintRule = {
  name: 'drop-table',
  group: 'data',
  severity: 'error',
  why: 'Its rows are gone, and whatever still reads it fails.',
  on: ['DropStmt'],
  *check({ node }, context) {
    if (!('DropStmt' in node) || node.DropStmt.removeType !== 'OBJECT_TABLE') return
    for (const name of droppedNames(node.DropStmt.objects)) {
      if (context.isNew(rangeOf(name))) continue
      yield {
        subject: name,
        message: `${name} and its rows are dropped.`,
        fix: `Release first what no longer uses ${name}. Then drop it with \`-- migrate: allow drop-table: <since when nothing uses it>\`.`,
      }
    }
  },
}
