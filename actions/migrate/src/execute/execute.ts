/** Runs the files of a plan in their order, and tells of each only when it is on disk. */

import type { Progress } from '#toolkit/action/progress.ts'
import { type Recorded, recordedIn, recordedSql, type Unfinished } from '#toolkit/migrations/history.ts'
import { formatDuration } from '#toolkit/model/duration.ts'
import { Failure } from '#toolkit/model/failure.ts'
import type { Result } from '#toolkit/model/outcome.ts'
import type { Engine } from '../session/engine.ts'
import { begunBefore } from '../tasks/unfinished.ts'
import { historyLost, type Job, recordedAs } from './job.ts'
import { applyPipelined } from './pipeline.ts'
import { keepingFirst } from './session-effects.ts'
import { applyStandalone } from './standalone.ts'
import { applyTransaction, proofOf } from './transaction.ts'

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
  /** What the server has answered as committed, in order. */
  readonly #committed: Job[] = []
  readonly #engine: Engine
  readonly #progress: Execution['progress']

  constructor(engine: Engine, progress: Execution['progress']) {
    this.#engine = engine
    this.#progress = progress
  }

  /** A commit that a later one puts on disk. */
  soon({ address, job }: Step, durationMs: number): void {
    this.#committed.push(job)
    this.#soon.push({ address, action: 'run', status: 'done', durationMs })
  }

  /** @throws Failure HISTORY_LOST when history holds anything else than was committed */
  prove(recorded: readonly Recorded[]): void {
    const lost = this.#committed.find((job, index) => {
      const { version, direction } = recordedAs(job)
      return recorded[index]?.version !== version || recorded[index].direction !== direction
    })
    if (lost !== undefined) throw historyLost(lost, this.#engine)
  }

  /** Everything so far is in history, and on disk. */
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

  /** What was committed, and may not have reached the disk when the connection was lost, or is not in history. */
  get untold(): readonly string[] {
    return this.#soon.map(({ address }) => address)
  }

  /** What is known of the rest when a run ends before its end. */
  stopped(failed: string | undefined, { code, what }: Failure): void {
    const message =
      code === 'HISTORY_LOST'
        ? 'history does not hold what was committed'
        : 'the connection was lost before it was on disk'
    for (const result of this.#soon) this.#progress.record({ ...result, status: 'unknown', message })
    if (code === 'HISTORY_LOST' || failed === undefined) return
    this.#progress.record({
      address: failed,
      action: 'run',
      status: code === 'DATABASE_LOST' ? 'unknown' : 'failed',
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
  const done = [...teller.results.keys()]
  const unclear = teller.untold
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
  const keeping = pipelined ? keepingFirst(steps.map(({ job }) => job.script)) : 0
  let next = 0
  let durable = clock().getTime()
  try {
    if (pipelined) {
      const first = steps.findIndex(({ job }) => !job.script.transactional)
      const together = first === -1 ? steps : steps.slice(0, first)
      let began = clock().getTime()
      next = await applyPipelined(
        together.map(({ job }) => job),
        keeping,
        engine,
        (count, first, recorded, onDisk) => {
          const now = clock().getTime()
          for (const step of together.slice(first, first + count)) teller.soon(step, (now - began) / count)
          began = now
          teller.prove(recorded)
          if (onDisk) teller.flushed(direction)
        },
      )
    }
    for (const [index, step] of steps.entries()) {
      if (index < next) continue
      const { job } = step
      const began = clock().getTime()
      let recorded: readonly Recorded[] | undefined
      if (job.script.transactional) {
        const last = index === steps.length - 1
        const durability = last || began - durable > DURABLE_MS ? 'durable' : 'soon'
        const proof = proofOf(index, keeping)
        const behind = steps[index - 1]?.job
        recorded = await applyTransaction(job, engine, { durability, proof, keeps: index < keeping, behind })
      } else {
        recorded = await applyStandalone(job, begunBefore(job, unfinished), engine, (before) => {
          teller.prove(before)
          teller.flushed(direction)
        })
      }
      const now = clock().getTime()
      teller.soon(step, now - began)
      if (recorded === undefined) continue
      durable = now
      teller.prove(recorded)
      teller.flushed(direction)
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    const failure = await settled(error, teller, direction, engine)
    const rest = steps.find(({ address }) => !teller.results.has(address) && !teller.untold.includes(address))
    teller.stopped(rest?.address, failure)
    throw withStanding(failure, teller, steps, engine)
  } finally {
    engine.notices.end()
  }
}

/**
 * The row of a failure was waited for until it was on disk, and everything before it with it: unless history says
 * otherwise, that is told as done.
 */
async function settled(
  failure: Failure,
  teller: Teller,
  direction: Job['direction'],
  { session, history, since }: Engine,
): Promise<Failure> {
  if (failure.code === 'DATABASE_LOST' || failure.code === 'HISTORY_LOST') return failure
  try {
    const [recorded] = await session.send(recordedSql(history, since))
    teller.prove(recordedIn(recorded))
    teller.flushed(direction)
    return failure
  } catch (error) {
    return error instanceof Failure ? error : failure
  }
}
