/** What decides the effect of a run: the inputs, and the bytes that are sent or kept. */
import { hash } from 'node:crypto'
import { historyName } from '#toolkit/migrations/history-table.ts'
import { stemOf } from '#toolkit/migrations/migration.ts'
import { formatDuration } from '#toolkit/model/duration.ts'
import type { PlanParts } from '#toolkit/model/plan.ts'
import type { Review } from '#toolkit/model/review.ts'
import type { DatabaseTarget } from '#toolkit/postgres/target.ts'
import type { Decision } from './adopt/decision.ts'
import { decides, type MigrateRequest } from './request.ts'
import type { Task } from './tasks/task.ts'

function sha256(text: string): string {
  return hash('sha256', text)
}

/** How the server proves who it is. */
function proofOf({ tls }: Pick<DatabaseTarget, 'tls'>): string {
  if (tls === undefined) return 'none'
  return `verify-full by ${tls.ca === undefined ? "the system's authorities" : `sha256:${sha256(tls.ca)}`}`
}

/**
 * Every input that decides. `lock-timeout` is one, because it is how long others queue behind a migration, and
 * `statement-timeout`, because it is how long its locks are held. `lock-wait` and `lock-retries` are none: they are how
 * long the run itself has patience, and the scratch server changes nothing of the database.
 */
export function meansOf(
  request: MigrateRequest,
  target: DatabaseTarget,
  overruled: readonly string[],
): PlanParts['with'] {
  const { command, to, steps, allowDataLoss, settings, migrations } = request
  return {
    command: command === 'plan' ? 'apply' : command,
    user: target.user,
    tls: proofOf(target),
    ...(target.options === undefined ? {} : { options: target.options }),
    ...(target.attributes === undefined ? {} : { attributes: target.attributes }),
    to: to ?? null,
    ...(command === 'rollback' ? { steps: to === undefined ? steps : null, allowDataLoss } : {}),
    ...(decides(request)
      ? {}
      : {
          lockTimeout: formatDuration(settings.lockTimeout),
          statementTimeout: formatDuration(settings.statementTimeout),
        }),
    // What an apply believes of the lint is what was observed on the pull request.
    ...(overruled.length === 0 ? {} : { overruled: [...overruled] }),
    // A rollback goes by the order of history, which its changes tell.
    ...(command === 'rollback' ? {} : { order: migrations.map(({ version }) => version) }),
  }
}

/** What the review of a place says was overruled there. */
export function overruledIn(review: Pick<Review, 'with'> | undefined): readonly string[] | undefined {
  if (review === undefined) return undefined
  const { overruled } = review.with
  return Array.isArray(overruled) ? overruled.filter((each) => typeof each === 'string') : []
}

/** What leads back, as history keeps it: that is what is run, or written once more, whatever the files say now. */
function keptIn(
  history: string,
  migrations: readonly Task['migration'][],
): readonly (readonly [string, string])[] {
  return migrations.flatMap((migration) =>
    migration.downSql === undefined
      ? []
      : [[`${history} ${stemOf(migration)} (down)`, sha256(migration.downSql)] as const],
  )
}

/**
 * Name → sha256 of what is sent or kept, byte for byte. History keeps a rollback from the day on which its migration is
 * applied, so each file counts, also where nothing of it is pending.
 */
export function bytesOf(
  { command, files, history, configuration }: MigrateRequest,
  tasks: readonly Task[],
  decisions: readonly Decision[],
): PlanParts['from'] {
  const kept =
    command === 'rollback'
      ? tasks.map(({ migration }) => migration)
      : decisions.filter(({ file }) => file === undefined).map(({ migration }) => migration)
  return Object.fromEntries([
    ...(command === 'rollback' ? [] : files.map(({ file, sql }) => [file, sha256(sql)] as const)),
    ...(configuration === undefined ? [] : [[configuration.file, sha256(configuration.sql)] as const]),
    ...keptIn(historyName(history), kept),
  ])
}
