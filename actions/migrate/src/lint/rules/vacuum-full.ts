import type { LintRule } from '../context/rule.ts'

export const rule: LintRule = {
  name: 'vacuum-full',
  group: 'safety',
  severity: 'error',
  why: 'The table is rewritten under a lock that blocks reads and writes.',
  on: ['VacuumStmt'],
  *check({ node }) {
    if (!('VacuumStmt' in node) || node.VacuumStmt.is_vacuumcmd !== true) return
    const full = (node.VacuumStmt.options ?? []).some(
      (each) => 'DefElem' in each && each.DefElem.defname === 'full',
    )
    if (!full) return
    yield {
      subject: 'vacuum full',
      message: 'VACUUM FULL rewrites its tables while nobody may read or write them.',
      fix: 'Use VACUUM, or a tool that rewrites beside the table, such as pg_repack.',
    }
  },
}
