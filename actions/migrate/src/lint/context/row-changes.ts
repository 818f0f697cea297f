/** Statements that change rows, also those inside of a WITH. */
import type { DeleteStmt, InsertStmt, MergeStmt, Node, RangeVar, UpdateStmt, WithClause } from '@pgsql/types'
import { isForAll } from './truth.ts'

export type RowChange =
  | { readonly UpdateStmt: UpdateStmt }
  | { readonly DeleteStmt: DeleteStmt }
  | { readonly InsertStmt: InsertStmt }
  | { readonly MergeStmt: MergeStmt }

/** The kinds of statements that `rowChangesOf` reads. */
export const changing = [
  ...['UpdateStmt', 'DeleteStmt', 'InsertStmt', 'MergeStmt', 'SelectStmt'],
  ...['CopyStmt', 'CreateTableAsStmt', 'DeclareCursorStmt', 'ExplainStmt', 'PrepareStmt'],
]

/** Statements that run another, or keep it to be run. */
function heldBy(node: Node): Node | undefined {
  if ('CopyStmt' in node) return node.CopyStmt.query
  if ('CreateTableAsStmt' in node) return node.CreateTableAsStmt.query
  if ('DeclareCursorStmt' in node) return node.DeclareCursorStmt.query
  if ('ExplainStmt' in node) return node.ExplainStmt.query
  return 'PrepareStmt' in node ? node.PrepareStmt.query : undefined
}

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
  else {
    const held = heldBy(node)
    if (held !== undefined) yield* rowChangesOf(held)
  }
}

/** The table all of whose rows a statement changes or deletes, as far as its text tells. */
export function allRowsOf(change: RowChange, by: 'UPDATE' | 'DELETE'): RangeVar | undefined {
  if (by === 'UPDATE' && 'UpdateStmt' in change)
    return isForAll(change.UpdateStmt.whereClause) && change.UpdateStmt.fromClause === undefined
      ? change.UpdateStmt.relation
      : undefined
  if (by === 'DELETE' && 'DeleteStmt' in change)
    return isForAll(change.DeleteStmt.whereClause) && change.DeleteStmt.usingClause === undefined
      ? change.DeleteStmt.relation
      : undefined
  if (!('MergeStmt' in change)) return undefined
  const { relation, joinCondition, mergeWhenClauses = [] } = change.MergeStmt
  const does = mergeWhenClauses.some(
    (each) =>
      'MergeWhenClause' in each &&
      each.MergeWhenClause.commandType === `CMD_${by}` &&
      isForAll(each.MergeWhenClause.condition) &&
      (each.MergeWhenClause.matchKind !== 'MERGE_WHEN_MATCHED' || isForAll(joinCondition)),
  )
  return does ? relation : undefined
}
