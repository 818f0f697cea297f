/** What no text shows: told of what a round trip observes, and no rule has said. */
import type { LintRule } from './context/rule.ts'

export const workUnderLock: Omit<LintRule, 'check'> = {
  name: 'work-under-lock',
  group: 'safety',
  severity: 'error',
  why: 'It was seen on the scratch database to read or to write a whole table while writes to it wait; its text did not show that.',
}
