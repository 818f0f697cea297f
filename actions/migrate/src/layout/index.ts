/** The ways in which migration files are named and ordered, and which of them a folder follows. */
import type { Migration } from '../files.ts'
import type { Folder } from './folder.ts'
import { manifest } from './manifest.ts'
import { numbered } from './numbered.ts'
import { rollbackFolder } from './rollback-folder.ts'

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
  if (folder.files.includes('MANIFEST')) return layouts.manifest
  const own = folder.files.filter((file) => !file.startsWith('rollback/'))
  const paired = own.filter((file) => /\.(?:up|down)\.sql$/.test(file))
  const [plain] = own.filter((file) => !paired.includes(file))
  const looksPlain = plain !== undefined && /^\d{3,}_/.test(plain)
  if (paired.length > 0 && looksPlain) {
    folder.problem(
      'LAYOUT_UNCLEAR',
      plain,
      1,
      `The folder has files such as ${paired[0]} and such as ${plain}.`,
      'Name all in one way, or say which one counts with `layout: numbered` or `layout: rollback-folder`.',
    )
    return undefined
  }
  return paired.length === 0 && looksPlain ? layouts['rollback-folder'] : layouts.numbered
}
