/** In what a folder contradicts history. */
import { compareWithHistory } from '#toolkit/migrations/compare.ts'
import type { Applied } from '#toolkit/migrations/history.ts'
import type { Migration } from '#toolkit/migrations/migration.ts'
import { Failure } from '#toolkit/model/failure.ts'

function edited(migration: Migration, applied: Applied): Failure {
  return new Failure({
    code: 'MIGRATION_EDITED',
    what: `${migration.up.file} was applied with another content.`,
    why: `History has ${applied.checksum.slice(7, 19)}, the file is ${migration.checksum.slice(7, 19)}.`,
    fix: 'Restore the file as it was applied (`git log -p` shows it), and put the change into a new migration. If the database has the new content already, `command: repair` records that.',
    source: { file: migration.up.file, line: 1 },
  })
}

function gone({ version, name }: Applied, folder: string): Failure {
  return new Failure({
    code: 'MIGRATION_GONE',
    what: `${version} (${name}) is applied, but not in ${folder}.`,
    why: 'This checkout is older than the database, or the file was removed.',
    fix: 'Bring the file back, or undo it with `command: rollback`; history keeps how.',
  })
}

function late({ up }: Migration, head: Applied): Failure {
  return new Failure({
    code: 'MIGRATION_OUT_OF_ORDER',
    what: `${up.file} is not applied, but ${head.version} is, which comes after it.`,
    why: 'Migrations run in the same order everywhere.',
    fix: 'Move it behind the last one: rename it, or give it a later line in the MANIFEST.',
    source: { file: up.file, line: 1 },
  })
}

/** Everything in which the folder contradicts history. */
export function contradictions(
  migrations: readonly Migration[],
  applied: readonly Applied[],
  folder: string,
): Failure[] {
  const found = compareWithHistory(migrations, applied)
  const { head } = found
  return [
    ...found.edited.map(({ migration, before }) => edited(migration, before)),
    ...found.gone.map((each) => gone(each, folder)),
    ...(head === undefined ? [] : found.late.map((each) => late(each, head))),
  ]
}
