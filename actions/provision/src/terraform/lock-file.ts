/** Which providers a stack uses, as its dependency lock file says it. */
import { posix } from 'node:path'
import { kindWithin, readSource } from '#toolkit/sources/checkout.ts'
import { readHcl } from '#toolkit/sources/hcl.ts'
import type { World } from '#toolkit/world/world.ts'
import type { Stack } from '../stack/find.ts'
import { LOCK_FILE } from './files.ts'

/**
 * Address → version; none when there is no lock file, because none is committed and `init` has not run.
 * @throws Failure of `readSource`, HCL_SYNTAX
 */
export function lockedProviders(
  stack: Stack,
  { workspace }: Pick<World, 'workspace'>,
): Record<string, string> {
  const file = posix.join(stack.folder, LOCK_FILE)
  if (kindWithin(workspace, file) === undefined) return {}
  const { blocks } = readHcl(readSource(workspace, file), file)
  return Object.fromEntries(
    blocks
      .filter(({ type }) => type === 'provider')
      .map(({ labels, attributes }) => [labels[0] ?? '', attributes.get('version')?.literal ?? '']),
  )
}
