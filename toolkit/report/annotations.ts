import type { Finding } from '../model/finding.ts'
import type { Source } from '../model/source.ts'

/** GitHub shows so many annotations of each level for a step; the rest would vanish. */
const SHOWN = 10

export interface Annotation {
  readonly level: Finding['severity']
  readonly message: string
  readonly title: string
  readonly source: Source | undefined
}

/** The findings that can be shown on their lines, at most ten of each level; the tenth says how many more there are. */
export function annotationsOf(findings: readonly Finding[]): Annotation[] {
  return (['error', 'warning', 'notice'] as const).flatMap((level) => {
    const ofLevel = findings.filter((finding) => finding.severity === level)
    const shown = ofLevel.slice(0, ofLevel.length > SHOWN ? SHOWN - 1 : SHOWN)
    const annotations: Annotation[] = shown.map(({ message, why, fix, rule, source }) => ({
      level,
      message: `${message} ${why} ${fix}`,
      title: rule,
      source,
    }))
    const more = ofLevel.length - shown.length
    if (more > 0) {
      annotations.push({
        level,
        message: `${more} more in the step summary.`,
        title: level,
        source: undefined,
      })
    }
    return annotations
  })
}
