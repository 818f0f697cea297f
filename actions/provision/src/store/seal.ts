/**
 * A sealed bundle: a plan and what belongs to it, encrypted and authenticated as a whole.
 *
 *     8 bytes magic · 1 byte format · 4 bytes length of the header · header (JSON) · ciphertext · 16 bytes tag
 *
 * AES-256-GCM under a data key of its own from KMS. Everything in front of the ciphertext is authenticated with it, so
 * no byte of a bundle can be changed; the encryption context of the data key says once more whom it is for.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import * as z from 'zod'
import { canonicalJson } from '#toolkit/model/canonical.ts'
import { Binding, encryptionContext } from './binding.ts'
import { type BundledFile, packFiles, unpackFiles } from './files.ts'

const MAGIC = Buffer.from('OMNIPLAN', 'latin1')
const FORMAT = 1
const PREFIX = MAGIC.length + 1 + 4
const MOST_HEADER = 1024 * 1024
const NONCE = 12
const TAG = 16
const ALGORITHM = 'aes-256-gcm'

/** Keys that exist only while a bundle is sealed or opened. */
export interface DataKeys {
  generate(context: Readonly<Record<string, string>>): Promise<{ plain: Uint8Array; encrypted: Uint8Array }>
  /** @throws KeyRefused when this key was never made for this context */
  decrypt(encrypted: Uint8Array, context: Readonly<Record<string, string>>): Promise<Uint8Array>
}

/** The bytes are not what was sealed. */
export class Tampered extends Error {}

/** The key service does not open this bundle. */
export class KeyRefused extends Error {}

const Header = z.strictObject({
  binding: Binding,
  encryptedKey: z.base64(),
  nonce: z.base64(),
})

export async function seal(
  files: readonly BundledFile[],
  binding: Binding,
  keys: DataKeys,
): Promise<Uint8Array> {
  const packed = packFiles(files)
  const { plain, encrypted } = await keys.generate(encryptionContext(binding))
  try {
    const nonce = randomBytes(NONCE)
    const header = Buffer.from(
      canonicalJson({
        binding: Binding.parse(binding),
        encryptedKey: Buffer.from(encrypted).toString('base64'),
        nonce: nonce.toString('base64'),
      }),
    )
    const prefix = Buffer.alloc(PREFIX)
    MAGIC.copy(prefix)
    prefix.writeUInt8(FORMAT, MAGIC.length)
    prefix.writeUInt32BE(header.length, MAGIC.length + 1)
    const cipher = createCipheriv(ALGORITHM, plain, nonce, { authTagLength: TAG })
    cipher.setAAD(Buffer.concat([prefix, header]))
    return Buffer.concat([prefix, header, cipher.update(packed), cipher.final(), cipher.getAuthTag()])
  } finally {
    plain.fill(0)
  }
}

interface Parsed {
  readonly header: z.infer<typeof Header>
  readonly authenticated: Buffer
  readonly ciphertext: Buffer
  readonly tag: Buffer
}

function parse(bytes: Buffer): Parsed {
  const whole =
    bytes.length >= PREFIX + TAG &&
    bytes.subarray(0, MAGIC.length).equals(MAGIC) &&
    bytes.readUInt8(MAGIC.length) === FORMAT
  if (!whole) throw new Tampered('it does not begin like a sealed plan')
  const length = bytes.readUInt32BE(MAGIC.length + 1)
  if (length > MOST_HEADER || PREFIX + length + TAG > bytes.length) throw new Tampered('it is cut off')
  try {
    return {
      header: Header.parse(JSON.parse(bytes.subarray(PREFIX, PREFIX + length).toString('utf8'))),
      authenticated: bytes.subarray(0, PREFIX + length),
      ciphertext: bytes.subarray(PREFIX + length, -TAG),
      tag: bytes.subarray(-TAG),
    }
  } catch (error) {
    throw new Tampered('its header cannot be read', { cause: error })
  }
}

/**
 * @param check is given what the bundle says that it is for, before a key is asked for; it throws when that is wrong.
 * What it was given counts as true only once this returns.
 * @throws Tampered, KeyRefused, or what `check` throws
 */
export async function unseal(
  sealed: Uint8Array,
  check: (binding: Binding) => void,
  keys: DataKeys,
): Promise<{ files: BundledFile[]; binding: Binding }> {
  const { header, authenticated, ciphertext, tag } = parse(Buffer.from(sealed))
  const { binding } = header
  const nonce = Buffer.from(header.nonce, 'base64')
  if (nonce.length !== NONCE) throw new Tampered('its header cannot be read')
  check(binding)
  const key = await keys.decrypt(Buffer.from(header.encryptedKey, 'base64'), encryptionContext(binding))
  try {
    const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG })
    decipher.setAAD(authenticated)
    decipher.setAuthTag(tag)
    const packed = Buffer.concat([decipher.update(ciphertext), decipher.final()])
    return { files: unpackFiles(packed), binding }
  } catch (error) {
    throw new Tampered('its bytes are not those that were sealed', { cause: error })
  } finally {
    key.fill(0)
  }
}
