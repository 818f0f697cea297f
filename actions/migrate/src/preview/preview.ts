/** What is known of pending migrations before they run anywhere that matters: lint, locks, and a round trip. */

import type { HistoryTable } from '#toolkit/migrations/history-table.ts'
import type { Migration } from '#toolkit/migrations/migration.ts'
import type { Evidence } from '#toolkit/model/evidence.ts'
import { Failure, failuresIn } from '#toolkit/model/failure.ts'
import type { Finding } from '#toolkit/model/finding.ts'
import type { SessionSettings } from '#toolkit/postgres/session.ts'
import type { DatabaseTarget } from '#toolkit/postgres/target.ts'
import type { World } from '#toolkit/world/world.ts'
import { NewObjects } from '../lint/context/new-objects.ts'
import { type Choices, severityOf } from '../lint/levels.ts'
import { aboutFiles, fileByFile, look, type Sighted } from '../lint/lint.ts'
import { releaseOf } from '../session/releases.ts'
import { rangeOf } from '../sql/ast.ts'
import { blocks, type Lock, locksOf, strongest } from '../sql/locks.ts'
import { loadParser, type Parse } from '../sql/parser.ts'
import { readScript, type Script } from '../sql/statements.ts'
import type { Task } from '../tasks/task.ts'
import { weigh } from './observed.ts'
import type { ScratchAccess } from './scratch/databases.ts'
import type { Pair, RoundTrip } from './scratch/round-trip.ts'
import type { ScratchServer } from './scratch/server.ts'
import type { StatementTrace } from './scratch/trace.ts'

export interface Preview {
  /** By address: the strongest lock with its table, and what happens under it. */
  readonly notes: ReadonlyMap<string, string>
  readonly findings: readonly Finding[]
  readonly evidence: readonly Evidence[]
  /** What of the lint was overruled by what was observed, by `overruledName`. */
  readonly overruled: readonly string[]
}

