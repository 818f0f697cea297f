/** Does what a plan holds, under the lock. */

import type { Progress } from '#toolkit/action/progress.ts'
import type { Forwards } from '#toolkit/action/step.ts'
import { insertSql, type Present } from '#toolkit/migrations/history.ts'
import type { Result } from '#toolkit/model/outcome.ts'
import type { World } from '#toolkit/world/world.ts'
import { type Decision, isDue } from './adopt/decision.ts'
import { acquire } from './execute/acquire.ts'
import { execute } from './execute/execute.ts'
import type { PlannedMigrations } from './plan.ts'
import { decides, type MigrateRequest } from './request.ts'
import type { Engine } from './session/engine.ts'
import { stillLockedSql } from './session/lock.ts'
import { explained } from './sql/sql-failure.ts'
import { tasksLeft } from './tasks/left.ts'

/** Runs what is still to be done of a plan's tasks. */
async function run(
  { database, tasks }: PlannedMigrations,
  { migrations, folder }: MigrateRequest,
  present: Present,
  engine: Engine,
  progress: Pick<Progress, 'record'>,
): Promise<void> {
  const left = tasksLeft(tasks, present, migrations, folder)
  await execute({
    addresses: tasks.map(({ address }) => address),
    jobs: new Map(left.map((task) => [task.address, task])),
    unfinished: present.unfinished,
    pipelined: database.isFresh && present.applied.length === 0,
    engine,
    progress,
  })
}

/** Writes what is still to be decided of a plan's decisions, in one transaction. */
async function decide({ decisions }: PlannedMigrations, present: Present, engine: Engine): Promise<Result[]> {
  const { session, history, world, lockWaitMs, next } = engine
  const due = new Set(decisions.filter((decision) => isDue(decision, present)))
  const began = world.clock()
  const row = ({ migration, direction, state, at = began }: Decision) =>
    insertSql(
      history,
      { migration, direction, state, startedAt: at, finishedAt: at, lockWaitMs, attempts: 1 },
      world,
      next,
    )
  await session.send(
    ['BEGIN', stillLockedSql(history, engine.pid), ...[...due].map(row), 'COMMIT'].join(';\n'),
  )
  const durationMs = world.clock().getTime() - began.getTime()
  return decisions.map((decision) => {
    const base = { address: decision.address, action: 'update' } as const
    return due.has(decision)
      ? { ...base, status: 'done', durationMs }
      : { ...base, status: 'skipped', durationMs: 0, message: 'another run has settled it meanwhile' }
  })
}

/**
 * What is in effect is looked at again under the lock: another run may have done some of it.
 * @param forwards asked under the lock, before the first change
 * @throws Failure MIGRATION_FAILED and the like, with what was and what was not applied
 */
export async function applyMigrations(
  planned: PlannedMigrations,
  request: MigrateRequest,
  forwards: Forwards,
  progress: Pick<Progress, 'record'>,
  world: World,
): Promise<void> {
  const { database } = planned
  await explained(async () => {
    const attempt = await planned.attempt()
    const { engine, present, created } = await acquire(request, database, attempt, forwards, world)
    try {
      if (decides(request)) progress.record(...(await decide(planned, present, engine)))
      else await run(planned, request, present, engine, progress)
    } catch (error) {
      await created // its failure is the cause
      throw error
    }
  })
}
