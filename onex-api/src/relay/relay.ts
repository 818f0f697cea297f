/**
 * Takes events out of the outbox to the broker: each at least once, those with the same key in their order. Of several
 * relays one leads. Its connection holds an advisory lock and is the one that reads and removes: whoever lost it can
 * remove nothing any more.
 */
import pg from 'pg'
import type { DatabaseConfig } from '../configuration/config.ts'
import { answersWithin } from '../database/patience.ts'
import type { Message, Publisher } from './publisher.ts'

/** Of the advisory lock, the same for all relays of a database. */
const LEADER = 4_017_190
/** Events that are read at once, and how much of them is sent at once: a broker takes a mebibyte. */
const MOST_READ = 500
const MOST_SENT = 512 * 1_024
/** Milliseconds: a notification may be lost. */
const POLL = 1_000
const SHORTEST_PAUSE = 100
const LONGEST_PAUSE = 5_000

interface Row {
  readonly position: string
  readonly topic: string
  readonly key: string
  readonly event: string
  readonly traceparent: string | null
  readonly tracestate: string | null
}

/** The trace goes into headers: a published schema has no place for it. */
function messageOf({ topic, key, event, traceparent, tracestate }: Row): Message {
  if (traceparent === null) return { topic, key, event }
  return { topic, key, event, trace: { traceparent, ...(tracestate === null ? {} : { tracestate }) } }
}

export interface RelayOptions {
  readonly database: DatabaseConfig
  readonly publisher: Publisher
  /** Is told of each attempt that failed. */
  readonly onFailure: (what: 'broker' | 'database', error: unknown) => void
  readonly onPublished: (count: number) => void
  readonly onLeading: (leading: boolean) => void
}

/** As many from the beginning as may be sent at once; one at least. */
export function firstOf<Event extends Pick<Message, 'event'>>(
  events: readonly Event[],
  most: number,
): readonly Event[] {
  let size = 0
  const end = events.findIndex(({ event }, index) => {
    size += Buffer.byteLength(event)
    return index > 0 && size > most
  })
  return end === -1 ? events : events.slice(0, end)
}

export class Relay {
  readonly #options: RelayOptions
  #running: Promise<void> | undefined
  #stopping = false
  #wake: () => void = () => undefined
  /** Whether a notification came since the outbox was last read. */
  #notified = false

  constructor(options: RelayOptions) {
    this.#options = options
  }

  start(): void {
    this.#running = this.#run()
  }

  /** Finishes what is being sent, and gives the lead away. */
  async stop(): Promise<void> {
    this.#stopping = true
    this.#wake()
    await this.#running
    await this.#options.publisher.close()
  }

  async #run(): Promise<void> {
    let pause = SHORTEST_PAUSE
    while (!this.#stopping) {
      try {
        await this.#session()
        pause = SHORTEST_PAUSE
      } catch (error) {
        this.#options.onFailure('database', error)
        await this.#rest(pause)
        pause = Math.min(pause * 2, LONGEST_PAUSE)
      }
    }
  }

  /** @returns when it is to stop. @throws Error when the connection is lost */
  async #session(): Promise<void> {
    const { host, port, name, user, password, tls } = this.#options.database
    const client = new pg.Client({
      host,
      port,
      database: name,
      user,
      password,
      ssl: tls === 'disable' ? false : { rejectUnauthorized: true },
      application_name: 'onex-relay',
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    })
    answersWithin(client, 10_000)
    const lost = new Promise<never>((_resolve, reject) => {
      client.on('error', reject)
      client.on('end', () => reject(new Error('the connection to the database ended')))
    })
    lost.catch(() => undefined)
    client.on('notification', () => {
      this.#notified = true
      this.#wake()
    })
    try {
      await client.connect()
      await Promise.race([this.#lead(client), lost])
    } finally {
      this.#options.onLeading(false)
      await client.end().catch(() => undefined)
    }
  }

  async #lead(client: pg.Client): Promise<void> {
    while (!(await isLeader(client))) {
      await this.#rest(POLL)
      if (this.#stopping) return
    }
    this.#options.onLeading(true)
    await client.query('LISTEN outbox')
    let pause = SHORTEST_PAUSE
    while (!this.#stopping) {
      this.#notified = false
      const { rows } = await client.query<Row>({
        name: 'next',
        text: `SELECT position, topic, key, (event - 'traceparent' - 'tracestate')::text AS event,
                      event->>'traceparent' AS traceparent, event->>'tracestate' AS tracestate
                 FROM outbox ORDER BY position LIMIT $1`,
        values: [MOST_READ],
      })
      if (rows.length === 0) {
        await this.#rest(POLL)
        continue
      }
      const batch = firstOf(rows, MOST_SENT)
      try {
        await this.#options.publisher.publish(batch.map(messageOf))
        pause = SHORTEST_PAUSE
      } catch (error) {
        this.#options.onFailure('broker', error)
        // Notifications are no reason to ask a broker more often that is away.
        await this.#rest(pause, false)
        pause = Math.min(pause * 2, LONGEST_PAUSE)
        continue
      }
      await client.query({
        name: 'published',
        text: 'DELETE FROM outbox WHERE position = ANY ($1::bigint[])',
        values: [batch.map(({ position }) => position)],
      })
      this.#options.onPublished(batch.length)
    }
  }

  /** @param wakes whether a notification ends it; `stop` does always */
  async #rest(milliseconds: number, wakes = true): Promise<void> {
    if (this.#stopping || (wakes && this.#notified)) return
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds)
      this.#wake = () => {
        if (!wakes && !this.#stopping) return
        clearTimeout(timer)
        resolve()
      }
    })
    this.#wake = () => undefined
  }
}

async function isLeader(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ led: boolean }>('SELECT pg_try_advisory_lock($1) AS led', [LEADER])
  return rows[0]?.led === true
}
