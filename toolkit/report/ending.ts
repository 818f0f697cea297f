/** What is told of the end of a run, in each place; how a plan itself is shown, its own files say. */
import { type Ending, targetOf } from '../model/ending.ts'
import { isBlocking } from '../model/finding.ts'
import type { Outcome } from '../model/outcome.ts'
import { effectiveChanges, type Plan } from '../model/plan.ts'
import { type Masked, partOf, rendered } from '../redact/masked.ts'
import type { Revision } from './blocks.ts'
import { origin, type PlanSection, planSection } from './comment.ts'
import { failuresTable, firstOf } from './failures.ts'
import { differenceText, outcomeText, type TextOptions } from './log.ts'
import { alert, code, link, prose } from './markdown.ts'
import { outcomeBlocks, outcomeTitle, refusalBlocks } from './summary.ts'
import type { VerdictWord } from './verdict.ts'
import { countText, doneText, findingText, headline, isDestructive, stepTitle, worstOf } from './wording.ts'

/** What everything that is told of a run refers to. */
export interface Links {
  readonly revision: Revision
  /** Where the log and the step summary are. */
  readonly runUrl: string
  /** As `errorsPageOf` gives it. */
  readonly errorsPage: string
}

/** Bytes of each part. */
const SPACE = {
  comment: { failures: 4_500, results: 4_500, difference: 2_500 },
  summary: { failures: 50_000, results: 100_000, difference: 100_000 },
} as const

function cancelledWords(outcome: Outcome | undefined): string {
  return outcome === undefined ? 'was cancelled before anything was done' : 'was cancelled'
}

/** One line: `Deploy failed in 3 s: 1 of 3 changes done`, `Deploy could not be planned`. */
export function endingTitle(ending: Ending): string {
  const { step, end, plan, outcome, difference, applies } = ending
  const title = stepTitle[step]
  if (plan !== undefined && outcome !== undefined) return outcomeTitle(plan, outcome)
  switch (end) {
    case 'planned':
      return headline(plan)
    case 'nothing to do':
      return applies ? `${title}: there was nothing to do` : headline(plan)
    case 'plan failed':
      return ending.looks === true
        ? `${title}: the ${ending.command} could not be told`
        : `${title} could not be planned`
    case 'stale':
      return `${title}: nothing was applied. ${difference === undefined ? 'What was shown does not fit any more' : `This is not what ${difference.shownBy} showed`}`
    case 'refused':
      return `${title} was refused, and nothing was applied`
    default:
      return `${title} ${cancelledWords(outcome)}`
  }
}

export interface Judgement {
  readonly verdict: VerdictWord
  /** One line of plain text. */
  readonly why: string
  /** What is bad in it, a line each, the worst first. */
  readonly worst: readonly string[]
}

function judgementOf(plan: Plan): Judgement {
  const changes = effectiveChanges(plan)
  const found = findingText(plan)
  const counts = changes.length === 0 && found !== undefined ? [] : [countText(plan)]
  const why = [...counts, ...(found === undefined ? [] : [found])].join('; ')
  const has = (severity: string) => plan.findings.some((finding) => finding.severity === severity)
  const verdict: VerdictWord = changes.some(isDestructive)
    ? 'destroys'
    : plan.findings.some(isBlocking)
      ? 'blocked'
      : plan.findings.some((finding) => finding.verdict === 'unknown')
        ? 'cannot tell'
        : has('error') || has('warning')
          ? 'warnings'
          : changes.length > 0
            ? 'changes'
            : 'nothing to do'
  return { verdict, why, worst: worstOf(plan) }
}

/** What an end comes to in the table of all of them. */
export function judgementOn(ending: Ending): Judgement {
  const { step, end, plan, outcome, failures } = ending
  const first = firstOf(failures)
  if (plan !== undefined && outcome !== undefined) {
    const done = doneText(plan, outcome)
    const why = end === 'applied' ? done : `${done}. ${first}`
    const proven = step === 'verify' ? 'proven' : 'applied'
    return { verdict: end === 'applied' ? proven : end, why: why.trim(), worst: [] }
  }
  switch (end) {
    case 'planned':
      return judgementOf(plan)
    case 'nothing to do':
      return { verdict: end, why: 'the target is as it should be', worst: [] }
    case 'cancelled':
      return { verdict: end, why: 'before anything was done', worst: [] }
    default:
      return { verdict: end as VerdictWord, why: first, worst: [] }
  }
}

