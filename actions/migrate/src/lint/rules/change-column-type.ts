import type { ColumnDef } from '@pgsql/types'
import { alterations, nameOf, typeOf, typeText } from '../../sql/ast.ts'
import type { LintRule } from '../context/rule.ts'

/** Every other type is stored otherwise than these, or has to be checked: measured with PostgreSQL 15. */
const own: ReadonlySet<string> = new Set([
  ...['int2', 'int4', 'int8', 'float4', 'float8', 'bool', 'uuid', 'json', 'jsonb', 'bytea', 'bpchar'],
  ...['date', 'time', 'timetz'],
])

/** Only a column that has this very type already is not rewritten; nobody writes that down. */
function rewrites({ typeName, raw_default }: ColumnDef): boolean {
  if (typeName?.arrayBounds !== undefined) return false
  // USING may be the bare column, and then says nothing.
  const computed = raw_default !== undefined && !('ColumnRef' in raw_default)
  return own.has(typeOf(typeName)) || computed
}

export const rule: LintRule = {
  name: 'change-column-type',
  group: 'safety',
  severity: 'error',
  why: 'Most changes of a type rewrite the table and its indexes under a lock that blocks reads and writes; which do depends on the type before.',
  fears: ['rewrite', 'scan'],
  on: ['AlterTableStmt'],
  *check({ node }, context) {
    for (const { table, command } of alterations(node)) {
      if (command.subtype !== 'AT_AlterColumnType' || context.isNew(table)) continue
      const { name = '', def } = command
      if (def === undefined || !('ColumnDef' in def)) continue
      const [here, type] = [nameOf(table), typeText(def.ColumnDef.typeName)]
      const subject = `${here}.${name}`
      const copy = `ALTER TABLE ${here} ADD COLUMN ${name}_new ${type};\nWrite both, fill ${name}_new in batches, read it, and drop ${name} in a later release.`
      if (rewrites(def.ColumnDef))
        yield { subject, message: `${subject} becomes ${type}, which rewrites ${here}.`, fix: copy }
      else
        yield {
          subject,
          verdict: 'unknown',
          message: `The type of ${subject} becomes ${type}: whether that rewrites the table cannot be told from here.`,
          fix: `Nothing is rewritten from varchar to text or to a longer varchar, and from numeric to one with more digits and the same scale; the round trip on a scratch database shows it. For all others:\n${copy}`,
        }
    }
  },
}
