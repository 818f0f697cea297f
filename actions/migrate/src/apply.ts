/** Runs one script and records it: in one transaction when it can be, statement by statement when not. */

import { Failure } from '#toolkit/model/failure.ts'
import type { World } from '#toolkit/world/world.ts'
import { dropInvalid, indexState, requireValid } from './concurrent-index.ts'
import { type Entry, type HistoryTable, insertSql, wasInterrupted } from './history.ts'
import type { Session } from './session.ts'
import { isServerError, sqlFailure } from './sql-failure.ts'
import type { Script, Statement } from './statements.ts'

export type Job = Pick<Entry, 'migration' | 'direction' | 'lockWaitMs'> & { readonly script: Script }

interface Context {
  readonly session: Session
  readonly history: HistoryTable
  readonly world: World
}

/**
 * Sends a cancel request to the server when the run is cancelled.
 * A second connection does it, because the first one waits for its statement.
 */
export type Canceller = (pid: number) => Promise<void>

async function cancellable<T>(context: Context, cancel: Canceller, work: () => Promise<T>): Promise<T> {
  const { world, session } = context
  world.signal.throwIfAborted()
  const onAbort = () => void cancel(session.pid).catch(() => undefined) // the session's end rolls back as well
  world.signal.addEventListener('abort', onAbort, { once: true })
  try {
    return await work()
  } finally {
    world.signal.removeEventListener('abort', onAbort)
  }
}

function cancelledFailure({ script }: Job, unfinished: string): Failure {
  return new Failure({
    code: 'MIGRATE_CANCELLED',
    what: `The run was cancelled during ${script.file}.`,
    why: unfinished,
    fix: 'Run it again: it goes on with this file.',
    source: { file: script.file, line: 1 },
  })
}

async function applyTransaction(job: Job, context: Context, cancel: Canceller): Promise<void> {
  const { session, history, world } = context
  const { script, ...entry } = job
  const startedAt = world.clock()
  const before = 'BEGIN;\n'
  // One message, one round trip, one transaction: the file and its history row stand or fall together.
  const record = insertSql(
    history,
    { ...entry, state: 'applied', startedAt, finishedAt: world.clock() },
    world,
  )
  try {
    await cancellable(context, cancel, () =>
      session.client.query(`${before}${script.sql}\n;SET LOCAL ROLE NONE;${record};\nCOMMIT`),
    )
  } catch (error) {
    await session.client.query('ROLLBACK').catch(() => undefined) // a broken connection has rolled back
    if (world.signal.aborted) throw cancelledFailure(job, 'It was rolled back; nothing of it was applied.')
    if (!isServerError(error)) throw error
    throw sqlFailure(error, script, [...before].length)
  }
}

async function runAlone(
  statement: Statement,
  interrupted: boolean,
  job: Job,
  context: Context,
  cancel: Canceller,
): Promise<void> {
  const { session, world } = context
  const { index } = statement
  if (index !== undefined) {
    await dropInvalid(session, index, world)
    // Only what our own interrupted run left is taken for ours.
    if (interrupted && (await indexState(session, index)) === 'valid') {
      world.log.info(`${index.name} was built by the interrupted run already`)
      return
    }
  }
  try {
    await cancellable(context, cancel, () => session.client.query(statement.text))
  } catch (error) {
    if (index !== undefined) await dropInvalid(session, index, world).catch(() => undefined) // the next run drops it
    if (world.signal.aborted)
      throw cancelledFailure(job, 'Statements before this one stay; an unfinished index was dropped.')
    if (!isServerError(error)) throw error
    throw sqlFailure(error, job.script, 0, statement)
  }
  if (index !== undefined) await requireValid(session, index, job.script.file, statement.line)
}

async function applyAlone(job: Job, context: Context, cancel: Canceller): Promise<void> {
  const { session, history, world } = context
  const { script, ...entry } = job
  const interrupted = await wasInterrupted(session, history, job.migration.version)
  const startedAt = world.clock()
  const record = async (state: Entry['state']) => {
    const finished = state === 'running' ? {} : { finishedAt: world.clock() }
    await session.client.query(insertSql(history, { ...entry, state, startedAt, ...finished }, world))
  }
  await record('running')
  // Waiting inside a concurrent build blocks nobody, and being cut off there leaves an invalid index.
  await session.client.query('SET lock_timeout = 0')
  try {
    for (const statement of script.statements) await runAlone(statement, interrupted, job, context, cancel)
  } catch (error) {
    await record(world.signal.aborted ? 'cancelled' : 'failed').catch(() => undefined) // `running` says enough
    throw error
  }
  await record('applied')
}

/**
 * Applies one script. Settings that it changed are put back afterwards.
 * @throws Failure MIGRATION_FAILED on the line of the statement, MIGRATE_CANCELLED, INDEX_INVALID
 */
export async function applyScript(job: Job, context: Context, cancel: Canceller): Promise<void> {
  if (job.script.transactional) await applyTransaction(job, context, cancel)
  else await applyAlone(job, context, cancel)
  await context.session.reset()
}
