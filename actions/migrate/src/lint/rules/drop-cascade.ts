import { alterations, droppedNames, nameOf } from '../../sql/ast.ts'
import type { LintRule } from '../context/rule.ts'

export const rule: LintRule = {
  name: 'drop-cascade',
  group: 'data',
  severity: 'warning',
  why: 'What depends on it goes as well, and nothing here says what that is.',
  on: ['AlterTableStmt', 'DropStmt'],
  *check({ node }) {
    const dropping = 'DropStmt' in node ? node.DropStmt.behavior : undefined
    const cascading = alterations(node).some(({ command }) => command.behavior === 'DROP_CASCADE')
    if (dropping !== 'DROP_CASCADE' && !cascading) return
    const parts = alterations(node).flatMap(({ table, command }) =>
      command.behavior === 'DROP_CASCADE' ? [`${nameOf(table)}.${command.name}`] : [],
    )
    const what = ('DropStmt' in node ? droppedNames(node.DropStmt.objects) : parts).join(', ')
    yield {
      subject: what,
      message: `CASCADE drops whatever depends on ${what}.`,
      fix: 'Leave CASCADE away: the server then lists what depends on it. Drop each of these by name.',
    }
  },
}
