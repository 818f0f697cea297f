/** The files that a stack is made of, and where in them its resources are declared. */
import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join, posix, relative } from 'node:path'
import { failuresIn } from '#toolkit/model/failure.ts'
import { placeWithin, readSourceBytes, Unreadable } from '#toolkit/sources/checkout.ts'
import { filesUnder } from '#toolkit/sources/files.ts'
import type { Code } from './code.ts'
import type { StackNode } from './graph.ts'

export interface StackSources<S extends StackNode = StackNode> {
  readonly stack: S
  /** Path → sha256 of what it is made of. */
  readonly sources: Readonly<Record<string, string>>
  /** Path → sha256 of the files with values of variables that count without being named. */
  readonly variables: Readonly<Record<string, string>>
}

/** Bytes; archives of programs are among what code uploads. */
export const LARGEST_SOURCE = 512 * 1024 * 1024

/** Everything in a folder counts: templates and policies are read by the code. What tests leave behind does not. */
const GENERATED = /^(?:errored\.tfstate|.*\.tfplan|\.terraform\.tfstate\.lock\.info|crash\.log)$/

/**
 * Whether a file in or beneath a folder of code can decide what is planned with it: not what explains, shows or tests
 * it, and not what belongs to a stack within it.
 */
export function isPartOf(folder: string, file: string, stacks: readonly string[]): boolean {
  const beneath = (outer: string, path: string) => outer === '.' || path.startsWith(`${outer}/`)
  if (!beneath(folder, file)) return false
  const inner = folder === '.' ? file : file.slice(folder.length + 1)
  if (/^(?:examples|tests)\//.test(inner) || /\.(?:md|tftest\.hcl)$/.test(inner) || GENERATED.test(inner))
    return false
  return !stacks.some((other) => other !== folder && beneath(folder, other) && beneath(other, file))
}

/** Values of variables: they may be secret, whatever file they are in. */
const VARIABLES = /\.tfvars(?:\.json)?$/

/** Those that the tool reads without being told to. See "Variable Definitions (.tfvars) Files". */
const AUTOMATIC = /^(?:terraform|.*\.auto)\.tfvars(?:\.json)?$/

export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex')
}

/**
 * Path → sha256 of every file that a stack and its modules are made of, beside the values of its variables.
 * @param stacks the folders of all stacks
 */
export function sourcesOf(
  code: Code,
  { modules }: StackNode,
  stacks: readonly string[],
): Record<string, string> {
  const files = [...new Set(modules.values())].flatMap((folder) =>
    filesUnder(code.workspace, folder, /./).filter(
      (file) => isPartOf(folder, file, stacks) && !VARIABLES.test(file),
    ),
  )
  return Object.fromEntries(
    [...new Set(files)]
      .sort()
      .map((file) => [file, sha256(readSourceBytes(code.workspace, file, { largest: LARGEST_SOURCE }))]),
  )
}

/** What a stack is made of that has another name than the one by which it is read, relative to the workspace. */
export interface BehindLinks {
  readonly files: ReadonlySet<string>
  readonly folders: ReadonlySet<string>
}

/** The path without links, relative to the workspace. @throws Unreadable */
export function realPath(workspace: string, path: string): string {
  return relative(placeWithin(workspace, '.'), placeWithin(workspace, path)) || '.'
}

/**
 * Where the links of a stack and its modules lead.
 * @param stacks the folders of all stacks
 * @returns undefined when one leads out of the checkout, or nowhere: to plan the stack says which
 */
export function behindLinks(
  { workspace }: Pick<Code, 'workspace'>,
  { modules }: StackNode,
  stacks: readonly string[],
): BehindLinks | undefined {
  const files = new Set<string>()
  const folders = new Set<string>()
  const follow = (path: string, found: Set<string>) => {
    const place = realPath(workspace, path)
    if (place !== path) found.add(place)
  }
  try {
    for (const folder of new Set(modules.values())) {
      follow(folder, folders)
      for (const file of filesUnder(workspace, folder, /./)) {
        if (!isPartOf(folder, file, stacks)) continue
        follow(file, files)
        follow(posix.dirname(file), folders)
      }
    }
    return { files, folders }
  } catch (error) {
    if (error instanceof Unreadable || failuresIn(error).length > 0) return undefined
    throw error
  }
}

/** The files with values of variables that the tool reads in the folder of a stack, relative to the workspace. */
export function automaticFiles(workspace: string, folder: string): string[] {
  let names: string[]
  try {
    names = readdirSync(join(workspace, folder))
  } catch {
    return []
  }
  return names
    .filter((name) => AUTOMATIC.test(name))
    .sort()
    .map((name) => (folder === '.' ? name : `${folder}/${name}`))
}

/** Path → sha256 of the same. */
export function automaticVariables(
  { workspace }: Pick<Code, 'workspace'>,
  { folder }: Pick<StackNode, 'folder'>,
): Record<string, string> {
  return Object.fromEntries(
    automaticFiles(workspace, folder).map((file) => [file, sha256(readSourceBytes(workspace, file))]),
  )
}

const blockOf = /^(\w+)((?: "[^"]*")*)$/

/** Where a resource or output is declared: its block in the code of its module. */
export function blockLocator(code: Code, { modules }: StackNode) {
  return (module: string, header: string): { file: string; line: number } | undefined => {
    const folder = modules.get(module.replace(/\[(?:"(?:[^"\\]|\\.)*"|\d+)\]/g, ''))
    const [, type = '', labels = ''] = blockOf.exec(header) ?? []
    if (folder === undefined || type === '') return undefined
    const wanted = labels.trim().replaceAll('"', '').split(' ')
    const found = code
      .declarations(folder)
      .find(({ block }) => block.type === type && block.labels.join(' ') === wanted.join(' '))
    return found === undefined ? undefined : { file: found.file, line: found.block.line }
  }
}
