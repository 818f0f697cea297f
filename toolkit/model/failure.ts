import type { Source } from './source.ts'

export interface FailureParts {
  /** Stable, machine-readable: `INPUT_UNKNOWN`, `STATE_LOCKED`, … */
  readonly code: string
  readonly what: string
  readonly why?: string
  /** What the reader should do next, in the imperative. */
  readonly fix?: string
  readonly source?: Source
  readonly cause?: unknown
}

/** What others say may end without a full stop, and what follows is no part of it. */
function sentences(parts: readonly (string | undefined)[]): string {
  const said = parts.filter((part) => part !== undefined && part !== '')
  return said
    .map((part, index) =>
      index < said.length - 1 && /[\p{L}\p{N})\]"'’”`]/u.test(part?.at(-1) ?? '') ? `${part}.` : part,
    )
    .join(' ')
}

/** An expected failure: becomes one annotation and one line, without a stack trace. */
export class Failure extends Error {
  override readonly name = 'Failure'
  readonly code: string
  readonly what: string
  readonly why: string | undefined
  readonly fix: string | undefined
  readonly source: Source | undefined

  constructor(parts: FailureParts) {
    const { what, why, fix } = parts
    super(sentences([what, why, fix]), { cause: parts.cause })
    this.code = parts.code
    this.what = what
    this.why = why
    this.fix = fix
    this.source = parts.source
  }
}

/** Several expected failures that were found before anything was touched. */
export class Failures extends Error {
  override readonly name = 'Failures'
  readonly all: readonly Failure[]

  constructor(all: readonly Failure[]) {
    super(all.map((failure) => failure.message).join('\n'))
    this.all = all
  }
}

/** The expected failures inside a thrown value, or none when it is a bug. */
export function failuresIn(error: unknown): readonly Failure[] {
  if (error instanceof Failure) return [error]
  if (error instanceof Failures) return error.all
  return []
}

/** Throws what was found: nothing, the one failure itself, or all of them together. */
export function throwIfAny(failures: readonly Failure[]): void {
  const [first, second] = failures
  if (first === undefined) return
  throw second === undefined ? first : new Failures(failures)
}
