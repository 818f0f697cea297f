/** Runs a file that no transaction may hold: statement by statement, remembered while they run, repaired when cut off. */

import { insertSql, type Recorded, recordedIn, recordedSql, type State } from '#toolkit/migrations/history.ts'
import { Failure } from '#toolkit/model/failure.ts'
import type { Engine } from '../session/engine.ts'
import { stillLockedSql } from '../session/lock.ts'
import { RECORDER_SQL } from '../session/restore.ts'
import { isSessionSetting, mayCommit, settingOf, waitsInNobodysWay } from '../sql/non-transactional.ts'
import { isServerError, sqlFailure } from '../sql/sql-failure.ts'
import type { Statement } from '../sql/statements.ts'
import type { Begun } from '../tasks/unfinished.ts'
import { type Earlier, earlierOf } from './concurrent/earlier.ts'
import { prepareBuilding, removeLeftovers } from './concurrent/index.ts'
import type { Work } from './concurrent/work.ts'
import { cancellable, cancelledFailure, connectionLost, type Job, lockLost } from './job.ts'
import { stepBack, waitedFor } from './lock-wait.ts'
import { watch } from './watch.ts'

/** How long leftovers may take to be dropped after a cancel: less than the runner waits before it kills. */
const CANCELLED_MS = 4_000

/**
 * A statement that could stand in a transaction does, together with the record that it is done: what was cut off is
 * undone, and not begun twice.
 */
interface Enclosing {
  readonly prefix: string
  readonly before: number
  readonly behind: string
}

/** Alone, and so without a record that stands or falls with it. */
const ALONE: Enclosing = { prefix: '', before: 0, behind: '' }

function enclosing(record: string): Enclosing {
  const behind = [RECORDER_SQL, 'SET LOCAL synchronous_commit TO DEFAULT', record, 'COMMIT']
  return { prefix: 'BEGIN;\n', before: 1, behind: `\n;${behind.join(';')}` }
}

async function runStatement(
  statement: Statement,
  earlier: Earlier,
  { prefix, before, behind }: Enclosing,
  job: Job,
  engine: Engine,
): Promise<void> {
  const { session, world } = engine
  const { building } = statement
  const place = { file: job.script.file, line: statement.line, column: statement.column }
  for (let attempt = 1; ; attempt++) {
    const watching = watch(engine, () => `${place.file}:${place.line}`)
    let work: Work | undefined
    try {
      work =
        building === undefined
          ? { sql: `${prefix}${statement.text}${behind}` }
          : await cancellable(engine, () => prepareBuilding(building, statement, earlier, place, engine))
      if (work === undefined) return
      const { sql } = work
      const heard = engine.notices.of(job.script, { prefix, before, statement })
      await cancellable(engine, () => session.send(sql, undefined, heard))
      return await work.prove?.()
    } catch (error) {
      if (session.broken(error)) throw connectionLost(job, error)
      if (!isServerError(error)) throw error
      if (before > 0) await session.send('ROLLBACK')
      const left =
        building === undefined
          ? 'Statements before it stay applied.'
          : await removeLeftovers(building, world.signal.aborted ? CANCELLED_MS : patience(engine), engine)
      const blockers = watching.stop()
      if (await stepBack(job, error, blockers, attempt, engine)) continue
      if (world.signal.aborted) throw cancelledFailure(job, engine, left)
      // A statement of our own.
      if (work === undefined) throw error
      const sent = { prefix, before, statement }
      throw sqlFailure(error, job.script, sent, undefined, `${waitedFor(error, blockers, engine)}${left}`)
    } finally {
      watching.stop()
    }
  }
}

/**
 * How long leftovers may take to be dropped after a failure: as long as all tries of a statement may wait for its locks.
 * Undefined where that has no limit.
 */
function patience({ settings, retries }: Engine): number | undefined {
  return settings.lockTimeout === 0 ? undefined : settings.lockTimeout * (retries + 1)
}

/** How long a statement may wait for its locks, milliseconds; 0 is no limit. */
function lockTimeout(statement: Statement, { script }: Job, { settings }: Engine): number {
  return script.directives.lockTimeout ?? (waitsInNobodysWay(statement) ? 0 : settings.lockTimeout)
}

/** What has no record of its own end, and was cut off: whether it took effect is known to nobody here. */
function unclear({ line, column }: Statement, { script: { file } }: Job): Failure {
  return new Failure({
    code: 'MIGRATION_UNCLEAR',
    what: 'An earlier run was cut off in this statement, which commits by itself.',
    why: 'How much of it took effect cannot be told from here, and to run it a second time may do harm.',
    fix: 'Look at what it has done. If it may run again from its beginning, `command: repair`, and then apply; if all of it is in effect, `command: baseline` with `to`.',
    source: { file, line, column },
  })
}

/**
 * Applies one file statement by statement.
 * @param begun set when an earlier run began this very file and did not finish it
 * @param onRecorded is called when history has it as running, and so everything before it is on disk, with what history
 * has of the run
 * @returns what history has of the run at the end
 * @throws Failure MIGRATION_UNCLEAR, MIGRATION_FAILED, MIGRATE_CANCELLED, INDEX_INVALID, INDEX_DIFFERS, LOCK_LOST or DATABASE_LOST
 */
export async function applyStandalone(
  job: Job,
  begun: Begun | undefined,
  engine: Engine,
  onRecorded: (recorded: readonly Recorded[]) => void,
): Promise<readonly Recorded[]> {
  const { session, history, world, lockWaitMs, next: released, since, resetSql } = engine
  const { script } = job
  if (world.signal.aborted) throw cancelledFailure(job, engine, 'Nothing of this file was applied.')
  const cutOff = begun?.interrupted === true ? script.statements[begun.statement - 1] : undefined
  if (cutOff !== undefined && mayCommit(cutOff.node)) throw unclear(cutOff, job)
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
      released,
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
      const { node, nonTransactional, building } = statement
      const isSetting = isSessionSetting(node)
      const alone = isSetting || nonTransactional !== undefined || mayCommit(node)
      const earlier = earlierOf(index + 1, begun)
      // What was set for the rest of the file is set again.
      if (earlier === 'done' && !isSetting && building === undefined) continue
      if (isSetting) ownLockTimeout ||= settingOf(statement.node) === 'lock_timeout'
      if (index + 1 > recorded) {
        number = index + 1
        if (!isSetting && alone) {
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
      if (alone) {
        await runStatement(statement, earlier, ALONE, job, engine)
        continue
      }
      const [current, next] = [number, index + 2]
      number = next
      const record = rowOf('running')
      number = current
      await runStatement(statement, earlier, enclosing(record), job, engine)
      number = next
      recorded = next
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
