/**
 * Events of releases as they come in, to readers that stay (server-sent events). Each reader asks for what it has not seen
 * when it has taken the last: nothing is kept for one that reads slowly, and one that takes nothing is dropped.
 */

import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { reportOf } from '../events/release.ts'
import { Problem } from '../http/problem.ts'
import type { ReleaseStore, Told } from './store.ts'

export interface StreamPace {
  /** Milliseconds between two looks for what another replica took in. */
  readonly poll: number
  /** Milliseconds after which something is sent to whom nothing was, and after which it is asked whether one may still. */
  readonly heartbeat: number
  /** Milliseconds in which a reader must take what it was sent. */
  readonly patience: number
}

export const PACE: StreamPace = { poll: 1_000, heartbeat: 15_000, patience: 10_000 }

const MOST_READERS = 200
const MOST_READERS_OF_TENANT = 20
const MOST_AT_ONCE = 50

export interface Reader {
  readonly tenantId: string
  /** What it has seen. */
  readonly position: string
  readonly response: ServerResponse
  /** Whether whoever reads may still. */
  readonly mayStill: () => Promise<boolean>
}

const frame = ({ position, release_id, event }: Told) =>
  `id: ${position}\nevent: ${reportOf(event.type)}\ndata: ${JSON.stringify({ release_id, event })}\n\n`

export class ReleaseStream {
  readonly #store: ReleaseStore
  readonly #pace: StreamPace
  readonly #over = new AbortController()
  /** Tenant → what wakes its readers. */
  readonly #readers = new Map<string, Set<() => void>>()
  readonly #running = new Set<Promise<void>>()

  constructor(store: ReleaseStore, pace: StreamPace) {
    this.#store = store
    this.#pace = pace
  }

  get readers(): number {
    return this.#running.size
  }

  /** @throws Problem 503 when there are as many readers as are served */
  admit(tenantId: string): void {
    const ofTenant = this.#readers.get(tenantId)?.size ?? 0
    if (this.#over.signal.aborted || this.#running.size >= MOST_READERS || ofTenant >= MOST_READERS_OF_TENANT)
      throw new Problem(503, 'No more readers are served now.', { headers: { 'retry-after': '5' } })
  }

  /** Something of this tenant came in here. */
  wake(tenantId: string): void {
    for (const wake of this.#readers.get(tenantId) ?? []) wake()
  }

  /** Serves a reader until one of both ends it. */
  serve(reader: Reader): Promise<void> {
    const served = this.#serve(reader).finally(() => this.#running.delete(served))
    this.#running.add(served)
    return served
  }

  /** Every reader is told the end, and comes again to somebody else. */
  async close(): Promise<void> {
    this.#over.abort()
    await Promise.all(this.#running)
  }

  async #serve({ tenantId, position, response, mayStill }: Reader): Promise<void> {
    const gone = new AbortController()
    const leave = () => gone.abort()
    response.on('close', leave)
    response.on('error', leave)
    const signal = AbortSignal.any([gone.signal, this.#over.signal])
    let resume: () => void = () => undefined
    let woken = false
    const wake = () => {
      woken = true
      resume()
    }
    const readers = this.#readers.get(tenantId) ?? new Set()
    this.#readers.set(tenantId, readers.add(wake))
    const rest = () =>
      new Promise<void>((resolve) => {
        const timer = setTimeout(() => resume(), this.#pace.poll)
        resume = () => {
          clearTimeout(timer)
          signal.removeEventListener('abort', resume)
          resolve()
        }
        signal.addEventListener('abort', resume)
        if (woken || signal.aborted) resume()
      })
    let seen = position
    let beat = performance.now()
    try {
      await this.#send(response, ': hello\n\n', signal)
      while (!signal.aborted) {
        woken = false
        const told = await this.#store.after(tenantId, seen, MOST_AT_ONCE)
        for (const each of told) {
          await this.#send(response, frame(each), signal)
          seen = each.position
        }
        if (performance.now() - beat >= this.#pace.heartbeat) {
          if (!(await mayStill())) break
          if (told.length === 0) await this.#send(response, ': \n\n', signal)
          beat = performance.now()
        }
        if (told.length < MOST_AT_ONCE) await rest()
      }
      response.end()
    } catch {
      // The reader is gone or too slow, or the database is away: it comes again with what it has seen.
      response.destroy()
    } finally {
      readers.delete(wake)
      if (readers.size === 0) this.#readers.delete(tenantId)
    }
  }

  /** @throws Error when it is not taken in time */
  async #send(response: ServerResponse, text: string, signal: AbortSignal): Promise<void> {
    if (signal.aborted || response.write(text)) return
    await once(response, 'drain', {
      signal: AbortSignal.any([signal, AbortSignal.timeout(this.#pace.patience)]),
    })
  }
}
