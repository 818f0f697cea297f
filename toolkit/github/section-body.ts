/** The section of an end in the comment, with its row in the table of all of them. */
import { type Ending, targetOf } from '../model/ending.ts'
import { type Masked, rendered } from '../redact/masked.ts'
import type { PlanSection } from '../report/comment.ts'
import { judgementOn } from '../report/ending.ts'
import { makeVerdict, type SectionVerdict } from '../report/verdict.ts'
import type { Artifact, SectionBody } from './sections.ts'

/** What the caller names the place by. */
export interface AskedPlace {
  readonly words: Masked<string>
  /** 12 hexadecimal digits. */
  readonly hash: string
}

export interface ShownEnd {
  readonly ending: Masked<Ending>
  readonly section: PlanSection
  /** What its row calls it; what people call the target, or the target, when not given. */
  readonly of?: Masked<string>
  readonly asked: AskedPlace
  /** Full SHA of the head of the pull request. */
  readonly commit: string
  readonly runUrl: string
  readonly artifact?: Artifact | undefined
}

export function sectionBodyOf({
  ending,
  section,
  of,
  asked,
  commit,
  runUrl,
  artifact,
}: ShownEnd): SectionBody {
  const { step, plan } = ending
  const target = targetOf(ending)
  const verdict = makeVerdict({
    ...judgementOn(ending),
    step,
    of: of ?? plan?.name ?? target ?? asked.words,
    commit,
    run: runUrl,
    asked: asked.hash,
    known: target !== undefined,
  })
  return {
    key: { step, target: target === undefined ? undefined : rendered(ending, target) },
    verdict: verdict as Masked<SectionVerdict>, // its texts are made of masked ones
    summary: section.summary,
    details: section.details,
    runUrl,
    artifact,
  }
}
