import { type Finding, finding } from '#toolkit/model/finding.ts'
import type { Repository } from './repository/repository.ts'
import type { Rule } from './rules/rule.ts'

function inFileOrder(a: Finding, b: Finding): number {
  const key = ({ source, rule }: Finding) =>
    [source?.file ?? '', String(source?.line ?? 0).padStart(9, '0'), rule].join('\0')
  return key(a) < key(b) ? -1 : 1
}

/**
 * What the rules find, in the order of files and lines. What cannot be told is a warning, whatever the rule: it is
 * shown, and never counts as a pass.
 */
export function judge(repository: Repository, rules: readonly Rule[]): Finding[] {
  const findings = new Map<string, Finding>()
  for (const rule of rules) {
    for (const remark of rule.check(repository)) {
      const { verdict, subject, message, source, fix = rule.fix } = remark
      const severity = verdict === 'unknown' ? 'warning' : (remark.severity ?? rule.severity)
      const found = finding(
        { rule: rule.id, severity, verdict, message, why: rule.why, fix, source },
        subject,
      )
      findings.set(found.fingerprint, findings.get(found.fingerprint) ?? found)
    }
  }
  return [...findings.values()].sort(inFileOrder)
}
