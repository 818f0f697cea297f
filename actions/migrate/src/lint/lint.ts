/** What would hurt a running service, seen before it runs: every statement held against every rule. */
import type { ObjectWithArgs, RangeVar } from '@pgsql/types'
import { type Finding, finding } from '#toolkit/model/finding.ts'
import type { SessionSettings } from '#toolkit/postgres/session.ts'
import type { Script, Statement } from '../sql/statements.ts'
import { indexesOf } from './context/indexes.ts'
import { lockedBy } from './context/locked.ts'
import { NewObjects } from './context/new-objects.ts'
import type { LintContext, LintRule, Sighting } from './context/rule.ts'
import { TableFacts } from './context/table-facts.ts'
import { emptyFindings, emptyMigration } from './empty-migration.ts'
import { type Choices, severityOf } from './levels.ts'
import { allRules, lintRules } from './registry.ts'
import { workUnderLock } from './work-under-lock.ts'

const UNUSED = 'unused-allowance'

/** What a rule sees in a statement. */
export interface Sighted {
  readonly rule: LintRule
  readonly sighting: Sighting
  readonly script: Script
  readonly statement: Statement
  /** Its file allows it. */
  readonly allowed: boolean
}

export interface LintOptions {
  /** The files that are in effect, in their order; asked for when a rule wants to know. */
  readonly earlier?: () => readonly Script[]
  readonly choices?: Choices
  readonly settings?: SessionSettings
  /** Names, without a schema, that the database has nowhere: of what is made unless it is there. */
  readonly absent?: ReadonlySet<string>
}

const USUAL: SessionSettings = { lockTimeout: 2_000, statementTimeout: 0 }

/** @returns undefined when the rule is off, or the file allows it */
export function findingOf(
  { rule, sighting, script: { file }, statement, allowed }: Sighted,
  choices: Choices,
): Finding | undefined {
  const severity = allowed ? undefined : severityOf(rule, choices)
  if (severity === undefined) return undefined
  const { message, fix, subject, verdict = 'fail' } = sighting
  return finding(
    {
      rule: rule.name,
      severity,
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

/** What is about a file as a whole. */
export function aboutFiles(
  scripts: readonly Script[],
  seen: readonly Sighted[],
  choices: Choices,
): readonly Finding[] {
  return [...emptyFindings(scripts, choices), ...unusedAllowances(scripts, seen)]
}

/** Allowances that allow nothing would hide the next thing that comes along. */
function unusedAllowances(scripts: readonly Script[], seen: readonly Sighted[]): Finding[] {
  const known = new Set(allRules.map(({ name }) => name))
  const used = new Map<Script, Set<string>>()
  for (const { script, rule, allowed } of seen)
    if (allowed) used.set(script, (used.get(script) ?? new Set()).add(rule.name))
  const isUsed = (script: Script, rule: string) =>
    used.get(script)?.has(rule) === true || (rule === emptyMigration.name && script.statements.length === 0)
  return scripts.flatMap((script) =>
    script.directives.allow
      // Whether that is needed, only an observation can tell.
      .filter(({ rule }) => rule !== workUnderLock.name && !isUsed(script, rule))
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
            source: { file: script.file, line },
          },
          rule,
        ),
      ),
  )
}

/**
 * What every rule sees in files that run one after the other, also what is off or allowed.
 * @param scripts in the order in which they run
 */
export function look(
  scripts: readonly Script[],
  { earlier = () => [], settings = USUAL, absent }: Omit<LintOptions, 'choices'> = {},
): Sighted[] {
  const made = new NewObjects(absent)
  const known = new TableFacts(earlier)
  const indexes = indexesOf(scripts)
  const isNew = (relation: RangeVar | undefined) => made.has(relation)
  const fresh = {
    isNew,
    isNewColumn: (relation: RangeVar | undefined, column: string) => made.hasColumn(relation, column),
    isNewRoutine: (routine: ObjectWithArgs) => made.hasRoutine(routine),
  }
  const seen: Sighted[] = []
  for (const script of scripts) {
    const allowances = new Set(script.directives.allow.map(({ rule }) => rule))
    const locked: string[] = []
    const isLocked = new Set<string>()
    for (const [index, statement] of script.statements.entries()) {
      const context: LintContext = { script, index, ...fresh, locked, known, indexes, settings }
      for (const rule of rulesFor(statement)) {
        for (const sighting of rule.check(statement, context))
          seen.push({ rule, sighting, script, statement, allowed: allowances.has(rule.name) })
      }
      for (const name of script.transactional ? lockedBy(statement.node, isNew) : []) {
        if (!isLocked.has(name)) locked.push(name)
        isLocked.add(name)
      }
      made.note(statement.node)
      known.note(statement.node)
    }
  }
  return seen
}

/** All findings of files that run one after the other, on their lines. What a file allows with a reason is left out. */
export function lint(
  scripts: readonly Script[],
  { choices = new Map(), ...options }: LintOptions = {},
): Finding[] {
  const seen = look(scripts, options)
  const found = seen.flatMap((each) => findingOf(each, choices) ?? [])
  return fileByFile([...found, ...aboutFiles(scripts, seen, choices)], scripts)
}

/** File by file, and what is about a file's head behind what is about its statements. */
export function fileByFile(findings: readonly Finding[], scripts: readonly Script[]): Finding[] {
  const places = new Map(scripts.map(({ file }, index) => [file, index]))
  const at = ({ source }: Finding) => places.get(source?.file ?? '') ?? -1
  return findings.toSorted((a, b) => at(a) - at(b))
}
