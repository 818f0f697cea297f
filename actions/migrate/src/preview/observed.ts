/** What was observed on a scratch database, held against what the lint fears: the observation is right. */
import { type Finding, finding } from '#toolkit/model/finding.ts'
import type { Fear } from '../lint/context/rule.ts'
import { type Choices, severityOf } from '../lint/levels.ts'
import { findingOf, type Sighted } from '../lint/lint.ts'
import { workUnderLock as rule } from '../lint/work-under-lock.ts'
import type { Script } from '../sql/statements.ts'
import type { StatementTrace } from './scratch/trace.ts'

/** `set-not-null db/migrations/0003_x.up.sql:1`: what of the lint an observation has overruled. */
export function overruledName({
  rule,
  script,
  statement,
}: Pick<Sighted, 'rule' | 'script' | 'statement'>): string {
  return `${rule.name} ${script.file}:${statement.line}:${statement.column}`
}

/** What an observation shows of a fear, for people. */
const shows: Readonly<Record<Fear, (trace: StatementTrace) => string | undefined>> = {
  rewrite: ({ rewrites }) => (rewrites.length === 0 ? undefined : `rewrites ${rewrites.join(', ')}`),
  scan: ({ scans }) => (scans.length === 0 ? undefined : `reads all of ${scans.join(', ')}`),
  lock: ({ blocked }) => (blocked.length === 0 ? undefined : `keeps writes from ${blocked.join(', ')}`),
}

export interface Judged {
  readonly findings: readonly Finding[]
  /** What was overruled, by `overruledName`. */
  readonly overruled: readonly string[]
}

function placeOf(file: string, line: number): string {
  return `${file}:${line}`
}

/** A statement that shares its line with others is judged with them. */
function byPlace(traces: readonly StatementTrace[]): ReadonlyMap<string, readonly StatementTrace[]> {
  return Map.groupBy(traces, ({ file, line }) => placeOf(file, line))
}

/** What was done to tables that nobody may write to meanwhile, and no rule has seen coming. */
function* unannounced(
  traces: readonly StatementTrace[],
  announced: ReadonlySet<string>,
  scripts: readonly Script[],
  choices: Choices,
): Generator<Finding> {
  const severity = severityOf(rule, choices)
  if (severity === undefined) return
  const allowing = new Set(
    scripts
      .filter(({ directives }) => directives.allow.some(({ rule: allowed }) => allowed === rule.name))
      .map(({ file }) => file),
  )
  for (const trace of traces) {
    const { file, line, blocked } = trace
    const rewritten = trace.rewrites.filter((name) => blocked.includes(name))
    const read = trace.scans.filter((name) => blocked.includes(name) && !rewritten.includes(name))
    if (rewritten.length + read.length === 0) continue
    if (announced.has(placeOf(file, line)) || allowing.has(file)) continue
    const does = [
      ...(rewritten.length === 0 ? [] : [`rewrites ${rewritten.join(', ')}`]),
      ...(read.length === 0 ? [] : [`reads all of ${read.join(', ')}`]),
    ]
    yield finding(
      {
        rule: rule.name,
        severity,
        verdict: 'fail',
        message: `On the scratch database this ${does.join(' and ')}, while nobody may write there.`,
        why: rule.why,
        fix: 'Do it in smaller steps, each of which blocks nobody; or allow it for a table that is small, with that reason.',
        source: { file, line },
      },
      [...rewritten, ...read].join(' '),
    )
  }
}

/**
 * What is left of the lint's findings, and what the observation adds to them.
 * @param reviewed what the review of a pull request says was overruled there, of the same bytes
 */
export function weigh(
  seen: readonly Sighted[],
  traces: readonly StatementTrace[],
  scripts: readonly Script[],
  choices: Choices,
  reviewed: readonly string[],
): Judged {
  const places = byPlace(traces)
  const known = new Set(reviewed)
  const overruled: string[] = []
  const announced = new Set<string>()
  const findings = seen.flatMap((each) => {
    const { rule, script, statement } = each
    const found = findingOf(each, choices)
    const fears = rule.fears ?? []
    if (fears.length === 0) return found ?? []
    const place = placeOf(script.file, statement.line)
    announced.add(place)
    if (found === undefined) return []
    if (known.has(overruledName(each))) {
      overruled.push(overruledName(each))
      return []
    }
    const observed = places.get(place)
    if (observed === undefined) return found
    const shown = [...new Set(observed.flatMap((trace) => fears.flatMap((fear) => shows[fear](trace) ?? [])))]
    if (shown.length > 0)
      return {
        ...found,
        verdict: 'fail' as const,
        why: `${found.why} Observed on the scratch database: it ${shown.join(', and ')}.`,
      }
    overruled.push(overruledName(each))
    return []
  })
  return { findings: [...findings, ...unannounced(traces, announced, scripts, choices)], overruled }
}
