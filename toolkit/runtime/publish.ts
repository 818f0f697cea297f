/** Tells how a run ends, in every place: log, step summary, annotations, outputs, check run and comment. */
import type * as z from 'zod'
import { askedOf } from '../action/asked.ts'
import type { Given, Look, Step } from '../action/step.ts'
import type { GitHub } from '../github/client.ts'
import { connectGitHub } from '../github/connect.ts'
import { type AskedPlace, sectionBodyOf } from '../github/section-body.ts'
import type { Artifact } from '../github/sections.ts'
import { type Ending, targetOf } from '../model/ending.ts'
import { failuresIn } from '../model/failure.ts'
import type { Outcome } from '../model/outcome.ts'
import { effectiveChanges, type Plan } from '../model/plan.ts'
import { type Masked, rendered } from '../redact/masked.ts'
import { annotated, annotationsOf } from '../report/annotations.ts'
import { type PlanSection, wholePlan } from '../report/comment.ts'
import { conclusionOn, endingSection, endingSummary, endingText, type Links } from '../report/ending.ts'
import { errorsPageOf } from '../report/failures.ts'
import { planText } from '../report/log.ts'
import { planSummary } from '../report/summary.ts'
import { shortDigest } from '../report/wording.ts'
import type { World } from '../world/world.ts'
import { isHandedOn } from './hand-on-problems.ts'
import type { Host } from './host.ts'
import { maskedEnding } from './masked-ending.ts'
import { putOutEnding, putOutLook, putOutPlan } from './outputs.ts'
import type { Permit } from './review.ts'
import { disarmed, lineWithoutCommands } from './workflow-commands.ts'

/** What telling needs of the edge; without a world only what needs no GitHub is told. */
type Edge = Pick<World, 'clock' | 'log' | 'redactor'>

/** Milliseconds in which GitHub is told of an end; after a cancel the runner kills what still runs. */
const TELLING_MS = { cancelled: 3_000, otherwise: 60_000 } as const

interface Commented {
  readonly number: number
  readonly headSha: string
}

export class RunPublisher<S extends z.ZodObject, P extends Plan, O extends Outcome> {
  readonly #step: Step<S, P, O>
  readonly #given: Given<S>
  readonly #host: Host
  readonly #edge: Edge

  constructor(step: Step<S, P, O>, given: Given<S>, host: Host, edge: Edge) {
    this.#step = step
    this.#given = given
    this.#host = host
    this.#edge = edge
  }