/** A check run is green only where all is well, or done. */
export function conclusionOn(ending: Ending): 'success' | 'failure' | 'cancelled' {
  const { end, plan } = ending
  if (end === 'cancelled') return 'cancelled'
  if (end === 'planned') return plan.findings.some(isBlocking) ? 'failure' : 'success'
  return end === 'applied' || end === 'nothing to do' ? 'success' : 'failure'
}

/** Which plan, by which run; of what could not be planned, what follows from that. */
function introduction(ending: Ending, { revision, runUrl }: Links): string {
  const { plan, applies, looks = false } = ending
  const by = applies ? ` · ${link('this run', runUrl)}` : ''
  if (plan !== undefined) return origin(plan, revision) + by
  const at = revision.commit.slice(0, 7)
  const target = targetOf(ending)
  const commit = target === undefined ? at : `${code(target)} at ${at}`
  if (looks) return `Nothing was changed: ${commit}`
  return applies
    ? `Nothing was applied: ${commit}${by}`
    : `There is no plan of ${commit}: nothing of it can be applied, and what an earlier commit showed does not count any more.`
}

/** What differs; where that did not end the run, it is told that it does. */
function differenceBlocks({ difference, failures }: Ending, bytes: number): string[] {
  if (difference === undefined) return []
  const shownBy = prose(difference.shownBy)
  const warning = `**This is not what ${shownBy} showed.** It was applied all the same, because of \`reviewed: warn\`.`
  return [...(failures.length > 0 ? [] : [alert('WARNING', [warning])]), ...refusalBlocks(difference, bytes)]
}

/** What came of the plan, as Markdown blocks without a heading. */
function blocks(ending: Ending, reference: Links, where: keyof typeof SPACE): string[] {
  const { plan, outcome, failures, end } = ending
  const space = SPACE[where]
  const { errorsPage, revision } = reference
  const told = failures.length === 0 ? [] : [failuresTable(failures, errorsPage, revision, space.failures)]
  const results = plan === undefined || outcome === undefined ? [] : outcomeBlocks(outcome, space.results)
  const cautions =
    end === 'failed' && outcome?.changed === true
      ? [
          alert('CAUTION', [
            '**Part of it is done.** What is done stays done; the same run, started again, does the rest.',
          ]),
        ]
      : []
  return [...cautions, ...told, ...differenceBlocks(ending, space.difference), ...results]
}

/** What is appended to the step summary when a run is over; undefined where its plan, which stands there, says all. */
export function endingSummary(ending: Masked<Ending>, reference: Links): Masked<string> | undefined {
  const { end, applies, failures } = ending
  if (!applies && end !== 'plan failed' && end !== 'cancelled') {
    if (failures.length === 0) return undefined
    const table = failuresTable(failures, reference.errorsPage, reference.revision, SPACE.summary.failures)
    return rendered(ending, `### ${stepTitle[ending.step]} is blocked\n\n${table}`)
  }
  const head = `### ${endingTitle(ending)}`
  const parts = [head, introduction(ending, reference), ...blocks(ending, reference, 'summary')]
  return rendered(ending, parts.join('\n\n'))
}

/** Its section of the comment, and its check run. */
export function endingSection(ending: Masked<Ending>, reference: Links): PlanSection {
  const { end, plan, applies } = ending
  if (!applies && plan !== undefined && (end === 'planned' || end === 'nothing to do'))
    return planSection(partOf(ending, 'plan'), reference.revision)
  const title = endingTitle(ending)
  const parts = [`### ${title}`, introduction(ending, reference), ...blocks(ending, reference, 'comment')]
  return {
    title: rendered(ending, title),
    summary: rendered(ending, parts.join('\n\n')),
    details: rendered(ending, ''),
  }
}

/** What the log says at the end, beside its failures, which are told as what they are. */
export function endingText(ending: Masked<Ending>, options: TextOptions = {}): Masked<string> | undefined {
  const { end, applies, plan, outcome, difference } = ending
  if (!applies && (end === 'planned' || end === 'nothing to do')) return undefined
  const differing = difference === undefined ? [] : [differenceText(difference, options)]
  const told =
    plan !== undefined && outcome !== undefined
      ? outcomeText(partOf(ending, 'plan'), partOf(ending, 'outcome'), options)
      : end === 'nothing to do'
        ? `${stepTitle[ending.step]}: nothing to do (${prose(plan.target)}, changed=false)`
        : endingTitle(ending)
  return rendered(ending, [...differing, told].join('\n'))
}
