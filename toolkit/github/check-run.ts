/**
 * The reviewed plan as a check run on the pull request's head commit. Only GitHub Actions can write one with
 * the workflow's token, while anyone with write access can edit a comment: so this is what `apply` trusts.
 */
import { gunzipSync, gzipSync } from 'node:zlib'
import { Failure } from '../model/failure.ts'
import { Review } from '../model/review.ts'
import type { StepName } from '../model/step.ts'
import type { GitHub } from './client.ts'

/** The longest text and summary that GitHub takes for a check run. */
const LONGEST = 65_535

/** Only its own token makes a check run of this app. */
const APP = 'github-actions'

interface CheckRun {
  readonly id: number
  readonly app: { readonly slug?: string } | null
  readonly output: { readonly text: string | null }
}

interface Key {
  readonly headSha: string
  readonly step: StepName
  readonly target: string
}

function nameOf(step: StepName, target: string): string {
  return `omninode ${step}: ${target}`
}

/** Compressed, because a plan of thousands of changes must fit as well. */
function encode(review: Review): string {
  const packed = gzipSync(JSON.stringify(review)).toString('base64')
  return `What \`apply\` compares with, made by this run:\n\n\`\`\`review\n${packed}\n\`\`\``
}

function decode(text: string, name: string): Review {
  try {
    const packed = /^```review\n([A-Za-z0-9+/=]+)\n```$/m.exec(text)?.[1] ?? ''
    return Review.parse(JSON.parse(gunzipSync(Buffer.from(packed, 'base64')).toString('utf8')))
  } catch (cause) {
    throw new Failure({
      code: 'REVIEW_DAMAGED',
      what: `The check run "${name}" holds no readable review.`,
      why: 'It was not written by this version of the action, or was damaged.',
      fix: 'Run the preview on the pull request again.',
      cause,
    })
  }
}

async function checkRunsOf(github: GitHub, { headSha, step, target }: Key): Promise<CheckRun[]> {
  const { check_runs } = await github.call<{ check_runs: CheckRun[] }>(
    'GET /repos/{owner}/{repo}/commits/{ref}/check-runs',
    { ref: headSha, check_name: nameOf(step, target), filter: 'latest', per_page: 100 },
    'checks: read',
  )
  return check_runs.filter((run) => run.app?.slug === APP).sort((a, b) => b.id - a.id)
}

/** Records a plan as reviewed: on the head commit's existing check run, or on a new one. */
export async function publishReview(
  github: GitHub,
  parts: {
    readonly headSha: string
    readonly review: Review
    readonly title: string
    readonly summary: string
  },
): Promise<void> {
  const { headSha, review, title, summary } = parts
  const text = encode(review)
  if (text.length > LONGEST) {
    throw new Failure({
      code: 'REVIEW_TOO_LARGE',
      what: `The plan's ${review.changes.length} changes do not fit into one check run.`,
      fix: 'Plan fewer stacks or manifests at once.',
    })
  }
  const shown =
    summary.length <= LONGEST ? summary : 'The plan is too long to show here; see the step summary.'
  const body = {
    status: 'completed' as const,
    conclusion: 'success' as const,
    output: { title, summary: shown, text },
  }
  const [existing] = await checkRunsOf(github, { headSha, step: review.step, target: review.target })
  if (existing === undefined) {
    await github.call(
      'POST /repos/{owner}/{repo}/check-runs',
      { name: nameOf(review.step, review.target), head_sha: headSha, ...body },
      'checks: write',
    )
  } else {
    await github.call(
      'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}',
      { check_run_id: existing.id, ...body },
      'checks: write',
    )
  }
}

/** The newest review of a step and target on a commit; undefined when there is none. */
export async function findReview(github: GitHub, key: Key): Promise<Review | undefined> {
  const [newest] = await checkRunsOf(github, key)
  if (newest === undefined) return undefined
  return decode(newest.output.text ?? '', nameOf(key.step, key.target))
}
