/** What is to be applied: the folder held against what history says was applied. */
import { compareWithHistory } from '#toolkit/migrations/compare.ts'
import type { Present } from '#toolkit/migrations/history.ts'
import { type Migration, migrationAddress } from '#toolkit/migrations/migration.ts'
import { Failure, throwIfAny } from '#toolkit/model/failure.ts'
import type { Parse } from '../sql/parser.ts'
import type { Script } from '../sql/statements.ts'
import { contradictions } from './contradictions.ts'
import { readTasks, recordedOf, type Task } from './task.ts'

/**
 * What is applied can never be filled in: history has its checksum. Another tool has applied it as it is, and then it
 * can be filled in no more either.
 */
function empty({ file }: Script): Failure {
  return new Failure({
    code: 'MIGRATION_EMPTY',
    what: `${file} holds no statement.`,
    why: 'Once it is applied, it may not be edited any more.',
    fix: 'Write what it is to do; if that is nothing, `SELECT 1;` says so.',
    source: { file, line: 1 },
  })
}

/**
 * The migrations that are not applied yet, in order.
 * @param to the last version to apply; all of them when it is not given
 * @throws Failures of everything that contradicts history, or of every file that cannot be run
 */
export async function pendingTasks(
  migrations: readonly Migration[],
  { applied }: Present,
  folder: string,
  to: string | undefined,
  loadParser: () => Promise<Parse>,
): Promise<Task[]> {
  throwIfAny(contradictions(migrations, applied, folder))
  const last =
    to === undefined ? migrations.length - 1 : migrations.findIndex(({ version }) => version === to)
  if (to !== undefined && last === -1) {
    throw new Failure({
      code: 'VERSION_UNKNOWN',
      what: `There is no migration ${to} in ${folder}.`,
      fix: `Correct \`to:\` under \`with:\`. The newest is ${migrations.at(-1)?.version ?? 'none'}.`,
    })
  }
  const wanted = new Set(migrations.slice(0, last + 1))
  const pending = compareWithHistory(migrations, applied).pending.filter((migration) => wanted.has(migration))
  if (pending.length === 0) return []
  const tasks = await readTasks(
    loadParser,
    pending.map((migration) => ({
      address: migrationAddress(migration),
      migration: recordedOf(migration),
      direction: 'up',
      ...migration.up,
    })),
  )
  const adopted = new Set(pending.filter((migration) => migration.adopted).map(({ up }) => up.file))
  const empties = tasks.flatMap(({ script }) => (script.statements.length === 0 ? [script] : []))
  throwIfAny(empties.filter(({ file }) => !adopted.has(file)).map(empty))
  return tasks
}
