/** What the change itself makes: nobody uses it yet, so that nothing about it hurts. */
import type { FunctionParameter, Node, ObjectWithArgs, RangeVar, TypeName } from '@pgsql/types'
import { alterations, droppedNames, nameOf, rangeOf, textsOf } from '../../sql/ast.ts'

/** Without a schema a name is taken for one of `public`. */
function key(name: string): string {
  return name.startsWith('public.') ? name.slice('public.'.length) : name
}

/** What share their names: tables and what queries name like one, indexes, sequences and types. */
const named: ReadonlySet<string> = new Set([
  'OBJECT_TABLE',
  'OBJECT_VIEW',
  'OBJECT_MATVIEW',
  'OBJECT_FOREIGN_TABLE',
  'OBJECT_INDEX',
  'OBJECT_SEQUENCE',
  'OBJECT_TYPE',
  'OBJECT_DOMAIN',
])

interface Making {
  readonly relation: RangeVar | undefined
  /** IF NOT EXISTS, or OR REPLACE: it may have been there before. */
  readonly mayExist: boolean
}

function made(relation: RangeVar | undefined, mayExist = false): Making {
  return { relation, mayExist }
}

/** What a statement makes, but for indexes and routines. */
function makingOf(node: Node): Making | undefined {
  if ('CreateStmt' in node) return made(node.CreateStmt.relation, node.CreateStmt.if_not_exists)
  if ('CreateForeignTableStmt' in node) {
    const { base } = node.CreateForeignTableStmt
    return made(base?.relation, base?.if_not_exists)
  }
  if ('CreateTableAsStmt' in node)
    return made(node.CreateTableAsStmt.into?.rel, node.CreateTableAsStmt.if_not_exists)
  if ('SelectStmt' in node && node.SelectStmt.intoClause !== undefined)
    return made(node.SelectStmt.intoClause.rel)
  if ('ViewStmt' in node) return made(node.ViewStmt.view, node.ViewStmt.replace)
  if ('CreateSeqStmt' in node) return made(node.CreateSeqStmt.sequence, node.CreateSeqStmt.if_not_exists)
  if ('CompositeTypeStmt' in node) return made(node.CompositeTypeStmt.typevar)
  // A domain or a type has not the name of a table of its schema.
  const names =
    'CreateDomainStmt' in node
      ? node.CreateDomainStmt.domainname
      : 'CreateEnumStmt' in node
        ? node.CreateEnumStmt.typeName
        : 'CreateRangeStmt' in node
          ? node.CreateRangeStmt.typeName
          : 'DefineStmt' in node && node.DefineStmt.kind === 'OBJECT_TYPE'
            ? node.DefineStmt.defnames
            : undefined
  return names === undefined ? undefined : made(rangeOf(textsOf(names).join('.')))
}

/** The names, without a schema, of what a statement makes unless it is there. */
export function mayExistAfter(node: Node): string | undefined {
  const making = makingOf(node)
  return making?.mayExist === true ? making.relation?.relname : undefined
}

function typeName({ names, arrayBounds = [] }: TypeName = {}): string {
  return `${textsOf(names)
    .join('.')
    .replace(/^pg_catalog\./, '')}${'[]'.repeat(arrayBounds.length)}`
}

function routineKey(name: readonly Node[] | undefined, types: readonly string[]): string {
  return `${key(textsOf(name).join('.'))}(${types.join(', ')})`
}

function inputsOf(parameters: readonly Node[] = []): string[] {
  return parameters
    .flatMap((each): FunctionParameter[] => ('FunctionParameter' in each ? [each.FunctionParameter] : []))
    .filter(({ mode }) => mode !== 'FUNC_PARAM_OUT' && mode !== 'FUNC_PARAM_TABLE')
    .map(({ argType }) => typeName(argType))
}

function argumentsOf({ objargs = [] }: ObjectWithArgs): string[] {
  return objargs.map((each) => ('TypeName' in each ? typeName(each.TypeName) : ''))
}

/** What a statement gives a name, or takes it from, as it writes that name. */
function nameIn(object: Node | undefined): string {
  if (object === undefined) return ''
  if ('TypeName' in object) return textsOf(object.TypeName.names).join('.')
  return 'List' in object ? textsOf(object.List.items).join('.') : ''
}

export class NewObjects {
  readonly #names = new Set<string>()
  readonly #routines = new Set<string>()
  /** Table → the columns that were added to it. */
  readonly #columns = new Map<string, Set<string>>()
  /** Without what an object in use has been called since. */
  readonly #absent: Set<string>

  /** @param absent names, without a schema, that the database has nowhere: what may exist is new then */
  constructor(absent: ReadonlySet<string> = new Set()) {
    this.#absent = new Set(absent)
  }

