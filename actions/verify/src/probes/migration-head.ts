/** Whether the newest migration in git is the newest one in effect in the database. */
import { createHash } from 'node:crypto'
import type { Head } from '#toolkit/migrations/history.ts'
import { type HistoryTable, historyName, parseHistoryTable } from '#toolkit/migrations/history-table.ts'
import { type Migration, type MigrationFolder, stemOf } from '#toolkit/migrations/migration.ts'
import { formatDuration } from '#toolkit/model/duration.ts'
import { Failure, failuresIn } from '#toolkit/model/failure.ts'
import type { DatabaseAccess } from '#toolkit/postgres/database.ts'
import { codeOf } from '#toolkit/retry/network.ts'
import type { World } from '#toolkit/world/world.ts'
import {
  defineProbe,
  disproven,
  isAbsent,
  type Patience,
  type ProbeResult,
  type ProbeTarget,
  proven,
  TooLate,
  tryUntil,
  undecided,
} from './probe.ts'
import { when } from './words.ts'

/** `migration-head <folder> [history <schema>.<table>]` */
export interface MigrationHeadTarget extends ProbeTarget {
  readonly probe: 'migration-head'
  readonly folder: string
  readonly history: HistoryTable
}

export interface MigrationHeadProbe {
  readonly target: MigrationHeadTarget
  /** What git has, as it was read when the run was opened. */
  readonly migrations: MigrationFolder
  readonly database: DatabaseAccess
  readonly world: World
}

function judge(newest: Migration, { name, checksum }: Head): ProbeResult {
  if (name !== newest.name)
    return disproven(`${stemOf({ ...newest, name })} is the newest in effect; git has ${stemOf(newest)}.`)
  return checksum === newest.checksum
    ? proven(`${stemOf(newest)} is in effect.`)
    : disproven(`${stemOf(newest)} was applied with another content than git has.`)
}

/** @param inEffect in the order in which they took effect */
async function compare(
  migrations: readonly Migration[],
  newest: Migration,
  inEffect: readonly Head[],
  table: string,
): Promise<ProbeResult> {
  const { compareWithHistory } = await import('#toolkit/migrations/compare.ts')
  const { newest: found } = compareWithHistory(migrations, inEffect)
  if (found === undefined)
    return disproven(`No migration is in effect, according to ${table}; git has ${stemOf(newest)}.`)
  if (found.version !== newest.version)
    return disproven(`${stemOf(found)} is the newest in effect; git has ${stemOf(newest)}.`)
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
  if (code === undefined) return failure?.code === 'DATABASE_UNREACHABLE'
  return isAbsent(cause) || /^(?:08|53|57P)...?$/.test(code)
}

/** @returns undefined when there is no history */
async function readInEffect(
  { target, database, world }: MigrationHeadProbe,
  signal: AbortSignal,
): Promise<readonly Head[] | undefined> {
  // Heavy: loaded by the runs that ask a database.
  const [{ connect }, { readHeads }] = await Promise.all([
    import('#toolkit/postgres/session.ts'),
    import('#toolkit/migrations/history.ts'),
  ])
  const session = await connect(await database.target(), world, { step: 'verify', signal })
  try {
    // A probe only looks, whatever its user may do.
    await session.send('BEGIN READ ONLY')
    return await readHeads(session, target.history)
  } finally {
    await session.close()
  }
}

function explained(error: unknown, { input }: DatabaseAccess, deadline: number): ProbeResult {
  if (error instanceof TooLate) {
    const code = codeOf(causeOf(error.last))
    return disproven(
      `The database could not be reached within ${formatDuration(deadline)}${code === undefined ? '' : ` (${code})`}.`,
    )
  }
  const code = codeOf(causeOf(error))
  if (code === '28P01' || code === '28000') return disproven(`The server refuses the user of \`${input}\`.`)
  if (code === '3D000') return disproven('There is no such database.')
  if (code === '42501') return disproven(`The user of \`${input}\` may not read the history.`)
  const [failure] = failuresIn(error)
  if (failure?.code === 'DATABASE_TLS') return disproven(failure.what)
  if (failure !== undefined) return undecided(`The database could not be asked: ${failure.what}`)
  return disproven(`The database could not be asked (${code === undefined ? 'no answer' : code}).`)
}

