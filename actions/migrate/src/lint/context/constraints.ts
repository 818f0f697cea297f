/** Constraints of a file by their names, read once: a rule that went through the file for each statement would never end. */
import type { RangeVar } from '@pgsql/types'
import { nameOf, tableConstraints } from '../../sql/ast.ts'
import type { Script } from '../../sql/statements.ts'

export interface ScriptConstraints {
  /** Whether a statement behind this one gives the table a primary key. */
  hasLaterPrimaryKey(table: RangeVar | undefined, index: number): boolean
  /** Whether this statement, or one before it, adds a constraint of that name to the table. */
  isAddedBy(table: RangeVar | undefined, name: string | undefined, index: number): boolean
}

const known = new WeakMap<Script, ScriptConstraints>()

function read({ statements }: Script): ScriptConstraints {
  const lastPrimaryKey = new Map<string, number>()
  const firstAdded = new Map<string, number>()
  const keyOf = (table: RangeVar | undefined, name: string | undefined) =>
    JSON.stringify([nameOf(table), name])
  for (const [index, { node }] of statements.entries()) {
    for (const { table, constraint, added } of tableConstraints(node)) {
      if (constraint.contype === 'CONSTR_PRIMARY') lastPrimaryKey.set(nameOf(table), index)
      const key = keyOf(table, constraint.conname)
      if (added && !firstAdded.has(key)) firstAdded.set(key, index)
    }
  }
  return {
    hasLaterPrimaryKey: (table, index) => (lastPrimaryKey.get(nameOf(table)) ?? -1) > index,
    isAddedBy: (table, name, index) => (firstAdded.get(keyOf(table, name)) ?? statements.length) <= index,
  }
}

export function constraintsOfScript(script: Script): ScriptConstraints {
  const found = known.get(script) ?? read(script)
  known.set(script, found)
  return found
}
