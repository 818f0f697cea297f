import { alterations, nameOf } from '../../sql/ast.ts'
import type { LintRule } from '../context/rule.ts'

export const rule: LintRule = {
  name: 'attach-partition-without-check',
  group: 'safety',
  severity: 'notice',
  why: 'Every row of the new partition is read to see that it belongs there, while it is locked, unless a valid CHECK says so already.',
  fears: ['scan'],
  on: ['AlterTableStmt'],
  *check({ node }, context) {
    for (const { table, command } of alterations(node)) {
      if (command.subtype !== 'AT_AttachPartition' || context.isNew(table)) continue
      const { def } = command
      const partition = def !== undefined && 'PartitionCmd' in def ? def.PartitionCmd.name : undefined
      if (context.isNew(partition)) continue
      yield {
        subject: nameOf(partition),
        message: `Attaching ${nameOf(partition)} to ${nameOf(table)} reads all of it.`,
        fix: `Before that: ALTER TABLE ${nameOf(partition)} ADD CONSTRAINT <name> CHECK (<the bounds>) NOT VALID; and VALIDATE CONSTRAINT <name>; in migrations of their own.`,
      }
    }
  },
}
