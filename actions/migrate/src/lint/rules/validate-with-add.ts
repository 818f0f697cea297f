import type { RangeVar } from '@pgsql/types'
import { alterations, nameOf, tableConstraints } from '../../sql/ast.ts'
import type { LintRule } from '../context/rule.ts'

export const rule: LintRule = {
  name: 'validate-with-add',
  severity: 'warning',
  why: 'The lock of ADD CONSTRAINT is held until the transaction ends, and so through the whole VALIDATE: NOT VALID gains nothing.',
  on: ['AlterTableStmt'],
  *check(statement, context) {
    const { node } = statement
    for (const { table, command } of alterations(node)) {
      if (command.subtype !== 'AT_ValidateConstraint' || context.isNew(table)) continue
      const before = context.script.statements
        .slice(0, context.index + 1)
        .flatMap((each) => [...tableConstraints(each.node)])
      const same = (other: RangeVar | undefined) => nameOf(other) === nameOf(table)
      if (!before.some((each) => each.constraint.conname === command.name && each.added && same(each.table)))
        continue
      yield {
        subject: `${nameOf(table)}.${command.name ?? ''}`,
        message: `${command.name} is validated in the transaction that adds it.`,
        fix: `Put ALTER TABLE ${nameOf(table)} VALIDATE CONSTRAINT ${command.name}; into the next migration.`,
      }
    }
  },
}
