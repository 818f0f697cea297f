import type { Finding } from '../model/finding.ts'
import type { Plan } from '../model/plan.ts'
import type { Source } from '../model/source.ts'
import { type Masked, rendered } from '../redact/masked.ts'
import { oneLine, shortened } from './markdown.ts'
import { plural, severityText } from './wording.ts'

/** GitHub shows so many annotations of each level for a step; the rest would vanish. */
const SHOWN = 10

export interface Annotation {
  readonly level: Finding['severity']
  readonly message: Masked<string>
  readonly title: string
  readonly source: Source | undefined
}

/** Plain text; the runner's own escaping is the host's. */
function annotation(finding: Finding, more: string): Omit<Annotation, 'message'> & { message: string } {
  const { severity, message, why, fix, rule, source } = finding
  const verdict = finding.verdict === 'unknown' ? `${severityText(finding)}: ` : ''
  const text = [message, why, fix].map((part) => shortened(oneLine(part), 1_000)).join('\n')
  return { level: severity, message: verdict + text + more, title: oneLine(rule), source }
}

const severities = ['error', 'warning', 'notice'] as const

/** The findings that are annotated: the first ten of each severity. */
export function annotated(plan: Plan): ReadonlySet<Finding> {
  const of = (level: Finding['severity']) => plan.findings.filter(({ severity }) => severity === level)
  return new Set(severities.flatMap((level) => of(level).slice(0, SHOWN)))
}

/** The first ten findings of each severity, errors first; the tenth says how many more the step summary has. */
export function annotationsOf(plan: Masked<Plan>): Annotation[] {
  return severities.flatMap((level) => {
    const ofLevel = plan.findings.filter((finding) => finding.severity === level)
    const more = ofLevel.length - SHOWN
    return ofLevel.slice(0, SHOWN).map((finding, index) => {
      const isLast = more > 0 && index === SHOWN - 1
      const rest = isLast ? `\n(${plural(more, `more ${level}`)} in the step summary)` : ''
      const shown = annotation(finding, rest)
      return { ...shown, message: rendered(plan, shown.message) }
    })
  })
}
