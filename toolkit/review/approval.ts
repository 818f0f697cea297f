/** Who let a job run that no pull request shows: the reviewers of its environment. */
import type { GitHub } from '../github/client.ts'
import { hasReviewers } from '../github/environment.ts'
import { ownClaims } from '../identity/claims.ts'
import { Failure } from '../model/failure.ts'
import type { World } from '../world/world.ts'

/** @throws Failure UNAPPROVED unless this job runs in an environment whose reviewers must approve it */
export async function requireApproval(
  github: GitHub,
  command: string,
  world: Pick<World, 'idToken' | 'log'>,
): Promise<void> {
  const refuse = (what: string) =>
    new Failure({
      code: 'UNAPPROVED',
      what,
      why: `No pull request shows what \`${command}\` does: a second person approves it.`,
      fix: 'Run the job with `environment:`, and give that environment required reviewers in the settings of the repository.',
    })
  const { environment } = await ownClaims(world.idToken)
  if (typeof environment !== 'string') throw refuse('This job runs in no environment.')
  const reviewed = await hasReviewers(github, environment)
  if (reviewed === undefined) throw refuse(`There is no environment ${environment}.`)
  if (!reviewed) throw refuse(`The environment ${environment} has no required reviewers.`)
  world.log.info(`approved by the reviewers of the environment ${environment}`)
}
