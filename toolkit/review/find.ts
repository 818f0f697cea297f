/** What was shown of the place that a run is about to change, and whether it counts. */

import type { GitHub } from '../github/client.ts'
import { standingOf } from '../github/compare.ts'
import { type MergedPullRequest, mergedPullRequests } from '../github/pull-request.ts'
import { workflowRun } from '../github/workflow-run.ts'
import { ownClaims } from '../identity/claims.ts'
import { Failure, failuresIn } from '../model/failure.ts'
import type { Review } from '../model/review.ts'
import type { StepName } from '../model/step.ts'
import type { World } from '../world/world.ts'
import { type IssuerKeys, keysOf } from './issuer.ts'
import { type KeptReview, keptReviews } from './keep.ts'
import type { Signer } from './signer.ts'
import { type ExpectedReview, type Verified, verifyReview } from './verify.ts'

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
  /** Undefined for what an environment's reviewers saw. */
  readonly pullRequest: MergedPullRequest | undefined
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

/** Several only when one merge brought several pull requests, of which one contains the others. */
async function showingsOf(
  github: GitHub,
  { inThisRun }: Sought,
  { run }: FindingWorld,
): Promise<readonly Showing[]> {
  if (inThisRun) return [{ commit: run.sha, words: `run ${run.id}` }]
  const pullRequests = await mergedPullRequests(github, run)
  if (pullRequests.length === 0)
    throw notReviewed(
      `No merged pull request brought commit ${run.sha.slice(0, 12)} to its branch.`,
      'What is applied must have been shown on a pull request.',
      'Release by merging a pull request, or set `reviewed: warn` for this run.',
    )
  return pullRequests.map((pullRequest) => ({
    commit: pullRequest.headSha,
    pullRequest,
    words: `pull request #${pullRequest.number}`,
  }))
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

/** Whether a review counts for nothing, so that another may count. Where it cannot be told, the search ends. */
function countsForNothing(error: unknown): boolean {
  const failures = failuresIn(error)
  return (
    failures.length > 0 &&
    failures.every(
      ({ code }) => code === 'NOT_REVIEWED' || (code.startsWith('REVIEW_') && code !== 'REVIEW_KEYS'),
    )
  )
}

/**
 * The one that was signed last, of those that count: a check run says nothing of the age of what is in it, since
 * anyone may copy an older review into a new one.
 * @throws what is wrong with the newest check run, when none counts
 */
async function lastSigned(
  kept: readonly (() => Promise<KeptReview>)[],
  verify: (review: KeptReview) => Promise<Verified>,
): Promise<Review | undefined> {
  let last: (Verified & { readonly review: Review }) | undefined
  let first: unknown
  for (const read of kept) {
    try {
      const found = await read()
      const verified = await verify(found)
      if (last === undefined || verified.signedAt > last.signedAt)
        last = { ...verified, review: found.review }
    } catch (error) {
      if (!countsForNothing(error)) throw error
      first ??= error
    }
  }
  if (last === undefined && first !== undefined) throw first
  return last?.review
}

/** Asks once for each, and remembers. */
function remembering<T>(ask: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const asked = new Map<string, Promise<T>>()
  return (key) => {
    const known = asked.get(key) ?? ask(key)
    asked.set(key, known)
    return known
  }
}

/**
 * @throws Failure NOT_REVIEWED, REVIEW_DAMAGED, one of `verifyReview`, REVIEW_KEYS, ID_TOKEN_PERMISSION, or one of
 * `GitHub.call`
 */
export async function findReview(github: GitHub, sought: Sought, world: FindingWorld): Promise<FoundReview> {
  const keys = remembering<IssuerKeys>((of) => keysOf(of, world))
  const issuing = ownClaims(world.idToken).then(({ iss }) => {
    // Asked for at once: whoever is found to have signed is verified with them.
    keys(String(iss)).catch(() => undefined) // thrown when it is verified
    return String(iss)
  })
  issuing.catch(() => undefined) // thrown when something was shown
  const showings = await showingsOf(github, sought, world)
  const issuer = await issuing
  const lookUp = remembering((run) => workflowRun(github, run))
  let first: unknown
  for (const showing of showings) {
    const { commit, pullRequest, words } = showing
    const expected: ExpectedReview = {
      issuer,
      repositoryId: world.run.repositoryId,
      signer: sought.signer,
      commit,
      pullRequest,
      run: world.run.id,
      now: world.clock(),
    }
    try {
      const kept = await keptReviews(github, { headSha: commit, step: sought.step, target: sought.target })
      const review = await lastSigned(kept, (each) =>
        verifyReview(each, expected, () => keys(issuer), lookUp),
      )
      if (review !== undefined) return { review, shownBy: words, pullRequest }
      throw noneThere(sought, showing)
    } catch (error) {
      if (!countsForNothing(error)) throw error
      first ??= error
    }
  }
  throw first
}

/** How two commits of this repository stand to each other; undefined when it cannot be told. */
export function standingIn(github: GitHub) {
  return (from: string, to: string) => standingOf(github, from, to)
}
