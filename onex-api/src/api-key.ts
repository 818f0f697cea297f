/** API keys: `onxk_<prefix>_<secret>`. The prefix finds the key, its SHA-256 proves it. */
import { createHash, timingSafeEqual } from 'node:crypto'
import type pg from 'pg'

export interface Tenant {
  readonly id: string
  readonly slug: string
  readonly name: string
}

const format = /^onxk_([a-z0-9]{8,32})_[A-Za-z0-9_-]{20,128}$/

/** Compared with when the prefix is unknown, so that it takes as long as when it is known. */
const nobody = Buffer.alloc(32)

interface Row extends Tenant {
  readonly key_sha256: Buffer
}

/** The tenant of a key; undefined when it is unknown, wrong, revoked or expired: all alike to the caller. */
export async function tenantOf(key: string, pool: pg.Pool, now: Date): Promise<Tenant | undefined> {
  const prefix = format.exec(key)?.[1]
  if (prefix === undefined) return undefined
  const { rows } = await pool.query<Row>(
    `SELECT t.id, t.slug, t.name, k.key_sha256
       FROM tenant_api_keys k JOIN tenants t ON t.id = k.tenant_id
      WHERE k.prefix = $1 AND k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > $2)`,
    [prefix, now],
  )
  const [row] = rows
  const matches = timingSafeEqual(createHash('sha256').update(key).digest(), row?.key_sha256 ?? nobody)
  return row !== undefined && matches ? { id: row.id, slug: row.slug, name: row.name } : undefined
}
