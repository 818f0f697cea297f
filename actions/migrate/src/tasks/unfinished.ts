/** What history has as begun and not as finished, and no task of a run finishes. */
import type { Present, Unfinished } from '#toolkit/migrations/history.ts'
import type { Migration } from '#toolkit/migrations/migration.ts'
import { Failure } from '#toolkit/model/failure.ts'
import { type Finding, finding } from '#toolkit/model/finding.ts'
import type { Task } from './task.ts'

export function unfinishedBeside(
  { unfinished }: Pick<Present, 'unfinished'>,
  tasks: readonly Task[],
): readonly Unfinished[] {
  const touched = new Set(tasks.map(({ migration }) => migration.version))
  return unfinished.filter(({ version }) => !touched.has(version))
}

/** Where an earlier run of a file has ended. */
export interface Begun {
  /** The statement that it was at, from 1. */
  readonly statement: number
  /** The connection was lost, or the run was cancelled: whether that statement was carried out is to be found out. */
  readonly interrupted: boolean
}

/** Where an earlier run of this very file ended: of the same content, and in the same direction. */
export function begunBefore(
  { migration, direction }: Pick<Task, 'migration' | 'direction'>,
  unfinished: readonly Unfinished[],
): Begun | undefined {
  const found = unfinished.find(
    (each) =>
      each.version === migration.version &&
      each.direction === direction &&
      each.checksum === migration.checksum &&
      (direction === 'up' || each.downSql === migration.downSql),
  )
  return found === undefined
    ? undefined
    : { statement: found.statement, interrupted: found.state !== 'failed' }
}

function said({ version, name, direction }: Unfinished, migrations: readonly Migration[]) {
  const file = migrations.find((migration) => migration.version === version)?.up.file
  const down = direction === 'down'
  return {
    what: `${down ? 'The rollback of ' : ''}${version} (${name}) was begun and has not finished.`,
    why: 'It runs outside a transaction, so that a part of it may be in the database.',
    fix: down
      ? '`command: rollback` goes on with it. If the database is as it should be, `command: repair` settles it in history.'
      : 'Apply it, and bring its file back if that is gone. If the database is as it should be, `command: repair` settles it in history.',
    ...(file === undefined ? {} : { source: { file, line: 1 } }),
  }
}

/** A warning: it may be under way, and what is planned may have nothing to do with it. */
export function unfinishedFinding(unfinished: Unfinished, migrations: readonly Migration[]): Finding {
  const { what, ...rest } = said(unfinished, migrations)
  const parts = { rule: 'unfinished', severity: 'warning', verdict: 'fail', message: what, ...rest } as const
  return finding(parts, unfinished.version)
}

export function unfinishedFailure(unfinished: Unfinished, migrations: readonly Migration[]): Failure {
  return new Failure({ code: 'MIGRATION_UNFINISHED', ...said(unfinished, migrations) })
}
