/** The migration files of a folder: in order, complete, and with the checksums that history remembers. */

import type { MigrationFolder } from '../migration.ts'
import { chooseLayout, type LayoutName } from './choose.ts'
import { openFolder } from './folder.ts'

/**
 * Reads a folder. Everything wrong is told at once: names that fit no layout, duplicates, gaps, missing files, files
 * that are no text, and migrations that cannot be undone without saying why.
 * @param path relative to the workspace
 */
export function readMigrations(
  workspace: string,
  path: string,
  layout: LayoutName | 'auto' = 'auto',
): MigrationFolder {
  const folder = openFolder(workspace, path)
  const chosen = chooseLayout(folder, layout)
  const migrations = chosen?.read(folder) ?? []
  return { migrations, files: folder.read(), problems: folder.problems }
}
