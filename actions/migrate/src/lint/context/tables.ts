/** Tables and domains that the change itself makes, and their indexes: nobody uses them yet, so nothing about them hurts. */
import type { Node, RangeVar } from '@pgsql/types'
import { droppedNames, nameOf, rangeOf, textsOf } from '../../sql/ast.ts'

/** Without a schema a name is taken for one of `public`. */
function key(name: string): string {
  return name.startsWith('public.') ? name.slice('public.'.length) : name
}

const relations: ReadonlySet<string> = new Set([
  'OBJECT_TABLE',
  'OBJECT_MATVIEW',
  'OBJECT_FOREIGN_TABLE',
  'OBJECT_INDEX',
])

export class NewTables {
  readonly #names = new Set<string>()

  has(relation: RangeVar | undefined): boolean {
    return relation?.relpersistence === 't' || this.#names.has(key(nameOf(relation)))
  }

  #add(relation: RangeVar | undefined): void {
    this.#names.add(key(nameOf(relation)))
  }

  /** A table may be there already when IF NOT EXISTS is said. */
  #made(node: Node): RangeVar | undefined {
    if ('CreateStmt' in node && node.CreateStmt.if_not_exists !== true) return node.CreateStmt.relation
    if ('CreateTableAsStmt' in node && node.CreateTableAsStmt.if_not_exists !== true)
      return node.CreateTableAsStmt.into?.rel
    if ('SelectStmt' in node) return node.SelectStmt.intoClause?.rel
    // A domain and a table of one schema have not the same name.
    if ('CreateDomainStmt' in node) return rangeOf(textsOf(node.CreateDomainStmt.domainname).join('.'))
    if ('IndexStmt' in node && node.IndexStmt.idxname !== undefined && this.has(node.IndexStmt.relation))
      return { ...node.IndexStmt.relation, relname: node.IndexStmt.idxname }
    return undefined
  }

  #rename(from: RangeVar | undefined, to: Pick<RangeVar, 'relname' | 'schemaname'>): void {
    if (this.#names.delete(key(nameOf(from)))) this.#add({ ...from, ...to })
  }

  #forget(names: readonly string[]): void {
    for (const name of names) this.#names.delete(key(name))
  }

  #forgetSchemas(schemas: readonly string[]): void {
    const prefixes = schemas.map((schema) => `${schema}.`)
    this.#forget([...this.#names].filter((name) => prefixes.some((prefix) => name.startsWith(prefix))))
  }

  /** Takes in what a statement makes, renames, moves and drops. */
  note(node: Node): void {
    const made = this.#made(node)
    if (made !== undefined) this.#add(made)
    if ('RenameStmt' in node && relations.has(node.RenameStmt.renameType ?? ''))
      this.#rename(node.RenameStmt.relation, { relname: node.RenameStmt.newname ?? '' })
    if ('AlterObjectSchemaStmt' in node && relations.has(node.AlterObjectSchemaStmt.objectType ?? ''))
      this.#rename(node.AlterObjectSchemaStmt.relation, {
        schemaname: node.AlterObjectSchemaStmt.newschema ?? '',
      })
    if ('DropStmt' in node) {
      const { removeType = '', objects } = node.DropStmt
      if (relations.has(removeType)) this.#forget(droppedNames(objects))
      if (removeType === 'OBJECT_SCHEMA') this.#forgetSchemas(droppedNames(objects))
    }
  }
}
