import { canonicalJson } from '../canonical.ts'
import { Sensitive } from '../sensitive.ts'

/** Hashes the same value with the same salt once: each time is meant to cost whoever guesses, and costs us as much. */
export class HashedOnce extends Sensitive {
  static readonly #hashed = new Map<string, Promise<ReadonlyMap<string, string>>>()
  readonly #values: readonly (readonly [string, unknown])[]

  constructor(values: readonly (readonly [string, unknown])[]) {
    super(values)
    this.#values = values
  }

  override async hashes(salt: string): Promise<ReadonlyMap<string, string>> {
    const hashed = this.#values.map((value) => {
      const key = canonicalJson([salt, value])
      const hash = HashedOnce.#hashed.get(key) ?? new Sensitive([value]).hashes(salt)
      HashedOnce.#hashed.set(key, hash)
      return hash
    })
    return new Map((await Promise.all(hashed)).flatMap((hash) => [...hash]))
  }
}