export interface PreviewOptions {
  /** Whether to try the round trip: also `in doubt`, when the lint would stop for what an observation may overrule. */
  readonly scratch: 'always' | 'in doubt' | 'never'
  /** A server for it, instead of the machine's own programs. */
  readonly server: DatabaseTarget | undefined
  /** `server_version_num` of the database that they are meant for. */
  readonly version: number
  readonly history: HistoryTable
  /** Which rules count. */
  readonly choices: Choices
  readonly settings: SessionSettings
  /** What the review of a pull request says was overruled; undefined when there is none. */
  readonly reviewed: readonly string[] | undefined
  /** Names, without a schema, that the database has nowhere: of what the files make unless it is there. */
  readonly absent: ReadonlySet<string>
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
function* staticLocks(
  tasks: readonly Task[],
  absent: ReadonlySet<string>,
): Generator<readonly [address: string, note: string]> {
  const made = new NewObjects(absent)
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

/** The files that tasks are tried on. What comes behind the last that runs now, as with `to`, is no base. */
function baseOf(tasks: readonly Task[], migrations: readonly Migration[]): readonly Migration[] {
  const pending = new Set(tasks.map(({ migration }) => migration.version))
  const last = migrations.findLastIndex(({ version }) => pending.has(version))
  return migrations.slice(0, last).filter(({ version }) => !pending.has(version))
}

/** What is in effect, as the lint asks for it: nothing at all when a file of it cannot be read any more. */
function earlierFiles(parse: Parse, base: readonly Migration[]): () => readonly Script[] {
  return () => {
    try {
      return base.map(({ up }) => readScript(parse, up.file, up.sql))
    } catch (error) {
      if (failuresIn(error).length === 0) throw error
      return []
    }
  }
}

function notDone(why: string): Evidence {
  return { title: TITLE, verdict: 'unknown', text: `Not done: ${why}.` }
}

/** @param overruled what the lint feared, and was not there */
function evidenceOf(
  { verdict, why, server, elsewhere, notSeeded, difference }: RoundTrip,
  overruled: readonly string[],
): Evidence {
  const verdicts = { held: 'pass', broken: 'fail', unknown: 'unknown' } as const
  const unseeded =
    notSeeded.length === 0
      ? ''
      : ` Without rows, so that what depends on them does not show: ${notSeeded.slice(0, 5).join(', ')}.`
  const rules = [...new Set(overruled.map((each) => each.replace(/:\d+$/, '')))]
  const unfounded =
    rules.length === 0 ? '' : ` What these rules look for was not there: ${rules.slice(0, 5).join(', ')}.`
  const schema = difference.length === 0 && verdict !== 'unknown' ? ' The schema stays as it is.' : ''
  return {
    title: TITLE,
    verdict: verdicts[verdict],
    text: `On ${server}: ${why}.${schema}${elsewhere ?? ''}${unseeded}${unfounded}`,
    ...(difference.length === 0 ? {} : { difference }),
  }
}

async function tryOut(
  tasks: readonly Task[],
  migrations: readonly Migration[],
  { server: given, version, history }: Pick<PreviewOptions, 'server' | 'version' | 'history'>,
  world: World,
): Promise<RoundTrip | Evidence> {
  let base: readonly Pair[]
  let fresh: readonly Pair[]
  try {
    base = await Promise.all(baseOf(tasks, migrations).map(pairOf))
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
  const [{ findScratchServer, startScratchServer }, { roundTrip }] = await Promise.all([
    import('./scratch/server.ts'),
    import('./scratch/round-trip.ts'),
  ])
  let server: ScratchServer | undefined
  let broken = 'the scratch server could not be started'
  try {
    let access: ScratchAccess
    if (given === undefined) {
      const found = await findScratchServer(world, releaseOf(version))
      if (typeof found === 'string') return notDone(found)
      server = await startScratchServer(found, world)
      access = server
    } else access = { maker: given, runner: given }
    broken = 'the round trip broke off'
    return await roundTrip({ access, base, fresh, release: releaseOf(version), history, world })
  } catch (error) {
    world.signal.throwIfAborted()
    if (error instanceof Failure) throw error
    return notDone(`${broken}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`)
  } finally {
    await server?.stop()
  }
}

/** Whether the lint would stop a run for something that an observation may overrule. */
function isInDoubt({ rule, sighting, allowed }: Sighted, choices: Choices): boolean {
  const blocks = !allowed && sighting.verdict === undefined && severityOf(rule, choices) === 'error'
  return blocks && rule.fears !== undefined
}

/** @param migrations the whole folder, in order: what is before the tasks is the base that they are tried on */
export async function previewTasks(
  tasks: readonly Task[],
  migrations: readonly Migration[],
  options: PreviewOptions,
  world: World,
): Promise<Preview> {
  const { scratch, choices, settings, reviewed = [], absent } = options
  const notes = new Map(staticLocks(tasks, absent))
  const scripts = tasks.map(({ script }) => script)
  const earlier = earlierFiles(await loadParser(), baseOf(tasks, migrations))
  const seen = look(scripts, { earlier, settings, absent })
  const tried =
    scratch === 'always' || (scratch === 'in doubt' && seen.some((each) => isInDoubt(each, choices)))
      ? await tryOut(tasks, migrations, options, world)
      : undefined
  const trip = tried === undefined || 'title' in tried ? undefined : tried
  const { findings, overruled } = weigh(seen, trip?.observations ?? [], scripts, choices, reviewed)
  const linted = fileByFile([...findings, ...aboutFiles(scripts, seen, choices)], scripts)
  if (tried === undefined) return { notes, findings: linted, evidence: [], overruled }
  if ('title' in tried) return { notes, findings: linted, evidence: [tried], overruled }
  for (const { address, script } of tasks) {
    const watched = tried.observations.filter(({ file }) => file === script.file)
    if (watched.length === 0) continue
    const worst = observedLock(watched)
    if (worst === undefined) notes.delete(address)
    else notes.set(address, worst)
  }
  return {
    notes,
    findings: [...tried.findings, ...linted],
    evidence: [evidenceOf(tried, overruled)],
    overruled,
  }
}
