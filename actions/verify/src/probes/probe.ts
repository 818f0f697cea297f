/** What a probe is, and what every probe needs to wait and to answer. */
import type * as z from 'zod'
import type { Opening } from '#toolkit/action/opening.ts'
import type { KubernetesClient } from '#toolkit/kubernetes/client.ts'
import type { ClusterInputs } from '#toolkit/kubernetes/connect.ts'
import type { Change } from '#toolkit/model/change.ts'
import type { DatabaseInputs } from '#toolkit/postgres/inputs.ts'
import { codeOf, isUnreachable } from '#toolkit/retry/network.ts'
import { retry } from '#toolkit/retry/retry.ts'
import type { World } from '#toolkit/world/world.ts'
import type { Words } from './words.ts'

/** What a probe saw. `unknown`: it saw nothing that proves or disproves; that is never a pass. */
export interface ProbeResult {
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

/** What a line of `targets` asks for; each probe adds what it wants to know. */
export interface ProbeTarget {
  /** The id of its probe. */
  readonly probe: string
}

export type LiveInputs = ClusterInputs & Partial<DatabaseInputs>

/** What a run gives to its probes. */
export interface Live {
  readonly inputs: LiveInputs
  readonly world: World
  /** All that the run is to prove. */
  readonly targets: readonly ProbeTarget[]
  /** Is told everything that is missing, for all probes at once; keeps what was found. */
  readonly opening: Pick<Opening<z.ZodObject>, 'add' | 'read'>
  /** Looks at how the inputs name a cluster, which is connected when it is asked for. */
  cluster(): Promise<() => KubernetesClient>
}

/** Looks until it sees what is expected, or certainly never will. */
export type Proving = (patience: Patience) => Promise<ProbeResult>

/** The probes of a wave run together, after those of the waves before: no answer is that of an old version. */
export const waves = ['parts', 'services'] as const

/** One kind of probe, for its targets. */
export interface ProbeDefinition<T extends ProbeTarget> {
  /** The first word of its lines; the name of its file, and of its examples. */
  readonly id: string
  /** How its lines are written. */
  readonly form: string
  readonly wave: (typeof waves)[number]
  /** Reads what stands behind the id. @throws Unexpected */
  parse(words: Words): T
  /** What names a target in plans and outcomes: everything but what is expected. */
  address(target: T): string
  /** What is seen when all is well, as the plan shows it: to weaken it is to change it. */
  expectation(target: T): NonNullable<Change['after']>
  /** Completes "fails …". */
  failsWhen(target: T): string
  /** What of the checkout it compares with: name → sha256 in hexadecimal. What cannot be read, the probe tells. */
  reads?(target: T, workspace: string): Promise<Readonly<Record<string, string>>>
  /**
   * What decides what it sees and stands neither in its line nor in the checkout, such as the value of a variable or
   * which database it asks. Undefined when there is no such thing, or this run does not know all of it.
   */
  given?(target: T, run: Pick<Live, 'inputs' | 'world'>): Promise<unknown>
  /** Finds all that it needs, and keeps it for the run. */
  open(target: T, live: Live): Promise<Proving>
}

/** A target, together with what its probe makes of it. */
export interface Asked {
  readonly target: ProbeTarget
  readonly wave: (typeof waves)[number]
  readonly change: Change
  reads(workspace: string): Promise<Readonly<Record<string, string>>>
  given(run: Pick<Live, 'inputs' | 'world'>): Promise<unknown>
  open(live: Live): Promise<Proving>
}

/** A line of `targets`. */
export interface AskedLine extends Asked {
  /** With one blank between its words. */
  readonly text: string
}

export interface Probe extends Pick<ProbeDefinition<ProbeTarget>, 'id' | 'form'> {
  /** @throws Unexpected */
  ask(words: Words): Asked
}

/** A probe as the registry holds it: what it has parsed is passed on to it alone. */
export function defineProbe<T extends ProbeTarget>(definition: ProbeDefinition<T>): Probe {
  const { id, form, wave } = definition
  return {
    id,
    form,
    ask: (words) => {
      const target = definition.parse(words)
      const change: Change = {
        action: 'run',
        kind: 'probe',
        address: definition.address(target),
        after: definition.expectation(target),
        note: `fails ${definition.failsWhen(target)}`,
      }
      return {
        target,
        wave,
        change,
        reads: async (workspace) => (await definition.reads?.(target, workspace)) ?? {},
        given: async (run) => definition.given?.(target, run),
        open: (live) => definition.open(target, live),
      }
    },
  }
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

/** Whether nobody answered, as opposed to answering something. A name may be published a moment later. */
export function isAbsent(error: unknown): boolean {
  return isUnreachable(error) || codeOf(error) === 'ENOTFOUND'
}

export function proven(message: string): ProbeResult {
  return { status: 'done', message }
}

export function disproven(message: string): ProbeResult {
  return { status: 'failed', message }
}

export function undecided(message: string): ProbeResult {
  return { status: 'unknown', message }
}
