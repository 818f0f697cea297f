/** The ways in which migration files are named and ordered, and which of them a folder follows. */
import type { Migration } from '../migration.ts'
import type { Folder } from './folder.ts'
import { MANIFEST } from './listing.ts'
import { manifest } from './manifest.ts'
import { numbered } from './numbered.ts'
import { isNamed, rollbackFolder } from './rollback-folder.ts'

/** Gives the migrations in the order of application; what is wrong is told to the folder. */
export type Layout = (folder: Folder) => readonly Migration[]

const layouts = { numbered, 'rollback-folder': rollbackFolder, manifest } as const satisfies Record<
  string,
  Layout
>
export type LayoutName = keyof typeof layouts

/** Undefined when it cannot be told, which is among the folder's problems then. */
export function chooseLayout(folder: Folder, wanted: LayoutName | 'auto'): Layout | undefined {
  if (wanted !== 'auto') return layouts[wanted]
  const { files } = folder
  if (files.includes(MANIFEST)) return layouts.manifest
  const paired = files.find((file) => /^[^/]+\.(?:up|down)\.sql$/i.test(file))
  if (paired === undefined) return files.length > 0 ? layouts['rollback-folder'] : layouts.numbered
  // Only a name that the other layout would take makes it unclear; any other is a mistake in this one.
  const plain = files.find((file) => isNamed(file))
  if (plain === undefined) return layouts.numbered
  folder.problem(
    'LAYOUT_UNCLEAR',
    plain,
    1,
    `The folder has files such as ${paired} and such as ${plain}.`,
    'Name all in one way, or say which one counts with `layout: numbered` or `layout: rollback-folder`.',
  )
  return undefined
}
