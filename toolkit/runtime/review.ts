/** Records what a run shows, and holds what a run is about to apply against what was shown. */
import { randomBytes } from 'node:crypto'
import type { CommonInputs } from '../action/inputs.ts'
import type { Command, Forwards, Run } from '../action/step.ts'
import type { GitHub } from '../github/client.ts'
import { connectGitHub } from '../github/connect.ts'
import type { MergedPullRequest } from '../github/pull-request.ts'
import type { ReviewDifference } from '../model/ending.ts'
import { Failure, failuresIn, throwIfAny } from '../model/failure.ts'
import type { Plan, Remembered } from '../model/plan.ts'
import { compareWithReview, type Review, reviewOf, type Showing } from '../model/review.ts'
import type { StepName } from '../model/step.ts'
import { shortDigest } from '../report/wording.ts'
import type { FoundReview } from '../review/find.ts'
import type { Presentation } from '../review/keep.ts'
import { parseSigner } from '../review/signer.ts'
import type { World } from '../world/world.ts'
import { reviewToken } from './review-token.ts'

/** What an apply may do without having been shown: nothing, anything that is told, anything. */
type Reviewed = CommonInputs['reviewed']

type RecordingWorld = Pick<World, 'run' | 'idToken' | 'mayRequestIdToken' | 'log'>

/** What a run shows, and by whom. @param salt in hexadecimal */
export function showingBy({ run }: Pick<World, 'run'>, salt: string): Showing {
  const { pullRequest, repositoryId, id, sha } = run
  return {
    repositoryId,
    ...(pullRequest === undefined ? {} : { pullRequest: pullRequest.number }),
    commit: pullRequest?.headSha ?? sha,
    run: id,
    salt,
  }
}

/**
 * Keeps what a run shows as a review of its commit, signed by GitHub where the job may ask for it.
 */
export async function recordReview(
  github: GitHub,
  plan: Plan,
  shown: Presentation,
  world: RecordingWorld,
): Promise<void> {
  const review = await reviewOf(plan, showingBy(world, randomBytes(16).toString('hex')))
  await signAndKeep(github, review, shown, world)
}

export async function signAndKeep(
  github: GitHub,
  review: Review,
  shown: Presentation,
  world: RecordingWorld,
): Promise<void> {
  const [{ keepReview }, { audienceOf }] = await Promise.all([
    import('../review/keep.ts'),
    import('../review/sign.ts'),
  ])
  if (!world.mayRequestIdToken)
    world.log.warning(
      'This job has no `id-token: write`: GitHub does not sign what it shows, and nothing of it can be applied with `reviewed: required`.',
    )
  const token = world.mayRequestIdToken ? await world.idToken(audienceOf(review)) : undefined
  await keepReview(github, { review, token }, shown)
}

/** What a run that applies goes by. */
export interface Permit {
  /** What was shown of its place; undefined when nothing that counts was, or nobody looks. */
  readonly review: Review | undefined
  readonly forwards: Forwards
  /** By which parts that stay as they are note the commit; undefined when nobody looks. */
  readonly noting: Forwards | undefined
  /** The pull request that has shown it. */
  readonly pullRequest: MergedPullRequest | undefined
  /** @throws Failure when the plan may not be applied, and `reviewed` is `required` */
  check(plan: Plan): Promise<void>
  /** What is not as it was shown; known when it was checked. */
  difference(): ReviewDifference | undefined
}

interface Asking {
  readonly step: StepName
  readonly command: Command
  readonly inputs: CommonInputs
  readonly world: World
}

/** @returns what differs, and is not refused */
async function compare(
  plan: Plan,
  { review, shownBy }: FoundReview,
  { commit }: Remembered,
  { log }: Pick<World, 'log'>,
): Promise<ReviewDifference | undefined> {
  const begun = Object.values(plan.released).some((remembered) => remembered.commit === commit)
  const comparison = await compareWithReview(plan, review, begun)
  if (comparison.verdict === 'equal')
    log.info(`This is what ${shownBy} showed (${shortDigest(plan.digest)}).`)
  if (comparison.verdict === 'remainder')
    log.notice(`Some of what ${shownBy} showed is already done; the rest of it is applied now.`)
  return comparison.verdict === 'different' ? { comparison, shownBy } : undefined
}

