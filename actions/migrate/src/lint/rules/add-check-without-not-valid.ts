import type { Constraint } from '@pgsql/types'
import { columns, constraintsOf, nameOf, tableConstraints, typeText, walk } from '../../sql/ast.ts'
import { indexName } from '../context/indexes.ts'
import { notValid } from '../context/rewrite.ts'
import type { LintRule } from '../context/rule.ts'

/** PostgreSQL names a check after its column, when it is about a single one. */
function onlyColumn({ raw_expr }: Constraint): readonly string[] {
  const names = [...walk(raw_expr)].flatMap(({ kind, node }) =>
    kind === 'ColumnRef' ? [...walk(node['fields'])].map((each) => String(each.node['sval'])) : [],
  )
  const distinct = [...new Set(names)]
  return distinct.length === 1 ? distinct : []
}

export const rule: LintRule = {
  name: 'add-check-without-not-valid',
  group: 'safety',
  severity: 'error',
  why: 'Every row is checked under a lock that blocks reads and writes.',
  fears: ['scan'],
  on: ['AlterTableStmt'],
  *check(statement, context) {
    const { node } = statement
    for (const { table, constraint, added } of tableConstraints(node)) {
      if (!added || constraint.contype !== 'CONSTR_CHECK' || constraint.skip_validation === true) continue
      if (context.isNew(table)) continue
      const here = nameOf(table)
      const name = constraint.conname ?? indexName(table, onlyColumn(constraint), 'check')
      const rewrite = notValid(statement, name, `ALTER TABLE ${here} ADD CONSTRAINT ${name} CHECK (…)`)
      yield {
        subject: `${here}.${name}`,
        message: `The new check ${name} reads the whole of ${here}.`,
        fix: `${rewrite}\nIn the next migration, which then blocks nobody:\nALTER TABLE ${here} VALIDATE CONSTRAINT ${name};`,
      }
    }
    for (const { table, column, added } of columns(node)) {
      if (!added || context.isNew(table)) continue
      const check = constraintsOf(column).find(({ contype }) => contype === 'CONSTR_CHECK')
      if (check === undefined || check.skip_validation === true) continue
      const [here, over = ''] = [nameOf(table), column.colname]
      const generated = constraintsOf(column).some(({ contype }) => contype === 'CONSTR_GENERATED')
      const type = `${typeText(column.typeName)}${generated ? ' GENERATED ALWAYS AS (…) VIRTUAL' : ''}`
      const name = check.conname ?? indexName(table, [over], 'check')
      yield {
        subject: `${here}.${name}`,
        message: `The check of the new column ${over} reads the whole of ${here}.`,
        fix: `ALTER TABLE ${here} ADD COLUMN ${over} ${type};\nALTER TABLE ${here} ADD CONSTRAINT ${name} CHECK (…) NOT VALID;\nIn the next migration:\nALTER TABLE ${here} VALIDATE CONSTRAINT ${name};`,
      }
    }
  },
}
