/** The table of the lint's rules in migrate's README. */
import { join } from 'node:path'
import { tableCell, withTable } from '#toolkit/runtime/action-yml.ts'
import { lintRules } from '../actions/migrate/src/lint/registry.ts'

export const lintReadme = join(import.meta.dirname, '../actions/migrate/README.md')

/** A README whose table between its markers is made anew. */
export function withLintTable(readme: string): string {
  return withTable(readme, 'rules', [
    '| rule | severity | why |',
    '| --- | --- | --- |',
    ...lintRules.map(({ name, severity, why }) => `| \`${name}\` | ${severity} | ${tableCell(why)} |`),
  ])
}
