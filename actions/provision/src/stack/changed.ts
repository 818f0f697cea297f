/** Which stacks a change of files touches. */
import { posix } from 'node:path'
import type { Graph, StackNode } from './graph.ts'
import { isPartOf } from './sources.ts'

/** What decides about every stack beneath the folder that it lies in. */
const versions = new Set(['.terraform-version', '.opentofu-version', '.tool-versions'])

/** Why a stack is planned: the file that changed, or the stack that it builds on. */
export type Touched = ReadonlyMap<string, string>

function touchingFile(
  { folder, modules }: StackNode,
  stacks: readonly string[],
  files: readonly string[],
  always: readonly string[],
): string | undefined {
  const folders = [...new Set(modules.values())]
  return files.find((file) => {
    const place = posix.dirname(file)
    if (versions.has(posix.basename(file)))
      return place === '.' || place === folder || folder.startsWith(`${place}/`)
    return always.includes(file) || folders.some((each) => isPartOf(each, file, stacks))
  })
}

/**
 * The stacks whose code or modules changed, and those that build on them.
 * @param files changed ones, relative to the workspace
 * @param always files that every stack is made from, such as variable files
 */
export function touchedBy({ stacks }: Graph, files: readonly string[], always: readonly string[]): Touched {
  const touched = new Map<string, string>()
  const folders = stacks.map(({ folder }) => folder)
  // In their order: what a stack builds on was looked at before it.
  for (const stack of stacks) {
    const file = touchingFile(stack, folders, files, always)
    const below = stack.dependsOn.find(({ to }) => touched.has(to))
    if (file !== undefined) touched.set(stack.name, file)
    else if (below !== undefined) touched.set(stack.name, below.to)
  }
  return touched
}
