/** What a text says that is only wrapped: base64, also of what gzip packed, as user data is sent. */
import { gunzipSync } from 'node:zlib'

/** Shorter ones are words. */
const SHORTEST = 16

/** Bytes; what unpacks to more than this is nothing that anybody reads. */
const LONGEST = 1 << 20

/** One in another. */
const MOST_WRAPS = 3

function bytesOf(text: string): Buffer | undefined {
  const plain = text.replace(/[\r\n]/g, '')
  if (plain.length < SHORTEST || !/^[A-Za-z0-9+/]+={0,2}$/.test(plain)) return undefined
  const bytes = Buffer.from(plain, 'base64')
  const unpadded = (each: string) => each.replace(/={1,2}$/, '')
  return unpadded(bytes.toString('base64')) === unpadded(plain) ? bytes : undefined
}

function unzipped(bytes: Buffer): Buffer | undefined {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    return gunzipSync(bytes, { maxOutputLength: LONGEST })
  } catch {
    return undefined // only begins like it, or is larger than anything that is read
  }
}

function textOf(bytes: Buffer): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what no text has
    return /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/.test(text) ? undefined : text
  } catch {
    return undefined // no text
  }
}

/** @returns undefined for what is not wrapped, or holds no text */
export function unwrapped(text: string): string | undefined {
  let found: string | undefined
  for (let wraps = 0; wraps < MOST_WRAPS; wraps++) {
    const bytes = bytesOf(found ?? text)
    const inner = bytes === undefined ? undefined : unzipped(bytes)
    const read = inner === undefined ? undefined : textOf(inner)
    if (read === undefined) return found
    found = read
  }
  return found
}
