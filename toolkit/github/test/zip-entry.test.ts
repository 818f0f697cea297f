import { describe, expect, test } from '@jest/globals'
import { strToU8, zipSync } from 'fflate'
import { onlyEntry } from '../zip-entry.ts'

const NAME = 'plan.json'
const TEXT = '{"größe":1}'.repeat(100)

function zipped(text: string, name = NAME, options: Parameters<typeof zipSync>[1] = {}): Buffer {
  return Buffer.from(zipSync({ [name]: strToU8(text) }, options))
}

/** Where its directory begins. */
const central = (zip: Buffer) => zip.readUInt32LE(zip.length - 6)

/** The same byte somewhere else. */
function put(byte: number, ...places: readonly ((zip: Buffer) => number)[]) {
  return edit((zip) => {
    for (const at of places) zip.writeUInt8(byte, at(zip))
  })
}

function edit(change: (zip: Buffer) => void): Buffer {
  const zip = zipped(TEXT)
  change(zip)
  return zip
}

describe('the one file of an archive', () => {
  test.each([
    ['packed', { level: 9 } as const],
    ['stored', { level: 0 } as const],
  ])('is read as it was written, %s', (_how, options) => {
    expect(onlyEntry(zipped(TEXT, NAME, options), NAME, 10_000).toString()).toBe(TEXT)
  })

  test('may be empty', () => expect(onlyEntry(zipped(''), NAME, 0)).toHaveLength(0))

  test('may be as large as is read, and no byte larger', () => {
    const size = Buffer.byteLength(TEXT)
    expect(onlyEntry(zipped(TEXT), NAME, size)).toHaveLength(size)
    expect(() => onlyEntry(zipped(TEXT), NAME, size - 1)).toThrow(/are the most/)
  })

  const wrong: readonly (readonly [string, Buffer, RegExp])[] = [
    ['nothing', Buffer.alloc(0), /no whole zip/],
    ['no archive', Buffer.from(TEXT), /no whole zip/],
    ['a comment at its end', Buffer.concat([zipped(TEXT), Buffer.from('x')]), /behind it/],
    ['something before it', Buffer.concat([Buffer.from('x'), zipped(TEXT)]), /directory is not where/],
    ['no file', Buffer.from(zipSync({})), /no whole zip/],
    ['two files', Buffer.from(zipSync({ [NAME]: strToU8('a'), b: strToU8('b') })), /2 files/],
    ['a file of another name', zipped(TEXT, `../${NAME}`), /not called/],
    ['a name with more behind it', zipped(TEXT, `${NAME}\0.exe`), /not called/],
    ['a link', zipped('/etc', NAME, { os: 3, attrs: 0o120777 << 16 }), /no regular file/],
    ['a folder', zipped('', NAME, { os: 3, attrs: 0o040755 << 16 }), /no regular file/],
    ['an extra field', zipped(TEXT, NAME, { extra: { 1: strToU8('x') } }), /one plain name/],
    ['a comment', zipped(TEXT, NAME, { comment: 'x' }), /one plain name/],
    ['a file that is encrypted', put(1, (zip) => central(zip) + 8), /encrypted/],
    [
      'another method',
      put(
        99,
        () => 8,
        (zip) => central(zip) + 10,
      ),
      /method 99/,
    ],
    ['two names', put(88, () => 30), /contradict/],
    ['two sizes', edit((zip) => void zip.writeUInt32LE(5, 22)), /contradict/],
    ['two checksums', edit((zip) => void zip.writeUInt32LE(5, 14)), /contradict/],
    [
      'a size that is not its file’s',
      edit((zip) => {
        for (const at of [22, central(zip) + 24]) zip.writeUInt32LE(9_999, at)
      }),
      /not what its directory says/,
    ],
    [
      'a smaller size than its file’s',
      edit((zip) => {
        for (const at of [22, central(zip) + 24]) zip.writeUInt32LE(10, at)
      }),
      /cannot be unpacked/,
    ],
    [
      'a checksum that is not its file’s',
      edit((zip) => {
        for (const at of [14, central(zip) + 16]) zip.writeUInt32LE(5, at)
      }),
      /not what its directory says/,
    ],
    ['bytes that cannot be unpacked', edit((zip) => void zip.fill(0xff, 39, 60)), /cannot be unpacked/],
    ['a directory somewhere else', edit((zip) => void zip.writeUInt32LE(3, zip.length - 6)), /not where/],
  ]
  test.each(wrong)('is not read of %s', (_what, zip, why) => {
    expect(() => onlyEntry(zip, NAME, 10_000)).toThrow(why)
  })

  test('is not read of an archive in which one byte is another, unless it is the date', () => {
    const zip = zipped(TEXT)
    const dated = new Set([10, 11, 12, 13, ...[4, 5, 6, 7, 12, 13, 14, 15].map((at) => central(zip) + at)])
    // The version that packs and unpacks, the disk, and the attributes within the text say nothing of the bytes.
    const idle = new Set([4, 5, ...[34, 35, 36, 37, 38, 39, 40].map((at) => central(zip) + at)])
    const ends = new Set([4, 5, 6, 7].map((at) => zip.length - 22 + at))
    for (let at = 0; at < zip.length; at++) {
      if (dated.has(at) || idle.has(at) || ends.has(at)) continue
      const other = Buffer.from(zip)
      other[at] = (other[at] ?? 0) ^ 0x41
      let read: string | undefined
      try {
        read = onlyEntry(other, NAME, 10_000).toString()
      } catch {
        continue
      }
      expect([at, read]).toEqual([at, undefined])
    }
  })
})
