/** The table of verify's rules in its README. */
import { join } from 'node:path'
import { tableCell, withTable } from '#toolkit/runtime/action-yml.ts'
import { rules } from '../actions/verify/src/rules/index.ts'

export const rulesReadme = join(import.meta.dirname, '../actions/verify/README.md')

/** A README whose table between `<!-- rules -->` markers is made anew. */
export function withRuleTable(readme: string): string {
  return withTable(readme, 'rules', [
    '| rule | what it asks for | severity |',
    '| --- | --- | --- |',
    ...rules.map(({ id, title, severity }) => `| \`${id}\` | ${tableCell(title)} | ${severity} |`),
  ])
}
