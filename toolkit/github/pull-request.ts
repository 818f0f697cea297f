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
    repo: z.object({ id: z.number(), default_branch: z.string().optional() }),
  }),
})

/**
 * The merged pull requests that brought the commit of a run to its branch, the youngest first: the one whose merge made
 * it, or several of which one contains the others; else the only one that holds it, as after a rebase.
 *
 * The branch is the repository's default branch for a run of no branch. A pull request into another branch, or of
 * another repository of the same name, does not count.
 */
export async function mergedPullRequests(
  github: GitHub,
  { sha, ref, repositoryId }: Pick<WorkflowRun, 'sha' | 'ref' | 'repositoryId'>,
): Promise<readonly MergedPullRequest[]> {
  const branch = /^refs\/heads\/(.+)$/.exec(ref)?.[1]
  const pulls = await github.all(
    {
      route: 'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls',
      parameters: { commit_sha: sha },
      needs: 'pull-requests: read',
      answer: z.array(PullRequest),
    },
    (page) => page,
  )
  const merged = pulls.flatMap(({ number, head, base, merged_at: mergedAt, merge_commit_sha }) => {
    const here = String(base.repo.id) === repositoryId
    const into = base.ref === (branch ?? base.repo.default_branch)
    if (mergedAt === null || !here || !into) return []
    return [{ number, headSha: head.sha, base: base.ref, mergedAt, madeIt: merge_commit_sha === sha }]
  })
  const made = merged.filter(({ madeIt }) => madeIt)
  const found = made.length > 0 ? made : merged.length === 1 ? merged : []
  return found.map(({ madeIt: _, ...pull }) => pull).toSorted((a, b) => b.number - a.number)
}

/** The one pull request whose merge a run is for; undefined when it belongs to none, or to several. */
export async function mergedPullRequest(
  github: GitHub,
  run: Pick<WorkflowRun, 'sha' | 'ref' | 'repositoryId'>,
): Promise<MergedPullRequest | undefined> {
  const [found, ...others] = await mergedPullRequests(github, run)
  return others.length === 0 ? found : undefined
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
