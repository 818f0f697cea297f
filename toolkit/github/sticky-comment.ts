import { setTimeout as sleep } from 'node:timers/promises'
import type { GitHub } from './client.ts'
import { hasSection, MARKER, type SectionBody, withSection } from './sections.ts'

/** Whose comments the workflow's own token writes; anyone else's with our marker is left alone. */
const AUTHOR = 'github-actions[bot]'

/** How often a section that a concurrent job overwrote is put in again. */
const ATTEMPTS = 6

interface Comment {
  readonly id: number
  readonly body?: string
  readonly user: { readonly login: string } | null
}

async function findComment(github: GitHub, pullRequest: number): Promise<Comment | undefined> {
  const comments = await github.all<Comment>(
    'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
    { issue_number: pullRequest },
    'pull-requests: write',
  )
  // The oldest: when two jobs created one at the same time, both go on with that.
  return comments.find(
    (comment) => comment.user?.login === AUTHOR && comment.body?.startsWith(MARKER) === true,
  )
}

/**
 * Puts one section into the pull request's preview comment, which is made when it is not there.
 *
 * The four previews may run in parallel jobs and GitHub has no conditional update: so the comment is read back,
 * and a section that another job's write lost is put in again.
 */
export async function publishSection(
  github: GitHub,
  options: {
    readonly pullRequest: number
    readonly section: SectionBody
    readonly signal: AbortSignal
    readonly random: () => number
  },
): Promise<void> {
  const { pullRequest, section, signal, random } = options
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const comment = await findComment(github, pullRequest)
    const body = withSection(comment?.body ?? '', section)
    if (comment === undefined) {
      await github.call(
        'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
        { issue_number: pullRequest, body },
        'pull-requests: write',
      )
    } else {
      await github.call(
        'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
        { comment_id: comment.id, body },
        'pull-requests: write',
      )
    }
    await sleep(Math.round((50 + 200 * random()) * attempt), undefined, { signal })
    const now = await findComment(github, pullRequest)
    if (now?.body !== undefined && hasSection(now.body, section)) return
  }
}
