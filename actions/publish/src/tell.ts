/** What was handed on, as it is told in every place: made here, of what this job could read, and masked once more. */
import type { AskedPlace } from '#toolkit/github/section-body.ts'
import { type Ending, endingOf, targetOf } from '#toolkit/model/ending.ts'
import { Failure, failuresIn } from '#toolkit/model/failure.ts'
import { blockingFailures } from '#toolkit/model/finding.ts'
import { type Masked, rendered } from '#toolkit/redact/masked.ts'
import type { PlanSection } from '#toolkit/report/comment.ts'
import { endingSection, judgementOn, type Links } from '#toolkit/report/ending.ts'
import { stepTitle } from '#toolkit/report/wording.ts'
import { refuseShownSecrets } from '#toolkit/review/holds-secret.ts'
import { maskedEnding } from '#toolkit/runtime/masked-ending.ts'
import type { World } from '#toolkit/world/world.ts'
import type { Collected } from './collect.ts'

export interface Told {
  readonly from: Collected
  readonly ending: Ending
  readonly masked: Masked<Ending>
  readonly section: PlanSection
  readonly asked: AskedPlace
  /** Its target, with what people call it: a name alone could be that of another. */
  readonly of: Masked<string>
}

function about({ step }: Collected) {
  return { step, command: 'plan', applies: false, outcome: undefined }
}

function endingFor(from: Collected, kept: readonly Failure[]): Ending {
  const { plan, target, cancelled } = from
  const failures = plan === undefined ? from.failures : [...blockingFailures(plan.findings), ...kept]
  return endingOf({
    ...about(from),
    failures,
    cancelled,
    plan,
    ...(target === undefined ? {} : { target }),
  })
}

/**
 * @param kept what keeps a plan from being reviewed; it is told as one that failed
 */
export function tellHandedOn(
  from: Collected,
  kept: readonly Failure[],
  links: Links,
  { redactor }: Pick<World, 'redactor'>,
): Told {
  const ending = endingFor(from, kept)
  const masked = maskedEnding(ending, { redactor })
  const words = redactor.mask(from.asked.words)
  const target = targetOf(masked)
  const named = from.plan?.name === undefined ? '' : ` (${redactor.mask(from.plan.name)})`
  return {
    from,
    ending,
    masked,
    section: endingSection(masked, links),
    asked: { words, hash: from.asked.hash },
    of: rendered([masked, words], target === undefined ? words : `${target}${named}`),
  }
}

/** The same, of a plan that would not be compared as it is shown here; a secret of this job could be in it. */
export function tellSafely(from: Collected, links: Links, world: Pick<World, 'redactor'>): Told {
  try {
    if (from.plan !== undefined) refuseShownSecrets(from.plan, from.sensitive?.hashes ?? new Map(), world)
    return tellHandedOn(from, [], links, world)
  } catch (error) {
    const failures = failuresIn(error)
    if (failures.length === 0) throw error
    return tellHandedOn(from, failures, links, world)
  }
}

/** Why the preview is not green, of one of its parts; undefined where it is. */
export function previewFailure({ ending, masked, of }: Told): Failure | undefined {
  const failed = ending.end === 'plan failed' || ending.end === 'cancelled' || ending.failures.length > 0
  if (!failed) return undefined
  const { verdict, why } = judgementOn(masked)
  return new Failure({
    code: 'PREVIEW_FAILED',
    what: `${stepTitle[ending.step]} of ${of}: ${verdict}.`,
    why: `${why.replace(/\.?$/, '')}.`,
    fix: 'The comment, and the log of the job that planned it, say more.',
  })
}
