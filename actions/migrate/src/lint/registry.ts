/** The rules of the lint. */
import type { LintRule } from './context/rule.ts'
import { emptyMigration } from './empty-migration.ts'
import * as index from './rules/index.ts'
import { workUnderLock } from './work-under-lock.ts'

/** In the order of their names. */
export const lintRules: readonly LintRule[] = Object.values(index).toSorted((a, b) =>
  a.name < b.name ? -1 : 1,
)

/** With those that no statement shows, or that only an observation can tell: what may be chosen, allowed, and read about. */
export const allRules: readonly Omit<LintRule, 'check'>[] = [
  ...lintRules,
  emptyMigration,
  workUnderLock,
].toSorted((a, b) => (a.name < b.name ? -1 : 1))
