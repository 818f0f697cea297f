import * as z from 'zod'
import { digest } from './canonical.ts'
import { Failure } from './failure.ts'
import { Source } from './source.ts'

export const Finding = z
  .object({
    rule: z.string(),
    severity: z.enum(['error', 'warning', 'notice']),
    /** `unknown`: it cannot be told. That is never a pass. */
    verdict: z.enum(['fail', 'unknown']),
    message: z.string(),
    why: z.string(),
    fix: z.string(),
    source: Source.optional(),
    /** The same finding has the same fingerprint when lines move. */
    fingerprint: z.string(),
  })
  .readonly()
export type Finding = z.infer<typeof Finding>

/** `subject` names what the finding is about without a line number, for example `onex-dev/Deployment/onex-api#image`. */
export function finding(parts: Omit<Finding, 'fingerprint'>, subject: string): Finding {
  const fingerprint = digest({ rule: parts.rule, file: parts.source?.file, subject }).slice(
    'sha256:'.length,
    39,
  )
  return { ...parts, fingerprint }
}

/** What keeps a plan from being applied, as one failure; none when nothing does. */
export function blockingFailures(findings: readonly Finding[]): readonly Failure[] {
  const { length } = findings.filter(isBlocking)
  if (length === 0) return []
  return [
    new Failure({
      code: 'FINDINGS',
      what: `${length} finding${length === 1 ? '' : 's'} of severity error.`,
      fix: 'Mend what each of them names, and push.',
    }),
  ]
}

/** Whether a finding keeps a plan from being applied. */
export function isBlocking({ severity, verdict }: Finding): boolean {
  return severity === 'error' && verdict === 'fail'
}