function differs({ comparison, shownBy }: ReviewDifference): Failure {
  return new Failure({
    code: 'REVIEW_DIFFERS',
    what: `What would be applied is not what ${shownBy} showed: ${comparison.differences.map(({ address, what }) => `${address} (${what})`).join(', ')}.`,
    why: 'Something changed after it was shown: the place, the means, the files, or the target itself.',
    fix: 'Open a pull request, look at its preview, and merge that. Nothing was applied.',
  })
}

/**
 * Why a plan differs, where a later release has taken its place: the differences alone would not say it.
 * @returns undefined where it has not, or where that cannot be told
 */
async function outdated({ released }: Plan, forwards: Forwards): Promise<Failure | undefined> {
  for (const [part, remembered] of Object.entries(released))
    try {
      await forwards.allow(part, remembered)
    } catch (error) {
      const failures = failuresIn(error)
      if (failures.length === 0) throw error
      const older = failures.find(({ code }) => code === 'RELEASE_OLDER')
      if (older !== undefined) return older
    }
  return undefined
}

/** What a run leaves behind; one that no pull request shows leaves its command, so that whoever comes next knows of it. */
function nextOf(command: Command, { run }: Pick<World, 'run'>): Remembered {
  return { commit: run.sha, run: command.reviewed ? run.id : `${command.name} ${run.id}` }
}

/** Nobody looks, and the target remembers the commit all the same. */
function unreviewed(command: Command, world: Pick<World, 'run'>): Permit {
  return {
    review: undefined,
    forwards: { next: nextOf(command, world), allow: async () => undefined },
    noting: undefined,
    pullRequest: undefined,
    check: async () => undefined,
    difference: () => undefined,
  }
}

/**
 * Looks for what was shown of the place of a run. That nothing was is told by `check`: a plan without changes needs no
 * review.
 * @throws Failure REVIEW_TOKEN, or one of `Run.place` unless `reviewed` is `warn`
 */
export async function permitFor(run: Pick<Run, 'place'>, asking: Asking): Promise<Permit> {
  const { step, command, inputs, world } = asking
  const mode: Reviewed = inputs.reviewed
  if (mode === 'off') return unreviewed(command, world)
  const refuse = (failure: Failure) => {
    if (mode === 'required') throw failure
    world.log.warning(failure.message)
  }
  const token = inputs['github-token']
  if (token === undefined) throw reviewToken()
  const github = await connectGitHub(token, world)
  const once = !command.reviewed
  const missing: Failure[] = []
  /** Undefined when it failed as expected, which is kept for `check`. */
  const attempt = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work()
    } catch (error) {
      const failures = failuresIn(error)
      if (failures.length === 0) throw error
      missing.push(...failures)
      return undefined
    }
  }
  const [{ requireApproval }, { findReview, standingIn }, { forwardsOf }] = await Promise.all([
    import('../review/approval.ts'),
    import('../review/find.ts'),
    import('../review/forwards.ts'),
  ])
  const place = mode === 'warn' ? await attempt(() => run.place()) : await run.place()
  if (once) await attempt(() => requireApproval(github, command.name, world))
  const signer = parseSigner(inputs['review-signer'], world.run)
  const found =
    place === undefined
      ? undefined
      : await attempt(() =>
          findReview(github, { step, target: place.target, signer, inThisRun: once }, world),
        )
  const next = nextOf(command, world)
  let difference: ReviewDifference | undefined
  const line = { next, review: found?.review, once, standing: standingIn(github) }
  const noting = forwardsOf({
    ...line,
    refuse: (failure) => {
      throw failure
    },
  })
  return {
    review: found?.review,
    pullRequest: found?.pullRequest,
    forwards: forwardsOf({ ...line, refuse }),
    noting,
    check: async (plan) => {
      if (mode === 'required') throwIfAny(missing)
      for (const failure of missing) refuse(failure)
      const differing = found === undefined ? undefined : await compare(plan, found, next, world)
      if (differing === undefined) return
      const older = mode === 'required' ? await outdated(plan, noting) : undefined
      if (older !== undefined) throw older
      difference = differing
      refuse(differs(differing))
    },
    difference: () => difference,
  }
}
