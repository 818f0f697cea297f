/** A whole migration run against one database: look, lock, look again, apply. */

import { formatDuration } from '#toolkit/model/duration.ts'
import { Failure, failuresIn } from '#toolkit/model/failure.ts'
import { makeOutcome, type Outcome, type Result } from '#toolkit/model/outcome.ts'
import { makePlan, type Plan } from '#toolkit/model/plan.ts'
import type { World } from '#toolkit/world/world.ts'
import { applyScript, type Job } from './apply.ts'
import type { Migration } from './files.ts'
import { type Applied, createHistory, type HistoryTable, historyExists, readApplied } from './history.ts'
import { acquireLock } from './lock.ts'
import { loadParser } from './parser.ts'
import { pendingTasks, rollbackTasks, type Task, taskAddress, taskValue } from './plan.ts'
import { connect, type Session, type SessionSettings, type Target } from './session.ts'
import { isServerError } from './sql-failure.ts'

export interface Migrating {
  readonly target: Target
  readonly settings: SessionSettings
  readonly history: HistoryTable
  readonly folder: string
  readonly migrations: readonly Migration[]
  readonly direction: 'up' | 'down'
  /** How many to roll back. */
  readonly steps: number
  /** Milliseconds. */
  readonly lockWait: number
}

/** The plan, and what the action's outputs tell beside it. */
export interface MigrationPlan {
  readonly plan: Plan
  readonly head: string
}

async function withSession<T>(
  run: Migrating,
  world: World,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const session = await connect(run.target, run.settings, world)
  try {
    return await work(session)
  } catch (error) {
    if (failuresIn(error).length > 0 || !isServerError(error)) throw error
    throw new Failure({
      code: 'DATABASE_ERROR',
      what: `The server refused a statement of the tool itself: ${error.message} (SQLSTATE ${error.code}).`,
      fix: 'Grant the user of `database-url` what it needs: its own schema for the history, and pg_read_all_stats to name lock holders.',
      cause: error,
    })
  } finally {
    await session.close()
  }
}

function tasksOf(run: Migrating, applied: readonly Applied[]): Promise<Task[]> {
  return run.direction === 'up'
    ? pendingTasks(run.migrations, applied, run.folder, loadParser)
    : rollbackTasks(applied, run.steps, run.folder, loadParser)
}

/** Reads only: neither the history nor its schema is made. */
export async function planMigrations(run: Migrating, world: World): Promise<MigrationPlan> {
  return withSession(run, world, async (session) => {
    const applied = (await historyExists(session, run.history)) ? await readApplied(session, run.history) : []
    const tasks = await tasksOf(run, applied)
    const plan = makePlan({
      step: 'migrate',
      target: `postgres ${run.target.database}`,
      createdAt: world.clock(),
      changes: tasks.map((task) => ({
        action: 'run',
        address: taskAddress(task, run.direction),
        kind: 'migration',
        source: { file: task.script.file, line: 1 },
        after: taskValue(task),
        ...(task.script.transactional ? {} : { note: 'runs outside a transaction' }),
      })),
      inputs: { direction: run.direction, history: `${run.history.schema}.${run.history.table}` },
      sources: Object.fromEntries(run.migrations.map((migration) => [migration.up.file, migration.checksum])),
    })
    return { plan, head: applied.at(-1)?.version ?? '' }
  })
}

/** Asks the server, over a connection of its own, to end what a session is doing. */
async function cancelSession(run: Migrating, world: World, pid: number): Promise<void> {
  const session = await connect(run.target, run.settings, world)
  try {
    await session.client.query('SELECT pg_cancel_backend($1)', [pid])
  } finally {
    await session.close()
  }
}

function jobOf({ migration, script }: Task, run: Migrating, lockWaitMs: number): Job {
  const { version, name, checksum, down } = migration
  return {
    migration: { version, name, checksum, downSql: down.sql },
    direction: run.direction,
    lockWaitMs,
    script,
  }
}

export async function applyMigrations(plan: Plan, run: Migrating, world: World): Promise<Outcome> {
  const startedAt = world.clock()
  const results: Result[] = []
  await withSession(run, world, async (session) => {
    const waited = await acquireLock(
      session,
      `${run.history.schema}.${run.history.table}`,
      run.lockWait,
      world,
    )
    await createHistory(session, run.history)
    // While waiting for the lock, its holder may have done some of the work.
    const tasks = await tasksOf(run, await readApplied(session, run.history))
    const left = new Map(tasks.map((task) => [taskAddress(task, run.direction), task]))
    for (const { address } of plan.changes) {
      const task = left.get(address)
      if (task === undefined) {
        results.push({
          address,
          action: 'run',
          status: 'skipped',
          durationMs: 0,
          message: 'another run has done it meanwhile',
        })
        continue
      }
      const began = world.clock().getTime()
      try {
        await applyScript(jobOf(task, run, waited), { session, history: run.history, world }, (pid) =>
          cancelSession(run, world, pid),
        )
      } catch (error) {
        tellWhereItStands(plan, results, address, world)
        throw error
      }
      const durationMs = world.clock().getTime() - began
      results.push({ address, action: 'run', status: 'done', durationMs })
      world.log.info(
        `${run.direction === 'up' ? 'applied' : 'rolled back'} ${address} in ${formatDuration(durationMs)}`,
      )
    }
  })
  return makeOutcome({
    step: 'migrate',
    target: plan.target,
    digest: plan.digest,
    startedAt,
    finishedAt: world.clock(),
    status: 'succeeded',
    changed: results.some((result) => result.status === 'done'),
    results,
  })
}

/** After a failure people first want to know what was done and what was not. */
function tellWhereItStands(plan: Plan, results: readonly Result[], failed: string, world: World): void {
  const done = results.filter((result) => result.status === 'done').map((result) => result.address)
  const addresses = plan.changes.map((change) => change.address)
  const rest = addresses.slice(addresses.indexOf(failed))
  world.log.info(`applied: ${done.length === 0 ? 'nothing' : done.join(', ')}`)
  world.log.info(`not applied: ${rest.join(', ')}`)
}
