/**
 * What the files so far say of tables: which columns cannot be NULL, and which unique indexes there are. Statements are
 * noted one after the other, those of files that are in effect first.
 */
import type { Constraint, CreateStmt, Node, RangeVar } from '@pgsql/types'
import {
  alterations,
  columns,
  constraintsOf,
  droppedNames,
  nameOf,
  rangeOf,
  tableConstraints,
  textsOf,
  typeOf,
} from '../../sql/ast.ts'
import type { Script } from '../../sql/statements.ts'
import { indexName } from './indexes.ts'

/** A constraint that says of columns that they are filled. */
interface Proof {
  readonly name: string
  readonly columns: readonly string[]
  valid: boolean
  /** A NOT NULL with a name, and no CHECK: DROP NOT NULL takes it away. */
  readonly notNull: boolean
}

interface UniqueIndex {
  readonly name: string
  readonly over: readonly string[]
  /** It does not hold for all rows. */
  readonly partial: boolean
}

interface Table {
  proofs: Proof[]
  readonly filled: Set<string>
  indexes: UniqueIndex[]
  /** The statement that made it is among the files. */
  readonly whole: boolean
}

/** Without a schema a name is taken for one of `public`. */
function keyOf(table: Pick<RangeVar, 'schemaname' | 'relname'> | undefined): string {
  return `${table?.schemaname ?? 'public'}.${table?.relname}`
}

/** The columns of CHECK (column IS NOT NULL AND …). */
function filledBy(expression: Node | undefined): readonly string[] {
  if (expression === undefined) return []
  if ('BoolExpr' in expression && expression.BoolExpr.boolop === 'AND_EXPR')
    return (expression.BoolExpr.args ?? []).flatMap(filledBy)
  if (!('NullTest' in expression) || expression.NullTest.nulltesttype !== 'IS_NOT_NULL') return []
  const { arg } = expression.NullTest
  return arg !== undefined && 'ColumnRef' in arg ? textsOf(arg.ColumnRef.fields).slice(-1) : []
}

/** Whether all that the table has is in the statement, and nothing comes from other tables. */
function isWhole({ inhRelations, ofTypename, tableElts = [] }: CreateStmt): boolean {
  return (
    inhRelations === undefined &&
    ofTypename === undefined &&
    !tableElts.some((each) => 'TableLikeClause' in each)
  )
}

export class TableFacts {
  readonly #tables = new Map<string, Table>()
  readonly #waiting: Node[] = []
  #earlier: (() => readonly Script[]) | undefined

  /** @param earlier files in effect, in their order; asked for when somebody wants to know */
  constructor(earlier: () => readonly Script[]) {
    this.#earlier = earlier
  }

  note(node: Node): void {
    this.#waiting.push(node)
  }

  #table(range: RangeVar | undefined): Table | undefined {
    const earlier = this.#earlier?.() ?? []
    this.#earlier = undefined
    for (const { statements } of earlier) for (const { node } of statements) this.#take(node)
    for (const node of this.#waiting.splice(0)) this.#take(node)
    return this.#tables.get(keyOf(range))
  }

  /**
   * Whether a valid constraint proves that a column has no NULL.
   * @param by the statement that asks: what it drops, it drops first
   */
  isFilled(range: RangeVar | undefined, column: string, by: Node): boolean {
    const table = this.#table(range)
    if (table === undefined) return false
    const dropped = alterations(by).flatMap(({ command }) =>
      command.subtype === 'AT_DropConstraint' ? [command.name] : [],
    )
    const undone = alterations(by).some(
      ({ command }) => command.subtype === 'AT_DropNotNull' && command.name === column,
    )
    return (
      (table.filled.has(column) && !undone) ||
      table.proofs.some(
        (proof) => proof.valid && proof.columns.includes(column) && !dropped.includes(proof.name),
      )
    )
  }

