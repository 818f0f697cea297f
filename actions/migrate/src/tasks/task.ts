/** One script that would run. */
import { setImmediate } from 'node:timers/promises'
import { checksumOf } from '#toolkit/migrations/checksum.ts'
import type { Direction, RecordedMigration } from '#toolkit/migrations/history.ts'
import type { Migration } from '#toolkit/migrations/migration.ts'
import { type Failure, failuresIn, throwIfAny } from '#toolkit/model/failure.ts'
import { grouped } from '#toolkit/report/wording.ts'
import type { Parse } from '../sql/parser.ts'
import { readScript, type Script } from '../sql/statements.ts'

export interface Task {
  /** How it is called in plans and outcomes: `db/migrations/0003_name`, with ` (down)` when it is undone. */
  readonly address: string
  readonly migration: RecordedMigration
  readonly direction: Direction
  readonly script: Script
}

export function recordedOf({ version, name, checksum, down, irreversible }: Migration): RecordedMigration {
  return { version, name, checksum, downSql: down?.sql, irreversible }
}

/** UTF-16 units that a plan tells of the statements of one file: who reviews it reads no more. */
const MOST_TOLD = 200_000

/** The statements of a file, as far as somebody reads them. */
function told({ statements }: Script): string[] {
  const texts: string[] = []
  let left = MOST_TOLD
  for (const { brief } of statements) {
    if (left <= 0) break
    texts.push(brief.length > left ? `${brief.slice(0, left).toWellFormed()}…` : brief)
    left -= brief.length
  }
  const rest = statements.length - texts.length
  return rest === 0 ? texts : [...texts, `… and ${grouped(rest)} more`]
}

/** What running a task does, for the plan. By its checksum the review covers every byte, whatever is told. */
export function taskValue({ migration, direction, script }: Task) {
  return {
    // Of a way up it is known already.
    checksum: direction === 'up' ? migration.checksum : checksumOf(script.sql),
    transaction: script.transactional,
    statements: told(script),
  }
}

/** After so many files the database is heard: its answers come meanwhile. */
const WITHOUT_PAUSE = 20

/**
 * Reads the scripts of tasks.
 * @throws Failures of every file that cannot be run
 */
export async function readTasks(
  loadParser: () => Promise<Parse>,
  sources: readonly (Omit<Task, 'script'> & { file: string; sql: string })[],
): Promise<Task[]> {
  const problems: Failure[] = []
  const tasks: Task[] = []
  await setImmediate()
  const parse = await loadParser()
  for (const [index, { file, sql, ...task }] of sources.entries()) {
    if (index % WITHOUT_PAUSE === 0) await setImmediate()
    try {
      tasks.push({ ...task, script: readScript(parse, file, sql) })
    } catch (error) {
      const known = failuresIn(error)
      if (known.length === 0) throw error
      problems.push(...known)
    }
  }
  throwIfAny(problems)
  return tasks
}
