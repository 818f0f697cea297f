import { nameOf } from '../../sql/ast.ts'
import { indexName } from '../context/indexes.ts'
import { sourceOf } from '../context/rewrite.ts'
import type { LintRule } from '../context/rule.ts'

export const rule: LintRule = {
  name: 'create-index-not-concurrently',
  group: 'safety',
  severity: 'error',
  why: 'Writes to the table wait until the index is built.',
  fears: ['scan'],
  on: ['IndexStmt'],
  *check(statement, context) {
    const { node } = statement
    if (!('IndexStmt' in node)) return
    const { concurrent, relation, indexParams } = node.IndexStmt
    if (concurrent === true || context.isNew(relation)) return
    const over = (indexParams ?? []).map((each) =>
      'IndexElem' in each ? (each.IndexElem.name ?? 'expr') : 'expr',
    )
    const name = node.IndexStmt.idxname ?? indexName(relation, over, 'idx')
    const subject = `${nameOf(relation)}.${name}`
    if (relation?.inh !== true) {
      yield {
        subject,
        verdict: 'unknown',
        message: `${name} is built ON ONLY ${nameOf(relation)}: for a partitioned table that builds nothing yet, for any other it blocks writes.`,
        fix: `If ${nameOf(relation)} is not partitioned, leave ONLY away and say CONCURRENTLY.`,
      }
      return
    }
    const given = node.IndexStmt.idxname === undefined ? ` ${name}` : ''
    yield {
      subject,
      message: `Building ${name} blocks writes to ${nameOf(relation)}.`,
      fix: `In a migration of its own:\n${sourceOf(statement)
        .replace(/\bINDEX\b/i, `INDEX CONCURRENTLY${given}`)
        .replace(
          /\bIF\s+NOT\s+EXISTS\s+/i,
          '',
        )};\nA partitioned table takes one index ON ONLY it, one CONCURRENTLY for each partition, and ALTER INDEX … ATTACH PARTITION.`,
    }
  },
}
