/** What no rule sees, because there is no statement to look at. Only the files of other tools come this far. */
import { type Finding, finding } from '#toolkit/model/finding.ts'
import type { Script } from '../sql/statements.ts'
import type { LintRule } from './context/rule.ts'
import { type Choices, severityOf } from './levels.ts'

export const emptyMigration: Omit<LintRule, 'check'> = {
  name: 'empty-migration',
  group: 'safety',
  severity: 'notice',
  why: 'Once it is applied, it may not be filled in any more.',
}

export function emptyFindings(scripts: readonly Script[], choices: Choices): Finding[] {
  const severity = severityOf(emptyMigration, choices)
  if (severity === undefined) return []
  const { name, why } = emptyMigration
  return scripts
    .filter(({ statements }) => statements.length === 0)
    .filter(({ directives }) => !directives.allow.some(({ rule }) => rule === name))
    .map(({ file }) =>
      finding(
        {
          rule: name,
          severity,
          verdict: 'fail',
          message: 'It holds no statement.',
          why,
          fix: 'Write what it is to do. If that is nothing, leave it as it is.',
          source: { file, line: 1 },
        },
        file,
      ),
    )
}
