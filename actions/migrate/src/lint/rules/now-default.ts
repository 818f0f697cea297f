import type { RangeVar } from '@pgsql/types'
import { alterations, columns, constraintsOf, functionsIn, nameOf } from '../../sql/ast.ts'
import type { LintRule, Sighting } from '../context/rule.ts'

const clock =
  /^(?:now|clock_timestamp|statement_timestamp|transaction_timestamp|current_timestamp|current_date|current_time|localtimestamp|localtime)(?:_n)?$/

function* clocks(
  table: RangeVar | undefined,
  column: string | undefined,
  expression: unknown,
): Generator<Sighting> {
  if (!functionsIn(expression).some((name) => clock.test(name))) return
  const name = `${nameOf(table)}.${column}`
  yield {
    subject: name,
    message: `${name} takes its time from the server's clock.`,
    fix: `Leave the default away, and give ${column} with every INSERT.`,
  }
}

export const rule: LintRule = {
  name: 'now-default',
  group: 'house',
  severity: 'error',
  why: 'The house gives every time explicitly: a row that is replayed, copied or restored must keep the time that it had.',
  on: ['AlterTableStmt', 'CreateStmt'],
  *check({ node }) {
    for (const { table, column } of columns(node)) {
      const clause = constraintsOf(column).find(({ contype }) => contype === 'CONSTR_DEFAULT')
      yield* clocks(table, column.colname, clause?.raw_expr)
    }
    for (const { table, command } of alterations(node))
      if (command.subtype === 'AT_ColumnDefault') yield* clocks(table, command.name, command.def)
  },
}
