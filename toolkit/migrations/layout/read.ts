/** The migration files of a folder: in order, complete, and with the checksums that history remembers. */

import type { MigrationFolder } from '../migration.ts'
import { chooseLayout, type LayoutName } from './choose.ts'
import { type Folder, openFolder } from './folder.ts'
import { layout as golangMigrate } from './golang-migrate.ts'
import { layout as numbered } from './numbered.ts'

/** What `numbered` does not take, and golang-migrate does. */
function isUnlike({ problems, files }: Folder): boolean {
  const codes = problems.map(({ code }) => code)
  const ups = files.filter((file) => file.endsWith('.up.sql')).length
  const oneWay = ups > 1 && codes.filter((code) => code === 'ROLLBACK_MISSING').length === ups
  // It counts from 1 as well.
  if (files[0]?.startsWith('0000_')) return false
  // A single gap is what a merge leaves.
  const gaps = codes.filter((code) => code === 'MIGRATION_GAP').length
  const isLate = gaps > 0 && files[0]?.startsWith('0001_') === false
  return oneWay || gaps > 1 || isLate || codes.includes('MIGRATION_NAME')
}

/** Says that a folder of four digits may be one of golang-migrate, where that would find nothing wrong with it. */
function offerOther(folder: Folder, other: Folder): void {
  if (!isUnlike(folder) || folder.read().some(({ sql }) => /^--[ \t]*migrate:/m.test(sql))) return
  golangMigrate.read(other)
  const [first] = folder.files
  if (other.problems.length > 0 || first === undefined) return
  folder.problem(
    'LAYOUT_UNCLEAR',
    first,
    1,
    `The folder was read as \`${numbered.name}\`, and may be one of golang-migrate, which takes all this.`,
    `If it is, say \`layout: ${golangMigrate.name}\`; if not, correct what is told besides.`,
  )
}

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
  if (layout === 'auto' && chosen === numbered) offerOther(folder, openFolder(workspace, path))
  return { migrations, files: folder.read(), problems: folder.problems }
}
