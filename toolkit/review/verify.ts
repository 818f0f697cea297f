/** Whether GitHub itself vouches for a review: which run of which pull request has signed it, and when. */
import * as z from 'zod'
import type { RememberedRun } from '../github/workflow-run.ts'
import { Failure } from '../model/failure.ts'
import { mismatch } from '../model/mismatch.ts'
import { type Review, reviewDigest } from '../model/review.ts'
import type { IssuerKeys } from './issuer.ts'
import type { KeptReview } from './keep.ts'
import { AUDIENCE, audienceOf } from './sign.ts'
import { isSigner, type Signer, signerWords } from './signer.ts'

/** What the run that applies knows for itself. */
export interface ExpectedReview {
  /** Of the job's own token. */
  readonly issuer: string
  readonly repositoryId: string
  readonly signer: Signer
  /** The commit that was shown. */
  readonly commit: string
  /** The merged pull request; undefined for what an environment's reviewers saw. */
  readonly pullRequest?:
    | { readonly number: number; readonly base: string; readonly mergedAt: string }
    | undefined
  /** The run that applies: it shows itself what an environment's reviewers see. */
  readonly run: string
  readonly now: Date
}

/** What GitHub vouches for. */
export interface Verified {
  /** Seconds since 1970. */
  readonly signedAt: number
}

/** The claims of GitHub's ID tokens that are looked at (docs.github.com, OpenID Connect reference). */
const Claims = z.object({
  iss: z.string(),
  aud: z.string(),
  iat: z.number(),
  repository_id: z.string(),
  event_name: z.string(),
  ref: z.string(),
  base_ref: z.string().default(''),
  run_id: z.string(),
  job_workflow_ref: z.string(),
})
type Claims = z.infer<typeof Claims>

/** Seconds that the clocks of GitHub's services may differ by. */
const SKEW = 60

const AGAIN = 'Open a pull request, look at its preview, and merge that. Nothing was applied.'

const UNSEEN = 'Nobody who merged can have seen it.'

function refuse(code: string, what: string, why: string, fix = AGAIN): never {
  throw new Failure({ code, what, why, fix })
}

async function claimsIn(token: string, keys: IssuerKeys): Promise<Claims> {
  const { compactVerify, createLocalJWKSet, errors } = await import('jose')
  let payload: Uint8Array
  try {
    payload = (await compactVerify(token, createLocalJWKSet(keys), { algorithms: ['RS256'] })).payload
  } catch (error) {
    if (error instanceof errors.JWKSNoMatchingKey)
      refuse(
        'REVIEW_KEY_UNKNOWN',
        'It cannot be told who has signed the review.',
        'The key of its signature is not published any more, or never was by this issuer.',
      )
    refuse('REVIEW_FORGED', 'The signature of the review is not GitHub’s.', `${(error as Error).message}.`)
  }
  let said: unknown
  try {
    said = JSON.parse(Buffer.from(payload).toString('utf8'))
  } catch {
    said = undefined // what is no JSON has no claim
  }
  const claims = Claims.safeParse(said)
  if (claims.success) return claims.data
  refuse(
    'REVIEW_FORGED',
    'The signature of the review is no ID token of a workflow.',
    `In it ${mismatch(claims.error, said)}.`,
  )
}

function checkShowing(claims: Claims, completedAt: string, expected: ExpectedReview): void {
  const { pullRequest, run } = expected
  if (pullRequest === undefined) {
    if (claims.run_id !== run)
      refuse(
        'REVIEW_OF_ANOTHER_RUN',
        `The plan was shown by run ${claims.run_id}, and this is run ${run}.`,
        'What the reviewers of an environment approve is what a job of the same run has shown them.',
        'Start the workflow anew, look at its plan, and approve that.',
      )
    return
  }
  if (claims.event_name !== 'pull_request')
    refuse(
      'REVIEW_EVENT',
      `The review was signed by a run of the event \`${claims.event_name}\`.`,
      'Only a run of the pull request itself shows what is merged.',
    )
  if (claims.ref !== `refs/pull/${pullRequest.number}/merge`)
    refuse(
      'REVIEW_PULL_REQUEST',
      `The review was signed for ${claims.ref}, and pull request #${pullRequest.number} was merged.`,
      'What another pull request showed is not what was looked at here.',
    )
  if (claims.base_ref !== pullRequest.base)
    refuse(
      'REVIEW_BASE',
      `The review was made for a merge into ${claims.base_ref}, and it was merged into ${pullRequest.base}.`,
      'The base of the pull request was changed after its preview.',
    )
  if (claims.iat > Date.parse(pullRequest.mergedAt) / 1_000)
    refuse(
      'REVIEW_LATE',
      `The review was signed at ${new Date(claims.iat * 1_000).toISOString()}, after the merge at ${pullRequest.mergedAt}.`,
      UNSEEN,
    )
  // Whoever writes a check run may say when it was; one that is honest and late says so.
  if (!(Date.parse(completedAt) <= Date.parse(pullRequest.mergedAt)))
    refuse(
      'REVIEW_LATE',
      `The review was put on the pull request at ${completedAt}, after the merge at ${pullRequest.mergedAt}.`,
      UNSEEN,
    )
}

