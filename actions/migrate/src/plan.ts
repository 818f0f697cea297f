/** What a run would do: the folder held against history. */

import { compareWithHistory } from '#toolkit/migrations/compare.ts'
import type { Present } from '#toolkit/migrations/history.ts'
import { makePlan, type Plan } from '#toolkit/model/plan.ts'
import type { Review } from '#toolkit/model/review.ts'
import type { DatabaseTarget } from '#toolkit/postgres/target.ts'
import type { World } from '#toolkit/world/world.ts'
import { baseline, type Decisions, repair } from './adopt/decision.ts'
import { readLedgers } from './adopt/ledger.ts'
import { type LockAttempt, tryAcquire } from './execute/acquire.ts'
import { bytesOf, meansOf, overruledIn } from './ingredients.ts'
import { databasePlace } from './place.ts'
import { absentAmong } from './preview/absent.ts'
import type { Preview } from './preview/preview.ts'
import { decides, type MigrateRequest } from './request.ts'
import { type Database, openDatabase } from './session/database.ts'
import { newerFindings } from './session/releases.ts'
import { loadParser } from './sql/parser.ts'
import { explained } from './sql/sql-failure.ts'
import { dataLossFindings } from './tasks/data-loss.ts'
import { pendingTasks } from './tasks/pending.ts'
import { rollbackTasks } from './tasks/rollback.ts'
import { type Task, taskValue } from './tasks/task.ts'
import { type Begun, begunBefore, unfinishedBeside, unfinishedFinding } from './tasks/unfinished.ts'

/** The plan, and what the action's outputs tell beside it. */
export interface MigratePlan extends Plan {
  /** The newest version in effect; empty when there is none. */
  readonly head: string
}

/** A plan with all that its apply works with: nothing is read again, and the connections are the same. */
export interface PlannedMigrations {
  readonly plan: MigratePlan
  /** Open until whoever asked for the plan closes it. */
  readonly database: Database
  /** What would be run, in order. */
  readonly tasks: readonly Task[]
  /** What would be written into history, and nothing run. */
  readonly decisions: Decisions['decisions']
  /** The settings, the lock if it is free, and history under it; asked for once. */
  attempt(): Promise<LockAttempt>
}

function tasksOf(request: MigrateRequest, present: Present): Promise<Task[]> {
  const { command, migrations, folder, to } = request
  return command === 'rollback'
    ? rollbackTasks(present, request, migrations, folder, loadParser)
    : pendingTasks(migrations, present, folder, to, loadParser)
}

async function decisionsOf(request: MigrateRequest, { session, present }: Database): Promise<Decisions> {
  const { command, migrations, folder, history, to } = request
  if (command === 'repair') return repair(migrations, present, folder)
  return baseline(migrations, present, await readLedgers(session, history.schema), to, folder)
}

function begunNote({ statement, interrupted }: Begun): string {
  return interrupted
    ? `was begun and cut off at statement ${statement}: it is inspected and finished`
    : `has failed at statement ${statement}: it goes on there`
}

function noteOf(task: Task, present: Present, preview: Preview | undefined): { note?: string } {
  const begun = begunBefore(task, present.unfinished)
  const parts = [
    begun === undefined ? undefined : begunNote(begun),
    task.script.transactional ? undefined : 'runs outside a transaction',
    preview?.notes.get(task.address),
  ].filter((part) => part !== undefined)
  return parts.length === 0 ? {} : { note: parts.join('; ') }
}

async function taskParts(
  request: MigrateRequest,
  tasks: readonly Task[],
  database: Database,
  review: Review | undefined,
) {
  const { configuration } = request
  const { present, version } = database
  const absentOf = async () =>
    absentAmong(
      tasks.flatMap(({ script }) => script.statements.map(({ node }) => node)),
      database,
    )
  const preview =
    tasks.length === 0
      ? undefined
      : await request.preview?.(tasks, { version, absent: await absentOf() }, overruledIn(review))
  const weakened =
    configuration === undefined
      ? []
      : (await import('./lint/configuration.ts')).weakenedFindings(configuration)
  return {
    changes: tasks.map((task) => ({
      action: 'run' as const,
      address: task.address,
      kind: 'migration',
      source: { file: task.script.file, line: 1 },
      after: taskValue(task),
      ...noteOf(task, present, preview),
    })),
    findings: [
      ...unfinishedBeside(present, tasks).map((each) => unfinishedFinding(each, request.migrations)),
      ...(request.command === 'rollback'
        ? dataLossFindings(tasks, request.allowDataLoss)
        : [...weakened, ...(preview?.findings ?? [])]),
    ],
    evidence: preview?.evidence ?? [],
    overruled: preview?.overruled ?? [],
  }
}

function decisionParts({ decisions, findings }: Decisions) {
  return {
    changes: decisions.map(({ address, note, file, state, direction, at, migration }) => ({
      action: 'update' as const,
      address,
      kind: 'history',
      ...(file === undefined ? {} : { source: { file, line: 1 } }),
      after: {
        state,
        direction,
        checksum: migration.checksum,
        ...(at === undefined ? {} : { at: at.toISOString() }),
      },
      note,
    })),
    findings,
    overruled: [],
  }
}

/** The work, and how a plan shows it. */
async function workOf(request: MigrateRequest, database: Database, review: Review | undefined) {
  if (decides(request)) {
    const decided = await decisionsOf(request, database)
    return { tasks: [], decisions: decided.decisions, parts: decisionParts(decided) }
  }
  const tasks = await tasksOf(request, database.present)
  return { tasks, decisions: [], parts: await taskParts(request, tasks, database, review) }
}

async function planOn(
  database: Database,
  target: DatabaseTarget,
  request: MigrateRequest,
  world: World,
  review: Review | undefined,
): Promise<PlannedMigrations> {
  const { command, migrations, applies, history, name } = request
  const { applied, released } = database.present
  const found = compareWithHistory(migrations, applied)
  let attempting: Promise<LockAttempt> | undefined
  const attempt = () => {
    attempting ??= tryAcquire(request, database)
    return attempting
  }
  if (decides(request) || command === 'rollback' || found.pending.length > 0) {
    // While the files are read.
    if (applies) attempt().catch(() => undefined) // awaited where it is used
    database.observer().catch(() => undefined) // likewise
  }
  const {
    tasks,
    decisions,
    parts: { overruled, findings, ...parts },
  } = await workOf(request, database, review)
  const plan = makePlan({
    step: 'migrate',
    ...databasePlace(target, history),
    name,
    createdAt: world.clock(),
    with: meansOf(request, target, overruled),
    from: bytesOf(request, tasks, decisions),
    released: released === undefined ? {} : { '': released },
    ...parts,
    findings: [...newerFindings(database.server, database.version), ...findings],
  })
  // Somebody else may be pooling connections: that is said before anything is applied, and on the pull request.
  if (plan.changes.length > 0) await database.observer()
  const head = found.head?.version ?? applied.at(-1)?.version ?? ''
  return { plan: Object.freeze({ ...plan, head }), database, tasks, decisions, attempt }
}

/**
 * Reads only: neither the history nor its schema is made.
 * @param review what was shown of the place, when it is to be applied
 * @returns with open connections
 * @throws Failures of everything that contradicts history, or of every file that cannot be run
 */
export async function planMigrations(
  request: MigrateRequest,
  world: World,
  review?: Review,
): Promise<PlannedMigrations> {
  const target = await request.target()
  return explained(async () => {
    const database = await openDatabase(target, request.history, request.applies, world)
    try {
      return await planOn(database, target, request, world, review)
    } catch (error) {
      await database.close()
      throw error
    }
  })
}
