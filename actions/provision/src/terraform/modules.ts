/** The modules of a stack as `init` has found them: those of the checkout, and those that it fetched. */
import { readdirSync } from 'node:fs'
import { join, posix } from 'node:path'
import { digest } from '#toolkit/model/canonical.ts'
import type { Failure } from '#toolkit/model/failure.ts'
import { kindWithin, readSource, readSourceBytes } from '#toolkit/sources/checkout.ts'
import { filesUnder } from '#toolkit/sources/files.ts'
import type { World } from '#toolkit/world/world.ts'
import type { Stack } from '../stack/find.ts'
import { LARGEST_SOURCE, sha256 } from '../stack/sources.ts'
import { type ModulePlace, readManifest } from '../store/plan-file.ts'
import { DATA_FOLDER } from './files.ts'

const ROOT: ModulePlace = { key: '', source: '', version: '', dir: '.' }

/** @returns the root alone when the stack uses no module, or was not initialised */
export function modulesFound({ folder }: Stack, { workspace }: Pick<World, 'workspace'>): ModulePlace[] {
  const file = posix.join(folder, DATA_FOLDER, 'modules/modules.json')
  if (kindWithin(workspace, file) === undefined) return [ROOT]
  const { Modules: modules }: { Modules: unknown } = JSON.parse(readSource(workspace, file))
  return readManifest(JSON.stringify(modules))
}

/** A link that leads nowhere gives Terraform nothing to read. */
function refuse(failure: Failure): void {
  if (failure.code !== 'PATH_MISSING') throw failure
}

/**
 * Module → what all its files are, as one hash: of each that `init` fetched from elsewhere.
 * @throws Failure PATH_OUTSIDE or FILE_UNREADABLE
 */
export function fetchedModules(stack: Stack, world: Pick<World, 'workspace'>): Record<string, string> {
  // Beneath it, because `.terraform` is passed over on the way, and links lead from one module to the next.
  const root = join(world.workspace, stack.folder, DATA_FOLDER)
  const fetched = modulesFound(stack, world).filter(({ dir }) => posix.normalize(dir).startsWith(DATA_FOLDER))
  return Object.fromEntries(
    fetched.map(({ key, dir }) => {
      const folder = posix.relative(DATA_FOLDER, posix.normalize(dir))
      const files = filesUnder(root, folder, /./, { refuse }).map((file) => [
        posix.relative(folder, file),
        sha256(readSourceBytes(root, file, { largest: LARGEST_SOURCE })),
      ])
      return [`module.${key.replaceAll('.', '.module.')}`, digest(files).replace('sha256:', '')]
    }),
  )
}

/** The names of the files in the folder of a module. */
export function filesIn(
  stack: Stack,
  { dir }: ModulePlace,
  { workspace }: Pick<World, 'workspace'>,
): string[] {
  try {
    return readdirSync(join(workspace, stack.folder, dir))
  } catch {
    return []
  }
}
