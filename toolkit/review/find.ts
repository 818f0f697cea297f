/** What was shown of the place that a run is about to change, and whether it counts. */

import type { GitHub } from '../github/client.ts'
import { standingOf } from '../github/compare.ts'
import { type MergedPullRequest, mergedPullRequest } from '../github/pull-request.ts'
import { workflowRun } from '../github/workflow-run.ts'
import { ownClaims } from '../identity/claims.ts'
import { Failure, failuresIn } from '../model/failure.ts'
import type { Review } from '../model/review.ts'
import type { StepName } from '../model/step.ts'
import type { World } from '../world/world.ts'
import { type IssuerKeys, keysOf } from './issuer.ts'
import { type KeptReview, keptReviews } from './keep.ts'
import type { Signer } from './signer.ts'
import { type Expected, verifyReview } from './verify.ts'

export interface Sought {
  readonly step: StepName
  readonly target: string
  readonly signer: Signer
  /** Whether a job of the same run has shown it, for an environment's reviewers to approve. */
  readonly inThisRun: boolean
}

/** A review that GitHub vouches for. */
export interface FoundReview {
  readonly review: Review
  /** `pull request #12`, `run 4711` */
  readonly shownBy: string
}

type FindingWorld = Pick<World, 'run' | 'signal' | 'random' | 'env' | 'clock' | 'idToken'>

function notReviewed(what: string, why: string, fix: string): Failure {
  return new Failure({ code: 'NOT_REVIEWED', what, why, fix })
}

interface Showing {
  readonly commit: string
  readonly pullRequest?: MergedPullRequest
  readonly words: string
}

async function showingOf(github: GitHub, { inThisRun }: Sought, { run }: FindingWorld): Promise<Showing> {
  if (inThisRun) return { commit: run.sha, words: `run ${run.id}` }
  const pullRequest = await mergedPullRequest(github, run)
  if (pullRequest !== undefined)
    return { commit: pullRequest.headSha, pullRequest, words: `pull request #${pullRequest.number}` }
  throw notReviewed(
    `No merged pull request brought commit ${run.sha.slice(0, 12)} to its branch.`,
    'What is applied must have been shown on a pull request.',
    'Release by merging a pull request, or set `reviewed: warn` for this run.',
  )
}

function noneThere({ step, target, inThisRun }: Sought, { commit, words }: Showing): Failure {
  return inThisRun
    ? notReviewed(
        `No job of ${words} showed a plan of ${step} for ${target}.`,
        'The reviewers of an environment approve what they have seen.',
        'Let a job before this one run the same command with `dry-run: true`, `checks: write` and `id-token: write`.',
      )
    : notReviewed(
        `${words.replace(/^p/, 'P')} showed no plan of ${step} for ${target}.`,
        `Its head commit ${commit.slice(0, 12)} has no such check run: there was no preview, or one of another place.`,
        'Open a pull request, also one that changes no file: its preview shows what is still to be done. It needs `checks: write` and `id-token: write`.',
      )
}

/** The newest that counts. @throws what is wrong with the newest, when none does */
async function newest(
  kept: readonly (() => Promise<KeptReview>)[],
  verify: (review: KeptReview) => Promise<void>,
): Promise<Review | undefined> {
  let first: unknown
  for (const read of kept) {
    try {
      const review = await read()
      await verify(review)
      return review.review
    } catch (error) {
      if (failuresIn(error).length === 0) throw error
      first ??= error
    }
  }
  if (first !== undefined) throw first
  return undefined
}

/**
 * @throws Failure NOT_REVIEWED, REVIEW_DAMAGED, one of `verifyReview`, REVIEW_KEYS, or one of `GitHub.call`
 */
export async function findReview(github: GitHub, sought: Sought, world: FindingWorld): Promise<FoundReview> {
  const showing = await showingOf(github, sought, world)
  const { commit, pullRequest, words } = showing
  const [kept, claims] = await Promise.all([
    keptReviews(github, { headSha: commit, step: sought.step, target: sought.target }),
    ownClaims(world.idToken),
  ])
  const issuer = String(claims['iss'])
  const expected: Expected = {
    issuer,
    repositoryId: world.run.repositoryId,
    signer: sought.signer,
    commit,
    pullRequest,
    run: world.run.id,
    now: world.clock(),
  }
  let keys: Promise<IssuerKeys> | undefined
  const issuerKeys = () => {
    keys ??= keysOf(issuer, world)
    return keys
  }
  const review = await newest(kept, (each) =>
    verifyReview(each, expected, issuerKeys, (run) => workflowRun(github, run)),
  )
  if (review === undefined) throw noneThere(sought, showing)
  return { review, shownBy: words }
}

/** How two commits of this repository stand to each other; undefined when it cannot be told. */
export function standingIn(github: GitHub) {
  return (from: string, to: string) => standingOf(github, from, to)
}
