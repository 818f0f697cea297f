/** What history is told without anything being run: `baseline` takes a database over, `repair` settles a contradiction. */

import { compareWithHistory } from '#toolkit/migrations/compare.ts'
import type { Direction, Present, RecordedMigration, State } from '#toolkit/migrations/history.ts'
import { type Migration, migrationAddress } from '#toolkit/migrations/migration.ts'
import { Failure, throwIfAny } from '#toolkit/model/failure.ts'
import { type Finding, finding } from '#toolkit/model/finding.ts'
import { recordedOf } from '../tasks/task.ts'
import { type Ledger, matchLedger } from './ledger.ts'

/** One row for history, and why. */
export interface Decision {
  readonly address: string
  readonly migration: RecordedMigration
  readonly direction: Direction
  readonly state: State
  /** When it took effect, if that is known; else when it is recorded. */
  readonly at: Date | undefined
  readonly note: string
  readonly file: string | undefined
}

export interface Decisions {
  readonly decisions: readonly Decision[]
  readonly findings: readonly Finding[]
}

/** How a tool is told that what had failed is settled. */
const settled: Readonly<Record<string, string>> = {
  'golang-migrate': '`migrate force <version>`',
  Flyway: '`flyway repair`',
}

function ledgerFindings(ledger: Ledger, migrations: readonly Migration[]): Finding[] {
  const { adopted, unknown, failed } = matchLedger(ledger, migrations)
  const changed = adopted
    .filter(({ differs }) => differs)
    .map(({ migration }) =>
      finding(
        {
          rule: 'ledger-checksum',
          severity: 'warning',
          verdict: 'fail',
          message: `${ledger.table} has another checksum for ${migration.up.file}.`,
          why: 'The database may have been made by another content of this file.',
          fix: 'Compare the schema with what the file makes before you take it over.',
          source: { file: migration.up.file, line: 1 },
        },
        migration.version,
      ),
    )
  const strangers = unknown.map(({ name }) =>
    finding(
      {
        rule: 'ledger-entry-unknown',
        severity: 'warning',
        verdict: 'unknown',
        message: `${ledger.table} has ${name}, for which there is no file.`,
        why: 'What it did to the database cannot be told.',
        fix: 'Bring the file back, or make sure that the database does not need it.',
      },
      name,
    ),
  )
  const halfDone = failed.map(({ name }) =>
    finding(
      {
        rule: 'ledger-failed',
        severity: 'error',
        verdict: 'fail',
        message: `${ledger.table} says that ${name} was begun and has not come to its end.`,
        why: 'A part of it may be in the database, and it would be run from its beginning.',
        fix: `Finish or undo it by hand, and tell ${ledger.tool} so (${settled[ledger.tool] ?? 'in its ledger'}); or say with \`to\` what is in effect.`,
      },
      name,
    ),
  )
  return [...changed, ...strangers, ...halfDone]
}

/** The ledger that knows most of the files. */
function bestOf(ledgers: readonly Ledger[], migrations: readonly Migration[]): Ledger | undefined {
  const known = (ledger: Ledger) => matchLedger(ledger, migrations).adopted.length
  return ledgers.filter((ledger) => known(ledger) > 0).sort((a, b) => known(b) - known(a))[0]
}

/**
 * The files that are in effect although this step has not run them: what a ledger says, or everything up to `to`.
 * @throws Failures BASELINE_UNCLEAR, VERSION_UNKNOWN, BASELINE_GAP
 */
