/** Where a plan and what came of it are shown: log, annotations, step summary, comment and check run. */

import type { CommonInputs } from '../action/inputs.ts'
import { connectGitHub } from '../github/connect.ts'
import type { Artifact } from '../github/sections.ts'
import { Failure } from '../model/failure.ts'
import { isBlocking } from '../model/finding.ts'
import type { Outcome } from '../model/outcome.ts'
import type { Plan } from '../model/plan.ts'
import { compareWithReview, reviewOf } from '../model/review.ts'
import type { StepName } from '../model/step.ts'
import { annotationsOf } from '../report/annotations.ts'
import type { Revision } from '../report/blocks.ts'
import { type PlanSection, planSection, wholePlan } from '../report/comment.ts'
import { outcomeText, planText } from '../report/log.ts'
import { failureSummary, outcomeSummary, planSummary, refusalSummary } from '../report/summary.ts'
import { shortDigest } from '../report/wording.ts'
import type { World } from '../world/world.ts'
import type { Host } from './host.ts'
import { reviewToken } from './review-token.ts'

interface Publication {
  readonly plan: Plan
  readonly inputs: CommonInputs
  readonly world: World
  readonly host: Host
}

/**
 * Keeps all of a plan with the run when its section cannot say everything. It is a courtesy: the step summary has it too.
 * @returns the artifact; undefined when there is nothing more to say, or nowhere to keep it
 */
async function keepWhole(
  section: PlanSection,
  { plan, world, host }: Publication,
  revision: Revision,
): Promise<Artifact | undefined> {
  const whole = host.artifacts === undefined ? undefined : wholePlan(section, plan, revision)
  if (host.artifacts === undefined || whole === undefined) return undefined
  const { attempt, url } = world.run
  const name = `${plan.step}-plan-${shortDigest(plan.digest)}-${attempt}`
  try {
    const { uploadArtifact } = await import('../github/artifact.ts')
    const files = {
      'plan.md': world.redactor.mask(whole),
      'plan.json': world.redactor.mask(`${JSON.stringify(plan, undefined, 2)}\n`),
    }
    const id = await uploadArtifact(host.artifacts, { name, files, signal: world.signal })
    return { name, url: `${url}/artifacts/${id}` }
  } catch (error) {
    world.log.debug(`the artifact ${name}: ${error instanceof Error ? error.message : String(error)}`)
    return undefined
  }
}

/** Shows a plan; on a pull request also in its comment, and as the check run that `apply` compares with. */
export async function publishPlan(
  publication: Publication & { readonly command: { readonly acts: boolean } },
): Promise<void> {
  const { plan, command, inputs, world, host } = publication
  world.log.info(planText(plan))
  const { pullRequest, repositoryUrl } = world.run
  const revision = { repositoryUrl, commit: pullRequest?.headSha ?? world.run.sha }
  host.appendSummary(() => world.redactor.mask(planSummary(plan, revision)))
  const annotations = host.annotatesApart ? annotationsOf(plan.findings) : []
  for (const { level, message, source, title } of annotations)
    host.annotate(level, world.redactor.mask(message), source, title)
  // A dry run of what acts is not what a merge would do: it is no review.
  if (command.acts || pullRequest === undefined || inputs.comment === 'off') return
  const token = inputs['github-token']
  if (token === undefined) {
    world.log.warning(
      'There is no github-token: this plan is not shown on the pull request, and cannot be reviewed.',
    )
    return
  }
  const github = await connectGitHub(token, world)
  const { publishReview } = await import('../github/check-run.ts')
  const { publishSection } = await import('../github/sticky-comment.ts')
  const section = planSection(plan, revision)
  const summary = world.redactor.mask(section.summary)
  await publishReview(github, {
    headSha: pullRequest.headSha,
    review: reviewOf(plan),
    title: section.title,
    summary,
    conclusion: plan.findings.some(isBlocking) ? 'failure' : 'success',
  })
  await publishSection(github, {
    pullRequest: pullRequest.number,
    section: {
      key: { step: plan.step, target: plan.target },
      summary,
      details: world.redactor.mask(section.details),
      runUrl: world.run.url,
      artifact: await keepWhole(section, publication, revision),
    },
    signal: world.signal,
    random: world.random,
  })
}

