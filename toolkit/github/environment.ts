import * as z from 'zod'
import { failuresIn } from '../model/failure.ts'
import type { GitHub } from './client.ts'

const Environment = z.object({
  protection_rules: z
    .array(z.object({ type: z.string(), reviewers: z.array(z.unknown()).optional() }))
    .optional(),
})

/** Whether a job in the environment waits until somebody has approved it; undefined when there is no such environment. */
export async function hasReviewers(github: GitHub, environment: string): Promise<boolean | undefined> {
  try {
    const { protection_rules = [] } = await github.call({
      route: 'GET /repos/{owner}/{repo}/environments/{environment_name}',
      parameters: { environment_name: environment },
      needs: 'actions: read',
      answer: Environment,
    })
    return protection_rules.some(
      ({ type, reviewers = [] }) => type === 'required_reviewers' && reviewers.length > 0,
    )
  } catch (error) {
    if (failuresIn(error).some(({ code }) => code === 'GITHUB_NOT_FOUND')) return undefined
    throw error
  }
}
