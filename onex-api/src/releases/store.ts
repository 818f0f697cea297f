/** The events of releases as they are kept, and told on: both in one transaction. */
import type pg from 'pg'
import { uuidAt } from '../database/uuid.ts'
import type { ReleaseEvent } from '../events/release.ts'
import { invalid, Problem } from '../http/problem.ts'

/** Events of one release: a run has a few for each step and attempt. */
const MOST_EVENTS = 1_000

export interface Recorded {
  readonly releaseId: string
  /** False for what was there already. */
  readonly isNew: boolean
}

/** In the order of the list. */
export interface Kept {
  readonly id: string
  readonly repository: string
  readonly run_id: string
  readonly created_at: Date
  readonly updated_at: Date
  /** One at least. */
  readonly events: readonly ReleaseEvent[]
}

export interface Told {
  readonly position: string
  readonly release_id: string
  readonly event: ReleaseEvent
}

interface Earlier {
  readonly release_id: string
  readonly same: boolean
}

/** Of what a row says of one release, with its events. */
const KEPT = `
SELECT r.id, r.repository, r.run_id, r.created_at, e.updated_at, e.events
  FROM releases r
 CROSS JOIN LATERAL (SELECT max(received_at) AS updated_at, jsonb_agg(event ORDER BY position) AS events
                       FROM release_events WHERE release_id = r.id) e
 WHERE r.tenant_id = $1`

export class ReleaseStore {
  readonly #pool: pg.Pool
  readonly #clock: () => Date

  constructor(pool: pg.Pool, clock: () => Date) {
    this.#pool = pool
    this.#clock = clock
  }

  /**
   * Keeps an event, once, and puts it into the outbox as it is.
   * @throws Problem 422 for the id of another event, and for a release that has too many
   */
  async record(tenantId: string, event: ReleaseEvent): Promise<Recorded> {
    const client = await this.#pool.connect()
    let broken = false
    try {
      await client.query('BEGIN')
      const recorded = await this.#record(client, tenantId, event)
      await client.query('COMMIT')
      return recorded
    } catch (error) {
      await client.query('ROLLBACK').catch(() => {
        broken = true
      })
      throw error
    } finally {
      client.release(broken)
    }
  }

  async #record(client: pg.PoolClient, tenantId: string, event: ReleaseEvent): Promise<Recorded> {
    const now = this.#clock()
    const { repository, run_id: run } = event.data
    const json = JSON.stringify(event)
    // Positions are given in the order of the commits: whoever waits here gets the next.
    await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `release_events ${tenantId}`,
    ])
    const { rows: earlier } = await client.query<Earlier>(
      `SELECT release_id, event = $4::jsonb AS same FROM release_events
        WHERE tenant_id = $1 AND source = $2 AND event_id = $3`,
      [tenantId, event.source, event.id, json],
    )
    const [known] = earlier
    if (known !== undefined && !known.same) throw invalid('body', '/id', 'was used for another event')
    if (known !== undefined) return { releaseId: known.release_id, isNew: false }
    await client.query(
      `INSERT INTO releases (id, tenant_id, repository, run_id, created_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (tenant_id, repository, run_id) DO NOTHING`,
      [uuidAt(now), tenantId, repository, run, now],
    )
    const { rows } = await client.query<{ id: string; count: number; position: string }>(
      `SELECT r.id, (SELECT count(*)::int FROM release_events WHERE release_id = r.id) AS count,
              (SELECT coalesce(max(position), 0) + 1 FROM release_events WHERE tenant_id = $1) AS position
         FROM releases r WHERE r.tenant_id = $1 AND r.repository = $2 AND r.run_id = $3`,
      [tenantId, repository, run],
    )
    const [release] = rows
    if (release === undefined) throw new Error('the release that was just made is gone')
    if (release.count >= MOST_EVENTS) throw new Problem(422, `A release has at most ${MOST_EVENTS} events.`)
    await client.query(
      `WITH kept AS (
         INSERT INTO release_events (tenant_id, position, release_id, source, event_id, event, received_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
       )
       INSERT INTO outbox (event_id, topic, key, event, created_at) VALUES ($8, $9, $1::uuid::text, $6, $7)`,
      [tenantId, release.position, release.id, event.source, event.id, json, now, uuidAt(now), event.type],
    )
    await client.query("SELECT pg_notify('outbox', '')")
    return { releaseId: release.id, isNew: true }
  }

  /** The newest first. */
  async list(
    tenantId: string,
    limit: number,
    before: { readonly time: Date; readonly id: string } | undefined,
  ): Promise<readonly Kept[]> {
    const older = before === undefined ? '' : 'AND (r.created_at, r.id) < ($3, $4)'
    const { rows } = await this.#pool.query<Kept>(
      `${KEPT} ${older} ORDER BY r.created_at DESC, r.id DESC LIMIT $2`,
      [tenantId, limit, ...(before === undefined ? [] : [before.time, before.id])],
    )
    return rows
  }

  /** Another tenant's is none. */
  async find(tenantId: string, id: string): Promise<Kept | undefined> {
    const { rows } = await this.#pool.query<Kept>(`${KEPT} AND r.id = $2`, [tenantId, id])
    return rows[0]
  }

  /** What came after a position, in its order; no more than is sent at once. */
  async after(tenantId: string, position: string, limit: number): Promise<readonly Told[]> {
    const { rows } = await this.#pool.query<Told>({
      name: 'release events',
      text: `SELECT position, release_id, event FROM release_events
              WHERE tenant_id = $1 AND position > $2 ORDER BY position LIMIT $3`,
      values: [tenantId, position, limit],
    })
    return rows
  }

  /** The position of the newest event of a tenant; 0 when there is none. */
  async newest(tenantId: string): Promise<string> {
    const { rows } = await this.#pool.query<{ position: string }>(
      'SELECT coalesce(max(position), 0) AS position FROM release_events WHERE tenant_id = $1',
      [tenantId],
    )
    return rows[0]?.position ?? '0'
  }
}
