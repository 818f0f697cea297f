import {
  alterations,
  columns,
  constraintsOf,
  nameOf,
  tableConstraints,
  textsOf,
  typeText,
} from '../../sql/ast.ts'
import { enforces } from '../../sql/locks.ts'
import { indexName } from '../context/indexes.ts'
import { notValid } from '../context/rewrite.ts'
import type { LintRule } from '../context/rule.ts'

export const rule: LintRule = {
  name: 'add-foreign-key-without-not-valid',
  group: 'safety',
  severity: 'error',
  why: 'Every row is checked while both tables are locked against writes.',
  fears: ['scan'],
  on: ['AlterTableStmt'],
  *check(statement, context) {
    const { node } = statement
    for (const { table, command } of alterations(node)) {
      const { def } = command
      if (!enforces(def) || context.isNew(table)) continue
      const { conname = '' } = def !== undefined && 'ATAlterConstraint' in def ? def.ATAlterConstraint : {}
      const here = nameOf(table)
      yield {
        subject: `${here}.${conname}`,
        message: `The foreign key ${conname} of ${here} is enforced from now on, and so checks every row.`,
        fix: `ALTER TABLE ${here} ADD CONSTRAINT ${conname}_enforced FOREIGN KEY (…) REFERENCES … NOT VALID;\nIn the next migration:\nALTER TABLE ${here} VALIDATE CONSTRAINT ${conname}_enforced;\nALTER TABLE ${here} DROP CONSTRAINT ${conname};`,
      }
    }
    for (const { table, constraint, added } of tableConstraints(node)) {
      if (!added || constraint.contype !== 'CONSTR_FOREIGN' || constraint.skip_validation === true) continue
      if (context.isNew(table)) continue
      const [here, there] = [nameOf(table), nameOf(constraint.pktable)]
      const over = textsOf(constraint.fk_attrs)
      const name = constraint.conname ?? indexName(table, over, 'fkey')
      const plain = `ALTER TABLE ${here} ADD CONSTRAINT ${name} FOREIGN KEY (${over.join(', ')}) REFERENCES ${there}`
      yield {
        subject: `${here}.${name}`,
        message: `The new foreign key of ${here} blocks writes to ${here} and ${there} while it checks every row.`,
        fix: `${notValid(statement, name, plain)}\nIn the next migration:\nALTER TABLE ${here} VALIDATE CONSTRAINT ${name};`,
      }
    }
    for (const { table, column, added } of columns(node)) {
      if (!added || context.isNew(table)) continue
      const all = constraintsOf(column)
      const key = all.find(({ contype }) => contype === 'CONSTR_FOREIGN')
      // Without a default the new column is NULL everywhere, and there is nothing to check.
      if (
        key === undefined ||
        key.skip_validation === true ||
        !all.some(({ contype }) => contype === 'CONSTR_DEFAULT')
      )
        continue
      const [here, there, over = ''] = [nameOf(table), nameOf(key.pktable), column.colname]
      const name = key.conname ?? indexName(table, [over], 'fkey')
      yield {
        subject: `${here}.${name}`,
        message: `The foreign key of the new column ${over} checks every row of ${here}, because the column has a default.`,
        fix: `ALTER TABLE ${here} ADD COLUMN ${over} ${typeText(column.typeName)} DEFAULT …;\nALTER TABLE ${here} ADD CONSTRAINT ${name} FOREIGN KEY (${over}) REFERENCES ${there} NOT VALID;\nIn the next migration:\nALTER TABLE ${here} VALIDATE CONSTRAINT ${name};`,
      }
    }
  },
}
