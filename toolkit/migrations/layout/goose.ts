/** goose: `<number>_<name>.sql` with `-- +goose Up` and `-- +goose Down` in it. */
import type { Migration } from '../migration.ts'
import type { Folder } from './folder.ts'
import { type Marks, readHalves } from './halves.ts'
import type { Layout } from './layout.ts'
import { inOrderOfNumbers, numberedFiles } from './versions.ts'

const mark = /^--\s*\+goose\s+(.*?)\s*$/i

function saidIn(line: string): string | undefined {
  return mark.exec(line.trim())?.[1]?.toLowerCase()
}

const marks: Marks = {
  first: '-- +goose Up',
  wayOf: (line) => {
    const said = saidIn(line)
    return said === 'up' || said === 'down' ? said : undefined
  },
  lineFor: (line) => {
    const said = saidIn(line)
    if (said === undefined) return undefined
    // Where statements end, PostgreSQL's own grammar says.
    if (['up', 'down', 'statementbegin', 'statementend', 'envsub off'].includes(said)) return ''
    return said === 'no transaction' ? '-- migrate: no-transaction' : null
  },
}

function read(folder: Folder): readonly Migration[] {
  for (const other of folder.others)
    if (/^\d+_.*(?<!_test)\.go$/.test(other))
      folder.problem(
        'MIGRATION_OTHER',
        other,
        1,
        `${other} is a program, which cannot be run here.`,
        'Apply it with goose before the folder is taken over, and put it elsewhere; what comes later is written as SQL.',
      )
  const found = numberedFiles(folder, /\.sql$/, '<number>_<name>.sql')
  return inOrderOfNumbers(folder, found).flatMap(({ file, version, name }) => {
    const halves = readHalves(folder, file, marks)
    if (halves === undefined) return []
    const parts = { version, name, ...halves, without: 'there is nothing behind `-- +goose Down`' }
    return folder.adopted(parts, 'goose') ?? []
  })
}

export const layout = {
  name: 'goose',
  form: '`<number>_<name>.sql` with `-- +goose Up` and `-- +goose Down`, as goose has it',
  sign: (files, first) =>
    first !== undefined && /^--\s*\+goose\s+up\s*$/im.test(first)
      ? files.find((file) => /^\d/.test(file))
      : undefined,
  decides: true,
  read,
} as const satisfies Layout
