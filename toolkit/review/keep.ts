/**
 * A review as check runs of the commit that was shown: anyone with write access can edit a comment, and what a check
 * run says is proven by the signature in it. A long review goes on in further check runs, and is never shortened.
 */
import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import * as z from 'zod'
import {
  type CheckRun,
  type CheckRunToMake,
  checkRun,
  checkRunsOf,
  LONGEST_TEXT,
  makeCheckRun,
} from '../github/check-run.ts'
import type { GitHub } from '../github/client.ts'
import { Failure, failuresIn } from '../model/failure.ts'
import { Review } from '../model/review.ts'
import type { StepName } from '../model/step.ts'
import { rendered } from '../redact/masked.ts'

/** A longer name ends in a hash of what it lacks. */
const LONGEST_NAME = 200

/** Unpacked reviews are never larger: a packed one cannot exhaust the memory. */
const LONGEST_REVIEW = 32 * 1024 * 1024

/** Bytes of a packed review in one check run, beside what stands around them. */
const CHUNK = 60_000
const MOST_PARTS = 100

/** Of one target on one commit: more are not looked at, whoever has made them. */
const MOST_REVIEWS = 50

export interface ReviewKey {
  /** The commit that was shown. */
  readonly headSha: string
  readonly step: StepName
  readonly target: string
}

/** A review, and the ID token that signs it; undefined when it is not signed. */
export interface SignedReview {
  readonly review: Review
  readonly token: string | undefined
}

export interface KeptReview extends SignedReview {
  /** ISO 8601; as whoever wrote the check run says. */
  readonly completedAt: string
}

export function checkNameOf(step: StepName, target: string): string {
  const name = `omninode ${step}: ${target.replace(/\s+/g, ' ').trim()}`
  if (name === `omninode ${step}: ${target}` && name.length <= LONGEST_NAME) return name
  // Two targets that differ in white space only are two.
  const hash = createHash('sha256').update(target).digest('hex').slice(0, 12)
  return `${name.slice(0, LONGEST_NAME - 13).toWellFormed()}~${hash}`
}

/** JSON of ASCII characters alone: each is one byte, and nothing on its way changes it. */
function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function block(form: string, body: string): string {
  return `\`\`\`${form}\n${body}\n\`\`\``
}

function blockIn(text: string, form: string): string | undefined {
  return new RegExp(`^\`\`\`${form}\\n([^\\n]+)\\n\`\`\`$`, 'm').exec(text)?.[1]
}

