import { alterations, nameOf } from '../../sql/ast.ts'
import type { LintRule } from '../context/rule.ts'

export const rule: LintRule = {
  name: 'disable-trigger',
  group: 'data',
  severity: 'warning',
  why: 'What is written meanwhile escapes it, foreign keys included if it is ALL.',
  on: ['AlterTableStmt'],
  *check({ node }, context) {
    for (const { table, command } of alterations(node)) {
      if (!/^AT_DisableTrig/.test(command.subtype ?? '') || context.isNew(table)) continue
      yield {
        subject: `${nameOf(table)}.${command.name ?? 'all'}`,
        message: `Triggers of ${nameOf(table)} are switched off for everybody.`,
        fix: 'For a change of data use SET LOCAL session_replication_role = replica; which holds for this transaction only.',
      }
    }
  },
}
