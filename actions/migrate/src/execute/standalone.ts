/** Runs a file that no transaction may hold: statement by statement, remembered while they run, repaired when cut off. */

import { insertSql, type State, type Unfinished } from '#toolkit/migrations/history.ts'
import type { Engine } from '../session/engine.ts'
import { stillLockedSql } from '../session/lock.ts'
import { isServerError, sqlFailure } from '../sql/sql-failure.ts'
import type { Statement } from '../sql/statements.ts'
import { prepareBuilding, proveBuilding, removeLeftovers, tellProgress } from './concurrent/index.ts'
import { cancellable, cancelledFailure, connectionLost, type Job, lockLost } from './job.ts'

/** How long leftovers may take to be dropped after a cancel: less than the runner waits before it kills. */
const CANCELLED_MS = 4_000

async function runStatement(
  statement: Statement,
  interrupted: boolean,
  job: Job,
  engine: Engine,
): Promise<void> {
  const { session, world } = engine
  const { building } = statement
  const place = { file: job.script.file, line: statement.line, column: statement.column }
  const sql =
    building === undefined
      ? statement.text
      : await prepareBuilding(building, statement, interrupted, place, engine)
  if (sql === undefined) return
  const progress = building === undefined ? undefined : tellProgress(building, engine)
  try {
    await cancellable(engine, () => session.send(sql))
  } catch (error) {
    if (session.broken(error)) throw connectionLost(job, error)
    if (!isServerError(error)) throw error
    const stands =
      building === undefined
        ? 'Statements before it stay applied.'
        : await removeLeftovers(building, world.signal.aborted ? CANCELLED_MS : undefined, engine)
    if (world.signal.aborted) throw cancelledFailure(job, engine, stands)
    const sent = { prefix: '', before: 0, statement }
    throw sqlFailure(error, job.script, sent, undefined, stands)
  } finally {
    progress?.stop()
  }
  if (building !== undefined) await proveBuilding(building, place, engine)
}

/**
 * Applies one file statement by statement.
 * @param unfinished set when an earlier run began it and was cut off
 * @param onRecorded is called when history has it as running, and so everything before it is on disk
 * @throws Failure MIGRATION_FAILED, MIGRATE_CANCELLED, INDEX_INVALID, INDEX_DIFFERS, LOCK_LOST or DATABASE_LOST
 */
export async function applyStandalone(
  job: Job,
  unfinished: Unfinished | undefined,
  engine: Engine,
  onRecorded: () => void,
): Promise<void> {
  const { session, history, world, lockWaitMs, next } = engine
  const { script } = job
  if (world.signal.aborted) throw cancelledFailure(job, engine, 'Nothing of this file was applied.')
  const startedAt = world.clock()
  const rowOf = (state: State) =>
    insertSql(
      history,
      {
        ...job,
        state,
        startedAt,
        ...(state === 'running' ? {} : { finishedAt: world.clock() }),
        lockWaitMs,
        attempts: 1,
      },
      world,
      next,
    )
  try {
    await session.send(stillLockedSql(history, engine.pid))
  } catch (error) {
    throw isServerError(error) ? lockLost(job, error) : connectionLost(job, error)
  }
  // Waiting inside a concurrent build blocks nobody, and being cut off there leaves an invalid index.
  const { lockTimeout = 0, statementTimeout } = script.directives
  const settings = [
    `SET lock_timeout = ${lockTimeout}`,
    ...(statementTimeout === undefined ? [] : [`SET statement_timeout = ${statementTimeout}`]),
  ]
  await session.send(`${rowOf('running')};${settings.join(';')}`)
  onRecorded()
  try {
    for (const statement of script.statements) {
      world.signal.throwIfAborted()
      await runStatement(statement, unfinished !== undefined, job, engine)
    }
  } catch (error) {
    const state = world.signal.aborted ? 'cancelled' : 'failed'
    // That the row still says `running` is enough for the next run.
    await session.send(`${engine.resetSql};${rowOf(state)}`).catch(() => undefined)
    throw error === world.signal.reason
      ? cancelledFailure(job, engine, 'Statements before it stay applied.')
      : error
  }
  await session.send(`${rowOf('applied')};${engine.resetSql}`)
}
