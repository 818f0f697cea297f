import { lockedBy } from '../context/locked.ts'
import type { LintRule } from '../context/rule.ts'

export const rule: LintRule = {
  name: 'several-tables-locked',
  group: 'safety',
  severity: 'warning',
  why: 'Two sessions that lock the same tables in another order wait for each other, and one of them is ended.',
  fears: ['lock'],
  *check({ node }, context) {
    const [first, another] = context.locked
    // Said once a file, where the second comes in.
    if (first === undefined || another !== undefined) return
    const second = lockedBy(node, context.isNew).find((name) => name !== first)
    if (second === undefined) return
    yield {
      subject: `${first}, ${second}`,
      message: `The transaction locks ${first} and ${second} against reads and writes.`,
      fix: 'Split the file before this statement: one table a migration.',
    }
  },
}
