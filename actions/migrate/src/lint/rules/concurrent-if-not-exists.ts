import { nameOf } from '../../sql/ast.ts'
import type { LintRule } from '../context/rule.ts'

export const rule: LintRule = {
  name: 'concurrent-if-not-exists',
  group: 'safety',
  severity: 'warning',
  why: 'IF NOT EXISTS is content with an index of that name, also with one that was never finished. What is there is looked at anyway: a finished one is adopted, an unfinished one is built anew.',
  on: ['IndexStmt'],
  *check({ node }) {
    if (!('IndexStmt' in node) || node.IndexStmt.concurrent !== true || node.IndexStmt.if_not_exists !== true)
      return
    const { idxname = '', relation } = node.IndexStmt
    yield {
      subject: idxname,
      message: `IF NOT EXISTS has no use for ${idxname}, and hides a failed build from other tools.`,
      fix: `CREATE INDEX CONCURRENTLY ${idxname} ON ${nameOf(relation)} (…);`,
    }
  },
}
