/**
 * What history and schema must be after any sequence of runs: files that are added, edited and taken away; runs that
 * succeed, fail at a statement or at COMMIT, lose their connection, are cancelled, or are two at once; rollbacks.
 */

/** What happens to a file when it is run. */
export type Trouble = 'none' | 'statement' | 'commit' | 'killed' | 'cancelled'

export interface File {
  readonly number: number
  /** The number of the table's file whose table it indexes, concurrently; undefined when it makes a table. */
  readonly indexes: number | undefined
}

export interface Run {
  /** Of files, the oldest first, or the newest first when it undoes them. */
  readonly done: readonly number[]
  /** The code of its failure; undefined when it succeeds. */
  readonly code: string | undefined
}

const CODES = {
  statement: 'MIGRATION_FAILED',
  commit: 'MIGRATION_FAILED',
  killed: 'DATABASE_LOST',
  cancelled: 'MIGRATE_CANCELLED',
} as const

export class Model {
  readonly files: File[] = []
  /** In the order in which they took effect. */
  readonly applied: number[] = []
  /** Whose text is another one now than it was first. */
  readonly edited = new Set<number>()
  /** Whose text was that other one when they took effect. */
  readonly #appliedEdited = new Set<number>()
  readonly gone = new Set<number>()

  /** @param after the share, from 0 to 1, of the tables before it that come before the one that it indexes */
  add(isIndex: boolean, after: number): File {
    // Only files that are there come before it.
    const tables = this.files.filter(({ indexes }) => indexes === undefined)
    const table = tables[Math.min(Math.floor(after * tables.length), tables.length - 1)]
    const file: File = { number: this.files.length + 1, indexes: isIndex ? table?.number : undefined }
    this.files.push(file)
    return file
  }

  get tables(): readonly number[] {
    return this.#objects((file) => file.indexes === undefined)
  }

  get indexes(): readonly number[] {
    return this.#objects((file) => file.indexes !== undefined)
  }

  #objects(wanted: (file: File) => boolean): number[] {
    return this.files.flatMap((file) =>
      wanted(file) && this.applied.includes(file.number) ? [file.number] : [],
    )
  }

  get pending(): readonly File[] {
    return this.files.filter(({ number }) => !this.applied.includes(number))
  }

  /** A file that was undone and taken away, and is there again when one behind it is in effect. */
  get #late(): number | undefined {
    const head = this.applied.findLast((number) => !this.gone.has(number)) ?? 0
    return this.pending.find(({ number }) => number < head && !this.gone.has(number))?.number
  }

  /** How many files have to be undone before each comes in its turn again. */
  get behindLate(): number {
    const late = this.#late
    return late === undefined ? 0 : this.applied.filter((number) => number > late).length
  }

  /** A file that is edited, or gone, after it was applied; or one that comes late. */
  get contradiction(): 'MIGRATION_EDITED' | 'MIGRATION_GONE' | 'MIGRATION_OUT_OF_ORDER' | undefined {
    const differs = (number: number) => this.edited.has(number) !== this.#appliedEdited.has(number)
    if (this.applied.some((number) => differs(number) && !this.gone.has(number))) return 'MIGRATION_EDITED'
    if (this.applied.some((number) => this.gone.has(number))) return 'MIGRATION_GONE'
    return this.#late === undefined ? undefined : 'MIGRATION_OUT_OF_ORDER'
  }

  /** Every file is there, as it was when it took effect. @returns those that were not */
  putRight(): readonly File[] {
    const right = (number: number) => this.applied.includes(number) && this.#appliedEdited.has(number)
    const wrong = this.files.filter(
      ({ number }) => this.gone.has(number) || this.edited.has(number) !== right(number),
    )
    this.gone.clear()
    for (const { number } of wrong) {
      if (right(number)) this.edited.add(number)
      else this.edited.delete(number)
    }
    return wrong
  }

  /** An index whose table's file was taken away after it had been undone: it cannot be built. */
  #lacksTable({ indexes }: File, done: readonly number[]): boolean {
    return indexes !== undefined && !this.applied.includes(indexes) && !done.includes(indexes)
  }

  /** Whether an apply comes to a file. */
  reaches(at: number | undefined): boolean {
    if (this.contradiction !== undefined) return false
    const there = this.pending.filter(({ number }) => !this.gone.has(number))
    const numbers = there.map(({ number }) => number)
    const stopped = there.find((file) => this.#lacksTable(file, numbers))
    return stopped === undefined || at === undefined || at < stopped.number
  }

  apply(at: number | undefined, trouble: Trouble): Run {
    const contradiction = this.contradiction
    if (contradiction !== undefined) return { done: [], code: contradiction }
    const done: number[] = []
    for (const file of this.pending) {
      const { number } = file
      if (this.gone.has(number)) continue
      if (this.#lacksTable(file, [])) return { done, code: CODES.statement }
      if (number === at && trouble !== 'none') return { done, code: CODES[trouble] }
      this.applied.push(number)
      if (this.edited.has(number)) this.#appliedEdited.add(number)
      else this.#appliedEdited.delete(number)
      done.push(number)
    }
    return { done, code: undefined }
  }

  rollback(steps: number, at: number | undefined, trouble: Trouble): Run {
    const done: number[] = []
    for (const number of this.applied.toReversed().slice(0, steps)) {
      if (number === at && trouble !== 'none') return { done, code: CODES[trouble] }
      this.applied.pop()
      done.push(number)
    }
    return { done, code: undefined }
  }
}
