/**
 * What `post` may believe of its state: a child of the step, which may be anybody's code, can write into it. So nothing is
 * removed, read or started that the step does not make, read or start itself.
 */
import { basename, isAbsolute } from 'node:path'
import { placeWithin, Unreadable } from '#toolkit/sources/checkout.ts'
import type { World } from '#toolkit/world/world.ts'

function liesWithin(root: string, path: string): boolean {
  try {
    placeWithin(root, path)
    return isAbsolute(path)
  } catch (error) {
    if (error instanceof Unreadable) return false
    throw error
  }
}

/**
 * Whether a path is that of a file or folder which Terraform makes in a folder of the checkout.
 * @param name of it, relative to that folder
 */
export function isMadeInCheckout(
  path: string,
  name: string,
  { workspace }: Pick<World, 'workspace'>,
): boolean {
  return path.endsWith(`/${name}`) && liesWithin(workspace, path.slice(0, -name.length - 1))
}

/** Whether something that is said to run is a Terraform that this step has started in the checkout. */
export function isOwnRun(
  { command, stack, stdout }: { command: string; stack: { folder: string }; stdout: string },
  { temp, workspace, env }: Pick<World, 'temp' | 'workspace' | 'env'>,
): boolean {
  const cache = env['RUNNER_TOOL_CACHE']
  const program = basename(command)
  return (
    (program === 'terraform' || program === 'tofu') &&
    (command === program || (cache !== undefined && liesWithin(cache, command))) &&
    liesWithin(temp, stdout) &&
    liesWithin(workspace, `${workspace}/${stack.folder}`)
  )
}
