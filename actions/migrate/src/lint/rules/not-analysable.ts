import { unknownFunctions } from '../../sql/functions.ts'
import { changing } from '../context/row-changes.ts'
import type { LintRule, Sighting } from '../context/rule.ts'

/** Those that keep a statement, and do not run it. */
const keeping = ['PrepareStmt']

export const rule: LintRule = {
  name: 'not-analysable',
  group: 'safety',
  severity: 'warning',
  why: 'What the code does, and which locks it takes, shows only when it runs.',
  on: ['CallStmt', 'DoStmt', 'ExecuteStmt', ...changing.filter((kind) => !keeping.includes(kind))],
  *check({ node }, { index }) {
    const unseen = (what: string): Sighting => ({
      subject: `${what} ${index}`,
      verdict: 'unknown',
      message: `The ${what} cannot be seen into.`,
      fix: 'Write its statements out. Where that is not possible, the round trip on a scratch database shows what it did there.',
    })
    if ('DoStmt' in node) yield unseen('DO block')
    else if ('CallStmt' in node) yield unseen('CALL')
    else if ('ExecuteStmt' in node) yield unseen('EXECUTE')
    else for (const name of unknownFunctions(node)) yield unseen(`function ${name}`)
  },
}
