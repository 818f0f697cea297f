import { nameOf } from '../../sql/ast.ts'
import type { LintRule } from '../context/rule.ts'

export const rule: LintRule = {
  name: 'refresh-view-not-concurrently',
  group: 'safety',
  severity: 'warning',
  why: 'Nobody may read the view while it is computed.',
  fears: ['rewrite'],
  on: ['RefreshMatViewStmt'],
  *check({ node }, context) {
    if (!('RefreshMatViewStmt' in node)) return
    const { concurrent, relation, skipData } = node.RefreshMatViewStmt
    if (concurrent === true || skipData === true || context.isNew(relation)) return
    yield {
      subject: nameOf(relation),
      message: `Refreshing ${nameOf(relation)} blocks its readers.`,
      fix: `REFRESH MATERIALIZED VIEW CONCURRENTLY ${nameOf(relation)}; which needs a unique index on it.`,
    }
  },
}
