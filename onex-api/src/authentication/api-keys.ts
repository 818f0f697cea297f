/** API keys: `onxk_<prefix>_<secret>`. The prefix finds the key, its HMAC proves it; the pepper is not in the database. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type pg from 'pg'
import { type Principal, permissionsIn } from './principal.ts'

const format = /^onxk_([a-z0-9]{12})_[A-Za-z0-9_-]{43}$/

/** Compared with when the prefix is unknown, so that it takes as long as when it is known. */
const nobody = Buffer.alloc(32)

/** Milliseconds that what the database said of a key counts: so long one that was revoked lives on. */
const REMEMBERED = 2_000
const MOST_REMEMBERED = 10_000
/** Milliseconds between two notes of when keys were last used. */
const NOTED = 10_000

const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'

export interface IssuedKey {
  /** Told once, and kept nowhere. */
  readonly key: string
  readonly prefix: string
  readonly hmac: Buffer
}

function hmacOf(pepper: Buffer, key: string): Buffer {
  return createHmac('sha256', pepper).update(key).digest()
}

export function issueKey(pepper: Buffer): IssuedKey {
  // 252 is the largest multiple of 36 in a byte: what is above would favour the first letters.
  const bytes = [...randomBytes(64)].filter((byte) => byte < 252)
  const prefix = bytes
    .slice(0, 12)
    .map((byte) => letters[byte % letters.length])
    .join('')
  const key = `onxk_${prefix}_${randomBytes(32).toString('base64url')}`
  return { key, prefix, hmac: hmacOf(pepper, key) }
}

interface Row {
  readonly id: string
  readonly tenant_id: string
  readonly hmac: Buffer
  readonly scopes: readonly string[]
  readonly expires_at: Date | null
  readonly revoked_at: Date | null
}

interface Known {
  readonly row: Row
  readonly principal: Principal
  readonly until: number
}

export interface ApiKeysOptions {
  readonly pool: pg.Pool
  readonly pepper: Buffer
  readonly clock: () => Date
}

export class ApiKeys {
  readonly #options: ApiKeysOptions
  readonly #known = new Map<string, Known>()
  /** Id of a key → when it was last used, since that was last noted. */
  #used = new Map<string, Date>()
  #timer: NodeJS.Timeout | undefined

  constructor(options: ApiKeysOptions) {
    this.#options = options
  }

  start(): void {
    this.#timer = setInterval(() => void this.note(), NOTED).unref()
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer)
    await this.note()
  }

  /** @returns undefined when the key is unknown, wrong, revoked or expired: all alike to the caller */
  async principal(key: string): Promise<Principal | undefined> {
    const prefix = format.exec(key)?.[1]
    if (prefix === undefined) return undefined
    const now = this.#options.clock()
    const known = await this.#find(prefix, now)
    const matches = timingSafeEqual(hmacOf(this.#options.pepper, key), known?.row.hmac ?? nobody)
    if (known === undefined || !matches) return undefined
    const { id, expires_at: expires, revoked_at: revoked } = known.row
    if (revoked !== null || (expires !== null && expires <= now)) return undefined
    this.#used.set(id, now)
    return known.principal
  }

  async #find(prefix: string, now: Date): Promise<Known | undefined> {
    const known = this.#known.get(prefix)
    if (known !== undefined && known.until > now.getTime()) return known
    this.#known.delete(prefix)
    const { rows } = await this.#options.pool.query<Row>({
      name: 'api-key',
      text: 'SELECT id, tenant_id, hmac, scopes, expires_at, revoked_at FROM api_keys WHERE prefix = $1',
      values: [prefix],
    })
    const [row] = rows
    // What is unknown is not remembered: a key is good as soon as it is made.
    if (row === undefined) return undefined
    const principal: Principal = {
      name: `key:${row.id}`,
      tenantId: row.tenant_id,
      permissions: permissionsIn(row.scopes),
    }
    const found = { row, principal, until: now.getTime() + REMEMBERED }
    const [oldest] = this.#known.keys()
    if (this.#known.size >= MOST_REMEMBERED && oldest !== undefined) this.#known.delete(oldest)
    this.#known.set(prefix, found)
    return found
  }

  /** Writes down when keys were last used, all at once. What cannot be written is written with the next. */
  async note(): Promise<void> {
    const used = this.#used
    if (used.size === 0) return
    this.#used = new Map()
    try {
      await this.#options.pool.query(
        `UPDATE api_keys SET last_used_at = used.at FROM unnest($1::uuid[], $2::timestamptz[]) AS used (id, at)
          WHERE api_keys.id = used.id AND (last_used_at IS NULL OR last_used_at < used.at)`,
        [[...used.keys()], [...used.values()]],
      )
    } catch {
      this.#used = new Map([...used, ...this.#used])
    }
  }
}
