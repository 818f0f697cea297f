/** What is to be done: the folder held against what history says was applied. */
import { Failure, failuresIn, throwIfAny } from '#toolkit/model/failure.ts'
import { addressOf, checksumOf, type Migration } from './files.ts'
import type { Applied } from './history.ts'
import type { Parse } from './parser.ts'
import { readScript, type Script } from './statements.ts'

/** One script that would run. */
export interface Task {
  readonly migration: Migration
  readonly script: Script
}

function edited(migration: Migration, applied: Applied): Failure {
  return new Failure({
    code: 'MIGRATION_EDITED',
    what: `${migration.up.file} was applied with another content.`,
    why: `History has ${applied.checksum.slice(7, 19)}, the file is ${migration.checksum.slice(7, 19)}.`,
    fix: 'Restore the file as it was applied (`git log -p` shows it), and put the change into a new migration.',
    source: { file: migration.up.file, line: 1 },
  })
}

/** All that contradicts history. */
function contradictions(
  migrations: readonly Migration[],
  applied: readonly Applied[],
  folder: string,
): Failure[] {
  const files = new Map(migrations.map((migration) => [migration.version, migration]))
  const done = new Set(applied.map((each) => each.version))
  const head = applied.at(-1)?.version ?? ''
  const gone = applied.flatMap((each) => {
    const migration = files.get(each.version)
    if (migration !== undefined) return migration.checksum === each.checksum ? [] : [edited(migration, each)]
    return [
      new Failure({
        code: 'MIGRATION_GONE',
        what: `${each.version}_${each.name} is applied, but not in ${folder}.`,
        fix: 'Bring the file back: this checkout is older than the database, or the file was removed.',
      }),
    ]
  })
  const late = migrations
    .filter((migration) => !done.has(migration.version) && migration.version < head)
    .map(
      (migration) =>
        new Failure({
          code: 'MIGRATION_OUT_OF_ORDER',
          what: `${migration.up.file} is not applied, but ${head} is.`,
          why: 'Migrations run in the order of their numbers, everywhere.',
          fix: 'Give it the next free number.',
          source: { file: migration.up.file, line: 1 },
        }),
    )
  return [...gone, ...late]
}

function readAll(parse: Parse, migrations: readonly Migration[], direction: 'up' | 'down'): Task[] {
  const problems: Failure[] = []
  const tasks = migrations.flatMap((migration) => {
    try {
      const { file, sql } = migration[direction]
      return [{ migration, script: readScript(parse, file, sql) }]
    } catch (error) {
      const known = failuresIn(error)
      if (known.length === 0) throw error
      problems.push(...known)
      return []
    }
  })
  throwIfAny(problems)
  return tasks
}

/**
 * The migrations that are not applied yet, in order.
 * @throws Failures of everything that contradicts history, or of every file that cannot be run
 */
export async function pendingTasks(
  migrations: readonly Migration[],
  applied: readonly Applied[],
  folder: string,
  loadParser: () => Promise<Parse>,
): Promise<Task[]> {
  throwIfAny(contradictions(migrations, applied, folder))
  const done = new Set(applied.map((each) => each.version))
  const pending = migrations.filter((migration) => !done.has(migration.version))
  return pending.length === 0 ? [] : readAll(await loadParser(), pending, 'up')
}

/** The last `steps` migrations that were applied, the newest first, with the rollbacks that history keeps. */
export async function rollbackTasks(
  applied: readonly Applied[],
  steps: number,
  folder: string,
  loadParser: () => Promise<Parse>,
): Promise<Task[]> {
  const newestFirst = [...applied].sort(
    (a, b) => b.finishedAt.getTime() - a.finishedAt.getTime() || (a.version < b.version ? 1 : -1),
  )
  const migrations = newestFirst.slice(0, steps).map(({ version, name, checksum, downSql }): Migration => {
    const base = `${folder}/${version}_${name}`
    return {
      version,
      name,
      checksum,
      up: { file: `${base}.up.sql`, sql: '' },
      down: { file: `${base}.down.sql`, sql: downSql },
    }
  })
  return migrations.length === 0 ? [] : readAll(await loadParser(), migrations, 'down')
}

/** How a task is called in plans and outcomes. */
export function taskAddress({ migration }: Task, direction: 'up' | 'down'): string {
  return direction === 'up' ? addressOf(migration) : `${addressOf(migration)} (down)`
}

/** What running a task does, for the plan: all that the review covers. */
export function taskValue({ script }: Task) {
  return {
    checksum: checksumOf(script.sql),
    transaction: script.transactional,
    statements: script.statements.map((statement) => statement.text),
  }
}
