import { alterations, nameOf } from '../../sql/ast.ts'
import type { LintRule } from '../context/rule.ts'

export const rule: LintRule = {
  name: 'drop-column',
  group: 'data',
  severity: 'error',
  why: 'Its values are gone, and whatever still reads it fails.',
  on: ['AlterTableStmt'],
  *check({ node }, context) {
    for (const { table, command } of alterations(node)) {
      if (command.subtype !== 'AT_DropColumn' || context.isNewColumn(table, command.name ?? '')) continue
      yield {
        subject: `${nameOf(table)}.${command.name ?? ''}`,
        message: `${nameOf(table)}.${command.name} and its values are dropped.`,
        fix: `Release first what no longer uses ${command.name}. Then drop it with \`-- migrate: allow drop-column: <since when nothing uses it>\`.`,
      }
    }
  },
}
