/** Values that may be shown to nobody, and yet count when two plans are compared. */
import { scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import { canonicalJson } from './canonical.ts'

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number }, Buffer>(scrypt)

/** 16 MiB and some hundredths of a second for each guess (RFC 7914). */
const COST = { N: 16_384, r: 8, p: 1 } as const
const LENGTH = 32

/** Whether a name is that of an ingredient, and of no change: `with: variables`, `from: prod.tfvars`. */
export function isIngredient(name: string): boolean {
  return /^(?:where|with|from): /.test(name)
}

/**
 * The sensitive values of a plan's changes, by the address of the change, and of its ingredients, by `with: <name>` or
 * `from: <name>`. They leave this object only as hashes that
 * are salted: equal values of two reviews have nothing in common.
 */
export class Sensitive {
  static readonly none: Sensitive = new Sensitive([])
  readonly #values: ReadonlyMap<string, string>

  /** @param values address, or name of an ingredient → whatever is sensitive there, as JSON can carry it */
  constructor(values: Iterable<readonly [string, unknown]>) {
    this.#values = new Map([...values].map(([address, value]) => [address, canonicalJson(value)]))
  }

  /**
   * One scrypt hash for each change that has something sensitive.
   * @param salt in hexadecimal
   */
  async hashes(salt: string): Promise<ReadonlyMap<string, string>> {
    const bytes = Buffer.from(salt, 'hex')
    const hashed = [...this.#values].map(async ([address, value]): Promise<[string, string]> => {
      // With its address: that two places hold the same value is nobody's business either.
      const key = await derive(canonicalJson([address, value]), bytes, LENGTH, COST)
      return [address, `scrypt:${key.toString('hex')}`]
    })
    return new Map(await Promise.all(hashed))
  }

  /** No file holds it. */
  toJSON(): undefined {
    return undefined
  }
}
