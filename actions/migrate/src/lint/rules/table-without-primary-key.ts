import { columns, constraintsOf, nameOf, tableConstraints } from '../../sql/ast.ts'
import { constraintsOfScript } from '../context/constraints.ts'
import type { LintRule } from '../context/rule.ts'

export const rule: LintRule = {
  name: 'table-without-primary-key',
  group: 'data',
  severity: 'notice',
  why: 'Its rows cannot be told apart: logical replication refuses to change them, and batches have nothing to go by.',
  on: ['AlterTableStmt', 'CreateStmt'],
  *check(statement, context) {
    const { node } = statement
    if (!('CreateStmt' in node)) return
    const { relation, inhRelations, partbound, tableElts } = node.CreateStmt
    if (inhRelations !== undefined || partbound !== undefined || relation?.relpersistence === 't') return
    if ((tableElts ?? []).some((each) => 'TableLikeClause' in each)) return
    const all = [
      ...columns(node).flatMap(({ column }) => constraintsOf(column)),
      ...tableConstraints(node).map(({ constraint }) => constraint),
    ]
    if (all.some(({ contype }) => contype === 'CONSTR_PRIMARY')) return
    if (constraintsOfScript(context.script).hasLaterPrimaryKey(relation, context.index)) return
    yield {
      subject: nameOf(relation),
      message: `${nameOf(relation)} has no primary key.`,
      fix: 'Give it one: id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, if nothing else identifies a row.',
    }
  },
}
