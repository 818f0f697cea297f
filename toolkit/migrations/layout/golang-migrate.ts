/** golang-migrate: `<number>_<name>.up.sql` with `<number>_<name>.down.sql`, which may be missing. */
import type { Migration, MigrationFile } from '../migration.ts'
import type { Folder } from './folder.ts'
import type { Layout } from './layout.ts'
import { inOrderOfNumbers, numberedFiles } from './versions.ts'

/** BEGIN as the first word of a file, and COMMIT as its last: they say what is so anyway. */
const begin =
  /^((?:\s|--[^\n]*\n|\/\*(?:[^*]|\*(?!\/))*\*\/)*)(begin(?:\s+(?:work|transaction))?\s*;|start\s+transaction\s*;)/i
const commits: ReadonlySet<string> = new Set(['commit', 'commit work', 'commit transaction'])

function isCommit(line: string): boolean {
  const words = line.replace(/--.*/, '').replaceAll(/[;\s]+/g, ' ')
  return commits.has(words.trim().toLowerCase())
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ')
}

const fourDigits = /^\d{4}_.*\.up\.sql$/
const directive = /^--[ \t]*migrate:/m

/**
 * Files with four digits may be those of `numbered`, which takes none that opens a transaction itself, and whose
 * directives nobody else has. One that does may be a mistake; several of which all do are none.
 */
export function wrapsItself(
  files: readonly string[],
  text: (file: string) => string | undefined,
): string | undefined {
  const own = files.filter((file) => fourDigits.test(file))
  const texts = own.map((file) => ({ file, sql: text(file) ?? '' }))
  if (texts.some(({ sql }) => directive.test(sql))) return undefined
  const all = texts.length > 1 && texts.every((each) => withoutTransaction(each).sql !== each.sql)
  return all ? texts[0]?.file : undefined
}

function withoutTransaction({ file, sql }: MigrationFile): MigrationFile {
  const opening = begin.exec(sql)
  const lines = sql.split('\n')
  const last = lines.findLastIndex((line) => line.trim() !== '' && !line.trim().startsWith('--'))
  const closing = lines[last]
  if (opening === null || closing === undefined || !isCommit(closing)) return { file, sql }
  const [, head = '', first = ''] = opening
  const rest = lines
    .with(last, blank(closing))
    .join('\n')
    .slice(head.length + first.length)
  return { file, sql: `${head}${blank(first)}${rest}` }
}

function read(folder: Folder): readonly Migration[] {
  const files = new Set(folder.files)
  const found = numberedFiles(
    folder,
    /\.(?:up|down)\.sql$/,
    '<number>_<name>.up.sql or <number>_<name>.down.sql',
  )
  const isUp = ({ file }: { readonly file: string }) => file.endsWith('.up.sql')
  for (const { file } of found)
    if (file.endsWith('.down.sql') && !files.has(file.replace(/\.down\.sql$/, '.up.sql')))
      folder.problem(
        'MIGRATION_MISSING',
        file,
        1,
        `${file} undoes a file that is not there.`,
        'Add that file, or remove this one.',
      )
  return inOrderOfNumbers(folder, found.filter(isUp)).flatMap(({ file, version, name }) => {
    const up = folder.text(file)
    const back = file.replace(/\.up\.sql$/, '.down.sql')
    const down = files.has(back) ? folder.text(back) : undefined
    if (up === undefined || (files.has(back) && down === undefined)) return []
    const parts = {
      version,
      name,
      up: withoutTransaction(up),
      down: down === undefined ? undefined : withoutTransaction(down),
      without: `there is no ${back}`,
    }
    return folder.adopted(parts, undefined) ?? []
  })
}

export const layout = {
  name: 'golang-migrate',
  form: '`<number>_<name>.up.sql` with `<number>_<name>.down.sql`, numbered with gaps, as golang-migrate has it',
  // Four digits are those of `numbered`, unless what they hold says otherwise.
  sign: (files, _first, text) =>
    files.find((file) => /^(?!\d{4}_)\d+_.*\.(?:up|down)\.sql$/.test(file)) ?? wrapsItself(files, text),
  read,
} as const satisfies Layout
