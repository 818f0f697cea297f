/** Files that planning makes in the checkout, such as archives: a plan file names them, and does not hold them. */
import { existsSync, lstatSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { Failure } from '#toolkit/model/failure.ts'
import { readSourceBytes, readWithin, Unreadable } from '#toolkit/sources/checkout.ts'
import { filesUnder } from '#toolkit/sources/files.ts'
import type { World } from '#toolkit/world/world.ts'
import type { StackNode } from '../stack/graph.ts'
import type { BundledFile } from './files.ts'

/** Path → size and time of change. */
export type Snapshot = ReadonlyMap<string, string>

/** Carried on their own, or of no use elsewhere. */
const OTHERS =
  /(?:^|\/)(?:\.terraform\.lock\.hcl|\.terraform\.tfstate\.lock\.info|errored\.tfstate|__pycache__\/.*)$/

/** The files of stacks and their modules, to be taken before planning. */
export function snapshotOf(stacks: readonly StackNode[], { workspace }: Pick<World, 'workspace'>): Snapshot {
  return snapshot(workspace, new Set(stacks.flatMap(({ modules }) => [...modules.values()])))
}

/** @param folders of the stack and its modules, relative to the workspace */
export function snapshot(workspace: string, folders: Iterable<string>): Snapshot {
  const found = new Map<string, string>()
  for (const folder of folders) {
    // What leads elsewhere is none of what planning makes.
    for (const file of filesUnder(workspace, folder, /./, { refuse: () => undefined })) {
      if (OTHERS.test(file)) continue
      const { size, mtimeNs } = lstatSync(join(workspace, file), { bigint: true })
      found.set(file, `${size}/${mtimeNs}`)
    }
  }
  return found
}

/** The files that are new or were written between two snapshots. */
export function generatedSince(before: Snapshot, after: Snapshot, workspace: string): BundledFile[] {
  return [...after]
    .filter(([file, state]) => before.get(file) !== state)
    .map(([name]) => ({
      name,
      content: readSourceBytes(workspace, name, { largest: Number.POSITIVE_INFINITY }),
    }))
}

/** Undefined when there is no such file. @throws Unreadable */
function contentOf(workspace: string, name: string): Buffer | undefined {
  try {
    return readWithin(workspace, name, Number.POSITIVE_INFINITY)
  } catch (error) {
    if (error instanceof Unreadable && error.reason === 'missing') return undefined
    throw error
  }
}

/**
 * Puts them where they were made.
 * @throws Failure PLAN_FILES when the checkout has another file in the place of one: nothing is written then
 */
export function restore(files: readonly BundledFile[], workspace: string): void {
  const root = realpathSync(workspace)
  for (const { name, content } of files) {
    const path = join(root, name)
    const refuse = (why: string) =>
      new Failure({
        code: 'PLAN_FILES',
        what: `The saved plan comes with the file ${name}, which cannot be put in its place.`,
        why,
        fix: 'Let the code write what it makes into a path that is not committed, and let the preview run again.',
        source: { file: name },
      })
    if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true)
      throw refuse('A link of that name leads out of the checkout, or elsewhere in it.')
    let found: Buffer | undefined
    try {
      found = contentOf(root, name)
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      throw refuse(`What is in its place cannot be read: ${error.message}.`)
    }
    if (found?.equals(content) === false) throw refuse('The checkout has another file of that name.')
    // A folder that is a link leads elsewhere.
    let folder = dirname(path)
    while (!existsSync(folder)) folder = dirname(folder)
    const real = realpathSync(folder)
    if (real !== root && !real.startsWith(root + sep)) throw refuse('Its folder leads out of the checkout.')
  }
  for (const { name, content } of files) {
    const path = join(root, name)
    mkdirSync(dirname(path), { recursive: true })
    if (!existsSync(path)) writeFileSync(path, content)
  }
}
