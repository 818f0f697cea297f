import type { World } from '../world/world.ts'
import type { GitHub } from './client.ts'

/** GitHub's API for the repository of this run. Loads octokit, so only what needs it calls it. */
export async function connectGitHub(
  token: string,
  { run, signal, random, log, env }: Pick<World, 'run' | 'signal' | 'random' | 'log' | 'env'>,
): Promise<GitHub> {
  const { createGitHub } = await import('./client.ts')
  return createGitHub({ apiUrl: run.apiUrl, token, repository: run.repository, signal, random, log, env })
}
