import { nameOf } from '../../sql/ast.ts'
import type { LintRule } from '../context/rule.ts'

export const rule: LintRule = {
  name: 'create-trigger',
  group: 'safety',
  severity: 'warning',
  why: 'Writes to the table wait while it is made, and every write pays for it afterwards.',
  fears: ['lock'],
  on: ['CreateTrigStmt'],
  *check(statement, context) {
    const { node } = statement
    if (!('CreateTrigStmt' in node) || context.isNew(node.CreateTrigStmt.relation)) return
    const { relation, trigname = '', timing } = node.CreateTrigStmt
    // INSTEAD OF: only views have those.
    if (timing === 64) return
    yield {
      subject: `${nameOf(relation)}.${trigname}`,
      message: `The trigger ${trigname} comes to ${nameOf(relation)}, which is in use.`,
      fix: 'Make its function cheap, test it with real rows, and keep this statement in a migration of its own.',
    }
  },
}
