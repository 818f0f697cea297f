/** The rules of the lint. */
import type { LintRule } from './context/rule.ts'
import * as index from './rules/index.ts'

/** In the order of their names. */
export const lintRules: readonly LintRule[] = Object.values(index).toSorted((a, b) =>
  a.name < b.name ? -1 : 1,
)
