import { nameOf } from '../../sql/ast.ts'
import type { LintRule } from '../context/rule.ts'

export const rule: LintRule = {
  name: 'reindex-not-concurrently',
  group: 'safety',
  severity: 'error',
  why: 'Writes wait until the index is built, and so do reads that would use it.',
  fears: ['lock'],
  on: ['ReindexStmt'],
  *check({ node }, context) {
    if (!('ReindexStmt' in node)) return
    const { params, relation, name, kind } = node.ReindexStmt
    if ((params ?? []).some((each) => 'DefElem' in each && each.DefElem.defname === 'concurrently')) return
    if (relation !== undefined && context.isNew(relation)) return
    const what = relation === undefined ? (name ?? 'the database') : nameOf(relation)
    yield {
      subject: what,
      message: `Rebuilding ${what} blocks writes.`,
      fix: `In a migration of its own:\nREINDEX ${kind?.replace('REINDEX_OBJECT_', '') ?? 'TABLE'} CONCURRENTLY ${what};`,
    }
  },
}
