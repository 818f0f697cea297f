/**
 * A file `MANIFEST` gives the order, one file name a line; `#` begins a comment. A file is known by its stem. Rollbacks
 * stand beside (`.down.sql` of `.up.sql`), or in `rollback/`.
 */
import type { Migration } from '../migration.ts'
import type { Folder } from './folder.ts'
import type { Layout } from './layout.ts'
import { MANIFEST, ROLLBACKS } from './listing.ts'

function stemOf(file: string): string {
  return file.replace(/(?:\.up)?\.sql$/, '')
}

function isRollback(file: string): boolean {
  return file.startsWith(ROLLBACKS) || file.endsWith('.down.sql')
}

function downOf(up: string): string {
  return up.endsWith('.up.sql')
    ? up.replace(/\.up\.sql$/, '.down.sql')
    : `${ROLLBACKS}${up.replace(/\.sql$/, '')}_rollback.sql`
}

function read(folder: Folder): readonly Migration[] {
  if (!folder.files.includes(MANIFEST)) {
    folder.problem(
      'MANIFEST_MISSING',
      MANIFEST,
      1,
      'There is no MANIFEST in the folder.',
      'Add one: a file name a line, in the order of application.',
    )
    return []
  }
  const text = folder.text(MANIFEST)
  if (text === undefined) return []
  const known = new Set(folder.files)
  /** What is known by a stem already, and where it is listed. */
  const listed = new Map<string, { file: string; line: number }>()
  const migrations: Migration[] = []
  const lines = text.sql.split('\n').map((each) => each.replace(/#.*/, '').trim())
  for (const [index, file] of lines.entries()) {
    if (file === '') continue
    const line = index + 1
    const problem = (code: string, what: string, fix: string) =>
      folder.problem(code, MANIFEST, line, what, fix)
    if (isRollback(file)) {
      problem('MANIFEST_ROLLBACK', `${file} is a rollback.`, 'Remove the line: only what leads up has one.')
      continue
    }
    if (!known.has(file) || !file.endsWith('.sql')) {
      problem(
        'MANIFEST_UNKNOWN',
        `${file} is not a migration of the folder.`,
        'Correct the name, add the file, or remove the line.',
      )
      continue
    }
    const stem = stemOf(file)
    const before = listed.get(stem)
    if (before !== undefined) {
      const what =
        before.file === file
          ? `${file} is on line ${before.line} already.`
          : `${file} has the name of ${before.file} on line ${before.line}.`
      problem('MANIFEST_DUPLICATE', what, 'Remove or rename one of the two.')
      continue
    }
    listed.set(stem, { file, line })
    const name = stem.replace(/^\d+_/, '')
    const migration = folder.migration({ version: stem, name, up: file, down: downOf(file) })
    if (migration !== undefined) migrations.push(migration)
  }
  const named = new Set(lines)
  const downs = new Set([...listed.values()].map(({ file }) => downOf(file)))
  for (const file of folder.files) {
    if (file === MANIFEST || named.has(file) || downs.has(file)) continue
    if (isRollback(file)) {
      folder.problem(
        'MIGRATION_MISSING',
        file,
        1,
        `${file} undoes nothing that is in the MANIFEST.`,
        'Add a line for what it undoes, or remove it.',
      )
      continue
    }
    folder.problem(
      'MANIFEST_UNLISTED',
      file,
      1,
      `${file} is not in the MANIFEST, so it would never run.`,
      'Add a line for it where it belongs, or remove the file.',
    )
  }
  return migrations
}

export const layout = {
  name: 'manifest',
  form: 'the order of a file `MANIFEST`',
  sign: (files) => files.find((file) => file === MANIFEST),
  decides: true,
  read,
} as const satisfies Layout
