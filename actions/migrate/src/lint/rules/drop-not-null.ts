import { alterations, nameOf } from '../../sql/ast.ts'
import type { LintRule } from '../context/rule.ts'

export const rule: LintRule = {
  name: 'drop-not-null',
  group: 'data',
  severity: 'notice',
  why: 'Readers that rely on a value may meet none.',
  on: ['AlterTableStmt'],
  *check({ node }, context) {
    for (const { table, command } of alterations(node)) {
      if (command.subtype !== 'AT_DropNotNull' || context.isNew(table)) continue
      yield {
        subject: `${nameOf(table)}.${command.name ?? ''}`,
        message: `${nameOf(table)}.${command.name} may be NULL from now on.`,
        fix: 'Make sure that every reader can do without a value, also those that are released already.',
      }
    }
  },
}
