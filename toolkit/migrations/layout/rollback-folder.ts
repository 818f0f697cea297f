/**
 * `NNN_name.sql` or `YYYYMMDD_name.sql`, with `rollback/<file without .sql>_rollback.sql`. Numbers have no gaps. Several
 * files may share a day, so a dated file is known by its whole stem, and runs in the order of the names: one that comes
 * to the same day later changes no version. Numbers come before days, and 1000 after 999.
 */
import type { Migration } from '../migration.ts'
import type { Folder } from './folder.ts'
import type { Layout } from './layout.ts'
import { MANIFEST, ROLLBACKS } from './listing.ts'

const form = /^(\d{8}(?:\d{6})?|\d{3,4})_([A-Za-z0-9][A-Za-z0-9_.-]*)(?<!\.(?:up|down))\.sql$/

/** Compares by number, then by name: with zeros in front, the order of numbers is that of texts. */
function inOrder(a: string, b: string): number {
  const [first, second] = [a, b].map((file) => file.replace(/^\d+/, (digits) => digits.padStart(8, '0')))
  if (first === second || first === undefined || second === undefined) return a < b ? -1 : 1
  return first < second ? -1 : 1
}

function read(folder: Folder): readonly Migration[] {
  const migrations: Migration[] = []
  const expected = new Set<string>()
  let previous: { stem: string; number: number } | undefined
  const own = folder.files.filter((file) => file !== MANIFEST && !file.startsWith(ROLLBACKS))
  for (const file of own.toSorted(inOrder)) {
    const [, digits, name] = form.exec(file) ?? []
    if (digits === undefined || name === undefined) {
      folder.problem(
        'MIGRATION_NAME',
        file,
        1,
        `${file} is not named like a migration.`,
        'Name it NNN_name.sql or YYYYMMDD_name.sql. Other names: NNNN_name.up.sql with NNNN_name.down.sql, or any in a MANIFEST.',
      )
      continue
    }
    const stem = `${digits}_${name}`
    const dated = digits.length >= 8
    if (!dated) {
      const number = Number(digits)
      if (previous?.number === number) {
        folder.problem(
          'MIGRATION_DUPLICATE',
          file,
          1,
          `${stem} has the number of ${previous.stem}.`,
          'Give one of them the next free number.',
        )
      } else if (previous !== undefined && number !== previous.number + 1) {
        folder.problem(
          'MIGRATION_GAP',
          file,
          1,
          `Between ${previous.stem} and ${stem} there is a gap.`,
          `Rename it to ${String(previous.number + 1).padStart(digits.length, '0')}_${name}, or add what is missing.`,
        )
      }
      previous = { stem, number }
    }
    const down = `${ROLLBACKS}${stem}_rollback.sql`
    expected.add(down)
    const migration = folder.migration({ version: dated ? stem : digits, name, up: file, down })
    if (migration !== undefined) migrations.push(migration)
  }
  for (const file of folder.files) {
    if (!file.startsWith(ROLLBACKS) || expected.has(file)) continue
    folder.problem(
      'MIGRATION_MISSING',
      file,
      1,
      `${file} undoes a file that is not there.`,
      'Add that file, or remove this one.',
    )
  }
  return migrations
}

export const layout = {
  name: 'rollback-folder',
  form: '`NNN_name.sql` or `YYYYMMDD_name.sql` with `rollback/<name>_rollback.sql`',
  // Only a name that it would take: any other is a mistake in another layout.
  sign: (files) => files.find((file) => form.test(file)),
  read,
} as const satisfies Layout
