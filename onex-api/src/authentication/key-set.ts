/**
 * The issuer's public keys: fetched every minute, and sooner when a token names one that is not known. When the issuer is
 * away the last ones stay; its tokens run out by themselves.
 */
import { createLocalJWKSet, type JSONWebKeySet, type JWTVerifyGetKey, errors as joseErrors } from 'jose'

/** Milliseconds between two looks. */
const REFRESH = 60_000
/** Milliseconds: tokens with made-up key ids make nobody ask more often. */
const COOLDOWN = 10_000
const DEADLINE = 5_000

export interface KeySetOptions {
  readonly url: string
  readonly clock: () => Date
  /** Is called when the issuer's keys are others than before. */
  readonly onRotation: () => void
}

/** The keys that sign, by what they are and not by what they are called. */
function fingerprint({ keys }: JSONWebKeySet): string {
  return keys
    .map(({ kid, kty, n, crv, x, y }) => JSON.stringify([kid, kty, n, crv, x, y]))
    .sort()
    .join()
}

export class KeySet {
  #find: JWTVerifyGetKey | undefined
  #fingerprint = ''
  #asked = Number.NEGATIVE_INFINITY
  #fetching: Promise<void> | undefined
  readonly #options: KeySetOptions
  #timer: NodeJS.Timeout | undefined

  constructor(options: KeySetOptions) {
    this.#options = options
  }

  /** Whether the keys were fetched at least once. */
  get loaded(): boolean {
    return this.#find !== undefined
  }

  /** Looks now, and from then on by itself. */
  async start(): Promise<void> {
    this.#timer = setInterval(() => void this.refresh(), REFRESH).unref()
    await this.refresh()
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  /** Never throws: what is known stays. */
  refresh(): Promise<void> {
    this.#fetching ??= this.#fetch().finally(() => {
      this.#fetching = undefined
    })
    return this.#fetching
  }

  async #fetch(): Promise<void> {
    this.#asked = this.#options.clock().getTime()
    try {
      const response = await fetch(this.#options.url, {
        signal: AbortSignal.timeout(DEADLINE),
        redirect: 'error',
        headers: { accept: 'application/json' },
      })
      if (!response.ok) return
      const keys = (await response.json()) as JSONWebKeySet // jose checks it
      const find = createLocalJWKSet(keys)
      const fingerprinted = fingerprint(keys)
      const rotated = this.#find !== undefined && fingerprinted !== this.#fingerprint
      this.#find = find
      this.#fingerprint = fingerprinted
      if (rotated) this.#options.onRotation()
    } catch {
      // The next look may find it again.
    }
  }

  /** @throws JWKSNoMatchingKey when the issuer has no such key */
  readonly find: JWTVerifyGetKey = async (header, token) => {
    if (this.#find === undefined) throw new joseErrors.JWKSNoMatchingKey()
    try {
      return await this.#find(header, token)
    } catch (error) {
      const early = this.#options.clock().getTime() - this.#asked < COOLDOWN
      if (!(error instanceof joseErrors.JWKSNoMatchingKey) || early) throw error
      await this.refresh()
      return this.#find(header, token)
    }
  }
}
