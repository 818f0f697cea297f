/** The files of a bundle as one sequence of bytes: for each, the lengths of name and content, the name, the content. */
import { posix } from 'node:path'

export interface BundledFile {
  /** Relative, with `/`. */
  readonly name: string
  readonly content: Uint8Array
}

const LENGTHS = 8
export const MOST_FILES = 10_000
/** Bytes. A plan file holds the state twice; larger ones than this are no plans. */
export const MOST_BYTES = 512 * 1024 * 1024

/** Whether a name stays where it is put. */
export function isSafeName(name: string): boolean {
  return (
    name !== '' &&
    name.length <= 4_096 &&
    !/[\0\\]/.test(name) &&
    name.isWellFormed() &&
    !posix.isAbsolute(name) &&
    posix.normalize(name) === name &&
    !name.endsWith('/') &&
    name !== '.' &&
    name !== '..' &&
    !name.startsWith('../')
  )
}

/** What is wrong with the files of a bundle. */
function problem(files: readonly BundledFile[]): string | undefined {
  if (files.length > MOST_FILES) return `${files.length} files are more than ${MOST_FILES}`
  const unsafe = files.find(({ name }) => !isSafeName(name))
  if (unsafe !== undefined) return `the file name ${JSON.stringify(unsafe.name)} does not stay in its folder`
  if (new Set(files.map(({ name }) => name)).size < files.length) return 'a file name is there twice'
  const bytes = files.reduce((sum, { content }) => sum + content.length, 0)
  return bytes > MOST_BYTES ? `${bytes} bytes are more than ${MOST_BYTES}` : undefined
}

/** @throws RangeError for files that a bundle must not hold */
export function packFiles(files: readonly BundledFile[]): Buffer {
  const wrong = problem(files)
  if (wrong !== undefined) throw new RangeError(wrong)
  return Buffer.concat(
    files.flatMap(({ name, content }) => {
      const encoded = Buffer.from(name, 'utf8')
      const lengths = Buffer.alloc(LENGTHS)
      lengths.writeUInt32BE(encoded.length, 0)
      lengths.writeUInt32BE(content.length, 4)
      return [lengths, encoded, content]
    }),
  )
}

/** @throws RangeError for bytes that are no packed files, or files that must not be unpacked */
export function unpackFiles(bytes: Buffer): BundledFile[] {
  const files: BundledFile[] = []
  let at = 0
  const take = (length: number): Buffer => {
    if (at + length > bytes.length) throw new RangeError('it ends in the middle of a file')
    at += length
    return bytes.subarray(at - length, at)
  }
  while (at < bytes.length) {
    const lengths = take(LENGTHS)
    const name = take(lengths.readUInt32BE(0)).toString('utf8')
    files.push({ name, content: take(lengths.readUInt32BE(4)) })
  }
  const wrong = problem(files)
  if (wrong !== undefined) throw new RangeError(wrong)
  return files
}
