import { rangeOf, textsOf } from '../../sql/ast.ts'
import type { LintRule } from '../context/rule.ts'

export const rule: LintRule = {
  name: 'domain-constraint',
  group: 'safety',
  severity: 'error',
  why: 'Every table that has a column of the domain is read whole, while writes to all of them wait.',
  fears: ['scan'],
  on: ['AlterDomainStmt'],
  *check({ node }, context) {
    if (!('AlterDomainStmt' in node)) return
    const { subtype, typeName, def } = node.AlterDomainStmt
    const constraint = def !== undefined && 'Constraint' in def ? def.Constraint : undefined
    const adds = subtype === 'C' && constraint?.skip_validation !== true
    if (!adds && subtype !== 'O') return
    const name = textsOf(typeName).join('.')
    if (context.isNew(rangeOf(name))) return
    const check = constraint?.contype === 'CONSTR_CHECK' ? '(…)' : '(VALUE IS NOT NULL)'
    const called = constraint?.conname ?? '<name>'
    yield {
      subject: `${name}.${constraint?.conname ?? subtype}`,
      message: `The new constraint of the domain ${name} reads every table that uses it.`,
      fix: `ALTER DOMAIN ${name} ADD CONSTRAINT ${called} CHECK ${check} NOT VALID;\nIn the next migration:\nALTER DOMAIN ${name} VALIDATE CONSTRAINT ${called};`,
    }
  },
}
