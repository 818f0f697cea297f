/** The folder that a step makes for itself, and keeps until `post`. */
import { lstatSync, mkdirSync, mkdtempSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { StepName } from '../model/step.ts'
import type { Host } from './host.ts'

/** Of all of our folders, within the runner's for temporary files. */
export const ROOT = 'omninode'

/** @returns its absolute path, which `post` is told */
export function makeOwnFolder(name: string, host: Pick<Host, 'temp' | 'saveState'>): string {
  const root = join(host.temp, ROOT)
  mkdirSync(root, { recursive: true, mode: 0o700 })
  const folder = mkdtempSync(join(root, `${name}-`))
  host.saveState('temp', folder)
  return folder
}

/**
 * Whether a folder is one that a step of this name made for itself: what a child of the step wrote into its state must
 * not make `post` remove, or read, anything else.
 */
export function isOwnFolder(folder: string, name: StepName, { temp }: Pick<Host, 'temp'>): boolean {
  const root = join(temp, ROOT)
  if (dirname(folder) !== root || !new RegExp(`^${name}-[A-Za-z0-9]{6}$`).test(basename(folder))) return false
  const kinds = [root, folder].map((path) => lstatSync(path, { throwIfNoEntry: false }))
  return kinds.every((kind) => kind?.isDirectory() === true)
}
