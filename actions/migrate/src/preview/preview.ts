/** What is known of pending migrations before they run anywhere that matters: lint, locks, and a round trip. */

import type { HistoryTable } from '#toolkit/migrations/history-table.ts'
import type { Migration } from '#toolkit/migrations/migration.ts'
import type { Evidence } from '#toolkit/model/evidence.ts'
import { Failure, failuresIn } from '#toolkit/model/failure.ts'
import type { Finding } from '#toolkit/model/finding.ts'
import type { DatabaseTarget } from '#toolkit/postgres/target.ts'
import type { World } from '#toolkit/world/world.ts'
import { NewTables } from '../lint/context/tables.ts'
import { lint } from '../lint/lint.ts'
import { rangeOf } from '../sql/ast.ts'
import { blocks, type Lock, locksOf, strongest } from '../sql/locks.ts'
import { loadParser } from '../sql/parser.ts'
import { readScript } from '../sql/statements.ts'
import type { Task } from '../tasks/task.ts'
import type { ScratchAccess } from './scratch/databases.ts'
import type { Pair, RoundTrip } from './scratch/round-trip.ts'
import { findScratchServer, type ScratchServer, startScratchServer } from './scratch/server.ts'
import type { StatementTrace } from './scratch/trace.ts'

export interface Preview {
  /** By address: the strongest lock with its table, and what happens under it. */
  readonly notes: ReadonlyMap<string, string>
  readonly findings: readonly Finding[]
  readonly evidence: readonly Evidence[]
}

export interface PreviewOptions {
  /** Whether to try the round trip. */
  readonly scratch: boolean
  /** A server for it, instead of the machine's own programs. */
  readonly server: DatabaseTarget | undefined
  readonly history: HistoryTable
}

const TITLE = 'Round trip'

function lockText({ mode, relation, why }: Lock): string {
  return `\`${mode}\` on \`${relation}\`, which ${blocks(mode)}: ${why}`
}

/** What a file was seen to do; undefined when nothing was watched. */
function observedLock(observations: readonly StatementTrace[]): string | undefined {
  const worst = strongest(
    observations.flatMap(({ locks, rewrites, scans }) =>
      locks.map(({ mode, relation }): Lock => {
        const does = [
          rewrites.includes(relation) ? 'rewrites it' : undefined,
          scans.includes(relation) ? 'reads all of it' : undefined,
        ].filter((each) => each !== undefined)
        return { mode, relation, why: does.length === 0 ? 'only changes the catalogue' : does.join(' and ') }
      }),
    ),
  )
  return worst === undefined ? undefined : `${lockText(worst)} (observed)`
}

/** The worst that files do to tables that are there, as their text tells. */
function* staticLocks(tasks: readonly Task[]): Generator<readonly [address: string, note: string]> {
  const made = new NewTables()
  for (const { address, script } of tasks) {
    const locks: Lock[] = []
    for (const { node } of script.statements) {
      locks.push(...locksOf(node).filter(({ relation }) => !made.has(rangeOf(relation))))
      made.note(node)
    }
    const worst = strongest(locks)
    if (worst !== undefined) yield [address, lockText(worst)]
  }
}

/** The scripts of a migration. @throws Failure when one cannot be read */
async function pairOf({ version, up, down }: Migration): Promise<Pair> {
  const parse = await loadParser()
  return {
    version,
    up: readScript(parse, up.file, up.sql),
    down: down === undefined ? undefined : readScript(parse, down.file, down.sql),
  }
}

function notDone(why: string): Evidence {
  return { title: TITLE, verdict: 'unknown', text: `Not done: ${why}.` }
}

function evidenceOf({ verdict, why, server, notSeeded, difference }: RoundTrip): Evidence {
  const verdicts = { held: 'pass', broken: 'fail', unknown: 'unknown' } as const
  const unseeded =
    notSeeded.length === 0
      ? ''
      : ` Without rows, so that reads of them do not show: ${notSeeded.slice(0, 5).join(', ')}.`
  const schema = difference.length === 0 && verdict !== 'unknown' ? ' The schema stays as it is.' : ''
  return {
    title: TITLE,
    verdict: verdicts[verdict],
    text: `On ${server}: ${why}.${schema}${unseeded}`,
    ...(difference.length === 0 ? {} : { difference }),
  }
}

async function tryOut(
  tasks: readonly Task[],
  migrations: readonly Migration[],
  { server: given, history }: PreviewOptions,
  world: World,
): Promise<RoundTrip | Evidence> {
  let base: readonly Pair[]
  let fresh: readonly Pair[]
  try {
    const pending = new Set(tasks.map(({ migration }) => migration.version))
    // What comes behind the last that runs now, as with `to`, is no base.
    const last = migrations.findLastIndex(({ version }) => pending.has(version))
    const before = migrations.slice(0, last).filter(({ version }) => !pending.has(version))
    base = await Promise.all(before.map(pairOf))
    const parse = await loadParser()
    const files = new Map(migrations.map(({ version, down }) => [version, down?.file]))
    const rollbackOf = (version: string) => files.get(version) ?? version
    fresh = tasks.map(({ migration, script }) => ({
      version: migration.version,
      up: script,
      down:
        migration.downSql === undefined
          ? undefined
          : readScript(parse, rollbackOf(migration.version), migration.downSql),
    }))
  } catch (error) {
    const [failure] = failuresIn(error)
    if (failure === undefined) throw error
    return notDone(failure.what.replace(/\.$/, ''))
  }
  let server: ScratchServer | undefined
  try {
    let access: ScratchAccess
    if (given === undefined) {
      const found = await findScratchServer(world)
      if (typeof found === 'string') return notDone(found)
      server = await startScratchServer(found, world)
      access = server
    } else access = { maker: given, runner: given }
    const { roundTrip } = await import('./scratch/round-trip.ts')
    return await roundTrip({ access, base, fresh, history, world })
  } catch (error) {
    world.signal.throwIfAborted()
    if (error instanceof Failure) throw error
    return notDone(
      `the scratch server could not be started: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`,
    )
  } finally {
    await server?.stop()
  }
}

/** @param migrations the whole folder, in order: what is before the tasks is the base that they are tried on */
export async function previewTasks(
  tasks: readonly Task[],
  migrations: readonly Migration[],
  options: PreviewOptions,
  world: World,
): Promise<Preview> {
  const notes = new Map(staticLocks(tasks))
  const findings = lint(tasks.map(({ script }) => script))
  if (!options.scratch) return { notes, findings, evidence: [] }
  const tried = await tryOut(tasks, migrations, options, world)
  if ('title' in tried) return { notes, findings, evidence: [tried] }
  for (const { address, script } of tasks) {
    const seen = tried.observations.filter(({ file }) => file === script.file)
    if (seen.length === 0) continue
    const worst = observedLock(seen)
    if (worst === undefined) notes.delete(address)
    else notes.set(address, worst)
  }
  return { notes, findings: [...tried.findings, ...certain(findings, tried)], evidence: [evidenceOf(tried)] }
}

/** What the text alone could not tell, and the watch did: a change of type that was seen to rewrite nothing. */
function certain(findings: readonly Finding[], { observations, notSeeded }: RoundTrip): Finding[] {
  const quiet = (found: Finding) =>
    // Without rows nothing is rewritten.
    notSeeded.length === 0 &&
    found.rule === 'change-column-type' &&
    observations.some(
      ({ file, line, rewrites, scans }) =>
        file === found.source?.file &&
        line === found.source.line &&
        rewrites.length === 0 &&
        scans.length === 0,
    )
  return findings.filter((found) => !quiet(found))
}
