/** One script of a run, and how a run that is cancelled ends what the server does for it. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Direction, Recorded, RecordedMigration } from '#toolkit/migrations/history.ts'
import { historyName } from '#toolkit/migrations/history-table.ts'
import { Failure, failuresIn } from '#toolkit/model/failure.ts'
import type { Engine } from '../session/engine.ts'
import { cancelBackend } from '../session/observer.ts'
import type { Script } from '../sql/statements.ts'

/** One script to run, and what history will say of it. */
export interface Job {
  readonly migration: RecordedMigration
  readonly direction: Direction
  readonly script: Script
}

export function recordedAs({ migration, direction }: Job): Recorded {
  return { version: migration.version, direction }
}

/** Milliseconds between two requests to cancel: one that comes before its statement has begun does nothing. */
const CANCEL_MS = 200

/** Does something on the server; when the run is cancelled meanwhile, the server is asked to stop it. */
export async function cancellable<T>(
  { session, observer, pid, world }: Engine,
  work: () => Promise<T>,
): Promise<T> {
  world.signal.throwIfAborted()
  let done = false
  const insist = async () => {
    while (!done && !session.broken()) {
      await cancelBackend(observer, pid).catch(() => undefined) // the end of the session rolls back as well
      await sleep(CANCEL_MS)
    }
  }
  let insisting: Promise<void> | undefined
  const onAbort = () => {
    insisting = insist()
  }
  world.signal.addEventListener('abort', onAbort, { once: true })
  try {
    return await work()
  } finally {
    done = true
    world.signal.removeEventListener('abort', onAbort)
    // What comes next on this session must not be cancelled by a request that is still on its way.
    await insisting
  }
}

/** @param stands what of the file is in effect now */
export function cancelledFailure({ script }: Job, { world }: Engine, stands: string): Failure {
  const [reason] = failuresIn(world.signal.reason)
  return new Failure({
    code: 'MIGRATE_CANCELLED',
    what: `The run was cancelled during ${script.file}.`,
    why: [reason?.what, stands].filter((part) => part !== undefined).join(' '),
    fix: 'Run it again: it goes on with this file.',
    source: { file: script.file, line: script.statements[0]?.line ?? 1 },
  })
}

export function connectionLost({ script }: Job, cause: unknown): Failure {
  return new Failure({
    code: 'DATABASE_LOST',
    what: `The connection was lost during ${script.file}: ${cause instanceof Error ? cause.message : String(cause)}.`,
    why: 'Whether its last message was carried out cannot be told from here; the server has rolled back what was not committed.',
    fix: 'Run it again: history tells whether this file was applied, and the run goes on from there.',
    source: { file: script.file, line: script.statements[0]?.line ?? 1 },
    cause,
  })
}

export function lockLost({ script }: Job, cause: unknown): Failure {
  return new Failure({
    code: 'LOCK_LOST',
    what: `The migration lock was not held any more before ${script.file}.`,
    why: 'An earlier file released it (pg_advisory_unlock_all, DISCARD ALL), or the connection is not the one that took it.',
    fix: 'Remove such statements, and connect to PostgreSQL itself. Nothing of this file was applied.',
    source: { file: script.file, line: 1 },
    cause,
  })
}

export function historyLost({ script }: Job, { history }: Engine): Failure {
  return new Failure({
    code: 'HISTORY_LOST',
    what: `${script.file} was committed, and ${historyName(history)} does not hold it afterwards.`,
    why: 'A trigger or a rule of the history table, or a statement of a migration, has kept its row away.',
    fix: 'Remove what changes the history table, look whether the file has taken effect, and settle it with `command: repair`.',
    source: { file: script.file, line: script.statements[0]?.line ?? 1 },
  })
}
