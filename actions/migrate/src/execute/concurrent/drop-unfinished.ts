/** How an index that nobody can use is dropped, whatever time-outs a file has set. */
import type { Engine } from '../../session/engine.ts'
import type { Index } from './relation.ts'

interface Limits {
  readonly lock: string
  readonly statement: string
}

/**
 * @param within milliseconds; without a limit when it is not given
 * @param why what left it, for the log
 */
export async function dropUnfinished(
  { name }: Index,
  why: string,
  within: number | undefined,
  { session, world }: Engine,
): Promise<void> {
  world.log.info(`dropping ${name}, which ${why}`)
  const [limits] = await session.query<Limits>(
    "SELECT current_setting('lock_timeout') AS lock, current_setting('statement_timeout') AS statement",
  )
  // What went wrong may have been a time-out: dropping must not fail of the same.
  await session.send(`SET lock_timeout = 0; SET statement_timeout = ${within ?? 0}`)
  try {
    await session.send(`DROP INDEX CONCURRENTLY IF EXISTS ${name}`)
  } finally {
    await session
      .query("SELECT set_config('lock_timeout', $1, false), set_config('statement_timeout', $2, false)", [
        limits?.lock,
        limits?.statement,
      ])
      .catch(() => undefined) // the connection may be gone, and what went wrong counts
  }
}
