/** Where Terraform's files of a stack are. */
import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import type { World } from '#toolkit/world/world.ts'
import type { Stack } from '../stack/find.ts'

/** Where plan files are, and what Terraform says, for all stacks. */
export function outputFolder({ temp }: Pick<World, 'temp'>): string {
  return join(temp, 'terraform')
}

/** The plan file of a stack, before it is applied. */
export function planFileOf({ name }: Stack, world: Pick<World, 'temp'>): string {
  return join(outputFolder(world), `${name}.tfplan`)
}

/**
 * Where Terraform keeps modules, providers and what it knows of its backend, relative to the stack: `path.module` of a
 * module that is fetched begins with it, so it is the same in every checkout. git ignores `.terraform` by custom.
 */
export const DATA_FOLDER = '.terraform/omninode'

/** Absolute path of the same. */
export function dataFolderOf({ folder }: Stack, { workspace }: Pick<World, 'workspace'>): string {
  return join(workspace, folder, DATA_FOLDER)
}

/** The dependency lock file: Terraform writes it into the stack's folder when none is committed. */
export const LOCK_FILE = '.terraform.lock.hcl'

/** Absolute path of the same. */
export function lockFileOf({ folder }: Stack, { workspace }: Pick<World, 'workspace'>): string {
  return join(workspace, folder, LOCK_FILE)
}

/** Into the stack's folder Terraform writes under this name what its backend did not take. */
export const ERRORED_STATE = 'errored.tfstate'

/** What is left of a state that the backend did not take, or stands in its place; undefined when nothing does. */
export function erroredStateOf(
  { folder }: Stack,
  { workspace }: Pick<World, 'workspace'>,
): string | undefined {
  const file = join(workspace, folder, ERRORED_STATE)
  return lstatSync(file, { throwIfNoEntry: false }) === undefined ? undefined : file
}
