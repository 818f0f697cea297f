/** The columns over which the change makes indexes: primary keys and unique constraints have one too. */
import type { Node, RangeVar } from '@pgsql/types'
import { columns, constraintsOf, nameOf, tableConstraints, textsOf } from '../../sql/ast.ts'
import type { Script } from '../../sql/statements.ts'

const indexed = ['CONSTR_PRIMARY', 'CONSTR_UNIQUE'] as const

/** PostgreSQL takes no more in an index. */
const MOST_COLUMNS = 32

interface Index {
  readonly table: string
  readonly over: readonly string[]
}

/** Without a schema a name is taken for one of `public`. */
function tableName(range: RangeVar | undefined): string {
  const { schemaname = 'public', relname = '' } = range ?? {}
  return `${schemaname}.${relname}`
}

/** Whoever follows a key looks for a value that is not NULL: an index without the others has all that he needs. */
function servesKeys(where: Node | undefined, over: readonly string[]): boolean {
  if (where === undefined) return true
  const { NullTest: test } = 'NullTest' in where ? where : {}
  if (test?.nulltesttype !== 'IS_NOT_NULL' || test.arg === undefined || !('ColumnRef' in test.arg))
    return false
  return over.includes(textsOf(test.arg.ColumnRef.fields).at(-1) ?? '')
}

function* indexesIn(node: Node): Generator<Index> {
  if ('IndexStmt' in node) {
    const parts = (node.IndexStmt.indexParams ?? []).map((each) =>
      'IndexElem' in each ? (each.IndexElem.name ?? '') : '',
    )
    if (!servesKeys(node.IndexStmt.whereClause, parts)) return
    yield { table: tableName(node.IndexStmt.relation), over: parts }
  }
  for (const { table, column } of columns(node))
    if (constraintsOf(column).some(({ contype }) => indexed.some((kind) => kind === contype)))
      yield { table: tableName(table), over: [column.colname ?? ''] }
  for (const { table, constraint } of tableConstraints(node))
    if (indexed.some((kind) => kind === constraint.contype))
      yield { table: tableName(table), over: textsOf(constraint.keys) }
}

/** Tells whether an index of these scripts begins with these columns of a table, in whatever order. */
export function indexesOf(
  scripts: readonly Script[],
): (table: RangeVar | undefined, over: readonly string[]) => boolean {
  const known = new Set<string>()
  const keyOf = (table: string, over: readonly string[]) => JSON.stringify([table, ...over.toSorted()])
  for (const { statements } of scripts)
    for (const { node } of statements)
      for (const { table, over } of indexesIn(node))
        for (let length = 1; length <= Math.min(over.length, MOST_COLUMNS); length++)
          known.add(keyOf(table, over.slice(0, length)))
  return (table, over) => known.has(keyOf(tableName(table), over))
}

/** The index that PostgreSQL would name, were it given no name. */
export function indexName(table: RangeVar | undefined, over: readonly string[], ending: string): string {
  return [nameOf(table).split('.').at(-1), ...over, ending].join('_')
}
