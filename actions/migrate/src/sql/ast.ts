/** What rules read in PostgreSQL's parse trees. */
import type { AlterTableCmd, ColumnDef, Constraint, Node, RangeVar, TypeName } from '@pgsql/types'
import { once } from './once.ts'

/** `schema.table`, as it is written. */
export function nameOf(range: RangeVar | undefined): string {
  const { schemaname, relname = '' } = range ?? {}
  if (schemaname === undefined) return relname
  return range?.relname === undefined ? schemaname : `${schemaname}.${relname}`
}

export function textsOf(nodes: readonly Node[] | undefined): string[] {
  return (nodes ?? []).flatMap((node) => ('String' in node ? [node.String.sval ?? ''] : []))
}

/** The names that a DROP is about, `schema.table`. */
export function droppedNames(objects: readonly Node[] | undefined): string[] {
  return (objects ?? []).map((object) => {
    if ('List' in object) return textsOf(object.List.items).join('.')
    if ('TypeName' in object) return textsOf(object.TypeName.names).join('.')
    return textsOf([object]).join('.')
  })
}

export interface Alteration {
  readonly table: RangeVar | undefined
  readonly command: AlterTableCmd
}

/** The subcommands of an ALTER TABLE (not of a view, index or type). */
export const alterations = once(
  (node: Node) => 'AlterTableStmt' in node,
  function* (node): Generator<Alteration> {
    if (!('AlterTableStmt' in node)) return
    const { relation, cmds, objtype } = node.AlterTableStmt
    if (objtype !== 'OBJECT_TABLE' && objtype !== 'OBJECT_FOREIGN_TABLE') return
    for (const each of cmds ?? [])
      if ('AlterTableCmd' in each) yield { table: relation, command: each.AlterTableCmd }
  },
)

export interface Column {
  readonly table: RangeVar | undefined
  readonly column: ColumnDef
  /** It comes to a table that is there; else the table is made with it. */
  readonly added: boolean
}

function definesTable(node: Node): boolean {
  return 'CreateStmt' in node || 'AlterTableStmt' in node
}

/** The columns that a statement defines. */
export const columns = once(definesTable, function* (node): Generator<Column> {
  if ('CreateStmt' in node) {
    for (const each of node.CreateStmt.tableElts ?? [])
      if ('ColumnDef' in each) yield { table: node.CreateStmt.relation, column: each.ColumnDef, added: false }
  }
  for (const { table, command } of alterations(node)) {
    if (command.subtype === 'AT_AddColumn' && command.def !== undefined && 'ColumnDef' in command.def)
      yield { table, column: command.def.ColumnDef, added: true }
  }
})

/**
 * The constraints of a column. What is NOT ENFORCED looks at no row: the parser says so of a table's constraint with
 * `skip_validation`, and of a column's with an attribute behind it.
 */
export const constraintsOf = once(
  ({ constraints }: ColumnDef) => constraints !== undefined,
  (column) => {
    const constraints: Constraint[] = []
    for (const each of column.constraints ?? []) {
      if (!('Constraint' in each)) continue
      const last = constraints.at(-1)
      if (each.Constraint.contype === 'CONSTR_ATTR_NOT_ENFORCED' && last !== undefined)
        constraints[constraints.length - 1] = { ...last, skip_validation: true }
      else constraints.push(each.Constraint)
    }
    return constraints
  },
)

/** A constraint that comes to a table by itself, not with a column. */
export interface TableConstraint {
  readonly table: RangeVar | undefined
  readonly constraint: Constraint
  /** The table is there already. */
  readonly added: boolean
}

export const tableConstraints = once(definesTable, function* (node): Generator<TableConstraint> {
  if ('CreateStmt' in node) {
    for (const each of node.CreateStmt.tableElts ?? [])
      if ('Constraint' in each)
        yield { table: node.CreateStmt.relation, constraint: each.Constraint, added: false }
  }
  for (const { table, command } of alterations(node)) {
    if (command.subtype === 'AT_AddConstraint' && command.def !== undefined && 'Constraint' in command.def)
      yield { table, constraint: command.def.Constraint, added: true }
  }
})

/** `int4`, `varchar`, `timestamp`: PostgreSQL's own name, without its schema. */
export function typeOf(type: TypeName | undefined): string {
  return textsOf(type?.names).at(-1)?.toLowerCase() ?? ''
}

/** As people write it. */
export function typeText(type: TypeName | undefined): string {
  const written: Readonly<Record<string, string>> = {
    int2: 'smallint',
    int4: 'integer',
    int8: 'bigint',
    bool: 'boolean',
    bpchar: 'char',
  }
  const name = typeOf(type)
  return written[name] ?? name
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

/** Every node of a tree with its kind, the outermost first. Not by recursion: expressions nest by the thousand. */
export function* walk(value: unknown): Generator<{ kind: string; node: Readonly<Record<string, unknown>> }> {
  // Two stacks of the same height, without an object for each member: this is where a long file's time goes.
  const open: object[] = isObject(value) ? [value] : []
  const keys = ['']
  for (let member = open.pop(); member !== undefined; member = open.pop()) {
    const key = keys.pop() ?? ''
    if (Array.isArray(member)) {
      for (let index = member.length - 1; index >= 0; index--) {
        if (!isObject(member[index])) continue
        open.push(member[index])
        keys.push('')
      }
    } else if (isObject(member)) {
      // Kinds of nodes are written with a capital, their members are not.
      if (key >= 'A' && key < '[') yield { kind: key, node: member }
      const names = Object.keys(member)
      for (let index = names.length - 1; index >= 0; index--) {
        const name = names[index] ?? ''
        const below = member[name]
        if (!isObject(below)) continue
        open.push(below)
        keys.push(name)
      }
    }
  }
}

/** Functions whose value changes from row to row: a default that calls one is computed for each row that is there. */
const volatile = new Set([
  'random',
  'gen_random_uuid',
  'uuid_generate_v1',
  'uuid_generate_v4',
  'uuidv4',
  'uuidv7',
  'clock_timestamp',
  'timeofday',
  'nextval',
  'setval',
])

/** The functions that an expression calls, and `CURRENT_TIMESTAMP` and the like under the names of theirs. */
export function* functionsIn(expression: unknown): Generator<string> {
  for (const { kind, node } of walk(expression)) {
    if (kind === 'FuncCall') yield textsOf(node['funcname'] as Node[] | undefined).at(-1) ?? '' // FuncCall.funcname
    if (kind === 'SQLValueFunction')
      yield String(node['op'])
        .replace(/^SVFOP_/, '')
        .toLowerCase()
  }
}

export function volatileFunction(expression: unknown): string | undefined {
  return functionsIn(expression).find((name) => volatile.has(name))
}

/** A relation by its name as `nameOf` writes it. */
export function rangeOf(name: string): RangeVar {
  const at = name.lastIndexOf('.')
  return at === -1 ? { relname: name } : { schemaname: name.slice(0, at), relname: name.slice(at + 1) }
}
