/** The modules of a stack as `init` has found them: those of the checkout, and those that it fetched. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { digest } from '#toolkit/model/canonical.ts'
import { filesUnder } from '#toolkit/sources/files.ts'
import type { World } from '#toolkit/world/world.ts'
import type { Stack } from '../stack/find.ts'
import { sha256 } from '../stack/sources.ts'
import { type ModulePlace, readManifest } from '../store/plan-file.ts'
import { DATA_FOLDER, dataFolderOf } from './files.ts'

const ROOT: ModulePlace = { key: '', source: '', version: '', dir: '.' }

/** @returns the root alone when the stack uses no module, or was not initialised */
export function modulesFound(stack: Stack, world: Pick<World, 'workspace'>): ModulePlace[] {
  const file = join(dataFolderOf(stack, world), 'modules', 'modules.json')
  if (!existsSync(file)) return [ROOT]
  const { Modules: modules }: { Modules: unknown } = JSON.parse(readFileSync(file, 'utf8'))
  return readManifest(JSON.stringify(modules))
}

/** Module → what all its files are, as one hash: of each that `init` fetched from elsewhere. */
export function fetchedModules(stack: Stack, world: Pick<World, 'workspace'>): Record<string, string> {
  const fetched = modulesFound(stack, world).filter(({ dir }) => posix.normalize(dir).startsWith(DATA_FOLDER))
  return Object.fromEntries(
    fetched.map(({ key, dir }) => {
      // Beneath the workspace, and `.terraform` is passed over only on the way.
      const root = join(world.workspace, stack.folder, dir)
      const files = filesUnder(root, '.', /./).map((name) => [name, sha256(readFileSync(join(root, name)))])
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
