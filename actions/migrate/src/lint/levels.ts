/** How much each rule counts: its own severity, unless somebody has chosen. */
import type { Finding } from '#toolkit/model/finding.ts'
import type { LintRule } from './context/rule.ts'

export type Group = LintRule['group']
export type Severity = Finding['severity']

/** What people choose from. Of a group it is the most that its rules may be; of a rule it is what it is. */
export const levels = ['error', 'warning', 'off'] as const
export type Level = (typeof levels)[number]

/** What each group is about, and how it counts where nobody has chosen. */
export const groups: Readonly<Record<Group, { readonly about: string; readonly level: Level }>> = {
  safety: { about: 'what stops or breaks a running service', level: 'error' },
  data: { about: 'what loses rows, or spoils them', level: 'error' },
  house: { about: 'what one house wants, and another does not', level: 'off' },
}

/** By the names of groups and rules. */
export type Choices = ReadonlyMap<string, Level>

const most: Readonly<Record<Level, readonly Severity[]>> = {
  error: ['error', 'warning', 'notice'],
  warning: ['warning', 'notice'],
  off: [],
}

/** Undefined when the rule is off. */
export function severityOf(
  { name, group, severity }: Pick<LintRule, 'name' | 'group' | 'severity'>,
  choices: Choices,
): Severity | undefined {
  const own = choices.get(name)
  if (own !== undefined) return own === 'off' ? undefined : own
  const allowed = most[choices.get(group) ?? groups[group].level]
  return allowed.includes(severity) ? severity : allowed[0]
}

const order: readonly (Severity | undefined)[] = ['error', 'warning', 'notice', undefined]

/** Whether less is left of a rule than where nobody has chosen. */
export function isWeakened(rule: Pick<LintRule, 'name' | 'group' | 'severity'>, choices: Choices): boolean {
  return order.indexOf(severityOf(rule, choices)) > order.indexOf(severityOf(rule, new Map()))
}
