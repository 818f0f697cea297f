/** What is to be done: the folder held against what history says was applied. */
import { setImmediate } from 'node:timers/promises'
import { checksumOf } from '#toolkit/migrations/checksum.ts'
import { compareWithHistory } from '#toolkit/migrations/compare.ts'
import type { Applied, Direction, Present, Remembered } from '#toolkit/migrations/history.ts'
import { addressOf, type Migration } from '#toolkit/migrations/migration.ts'
import { Failure, failuresIn, throwIfAny } from '#toolkit/model/failure.ts'
import type { Parse } from './sql/parser.ts'
import { readScript, type Script } from './sql/statements.ts'

/** One script that would run. */
export interface Task {
  /** How it is called in plans and outcomes: `db/migrations/0003_name`, with ` (down)` when it is undone. */
  readonly address: string
  readonly migration: Remembered
  readonly direction: Direction
  readonly script: Script
}

export function rememberedOf({ version, name, checksum, down, irreversible }: Migration): Remembered {
  return { version, name, checksum, downSql: down?.sql, irreversible }
}

function edited(migration: Migration, applied: Applied): Failure {
  return new Failure({
    code: 'MIGRATION_EDITED',
    what: `${migration.up.file} was applied with another content.`,
    why: `History has ${applied.checksum.slice(7, 19)}, the file is ${migration.checksum.slice(7, 19)}.`,
    fix: 'Restore the file as it was applied (`git log -p` shows it), and put the change into a new migration. If the database has the new content already, `command: repair` records that.',
    source: { file: migration.up.file, line: 1 },
  })
}

function gone({ version, name }: Applied, folder: string): Failure {
  return new Failure({
    code: 'MIGRATION_GONE',
    what: `${version} (${name}) is applied, but not in ${folder}.`,
    why: 'This checkout is older than the database, or the file was removed.',
    fix: 'Bring the file back, or undo it with `command: rollback`; history keeps how.',
  })
}

function late({ up }: Migration, head: Applied): Failure {
  return new Failure({
    code: 'MIGRATION_OUT_OF_ORDER',
    what: `${up.file} is not applied, but ${head.version} is, which comes after it.`,
    why: 'Migrations run in the same order everywhere.',
    fix: 'Move it behind the last one: rename it, or give it a later line in the MANIFEST.',
    source: { file: up.file, line: 1 },
  })
}

/** Everything in which the folder contradicts history. */
function contradictions(
  migrations: readonly Migration[],
  applied: readonly Applied[],
  folder: string,
): Failure[] {
  const found = compareWithHistory(migrations, applied)
  const { head } = found
  return [
    ...found.edited.map(({ migration, before }) => edited(migration, before)),
    ...found.gone.map((each) => gone(each, folder)),
    ...(head === undefined ? [] : found.late.map((each) => late(each, head))),
  ]
}

/** After so many files the database is heard: its answers come meanwhile. */
const WITHOUT_PAUSE = 20

async function read(
  loadParser: () => Promise<Parse>,
  sources: readonly (Omit<Task, 'script'> & { file: string; sql: string })[],
): Promise<Task[]> {
  const problems: Failure[] = []
  const tasks: Task[] = []
  await setImmediate()
  const parse = await loadParser()
  for (const [index, { file, sql, ...task }] of sources.entries()) {
    if (index % WITHOUT_PAUSE === 0) await setImmediate()
    try {
      tasks.push({ ...task, script: readScript(parse, file, sql) })
    } catch (error) {
      const known = failuresIn(error)
      if (known.length === 0) throw error
      problems.push(...known)
    }
  }
  throwIfAny(problems)
  return tasks
}

/**
 * The migrations that are not applied yet, in order.
 * @param to the last version to apply; all of them when it is not given
 * @throws Failures of everything that contradicts history, or of every file that cannot be run
 */
