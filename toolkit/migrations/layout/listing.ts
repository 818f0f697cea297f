/** Which files a folder of migrations has, before any is read. */
import { readdirSync, realpathSync } from 'node:fs'
import { isAbsolute, join, relative } from 'node:path'

export const MANIFEST = 'MANIFEST'
export const ROLLBACKS = 'rollback/'

export interface Listing {
  /** Relative to the folder, in the order of their names, those in `rollback/` last. */
  readonly files: readonly string[]
  /** Those that are no plain files: links, and what only has the name of a file. */
  readonly odd: ReadonlySet<string>
  /** Set when the folder, or its `rollback/`, is not in the checkout: which one. */
  readonly outside: '' | typeof ROLLBACKS | undefined
}

/** Whether links, or dots, lead from a path out of the checkout. */
export function isOutside(path: string, workspace: string): boolean {
  const way = relative(realpathSync(workspace), realpathSync(path))
  return way === '..' || way.startsWith('../') || isAbsolute(way)
}

function isMissing(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException // of the system
  return code === 'ENOENT' || code === 'ENOTDIR'
}

function listOne(workspace: string, root: string, prefix: '' | typeof ROLLBACKS): Listing {
  const folder = join(root, prefix)
  if (isOutside(folder, workspace)) return { files: [], odd: new Set(), outside: prefix }
  // `.SQL` as well: what looks like a migration must not be passed over in silence.
  const entries = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) =>
      !entry.isDirectory() && (/\.sql$/i.test(entry.name) || (entry.name === MANIFEST && prefix === '')),
  )
  const named = (each: { readonly name: string }) => prefix + each.name
  return {
    files: entries.map(named).sort(),
    odd: new Set(entries.filter((entry) => !entry.isFile()).map(named)),
    outside: undefined,
  }
}

/** @throws the system's error when the folder cannot be read */
export function listFiles(workspace: string, root: string): Listing {
  const own = listOne(workspace, root, '')
  if (own.outside !== undefined) return own
  try {
    const { files, odd, outside } = listOne(workspace, root, ROLLBACKS)
    return { files: [...own.files, ...files], odd: new Set([...own.odd, ...odd]), outside }
  } catch (error) {
    if (!isMissing(error)) throw error
    return own
  }
}
