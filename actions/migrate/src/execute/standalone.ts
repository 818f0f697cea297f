/** Runs a file that no transaction may hold: statement by statement, remembered while they run, repaired when cut off. */

import { insertSql, type Recorded, recordedIn, recordedSql, type State } from '#toolkit/migrations/history.ts'
import type { Engine } from '../session/engine.ts'
import { stillLockedSql } from '../session/lock.ts'
import { RECORDER_SQL } from '../session/restore.ts'
import { settingOf } from '../sql/non-transactional.ts'
import { isServerError, sqlFailure } from '../sql/sql-failure.ts'
import type { Statement } from '../sql/statements.ts'
import type { Begun } from '../tasks/unfinished.ts'
import { type Earlier, earlierOf } from './concurrent/earlier.ts'
import { prepareBuilding, removeLeftovers, tellProgress } from './concurrent/index.ts'
import { cancellable, cancelledFailure, connectionLost, type Job, lockLost } from './job.ts'
import { stepBack, waitedFor, watchBlockers } from './lock-wait.ts'

/** How long leftovers may take to be dropped after a cancel: less than the runner waits before it kills. */
const CANCELLED_MS = 4_000

async function runStatement(statement: Statement, earlier: Earlier, job: Job, engine: Engine): Promise<void> {
  const { session, world } = engine
  const { building } = statement
  const place = { file: job.script.file, line: statement.line, column: statement.column }
  for (let attempt = 1; ; attempt++) {
    const work =
      building === undefined
        ? { sql: statement.text }
        : await prepareBuilding(building, statement, earlier, place, engine)
    if (work === undefined) return
    const progress = building === undefined ? undefined : tellProgress(building, engine)
    const watch = watchBlockers(engine)
    try {
      await cancellable(engine, () => session.send(work.sql))
      return await work.prove?.()
    } catch (error) {
      if (session.broken(error)) throw connectionLost(job, error)
      if (!isServerError(error)) throw error
      const left =
        building === undefined
          ? 'Statements before it stay applied.'
          : await removeLeftovers(building, world.signal.aborted ? CANCELLED_MS : undefined, engine)
      const blockers = watch.stop()
      if (await stepBack(job, error, blockers, attempt, engine)) continue
      if (world.signal.aborted) throw cancelledFailure(job, engine, left)
      const sent = { prefix: '', before: 0, statement }
      throw sqlFailure(error, job.script, sent, undefined, `${waitedFor(error, blockers, engine)}${left}`)
    } finally {
      watch.stop()
      progress?.stop()
    }
  }
}

/**
 * How long a statement may wait for its locks. Inside of a concurrent build it blocks nobody, and being cut off there
 * leaves an invalid index; behind everything else, others queue.
 */
function lockTimeout({ building }: Statement, { script }: Job, { settings }: Engine): number {
  return script.directives.lockTimeout ?? (building === undefined ? settings.lockTimeout : 0)
}

/**
 * Applies one file statement by statement.
 * @param begun set when an earlier run began this very file and did not finish it
 * @param onRecorded is called when history has it as running, and so everything before it is on disk, with what history
 * has of the run
 * @returns what history has of the run at the end
 * @throws Failure MIGRATION_FAILED, MIGRATE_CANCELLED, INDEX_INVALID, INDEX_DIFFERS, LOCK_LOST or DATABASE_LOST
 */
export async function applyStandalone(
  job: Job,
  begun: Begun | undefined,
  engine: Engine,
  onRecorded: (recorded: readonly Recorded[]) => void,
): Promise<readonly Recorded[]> {
  const { session, history, world, lockWaitMs, next, since, resetSql } = engine
  const { script } = job
  if (world.signal.aborted) throw cancelledFailure(job, engine, 'Nothing of this file was applied.')
  const startedAt = world.clock()
  let number = begun?.statement ?? 1
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
        statement: number,
      },
      world,
      next,
    )
  const readBack = recordedSql(history, since)
  try {
    await session.send(stillLockedSql(history, engine.pid))
  } catch (error) {
    throw isServerError(error) ? lockLost(job, error) : connectionLost(job, error)
  }
  const { statementTimeout } = script.directives
  const limit = statementTimeout === undefined ? [] : [`SET statement_timeout = ${statementTimeout}`]
  const answers = await session.send([rowOf('running'), ...limit, readBack].join(';'))
  onRecorded(recordedIn(answers.at(-1)))
  let recorded = number
  let ownLockTimeout = false
  try {
    for (const [index, statement] of script.statements.entries()) {
      world.signal.throwIfAborted()
      const isSetting = statement.nonTransactional === undefined
      const earlier = earlierOf(index + 1, begun)
      // What was set for the rest of the file is set again.
      if (earlier === 'done' && !isSetting && statement.building === undefined) continue
      if (isSetting) ownLockTimeout ||= settingOf(statement.node) === 'lock_timeout'
      if (index + 1 > recorded) {
        number = index + 1
        if (!isSetting) {
          const record = [
            'BEGIN',
            RECORDER_SQL,
            'SET LOCAL synchronous_commit TO DEFAULT',
            rowOf('running'),
            'COMMIT',
          ]
          await session.send(record.join(';'))
          recorded = number
        }
      }
      if (!isSetting && !ownLockTimeout)
        await session.send(`SET lock_timeout = ${lockTimeout(statement, job, engine)}`)
      await runStatement(statement, earlier, job, engine)
    }
  } catch (error) {
    const state = world.signal.aborted ? 'cancelled' : 'failed'
    // That the row still says `running` is enough for the next run.
    await session.send(`${resetSql};${rowOf(state)}`).catch(() => undefined)
    throw error === world.signal.reason
      ? cancelledFailure(job, engine, 'Statements before it stay applied.')
      : error
  }
  const last = await session.send(`${resetSql};${rowOf('applied')};${readBack}`)
  return recordedIn(last.at(-1))
}
