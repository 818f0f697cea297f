/** A whole migration run against one database: look, lock, look again, apply. */

import { type HistoryTable, insertSql, nameOf, type Present } from '#toolkit/migrations/history.ts'
import type { Migration } from '#toolkit/migrations/migration.ts'
import { Failure, failuresIn } from '#toolkit/model/failure.ts'
import { makeOutcome, type Outcome, type Result } from '#toolkit/model/outcome.ts'
import { makePlan, type Plan } from '#toolkit/model/plan.ts'
import type { SessionSettings } from '#toolkit/postgres/session.ts'
import type { Target } from '#toolkit/postgres/target.ts'
import type { World } from '#toolkit/world/world.ts'
import { baseline, type Decision, type Decisions, repair } from './adopt/decision.ts'
import { readLedgers } from './adopt/ledger.ts'
import { dataLossFindings } from './data-loss.ts'
import { type Turn, takeTurn, tryTurn } from './execute/acquire.ts'
import { perform } from './execute/execute.ts'
import type { Engine, Job } from './execute/job.ts'
import type { Preview } from './preview/preview.ts'
import { type Database, openDatabase } from './session/database.ts'
import { stillHeldSql } from './session/lock.ts'
import { loadParser } from './sql/parser.ts'
import { isServerError } from './sql/sql-failure.ts'
import { compare, pendingTasks, rollbackTasks, type Task, taskValue } from './tasks.ts'

export type Command = 'plan' | 'apply' | 'rollback' | 'baseline' | 'repair'

export interface Migrating {
  readonly command: Command
  /** Whether it acts: a dry run does not. */
  readonly applies: boolean
  readonly target: Target
  readonly settings: SessionSettings
  readonly history: HistoryTable
  /** Relative to the workspace. */
  readonly folder: string
  /** In the order of application. */
  readonly migrations: readonly Migration[]
  /** A version: the last one to apply or to take over, or the one to roll back to. */
  readonly to: string | undefined
  /** How many to roll back, when `to` is not given. */
  readonly steps: number
  readonly allowDataLoss: boolean
  /** Milliseconds. */
  readonly lockWait: number
  /** How often a file that could not get its locks is tried again. */
  readonly retries: number
  /** Looks at what is pending before it is applied anywhere; not for commands that run nothing new. */
  readonly preview:
    | ((tasks: readonly Task[], migrations: readonly Migration[], world: World) => Promise<Preview>)
    | undefined
}

/** The plan, and what the action's outputs tell beside it. */
export interface MigratePlan extends Plan {
  /** The newest version in effect; empty when there is none. */
  readonly head: string
}

/** What a plan was made with, kept for its apply. */
interface Made {
  readonly database: Database
  readonly tasks: readonly Task[]
  readonly turn: Promise<Turn>
}

const madeWith = new WeakMap<Plan, Made>()

/** Whether nothing has taken effect, or has been undone, since. */
function isSame(before: Present, now: Present): boolean {
  return before.applied.length === now.applied.length && before.applied.at(-1)?.id === now.applied.at(-1)?.id
}

/** @throws Failure DATABASE_ERROR instead of an error of the server about a statement of our own */
async function explained<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (failuresIn(error).length > 0 || !isServerError(error)) throw error
    throw new Failure({
      code: 'DATABASE_ERROR',
      what: `The server refused a statement of the tool itself: ${error.message} (SQLSTATE ${error.code}).`,
      fix: 'Grant the user of the database URL what it needs: a schema of its own for the history, and pg_read_all_stats to name lock holders.',
      cause: error,
    })
  }
}

function tasksOf(run: Migrating, present: Present): Promise<Task[]> {
  return run.command === 'rollback'
    ? rollbackTasks(present, run, run.migrations, run.folder, loadParser)
    : pendingTasks(run.migrations, present, run.folder, run.to, loadParser)
}

async function decisionsOf(
  run: Migrating,
  { session, present }: Pick<Database, 'session' | 'present'>,
): Promise<Decisions> {
  if (run.command === 'repair') return repair(run.migrations, present, run.folder)
  const ledgers = await readLedgers(session, run.history.schema)
  return baseline(run.migrations, present, ledgers, run.to, run.folder)
}

function decides({ command }: Migrating): boolean {
  return command === 'baseline' || command === 'repair'
}

function noteOf(task: Task, present: Present, preview: Preview | undefined): { note?: string } {
  const { script, migration } = task
  const unfinished = present.unfinished.some(({ version }) => version === migration.version)
  const parts = [
    unfinished ? 'was begun and cut off: it is inspected and finished' : undefined,
    script.transactional ? undefined : 'runs outside a transaction',
    preview?.notes.get(task.address),
  ].filter((part) => part !== undefined)
  return parts.length === 0 ? {} : { note: parts.join('; ') }
}

/**
 * Reads only: neither the history nor its schema is made.
 * @throws Failures of everything that contradicts history, or of every file that cannot be run
 */
