/** What is to be undone, as history keeps it. */
import type { Present } from '#toolkit/migrations/history.ts'
import { type Migration, migrationAddress } from '#toolkit/migrations/migration.ts'
import { Failure, throwIfAny } from '#toolkit/model/failure.ts'
import type { Parse } from '../sql/parser.ts'
import { readTasks, type Task } from './task.ts'

export interface RollbackOptions {
  /** How many to undo, when `to` is not given. */
  readonly steps: number
  /** Everything that was applied after this version is undone. */
  readonly to: string | undefined
}

/**
 * The last migrations that took effect, the newest first, with the rollbacks that history keeps. The files may be gone.
 * @throws Failures VERSION_UNKNOWN, IRREVERSIBLE
 */
export async function rollbackTasks(
  { applied }: Present,
  { steps, to }: RollbackOptions,
  migrations: readonly Migration[],
  folder: string,
  loadParser: () => Promise<Parse>,
): Promise<Task[]> {
  const newestFirst = applied.toReversed()
  const stop = to === undefined ? steps : newestFirst.findIndex(({ version }) => version === to)
  if (stop === -1) {
    throw new Failure({
      code: 'VERSION_UNKNOWN',
      what: `${to} is not in effect, so nothing can be undone down to it.`,
      fix:
        newestFirst.length === 0
          ? 'Nothing is in effect: look whether it is the database, and the `history-table`, that is meant.'
          : `Correct \`to:\` under \`with:\`. In effect, the newest first: ${newestFirst
              .slice(0, 5)
              .map(({ version }) => version)
              .join(', ')}.`,
    })
  }
  const chosen = newestFirst.slice(0, stop)
  throwIfAny(
    chosen.flatMap(({ version, name, irreversible, downSql }) =>
      downSql !== undefined
        ? []
        : [
            new Failure({
              code: 'IRREVERSIBLE',
              what: `${version} (${name}) cannot be undone: ${irreversible}.`,
              fix: 'Write a new migration that leads where you want to be, or restore a backup.',
            }),
          ],
    ),
  )
  if (chosen.length === 0) return []
  const files = new Map(migrations.map((migration) => [migration.version, migration]))
  return readTasks(
    loadParser,
    chosen.map(({ id: _id, finishedAt: _finishedAt, ...migration }) => {
      const file = files.get(migration.version)
      const stem = file === undefined ? `${folder}/${migration.version}` : migrationAddress(file)
      return {
        address: `${stem} (down)`,
        migration,
        direction: 'down',
        file: file?.down?.file ?? `${stem}.down.sql`,
        sql: migration.downSql ?? '',
      }
    }),
  )
}
