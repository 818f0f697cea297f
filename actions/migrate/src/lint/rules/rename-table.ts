import type { RangeVar } from '@pgsql/types'
import { nameOf } from '../../sql/ast.ts'
import type { LintContext, LintRule } from '../context/rule.ts'

/** Whether a view under the old name follows at once: who looks sees no gap, because it is one transaction. */
function isKeptAsView(relation: RangeVar | undefined, { script, index }: LintContext): boolean {
  return (
    script.transactional &&
    script.statements
      .slice(index + 1)
      .some(({ node }) => 'ViewStmt' in node && nameOf(node.ViewStmt.view) === nameOf(relation))
  )
}

/** What queries name as they name a table. */
const relations: ReadonlySet<string> = new Set([
  'OBJECT_TABLE',
  'OBJECT_VIEW',
  'OBJECT_MATVIEW',
  'OBJECT_FOREIGN_TABLE',
])

export const rule: LintRule = {
  name: 'rename-table',
  group: 'safety',
  severity: 'error',
  why: 'Every query that names the old name fails from this moment on, also those of instances that still run.',
  on: ['AlterObjectSchemaStmt', 'RenameStmt'],
  *check({ node }, context) {
    const renamed =
      'RenameStmt' in node && relations.has(node.RenameStmt.renameType ?? '') ? node.RenameStmt : undefined
    const moved =
      'AlterObjectSchemaStmt' in node && relations.has(node.AlterObjectSchemaStmt.objectType ?? '')
        ? node.AlterObjectSchemaStmt
        : undefined
    const relation = renamed?.relation ?? moved?.relation
    if (relation === undefined || context.isNew(relation) || isKeptAsView(relation, context)) return
    const now = renamed?.newname ?? `${moved?.newschema}.${relation.relname}`
    yield {
      subject: nameOf(relation),
      message: `${nameOf(relation)} is renamed to ${now}.`,
      fix: `Let this follow in the same file, until nothing uses the old name:\nCREATE VIEW ${nameOf(relation)} AS SELECT * FROM ${now};`,
    }
  },
}
