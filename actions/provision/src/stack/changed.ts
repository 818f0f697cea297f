/** Which stacks a change of files touches. */
import { posix } from 'node:path'
import { Unreadable } from '#toolkit/sources/checkout.ts'
import type { Code } from './code.ts'
import type { Graph, StackNode } from './graph.ts'
import { type BehindLinks, behindLinks, isPartOf, realPath } from './sources.ts'

/** What decides about every stack beneath the folder that it lies in. */
const versions = new Set(['.terraform-version', '.opentofu-version', '.tool-versions'])

/** Why a stack is planned: the file that changed, or the stack that it builds on. */
export type Touched = ReadonlyMap<string, string>

function touchingFile(
  { folder, modules }: StackNode,
  stacks: readonly string[],
  files: readonly string[],
  always: readonly string[],
  behind: BehindLinks,
): string | undefined {
  const folders = [...new Set(modules.values()), ...behind.folders]
  return files.find((file) => {
    const place = posix.dirname(file)
    if (versions.has(posix.basename(file)))
      return place === '.' || place === folder || folder.startsWith(`${place}/`)
    return (
      always.includes(file) || behind.files.has(file) || folders.some((each) => isPartOf(each, file, stacks))
    )
  })
}

/** A file under the name that it is given, and under its own. */
function namesOf(workspace: string, file: string): string[] {
  try {
    return [posix.normalize(file), realPath(workspace, file)]
  } catch (error) {
    if (error instanceof Unreadable) return [posix.normalize(file)]
    throw error
  }
}

/**
 * The stacks whose code or modules changed, and those that build on them. GitHub tells files by their own names: what is
 * read through a link has another one. A stack of which it cannot be told what it is made of is touched.
 * @param files changed ones, relative to the workspace
 * @param always files that every stack is made from, such as variable files
 */
export function touchedBy(
  { stacks }: Graph,
  files: readonly string[],
  always: readonly string[],
  code: Code,
): Touched {
  const touched = new Map<string, string>()
  const folders = stacks.map(({ folder }) => folder)
  const known = always.flatMap((file) => namesOf(code.workspace, file))
  // In their order: what a stack builds on was looked at before it.
  for (const stack of stacks) {
    const behind = behindLinks(code, stack, folders)
    const file = behind === undefined ? stack.folder : touchingFile(stack, folders, files, known, behind)
    const below = stack.dependsOn.find(({ to }) => touched.has(to))
    if (file !== undefined) touched.set(stack.name, file)
    else if (below !== undefined) touched.set(stack.name, below.to)
  }
  return touched
}
