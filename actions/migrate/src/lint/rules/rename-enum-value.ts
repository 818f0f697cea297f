import { rangeOf, textsOf } from '../../sql/ast.ts'
import type { LintRule } from '../context/rule.ts'

export const rule: LintRule = {
  name: 'rename-enum-value',
  group: 'safety',
  severity: 'warning',
  why: 'Instances that still run write the old value, which fails from this moment on.',
  on: ['AlterEnumStmt'],
  *check({ node }, context) {
    if (!('AlterEnumStmt' in node) || node.AlterEnumStmt.oldVal === undefined) return
    const { typeName, oldVal, newVal = '' } = node.AlterEnumStmt
    const type = textsOf(typeName).join('.')
    if (context.isNew(rangeOf(type))) return
    yield {
      subject: `${type}.${oldVal}`,
      message: `The value '${oldVal}' of ${type} is renamed to '${newVal}'.`,
      fix: `ALTER TYPE ${type} ADD VALUE '${newVal}'; write the new one, change the rows in batches, and leave the old one unused.`,
    }
  },
}
