/** Up, down and up again on databases that are thrown away, and a watch on what the new files do to tables with rows. */

import type { HistoryTable } from '#toolkit/migrations/history-table.ts'
import { type Finding, isBlocking } from '#toolkit/model/finding.ts'
import type { World } from '#toolkit/world/world.ts'
import { Notices } from '../../execute/notices.ts'
import { OLDEST, releaseOf } from '../../session/releases.ts'
import { isServerError, type Sent } from '../../sql/sql-failure.ts'
import type { Script } from '../../sql/statements.ts'
import { Databases, type ScratchAccess } from './databases.ts'
import { makeExtensions } from './extensions.ts'
import { handOver, requirePlainRole, serverVersion } from './role.ts'
import { rolesMade, rolesNamed, serverWideStatement } from './roles.ts'
import { RESET, Refusal, runScripts } from './run-script.ts'
import { seed } from './seed.ts'
import { existingTables, type StatementTrace, trace } from './trace.ts'
import { type Pair, runUpDownUp, type UpDownUp } from './up-down-up.ts'

export type { Pair } from './up-down-up.ts'

export interface RoundTripOptions {
  readonly access: ScratchAccess
  /** What is applied already, in order. */
  readonly base: readonly Pair[]
  /** What is pending, in order. */
  readonly fresh: readonly Pair[]
  /** Of the database that they are meant for: `15`. */
  readonly release: number
  readonly history: HistoryTable
  readonly world: World
}

export interface RoundTrip {
  readonly verdict: 'held' | 'broken' | 'unknown'
  /** `PostgreSQL 15.18` */
  readonly server: string
  /** A sentence without its capital and its full stop: `up, down and up again gave the same schema`. */
  readonly why: string
  readonly findings: readonly Finding[]
  readonly observations: readonly StatementTrace[]
  /** Tables that stayed empty, or had to be emptied: what is read there cannot be told. */
  readonly notSeeded: readonly string[]
  /** Set when the server is of another release than the database: a sentence on that, with a blank before it. */
  readonly elsewhere?: string
  /** What the new files make of the schema. */
  readonly difference: readonly string[]
}

function unknown(why: string, server = 'no server'): RoundTrip {
  return { verdict: 'unknown', server, why, findings: [], observations: [], notSeeded: [], difference: [] }
}

const upsOf = (pairs: readonly Pair[]): Script[] => pairs.map(({ up }) => up)
const scriptsOf = (pairs: readonly Pair[]): Script[] =>
  pairs.flatMap(({ up, down }) => (down === undefined ? [up] : [up, down]))

interface Watch {
  readonly observations: readonly StatementTrace[]
  readonly notSeeded: readonly string[]
}

/** Runs the new files on tables with rows. A file that made-up rows break is watched once more without them. */
async function watch(
  databases: Databases,
  name: string,
  scripts: readonly Script[],
  history: HistoryTable,
): Promise<Watch> {
  const client = await databases.open(name)
  const existing = await existingTables(client, history)
  const seeded = await seed(client, history)
  const observations: StatementTrace[] = []
  let emptied = false
  try {
    for (const script of scripts) {
      let seen: readonly StatementTrace[]
      try {
        seen = await trace(client, script, existing)
      } catch (error) {
        if (!isServerError(error) || emptied || !script.transactional) throw error
        await client.query(RESET)
        await seeded.undo()
        emptied = true
        seen = await trace(client, script, existing)
      }
      // One by one: of a long file they are more than a call takes.
      for (const each of seen) observations.push(each)
      await client.query(RESET)
    }
  } catch (error) {
    // The round trip has told whether the files work; here the watch ends, with what it has seen.
    if (!isServerError(error)) throw error
  }
  await databases.close(client)
  const notSeeded = emptied ? [...seeded.notSeeded, ...seeded.seeded].sort() : seeded.notSeeded
  return { observations, notSeeded }
}

/** What of the way was gone, in one sentence. */
function wayOf({ stopped }: UpDownUp, fresh: readonly Pair[]): string {
  if (stopped === undefined) return 'up, down and up again gave the same schema'
  const reason = stopped.up.directives.irreversible
  const because = reason === undefined ? '' : `: ${reason}`
  const cannot = `${stopped.up.file} cannot be undone${because}`
  return stopped === fresh.at(-1)
    ? `the way up works; no way down was tried, because ${cannot}`
    : `up, down and up again gave the same schema; the way down ended where ${cannot}`
}

/** What broke; the findings tell where, and what exactly. */
function breakOf([first]: readonly Finding[]): string {
  if (first?.rule === 'up-fails') return `${first.source?.file} cannot be applied`
  if (first?.rule === 'down-fails') return `${first.source?.file} fails`
  return 'up, down and up again did not give the same schema'
}

