import type { LintRule } from '../context/rule.ts'

export const rule: LintRule = {
  name: 'rename-schema',
  group: 'safety',
  severity: 'error',
  why: 'Every query and every search_path that names the old schema fails from this moment on, also those of instances that still run.',
  on: ['RenameStmt'],
  *check({ node }) {
    if (!('RenameStmt' in node) || node.RenameStmt.renameType !== 'OBJECT_SCHEMA') return
    const { subname = '', newname = '' } = node.RenameStmt
    yield {
      subject: subname,
      message: `The schema ${subname} is renamed to ${newname}.`,
      fix: `CREATE SCHEMA ${newname}; with a view of each table of ${subname}; move the tables, each leaving a view behind, when nothing names ${subname} any more.`,
    }
  },
}
