import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { createMessage, generateKey, readPrivateKey, sign } from 'openpgp'
import { checkSignature } from '../../src/tool/signature.ts'
import { hashicorp, opentofu, type SigningKey } from '../../src/tool/signing-keys.ts'

const released = (name: string, signature: string) => ({
  document: readFileSync(join(import.meta.dirname, 'releases', name)),
  signature: readFileSync(join(import.meta.dirname, 'releases', `${name}${signature}`)),
})
// As their publishers released them.
const terraform = released('terraform_1.9.8_SHA256SUMS', '.sig')
const provider = released('terraform-provider-null_3.1.0_SHA256SUMS', '.sig')
const tofu = released('tofu_1.8.5_SHA256SUMS', '.gpgsig')

describe('a signature is good', () => {
  test.each([
    ['of Terraform 1.9.8, made before the key was made to last longer', terraform, hashicorp],
    ['of a provider, made with a subkey that has run out since', provider, hashicorp],
    ['of OpenTofu 1.8.5', tofu, opentofu],
  ])('%s', async (_what, signed, key) => {
    await expect(checkSignature(signed, key)).resolves.toBeUndefined()
  })
})

describe('a signature is refused', () => {
  const flipped = (bytes: Buffer, at: number) => {
    const copy = Buffer.from(bytes)
    copy[at] = (copy[at] ?? 0) ^ 1
    return copy
  }

  test.each<[string, { document: Buffer; signature: Buffer }, SigningKey]>([
    [
      'of a document with one bit changed',
      { ...terraform, document: flipped(terraform.document, 5) },
      hashicorp,
    ],
    [
      'of a document that is longer',
      { ...terraform, document: Buffer.concat([terraform.document, Buffer.from('\n')]) },
      hashicorp,
    ],
    ['that is changed itself', { ...terraform, signature: flipped(terraform.signature, 300) }, hashicorp],
    ['that is cut off', { ...terraform, signature: terraform.signature.subarray(0, 200) }, hashicorp],
    ['that is empty', { ...terraform, signature: Buffer.alloc(0) }, hashicorp],
    ['that is no signature', { ...terraform, signature: Buffer.from('<html>Not found</html>') }, hashicorp],
    ['that is of another document', { ...terraform, document: tofu.document }, hashicorp],
    ["that is made with another publisher's key", terraform, opentofu],
    [
      'that comes twice',
      { ...terraform, signature: Buffer.concat([terraform.signature, terraform.signature]) },
      hashicorp,
    ],
  ])('%s', async (_what, signed, key) => {
    await expect(checkSignature(signed, key)).rejects.toThrow()
  })

  test('made by a key with the name of the right one', async () => {
    const { privateKey } = await generateKey({
      userIDs: [{ name: 'HashiCorp Security (hashicorp.com/security)', email: 'security@hashicorp.com' }],
      format: 'armored',
    })
    const signature = await sign({
      message: await createMessage({ binary: new Uint8Array(terraform.document) }),
      signingKeys: await readPrivateKey({ armoredKey: privateKey }),
      detached: true,
      format: 'binary',
    })
    await expect(checkSignature({ ...terraform, signature }, hashicorp)).rejects.toThrow(
      /Could not find signing key/,
    )
  })
})

test.each([
  ['HashiCorp', hashicorp],
  ['OpenTofu', opentofu],
])('the built-in key of %s must have its fingerprint', async (_whose, key) => {
  const other = { ...key, fingerprint: '0'.repeat(40) }
  await expect(checkSignature(terraform, other)).rejects.toThrow(/has the fingerprint/)
})
