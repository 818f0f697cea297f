import type { LintRule } from '../context/rule.ts'

export const rule: LintRule = {
  name: 'session-setting',
  group: 'safety',
  severity: 'warning',
  why: 'It holds beyond its statement, and is put back when the file is done: what seems set for later is not.',
  on: ['VariableSetStmt'],
  *check({ node }, { script }) {
    if (!('VariableSetStmt' in node) || node.VariableSetStmt.is_local === true) return
    // Outside of a transaction there is no other.
    if (!script.transactional) return
    const { kind, name = '' } = node.VariableSetStmt
    if (kind !== 'VAR_SET_VALUE' && kind !== 'VAR_SET_DEFAULT') return
    yield {
      subject: name,
      message: `${name} is set for the session.`,
      fix: `SET LOCAL ${name} = …; or for time-outs a line at the head, such as \`-- migrate: lock-timeout 5s\`.`,
    }
  },
}