export async function planMigrations(run: Migrating, world: World): Promise<MigratePlan> {
  const database = await explained(() => openDatabase(run.target, run.history, run.applies, world))
  try {
    return await explained(async () => {
      const { present } = database
      const likely =
        decides(run) ||
        run.command === 'rollback' ||
        compare(run.migrations, present.applied).pending.length > 0
      // While the files are read.
      const turn = likely && run.applies ? tryTurn(run, database) : undefined
      turn?.catch(() => undefined) // awaited below
      if (likely) database.observer().catch(() => undefined) // likewise
      const head =
        compare(run.migrations, present.applied).head?.version ?? present.applied.at(-1)?.version ?? ''
      const tasks = decides(run) ? [] : await tasksOf(run, present)
      const parts = decides(run)
        ? await decisionParts(run, database)
        : await taskParts(run, tasks, database, world)
      const made = makePlan({
        step: 'migrate',
        target: `postgres ${run.target.database}`,
        createdAt: world.clock(),
        inputs: {
          command: run.command === 'plan' ? 'apply' : run.command,
          history: nameOf(run.history),
        },
        sources: Object.fromEntries(run.migrations.map(({ up, checksum }) => [up.file, checksum])),
        ...parts,
      })
      const plan = Object.freeze({ ...made, head })
      // Somebody else may be pooling connections: that is said before anything is applied, and on the pull request.
      if (plan.changes.length > 0) await database.observer()
      if (turn === undefined || plan.changes.length === 0) await database.close()
      else madeWith.set(plan, { database, tasks, turn })
      return plan
    })
  } catch (error) {
    await database.close()
    throw error
  }
}

async function taskParts(run: Migrating, tasks: readonly Task[], { present }: Database, world: World) {
  const preview = tasks.length === 0 ? undefined : await run.preview?.(tasks, run.migrations, world)
  return {
    changes: tasks.map((task) => ({
      action: 'run' as const,
      address: task.address,
      kind: 'migration',
      source: { file: task.script.file, line: 1 },
      after: taskValue(task),
      ...noteOf(task, present, preview),
    })),
    findings:
      run.command === 'rollback' ? dataLossFindings(tasks, run.allowDataLoss) : (preview?.findings ?? []),
    evidence: preview?.evidence ?? [],
  }
}

async function decisionParts(run: Migrating, database: Database) {
  const { decisions, findings } = await decisionsOf(run, database)
  return {
    changes: decisions.map(({ address, note, file, state, direction, migration }) => ({
      action: 'update' as const,
      address,
      kind: 'history',
      ...(file === undefined ? {} : { source: { file, line: 1 } }),
      after: { state, direction, checksum: migration.checksum },
      note,
    })),
    findings,
  }
}

function jobOf({ migration, direction, script }: Task): Job {
  return { migration, direction, script }
}

/** @throws Failure MIGRATION_FAILED and the like, with what was and what was not applied */
export async function applyMigrations(plan: Plan, run: Migrating, world: World): Promise<Outcome> {
  const startedAt = world.clock()
  const made = madeWith.get(plan)
  const database =
    made?.database ?? (await explained(() => openDatabase(run.target, run.history, true, world)))
  try {
    const results = await explained(async () => {
      const turn = await (made?.turn ?? tryTurn(run, database))
      const { engine, present, created } = await takeTurn(run, database, turn, world)
      try {
        return await settle(plan, run, { database, engine, present, made })
      } catch (error) {
        await created // its failure is the cause
        throw error
      }
    })
    return makeOutcome({
      step: 'migrate',
      target: plan.target,
      digest: plan.digest,
      startedAt,
      finishedAt: world.clock(),
      status: 'succeeded',
      changed: results.some(({ status }) => status === 'done'),
      results,
    })
  } finally {
    await database.close()
  }
}

interface Settling {
  readonly database: Database
  readonly engine: Engine
  readonly present: Present
  readonly made: Made | undefined
}

/** Does what the plan says and is still to be done. */
async function settle(
  plan: Plan,
  run: Migrating,
  { database, engine, present, made }: Settling,
): Promise<Result[]> {
  if (decides(run)) return decide(plan, await decisionsOf(run, { ...database, present }), engine)
  const unchanged = made !== undefined && isSame(database.present, present)
  const tasks = unchanged ? made.tasks : await tasksOf(run, present)
  const left = new Map(tasks.map((task) => [task.address, task]))
  return perform({
    addresses: plan.changes.map(({ address }) => address),
    jobs: new Map([...left].map(([address, task]) => [address, jobOf(task)])),
    unfinished: present.unfinished,
    pipelined: database.isFresh && present.applied.length === 0,
    engine,
  })
}

/** Writes all decisions in one transaction. */
async function decide(plan: Plan, { decisions }: Decisions, engine: Engine): Promise<Result[]> {
  const { session, history, world, lockWaitMs } = engine
  const left = new Map(decisions.map((decision) => [decision.address, decision]))
  const chosen = plan.changes.flatMap(({ address }) => left.get(address) ?? [])
  const began = world.clock()
  const row = ({ migration, direction, state, at = began }: Decision) =>
    insertSql(
      history,
      { migration, direction, state, startedAt: at, finishedAt: at, lockWaitMs, attempts: 1 },
      world,
    )
  await session.send(['BEGIN', stillHeldSql(history, engine.pid), ...chosen.map(row), 'COMMIT'].join(';\n'))
  const durationMs = world.clock().getTime() - began.getTime()
  return plan.changes.map(({ address }) =>
    left.has(address)
      ? { address, action: 'update', status: 'done', durationMs }
      : {
          address,
          action: 'update',
          status: 'skipped',
          durationMs: 0,
          message: 'another run has settled it meanwhile',
        },
  )
}
