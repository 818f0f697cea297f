/** Up, down and up again on databases that are thrown away, with a watch on what the new files do. */
import type pg from 'pg'
import { type Finding, finding } from '#toolkit/model/finding.ts'
import type { World } from '#toolkit/world/world.ts'
import type { HistoryTable } from '../history.ts'
import { isServerError } from '../sql-failure.ts'
import { fromCodePoints, Places, type Script, type Statement } from '../statements.ts'
import { type Catalogue, difference, readCatalogue } from './catalogue.ts'
import { Databases } from './databases.ts'
import { seed } from './seed.ts'
import { type Observation, trace } from './trace.ts'

/** How many objects a message lists. */
const LISTED = 5

/** A migration's two ways; without a way down it is irreversible. */
export interface Pair {
  readonly version: string
  readonly up: Script
  readonly down: Script | undefined
}

export interface RoundTripOptions {
  /** A server on which databases may be made and dropped. */
  readonly url: string
  /** What is applied already, in order. */
  readonly base: readonly Pair[]
  /** What is pending, in order. */
  readonly fresh: readonly Pair[]
  readonly history: HistoryTable
  readonly world: World
}

export interface RoundTrip {
  readonly verdict: 'held' | 'broken' | 'unknown'
  /** `PostgreSQL 15.18` */
  readonly server: string
  /** One sentence. */
  readonly why: string
  readonly findings: readonly Finding[]
  readonly observations: readonly Observation[]
  /** Tables that stayed empty: what is read there cannot be told. */
  readonly notSeeded: readonly string[]
  /** What the new files make of the schema. */
  readonly difference: readonly string[]
}

/** A file could not be run. */
class Refused extends Error {
  readonly script: Script
  readonly line: number
  readonly column: number

  constructor(script: Script, statement: Statement | undefined, error: unknown) {
    super(error instanceof Error ? error.message : String(error), { cause: error })
    this.script = script
    const position = isServerError(error) ? error.position : undefined
    const offset =
      position === undefined || statement === undefined
        ? (statement?.offset ?? 0)
        : statement.offset + fromCodePoints(statement.text, Number(position) - 1)
    const place = new Places(script.sql).at(offset)
    this.line = place.line
    this.column = place.column
  }
}

async function run(client: pg.Client, script: Script): Promise<void> {
  if (script.transactional) await client.query('BEGIN')
  for (const statement of script.statements) {
    try {
      await client.query(statement.text)
    } catch (error) {
      if (script.transactional) await client.query('ROLLBACK').catch(() => undefined) // the connection may be gone
      throw new Refused(script, statement, error)
    }
  }
  if (!script.transactional) return
  try {
    await client.query('COMMIT; RESET ALL; RESET SESSION AUTHORIZATION')
  } catch (error) {
    throw new Refused(script, script.statements.at(-1), error)
  }
}

/** How many files are under way at once. */
const WINDOW = 100

/** Applies what is known to work, without waiting for each: a file a message, a transaction a file. */
async function build(client: pg.Client, scripts: readonly Script[]): Promise<void> {
  const rest = [...scripts]
  while (rest.length > 0) {
    const alone = rest.findIndex(({ transactional }) => !transactional)
    const window = rest.splice(0, Math.min(WINDOW, alone === -1 ? rest.length : alone))
    const answers = await Promise.allSettled(
      window.map(({ sql }) =>
        client.query(`${BEGIN}${sql}\n;COMMIT; RESET SESSION AUTHORIZATION; RESET ALL`),
      ),
    )
    for (const [index, answer] of answers.entries()) {
      const script = window[index]
      if (answer.status === 'rejected' && script !== undefined) throw refusedFile(script, answer.reason)
    }
    const [single] = window.length === 0 ? rest.splice(0, 1) : []
    if (single !== undefined) await run(client, single)
  }
}

const BEGIN = 'BEGIN;'

/** A file that was sent whole: the position of the error is one in the message. */
function refusedFile(script: Script, error: unknown): Refused {
  const position = isServerError(error) && error.position !== undefined ? Number(error.position) : undefined
  const offset = position === undefined ? 0 : fromCodePoints(script.sql, position - 1 - BEGIN.length)
  const statement = script.statements.findLast((each) => each.offset <= offset) ?? script.statements[0]
  return new Refused(
    script,
    statement,
    error instanceof Error ? new Error(error.message, { cause: error }) : error,
  )
}

function listed(lines: readonly string[]): string {
  const rest = lines.length > LISTED ? ` … and ${lines.length - LISTED} more` : ''
  return (
    lines
      .slice(0, LISTED)
      .map((line) => `\`${line.slice(0, 160)}\``)
      .join(', ') + rest
  )
}

function broken(
  rule: string,
  { file }: Script,
  place: { readonly line: number; readonly column?: number },
  texts: Pick<Finding, 'message' | 'why' | 'fix'>,
): Finding {
  return finding({ rule, severity: 'error', verdict: 'fail', ...texts, source: { file, ...place } }, rule)
}

function failed(rule: 'up-fails' | 'down-fails', refused: Refused): Finding {
  const { script, line, column, message } = refused
  return broken(
    rule,
    script,
    { line, column },
    {
      message: `On a scratch database this fails: ${message}.`,
      why:
        rule === 'up-fails'
          ? 'It would fail on the real one too.'
          : 'A rollback that fails is none, when it is needed most.',
      fix: 'Correct the statement.',
    },
  )
}

