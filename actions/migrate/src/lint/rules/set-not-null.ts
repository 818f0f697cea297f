import type { AlterTableCmd, Constraint, Node, RangeVar } from '@pgsql/types'
import { alterations, nameOf, tableConstraints, textsOf } from '../../sql/ast.ts'
import type { LintContext, LintRule } from '../context/rule.ts'

function sameTable(one: RangeVar | undefined, other: RangeVar | undefined): boolean {
  const full = (range: RangeVar | undefined) => `${range?.schemaname ?? 'public'}.${range?.relname}`
  return full(one) === full(other)
}

/** CHECK (column IS NOT NULL), or NOT NULL column as a constraint of its own (PostgreSQL 18). */
function says({ contype, raw_expr, keys }: Constraint, column: string): boolean {
  if (contype === 'CONSTR_NOTNULL') return textsOf(keys).includes(column)
  if (contype !== 'CONSTR_CHECK' || raw_expr === undefined || !('NullTest' in raw_expr)) return false
  const { nulltesttype, arg } = raw_expr.NullTest
  const fields = arg !== undefined && 'ColumnRef' in arg ? textsOf(arg.ColumnRef.fields) : []
  return nulltesttype === 'IS_NOT_NULL' && fields.at(-1) === column
}

/** Whether earlier statements of the pending files made and validated a constraint that proves it. */
function isProven(node: Node, table: RangeVar | undefined, column: string, context: LintContext): boolean {
  const at = context.scripts.indexOf(context.script)
  const before: readonly Node[] = [
    ...context.scripts.slice(0, at).flatMap(({ statements }) => statements),
    ...context.script.statements.slice(0, context.index),
  ].map((each) => each.node)
  const proofs = new Set(
    before
      .flatMap((node) => [...tableConstraints(node)])
      .filter((each) => sameTable(each.table, table) && says(each.constraint, column))
      .map(({ constraint }) => constraint.conname),
  )
  const named = (nodes: readonly Node[], subtype: AlterTableCmd['subtype']) =>
    nodes
      .flatMap((node) => [...alterations(node)])
      .filter((each) => sameTable(each.table, table) && each.command.subtype === subtype)
      .map(({ command }) => command.name)
  // An ALTER TABLE drops first, whatever stands first in it: then there is nothing left to prove with.
  const dropped = new Set(named([...before, node], 'AT_DropConstraint'))
  return named(before, 'AT_ValidateConstraint').some((name) => proofs.has(name) && !dropped.has(name))
}

function fixOf(here: string, column: string): string {
  const name = `${column}_not_null`
  return `ALTER TABLE ${here} ADD CONSTRAINT ${name} CHECK (${column} IS NOT NULL) NOT VALID;\nIn the next migration:\nALTER TABLE ${here} VALIDATE CONSTRAINT ${name};\nThen, as two statements, because one would drop the proof first:\nALTER TABLE ${here} ALTER COLUMN ${column} SET NOT NULL;\nALTER TABLE ${here} DROP CONSTRAINT ${name};\nIf the CHECK was validated by an earlier release, allow this rule with that reason.`
}

export const rule: LintRule = {
  name: 'set-not-null',
  severity: 'error',
  why: 'Every row is read under a lock that blocks reads and writes, unless a valid CHECK proves it already.',
  on: ['AlterTableStmt'],
  *check({ node }, context) {
    for (const { table, command } of alterations(node)) {
      if (command.subtype !== 'AT_SetNotNull' || context.isNew(table)) continue
      const [here, name = ''] = [nameOf(table), command.name]
      if (isProven(node, table, name, context)) continue
      const message = `SET NOT NULL on ${here}.${name} reads the whole table.`
      yield { subject: `${here}.${name}`, message, fix: fixOf(here, name) }
    }
    for (const { table, constraint, added } of tableConstraints(node)) {
      const { contype, skip_validation, keys } = constraint
      if (!added || contype !== 'CONSTR_NOTNULL' || skip_validation === true || context.isNew(table)) continue
      const [here, name = ''] = [nameOf(table), textsOf(keys)[0]]
      if (isProven(node, table, name, context)) continue
      const message = `The new NOT NULL of ${here}.${name} reads the whole table.`
      yield { subject: `${here}.${name}`, message, fix: fixOf(here, name) }
    }
  },
}