/** Reads where the database stands, and compares it with git. */
export async function probeMigrationHead(
  probe: MigrationHeadProbe,
  patience: Patience,
): Promise<ProbeResult> {
  const { target, database, world } = probe
  const { migrations, problems } = probe.migrations
  const table = historyName(target.history)
  const [problem] = problems
  const unclear = problem && undecided(`What the newest migration is cannot be told: ${problem.what}`)
  const newest = migrations.at(-1)
  if (newest === undefined) return unclear ?? disproven(`There is no migration in ${target.folder}.`)
  const starting = (error: unknown) =>
    isTransient(error) ? `the database (${codeOf(causeOf(error)) ?? 'no answer'})` : undefined
  try {
    const inEffect = await tryUntil(patience, world.random, starting, (signal) => readInEffect(probe, signal))
    if (inEffect === undefined) return disproven(`The database has no ${table}: migrate never ran on it.`)
    const evidence = await compare(migrations, newest, inEffect, table)
    // What cannot be read may be newer.
    return evidence.status === 'done' && unclear !== undefined ? unclear : evidence
  } catch (error) {
    patience.signal.throwIfAborted()
    return explained(error, database, patience.deadline)
  }
}

function databaseMissing(): Failure {
  return new Failure({
    code: 'INPUT_MISSING',
    what: 'The input `database-url` is required by the target `migration-head`.',
    fix: 'Add `database-url:` or `database-secret:` under `with:`; a user that may read the history is enough.',
  })
}

export const probe = defineProbe<MigrationHeadTarget>({
  id: 'migration-head',
  form: 'migration-head <folder> [history <schema>.<table>]',
  wave: 'parts',
  parse: (words) => {
    const folder = words.take(
      'the folder of the migrations, relative to the checkout',
      when(/^(?!\/)(?!.*\.\.)\S+$/),
    )
    const history = words.passes('history')
      ? words.take('<schema>.<table>', parseHistoryTable)
      : { schema: 'migrate', table: 'history' }
    return { probe: 'migration-head', folder: folder.replace(/\/$/, ''), history }
  },
  address: ({ folder }) => `migration-head ${folder}`,
  expectation: ({ history }) => ({ expect: 'newest file', history: historyName(history) }),
  reads: async ({ folder }, workspace) => {
    const { readMigrations } = await import('#toolkit/migrations/layout/read.ts')
    const { migrations } = readMigrations(workspace, folder)
    const order = createHash('sha256').update(migrations.map(stemOf).join('\n')).digest('hex')
    return Object.fromEntries([
      [`order of ${folder}`, order],
      ...migrations.map(({ up, checksum }) => [up.file, checksum.replace(/^sha256:/, '')] as const),
    ])
  },
  given: async (_target, { inputs, world }) => {
    const { 'database-url': url, 'database-secret': secret, 'api-server': server } = inputs
    if (url === undefined)
      return secret === undefined || server === undefined ? undefined : { secret, server }
    const { parseDatabaseUrl } = await import('#toolkit/postgres/database-url.ts')
    const { host, port, database, user } = parseDatabaseUrl(url, world)
    return { host, port, database, user }
  },
  failsWhen: () => 'when the newest migration is not in effect in the database',
  open: async (target, { inputs, opening, world }) => {
    if ((inputs['database-url'] ?? inputs['database-secret']) === undefined) {
      const missing = databaseMissing()
      opening.add(missing)
      return () => Promise.reject(missing)
    }
    const [{ readDatabase }, { readMigrations }] = await Promise.all([
      import('#toolkit/postgres/database.ts'),
      import('#toolkit/migrations/layout/read.ts'),
    ])
    const database = await readDatabase(inputs, opening, world)
    const migrations = readMigrations(world.workspace, target.folder)
    return (patience) => probeMigrationHead({ target, migrations, database, world }, patience)
  },
})
