/** Data keys from a key in memory: as with KMS, an encrypted one opens only for the context that it was made for. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { canonicalJson } from '#toolkit/model/canonical.ts'
import { type DataKeys, KeyRefused } from '../../src/store/seal.ts'

export interface MemoryKeys extends DataKeys {
  /** Every key that was handed out; it must be zero when it was used. */
  readonly handedOut: Uint8Array[]
}

export function memoryKeys(): MemoryKeys {
  const master = randomBytes(32)
  const handedOut: Uint8Array[] = []
  return {
    handedOut,
    generate: async (context) => {
      const plain = randomBytes(32)
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', master, nonce)
      cipher.setAAD(Buffer.from(canonicalJson(context)))
      const encrypted = Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
      handedOut.push(plain)
      return { plain, encrypted }
    },
    decrypt: async (encrypted, context) => {
      try {
        const decipher = createDecipheriv('aes-256-gcm', master, encrypted.subarray(0, 12))
        decipher.setAAD(Buffer.from(canonicalJson(context)))
        decipher.setAuthTag(encrypted.subarray(-16))
        const plain = Buffer.concat([decipher.update(encrypted.subarray(12, -16)), decipher.final()])
        handedOut.push(plain)
        return plain
      } catch {
        throw new KeyRefused('the data key is not of this bundle')
      }
    },
  }
}
