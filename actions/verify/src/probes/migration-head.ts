/** Whether the newest migration in git is the newest one in effect in the database. */
import { compareWithHistory } from '#toolkit/migrations/compare.ts'
import { type Head, readHeads } from '#toolkit/migrations/history.ts'
import { historyName } from '#toolkit/migrations/history-table.ts'
import { readMigrations } from '#toolkit/migrations/layout/read.ts'
import { type Migration, stemOf } from '#toolkit/migrations/migration.ts'
import { formatDuration } from '#toolkit/model/duration.ts'
import { failuresIn } from '#toolkit/model/failure.ts'
import type { DatabaseAccess } from '#toolkit/postgres/database.ts'
import { connect } from '#toolkit/postgres/session.ts'
import type { World } from '#toolkit/world/world.ts'
import type { MigrationHeadTarget } from '../target.ts'
import {
  codeOf,
  done,
  type Evidence,
  failed,
  isUnreachable,
  type Patience,
  TooLate,
  tryUntil,
  unknown,
} from './probe.ts'

export interface MigrationHeadProbe {
  readonly target: MigrationHeadTarget
  readonly database: DatabaseAccess
  readonly world: World
}

function judge(newest: Migration, { name, checksum }: Head): Evidence {
  if (name !== newest.name)
    return failed(`${stemOf({ ...newest, name })} is the newest in effect; git has ${stemOf(newest)}.`)
  return checksum === newest.checksum
    ? done(`${stemOf(newest)} is in effect.`)
    : failed(`${stemOf(newest)} was applied with another content than git has.`)
}

/** @param inEffect in the order in which they took effect */
function compare(
  migrations: readonly Migration[],
  newest: Migration,
  inEffect: readonly Head[],
  table: string,
): Evidence {
  const { newest: found } = compareWithHistory(migrations, inEffect)
  if (found === undefined)
    return failed(`No migration is in effect, according to ${table}; git has ${stemOf(newest)}.`)
  if (found.version !== newest.version)
    return failed(`${stemOf(found)} is the newest in effect; git has ${stemOf(newest)}.`)
  return judge(newest, found)
}

/** The server's or the system's own error, behind what was made of it. */
function causeOf(error: unknown): unknown {
  const [failure] = failuresIn(error)
  return failure?.cause ?? error
}

/** The connection broke or was never made, or by the class of its SQLSTATE the server is full, starting or stopping. */
function isTransient(error: unknown): boolean {
  const [failure] = failuresIn(error)
  const cause = causeOf(error)
  const code = codeOf(cause)
  if (code === '') return failure?.code === 'DATABASE_UNREACHABLE'
  return isUnreachable(cause) || /^(?:08|53|57P)...?$/.test(code)
}

/** @returns undefined when there is no history */
async function readInEffect(
  { target, database, world }: MigrationHeadProbe,
  signal: AbortSignal,
): Promise<readonly Head[] | undefined> {
  const session = await connect(await database.target(), world, { step: 'verify', signal })
  try {
    // A probe only looks, whatever its user may do.
    await session.send('BEGIN READ ONLY')
    return await readHeads(session, target.history)
  } finally {
    await session.close()
  }
}

function explained(error: unknown, { input }: DatabaseAccess, deadline: number): Evidence {
  if (error instanceof TooLate) {
    const code = codeOf(causeOf(error.last))
    return failed(
      `The database could not be reached within ${formatDuration(deadline)}${code === '' ? '' : ` (${code})`}.`,
    )
  }
  const code = codeOf(causeOf(error))
  if (code === '28P01' || code === '28000') return failed(`The server refuses the user of \`${input}\`.`)
  if (code === '3D000') return failed('There is no such database.')
  if (code === '42501') return failed(`The user of \`${input}\` may not read the history.`)
  const [failure] = failuresIn(error)
  if (failure?.code === 'DATABASE_TLS') return failed(failure.what)
  if (failure !== undefined) return unknown(`The database could not be asked: ${failure.what}`)
  return failed(`The database could not be asked (${code === '' ? 'no answer' : code}).`)
}

/** Reads where the database stands, and compares it with git. */
export async function probeMigrationHead(probe: MigrationHeadProbe, patience: Patience): Promise<Evidence> {
  const { target, database, world } = probe
  const table = historyName(target.history)
  const { migrations, problems } = readMigrations(world.workspace, target.folder)
  const [problem] = problems
  const unclear = problem && unknown(`What the newest migration is cannot be told: ${problem.what}`)
  const newest = migrations.at(-1)
  if (newest === undefined) return unclear ?? failed(`There is no migration in ${target.folder}.`)
  const starting = (error: unknown) =>
    isTransient(error) ? `the database (${codeOf(causeOf(error)) || 'no answer'})` : undefined
  try {
    const inEffect = await tryUntil(patience, world.random, starting, (signal) => readInEffect(probe, signal))
    if (inEffect === undefined) return failed(`The database has no ${table}: migrate never ran on it.`)
    const evidence = compare(migrations, newest, inEffect, table)
    // What cannot be read may be newer.
    return evidence.status === 'done' && unclear !== undefined ? unclear : evidence
  } catch (error) {
    patience.signal.throwIfAborted()
    return explained(error, database, patience.deadline)
  }
}
