/** What goes on failing is told once a minute, and once more when it is over. */
export interface OutageLog {
  warn(values: object, message: string): void
  info(values: object, message: string): void
}

const MINUTE = 60_000

export class Outage {
  readonly #what: string
  readonly #log: OutageLog
  readonly #clock: () => Date
  #since: Date | undefined
  #told = 0
  #attempts = 0

  constructor(what: string, log: OutageLog, clock: () => Date) {
    this.#what = what
    this.#log = log
    this.#clock = clock
  }

  failed(error: unknown): void {
    const now = this.#clock()
    this.#since ??= now
    this.#attempts += 1
    if (this.#attempts > 1 && now.getTime() - this.#told < MINUTE) return
    this.#told = now.getTime()
    const reason = reasonOf(error)
    this.#log.warn({ since: this.#since, attempts: this.#attempts, reason }, `${this.#what} does not answer`)
  }

  over(): void {
    if (this.#since === undefined) return
    this.#log.info({ since: this.#since, attempts: this.#attempts }, `${this.#what} answers again`)
    this.#since = undefined
    this.#attempts = 0
  }
}

/** What is at the bottom of it: those above say only that they did not get on. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const below =
    error instanceof AggregateError ? error.errors : error.cause === undefined ? [] : [error.cause]
  if (below.length === 0) return error.message
  return [...new Set(below.map(reasonOf))].join('; ')
}
