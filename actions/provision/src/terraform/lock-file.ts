/** Which providers a stack uses, as its dependency lock file says it. */
import { existsSync, readFileSync } from 'node:fs'
import { readHcl } from '#toolkit/sources/hcl.ts'
import type { World } from '#toolkit/world/world.ts'
import type { Stack } from '../stack/find.ts'
import { lockFileOf } from './files.ts'

/** Address → version; none when there is no lock file, because none is committed and `init` has not run. */
export function lockedProviders(stack: Stack, world: Pick<World, 'workspace'>): Record<string, string> {
  const file = lockFileOf(stack, world)
  if (!existsSync(file)) return {}
  const { blocks } = readHcl(readFileSync(file, 'utf8'), file)
  return Object.fromEntries(
    blocks
      .filter(({ type }) => type === 'provider')
      .map(({ labels, attributes }) => [labels[0] ?? '', attributes.get('version')?.literal ?? '']),
  )
}