  /** The columns of an index of a table; undefined when the files do not say. */
  indexOver(range: RangeVar | undefined, name: string | undefined): readonly string[] | undefined {
    return this.#table(range)?.indexes.find((index) => index.name === name)?.over
  }

  /** Whether all that is unique about these columns of a table, in whatever order, is so for some rows only. */
  isPartlyUnique(range: RangeVar | undefined, over: readonly string[]): boolean {
    const table = this.#table(range)
    const same = (index: UniqueIndex) =>
      index.over.length === over.length && over.every((column) => index.over.includes(column))
    const found = table?.indexes.filter(same) ?? []
    return table?.whole === true && found.length > 0 && found.every(({ partial }) => partial)
  }

  #of(range: RangeVar | undefined): Table {
    const key = keyOf(range)
    const known = this.#tables.get(key)
    if (known !== undefined) return known
    const table: Table = { proofs: [], filled: new Set(), indexes: [], whole: false }
    this.#tables.set(key, table)
    return table
  }

  #constraint(range: RangeVar | undefined, constraint: Constraint, column?: string): void {
    const { contype, conname, raw_expr, keys, indexname, skip_validation } = constraint
    const table = this.#of(range)
    const over = column === undefined ? textsOf(keys) : [column]
    const named = (ending: string, columns: readonly string[]) => conname ?? indexName(range, columns, ending)
    const valid = skip_validation !== true
    if (contype === 'CONSTR_CHECK') {
      const filled = filledBy(raw_expr)
      // PostgreSQL names a check after its column, when it is about a single one.
      const own = [...new Set(filled)]
      if (filled.length > 0)
        table.proofs.push({
          name: named('check', own.length === 1 ? own : []),
          columns: filled,
          valid,
          notNull: false,
        })
    } else if (contype === 'CONSTR_NOTNULL') {
      // Before version 18 it has no name of its own.
      if (valid && conname === undefined) for (const each of over) table.filled.add(each)
      else table.proofs.push({ name: named('not_null', over), columns: over, valid, notNull: true })
    } else if (contype === 'CONSTR_IDENTITY' && column !== undefined) table.filled.add(column)
    else if (contype === 'CONSTR_PRIMARY' || contype === 'CONSTR_UNIQUE') {
      const given = table.indexes.find(({ name }) => name === indexname)?.over
      const columns = given ?? over
      const name = contype === 'CONSTR_PRIMARY' ? named('pkey', []) : named('key', columns)
      table.indexes = table.indexes.filter((index) => index.name !== indexname)
      table.indexes.push({ name, over: columns, partial: false })
      if (contype === 'CONSTR_PRIMARY') for (const each of columns) table.filled.add(each)
    }
  }

  #forgetColumn(table: Table, column: string): void {
    table.filled.delete(column)
    table.proofs = table.proofs.filter(({ columns }) => !columns.includes(column))
    table.indexes = table.indexes.filter(({ over }) => !over.includes(column))
  }

  #alter(node: Node): void {
    for (const { table: range, command } of alterations(node)) {
      const table = this.#of(range)
      const { subtype, name = '' } = command
      if (subtype === 'AT_ValidateConstraint')
        for (const proof of table.proofs) proof.valid ||= proof.name === name
      if (subtype === 'AT_DropConstraint') {
        table.proofs = table.proofs.filter((proof) => proof.name !== name)
        table.indexes = table.indexes.filter((index) => index.name !== name)
        for (const column of table.filled)
          if (name === indexName(range, [column], 'not_null')) table.filled.delete(column)
      }
      if (subtype === 'AT_SetNotNull') table.filled.add(name)
      if (subtype === 'AT_DropNotNull') {
        table.filled.delete(name)
        table.proofs = table.proofs.filter(({ notNull, columns }) => !(notNull && columns.includes(name)))
      }
      if (subtype === 'AT_DropColumn') this.#forgetColumn(table, name)
    }
  }

  #rename(node: Node): void {
    if (!('RenameStmt' in node)) return
    const { renameType, relation, subname = '', newname = '' } = node.RenameStmt
    const table = this.#tables.get(keyOf(relation))
    if (renameType === 'OBJECT_COLUMN' && table !== undefined) {
      const now = (column: string) => (column === subname ? newname : column)
      if (table.filled.delete(subname)) table.filled.add(newname)
      table.proofs = table.proofs.map((proof) => ({ ...proof, columns: proof.columns.map(now) }))
      table.indexes = table.indexes.map((index) => ({ ...index, over: index.over.map(now) }))
    }
    if (renameType === 'OBJECT_TABCONSTRAINT' && table !== undefined) {
      const now = <T extends { readonly name: string }>(each: T) =>
        each.name === subname ? { ...each, name: newname } : each
      table.proofs = table.proofs.map(now)
      table.indexes = table.indexes.map(now)
    }
    if (renameType === 'OBJECT_TABLE') this.#move(relation, { ...relation, relname: newname })
    if (renameType === 'OBJECT_INDEX') this.#dropIndex(nameOf(relation))
  }

  #move(from: RangeVar | undefined, to: RangeVar): void {
    const table = this.#tables.get(keyOf(from))
    this.#tables.delete(keyOf(from))
    if (table !== undefined) this.#tables.set(keyOf(to), table)
  }

  #dropIndex(name: string): void {
    const { relname = '', schemaname } = rangeOf(name)
    for (const [key, table] of this.#tables)
      if (key.startsWith(`${schemaname ?? 'public'}.`))
        table.indexes = table.indexes.filter((index) => index.name !== relname)
  }

  #take(node: Node): void {
    if ('CreateStmt' in node && node.CreateStmt.if_not_exists !== true) {
      const table: Table = { proofs: [], filled: new Set(), indexes: [], whole: isWhole(node.CreateStmt) }
      this.#tables.set(keyOf(node.CreateStmt.relation), table)
    }
    // What may have been there before is another table than this.
    const mayBeOther = 'CreateStmt' in node && node.CreateStmt.if_not_exists === true
    this.#alter(node)
    if (!mayBeOther) {
      for (const { table, column } of columns(node)) {
        const { colname = '' } = column
        if (/^(?:small|big)?serial\d?$/.test(typeOf(column.typeName))) this.#of(table).filled.add(colname)
        for (const constraint of constraintsOf(column)) this.#constraint(table, constraint, colname)
      }
      for (const { table, constraint } of tableConstraints(node)) this.#constraint(table, constraint)
    }
    if ('IndexStmt' in node && node.IndexStmt.unique === true && node.IndexStmt.idxname !== undefined) {
      const { relation, idxname, indexParams, whereClause } = node.IndexStmt
      const over = (indexParams ?? []).map((each) => ('IndexElem' in each ? (each.IndexElem.name ?? '') : ''))
      const { indexes } = this.#of(relation)
      indexes.push({ name: idxname, over, partial: whereClause !== undefined })
    }
    this.#rename(node)
    if ('AlterObjectSchemaStmt' in node && node.AlterObjectSchemaStmt.objectType === 'OBJECT_TABLE') {
      const { relation, newschema = '' } = node.AlterObjectSchemaStmt
      this.#move(relation, { ...relation, schemaname: newschema })
    }
    if ('DropStmt' in node) {
      const names = droppedNames(node.DropStmt.objects)
      if (node.DropStmt.removeType === 'OBJECT_TABLE')
        for (const name of names) this.#tables.delete(keyOf(rangeOf(name)))
      if (node.DropStmt.removeType === 'OBJECT_INDEX') for (const name of names) this.#dropIndex(name)
      if (node.DropStmt.removeType === 'OBJECT_SCHEMA')
        for (const key of this.#tables.keys())
          if (names.some((name) => key.startsWith(`${name}.`))) this.#tables.delete(key)
    }
  }
}