interface Lap {
  readonly findings: readonly Finding[]
  readonly difference: readonly string[]
  /** The first that has no way down. */
  readonly stopped: Pair | undefined
}

/** Up, down, up: on a database that has the base already. */
async function lap(client: pg.Client, fresh: readonly Pair[], history: HistoryTable): Promise<Lap> {
  const catalogues: Catalogue[] = [await readCatalogue(client, history)]
  const latest = () => catalogues.at(-1) ?? new Map<string, string>()
  for (const { up } of fresh) {
    await run(client, up)
    catalogues.push(await readCatalogue(client, history))
  }
  const target = latest()
  const changes = difference(catalogues[0] ?? target, target)
  const findings: Finding[] = []
  let undone = fresh.length
  for (const { down } of fresh.toReversed()) {
    if (down === undefined) break
    try {
      await run(client, down)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      return { findings: [failed('down-fails', error)], difference: changes, stopped: undefined }
    }
    undone--
    const left = difference(catalogues[undone] ?? target, await readCatalogue(client, history))
    if (left.length === 0) continue
    findings.push(
      broken(
        'down-incomplete',
        down,
        { line: down.statements[0]?.line ?? 1 },
        {
          message: `It does not undo all that its up file does: ${listed(left)}.`,
          why: 'After up and down the schema must be what it was before. `+` is left over, `-` is lost.',
          fix: 'Undo these too.',
        },
      ),
    )
    // What is left would be blamed on the files before it as well.
    return { findings, difference: changes, stopped: undefined }
  }
  for (const { up } of fresh.slice(undone)) {
    try {
      await run(client, up)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      const { line, column } = error
      findings.push(
        broken(
          'up-not-repeatable',
          up,
          { line, column },
          {
            message: `After a rollback it cannot be applied again: ${error.message}.`,
            why: 'Something of the first time was not undone, although the schema looks as before.',
            fix: 'Undo it in the down file.',
          },
        ),
      )
      return { findings, difference: changes, stopped: undefined }
    }
  }
  const again = difference(target, await readCatalogue(client, history))
  const last = fresh.at(-1)
  if (again.length > 0 && last !== undefined) {
    findings.push(
      broken(
        'up-not-repeatable',
        last.up,
        { line: last.up.statements[0]?.line ?? 1 },
        {
          message: `Applied again after a rollback, the schema is another one: ${listed(again)}.`,
          why: 'The same files must give the same schema.',
          fix: 'Find out which statement depends on what was there before.',
        },
      ),
    )
  }
  return { findings, difference: changes, stopped: undone === 0 ? undefined : fresh[undone - 1] }
}

function unknown(why: string, server = 'PostgreSQL'): RoundTrip {
  return { verdict: 'unknown', server, why, findings: [], observations: [], notSeeded: [], difference: [] }
}

async function travel(databases: Databases, { base, fresh, history }: RoundTripOptions): Promise<RoundTrip> {
  const server = await databases.server()
  const origin = await databases.create()
  const builder = await databases.open(origin, true)
  try {
    await build(
      builder,
      base.map(({ up }) => up),
    )
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return unknown(
      `the base cannot be built: ${error.script.file}:${error.line} fails with ${error.message}`,
      server,
    )
  }
  await databases.close(builder)
  const watched = await databases.create(origin)

  const walker = await databases.open(origin)
  let walked: Lap
  try {
    walked = await lap(walker, fresh, history)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const findings = [failed('up-fails', error)]
    const why = `${error.script.file} cannot be applied to what is there`
    return { verdict: 'broken', server, why, findings, observations: [], notSeeded: [], difference: [] }
  }

  const watcher = await databases.open(watched)
  const notSeeded = await seed(watcher, history)
  const observations: Observation[] = []
  try {
    for (const { up } of fresh) observations.push(...(await trace(watcher, up, history)))
  } catch (error) {
    // Rows that were made up may break what real rows would not: the watch ends, the round trip counts.
    if (!isServerError(error)) throw error
  }
  const { findings, stopped } = walked
  const why =
    findings.length > 0
      ? 'up, down and up again did not give the same schema'
      : stopped === undefined
        ? 'up, down and up again gave the same schema'
        : `it went down to ${stopped.up.file}, which cannot be undone: ${stopped.up.directives.irreversible}`
  return {
    verdict: findings.length > 0 ? 'broken' : 'held',
    server,
    why,
    findings,
    observations,
    notSeeded,
    difference: walked.difference,
  }
}

/** @throws the signal's reason when the run is cancelled; nothing else that a server may do */
export async function roundTrip(options: RoundTripOptions): Promise<RoundTrip> {
  const { url, world } = options
  let databases: Databases
  try {
    databases = await Databases.connect(url, world.signal)
  } catch (error) {
    return unknown(
      `there is no connection to the scratch server: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
  // Dropping the databases ends whatever runs in them.
  const onAbort = () => void databases.drop()
  world.signal.addEventListener('abort', onAbort, { once: true })
  try {
    const trip = await travel(databases, options)
    world.signal.throwIfAborted()
    return trip
  } catch (error) {
    world.signal.throwIfAborted()
    if (!isServerError(error)) throw error
    return unknown(`the scratch server refused: ${error.message}`)
  } finally {
    world.signal.removeEventListener('abort', onAbort)
    await databases.drop()
  }
}
