import { droppedNames } from '../../sql/ast.ts'
import type { LintRule } from '../context/rule.ts'

export const rule: LintRule = {
  name: 'drop-schema',
  group: 'data',
  severity: 'error',
  why: 'Everything in it is gone, and whatever still uses it fails.',
  on: ['DropStmt', 'DropdbStmt'],
  *check({ node }) {
    if ('DropdbStmt' in node) {
      const { dbname = '' } = node.DropdbStmt
      yield {
        subject: dbname,
        message: `The database ${dbname} is dropped.`,
        fix: 'Do that by hand, after a backup.',
      }
    }
    if (!('DropStmt' in node) || node.DropStmt.removeType !== 'OBJECT_SCHEMA') return
    for (const name of droppedNames(node.DropStmt.objects)) {
      yield {
        subject: name,
        message: `The schema ${name} is dropped.`,
        fix: 'Drop what is in it, one by one, so that the review shows what is lost; then the empty schema.',
      }
    }
  },
}
