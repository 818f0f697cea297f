import {
  alterations,
  columns,
  constraintsOf,
  nameOf,
  tableConstraints,
  textsOf,
  typeText,
} from '../../sql/ast.ts'
import type { LintRule } from '../context/rule.ts'

function fixOf(here: string, column: string): string {
  const name = `${column}_not_null`
  return `ALTER TABLE ${here} ADD CONSTRAINT ${name} CHECK (${column} IS NOT NULL) NOT VALID;\nIn the next migration:\nALTER TABLE ${here} VALIDATE CONSTRAINT ${name};\nThen, as two statements, because one would drop the proof first:\nALTER TABLE ${here} ALTER COLUMN ${column} SET NOT NULL;\nALTER TABLE ${here} DROP CONSTRAINT ${name};`
}

export const rule: LintRule = {
  name: 'set-not-null',
  group: 'safety',
  severity: 'error',
  why: 'Every row is read under a lock that blocks reads and writes, unless a valid CHECK proves it already.',
  fears: ['scan'],
  on: ['AlterTableStmt'],
  *check({ node }, context) {
    for (const { table, command } of alterations(node)) {
      if (command.subtype !== 'AT_SetNotNull' || context.isNew(table)) continue
      const [here, name = ''] = [nameOf(table), command.name]
      if (context.known.isFilled(table, name, node)) continue
      const message = `SET NOT NULL on ${here}.${name} reads the whole table.`
      yield { subject: `${here}.${name}`, message, fix: fixOf(here, name) }
    }
    for (const { table, constraint, added } of tableConstraints(node)) {
      const { contype, skip_validation, keys } = constraint
      if (!added || contype !== 'CONSTR_NOTNULL' || skip_validation === true || context.isNew(table)) continue
      const [here, name = ''] = [nameOf(table), textsOf(keys)[0]]
      if (context.known.isFilled(table, name, node)) continue
      const message = `The new NOT NULL of ${here}.${name} reads the whole table.`
      yield { subject: `${here}.${name}`, message, fix: fixOf(here, name) }
    }
    // A virtual value is computed wherever it is looked at.
    for (const { table, column, added } of columns(node)) {
      const all = constraintsOf(column)
      const isVirtual = all.some((each) => each.contype === 'CONSTR_GENERATED' && each.generated_kind === 'v')
      if (!added || !isVirtual || context.isNew(table)) continue
      if (!all.some(({ contype }) => contype === 'CONSTR_NOTNULL')) continue
      const [here, name = ''] = [nameOf(table), column.colname]
      yield {
        subject: `${here}.${name}`,
        message: `The new virtual column ${name} of ${here} is NOT NULL, which is computed for the whole table.`,
        fix: `ALTER TABLE ${here} ADD COLUMN ${name} ${typeText(column.typeName)} GENERATED ALWAYS AS (…) VIRTUAL;\nALTER TABLE ${here} ADD CONSTRAINT ${name}_not_null NOT NULL ${name} NOT VALID;\nIn the next migration:\nALTER TABLE ${here} VALIDATE CONSTRAINT ${name}_not_null;`,
      }
    }
  },
}
