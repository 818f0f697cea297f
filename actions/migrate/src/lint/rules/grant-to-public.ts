import { sourceOf } from '../context/rewrite.ts'
import type { LintRule } from '../context/rule.ts'

export const rule: LintRule = {
  name: 'grant-to-public',
  group: 'safety',
  severity: 'warning',
  why: 'Everybody who can connect has the right, now and later.',
  on: ['GrantStmt', 'AlterDefaultPrivilegesStmt'],
  *check(statement) {
    const { node } = statement
    const grant =
      'GrantStmt' in node
        ? node.GrantStmt
        : 'AlterDefaultPrivilegesStmt' in node
          ? node.AlterDefaultPrivilegesStmt.action
          : undefined
    if (grant?.is_grant !== true) return
    const everybody = (grant.grantees ?? []).some(
      (each) => 'RoleSpec' in each && each.RoleSpec.roletype === 'ROLESPEC_PUBLIC',
    )
    if (!everybody) return
    yield {
      // Every grant is another finding.
      subject: sourceOf(statement),
      message:
        'AlterDefaultPrivilegesStmt' in node
          ? 'A right to what will be made is granted to PUBLIC.'
          : 'A right is granted to PUBLIC.',
      fix: 'Grant it to the roles that need it, by name.',
    }
  },
}
