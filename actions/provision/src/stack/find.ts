/** A stack is a folder with Terraform code and a state of its own. */
import { type Dirent, readdirSync } from 'node:fs'
import { join, posix } from 'node:path'
import { Failure } from '#toolkit/model/failure.ts'
import { kindWithin } from '#toolkit/sources/checkout.ts'
import type { Code, Declaration } from './code.ts'

export interface Stack {
  /** Beneath the given directory: `network`; the folder's own name when the directory is the stack. */
  readonly name: string
  /** Relative to the workspace. */
  readonly folder: string
}

/** Nobody keeps stacks in them. */
const skipped = new Set(['node_modules', 'modules', 'examples', 'tests'])

/** See "Override Files" in Terraform's documentation. */
const OVERRIDE = /^(?:.*_)?override\.(?:tf|tofu)(?:\.json)?$/

/**
 * Where the state is kept: the block that says so. One in an override file takes the place of every other, and of
 * several the last.
 */
export function backendOf(declarations: readonly Declaration[]): Declaration | undefined {
  const found = declarations
    .filter(({ block }) => block.type === 'terraform')
    .flatMap(({ file, block }) => block.blocks.map((inner) => ({ file, block: inner })))
    .filter(({ block }) => block.type === 'backend' || block.type === 'cloud')
  return found.findLast(({ file }) => OVERRIDE.test(posix.basename(file))) ?? found[0]
}

function foldersIn(workspace: string, folder: string): string[] {
  const entries: Dirent[] = readdirSync(join(workspace, folder), { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !skipped.has(entry.name))
    .map(({ name }) => (folder === '.' ? name : `${folder}/${name}`))
    .sort()
}

function beneath(code: Code, folder: string): string[] {
  return foldersIn(code.workspace, folder).flatMap((each) => [
    ...(backendOf(code.declarations(each)) === undefined ? [] : [each]),
    ...beneath(code, each),
  ])
}

/**
 * The folder itself when it holds Terraform code, else every folder beneath it whose code names a backend, by path.
 * @throws Failure STACKS_MISSING, HCL_SYNTAX
 */
export function findStacks(code: Code, directory: string): Stack[] {
  const root = posix.normalize(directory).replace(/(?<=.)\/$/, '')
  const missing = (what: string, fix = 'Check out the repository first, or correct `directory:`.') =>
    new Failure({ code: 'STACKS_MISSING', what, fix })
  if (posix.isAbsolute(root) || root === '..' || root.startsWith('../'))
    throw missing(`The folder ${directory} is not within the checkout.`)
  if (code.declarations(root).length > 0) return [{ name: posix.basename(root), folder: root }]
  let folders: string[]
  try {
    folders = beneath(code, root)
  } catch (error) {
    if (error instanceof Failure) throw error
    throw kindWithin(code.workspace, root) === 'file'
      ? missing(`${directory} is a file.`, 'Name the folder of the stack, or of the stacks, in `directory:`.')
      : missing(`The folder ${directory} cannot be read.`)
  }
  if (folders.length === 0) {
    throw missing(
      `There is no stack in ${directory}.`,
      'A stack is a folder whose Terraform code has a `backend` block, such as `backend "s3" {}`.',
    )
  }
  return folders.map((folder) => ({ name: root === '.' ? folder : posix.relative(root, folder), folder }))
}
