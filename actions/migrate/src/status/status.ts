/** Where a database stands: the folder held against its history, and who is at work. */
import { compareWithHistory } from '#toolkit/migrations/compare.ts'
import { type HistoryTable, historyName } from '#toolkit/migrations/history-table.ts'
import { type Migration, stemOf } from '#toolkit/migrations/migration.ts'
import type { World } from '#toolkit/world/world.ts'
import { type AtWork, runningOf } from './holder.ts'
import type { DatabaseState, HistoryRow } from './read.ts'

/**
 * `interrupted`: begun outside of a transaction, and cut off; `failed`: the same, and refused by the server. `changed`:
 * the file is not what was applied. `gone`: applied, and without a file.
 */
export const states = ['running', 'interrupted', 'failed', 'changed', 'gone', 'pending', 'applied'] as const
export type MigrationState = (typeof states)[number]

export interface MigrationStatus {
  readonly version: string
  readonly name: string
  readonly state: MigrationState
  /** Its up file, relative to the checkout; absent where it has none. */
  readonly file?: string
  /** How it took effect: it ran, was there before us, or somebody decided so. */
  readonly how?: 'applied' | 'baselined' | 'repaired'
  /** When it took effect, or was begun; ISO 8601. */
  readonly at?: string
  readonly by?: string
  readonly commit?: string
  /** The page of the run. */
  readonly run?: string
  readonly note?: string
}

export interface Status {
  readonly step: 'migrate'
  readonly command: 'status'
  readonly target: string
  readonly name?: string
  readonly server: string
  /** ISO 8601. */
  readonly at: string
  readonly history: {
    readonly table: string
    readonly state: DatabaseState['history']
    readonly note?: string
  }
  readonly running: AtWork
  /** The newest version in effect; empty when there is none. */
  readonly head: string
  readonly counts: Readonly<Record<MigrationState, number>>
  /** In the order of the folder; what has no file stands last. */
  readonly migrations: readonly MigrationStatus[]
}

/** Milliseconds by which the clocks of a runner and of a server may differ. */
const SKEW_MS = 60_000

function traced({ actor, sha, run_url }: HistoryRow) {
  return {
    ...(actor === '' ? {} : { by: actor }),
    ...(sha === '' ? {} : { commit: sha }),
    ...(run_url === '' ? {} : { run: run_url }),
  }
}

function inEffect(row: HistoryRow): Partial<MigrationStatus> {
  const how = row.state === 'baselined' || row.state === 'repaired' ? row.state : 'applied'
  return { how, at: (row.finished_at ?? row.started_at).toISOString(), ...traced(row) }
}

/** Whether the session that holds the lock has begun it: an earlier one may have left it behind. */
function isUnderWay({ state, started_at }: HistoryRow, { holder }: DatabaseState): boolean {
  if (holder === undefined || state !== 'running') return false
  const since = holder.backend_start
  return since === null || started_at.getTime() >= since.getTime() - SKEW_MS
}

/** A file outside of a transaction that has not finished, in either direction. */
function begun(row: HistoryRow, seen: DatabaseState, checksum: string | undefined): Partial<MigrationStatus> {
  const { direction, state, statement, started_at } = row
  const running = isUnderWay(row, seen)
  const what = direction === 'down' ? 'its rollback is' : 'it is'
  const was = state === 'failed' ? 'was refused by the server' : 'was cut off'
  const edited = checksum !== undefined && checksum !== row.checksum ? '; the file has changed since' : ''
  return {
    state: running ? 'running' : state === 'failed' ? 'failed' : 'interrupted',
    at: started_at.toISOString(),
    ...traced(row),
    note: running
      ? `${what} at statement ${statement ?? 1}`
      : `${direction === 'down' ? 'its rollback' : 'it'} ${was} at statement ${statement ?? 1}${edited}`,
  }
}

/** What a run has left of a file that a transaction held: nothing but that it was tried. */
function tried({ direction, state, started_at, actor }: HistoryRow): string {
  const by = actor === '' ? '' : ` by ${actor}`
  return `${direction === 'down' ? 'its rollback ' : ''}${state} on ${started_at.toISOString()}${by}, without effect`
}

/** What history has of one version. */
interface Kept {
  readonly applied: HistoryRow | undefined
  /** The newest row, where that is no end that took effect. */
  readonly last: HistoryRow | undefined
}

/** @param checksum of its file; undefined without one */
function stateOf(
  version: string,
  { applied, last }: Kept,
  checksum: string | undefined,
  seen: DatabaseState,
  late: ReadonlySet<string>,
  head: string,
): Omit<MigrationStatus, 'version' | 'name'> {
  if (last?.begun === true) return { state: 'interrupted', ...begun(last, seen, checksum) }
  const left = last === undefined ? [] : [tried(last)]
  const noted = (...notes: readonly string[]) => {
    const all = [...notes, ...left]
    return all.length === 0 ? {} : { note: all.join('; ') }
  }
  if (applied === undefined)
    return {
      state: 'pending',
      ...noted(...(late.has(version) ? [`comes before ${head}, which is applied: an apply refuses it`] : [])),
    }
  const base = inEffect(applied)
  if (checksum === undefined) return { state: 'gone', ...base, ...noted('applied, and without a file') }
  return applied.checksum === checksum
    ? { state: 'applied', ...base, ...noted() }
    : { state: 'changed', ...base, ...noted('the file is not what was applied') }
}

export interface StatusParts {
  readonly target: string
  readonly name: string | undefined
  readonly history: HistoryTable
  readonly migrations: readonly Migration[]
}

export function makeStatus(
  { target, name, history, migrations }: StatusParts,
  seen: DatabaseState,
  { run, clock }: Pick<World, 'run' | 'clock'>,
): Status {
  const applied = new Map(seen.applied.map((row) => [row.version, row]))
  const unfinished = new Map(seen.unfinished.map((row) => [row.version, row]))
  const found = compareWithHistory(migrations, seen.applied)
  const late = new Set(found.late.map(({ version }) => version))
  const head = found.head?.version ?? seen.applied.at(-1)?.version ?? ''
  const known = new Set(migrations.map(({ version }) => version))
  const rows: MigrationStatus[] = migrations.map((migration) => {
    const { version, name: called, checksum, up } = migration
    const one = { applied: applied.get(version), last: unfinished.get(version) }
    return { version, name: called, file: up.file, ...stateOf(version, one, checksum, seen, late, head) }
  })
  for (const { version, name: called } of [...seen.applied, ...seen.unfinished]) {
    if (known.has(version)) continue
    known.add(version)
    const one = { applied: applied.get(version), last: unfinished.get(version) }
    // Without effect, and without a file, it is nothing any more.
    if (one.applied === undefined && one.last?.begun !== true) continue
    rows.push({ version, name: called, ...stateOf(version, one, undefined, seen, late, head) })
  }
  const counts = Object.fromEntries(states.map((state) => [state, 0])) as Record<MigrationState, number> // all of them
  for (const { state } of rows) counts[state]++
  return {
    step: 'migrate',
    command: 'status',
    target,
    ...(name === undefined ? {} : { name }),
    server: seen.server,
    at: clock().toISOString(),
    history: {
      table: historyName(history),
      state: seen.history,
      ...(seen.note === undefined ? {} : { note: seen.note }),
    },
    running: runningOf(seen.holder, seen.unseen, run),
    head,
    counts,
    migrations: rows,
  }
}

/** `0003_name` */
export function named(migration: Pick<MigrationStatus, 'version' | 'name'>): string {
  return stemOf(migration)
}
