/** The comment of a pull request with everything that was handed on, and with what could not be shown of it. */
import { randomBytes } from 'node:crypto'
import type { ArtifactService } from '#toolkit/github/artifact-service.ts'
import { sectionBodyOf } from '#toolkit/github/section-body.ts'
import type { Artifact, SectionBody } from '#toolkit/github/sections.ts'
import type { Failure } from '#toolkit/model/failure.ts'
import { type Masked, rendered } from '#toolkit/redact/masked.ts'
import { wholePlan } from '#toolkit/report/comment.ts'
import type { Links } from '#toolkit/report/ending.ts'
import { failuresTable, firstOf } from '#toolkit/report/failures.ts'
import { makeVerdict, type SectionVerdict } from '#toolkit/report/verdict.ts'
import { plural, shortDigest } from '#toolkit/report/wording.ts'
import type { PublishWorld } from './reviews.ts'
import type { Told } from './tell.ts'

/** Bytes of the failures in the comment. */
const SPACE = 4_500

/** All of a plan as Markdown, where its section has no room for it. */
export function wholeOf({ masked, section }: Told, links: Links): Masked<string> | undefined {
  const { plan, end } = masked
  if (plan === undefined || (end !== 'planned' && end !== 'nothing to do')) return undefined
  return wholePlan(section, plan as Masked<typeof plan>, links.revision) // part of what is masked
}

/**
 * Keeps all of a plan with the run when its section cannot say everything: what the job that planned it has kept is that
 * job's word. It is a courtesy: the log of this job has it too.
 */
async function keepWhole(
  told: Told,
  links: Links,
  artifacts: ArtifactService,
  { env, signal, log, run }: PublishWorld,
): Promise<Artifact | undefined> {
  const whole = wholeOf(told, links)
  const { plan, step } = told.masked
  if (whole === undefined || plan === undefined) return undefined
  // A name that nobody could take before.
  const name = `${step}-plan-${shortDigest(plan.digest)}-${randomBytes(4).toString('hex')}`
  try {
    const { uploadArtifact } = await import('#toolkit/github/artifact.ts')
    const id = await uploadArtifact(artifacts, { name, files: { 'plan.md': whole }, env, signal })
    return { name, url: `${run.url}/artifacts/${id}` }
  } catch (error) {
    log.debug(`the artifact ${name}: ${error instanceof Error ? error.message : String(error)}`)
    return undefined
  }
}

/** The publisher's own section. */
export function sectionOfBad(
  bad: Masked<readonly Failure[]>,
  commit: string,
  { errorsPage, runUrl }: Links,
): SectionBody {
  const heading = `### Publish: ${plural(bad.length, 'problem')} with what was handed on`
  const consequence =
    'What is named here is not shown, has no review, and cannot be applied. Everything else is as it stands in the other sections.'
  const verdict = makeVerdict({
    verdict: 'failed',
    step: 'publish',
    of: '',
    why: firstOf(bad),
    worst: [],
    commit,
    run: runUrl,
    asked: '0'.repeat(12),
    known: false,
  })
  const table = failuresTable(bad, errorsPage, undefined, SPACE)
  return {
    key: { step: 'publish', target: undefined },
    verdict: verdict as Masked<SectionVerdict>, // its texts are made of masked ones
    summary: rendered(bad, [heading, consequence, table].join('\n\n')),
    details: rendered(bad, ''),
    runUrl,
  }
}

/** What is known by its target comes last: it takes the place of what the same inputs have led to without one. */
export async function bodiesOf(
  all: readonly Told[],
  commit: string,
  links: Links,
  artifacts: ArtifactService | undefined,
  world: PublishWorld,
): Promise<readonly SectionBody[]> {
  const bodies: SectionBody[] = []
  for (const told of all.toSorted(
    (a, b) => Number(a.from.target !== undefined) - Number(b.from.target !== undefined),
  )) {
    const artifact = artifacts === undefined ? undefined : await keepWhole(told, links, artifacts, world)
    const { masked: ending, section, of, asked } = told
    bodies.push(sectionBodyOf({ ending, section, of, asked, commit, runUrl: links.runUrl, artifact }))
  }
  return bodies
}
