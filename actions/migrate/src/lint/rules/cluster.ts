import { nameOf } from '../../sql/ast.ts'
import type { LintRule } from '../context/rule.ts'

export const rule: LintRule = {
  name: 'cluster',
  group: 'safety',
  severity: 'error',
  why: 'The table is rewritten under a lock that blocks reads and writes.',
  fears: ['rewrite'],
  on: ['ClusterStmt'],
  *check({ node }, context) {
    if (!('ClusterStmt' in node)) return
    if (node.ClusterStmt.relation !== undefined && context.isNew(node.ClusterStmt.relation)) return
    yield {
      subject: nameOf(node.ClusterStmt.relation),
      message: `CLUSTER rewrites ${nameOf(node.ClusterStmt.relation) || 'every clustered table'} while nobody may read or write.`,
      fix: 'Use a tool that rewrites beside the table, such as pg_repack.',
    }
  },
}
