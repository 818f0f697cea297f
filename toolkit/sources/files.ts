import { type Dirent, readdirSync, statSync } from 'node:fs'
import { join, posix } from 'node:path'
import { Failure } from '../model/failure.ts'

/** What tools put into a checkout; nobody wrote it by hand. */
const skipped = new Set(['.git', 'node_modules', 'dist', '.terraform'])

/** Tells the names that are wanted. */
type Matches = Pick<RegExp, 'test'>

function byName(a: Dirent, b: Dirent): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0
}

function walk(root: string, folder: string, matches: Matches): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .sort(byName)
    .flatMap((entry) => {
      const path = folder === '.' ? entry.name : `${folder}/${entry.name}`
      // Links are not followed: they may lead out of the checkout, or in circles.
      if (entry.isDirectory()) return skipped.has(entry.name) ? [] : walk(root, path, matches)
      return entry.isFile() && matches.test(entry.name) ? [path] : []
    })
}

/**
 * The files at or beneath a path whose names match, in a stable order, as paths relative to `root` with `/`.
 * A path that is itself a file is taken whatever its name.
 * @throws Failure PATH_OUTSIDE or PATH_MISSING.
 */
export function filesUnder(root: string, path: string, matches: Matches): string[] {
  const relative = posix.normalize(path).replace(/(?<=.)\/$/, '')
  if (posix.isAbsolute(relative) || relative === '..' || relative.startsWith('../')) {
    throw new Failure({
      code: 'PATH_OUTSIDE',
      what: `The path ${path} is not within the checkout.`,
      fix: 'Name it relative to the root of the repository.',
    })
  }
  const found = statSync(join(root, relative), { throwIfNoEntry: false })
  if (found === undefined) {
    throw new Failure({
      code: 'PATH_MISSING',
      what: `The path ${path} does not exist.`,
      fix: 'Correct it, and make sure that the repository is checked out.',
    })
  }
  return found.isDirectory() ? walk(root, relative, matches) : [relative]
}
