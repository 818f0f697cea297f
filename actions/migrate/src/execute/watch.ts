/** What a statement is doing that takes long: for how long, whom it waits for, and how far its index is. */
import { formatDuration } from '#toolkit/model/duration.ts'
import type { Engine } from '../session/engine.ts'
import { type BuildProgress, blockersOf, buildProgress, namePeer, type Peer } from '../session/observer.ts'

/** Milliseconds after which a statement that still runs is asked whom it waits for, and between two such looks. */
const LOOK_MS = 250

/** Milliseconds from which on a statement takes long, and between two words about it. */
const LONG_MS = 1_000

/** `db/migrations/0003_a.up.sql:4: 12.0 s; waits for pid 4711 (psql), whose statement began 2026-11-27T12:00:00Z` */
export function progressText(
  what: string,
  elapsed: number,
  blockers: readonly Peer[],
  build: BuildProgress | undefined,
): string {
  const waits = blockers.map((peer) => {
    const { query_start: began } = peer
    return began === null
      ? `${namePeer(peer)}; since when it is at it, cannot be told`
      : `${namePeer(peer)}, whose statement began ${began.toISOString()}`
  })
  const done = build === undefined || build.done === null ? '' : `, ${Math.floor(build.done)} %`
  const locker = build === undefined || build.locker === null ? '' : `, waits for pid ${build.locker}`
  return [
    `${what}: ${formatDuration(Math.floor(elapsed / 1_000) * 1_000)}`,
    ...(waits.length === 0 ? [] : [`waits for ${waits.join(' and ')}`]),
    ...(build === undefined ? [] : [`index build: ${build.phase}${done}${locker}`]),
  ].join('; ')
}

/**
 * Looks again and again at what the running statement does, and tells of it when it takes long.
 * @param what runs, as it stands now
 * @param every milliseconds between two looks
 * @returns whom it was seen to wait for last, when it is over
 */
export function watch(
  { observer, pid, world }: Engine,
  what: () => string,
  every = LOOK_MS,
): { stop(): readonly Peer[] } {
  const began = world.clock().getTime()
  let told = began
  let seen: readonly Peer[] = []
  let looking = false
  let stopped = false
  const look = async () => {
    const now = await blockersOf(observer, pid).catch(() => [])
    if (now.length > 0) seen = now
    const at = world.clock().getTime()
    if (at - told < LONG_MS) return
    told = at
    const build = await buildProgress(observer, pid).catch(() => undefined)
    // What is over has been told otherwise.
    if (!stopped) world.log.progress(progressText(what(), at - began, now, build))
  }
  const timer = setInterval(async () => {
    if (looking || observer.broken()) return
    looking = true
    await look()
    looking = false
  }, every)
  return {
    stop: () => {
      clearInterval(timer)
      if (!stopped) world.log.progress(undefined)
      stopped = true
      return seen
    },
  }
}
