/** A file `MANIFEST` gives the order, one file name a line; `#` begins a comment. */
import type { Migration } from '../files.ts'
import type { Folder } from './folder.ts'

const MANIFEST = 'MANIFEST'

function downOf(up: string): string {
  return up.endsWith('.up.sql')
    ? up.replace(/\.up\.sql$/, '.down.sql')
    : `rollback/${up.replace(/\.sql$/, '')}_rollback.sql`
}

export function manifest(folder: Folder): readonly Migration[] {
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
  const lines = (folder.text(MANIFEST)?.sql ?? '')
    .split(/\r?\n/)
    .map((line) => line.replace(/#.*$/, '').trim())
  const listed = new Map<string, number>()
  const migrations: Migration[] = []
  for (const [index, file] of lines.entries()) {
    if (file === '') continue
    const line = index + 1
    const before = listed.get(file)
    if (before !== undefined) {
      folder.problem(
        'MANIFEST_DUPLICATE',
        MANIFEST,
        line,
        `${file} is on line ${before} already.`,
        'Remove one of the two.',
      )
      continue
    }
    listed.set(file, line)
    if (!folder.files.includes(file) || !file.endsWith('.sql')) {
      folder.problem(
        'MANIFEST_UNKNOWN',
        MANIFEST,
        line,
        `${file} is not in the folder.`,
        'Correct the name, add the file, or remove the line.',
      )
      continue
    }
    const stem = file.replace(/(?:\.up)?\.sql$/, '')
    const name = stem.replace(/^\d+_/, '')
    const migration = folder.migration({ version: stem, name, up: file, down: downOf(file) })
    if (migration !== undefined) migrations.push(migration)
  }
  const downs = new Set([...listed.keys()].map(downOf))
  for (const file of folder.files) {
    if (file === MANIFEST || listed.has(file) || downs.has(file)) continue
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
