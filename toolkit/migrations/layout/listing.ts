/** Which files a folder of migrations has, before any is read. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { placeWithin, Unreadable } from '../../sources/checkout.ts'

export const MANIFEST = 'MANIFEST'
export const ROLLBACKS = 'rollback/'

export interface Listing {
  /** Relative to the folder, in the order of their names, those in `rollback/` last. */
  readonly files: readonly string[]
  /** Whatever else is in the folder itself, folders with a `/` behind their names. */
  readonly others: readonly string[]
  /** Set when the folder, or its `rollback/`, is not in the checkout: which one. */
  readonly outside: '' | typeof ROLLBACKS | undefined
}

function isMissing(error: unknown): boolean {
  if (error instanceof Unreadable) return error.reason === 'missing'
  const { code } = error as NodeJS.ErrnoException // of the system
  return code === 'ENOENT' || code === 'ENOTDIR'
}

function listOne(workspace: string, root: string, prefix: '' | typeof ROLLBACKS): Listing {
  let folder: string
  try {
    folder = placeWithin(workspace, join(root, prefix))
  } catch (error) {
    if (!(error instanceof Unreadable) || error.reason !== 'outside') throw error
    return { files: [], others: [], outside: prefix }
  }
  // `.SQL` as well: what looks like a migration must not be passed over in silence.
  const all = readdirSync(folder, { withFileTypes: true })
  const entries = all.filter(
    (entry) =>
      !entry.isDirectory() && (/\.sql$/i.test(entry.name) || (entry.name === MANIFEST && prefix === '')),
  )
  const known = new Set(entries)
  const named = (each: { readonly name: string }) => prefix + each.name
  return {
    files: entries.map(named).sort(),
    others: all
      .filter((entry) => !known.has(entry))
      .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
      .sort(),
    outside: undefined,
  }
}

/** @throws Unreadable, or the system's error, when the folder cannot be read */
export function listFiles(workspace: string, root: string): Listing {
  const own = listOne(workspace, root, '')
  if (own.outside !== undefined) return own
  try {
    const { files, outside } = listOne(workspace, root, ROLLBACKS)
    return { files: [...own.files, ...files], others: own.others, outside }
  } catch (error) {
    if (!isMissing(error)) throw error
    return own
  }
}
