/**
 * The one file of a zip archive that somebody else may have written. Read is just the form that our own archives have
 * (APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16): one entry, nothing before, between or after its parts, so that
 * no two readers can see two different files in it.
 */
import { crc32, inflateRawSync } from 'node:zlib'

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const LOCAL_BYTES = 30
const CENTRAL_BYTES = 46
const END_BYTES = 22
/** Names are UTF-8; the only flag that may be set. */
const UTF8 = 0x0800
const [STORED, DEFLATED] = [0, 8]

function wanted(condition: boolean, otherwise: string): void {
  if (!condition) throw new Error(otherwise)
}

/**
 * @param largest bytes of the file, unpacked
 * @throws Error that says what is wrong with the archive
 */
export function onlyEntry(zip: Buffer, name: string, largest: number): Buffer {
  wanted(zip.length >= LOCAL_BYTES + CENTRAL_BYTES + END_BYTES, 'it is no whole zip archive')
  const end = zip.length - END_BYTES
  wanted(
    zip.readUInt32LE(end) === END && zip.readUInt16LE(end + 20) === 0,
    'it is no whole zip archive, or something stands behind it',
  )
  const entries = zip.readUInt16LE(end + 10)
  wanted(entries === 1 && zip.readUInt16LE(end + 8) === 1, `it holds ${entries} files, and not one`)
  const central = zip.readUInt32LE(end + 16)
  wanted(
    central + zip.readUInt32LE(end + 12) === end && central >= LOCAL_BYTES && central + CENTRAL_BYTES <= end,
    'its directory is not where it says',
  )
  wanted(
    zip.readUInt32LE(central) === CENTRAL && zip.readUInt32LE(0) === LOCAL,
    'it does not begin with its one file',
  )
  const [flags, method] = [zip.readUInt16LE(central + 8), zip.readUInt16LE(central + 10)]
  const [sum, packed, size] = [16, 20, 24].map((at) => zip.readUInt32LE(central + at)) as [
    number,
    number,
    number,
  ] // three of them
  const nameBytes = zip.readUInt16LE(central + 28)
  wanted(
    central + CENTRAL_BYTES + nameBytes === end &&
      zip.readUInt16LE(central + 30) === 0 &&
      zip.readUInt16LE(central + 32) === 0,
    'its directory holds more than one plain name',
  )
  const called = zip.subarray(central + CENTRAL_BYTES, end)
  wanted(called.equals(Buffer.from(name)), `its file is not called ${name}`)
  // The upper half are the rights that Unix gives a file, and its kind: none, or a regular one.
  const kind = zip.readUInt32LE(central + 38) >>> 28
  wanted(kind === 0 || kind === 0o10, 'what it holds is no regular file')
  wanted((flags & ~UTF8) === 0, 'its file is encrypted, or of a form that is not read')
  wanted(zip.readUInt32LE(central + 42) === 0, 'it does not begin with its one file')
  const data = LOCAL_BYTES + nameBytes
  wanted(
    data + packed === central &&
      zip.readUInt16LE(6) === flags &&
      zip.readUInt16LE(8) === method &&
      zip.readUInt32LE(14) === sum &&
      zip.readUInt32LE(18) === packed &&
      zip.readUInt32LE(22) === size &&
      zip.readUInt16LE(26) === nameBytes &&
      zip.readUInt16LE(28) === 0 &&
      zip.subarray(LOCAL_BYTES, data).equals(called),
    'its directory and its file contradict each other',
  )
  wanted(size <= largest, `its file has ${size} bytes, and ${largest} are the most`)
  const bytes = unpacked(zip.subarray(data, central), method, size)
  wanted(bytes.length === size && crc32(bytes) === sum, 'its file is not what its directory says')
  return bytes
}

function unpacked(bytes: Buffer, method: number, size: number): Buffer {
  if (method === STORED) return bytes
  wanted(method === DEFLATED, `its file is packed by method ${method}`)
  try {
    // No more than was said, whatever is in it. One byte at least: zlib takes no less.
    const { buffer, engine } = inflateRawSync(bytes, {
      maxOutputLength: Math.max(1, size),
      info: true,
    }) as unknown as { buffer: Buffer; engine: { bytesWritten: number } } // what `info` gives; its types do not say so
    if (engine.bytesWritten !== bytes.length) throw new Error('something stands behind what is packed')
    return buffer
  } catch (error) {
    throw new Error(`its file cannot be unpacked (${(error as Error).message})`)
  }
}
