/** README's quick start: the example's own workflow. */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { withTable } from '#toolkit/runtime/action-yml.ts'

const root = dirname(import.meta.dirname)

export const quickStartReadme = join(root, 'README.md')

export function withQuickStart(readme: string): string {
  const workflow = readFileSync(
    join(root, 'examples/service-and-database/.github/workflows/release.yml'),
    'utf8',
  )
  return withTable(readme, 'workflow', ['```yaml', ...workflow.trimEnd().split('\n'), '```'])
}
