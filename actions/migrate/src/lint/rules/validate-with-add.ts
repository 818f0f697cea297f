import { alterations, nameOf } from '../../sql/ast.ts'
import { constraintsOfScript } from '../context/constraints.ts'
import type { LintRule } from '../context/rule.ts'

export const rule: LintRule = {
  name: 'validate-with-add',
  group: 'safety',
  severity: 'warning',
  why: 'The lock of ADD CONSTRAINT is held until the transaction ends, and so through the whole VALIDATE: NOT VALID gains nothing.',
  fears: ['lock'],
  on: ['AlterTableStmt'],
  *check(statement, context) {
    const { node } = statement
    for (const { table, command } of alterations(node)) {
      if (command.subtype !== 'AT_ValidateConstraint' || context.isNew(table)) continue
      if (!constraintsOfScript(context.script).isAddedBy(table, command.name, context.index)) continue
      yield {
        subject: `${nameOf(table)}.${command.name ?? ''}`,
        message: `${command.name} is validated in the transaction that adds it.`,
        fix: `Put ALTER TABLE ${nameOf(table)} VALIDATE CONSTRAINT ${command.name}; into the next migration.`,
      }
    }
  },
}
