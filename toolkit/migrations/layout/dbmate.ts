/** dbmate: `<number>_<name>.sql` with `-- migrate:up` and `-- migrate:down` in it. */
import type { Migration } from '../migration.ts'
import type { Folder } from './folder.ts'
import { type Marks, readHalves } from './halves.ts'
import type { Layout } from './layout.ts'
import { inOrderOfNumbers, numberedFiles } from './versions.ts'

const mark = /^--\s*migrate:(up|down)(?:\s+(.*))?$/

const marks: Marks = {
  first: '-- migrate:up',
  wayOf: (line) => {
    const way = mark.exec(line.trim())?.[1]
    return way === 'up' || way === 'down' ? way : undefined
  },
  lineFor: (line) => {
    const found = mark.exec(line.trim())
    if (found === null) return undefined
    const options = (found[2] ?? '').trim()
    if (options === '' || options === 'transaction:true') return ''
    return options === 'transaction:false' ? '-- migrate: no-transaction' : null
  },
}

function read(folder: Folder): readonly Migration[] {
  const found = numberedFiles(folder, /\.sql$/, '<number>_<name>.sql')
  return inOrderOfNumbers(folder, found).flatMap(({ file, version, name }) => {
    const halves = readHalves(folder, file, marks)
    if (halves === undefined) return []
    const parts = { version, name, ...halves, without: `there is nothing behind \`-- migrate:down\`` }
    return folder.adopted(parts, 'dbmate') ?? []
  })
}

export const layout = {
  name: 'dbmate',
  form: '`<number>_<name>.sql` with `-- migrate:up` and `-- migrate:down`, as dbmate has it',
  sign: (files, first) =>
    first !== undefined && /^--\s*migrate:up\b/m.test(first)
      ? files.find((file) => /^\d/.test(file))
      : undefined,
  decides: true,
  read,
} as const satisfies Layout
