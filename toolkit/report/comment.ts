/** One step's section of the preview comment. */
import type { Change } from '../model/change.ts'
import type { Plan } from '../model/plan.ts'
import { type Masked, rendered } from '../redact/masked.ts'
import { diff, evidenceBlock, findingsTable, kinds, partsBlock, type Revision, runTable } from './blocks.ts'
import { alert, code, fitting, folded, prose } from './markdown.ts'
import {
  grouped,
  headline,
  inOrder,
  isDestructive,
  isOutput,
  pastOf,
  plural,
  shortDigest,
} from './wording.ts'

export interface PlanSection {
  /** Plain text, one line. */
  readonly title: Masked<string>
  /** Markdown that is always shown: at most 16,000 bytes. */
  readonly summary: Masked<string>
  /** Markdown, folded away, that may be left out when the comment gets too long: at most 40,000 bytes. */
  readonly details: Masked<string>
}

/** Bytes of a section's parts, so that four of them always fit. */
const SPACE = {
  alert: 1_500,
  destructive: 4_000,
  findings: 4_000,
  runs: 2_500,
  evidence: 2_000,
  parts: 3_000,
  diff: 12_000,
} as const
/** Where what is beyond is. */
const REST = 'the step summary'

type Space = Readonly<Record<keyof typeof SPACE, number>>
const unlimited = Object.fromEntries(
  Object.keys(SPACE).map((part) => [part, Number.POSITIVE_INFINITY]),
) as Space // the same keys

function destructiveAlert(changes: readonly Change[], bytes: number): string {
  const lines = changes.map(({ action, address, note }) => {
    const because = note === undefined ? '' : `: ${prose(note)}`
    return `- ${code(address)} is ${pastOf(action)}${because}`
  })
  const shown = fitting(lines, bytes)
  const left = changes.length - shown.length
  const rest = left === 0 ? [] : [`- … and ${grouped(left)} more`]
  return alert('CAUTION', ['**This destroys something that is there.**', ...shown, ...rest])
}

/** `terraform/stacks/dev at a1b2c3d · plan 4c9e11d0a2b7` */
export function origin(plan: Plan, revision: Revision | undefined): string {
  // A bare SHA of a commit is linked by GitHub.
  const at = revision === undefined ? '' : ` at ${revision.commit.slice(0, 7)}`
  const named = plan.name === undefined ? '' : `**${prose(plan.name)}** · `
  const last = [...new Set(Object.values(plan.released).map(({ commit }) => commit.slice(0, 7)))]
  const replaces = last.length === 0 ? '' : ` · replaces ${last.join(', ')}`
  return `${named}${code(plan.target)}${at} · plan ${code(shortDigest(plan.digest))}${replaces}`
}

/** What would be destroyed is open, and so is what would run; what is created or updated is folded away. */
export function planSection(plan: Masked<Plan>, revision?: Revision): PlanSection {
  return sectionIn(SPACE, plan, revision)
}

/** All of a plan as one Markdown text; undefined when its section says all of it. */
export function wholePlan(
  section: PlanSection,
  plan: Masked<Plan>,
  revision?: Revision,
): Masked<string> | undefined {
  const whole = sectionIn(unlimited, plan, revision)
  if (whole.summary === section.summary && whole.details === section.details) return undefined
  return rendered(plan, `${whole.summary}\n\n${whole.details}\n`)
}

function sectionIn(space: Space, plan: Masked<Plan>, revision?: Revision): PlanSection {
  const changes = inOrder(plan)
  const title = headline(plan)
  const open = [`### ${title}`, origin(plan, revision), ...partsBlock(plan, space.parts)]
  const details: string[] = []

  const outputs = changes.filter(isOutput)
  const destroying = changes.filter(isDestructive)
  if (destroying.length > 0)
    open.push(destructiveAlert(destroying, space.alert), diff(destroying, space.destructive, REST))
  const running = changes.filter(({ action }) => action === 'run')
  const runs = running.length > 0 ? [runTable(running, revision, space.runs)] : []
  const findings = plan.findings.length > 0 ? [findingsTable(plan.findings, revision, space.findings)] : []
  const evidence = plan.evidence.map((each) => evidenceBlock(each, space.evidence, REST))
  // What was tried is about what runs: then both are read first.
  open.push(...(evidence.length > 0 ? [...runs, ...evidence, ...findings] : [...findings, ...runs]))

  for (const action of ['update', 'import', 'move', 'create', 'run'] as const) {
    const some = changes.filter((change) => change.action === action && !isOutput(change))
    const shown = action === 'run' ? some.filter(({ after }) => after !== undefined) : some
    if (shown.length === 0) continue
    const heading = `<b>${grouped(shown.length)} to ${action}:</b> ${kinds(shown)}`
    details.push(folded(heading, diff(shown, space.diff, REST)))
  }
  if (outputs.length > 0)
    details.push(folded(`<b>${plural(outputs.length, 'output')}</b>`, diff(outputs, space.diff, REST)))
  return {
    title: rendered(plan, title),
    summary: rendered(plan, open.join('\n\n')),
    details: rendered(plan, details.join('\n\n')),
  }
}
