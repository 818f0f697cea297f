import { alterations, nameOf } from '../../sql/ast.ts'
import type { LintRule } from '../context/rule.ts'

export const rule: LintRule = {
  name: 'set-logged',
  group: 'safety',
  severity: 'error',
  why: 'The table is rewritten under a lock that blocks reads and writes.',
  fears: ['rewrite'],
  on: ['AlterTableStmt'],
  *check({ node }, context) {
    const rewriting: Readonly<Record<string, string>> = {
      AT_SetLogged: 'SET LOGGED',
      AT_SetUnLogged: 'SET UNLOGGED',
      AT_SetAccessMethod: 'SET ACCESS METHOD',
    }
    for (const { table, command } of alterations(node)) {
      const what = rewriting[command.subtype ?? '']
      if (what === undefined || context.isNew(table)) continue
      yield {
        subject: nameOf(table),
        message: `${what} rewrites ${nameOf(table)}.`,
        fix: 'Make a new table of that kind, copy the rows in batches, and switch over.',
      }
    }
  },
}
