/** Statements that change rows, also those inside of a WITH. */
import type { DeleteStmt, InsertStmt, MergeStmt, Node, UpdateStmt, WithClause } from '@pgsql/types'

export type RowChange =
  | { readonly UpdateStmt: UpdateStmt }
  | { readonly DeleteStmt: DeleteStmt }
  | { readonly InsertStmt: InsertStmt }
  | { readonly MergeStmt: MergeStmt }

/** The kinds of statements that `rowChangesOf` reads. */
export const changing = ['UpdateStmt', 'DeleteStmt', 'InsertStmt', 'MergeStmt', 'SelectStmt'] as const

function* within(clause: WithClause | undefined): Generator<RowChange> {
  for (const each of clause?.ctes ?? [])
    if ('CommonTableExpr' in each && each.CommonTableExpr.ctequery !== undefined)
      yield* rowChangesOf(each.CommonTableExpr.ctequery)
}

export function* rowChangesOf(node: Node): Generator<RowChange> {
  if ('UpdateStmt' in node) {
    yield* within(node.UpdateStmt.withClause)
    yield node
  } else if ('DeleteStmt' in node) {
    yield* within(node.DeleteStmt.withClause)
    yield node
  } else if ('InsertStmt' in node) {
    yield* within(node.InsertStmt.withClause)
    yield node
  } else if ('MergeStmt' in node) {
    yield* within(node.MergeStmt.withClause)
    yield node
  } else if ('SelectStmt' in node) yield* within(node.SelectStmt.withClause)
}

/** No WHERE, or one that is true for every row. */
export function isForAll(where: Node | undefined): boolean {
  return where === undefined || ('A_Const' in where && where.A_Const.boolval?.boolval === true)
}