  has(relation: RangeVar | undefined): boolean {
    return relation?.relpersistence === 't' || this.#names.has(key(nameOf(relation)))
  }

  /** Of a table that is new, or added to one that is not. */
  hasColumn(relation: RangeVar | undefined, column: string): boolean {
    return this.has(relation) || this.#columns.get(key(nameOf(relation)))?.has(column) === true
  }

  /** A function or procedure; without arguments it is the only one of its name. */
  hasRoutine(routine: ObjectWithArgs): boolean {
    return this.#meant(routine).length > 0
  }

  #meant(routine: ObjectWithArgs): string[] {
    const whole = routineKey(routine.objname, argumentsOf(routine))
    if (routine.args_unspecified !== true) return this.#routines.has(whole) ? [whole] : []
    const prefix = `${key(textsOf(routine.objname).join('.'))}(`
    return [...this.#routines].filter((each) => each.startsWith(prefix))
  }

  #make(node: Node): void {
    const making = makingOf(node)
    if (making !== undefined && (!making.mayExist || this.#absent.has(making.relation?.relname ?? '')))
      this.#names.add(key(nameOf(making.relation)))
    if ('IndexStmt' in node && node.IndexStmt.idxname !== undefined && this.has(node.IndexStmt.relation))
      this.#names.add(key(nameOf({ ...node.IndexStmt.relation, relname: node.IndexStmt.idxname })))
    if ('CreateFunctionStmt' in node && node.CreateFunctionStmt.replace !== true) {
      const { funcname, parameters } = node.CreateFunctionStmt
      this.#routines.add(routineKey(funcname, inputsOf(parameters)))
    }
  }

  #alterColumns(node: Node): void {
    for (const { table, command } of alterations(node)) {
      const name = key(nameOf(table))
      const columns = this.#columns.get(name) ?? new Set()
      const { subtype, def, missing_ok } = command
      if (subtype === 'AT_AddColumn' && missing_ok !== true && def !== undefined && 'ColumnDef' in def)
        this.#columns.set(name, columns.add(def.ColumnDef.colname ?? ''))
      if (subtype === 'AT_DropColumn') columns.delete(command.name ?? '')
    }
  }

  #move(from: string, to: RangeVar): void {
    const [before, now] = [key(from), key(nameOf(to))]
    if (this.#names.delete(before)) this.#names.add(now)
    else this.#absent.delete(to.relname ?? '')
    const columns = this.#columns.get(before)
    this.#columns.delete(before)
    if (columns !== undefined) this.#columns.set(now, columns)
  }

  #rename(node: Node): void {
    if ('RenameStmt' in node) {
      const { renameType = '', relation, object, subname = '', newname = '' } = node.RenameStmt
      if (renameType === 'OBJECT_COLUMN') {
        const columns = this.#columns.get(key(nameOf(relation)))
        if (columns?.delete(subname) === true) columns.add(newname)
      }
      const from = relation ?? rangeOf(nameIn(object))
      if (named.has(renameType)) this.#move(nameOf(from), { ...from, relname: newname })
    }
    if ('AlterObjectSchemaStmt' in node && named.has(node.AlterObjectSchemaStmt.objectType ?? '')) {
      const { relation, object, newschema = '' } = node.AlterObjectSchemaStmt
      const from = relation ?? rangeOf(nameIn(object))
      this.#move(nameOf(from), { ...from, schemaname: newschema })
    }
  }

  #forget(names: readonly string[]): void {
    for (const name of names) {
      this.#names.delete(key(name))
      this.#columns.delete(key(name))
    }
  }

  #drop(node: Node): void {
    if (!('DropStmt' in node)) return
    const { removeType = '', objects = [] } = node.DropStmt
    if (named.has(removeType)) this.#forget(droppedNames(objects))
    if (removeType === 'OBJECT_SCHEMA') {
      const prefixes = droppedNames(objects).map((schema) => `${schema}.`)
      const within = (name: string) => prefixes.some((prefix) => name.startsWith(prefix))
      this.#forget([...this.#names, ...this.#columns.keys()].filter(within))
      for (const routine of this.#routines) if (within(routine)) this.#routines.delete(routine)
    }
    for (const object of objects)
      if ('ObjectWithArgs' in object)
        for (const routine of this.#meant(object.ObjectWithArgs)) this.#routines.delete(routine)
  }

  /** Takes in what a statement makes, renames, moves and drops. */
  note(node: Node): void {
    this.#make(node)
    this.#alterColumns(node)
    this.#rename(node)
    this.#drop(node)
  }
}
