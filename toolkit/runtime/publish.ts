/** Where a plan and what came of it are shown: log, annotations, step summary, comment and check run. */

import type { CommonInputs } from '../action/inputs.ts'
import type { Command } from '../action/step.ts'
import { connectGitHub } from '../github/connect.ts'
import type { Artifact } from '../github/sections.ts'
import { type Failure, failuresIn } from '../model/failure.ts'
import { isBlocking } from '../model/finding.ts'
import type { Outcome } from '../model/outcome.ts'
import type { Plan } from '../model/plan.ts'
import type { StepName } from '../model/step.ts'
import { annotationsOf } from '../report/annotations.ts'
import type { Revision } from '../report/blocks.ts'
import { type PlanSection, planSection, wholePlan } from '../report/comment.ts'
import { outcomeText, planText } from '../report/log.ts'
import { failureSummary, outcomeSummary, planSummary } from '../report/summary.ts'
import { shortDigest } from '../report/wording.ts'
import type { World } from '../world/world.ts'
import type { Host } from './host.ts'
import { lineWithoutCommands, withoutCommands } from './workflow-commands.ts'

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
    const id = await uploadArtifact(host.artifacts, { name, files, env: world.env, signal: world.signal })
    return { name, url: `${url}/artifacts/${id}` }
  } catch (error) {
    world.log.debug(`the artifact ${name}: ${error instanceof Error ? error.message : String(error)}`)
    return undefined
  }
}

/**
 * Shows a plan: on a pull request also in its comment, and as the review that `apply` compares with; a dry run of what
 * an environment's reviewers approve as the review of this run.
 */
export async function publishPlan(publication: Publication & { readonly command: Command }): Promise<void> {
  const { plan, command, inputs, world, host } = publication
  world.log.info(planText(plan))
  const { pullRequest, repositoryUrl } = world.run
  const revision = { repositoryUrl, commit: pullRequest?.headSha ?? world.run.sha }
  host.appendSummary(() => world.redactor.mask(planSummary(plan, revision)))
  const annotations = host.annotatesApart ? annotationsOf(plan.findings) : []
  for (const { level, message, source, title } of annotations)
    host.annotate(level, withoutCommands(world.redactor.mask(message)), source, lineWithoutCommands(title))
  // A dry run of what acts is not what a merge would do: it is no review.
  const previewed = !command.acts && pullRequest !== undefined
  if (!previewed && !awaitsApproval(command, inputs, world)) return
  const token = inputs['github-token']
  if (token === undefined) {
    world.log.warning('There is no github-token: this plan is not shown to reviewers, and cannot be applied.')
    return
  }
  const github = await connectGitHub(token, world)
  const { recordReview } = await import('./review.ts')
  const section = planSection(plan, revision)
  const summary = world.redactor.mask(section.summary)
  const conclusion = plan.findings.some(isBlocking) ? 'failure' : 'success'
  await unlessRefused('The check run with the review', world, () =>
    recordReview(github, plan, { title: section.title, summary, conclusion }, world),
  )
  if (pullRequest === undefined || inputs.comment === 'off') return
  const { publishSection } = await import('../github/sticky-comment.ts')
  const artifact = await keepWhole(section, publication, revision)
  await unlessRefused('The comment', world, () =>
    publishSection(github, {
      pullRequest: pullRequest.number,
      section: {
        key: { step: plan.step, target: plan.target },
        summary,
        details: world.redactor.mask(section.details),
        runUrl: world.run.url,
        artifact,
      },
      signal: world.signal,
      random: world.random,
    }),
  )
}

/** Whether this run shows what the reviewers of an environment are to approve. Nobody approves anything in a merge queue. */
function awaitsApproval(command: Command, { reviewed }: CommonInputs, { run }: Pick<World, 'run'>): boolean {
  const dry = command.acts && !command.applies && !command.reviewed
  return dry && reviewed !== 'off' && run.pullRequest === undefined && run.event !== 'merge_group'
}

/** The token of a fork's pull request, or of Dependabot's, can only read: then what was found decides, and not this. */
async function unlessRefused(
  what: string,
  { log }: Pick<World, 'log'>,
  publish: () => Promise<void>,
): Promise<void> {
  try {
    await publish()
  } catch (error) {
    const failures = failuresIn(error)
    if (failures.length === 0 || failures.some(({ code }) => code !== 'GITHUB_PERMISSION')) throw error
    for (const { message } of failures) log.warning(`${what} could not be published. ${message}`)
  }
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
