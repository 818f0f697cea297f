/** The folder of a stack in which Terraform keeps what is its own: there for one run, and never an earlier one's. */
import { lstatSync, readdirSync, rmdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { Failure } from '#toolkit/model/failure.ts'

/** A link in the place of the folder, or of the one above, leads to where nothing may be removed. */
function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true
}

/**
 * @param folder absolute path
 * @throws Failure DATA_FOLDER_LINK
 */
export function clearDataFolder(folder: string): void {
  if (isLink(folder) || isLink(dirname(folder))) {
    throw new Failure({
      code: 'DATA_FOLDER_LINK',
      what: `${dirname(folder)} is a link, or holds one where Terraform keeps its modules and providers.`,
      fix: 'Take it out of the repository: Terraform makes this folder itself.',
    })
  }
  rmSync(folder, { recursive: true, force: true })
}

/** Removes what a run has made, and the folder above when nothing else is in it. */
export function removeDataFolder(folder: string): void {
  if (isLink(folder) || isLink(dirname(folder))) return
  rmSync(folder, { recursive: true, force: true })
  const above = dirname(folder)
  if (lstatSync(above, { throwIfNoEntry: false })?.isDirectory() === true && readdirSync(above).length === 0)
    rmdirSync(above)
}
