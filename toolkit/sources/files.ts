import { type Dirent, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const skipped = new Set(['.git', 'node_modules', 'dist', '.terraform'])

/**
 * The files at or beneath a path whose names match, sorted, as paths relative to `root` with `/`.
 * @throws the file system's error when the path does not exist.
 */
export function filesUnder(root: string, path: string, matches: RegExp): string[] {
  const absolute = join(root, path)
  if (statSync(absolute).isFile()) return [path]
  return readdirSync(absolute, { withFileTypes: true })
    .sort(byName)
    .flatMap((entry) => {
      const child = path === '' || path === '.' ? entry.name : `${path}/${entry.name}`
      if (entry.isDirectory()) return skipped.has(entry.name) ? [] : filesUnder(root, child, matches)
      return entry.isFile() && matches.test(entry.name) ? [child] : []
    })
}

function byName(a: Dirent, b: Dirent): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0
}