async function travel(databases: Databases, server: string, options: RoundTripOptions): Promise<RoundTrip> {
  const { base, fresh, history } = options
  const origin = await databases.create()
  const runner = await databases.open(origin)
  const release = releaseOf(await serverVersion(runner))
  if (release < OLDEST) return unknown(`it is older than PostgreSQL ${OLDEST}`, server)
  const elsewhere = release === options.release ? undefined : options.release
  await requirePlainRole(runner)
  const superuser = await databases.openAsMaker(origin)
  if (superuser !== undefined) await handOver(superuser, options.access.runner.user)
  const untriable = await makeExtensions(scriptsOf([...base, ...fresh]), runner, superuser)
  if (superuser !== undefined) await databases.close(superuser)
  if (untriable !== undefined) return unknown(untriable, server)

  const present = await databases.roles()
  const ups = upsOf([...base, ...fresh])
  const made = rolesMade(ups)
  databases.expectRoles([...made].filter((name) => !present.has(name)))
  // Production has them from elsewhere.
  for (const name of rolesNamed(scriptsOf([...base, ...fresh])))
    if (!present.has(name) && !made.has(name)) await databases.createRole(name)

  try {
    await runScripts(runner, upsOf(base))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { message, place } = error
    return unknown(
      `what is applied already cannot be built from its files: ${place} fails: ${message}`,
      server,
    )
  }
  // A database with sessions can be no template.
  await databases.close(runner)
  const watched = await databases.create(origin)
  const rolesOfBase = await databases.roles()

  const notices = new Notices(options.world, ' on the scratch server')
  const sessions = {
    runner: await databases.open(origin),
    reader: await databases.open(origin),
    heard: (script: Script, sent: Sent) => notices.of(script, sent),
  }
  const way = await runUpDownUp(sessions, fresh, history, elsewhere)
  notices.end()
  await Promise.all([databases.close(sessions.runner), databases.close(sessions.reader)])

  // The watch applies the files once more, and a role is there only once on a server.
  await databases.drop(origin)
  await databases.dropRoles([...made].filter((name) => !rolesOfBase.has(name)))
  const { observations, notSeeded } = await watch(
    databases,
    watched,
    upsOf(fresh).slice(0, way.applied),
    history,
  )
  const { findings, difference, untried } = way
  const blocking = findings.filter(isBlocking)
  const seen = {
    server,
    findings,
    observations,
    notSeeded,
    difference,
    ...(elsewhere === undefined
      ? {}
      : {
          elsewhere: ` The database is PostgreSQL ${elsewhere}, and may do otherwise: give a server of that release as \`scratch-url\`, or install its programs.`,
        }),
  }
  if (blocking.length > 0) return { verdict: 'broken', why: breakOf(blocking), ...seen }
  if (untried !== undefined) return { verdict: 'unknown', why: untried, ...seen }
  return { verdict: 'held', why: wayOf(way, fresh), ...seen }
}

/**
 * Tries new files on databases of its own, which are gone afterwards, whatever happens.
 * @throws the signal's reason when the run is cancelled, Failure SCRATCH_ROLE; what a server refuses is told in the result
 */
export async function roundTrip(options: RoundTripOptions): Promise<RoundTrip> {
  const { access, base, fresh, world } = options
  world.signal.throwIfAborted()
  const everywhere = serverWideStatement(scriptsOf([...base, ...fresh]))
  if (everywhere !== undefined)
    return unknown(`${everywhere}, which reaches beyond its database and was not tried`)
  let databases: Databases
  try {
    databases = await Databases.connect(access, world)
  } catch (error) {
    const said =
      error instanceof Error ? error.message || String((error as { code?: string }).code) : String(error)
    return unknown(`there is no connection to the scratch server: ${said}`)
  }
  // Dropping the databases ends what runs in them.
  const onAbort = () => {
    databases.end().catch(() => undefined) // awaited below
  }
  world.signal.addEventListener('abort', onAbort, { once: true })
  let server = 'PostgreSQL'
  try {
    world.signal.throwIfAborted()
    server = await databases.server()
    const result = await travel(databases, server, options)
    // A cancelled statement looks like one that was refused.
    world.signal.throwIfAborted()
    return result
  } catch (error) {
    world.signal.throwIfAborted()
    if (!isServerError(error)) throw error
    const why =
      error.code === '42501'
        ? `the user of the scratch server may not do that: ${error.message}`
        : `the scratch server says: ${error.message}`
    return unknown(why, server)
  } finally {
    world.signal.removeEventListener('abort', onAbort)
    await databases.end()
  }
}