/**
 * Makes sure that what is about to be applied is what the merged pull request showed.
 * @throws Failure NOT_REVIEWED or REVIEW_DIFFERS, unless `reviewed` is `warn` or `off`.
 */
export async function requireReview(publication: Publication): Promise<void> {
  const { plan, inputs, world, host } = publication
  if (inputs.reviewed === 'off') return
  const refuse = (failure: Failure) => {
    if (inputs.reviewed === 'required') throw failure
    world.log.warning(failure.message)
  }
  const token = inputs['github-token']
  if (token === undefined) throw reviewToken()
  const github = await connectGitHub(token, world)
  const { findReview } = await import('../github/check-run.ts')
  const { mergedPullRequest } = await import('../github/pull-request.ts')
  const pullRequest = await mergedPullRequest(github, world.run)
  if (pullRequest === undefined) {
    return refuse(
      new Failure({
        code: 'NOT_REVIEWED',
        what: `No merged pull request brought commit ${world.run.sha.slice(0, 12)} to its branch.`,
        why: 'What is applied must have been shown on a pull request.',
        fix: 'Release by merging a pull request, or set `reviewed: warn` for this run.',
      }),
    )
  }
  const review = await findReview(github, {
    headSha: pullRequest.headSha,
    step: plan.step,
    target: plan.target,
    mergedAt: pullRequest.mergedAt,
  })
  if (review === undefined) {
    return refuse(
      new Failure({
        code: 'NOT_REVIEWED',
        what: `Pull request #${pullRequest.number} showed no plan of ${plan.step} for ${plan.target}.`,
        why: `Its head commit ${pullRequest.headSha.slice(0, 12)} had no such check run of GitHub Actions when it was merged.`,
        fix: 'Run the preview on the pull request before it is merged, with `checks: write`.',
      }),
    )
  }
  const comparison = compareWithReview(plan, review)
  if (comparison.verdict === 'equal') {
    return world.log.info(
      `This is what pull request #${pullRequest.number} showed (${plan.digest.slice(7, 19)}).`,
    )
  }
  if (comparison.verdict === 'remainder') {
    return world.log.notice(
      `Some of what pull request #${pullRequest.number} showed is already done; the rest of it is applied now.`,
    )
  }
  const summary = refusalSummary(comparison, pullRequest.number)
  host.appendSummary(() => world.redactor.mask(summary))
  for (const { address, what, reviewed, planned } of comparison.differences) {
    const shown = planned === undefined ? reviewed : planned.action
    world.log.info(`  ${what}: ${shown} ${address}${planned?.note === undefined ? '' : ` (${planned.note})`}`)
  }
  refuse(
    new Failure({
      code: 'REVIEW_DIFFERS',
      what: `What would be applied is not what pull request #${pullRequest.number} showed: ${comparison.differences.map(({ address, what }) => `${address} (${what})`).join(', ')}.`,
      why: 'Something changed after the preview: the files, their inputs, or the target itself.',
      fix: 'Open a pull request, look at its preview, and merge that. Nothing was applied.',
    }),
  )
}

export function publishOutcome(
  publication: Omit<Publication, 'inputs'> & { readonly outcome: Outcome },
): void {
  const { plan, outcome, world, host } = publication
  world.log.info(outcomeText(plan, outcome))
  host.appendSummary(() => world.redactor.mask(outcomeSummary(plan, outcome)))
}

export function publishFailures(
  step: StepName,
  failures: readonly Failure[],
  world: World,
  host: Host,
): void {
  if (failures.length > 0) host.appendSummary(() => world.redactor.mask(failureSummary(step, failures)))
}
