/** The table of the lint's rules in migrate's README. */
import { join } from 'node:path'
import { tableCell, withTable } from '#toolkit/runtime/action-yml.ts'
import { severityOf } from '../actions/migrate/src/lint/levels.ts'
import { allRules } from '../actions/migrate/src/lint/registry.ts'

export const lintReadme = join(import.meta.dirname, '../actions/migrate/README.md')

/** A README whose table between its markers is made anew. */
export function withLintTable(readme: string): string {
  return withTable(readme, 'rules', [
    '| rule | group | level | why |',
    '| --- | --- | --- | --- |',
    ...allRules.map((rule) => {
      const { name, group, why } = rule
      const level = severityOf(rule, new Map()) ?? `off, else ${rule.severity}`
      return `| \`${name}\` | ${group} | ${level} | ${tableCell(why)} |`
    }),
  ])
}
