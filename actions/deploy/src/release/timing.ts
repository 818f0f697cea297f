/** How a piece of work went, and how long it took, told as soon as it is known. */
import type { Progress } from '#toolkit/action/progress.ts'
import { formatDuration } from '#toolkit/model/duration.ts'
import { failuresIn } from '#toolkit/model/failure.ts'
import type { Result } from '#toolkit/model/outcome.ts'
import type { World } from '#toolkit/world/world.ts'

/** @param work may give `false` when it was put off: then nothing is told of it */
export type Timed = (address: string, action: Result['action'], work: () => Promise<unknown>) => Promise<void>

export function timing(
  progress: Pick<Progress, 'record'>,
  { clock, log }: Pick<World, 'clock' | 'log'>,
): Timed {
  return async (address, action, work) => {
    const began = clock().getTime()
    const record = (status: Result['status'], more: Pick<Result, 'message'> = {}) => {
      const durationMs = clock().getTime() - began
      progress.record({ address, action, status, durationMs, ...more })
      return durationMs
    }
    try {
      if ((await work()) === false) return
    } catch (error) {
      const [failure] = failuresIn(error)
      // Whether a request arrived that was not answered, nobody knows.
      record(failure === undefined || failure.code === 'CLUSTER_UNREACHABLE' ? 'unknown' : 'failed', {
        message: failure?.what ?? 'the request was not answered',
      })
      throw error
    }
    log.info(`${action}: ${address} (${formatDuration(record('done'))})`)
  }
}