const Part = z.strictObject({ id: z.int().positive(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })
const Parts = z.array(Part).min(1).max(MOST_PARTS)

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** @throws Failure REVIEW_TOO_LONG for what could not be read back */
function packed(review: Review): readonly string[] {
  const json = Buffer.from(JSON.stringify(review))
  const text = json.length > LONGEST_REVIEW ? undefined : gzipSync(json).toString('base64')
  const chunks = text?.match(new RegExp(`.{1,${CHUNK}}`, 'g')) ?? []
  if (text !== undefined && chunks.length <= MOST_PARTS) return chunks
  throw new Failure({
    code: 'REVIEW_TOO_LONG',
    what: `The review of ${review.step} for ${review.target} is too long to be kept.`,
    why:
      text === undefined
        ? `It has ${json.length} bytes, and ${LONGEST_REVIEW} are the most.`
        : `It would need ${chunks.length} check runs, and ${MOST_PARTS} are the most.`,
    fix: 'Split what is released into several targets.',
  })
}

const NOTE = 'What `apply` compares with, made by this run:'

/** How the text of a check run begins that tells an end without a review, such as that of a plan that failed. */
export const NO_REVIEW = 'There is no review'

/** How the check run of a review is shown; `text` is the review's own. */
export type Presentation = Pick<CheckRunToMake, 'title' | 'summary' | 'conclusion'>

/**
 * Records a review, its signature last: until all of it is there, nothing vouches for it.
 * @throws Failure REVIEW_TOO_LONG, or one of `GitHub.call`
 */
export async function keepReview(
  github: GitHub,
  { review, token }: SignedReview,
  shown: Presentation,
): Promise<void> {
  const name = checkNameOf(review.step, review.target)
  const signature = token === undefined ? 'It is not signed.' : `Signed by GitHub:\n\n${block('jwt', token)}`
  const make = (made: Presentation & { name: string; text: string }) =>
    makeCheckRun(github, { ...made, headSha: review.commit })
  const whole = `${NOTE}\n\n${block('json', asciiJson(review))}\n\n${signature}`
  if (Buffer.byteLength(whole) <= LONGEST_TEXT) {
    await make({ ...shown, name, text: whole })
    return
  }
  const chunks = packed(review)
  const parts: z.infer<typeof Parts> = []
  for (const [index, chunk] of chunks.entries()) {
    const id = await make({
      name: `${name} (${index + 1} of ${chunks.length})`,
      conclusion: 'neutral',
      title: rendered(shown.title, `Part ${index + 1} of ${chunks.length}`),
      summary: rendered(
        shown.title,
        `What \`apply\` compares with goes on here; “${name}” tells what it is.`,
      ),
      text: block('gzip', chunk),
    })
    parts.push({ id, sha256: sha256(chunk) })
  }
  const text = `${NOTE} it goes on in ${parts.length} further check runs.\n\n${block('parts', asciiJson(parts))}\n\n${signature}`
  await make({ ...shown, name, text })
}

async function bodyOf(github: GitHub, { text }: CheckRun['output']): Promise<string> {
  const json = blockIn(text ?? '', 'json')
  if (json !== undefined) return json
  const listed = blockIn(text ?? '', 'parts')
  if (listed === undefined) throw new Error('there is no review in its text')
  const chunks: string[] = []
  for (const { id, sha256: wanted } of Parts.parse(JSON.parse(listed))) {
    const chunk = blockIn((await checkRun(github, id)).output.text ?? '', 'gzip')
    if (chunk === undefined || sha256(chunk) !== wanted) throw new Error(`check run ${id} is not its part`)
    chunks.push(chunk)
  }
  return gunzipSync(Buffer.from(chunks.join(''), 'base64'), { maxOutputLength: LONGEST_REVIEW }).toString(
    'utf8',
  )
}

async function read(
  github: GitHub,
  run: CheckRun,
  { headSha, step, target }: ReviewKey,
): Promise<KeptReview> {
  try {
    const review: Review = Review.parse(JSON.parse(await bodyOf(github, run.output)))
    if (review.step !== step || review.target !== target)
      throw new Error(`it is the review of ${review.step} for ${review.target}`)
    return { review, token: blockIn(run.output.text ?? '', 'jwt'), completedAt: run.completed_at ?? '' }
  } catch (cause) {
    if (failuresIn(cause).some(({ code }) => code !== 'GITHUB_NOT_FOUND')) throw cause
    throw new Failure({
      code: 'REVIEW_DAMAGED',
      what: `The check run "${run.name}" of commit ${headSha.slice(0, 12)} holds no readable review.`,
      why: 'It was damaged, or written by another version of the action.',
      fix: 'Open a pull request, look at its preview, and merge that.',
      cause,
    })
  }
}

/**
 * The reviews of a step and target on a commit, the newest first; which of them counts, their signatures tell. Each is
 * read when it is asked for.
 */
export async function keptReviews(
  github: GitHub,
  key: ReviewKey,
): Promise<readonly (() => Promise<KeptReview>)[]> {
  const runs = await checkRunsOf(github, key.headSha, checkNameOf(key.step, key.target))
  return runs
    .filter(({ output }) => output.text?.startsWith(NO_REVIEW) !== true)
    .slice(0, MOST_REVIEWS)
    .map((run) => () => read(github, run, key))
}
