import { alterations, nameOf } from '../../sql/ast.ts'
import type { LintRule } from '../context/rule.ts'

export const rule: LintRule = {
  name: 'detach-partition-not-concurrently',
  group: 'safety',
  severity: 'error',
  why: 'The whole partitioned table is locked against reads and writes.',
  fears: ['lock'],
  on: ['AlterTableStmt'],
  *check({ node }, context) {
    for (const { table, command } of alterations(node)) {
      if (command.subtype !== 'AT_DetachPartition' || context.isNew(table)) continue
      const { def } = command
      if (def === undefined || !('PartitionCmd' in def) || def.PartitionCmd.concurrent === true) continue
      const partition = nameOf(def.PartitionCmd.name)
      yield {
        subject: partition,
        message: `Detaching ${partition} blocks reads and writes of ${nameOf(table)}.`,
        fix: `ALTER TABLE ${nameOf(table)} DETACH PARTITION ${partition} CONCURRENTLY; in a migration of its own.`,
      }
    }
  },
}