  /** The outputs of a plan; what it is about is no secret from now on. */
  planned(plan: Plan): void {
    putOutPlan(plan, this.#host, this.#edge)
  }

  /** A plan, before anything is done with it: log, step summary, annotations. */
  show(given: Plan): void {
    const { redactor, log } = this.#edge
    const { command } = this.#given
    // What it was made from, and with, stands in no text.
    const plan = redactor.masked({ ...given, from: {}, sources: {}, with: {} })
    const annotates = this.#host.annotatesApart
    const told = annotates ? annotated(plan) : new Set<never>()
    log.info(this.#worded(planText(plan, { colour: this.#host.colour, told })))
    for (const { level, message, source, title } of annotates ? annotationsOf(plan) : [])
      this.#host.annotate(level, disarmed(message), source, lineWithoutCommands(title))
    // That there is nothing to do is told by the end of the run.
    const idle = effectiveChanges(given).length === 0 && given.findings.length === 0
    if (!(command.applies && idle))
      this.#host.appendSummary(() => planSummary(plan, this.#reference().revision))
  }

  /** What a command that only looks has seen: log, step summary, outputs; nobody reviews it. */
  looked(look: Look): void {
    const { redactor, log } = this.#edge
    const { colour, width } = this.#host
    const value = redactor.masked(look.value)
    log.info(this.#worded(look.text(value, { colour, width })))
    this.#host.appendSummary(() => rendered(value, look.markdown(value)))
    const asked = { step: this.#step.name, command: this.#given.command.name }
    putOutLook(look, value, asked, this.#host, this.#edge)
  }

  /** An end, where nothing has to be asked for it: failures, log, step summary, outputs. */
  tell(ending: Ending, plan: P | undefined, outcome: (Outcome & Partial<O>) | undefined): void {
    const { log } = this.#edge
    const masked = maskedEnding(ending, this.#edge)
    const text = endingText(masked, { colour: this.#host.colour })
    if (text !== undefined) log.info(this.#worded(text))
    for (const failure of ending.failures) log.failure(failure)
    this.#host.appendSummary(() => endingSummary(masked, this.#reference()))
    putOutEnding(this.#step, ending, plan, outcome, this.#host, this.#edge)
  }

  /**
   * A plan on its pull request: as the review that `apply` compares with, and in the comment; a dry run of what an
   * environment's reviewers approve as the review of this run.
   * @throws Failure of `GitHub.call`, REVIEW_HOLDS_SECRET; a token that may not write is told, and no failure
   */
  async record(ending: Ending, plan: Plan, world: World): Promise<void> {
    if (this.#handsOn) return this.#handOn(ending, world)
    const pullRequest = this.#previewed()
    if (pullRequest === undefined && !this.#awaitsApproval()) return
    const token = this.#given.valid['github-token']
    if (token === undefined) {
      world.log.warning(
        'There is no github-token: this plan is not shown to reviewers, and cannot be applied.',
      )
      return
    }
    const github = await connectGitHub(token, world)
    const [{ recordReview }, { refuseSecrets }] = await Promise.all([
      import('./review.ts'),
      import('../review/holds-secret.ts'),
    ])
    const masked = maskedEnding(ending, world)
    const section = endingSection(masked, this.#reference())
    const { title, summary } = section
    refuseSecrets(plan, world)
    const conclusion = conclusionOn(ending)
    await this.#unlessRefused('warning', 'The check run with the review', async () => {
      await recordReview(github, plan, { title, summary, conclusion }, world)
      if (pullRequest === undefined) return
      const { settleUnplanned } = await import('../review/no-review.ts')
      const { words } = this.#asked()
      await settleUnplanned(github, { step: plan.step, words, headSha: pullRequest.headSha }, world.redactor)
    })
    if (pullRequest === undefined || this.#given.valid.comment === 'off') return
    await this.#unlessRefused('warning', 'The comment', async () => {
      const artifact = await this.#keepWhole(section, world.redactor.masked(plan), world)
      await this.#comment(github, { masked, section, pullRequest, artifact, world })
    })
  }

  /**
   * Any other end: on the pull request that it is of, or whose merge this run releases. That it cannot be published is
   * told, and fails nothing.
   */
  async report(ending: Ending, permit: Permit | undefined, given: World): Promise<void> {
    const token = this.#given.valid['github-token']
    if (!this.reports || (token === undefined && !this.#handsOn)) return
    // The run's own signal may be what ended it.
    const signal = AbortSignal.timeout(TELLING_MS[ending.end === 'cancelled' ? 'cancelled' : 'otherwise'])
    const world = { ...given, signal }
    if (this.#handsOn)
      return this.#unlessRefused('notice', 'The end of this plan', () => this.#handOn(ending, world))
    if (token === undefined) return
    return this.#unlessRefused('notice', 'The end of this run', async () => {
      const github = await connectGitHub(token, world)
      await this.#reportTo(github, ending, permit, world)
    })
  }

  async #reportTo(github: GitHub, ending: Ending, permit: Permit | undefined, world: World): Promise<void> {
    const { command, valid } = this.#given
    const previewed = this.#previewed()
    const cancelled = ending.end === 'cancelled'
    const masked = maskedEnding(ending, world)
    const commented = async () => {
      if (previewed !== undefined || !command.reviewed || permit?.pullRequest !== undefined)
        return previewed ?? permit?.pullRequest
      const { mergedPullRequest } = await import('../github/pull-request.ts')
      return mergedPullRequest(github, world.run)
    }
    const check = this.#unlessRefused('notice', 'The check run', () => this.#check(github, masked, previewed))
    const comment = this.#unlessRefused('notice', 'The comment', async () => {
      if ((valid.comment ?? 'auto') === 'off') return
      const pullRequest = await commented()
      if (pullRequest === undefined) return
      const section = endingSection(masked, this.#reference(pullRequest.headSha))
      await this.#comment(github, { masked, section, pullRequest, world, once: cancelled })
    })
    await Promise.all([check, comment])
  }

  /** In the words of whoever reads the log. */
  #worded(text: string): string {
    return this.#host.wording?.(text) ?? text
  }

  /** Whether an end that is no plan is told to GitHub, or to the job that publishes. */
  get reports(): boolean {
    const { command, valid } = this.#given
    if (this.#handsOn) return true
    const released = command.applies && (valid.reviewed ?? 'required') !== 'off'
    return valid['github-token'] !== undefined && (this.#previewed() !== undefined || released)
  }

  #reference(commit?: string): Links {
    const { run } = this.#host
    const { pullRequest, repositoryUrl, sha, url } = run
    return {
      revision: { repositoryUrl, commit: commit ?? pullRequest?.headSha ?? sha },
      runUrl: url,
      errorsPage: errorsPageOf(run),
    }
  }

  /** The pull request that shows what this run plans. A dry run of what acts is not what a merge would do. */
  #previewed(): Commented | undefined {
    const { acts, looks } = this.#given.command
    return acts || looks ? undefined : this.#host.run.pullRequest
  }

  /** Whether this run shows what the reviewers of an environment are to approve. Nobody approves anything in a merge queue. */
  #awaitsApproval(): boolean {
    const { command, valid } = this.#given
    const { run } = this.#host
    const dry = command.acts && !command.applies && !command.reviewed
    return dry && valid.reviewed !== 'off' && run.pullRequest === undefined && run.event !== 'merge_group'
  }

  /** Whether another job of this run publishes. */
  get #handsOn(): boolean {
    return isHandedOn(this.#given, this.#host)
  }

  async #handOn(ending: Ending, world: World): Promise<void> {
    const { artifacts } = this.#host
    // That there are none is told as what keeps the run from going on.
    if (artifacts === undefined) return
    const { handOn } = await import('./hand-on.ts')
    await handOn(ending, { masked: maskedEnding(ending, world), asked: this.#asked(), artifacts }, world)
  }

  /** What the caller names the place by. */
  #asked(): AskedPlace {
    const { words, hash } = askedOf(this.#step, this.#host.inputs)
    return { words: this.#edge.redactor.mask(words), hash }
  }

  async #check(github: GitHub, ending: Masked<Ending>, previewed: Commented | undefined): Promise<void> {
    const [{ checkNameOf }, { endName, tellEnd }] = await Promise.all([
      import('../review/keep.ts'),
      import('../review/no-review.ts'),
    ])
    const { title, summary } = endingSection(ending, this.#reference())
    const { words } = this.#asked()
    const { id: run, sha } = this.#host.run
    const name =
      previewed === undefined
        ? checkNameOf(this.#step.name, `${this.#given.command.name} of ${targetOf(ending) ?? words}`)
        : endName(ending, words)
    const shown = { title, summary, conclusion: conclusionOn(ending) }
    await tellEnd(github, { name, headSha: previewed?.headSha ?? sha, run }, shown)
  }

  async #comment(
    github: GitHub,
    told: {
      readonly masked: Masked<Ending>
      readonly section: PlanSection
      readonly pullRequest: Commented
      readonly world: Pick<World, 'signal' | 'random' | 'run' | 'redactor'>
      readonly artifact?: Artifact | undefined
      readonly once?: boolean
    },
  ): Promise<void> {
    const { publishSections } = await import('../github/sticky-comment.ts')
    const { masked: ending, section, pullRequest, world, artifact, once = false } = told
    const { number, headSha: commit } = pullRequest
    const shown = { ending, section, asked: this.#asked(), commit, runUrl: world.run.url, artifact }
    await publishSections(github, {
      pullRequest: number,
      sections: [sectionBodyOf(shown)],
      log: this.#edge.log,
      signal: world.signal,
      random: world.random,
      clock: this.#edge.clock,
      once,
    })
  }

  /**
   * Keeps all of a plan with the run when its section cannot say everything. It is a courtesy: the step summary has it
   * too.
   * @returns the artifact; undefined when there is nothing more to say, or nowhere to keep it
   */
  async #keepWhole(section: PlanSection, plan: Masked<Plan>, world: World): Promise<Artifact | undefined> {
    const { artifacts } = this.#host
    const whole = artifacts && wholePlan(section, plan, this.#reference().revision)
    if (artifacts === undefined || whole === undefined) return undefined
    const { attempt, url } = world.run
    const name = `${plan.step}-plan-${shortDigest(plan.digest)}-${attempt}`
    try {
      const { uploadArtifact } = await import('../github/artifact.ts')
      const files = {
        'plan.md': whole,
        'plan.json': rendered(plan, `${JSON.stringify(plan, undefined, 2)}\n`),
      }
      const id = await uploadArtifact(artifacts, { name, files, env: world.env, signal: world.signal })
      return { name, url: `${url}/artifacts/${id}` }
    } catch (error) {
      world.log.debug(`the artifact ${name}: ${error instanceof Error ? error.message : String(error)}`)
      return undefined
    }
  }

  /**
   * The token of a fork's pull request, or of Dependabot's, can only read, and that of an apply may: then what was found,
   * or done, decides, and not this.
   * @param level `notice` for what is told of an end, which nothing may fail of
   */
  async #unlessRefused(
    level: 'warning' | 'notice',
    what: string,
    publish: () => Promise<void>,
  ): Promise<void> {
    const { log } = this.#edge
    try {
      await publish()
    } catch (error) {
      const failures = failuresIn(error)
      const refused = failures.length > 0 && failures.every(({ code }) => code === 'GITHUB_PERMISSION')
      if (level === 'warning' && !refused) throw error
      const messages = failures.length > 0 ? failures.map(({ message }) => message) : [String(error)]
      for (const message of messages) log[level](`${what} could not be published. ${message}`)
    }
  }
}
