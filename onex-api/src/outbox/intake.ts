/**
 * Takes workflows in: the row and its event in one statement, so that neither is without the other. Requests that wait
 * at the same time become one statement. The broker is not asked: the relay tells it.
 */

import type { Span } from '@opentelemetry/api'
import type pg from 'pg'
import { errorCode } from '../database/database.ts'
import type { CloudEvent } from '../events/event.ts'
import type { WorkflowStart } from '../events/workflow-start.ts'
import { Problem } from '../http/problem.ts'
import type { Tracing } from '../telemetry/tracing.ts'

export interface Acceptance {
  /** What the row says of the workflow, its event says too. */
  readonly event: CloudEvent<WorkflowStart>
  /** In hexadecimal digits. */
  readonly requestSha256: string
  readonly idempotencyKey: string | undefined
  /** Of the request, where it is traced. */
  readonly span?: Span | undefined
}

/** What stands in the database under the id, or under the idempotency key of the tenant. */
export interface Accepted {
  readonly id: string
  /** ISO 8601, UTC. */
  readonly acceptedAt: string
  /** In hexadecimal digits. */
  readonly requestSha256: string
}

interface Waiting {
  readonly acceptance: Acceptance
  readonly resolve: (accepted: Accepted) => void
  readonly reject: (error: unknown) => void
}

export interface IntakeOptions {
  readonly pool: pg.Pool
  readonly tracing?: Tracing | undefined
  /** Is told how many became one statement, and how many wait. */
  readonly onStatement: (gathered: number, waiting: number) => void
}

/** Statements at the same time: while one waits for the disk, the next is gathered. */
const LANES = 3
const MOST_GATHERED = 64
/** More than this waits for the database: better to say so than to let them wait. */
const MOST_WAITING = 1_000
/** Milliseconds between two notifications; each takes a lock that all transactions share. */
const NOTIFY = 20

/** Its parameter is a JSON array, a workflow each; answers the ids of those that are new. */
export const INSERT = `
WITH asked AS (
  SELECT (event ->> 'subject')::uuid AS id, (event #>> '{data,tenant_id}')::uuid AS tenant_id,
         event #>> '{data,workflow_type}' AS type, event #> '{data,payload}' AS payload,
         decode(request_sha256, 'hex') AS request_sha256, idempotency_key,
         event #>> '{data,requested_by}' AS requested_by, (event ->> 'time')::timestamptz AS accepted_at,
         (event ->> 'id')::uuid AS event_id, event ->> 'type' AS topic, event, position
    FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (event jsonb, request_sha256 text, idempotency_key text))
         WITH ORDINALITY AS a (event, request_sha256, idempotency_key, position)
), made AS (
  INSERT INTO workflows (id, tenant_id, type, payload, request_sha256, idempotency_key, requested_by, accepted_at, event_id)
  SELECT id, tenant_id, type, payload, request_sha256, idempotency_key, requested_by, accepted_at, event_id
    FROM asked ORDER BY position
  ON CONFLICT (tenant_id, idempotency_key) DO NOTHING
  RETURNING id
), told AS (
  INSERT INTO outbox (event_id, topic, key, event, created_at)
  SELECT event_id, topic, tenant_id::text, event, accepted_at FROM asked JOIN made USING (id) ORDER BY position
)
SELECT id FROM made`

const EARLIER = `
SELECT id, accepted_at AS "acceptedAt", encode(request_sha256, 'hex') AS "requestSha256" FROM workflows
 WHERE tenant_id = $1 AND idempotency_key = $2`

/** Data that the database does not take (22), a constraint (23): the row's own fault, and tried again in vain. */
function isOfRow(error: unknown): boolean {
  return /^2[23]/.test(errorCode(error))
}

export class Intake {
  readonly #options: IntakeOptions
  #waiting: Waiting[] = []
  #lanes = 0
  /** Whether what waits will be looked at at the end of this turn of the event loop. */
  #gathering = false
  #notifying: NodeJS.Timeout | undefined
  #idle: (() => void)[] = []

  constructor(options: IntakeOptions) {
    this.#options = options
  }

