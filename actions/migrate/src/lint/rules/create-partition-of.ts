import { nameOf } from '../../sql/ast.ts'
import type { LintRule } from '../context/rule.ts'

export const rule: LintRule = {
  name: 'create-partition-of',
  group: 'safety',
  severity: 'warning',
  why: 'The partitioned table is locked against reads and writes, and its default partition, if it has one, is read meanwhile.',
  fears: ['lock'],
  on: ['CreateStmt'],
  *check({ node }, context) {
    if (!('CreateStmt' in node) || node.CreateStmt.partbound === undefined) return
    const { relation, inhRelations } = node.CreateStmt
    for (const each of inhRelations ?? []) {
      if (!('RangeVar' in each) || context.isNew(each.RangeVar)) continue
      const [parent, own] = [nameOf(each.RangeVar), nameOf(relation)]
      yield {
        subject: own,
        message: `Making ${own} as a partition of ${parent} blocks reads and writes of ${parent}.`,
        fix: `CREATE TABLE ${own} (LIKE ${parent} INCLUDING DEFAULTS INCLUDING CONSTRAINTS);\nALTER TABLE ${parent} ATTACH PARTITION ${own} …;\nThat blocks neither; only a default partition is locked and read, unless a valid CHECK rules these rows out.`,
      }
    }
  },
}
