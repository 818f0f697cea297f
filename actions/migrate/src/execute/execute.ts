/** Runs the files of a plan in their order, and tells of each only when it is on disk. */

import type { Progress } from '#toolkit/action/progress.ts'
import type { Unfinished } from '#toolkit/migrations/history.ts'
import { formatDuration } from '#toolkit/model/duration.ts'
import { Failure } from '#toolkit/model/failure.ts'
import type { Result } from '#toolkit/model/outcome.ts'
import type { Engine } from '../session/engine.ts'
import type { Job } from './job.ts'
import { applyPipelined } from './pipeline.ts'
import { proofBehind } from './session-effects.ts'
import { applyStandalone } from './standalone.ts'
import { applyTransaction } from './transaction.ts'

/** Milliseconds between two commits that are waited for until they are on disk. The last one always is. */
const DURABLE_MS = 200

export interface Execution {
  /** What the plan names, in its order. */
  readonly addresses: readonly string[]
  /** What is still to be done of it. */
  readonly jobs: ReadonlyMap<string, Job>
  readonly unfinished: readonly Unfinished[]
  /** Whether nobody uses the database yet. */
  readonly pipelined: boolean
  readonly engine: Engine
  readonly progress: Pick<Progress, 'record'>
}

interface Step {
  readonly address: string
  readonly job: Job
}

class Teller {
  readonly results = new Map<string, Result>()
  #soon: Result[] = []
  readonly #engine: Engine
  readonly #progress: Execution['progress']

  constructor(engine: Engine, progress: Execution['progress']) {
    this.#engine = engine
    this.#progress = progress
  }

  /** A commit that a later one puts on disk. */
  soon({ address }: Step, durationMs: number): void {
    this.#soon.push({ address, action: 'run', status: 'done', durationMs })
  }

  /** Everything so far is on disk. */
  flushed(direction: Job['direction']): void {
    if (this.#soon.length === 0) return
    for (const result of this.#soon) this.results.set(result.address, result)
    this.#progress.record(...this.#soon)
    const verb = direction === 'up' ? 'applied' : 'rolled back'
    this.#engine.world.log.info(
      this.#soon
        .map(({ address, durationMs }) => `${verb} ${address} in ${formatDuration(durationMs)}`)
        .join('\n'),
    )
    this.#soon = []
  }

  /** What was committed, but may not have reached the disk when the connection was lost. */
  get untold(): readonly string[] {
    return this.#soon.map(({ address }) => address)
  }

  /** What is known of the rest when a run ends before its end. */
  stopped(failed: string | undefined, { code, what }: Failure): void {
    const lost = code === 'DATABASE_LOST'
    for (const result of this.#soon)
      this.#progress.record({
        ...result,
        status: 'unknown',
        message: 'the connection was lost before it was on disk',
      })
    if (failed !== undefined && !this.results.has(failed) && !this.untold.includes(failed))
      this.#progress.record({
        address: failed,
        action: 'run',
        status: lost ? 'unknown' : 'failed',
        durationMs: 0,
        message: what,
      })
  }
}

function names(addresses: readonly string[]): string {
  const most = 5
  const rest = addresses.length > most ? `, … and ${addresses.length - most} more` : ''
  return addresses.slice(0, most).join(', ') + rest
}

/** After a failure people first want to know what was done and what was not. */
function withStanding(failure: Failure, teller: Teller, steps: readonly Step[], { world }: Engine): Failure {
  const lost = failure.code === 'DATABASE_LOST'
  const done = [...teller.results.keys()]
  const unclear = lost ? teller.untold : []
  const settled = new Set([...done, ...unclear])
  const rest = steps.map(({ address }) => address).filter((address) => !settled.has(address))
  const standing = [
    `applied: ${done.length === 0 ? 'nothing' : names(done)}`,
    ...(unclear.length === 0 ? [] : [`cannot tell: ${names(unclear)}`]),
    `not applied: ${names(rest)}`,
  ]
  for (const line of standing) world.log.info(line)
  const { code, what, why, fix, source, cause } = failure
  return new Failure({
    code,
    what,
    why: `${why ?? ''} Of this run ${standing.join('; ')}.`.trim(),
    ...(fix === undefined ? {} : { fix }),
    ...(source === undefined ? {} : { source }),
    cause,
  })
}

/** @throws Failure of the file that could not be applied, with where the run stands */
export async function execute({
  addresses,
  jobs,
  unfinished,
  pipelined,
  engine,
  progress,
}: Execution): Promise<void> {
  const { clock } = engine.world
  const steps = addresses.flatMap((address) => {
    const job = jobs.get(address)
    return job === undefined ? [] : [{ address, job }]
  })
  for (const address of addresses)
    if (!jobs.has(address))
      progress.record({
        address,
        action: 'run',
        status: 'skipped',
        durationMs: 0,
        message: 'another run has done it meanwhile',
      })
  const teller = new Teller(engine, progress)
  const direction = steps[0]?.job.direction ?? 'up'
  let next = 0
  let durable = clock().getTime()
  try {
    if (pipelined) {
      const first = steps.findIndex(({ job }) => !job.script.transactional)
      const together = first === -1 ? steps : steps.slice(0, first)
      let began = clock().getTime()
      next = await applyPipelined(
        together.map(({ job }) => job),
        engine,
        (count, first, onDisk) => {
          const now = clock().getTime()
          for (const step of together.slice(first, first + count)) teller.soon(step, (now - began) / count)
          began = now
          if (onDisk) teller.flushed(direction)
        },
      )
    }
    for (const [index, step] of steps.entries()) {
      if (index < next) continue
      const { job } = step
      const began = clock().getTime()
      if (job.script.transactional) {
        const last = index === steps.length - 1
        const durability = last || began - durable > DURABLE_MS ? 'durable' : 'soon'
        await applyTransaction(job, engine, { durability, proof: proofBehind(steps[index - 1]?.job.script) })
        const now = clock().getTime()
        teller.soon(step, now - began)
        if (durability === 'soon') continue
        durable = now
      } else {
        const begun = unfinished.find(({ version }) => version === job.migration.version)
        await applyStandalone(job, begun, engine, () => teller.flushed(direction))
        durable = clock().getTime()
        teller.soon(step, durable - began)
      }
      teller.flushed(direction)
    }
  } catch (error) {
    // The row of the failure was waited for until it was on disk, and everything before it with it.
    if (error instanceof Failure && error.code !== 'DATABASE_LOST') teller.flushed(direction)
    if (!(error instanceof Failure)) throw error
    const rest = steps.find(({ address }) => !teller.results.has(address) && !teller.untold.includes(address))
    teller.stopped(rest?.address, error)
    throw withStanding(error, teller, steps, engine)
  }
}
