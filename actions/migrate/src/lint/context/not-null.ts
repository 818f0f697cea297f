/** What proves that a column has no NULL, in the files that are pending: read once for all statements that ask. */
import type { Constraint, RangeVar } from '@pgsql/types'
import { alterations, tableConstraints, textsOf } from '../../sql/ast.ts'
import type { Script } from '../../sql/statements.ts'
import type { LintContext } from './rule.ts'

interface Proofs {
  /** Where the statements of a file begin in the count of all of them. */
  readonly begin: ReadonlyMap<Script, number>
  /** Table and column → constraints that say so, and when they come. */
  readonly said: ReadonlyMap<string, readonly { readonly name: string | undefined; readonly at: number }[]>
  /** Table and constraint → when it is validated first. */
  readonly validated: ReadonlyMap<string, number>
  /** Table and constraint → when it is dropped first. */
  readonly dropped: ReadonlyMap<string, number>
}

const known = new WeakMap<readonly Script[], Proofs>()

function keyOf(table: RangeVar | undefined, name: string | undefined): string {
  return JSON.stringify([table?.schemaname ?? 'public', table?.relname, name])
}

/** The columns of CHECK (column IS NOT NULL), or of NOT NULL column as a constraint of its own (PostgreSQL 18). */
function columnsIn({ contype, raw_expr, keys }: Constraint): readonly string[] {
  if (contype === 'CONSTR_NOTNULL') return textsOf(keys)
  if (contype !== 'CONSTR_CHECK' || raw_expr === undefined || !('NullTest' in raw_expr)) return []
  const { nulltesttype, arg } = raw_expr.NullTest
  const fields = arg !== undefined && 'ColumnRef' in arg ? textsOf(arg.ColumnRef.fields) : []
  return nulltesttype === 'IS_NOT_NULL' ? fields.slice(-1) : []
}

function read(scripts: readonly Script[]): Proofs {
  const begin = new Map<Script, number>()
  const said = new Map<string, { name: string | undefined; at: number }[]>()
  const validated = new Map<string, number>()
  const dropped = new Map<string, number>()
  const first = (map: Map<string, number>, key: string, at: number) => {
    if (!map.has(key)) map.set(key, at)
  }
  let at = 0
  for (const script of scripts) {
    begin.set(script, at)
    for (const { node } of script.statements) {
      for (const { table, constraint } of tableConstraints(node)) {
        for (const column of columnsIn(constraint)) {
          const key = keyOf(table, column)
          const list = said.get(key) ?? []
          list.push({ name: constraint.conname, at })
          said.set(key, list)
        }
      }
      for (const { table, command } of alterations(node)) {
        if (command.subtype === 'AT_ValidateConstraint') first(validated, keyOf(table, command.name), at)
        if (command.subtype === 'AT_DropConstraint') first(dropped, keyOf(table, command.name), at)
      }
      at++
    }
  }
  return { begin, said, validated, dropped }
}

/** Whether statements before this one made and validated a constraint that proves it, and nobody has dropped it. */
export function isProvenNotNull(
  table: RangeVar | undefined,
  column: string,
  { scripts, script, index }: Pick<LintContext, 'scripts' | 'script' | 'index'>,
): boolean {
  const proofs = known.get(scripts) ?? read(scripts)
  known.set(scripts, proofs)
  const here = (proofs.begin.get(script) ?? 0) + index
  const never = Number.POSITIVE_INFINITY
  return (proofs.said.get(keyOf(table, column)) ?? []).some(({ name, at }) => {
    const key = keyOf(table, name)
    // An ALTER TABLE drops first, whatever stands first in it: then there is nothing left to prove with.
    const isDropped = (proofs.dropped.get(key) ?? never) <= here
    return at < here && (proofs.validated.get(key) ?? never) < here && !isDropped
  })
}
