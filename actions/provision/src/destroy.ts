/** Who may destroy a stack: somebody typed its name, and somebody else let the job run. */
import type { GitHub } from '#toolkit/github/client.ts'
import { hasReviewers } from '#toolkit/github/environment.ts'
import { claimsOf } from '#toolkit/identity/claims.ts'
import { Failure } from '#toolkit/model/failure.ts'
import type { World } from '#toolkit/world/world.ts'

/** The name that has to be typed is that of the one stack. */
export function confirmationProblem(
  confirm: string | undefined,
  stacks: readonly { folder: string }[],
): Failure[] {
  const [stack, other] = stacks
  if (stack === undefined) return []
  if (other !== undefined) {
    return [
      new Failure({
        code: 'DESTROY_MANY',
        what: `\`destroy\` takes one stack, and \`directory\` holds ${stacks.length}.`,
        fix: 'Name the folder of the one stack in `directory:`.',
      }),
    ]
  }
  if (confirm === stack.folder) return []
  return [
    new Failure({
      code: 'DESTROY_CONFIRM',
      what:
        confirm === undefined
          ? 'The input `confirm` is required to destroy a stack.'
          : `The input \`confirm\` is \`${confirm}\`, which is not the stack.`,
      fix: `Let whoever starts the run type the stack's folder, \`${stack.folder}\`, into an input of the workflow, and pass it as \`confirm:\`.`,
    }),
  ]
}

const AUDIENCE = 'omninode_infra'

/** The environment of this job, as GitHub vouches for it. */
async function environmentOf(world: World): Promise<string | undefined> {
  const { environment } = claimsOf(await world.idToken(AUDIENCE))
  return typeof environment === 'string' ? environment : undefined
}

/** @throws Failure DESTROY_UNAPPROVED unless this job runs in an environment whose reviewers must approve it */
export async function requireApproval(github: GitHub, world: World): Promise<void> {
  const refuse = (what: string) =>
    new Failure({
      code: 'DESTROY_UNAPPROVED',
      what,
      why: 'What a stack has made is destroyed only when a second person has approved it.',
      fix: 'Run the job with `environment:`, and give that environment required reviewers in the settings of the repository.',
    })
  const environment = await environmentOf(world)
  if (environment === undefined) throw refuse('This job runs in no environment.')
  const reviewed = await hasReviewers(github, environment)
  if (reviewed === undefined) throw refuse(`There is no environment ${environment}.`)
  if (!reviewed) throw refuse(`The environment ${environment} has no required reviewers.`)
  world.log.info(`approved by the reviewers of the environment ${environment}`)
}
