/** Runs of workflows, as GitHub remembers them. */
import * as z from 'zod'
import { failuresIn } from '../model/failure.ts'
import type { GitHub } from './client.ts'

const WorkflowRun = z.object({
  id: z.number(),
  event: z.string(),
  head_sha: z.string(),
  repository: z.object({ id: z.number() }),
})

export interface RememberedRun {
  readonly event: string
  /** Of a pull request's run its head commit. */
  readonly headSha: string
  readonly repositoryId: string
}

/**
 * @returns undefined for a run that was deleted
 * @throws Failure of `GitHub.call`
 */
export async function workflowRun(github: GitHub, id: string): Promise<RememberedRun | undefined> {
  try {
    const { event, head_sha, repository } = await github.call({
      route: 'GET /repos/{owner}/{repo}/actions/runs/{run_id}',
      parameters: { run_id: id },
      needs: 'actions: read',
      answer: WorkflowRun,
    })
    return { event, headSha: head_sha, repositoryId: String(repository.id) }
  } catch (error) {
    if (failuresIn(error).some(({ code }) => code === 'GITHUB_NOT_FOUND')) return undefined
    throw error
  }
}
