/** Where a plan and what came of it are shown: log, annotations, step summary, comment and check run. */

import type { CommonInputs } from '../action/inputs.ts'
import type { Command } from '../action/step.ts'
import { connectGitHub } from '../github/connect.ts'
import type { Artifact } from '../github/sections.ts'
import { Failure, failuresIn } from '../model/failure.ts'
import { isBlocking } from '../model/finding.ts'
import type { Outcome } from '../model/outcome.ts'
import type { Plan } from '../model/plan.ts'
import type { StepName } from '../model/step.ts'
import { type Masked, rendered } from '../redact/masked.ts'
import { annotationsOf } from '../report/annotations.ts'
import type { Revision } from '../report/blocks.ts'
import { type PlanSection, planSection, wholePlan } from '../report/comment.ts'
import { outcomeText, planText } from '../report/log.ts'
import { failureSummary, outcomeSummary, planSummary } from '../report/summary.ts'
import { shortDigest } from '../report/wording.ts'
import type { World } from '../world/world.ts'
import type { Host } from './host.ts'
import { disarmed, lineWithoutCommands } from './workflow-commands.ts'

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
  plan: Masked<Plan>,
  { world, host }: Pick<Publication, 'world' | 'host'>,
  revision: Revision,
): Promise<Artifact | undefined> {
  const whole = host.artifacts === undefined ? undefined : wholePlan(section, plan, revision)
  if (host.artifacts === undefined || whole === undefined) return undefined
  const { attempt, url } = world.run
  const name = `${plan.step}-plan-${shortDigest(plan.digest)}-${attempt}`
  try {
    const { uploadArtifact } = await import('../github/artifact.ts')
    const files = {
      'plan.md': whole,
      'plan.json': rendered(plan, `${JSON.stringify(plan, undefined, 2)}\n`),
    }
    const id = await uploadArtifact(host.artifacts, { name, files, env: world.env, signal: world.signal })
    return { name, url: `${url}/artifacts/${id}` }
  } catch (error) {
    world.log.debug(`the artifact ${name}: ${error instanceof Error ? error.message : String(error)}`)
    return undefined
  }
}

/**
 * A review is compared word by word, so nothing in it can be masked; values count in it by their hashes alone. What it
 * names by a secret is not published.
 * @throws Failure REVIEW_HOLDS_SECRET
 */
function refuseSecrets(plan: Plan, { redactor }: World): void {
  const { target, name = '', where, with: means, from, changes } = plan
  const told = {
    'its target': [target, name],
    'its place': where,
    'its inputs': means,
    'the name of a file': Object.keys(from),
    'the address of a change': changes.map(({ address }) => address),
  }
  for (const [part, value] of Object.entries(told)) {
    const plain = JSON.stringify(value)
    if (redactor.maskJson(plain) === plain) continue
    throw new Failure({
      code: 'REVIEW_HOLDS_SECRET',
      what: `This plan cannot be published: ${part} holds a secret.`,
      why: 'What is reviewed is compared word by word when it is applied, so nothing of it can be masked.',
      fix: 'Name the thing by something that is no secret.',
    })
  }
}

/**
 * Shows a plan: on a pull request also in its comment, and as the review that `apply` compares with; a dry run of what
 * an environment's reviewers approve as the review of this run.
 */
export async function publishPlan(publication: Publication & { readonly command: Command }): Promise<void> {
  const { command, inputs, world, host } = publication
  const plan = world.redactor.masked(publication.plan)
  world.log.info(planText(plan))
  const { pullRequest, repositoryUrl } = world.run
  const revision = { repositoryUrl, commit: pullRequest?.headSha ?? world.run.sha }
  host.appendSummary(() => planSummary(plan, revision))
  const annotations = host.annotatesApart ? annotationsOf(plan) : []
  for (const { level, message, source, title } of annotations)
    host.annotate(level, disarmed(message), source, lineWithoutCommands(title))
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
  const conclusion = plan.findings.some(isBlocking) ? 'failure' : 'success'
  const { title, summary, details } = section
  refuseSecrets(publication.plan, world)
  await unlessRefused('The check run with the review', world, () =>
    recordReview(github, publication.plan, { title, summary, conclusion }, world),
  )
  if (pullRequest === undefined || inputs.comment === 'off') return
  const { publishSection } = await import('../github/sticky-comment.ts')
  const artifact = await keepWhole(section, plan, publication, revision)
  await unlessRefused('The comment', world, () =>
    publishSection(github, {
      pullRequest: pullRequest.number,
      section: {
        key: { step: plan.step, target: rendered(plan, plan.target) },
        summary,
        details,
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
  const { world, host } = publication
  const plan = world.redactor.masked(publication.plan)
  const outcome = world.redactor.masked(publication.outcome)
  world.log.info(outcomeText(plan, outcome))
  host.appendSummary(() => outcomeSummary(plan, outcome))
}

export function publishFailures(
  step: StepName,
  failures: readonly Failure[],
  world: World,
  host: Host,
): void {
  if (failures.length > 0) host.appendSummary(() => failureSummary(step, world.redactor.masked(failures)))
}