  /**
   * Resolves when it is committed.
   * @throws Problem 503 when too many wait; the server's error for a row that it does not take
   */
  accept(acceptance: Acceptance): Promise<Accepted> {
    if (this.#waiting.length >= MOST_WAITING)
      throw new Problem(503, 'Too many workflows wait to be accepted.', { headers: { 'retry-after': '1' } })
    return new Promise((resolve, reject) => {
      this.#waiting.push({ acceptance, resolve, reject })
      // What arrives in this turn of the event loop goes with it.
      if (this.#gathering || this.#lanes >= LANES) return
      this.#gathering = true
      const drive = () => setImmediate(() => void this.#drive())
      if (this.#options.tracing === undefined) drive()
      else this.#options.tracing.apart(drive)
    })
  }

  /** Resolves when nothing waits any more, and the relay was told. */
  async flush(): Promise<void> {
    if (this.#lanes > 0 || this.#waiting.length > 0)
      await new Promise<void>((resolve) => {
        this.#idle.push(resolve)
      })
    if (this.#notifying !== undefined) {
      clearTimeout(this.#notifying)
      await this.#notify()
    }
  }

  async #drive(): Promise<void> {
    this.#gathering = false
    if (this.#lanes >= LANES || this.#waiting.length === 0) return
    this.#lanes += 1
    try {
      while (this.#waiting.length > 0) {
        const batch = this.#waiting.splice(0, MOST_GATHERED)
        this.#options.onStatement(batch.length, this.#waiting.length)
        await this.#insert(batch)
      }
    } finally {
      this.#lanes -= 1
      if (this.#lanes === 0 && this.#waiting.length === 0)
        for (const resolve of this.#idle.splice(0)) resolve()
    }
  }

  /** A workflow as the statement takes it: its event with the trace that it is part of, which the relay sends beside it. */
  #asked({ event, span, requestSha256, idempotencyKey }: Acceptance): object {
    const trace = span === undefined ? undefined : this.#options.tracing?.contextOf(span)
    return {
      event: trace === undefined ? event : { ...event, ...trace },
      request_sha256: requestSha256,
      idempotency_key: idempotencyKey,
    }
  }

  /** Each request that is traced shows the statement as its own. */
  #traced<T>(batch: readonly Waiting[], statement: () => Promise<T>): Promise<T> {
    const spans = batch.map(({ acceptance }) => acceptance.span)
    return this.#options.tracing?.shared(spans, 'INSERT', statement) ?? statement()
  }

  /** Settles every one of a batch. */
  async #insert(batch: readonly Waiting[]): Promise<void> {
    try {
      const { rows } = await this.#traced(batch, () =>
        this.#options.pool.query<{ id: string }>({
          name: 'accept',
          text: INSERT,
          values: [JSON.stringify(batch.map(({ acceptance }) => this.#asked(acceptance)))],
        }),
      )
      this.#notifying ??= setTimeout(() => void this.#notify(), NOTIFY)
      const made = new Set(rows.map(({ id }) => id))
      await Promise.all(
        batch
          .filter(({ acceptance, resolve }) => {
            const { event, requestSha256 } = acceptance
            if (!made.has(event.subject)) return true
            resolve({ id: event.subject, acceptedAt: event.time, requestSha256 })
            return false
          })
          .map((each) => this.#settle(each)),
      )
    } catch (error) {
      const half = Math.ceil(batch.length / 2)
      if (batch.length === 1 || !isOfRow(error)) for (const { reject } of batch) reject(error)
      // One of them is not to be taken: the others are.
      else for (const part of [batch.slice(0, half), batch.slice(half)]) await this.#insert(part)
    }
  }

  /** With what was kept under its idempotency key before. */
  async #settle({ acceptance: { event, idempotencyKey }, resolve, reject }: Waiting): Promise<void> {
    try {
      const { rows } = await this.#options.pool.query<Omit<Accepted, 'acceptedAt'> & { acceptedAt: Date }>(
        EARLIER,
        [event.data.tenant_id, idempotencyKey],
      )
      const [earlier] = rows
      if (earlier === undefined) throw new Error('what was there already is gone')
      resolve({ ...earlier, acceptedAt: earlier.acceptedAt.toISOString() })
    } catch (error) {
      reject(error)
    }
  }

  /** The relay looks each second anyway: a notification that is lost costs that second. */
  async #notify(): Promise<void> {
    this.#notifying = undefined
    await this.#options.pool.query("SELECT pg_notify('outbox', '')").catch(() => undefined)
  }
}
