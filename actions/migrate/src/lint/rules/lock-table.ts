import { rangeOf } from '../../sql/ast.ts'
import { blocks, locksOf } from '../../sql/locks.ts'
import type { LintRule } from '../context/rule.ts'

export const rule: LintRule = {
  name: 'lock-table',
  group: 'safety',
  severity: 'warning',
  why: 'It is held until the whole file is done.',
  fears: ['lock'],
  on: ['LockStmt'],
  *check(statement, context) {
    const { node } = statement
    if (!('LockStmt' in node)) return
    for (const lock of locksOf(node)) {
      if (context.isNew(rangeOf(lock.relation))) continue
      yield {
        subject: lock.relation,
        message: `${lock.relation} is locked in ${lock.mode} mode, which ${blocks(lock.mode)}.`,
        fix: 'Leave it away: statements take the locks that they need, for as long as they need them.',
      }
    }
  },
}
