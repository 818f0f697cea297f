import * as z from 'zod'
import { Failure } from '../model/failure.ts'
import type { WorkflowRun } from '../world/world.ts'
import type { GitHub } from './client.ts'

export interface MergedPullRequest {
  readonly number: number
  readonly headSha: string
  /** The branch that it was merged into. */
  readonly base: string
  /** ISO 8601 */
  readonly mergedAt: string
}

const PullRequest = z.object({
  number: z.number(),
  merged_at: z.string().nullable(),
  merge_commit_sha: z.string().nullable(),
  head: z.object({ sha: z.string() }),
  base: z.object({
    ref: z.string(),
    repo: z.object({ id: z.number(), full_name: z.string(), default_branch: z.string().optional() }),
  }),
})

/**
 * The merged pull request that brought a commit to a branch, if one did.
 * @param branch the repository's default branch unless given; a pull request into another one does not count.
 */
export async function pullRequestOf(
  github: GitHub,
  sha: string,
  branch?: string,
): Promise<MergedPullRequest | undefined> {
  const pulls = await github.all(
    {
      route: 'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls',
      parameters: { commit_sha: sha },
      needs: 'pull-requests: read',
      answer: z.array(PullRequest),
    },
    (page) => page,
  )
  const name = `${github.owner}/${github.repo}`.toLowerCase()
  const merged = pulls.flatMap(({ base, merged_at, ...pull }) => {
    const here = base.repo.full_name.toLowerCase() === name
    const into = base.ref === (branch ?? base.repo.default_branch)
    return merged_at !== null && here && into ? [{ ...pull, base: base.ref, mergedAt: merged_at }] : []
  })
  const found =
    merged.find((pull) => pull.merge_commit_sha === sha) ?? (merged.length === 1 ? merged[0] : undefined)
  return (
    found && {
      number: found.number,
      headSha: found.head.sha,
      base: found.base,
      mergedAt: found.mergedAt,
    }
  )
}

/** The pull request whose merge a run is for; undefined when it belongs to none. */
export function mergedPullRequest(
  github: GitHub,
  { sha, ref }: Pick<WorkflowRun, 'sha' | 'ref'>,
): Promise<MergedPullRequest | undefined> {
  return pullRequestOf(github, sha, /^refs\/heads\/(.+)$/.exec(ref)?.[1])
}

/** GitHub lists no more files of a pull request. */
const MOST_FILES = 3_000

/**
 * The files that a pull request adds, changes, renames or removes; of a renamed one both paths.
 * @throws Failure TOO_MANY_FILES when GitHub may not have listed them all.
 */
export async function changedFiles(github: GitHub, pullRequest: number): Promise<string[]> {
  const files = await github.all(
    {
      route: 'GET /repos/{owner}/{repo}/pulls/{pull_number}/files',
      parameters: { pull_number: pullRequest },
      needs: 'pull-requests: read',
      answer: z.array(z.object({ filename: z.string(), previous_filename: z.string().optional() })),
    },
    (page) => page,
  )
  if (files.length >= MOST_FILES) {
    throw new Failure({
      code: 'TOO_MANY_FILES',
      what: `It cannot be told which files pull request #${pullRequest} changes.`,
      why: `GitHub lists only the first ${MOST_FILES.toLocaleString('en')}.`,
      fix: 'Split the pull request, or run without limiting the step to changed files.',
    })
  }
  return files.flatMap(({ filename, previous_filename }) =>
    previous_filename === undefined ? [filename] : [filename, previous_filename],
  )
}