export async function pendingTasks(
  migrations: readonly Migration[],
  { applied }: Present,
  folder: string,
  to: string | undefined,
  loadParser: () => Promise<Parse>,
): Promise<Task[]> {
  throwIfAny(contradictions(migrations, applied, folder))
  const last =
    to === undefined ? migrations.length - 1 : migrations.findIndex(({ version }) => version === to)
  if (to !== undefined && last === -1) {
    throw new Failure({
      code: 'VERSION_UNKNOWN',
      what: `There is no migration ${to} in ${folder}.`,
      fix: `Correct \`to:\` under \`with:\`. The newest is ${migrations.at(-1)?.version ?? 'none'}.`,
    })
  }
  const wanted = new Set(migrations.slice(0, last + 1))
  const pending = compareWithHistory(migrations, applied).pending.filter((migration) => wanted.has(migration))
  if (pending.length === 0) return []
  return read(
    loadParser,
    pending.map((migration) => ({
      address: addressOf(migration),
      migration: rememberedOf(migration),
      direction: 'up',
      ...migration.up,
    })),
  )
}

export interface RollbackOptions {
  /** How many to undo, when `to` is not given. */
  readonly steps: number
  /** Everything that was applied after this version is undone. */
  readonly to: string | undefined
}

/**
 * The last migrations that took effect, the newest first, with the rollbacks that history keeps. The files may be gone.
 * @throws Failures VERSION_UNKNOWN, IRREVERSIBLE
 */
export async function rollbackTasks(
  { applied }: Present,
  { steps, to }: RollbackOptions,
  migrations: readonly Migration[],
  folder: string,
  loadParser: () => Promise<Parse>,
): Promise<Task[]> {
  const newestFirst = applied.toReversed()
  const stop = to === undefined ? steps : newestFirst.findIndex(({ version }) => version === to)
  if (stop === -1) {
    throw new Failure({
      code: 'VERSION_UNKNOWN',
      what: `${to} is not in effect, so nothing can be undone down to it.`,
      fix: `Correct \`to:\` under \`with:\`. In effect, the newest first: ${newestFirst
        .slice(0, 5)
        .map(({ version }) => version)
        .join(', ')}.`,
    })
  }
  const chosen = newestFirst.slice(0, stop)
  throwIfAny(
    chosen.flatMap(({ version, name, irreversible, downSql }) =>
      downSql !== undefined
        ? []
        : [
            new Failure({
              code: 'IRREVERSIBLE',
              what: `${version} (${name}) cannot be undone: ${irreversible}.`,
              fix: 'Write a new migration that leads where you want to be, or restore a backup.',
            }),
          ],
    ),
  )
  if (chosen.length === 0) return []
  const files = new Map(migrations.map((migration) => [migration.version, migration]))
  return read(
    loadParser,
    chosen.map(({ id: _id, finishedAt: _finishedAt, ...migration }) => {
      const file = files.get(migration.version)
      const stem = file === undefined ? `${folder}/${migration.version}` : addressOf(file)
      return {
        address: `${stem} (down)`,
        migration,
        direction: 'down',
        file: file?.down?.file ?? `${stem}.down.sql`,
        sql: migration.downSql ?? '',
      }
    }),
  )
}

/**
 * Of planned tasks those that another run has not done meanwhile.
 * @throws Failures of everything that contradicts history now; Failure PLAN_OUTDATED when what is left would not come
 * next
 */
export function tasksLeft(
  tasks: readonly Task[],
  { applied }: Pick<Present, 'applied'>,
  migrations: readonly Migration[],
  folder: string,
): readonly Task[] {
  const inEffect = new Set(applied.map(({ version }) => version))
  const left = tasks.filter(
    ({ direction, migration }) => inEffect.has(migration.version) === (direction === 'down'),
  )
  const [first] = left
  if (first === undefined) return []
  const up = first.direction === 'up'
  if (up) throwIfAny(contradictions(migrations, applied, folder))
  const next = up ? compareWithHistory(migrations, applied).pending : applied.toReversed()
  const wrong = left.findIndex(({ migration: { version, checksum } }, index) => {
    const due = next[index]
    return due?.version !== version || due.checksum !== checksum
  })
  if (wrong === -1) return left
  throw new Failure({
    code: 'PLAN_OUTDATED',
    what: `${next[wrong]?.version ?? 'Something else'} would have to be ${up ? 'applied' : 'undone'} before ${left[wrong]?.address}.`,
    why: 'Another run has changed the database since the plan was made. Nothing of this run was done.',
    fix: 'Plan again.',
  })
}

/** What running a task does, for the plan: all that the review covers. */
export function taskValue({ script }: Task) {
  return {
    checksum: checksumOf(script.sql),
    transaction: script.transactional,
    statements: script.statements.map((statement) => statement.text),
  }
}
