/** Which layout a folder follows. */
import type { Folder } from './folder.ts'
import * as index from './index.ts'
import type { Layout } from './layout.ts'
import { layout as rollbackFolder } from './rollback-folder.ts'

export type LayoutName = (typeof index)[keyof typeof index]['name']

/** In the order of their names. */
export const layouts: readonly (Layout & { readonly name: LayoutName })[] = Object.values(index).toSorted(
  (a, b) => (a.name < b.name ? -1 : 1),
)

/** `auto`, and the name of every layout. */
export const layoutNames = ['auto', ...layouts.map(({ name }) => name)] as const

/** Undefined when it cannot be told, which is among the folder's problems then. */
export function chooseLayout(folder: Folder, wanted: LayoutName | 'auto'): Layout | undefined {
  if (wanted !== 'auto') return layouts.find(({ name }) => name === wanted)
  const { files } = folder
  const numbered = files.find((file) => /^\d+_[^/]*\.sql$/.test(file))
  const text = numbered === undefined ? undefined : folder.text(numbered)?.sql
  const signs = layouts.flatMap((layout) => {
    const file = layout.sign(files, text, (each) => folder.text(each)?.sql)
    return file === undefined ? [] : [{ layout, file }]
  })
  const decided = signs.find(({ layout }) => layout.decides)
  if (decided !== undefined) return decided.layout
  const [first, second] = signs
  // What fits none is told what there is.
  if (first === undefined) return rollbackFolder
  if (second === undefined) return first.layout
  folder.problem(
    'LAYOUT_UNCLEAR',
    second.file,
    1,
    `The folder has files such as ${first.file} and such as ${second.file}.`,
    `Name all in one way, or say which one counts with ${signs.map(({ layout }) => `\`layout: ${layout.name}\``).join(' or ')}.`,
  )
  return undefined
}
