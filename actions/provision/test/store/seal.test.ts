import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { runs, seed } from '#test/repetitions.ts'
import type { Binding } from '../../src/store/binding.ts'
import { isSafeName, packFiles, unpackFiles } from '../../src/store/files.ts'
import { KeyRefused, seal, Tampered, unseal } from '../../src/store/seal.ts'
import { memoryKeys } from './keys.ts'

const binding: Binding = {
  repositoryId: '123456',
  stack: 'terraform/stacks/dev/network',
  workspace: 'default',
  backend: { bucket: 'omninode-state', key: 'dev/network.tfstate', region: 'us-east-1' },
  commit: '0123456789abcdef0123456789abcdef01234567',
  sources: `sha256:${'a'.repeat(64)}`,
  tool: { name: 'terraform', version: '1.11.4' },
  providers: { 'registry.terraform.io/hashicorp/aws': '5.100.0' },
  createdAt: '2026-11-25T10:00:00.000Z',
}
const files = [
  { name: 'terraform.tfplan', content: Buffer.from('a plan with a secret: hunter2-hunter2') },
  { name: 'generated/größe/λ.zip', content: Buffer.from([0, 1, 2, 255]) },
]
const anything = () => undefined

async function sealed() {
  const keys = memoryKeys()
  return { keys, bytes: Buffer.from(await seal(files, binding, keys)) }
}

describe('a sealed bundle', () => {
  test('gives back the files and the binding, and zeroes every key that it was given', async () => {
    const { keys, bytes } = await sealed()
    const opened = await unseal(bytes, anything, keys)
    expect(opened.files.map(({ name, content }) => [name, Buffer.from(content)])).toEqual(
      files.map(({ name, content }) => [name, content]),
    )
    expect(opened.binding).toEqual(binding)
    expect(keys.handedOut).toHaveLength(2)
    for (const key of keys.handedOut) expect([...key].every((byte) => byte === 0)).toBe(true)
  })

  test('shows neither the content nor the names of its files', async () => {
    const { bytes } = await sealed()
    for (const secret of ['hunter2', 'tfplan', 'größe']) expect(bytes.includes(secret)).toBe(false)
  })

  test('is never the same twice', async () => {
    const keys = memoryKeys()
    const one = Buffer.from(await seal(files, binding, keys))
    expect(one.equals(Buffer.from(await seal(files, binding, keys)))).toBe(false)
  })

  test('is refused when any one of its bytes is another', async () => {
    const { keys, bytes } = await sealed()
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes)
      changed.writeUInt8(changed.readUInt8(at) ^ 0x01, at)
      const error = await unseal(changed, anything, keys).then(
        () => `opened with byte ${at} changed`,
        (thrown: unknown) => thrown,
      )
      if (!(error instanceof Tampered) && !(error instanceof KeyRefused)) throw new Error(String(error))
    }
  })

  test('is refused when it is cut off anywhere, or goes on', async () => {
    const { keys, bytes } = await sealed()
    const variants = fc.oneof(
      fc.nat(bytes.length - 1).map((length) => bytes.subarray(0, length)),
      fc.uint8Array({ minLength: 1, maxLength: 64 }).map((more) => Buffer.concat([bytes, more])),
      fc.uint8Array({ maxLength: 400 }),
      fc
        .tuple(fc.nat(bytes.length - 1), fc.uint8Array({ minLength: 1, maxLength: 16 }))
        .map(([at, more]) => Buffer.concat([bytes.subarray(0, at), more, bytes.subarray(at)])),
    )
    await fc.assert(
      fc.asyncProperty(variants, async (variant) => {
        const error = await unseal(variant, anything, keys).catch((thrown: unknown) => thrown)
        return error instanceof Tampered || error instanceof KeyRefused
      }),
      { seed, numRuns: runs(1_000) },
    )
  })

  test('is not opened by another key, nor with the data key of another bundle', async () => {
    const { keys, bytes } = await sealed()
    await expect(unseal(bytes, anything, memoryKeys())).rejects.toThrow(KeyRefused)
    const other = Buffer.from(await seal(files, { ...binding, stack: 'terraform/stacks/dev/other' }, keys))
    const keyOf = (bundle: Buffer) => /"encryptedKey":"([^"]+)"/.exec(bundle.toString('latin1'))?.[1] ?? ''
    const swapped = Buffer.from(bytes.toString('latin1').replace(keyOf(bytes), keyOf(other)), 'latin1')
    expect(swapped.length).toBe(bytes.length)
    await expect(unseal(swapped, anything, keys)).rejects.toThrow(KeyRefused)
  })

  test('asks for no key when the check of its binding refuses it', async () => {
    const { keys, bytes } = await sealed()
    const refuse = () => {
      throw new Error('for somebody else')
    }
    await expect(unseal(bytes, refuse, keys)).rejects.toThrow('for somebody else')
    expect(keys.handedOut).toHaveLength(1)
  })
})

describe('the files of a bundle', () => {
  test.each([
    ['empty', ''],
    ['the folder itself', '.'],
    ['the folder above', '..'],
    ['absolute', '/etc/passwd'],
    ['above', '../outside'],
    ['above on a detour', 'a/../../outside'],
    ['not the shortest', 'a/./b'],
    ['with an empty part', 'a//b'],
    ['of a folder', 'a/'],
    ['with a backslash', 'a\\b'],
    ['with a NUL', 'a\0b'],
    ['half a character', '\ud800'],
    ['of 5,000 characters', 'x'.repeat(5_000)],
  ])('cannot have a name that is %s', (_what, name) => {
    expect(isSafeName(name)).toBe(false)
    expect(() => packFiles([{ name, content: Buffer.alloc(0) }])).toThrow(RangeError)
  })

  test('cannot have a name twice', () => {
    const file = { name: 'a', content: Buffer.alloc(1) }
    expect(() => packFiles([file, file])).toThrow('twice')
  })

  test('come out as they went in, whatever they are named and hold', () => {
    const entry = fc.record({
      name: fc.string({ unit: 'grapheme', minLength: 1 }).filter(isSafeName),
      content: fc.uint8Array({ maxLength: 200 }),
    })
    const bundle = fc.uniqueArray(entry, { selector: ({ name }) => name, maxLength: 8 })
    fc.assert(
      fc.property(bundle, (given) => {
        const unpacked = unpackFiles(packFiles(given))
        expect(unpacked.map(({ name, content }) => [name, [...content]])).toEqual(
          given.map(({ name, content }) => [name, [...content]]),
        )
      }),
      { seed, numRuns: runs(100) },
    )
  })

  test('are refused when a hostile name was packed by somebody else', () => {
    const packed = packFiles([{ name: 'aa/hostile', content: Buffer.from('x') }])
    const hostile = Buffer.from(packed.toString('latin1').replace('aa/', '../'), 'latin1')
    expect(() => unpackFiles(hostile)).toThrow('does not stay in its folder')
  })
})
