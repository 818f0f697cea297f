/** What would hurt a running service, seen before it runs: every statement held against every rule. */
import type { RangeVar } from '@pgsql/types'
import { type Finding, finding } from '#toolkit/model/finding.ts'
import type { Script, Statement } from '../sql/statements.ts'
import { indexesOf } from './context/indexes.ts'
import { lockedBy } from './context/locked.ts'
import type { LintContext, LintRule, Sighting } from './context/rule.ts'
import { NewTables } from './context/tables.ts'
import { lintRules } from './registry.ts'

const UNUSED = 'unused-allowance'

function findingOf(rule: LintRule, sighting: Sighting, { file }: Script, statement: Statement): Finding {
  const { message, fix, subject, verdict = 'fail' } = sighting
  return finding(
    {
      rule: rule.name,
      severity: rule.severity,
      verdict,
      message,
      why: rule.why,
      fix,
      source: { file, line: statement.line, column: statement.column },
    },
    subject,
  )
}

/** The rules that look at a kind of statement. */
const rulesOn = new Map<string, readonly LintRule[]>()

function rulesFor({ node }: Statement): readonly LintRule[] {
  const kind = Object.keys(node)[0] ?? ''
  const known = rulesOn.get(kind)
  if (known !== undefined) return known
  const chosen = lintRules.filter(({ on }) => on === undefined || on.includes(kind))
  rulesOn.set(kind, chosen)
  return chosen
}

/** An allowance that allows nothing would hide the next thing that comes along. */
function unused({ file, directives }: Script, used: ReadonlySet<string>): Finding[] {
  const known = new Set(lintRules.map(({ name }) => name))
  return directives.allow
    .filter(({ rule }) => !used.has(rule))
    .map(({ rule, line }) =>
      finding(
        {
          rule: UNUSED,
          severity: 'warning',
          verdict: 'fail',
          message: known.has(rule)
            ? `Nothing in this file breaks the rule ${rule}.`
            : `There is no rule ${rule}.`,
          why: 'An allowance that is not needed hides what comes later.',
          fix: 'Remove the line, or correct the name of the rule.',
          source: { file, line },
        },
        rule,
      ),
    )
}

/**
 * All findings of files that run one after the other, on their lines. What a file allows with a reason is left out.
 * @param scripts in the order in which they run
 */
export function lint(scripts: readonly Script[]): Finding[] {
  const tables = new NewTables()
  const indexes = indexesOf(scripts)
  return scripts.flatMap((script) => {
    const allowed = new Set(script.directives.allow.map(({ rule }) => rule))
    const used = new Set<string>()
    const isNew = (relation: RangeVar | undefined) => tables.has(relation)
    const locked: string[] = []
    const isLocked = new Set<string>()
    const findings = script.statements.flatMap((statement, index) => {
      const context: LintContext = { script, scripts, index, isNew, locked, indexes }
      const found = rulesFor(statement).flatMap((rule) => {
        const sightings = [...rule.check(statement, context)]
        if (!allowed.has(rule.name)) return sightings.map((each) => findingOf(rule, each, script, statement))
        if (sightings.length > 0) used.add(rule.name)
        return []
      })
      for (const name of script.transactional ? lockedBy(statement.node, isNew) : []) {
        if (!isLocked.has(name)) locked.push(name)
        isLocked.add(name)
      }
      tables.note(statement.node)
      return found
    })
    return [...findings, ...unused(script, used)]
  })
}
