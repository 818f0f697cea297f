/** What `post` does: nearly always it only removes files, and loads nothing that drives Terraform. */
import { rmSync } from 'node:fs'
import type { Left } from '#toolkit/runtime/post.ts'
import { removeDataFolder } from '../terraform/data-folder.ts'
import { DATA_FOLDER, LOCK_FILE } from '../terraform/files.ts'
import { DATA_FOLDERS, keptJson, LOCK_FILES, notOwn, RUNNING } from './kept.ts'
import { isMadeInCheckout } from './own.ts'

const NONE = '[]'

/** @returns undefined for what no step keeps */
function pathsIn(text: string): readonly string[] | undefined {
  const paths = keptJson(text)
  return Array.isArray(paths) && paths.every((path) => typeof path === 'string') ? paths : undefined
}

/** Whether all of it was the step's own. */
function removeOwn(
  text: string | undefined,
  name: string,
  left: Left,
  remove: (path: string) => void,
): boolean {
  const paths = pathsIn(text ?? NONE)
  const own = paths?.filter((path) => isMadeInCheckout(path, name, left)) ?? []
  for (const path of own) remove(path)
  return own.length === paths?.length
}

async function waitFor(text: string, left: Left): Promise<boolean> {
  if (text === NONE) return true
  const { waitForRunning } = await import('./post-run.ts')
  return waitForRunning(text, left.state, await left.world())
}

/**
 * Waits for what still runs, and removes what the step could not remove itself.
 * @throws Failure STATE_NOT_OWN
 */
export async function finish(left: Left): Promise<void> {
  const { state } = left
  const allOwn = [
    await waitFor(state[RUNNING] ?? NONE, left),
    removeOwn(state[LOCK_FILES], LOCK_FILE, left, (file) => rmSync(file, { force: true })),
    removeOwn(state[DATA_FOLDERS], DATA_FOLDER, left, removeDataFolder),
  ].every((own) => own)
  if (!allOwn) throw notOwn()
}
