/** `NNNN_name.up.sql` with `NNNN_name.down.sql`, numbered without gaps. */
import type { Migration } from '../migration.ts'
import type { Folder } from './folder.ts'
import { wrapsItself } from './golang-migrate.ts'
import type { Layout } from './layout.ts'
import { MANIFEST, ROLLBACKS } from './listing.ts'

const form = /^(\d{4})_([a-z0-9][a-z0-9_]*)\.(up|down)\.sql$/

function read(folder: Folder): readonly Migration[] {
  const stems = new Map<string, { version: string; name: string; hasUp: boolean }>()
  for (const file of folder.files) {
    if (file === MANIFEST || file.startsWith(ROLLBACKS)) continue
    const [, version, name, direction] = form.exec(file) ?? []
    if (version === undefined || name === undefined) {
      folder.problem(
        'MIGRATION_NAME',
        file,
        1,
        `${file} is not named like a migration.`,
        'Name it NNNN_name.up.sql or NNNN_name.down.sql, in lower case.',
      )
      continue
    }
    const stem = `${version}_${name}`
    const known = stems.get(stem)?.hasUp === true
    stems.set(stem, { version, name, hasUp: known || direction === 'up' })
  }
  const migrations: Migration[] = []
  let previous: string | undefined
  let last = 0
  for (const [stem, { version, name, hasUp }] of stems) {
    const [up, down] = [`${stem}.up.sql`, `${stem}.down.sql`]
    if (!hasUp) {
      folder.problem(
        'MIGRATION_MISSING',
        down,
        1,
        `${stem} has no up file.`,
        `Add ${up}, or remove its down file.`,
      )
      continue
    }
    const number = Number(version)
    if (previous !== undefined && number === last) {
      folder.problem(
        'MIGRATION_DUPLICATE',
        up,
        1,
        `${stem} has the number of ${previous}.`,
        'Give one of them the next free number.',
      )
    } else if (number !== last + 1) {
      const next = String(last + 1).padStart(4, '0')
      folder.problem(
        'MIGRATION_GAP',
        up,
        1,
        previous === undefined
          ? `${stem} is the first, but not number ${next}.`
          : `Between ${previous} and ${stem} there is a gap.`,
        number === 0
          ? 'Count from 0001: rename it, and those that come after it.'
          : `Rename it to ${next}_${name}, or add what is missing; a folder of golang-migrate may have gaps: \`layout: golang-migrate\`.`,
      )
    }
    previous = stem
    last = number
    const migration = folder.migration({ version, name, up, down })
    if (migration !== undefined) migrations.push(migration)
  }
  return migrations
}

export const layout = {
  name: 'numbered',
  form: '`NNNN_name.up.sql` with `NNNN_name.down.sql`',
  sign: (files, _first, text) =>
    wrapsItself(files, text) === undefined
      ? files.find((file) => /^(?:\d{4}_|\D)[^/]*\.(?:up|down)\.sql$/i.test(file))
      : undefined,
  read,
} as const satisfies Layout
