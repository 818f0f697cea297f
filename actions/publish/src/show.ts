/** What this job says itself: in its log and its step summary, of what it could read. */
import type { SectionBody } from '#toolkit/github/sections.ts'
import { type Masked, partOf, rendered } from '#toolkit/redact/masked.ts'
import { endingText, type Links } from '#toolkit/report/ending.ts'
import { planText } from '#toolkit/report/log.ts'
import { planSummary } from '#toolkit/report/summary.ts'
import { verdictTable } from '#toolkit/report/verdict.ts'
import type { Host } from '#toolkit/runtime/host.ts'
import { wholeOf } from './comment.ts'
import type { PublishWorld } from './reviews.ts'
import type { Told } from './tell.ts'

/** Bytes of what is appended to the step summary; GitHub takes 1 MiB. */
const SUMMARY = 1_000_000

/** Each plan, whole: what has no room in the comment has it here. */
export function show(all: readonly Told[], host: Host, world: PublishWorld): void {
  for (const { masked, ending, of } of all) {
    const { plan } = masked
    const shown = plan !== undefined && (ending.end === 'planned' || ending.end === 'nothing to do')
    if (shown) {
      // What stands nowhere else is here, whole.
      const told = { colour: host.colour, told: new Set<never>() }
      world.log.info(planText(plan as Masked<typeof plan>, told)) // part of what is masked
      continue
    }
    world.log.info(`${endingText(masked, { colour: host.colour }) ?? ''} (${of})`)
    for (const { message } of partOf(masked, 'failures')) world.log.info(message)
  }
}

/** The verdict of all, and as much as fits of the plans that the comment has no room for. */
export function summarize(
  bodies: readonly SectionBody[],
  all: readonly Told[],
  links: Links,
  host: Host,
): void {
  const rows = bodies.map(({ key, verdict }) => ({ name: `${key.step} `, verdict }))
  const verdicts = bodies.map(({ verdict }) => verdict)
  const table = verdictTable(rows, links.revision.commit)
  const parts = [rendered(verdicts, `## Release preview\n\n${table}`)]
  for (const { key, summary } of bodies) if (key.step === 'publish') parts.push(summary)
  let bytes = parts.reduce((sum, part) => sum + Buffer.byteLength(part), 0)
  for (const told of all) {
    const { plan } = told.masked
    if (plan === undefined || wholeOf(told, links) === undefined) continue
    const summary = planSummary(plan as Masked<typeof plan>, links.revision) // part of what is masked
    bytes += Buffer.byteLength(summary) + 2
    if (bytes > SUMMARY) break
    parts.push(summary)
  }
  for (const part of parts) host.appendSummary(() => part)
}
