import { retry } from '#toolkit/retry/retry.ts'

/** What a probe saw. `unknown`: it saw nothing that proves or disproves; that is never a pass. */
export interface Evidence {
  readonly status: 'done' | 'failed' | 'unknown'
  readonly message: string
}

/** Time for a probe to see what it expects. */
export interface Patience {
  /** Milliseconds. */
  readonly deadline: number
  /** Aborted when the run is cancelled. */
  readonly signal: AbortSignal
  /** Is told what is waited for. */
  readonly waitFor: (what: string) => void
}

/** The deadline passed. */
export class TooLate extends Error {
  /** What the last try came to. */
  readonly last: unknown

  constructor(last: unknown) {
    super('the deadline passed')
    this.last = last
  }
}

/** Before and between further tries: milliseconds. */
const LADDER = { shortest: 200, longest: 5_000 } as const

/**
 * Tries until it works, is refused, or the deadline passes.
 * @param transient what to wait for, when an error is worth another try.
 * @throws TooLate with the last error; the cancelled run's reason.
 */
export async function tryUntil<T>(
  { deadline, signal: cancelled, waitFor }: Patience,
  random: () => number,
  transient: (error: unknown) => string | undefined,
  attempt: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const signal = AbortSignal.any([cancelled, AbortSignal.timeout(deadline)])
  let last: unknown
  try {
    return await retry(
      {
        ...LADDER,
        attempts: Number.POSITIVE_INFINITY,
        classify: (error) => (transient(error) === undefined ? 'refuse' : 'again'),
        onRetry: (error) => {
          last = error
          waitFor(transient(error) ?? '')
        },
        signal,
        random,
      },
      () => attempt(signal),
    )
  } catch (error) {
    cancelled.throwIfAborted()
    throw signal.aborted ? new TooLate(last) : error
  }
}

/** The code of a system's, a library's or a server's error; empty when it has none. */
export function codeOf(error: unknown): string {
  const coded = typeof error === 'object' && error !== null && 'code' in error
  return coded && typeof error.code === 'string' ? error.code : ''
}

const unreachable = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
])

/** Whether nobody answered, as opposed to answering something. */
export function isUnreachable(error: unknown): boolean {
  return unreachable.has(codeOf(error))
}

export function done(message: string): Evidence {
  return { status: 'done', message }
}

export function failed(message: string): Evidence {
  return { status: 'failed', message }
}

export function unknown(message: string): Evidence {
  return { status: 'unknown', message }
}
