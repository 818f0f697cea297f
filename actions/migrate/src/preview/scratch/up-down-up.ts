/** Up, down and up again on one database, with the schema compared at every station. */
import type pg from 'pg'
import type { HistoryTable } from '#toolkit/migrations/history-table.ts'
import { type Finding, isBlocking } from '#toolkit/model/finding.ts'
import type { Script } from '../../sql/statements.ts'
import { type Catalogue, catalogueDifference, catalogueDifferences, readCatalogue } from './catalogue.ts'
import { elsewhereOf, type Hearing, Refusal, runScript } from './run-script.ts'
import { downFails, downIncomplete, upDiffers, upFails, upFailsAgain } from './verdicts.ts'

/** A migration's two ways; without a way down it is irreversible. */
export interface Pair {
  readonly version: string
  readonly up: Script
  readonly down: Script | undefined
}

export interface UpDownUp {
  readonly findings: readonly Finding[]
  /** What the new files make of the schema, as far as they could be applied. */
  readonly difference: readonly string[]
  /** How many of them could be applied. */
  readonly applied: number
  /** The first on the way down that has none. */
  readonly stopped: Pair | undefined
  /** Set when a file could not be tried on this server: which, and why. */
  readonly untried: string | undefined
}

interface Sessions {
  /** Runs the files. */
  readonly runner: pg.Client
  /** Reads the catalogue: what the files have set does not reach it. */
  readonly reader: pg.Client
  /** Is told what the server says on the first way up: it says the same on the second. */
  readonly heard: Hearing
}

/** Runs a script; a refusal that tells about the file is given back. @throws Refusal that tells about the server */
async function attempt(
  runner: pg.Client,
  script: Script,
  release: number | undefined,
  heard?: Hearing,
): Promise<Refusal | undefined> {
  try {
    await runScript(runner, script, heard)
    return undefined
  } catch (error) {
    if (error instanceof Refusal && elsewhereOf(error, release) === undefined) return error
    throw error
  }
}

/** The way itself: its stations, and what was found so far, also when it ends early. */
class Course {
  readonly #sessions: Sessions
  readonly #history: HistoryTable
  readonly #release: number | undefined
  readonly findings: Finding[] = []
  /** Before the first file, and after each. */
  readonly stations: Catalogue[] = []
  stopped: Pair | undefined

  constructor(sessions: Sessions, history: HistoryTable, release: number | undefined) {
    this.#sessions = sessions
    this.#history = history
    this.#release = release
  }

  get applied(): number {
    return this.stations.length - 1
  }

  get difference(): readonly string[] {
    const [start, end] = [this.stations[0], this.stations.at(-1)]
    return start === undefined || end === undefined ? [] : catalogueDifference(start, end)
  }

  #read(): Promise<Catalogue> {
    return readCatalogue(this.#sessions.reader, this.#history)
  }

  /** @returns whether all could be applied */
  async up(fresh: readonly Pair[]): Promise<boolean> {
    this.stations.push(await this.#read())
    const { runner, heard } = this.#sessions
    for (const { up } of fresh) {
      const refusal = await attempt(runner, up, this.#release, heard)
      if (refusal !== undefined) {
        this.findings.push(upFails(refusal))
        return false
      }
      this.stations.push(await this.#read())
    }
    return true
  }

  /** @returns how many files are still in effect; undefined when a way down failed */
  async down(fresh: readonly Pair[]): Promise<number | undefined> {
    // What one file has left over is still there after the next, which is not to blame.
    const told = new Set<string>()
    for (let index = fresh.length - 1; index >= 0; index--) {
      const pair = fresh[index]
      if (pair?.down === undefined) {
        this.stopped = pair
        return index + 1
      }
      const refusal = await attempt(this.#sessions.runner, pair.down, this.#release)
      if (refusal !== undefined) {
        // After something was left over, that may be the reason.
        if (!this.findings.some(isBlocking)) this.findings.push(downFails(refusal))
        return undefined
      }
      const before = this.stations[index] ?? new Map<string, string>()
      const left = catalogueDifferences(before, await this.#read()).filter(({ about }) =>
        about.some((each) => !told.has(each)),
      )
      this.findings.push(...downIncomplete(pair.down, left))
      for (const each of left.flatMap(({ about }) => about)) told.add(each)
    }
    return 0
  }

  /** The files from one on, once more. */
  async again(fresh: readonly Pair[], from: number): Promise<void> {
    for (const [index, { up }] of fresh.entries()) {
      if (index < from) continue
      const refusal = await attempt(this.#sessions.runner, up, this.#release)
      if (refusal !== undefined) {
        this.findings.push(upFailsAgain(refusal))
        return
      }
      // What no way down undoes was told there.
      const differs = catalogueDifferences(
        this.stations[index + 1] ?? new Map<string, string>(),
        await this.#read(),
      ).filter(({ lasting }) => lasting === undefined)
      if (differs.length > 0) {
        this.findings.push(
          upDiffers(
            up,
            differs.flatMap((each) => each.lines),
          ),
        )
        return
      }
    }
  }
}

/**
 * Runs the new files up, down and up again, on a database that has the base already.
 * @param release of the database that they are meant for, when this server is of another one
 */
export async function runUpDownUp(
  sessions: Sessions,
  fresh: readonly Pair[],
  history: HistoryTable,
  release: number | undefined,
): Promise<UpDownUp> {
  const course = new Course(sessions, history, release)
  let untried: string | undefined
  try {
    if (await course.up(fresh)) {
      const standing = await course.down(fresh)
      // What is left over or lost makes the second time another one; that is known by now.
      if (standing !== undefined && !course.findings.some(isBlocking)) await course.again(fresh, standing)
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    untried = `${error.place} cannot be tried: ${elsewhereOf(error, release)}`
  }
  const { findings, applied, stopped } = course
  return { findings, applied, stopped, untried, difference: course.difference }
}