/**
 * @param lookUp GitHub's memory of a run
 * @throws Failure that says in its own words why the review counts for nothing
 */
export async function verifyReview(
  { review, token, completedAt }: KeptReview,
  expected: ExpectedReview,
  keys: () => Promise<IssuerKeys>,
  lookUp: (run: string) => Promise<RememberedRun | undefined>,
): Promise<Verified> {
  if (token === undefined)
    refuse(
      'REVIEW_UNSIGNED',
      'The review is not signed.',
      'The job that showed it had no `id-token: write`, or somebody else has written it.',
    )
  const claims = await claimsIn(token, await keys())
  if (claims.iss !== expected.issuer)
    refuse(
      'REVIEW_ISSUER',
      `The review was signed by ${claims.iss}.`,
      `This job's own tokens come from ${expected.issuer}.`,
    )
  if (!claims.aud.startsWith(AUDIENCE))
    refuse(
      'REVIEW_AUDIENCE',
      `The review carries a token for ${claims.aud}.`,
      'A token that was made for something else says nothing about a review.',
    )
  if (claims.aud !== audienceOf(review))
    refuse(
      'REVIEW_EDITED',
      'The review is not the one that was signed.',
      `Its digest is ${reviewDigest(review)}, and the signature is for ${claims.aud}.`,
    )
  if (claims.repository_id !== expected.repositoryId)
    refuse(
      'REVIEW_REPOSITORY',
      `The review is of the repository with the id ${claims.repository_id}.`,
      `This is the repository with the id ${expected.repositoryId}.`,
    )
  checkShowing(claims, completedAt, expected)
  // A run that shows itself what it applies does both with one workflow file: another signer would prove nothing.
  if (expected.pullRequest !== undefined && !isSigner(expected.signer, claims.job_workflow_ref))
    refuse(
      'REVIEW_SIGNER',
      `The review was signed by ${claims.job_workflow_ref}.`,
      `\`review-signer\` permits ${signerWords(expected.signer)}, and never a workflow at the ref of a pull request.`,
      'Let that workflow publish the preview, or set `review-signer: caller` and read in SECURITY.md what that gives up.',
    )
  if (claims.iat > expected.now.getTime() / 1_000 + SKEW)
    refuse(
      'REVIEW_LATE',
      `The review was signed at ${new Date(claims.iat * 1_000).toISOString()}, which is still to come.`,
      'The clock of this machine is behind, or the signature is not GitHub’s.',
    )
  await checkSigningRun(claims, expected, lookUp)
  checkWording(review, claims, expected)
  return { signedAt: claims.iat }
}

/** The run that signed, as GitHub remembers it. */
async function checkSigningRun(
  claims: Claims,
  { commit, repositoryId }: ExpectedReview,
  lookUp: (run: string) => Promise<RememberedRun | undefined>,
): Promise<void> {
  const signing = await lookUp(claims.run_id)
  if (signing === undefined)
    refuse(
      'REVIEW_RUN_GONE',
      `It cannot be told what was shown: GitHub does not know run ${claims.run_id}, which signed the review, any more.`,
      'Which commit a run was for, GitHub remembers with the run; this one was deleted.',
    )
  if (signing.repositoryId !== repositoryId || signing.event !== claims.event_name)
    refuse(
      'REVIEW_RUN',
      `Run ${claims.run_id} is one of the event \`${signing.event}\` in the repository with the id ${signing.repositoryId}.`,
      `The review was signed by one of the event \`${claims.event_name}\` in the repository with the id ${repositoryId}.`,
    )
  if (signing.headSha !== commit)
    refuse(
      'REVIEW_COMMIT',
      `The review was signed by a run on ${signing.headSha.slice(0, 12)}, and ${commit.slice(0, 12)} is what was to be shown.`,
      'Something was pushed after the preview, or the review belongs to another commit.',
    )
}

/** What a review says of itself, of which its signer is the only witness. */
function checkWording(
  review: Review,
  claims: Claims,
  { commit, pullRequest, repositoryId }: ExpectedReview,
): void {
  const differing = [
    ['repository', review.repositoryId, repositoryId],
    ['commit', review.commit, commit],
    ['run', review.run, claims.run_id],
    ['pull request', review.pullRequest, pullRequest?.number],
  ].filter(([, said, known]) => said !== known)
  const [first] = differing
  if (first === undefined) return
  const [what, said = 'none', known = 'none'] = first
  refuse(
    'REVIEW_CONTRADICTS',
    `The review says that its ${what} is ${said}, and its signature says ${known}.`,
    'A review names the run, the commit and the pull request that it was shown by.',
  )
}
