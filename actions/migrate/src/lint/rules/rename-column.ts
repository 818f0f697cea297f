import { nameOf } from '../../sql/ast.ts'
import type { LintRule } from '../context/rule.ts'

export const rule: LintRule = {
  name: 'rename-column',
  group: 'safety',
  severity: 'error',
  why: 'Every query that names the old name fails from this moment on, also those of instances that still run.',
  on: ['RenameStmt'],
  *check({ node }, context) {
    if (!('RenameStmt' in node) || node.RenameStmt.renameType !== 'OBJECT_COLUMN') return
    const { relation, subname = '', newname = '', relationType } = node.RenameStmt
    if (context.isNewColumn(relation, subname) || relationType === 'OBJECT_VIEW') return
    yield {
      subject: `${nameOf(relation)}.${subname}`,
      message: `${nameOf(relation)}.${subname} is renamed to ${newname}.`,
      fix: `ADD COLUMN ${newname}, write both, fill it in batches, read the new one, and drop ${subname} in a later release.`,
    }
  },
}
