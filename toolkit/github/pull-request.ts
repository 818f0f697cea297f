import type { GitHub } from './client.ts'

export interface MergedPullRequest {
  readonly number: number
  readonly headSha: string
}

interface PullRequest {
  readonly number: number
  readonly merged_at: string | null
  readonly merge_commit_sha: string | null
  readonly head: { readonly sha: string }
}

/** The merged pull request that brought a commit to its branch, if one did. */
export async function pullRequestOf(github: GitHub, sha: string): Promise<MergedPullRequest | undefined> {
  const pulls = await github.all<PullRequest>(
    'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls',
    { commit_sha: sha },
    'pull-requests: read',
  )
  const merged = pulls.filter((pull) => pull.merged_at !== null)
  const exact =
    merged.find((pull) => pull.merge_commit_sha === sha) ?? (merged.length === 1 ? merged[0] : undefined)
  return exact === undefined ? undefined : { number: exact.number, headSha: exact.head.sha }
}

/** The files that a pull request adds, changes, renames or removes, by their present path. */
export async function changedFiles(github: GitHub, pullRequest: number): Promise<string[]> {
  const files = await github.all<{ readonly filename: string }>(
    'GET /repos/{owner}/{repo}/pulls/{pull_number}/files',
    { pull_number: pullRequest },
    'pull-requests: read',
  )
  return files.map((file) => file.filename)
}
