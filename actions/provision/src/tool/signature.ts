/** Whether a detached OpenPGP signature was made by one of the keys that are trusted for it. */
import type { SigningKey } from './signing-keys.ts'

export interface Signed {
  readonly document: Uint8Array
  /** Detached, binary. */
  readonly signature: Uint8Array
}

/**
 * Resolves when one of the key's forms was valid when the signature was made, and made it.
 * @throws Error that says why not
 */
export async function checkSignature({ document, signature }: Signed, key: SigningKey): Promise<void> {
  const { createMessage, readKey, readSignature, verify } = await import('./openpgp.ts')
  const refusals: string[] = []
  for (const armoredKey of key.armored) {
    const publicKey = await readKey({ armoredKey })
    if (publicKey.getFingerprint().toUpperCase() !== key.fingerprint)
      throw new Error(`the key that is built in has the fingerprint ${publicKey.getFingerprint()}`)
    try {
      const { signatures } = await verify({
        message: await createMessage({ binary: document }),
        signature: await readSignature({ binarySignature: signature }),
        verificationKeys: publicKey,
      })
      // More than one would leave open which of them counts; a release has one.
      const [only, ...more] = signatures
      if (only === undefined || more.length > 0) throw new Error(`it holds ${signatures.length} signatures`)
      await only.verified
      return
    } catch (error) {
      refusals.push(error instanceof Error ? error.message : String(error))
    }
  }
  throw new Error([...new Set(refusals)].join('; '))
}