export function baseline(
  migrations: readonly Migration[],
  { applied }: Present,
  ledgers: readonly Ledger[],
  to: string | undefined,
  folder: string,
): Decisions {
  const ledger = to === undefined ? bestOf(ledgers, migrations) : undefined
  if (to === undefined && ledger === undefined) {
    throw new Failure({
      code: 'BASELINE_UNCLEAR',
      what: `No table of the database says which files of ${folder} were applied.`,
      why:
        ledgers.length === 0
          ? 'No ledger of another tool was found.'
          : `These ledgers know none of the files: ${ledgers.map(({ table }) => table).join(', ')}.`,
      fix: 'Pass the last version that the database has as `to`.',
    })
  }
  const inEffect = new Set(applied.map(({ version }) => version))
  let chosen: { migration: Migration; at: Date | undefined }[]
  if (ledger === undefined) {
    const last = migrations.findIndex(({ version }) => version === to)
    if (last === -1) {
      throw new Failure({
        code: 'VERSION_UNKNOWN',
        what: `There is no migration ${to} in ${folder}.`,
        fix: `Correct \`to:\` under \`with:\`. The newest is ${migrations.at(-1)?.version ?? 'none'}.`,
      })
    }
    chosen = migrations.slice(0, last + 1).map((migration) => ({ migration, at: undefined }))
  } else {
    const known = new Map(
      matchLedger(ledger, migrations).adopted.map(({ migration, entry }) => [migration, entry.appliedAt]),
    )
    const last = migrations.findLastIndex((migration) => known.has(migration))
    throwIfAny(
      migrations
        .slice(0, last)
        .filter((migration) => !known.has(migration) && !inEffect.has(migration.version))
        .map(
          ({ up }) =>
            new Failure({
              code: 'BASELINE_GAP',
              what: `${ledger.table} does not have ${up.file}, but later ones.`,
              fix: `Apply it with the tool of ${ledger.table} first, or pass \`to:\` if the database has it all the same.`,
              source: { file: up.file, line: 1 },
            }),
        ),
    )
    chosen = migrations
      .filter((migration) => known.has(migration))
      .map((migration) => ({ migration, at: known.get(migration) }))
  }
  const by = ledger === undefined ? 'as `to` says' : `${ledger.table} (${ledger.tool})`
  const decisions = chosen
    .filter(({ migration }) => !inEffect.has(migration.version))
    .map(({ migration, at }): Decision => {
      const when = at === undefined ? '' : ` on ${at.toISOString().slice(0, 10)}`
      return {
        address: migrationAddress(migration),
        migration: recordedOf(migration),
        direction: 'up',
        state: 'baselined',
        at,
        note: `in effect${when}, ${by}; it is recorded, not run`,
        file: migration.up.file,
      }
    })
  return { decisions, findings: ledger === undefined ? [] : ledgerFindings(ledger, migrations) }
}

/** What contradicts the folder, settled in favour of the folder. Nothing of the schema is touched. */
export function repair(
  migrations: readonly Migration[],
  { applied, unfinished }: Present,
  folder: string,
): Decisions {
  const found = compareWithHistory(migrations, applied)
  const files = new Map(migrations.map((migration) => [migration.version, migration]))
  const base = { at: undefined }
  const decisions: Decision[] = [
    ...found.edited.map(
      ({ migration, before }): Decision => ({
        ...base,
        address: migrationAddress(migration),
        migration: recordedOf(migration),
        direction: 'up',
        state: 'repaired',
        note: `history has ${before.checksum.slice(7, 19)} and will have ${migration.checksum.slice(7, 19)}; nothing is run`,
        file: migration.up.file,
      }),
    ),
    ...found.gone.map(
      ({ id: _id, finishedAt: _finishedAt, ...migration }): Decision => ({
        ...base,
        address: `${folder}/${migration.version}`,
        migration,
        direction: 'down',
        state: 'repaired',
        note: 'its file is gone: history will not count it as in effect; what it did to the schema stays',
        file: undefined,
      }),
    ),
    ...unfinished.map(({ version, name, checksum, direction }): Decision => {
      const file = files.get(version)
      return {
        ...base,
        address: `${file === undefined ? `${folder}/${version}` : migrationAddress(file)} (unfinished)`,
        migration:
          file === undefined
            ? { version, name, checksum, downSql: '', irreversible: undefined }
            : recordedOf(file),
        direction,
        state: 'failed',
        note: 'a run that was cut off: history will have it as failed; an apply inspects and finishes it anyway',
        file: file?.up.file,
      }
    }),
  ]
  return { decisions, findings: [] }
}

/** Whether a decision is still to be written: another run may have settled it. */
export function isDue(
  { migration: { version, checksum }, direction, state }: Decision,
  { applied, unfinished }: Present,
): boolean {
  if (state === 'failed') return unfinished.some((each) => each.version === version)
  const now = applied.find((each) => each.version === version)
  if (state === 'baselined') return now === undefined
  return now !== undefined && (direction === 'down' || now.checksum !== checksum)
}
