import { alterations, nameOf } from '../../sql/ast.ts'
import type { LintRule } from '../context/rule.ts'

export const rule: LintRule = {
  name: 'set-tablespace',
  group: 'safety',
  severity: 'error',
  why: 'The table is copied under a lock that blocks reads and writes.',
  fears: ['rewrite'],
  on: ['AlterTableStmt'],
  *check({ node }, context) {
    for (const { table, command } of alterations(node)) {
      if (command.subtype !== 'AT_SetTableSpace' || context.isNew(table)) continue
      yield {
        subject: nameOf(table),
        message: `${nameOf(table)} is copied to the tablespace ${command.name}.`,
        fix: 'Use a tool that copies beside the table, such as pg_repack.',
      }
    }
  },
}
