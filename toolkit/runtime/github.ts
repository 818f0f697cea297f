import type { CommonInputs } from '../action/inputs.ts'
import type { GitHub } from '../github/client.ts'
import type { World } from '../world/world.ts'

/** GitHub's API with the token of the inputs; undefined without one. */
export async function connectGitHub(
  inputs: Partial<Pick<CommonInputs, 'github-token'>>,
  world: World,
): Promise<GitHub | undefined> {
  const token = inputs['github-token']
  if (token === undefined) return undefined
  const { createGitHub } = await import('../github/client.ts')
  return createGitHub({
    apiUrl: world.run.apiUrl,
    token,
    repository: world.run.repository,
    signal: world.signal,
    random: world.random,
    log: world.log,
  })
}
