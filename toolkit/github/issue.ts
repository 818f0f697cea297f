/** One issue about one thing: opened, kept up to date, and closed when it is over. */
import { createHash } from 'node:crypto'
import * as z from 'zod'
import type { Masked } from '../redact/masked.ts'
import type { GitHub } from './client.ts'

/** Whose issues the workflow's own token writes. */
const AUTHOR = 'github-actions[bot]'
const NEEDS = 'issues: write'

/** The longest body that GitHub takes, in characters. */
const LONGEST = 65_536

const Issue = z.object({
  number: z.number(),
  title: z.string(),
  body: z.string().nullish(),
  html_url: z.string(),
  user: z.object({ login: z.string() }).nullable(),
  pull_request: z.unknown().optional(),
})
type Issue = z.infer<typeof Issue>

export interface IssueKey {
  /** A label that all issues of this sort carry. */
  readonly label: string
  /** What the issue is about, such as the folder of a stack. */
  readonly subject: string
}

export interface IssueContent {
  readonly title: Masked<string>
  /** Markdown. */
  readonly body: Masked<string>
}

/** A comment that nobody sees, and that no subject can break out of. */
function marker({ label, subject }: IssueKey): string {
  return `<!-- omninode:${label} ${createHash('sha256').update(subject).digest('hex')} -->`
}

/** The open issue that the workflow has made about the subject. */
async function openIssue(github: GitHub, key: IssueKey): Promise<Issue | undefined> {
  const issues = await github.all(
    {
      route: 'GET /repos/{owner}/{repo}/issues',
      parameters: { state: 'open', labels: key.label },
      needs: NEEDS,
      answer: z.array(Issue),
    },
    (page) => page,
  )
  // Anyone may write our marker into an issue of theirs: that one is left alone.
  return issues
    .filter(
      ({ user, body, pull_request }) =>
        user?.login === AUTHOR && pull_request === undefined && body?.startsWith(marker(key)),
    )
    .sort((a, b) => a.number - b.number)[0]
}

/** Opens the issue, or writes its present text. @returns its address, and whether anything was written */
export async function publishIssue(
  github: GitHub,
  key: IssueKey,
  { title, body }: IssueContent,
): Promise<{ readonly url: string; readonly did: 'opened' | 'updated' | 'left' }> {
  const text = `${marker(key)}\n${body}`.slice(0, LONGEST).toWellFormed()
  const known = await openIssue(github, key)
  if (known === undefined) {
    const made = await github.call({
      route: 'POST /repos/{owner}/{repo}/issues',
      parameters: { title, body: text, labels: [key.label] },
      needs: NEEDS,
      answer: Issue,
      once: true,
    })
    return { url: made.html_url, did: 'opened' }
  }
  if (known.body === text && known.title === title) return { url: known.html_url, did: 'left' }
  await github.call({
    route: 'PATCH /repos/{owner}/{repo}/issues/{issue_number}',
    parameters: { issue_number: known.number, title, body: text },
    needs: NEEDS,
    answer: z.unknown(),
  })
  return { url: known.html_url, did: 'updated' }
}

/** Closes the issue, saying why. @returns its address when there was one */
export async function closeIssue(
  github: GitHub,
  key: IssueKey,
  why: Masked<string>,
): Promise<string | undefined> {
  const known = await openIssue(github, key)
  if (known === undefined) return undefined
  await github.call({
    route: 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
    parameters: { issue_number: known.number, body: why },
    needs: NEEDS,
    answer: z.unknown(),
    once: true,
  })
  await github.call({
    route: 'PATCH /repos/{owner}/{repo}/issues/{issue_number}',
    parameters: { issue_number: known.number, state: 'closed', state_reason: 'completed' },
    needs: NEEDS,
    answer: z.unknown(),
  })
  return known.html_url
}
