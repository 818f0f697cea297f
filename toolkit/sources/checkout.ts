/**
 * The one way to read a file of the checkout. Links are followed inside of it and refused outside; only an ordinary file
 * is ever opened, because a pipe is waited for, and a device has no end.
 */
import { isUtf8 } from 'node:buffer'
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs'
import { isAbsolute, join, relative, sep } from 'node:path'
import { Failure } from '../model/failure.ts'
import type { Source } from '../model/source.ts'

/** Bytes; nothing that people write is larger. */
export const LARGEST_FILE = 32 * 1024 * 1024

/** Why a path cannot be read. */
export type Reason = 'missing' | 'outside' | 'special' | 'large' | 'refused'

/** Told by the caller in its own words; `message` continues a sentence: `it does not exist`. */
export class Unreadable extends Error {
  readonly reason: Reason

  constructor(reason: Reason, message: string, cause?: unknown) {
    super(message, { cause })
    this.reason = reason
  }
}

function ofSystem(error: unknown): Unreadable {
  const { code = String(error) } = error as NodeJS.ErrnoException // of the system
  if (code === 'ENOENT' || code === 'ENOTDIR') return new Unreadable('missing', 'it does not exist', error)
  if (code === 'ELOOP') return new Unreadable('refused', 'its links lead in a circle', error)
  if (code === 'ERR_INVALID_ARG_VALUE')
    return new Unreadable('missing', 'no file can have such a name', error)
  return new Unreadable('refused', `the system refuses it (${code})`, error)
}

function asked<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw error instanceof Unreadable ? error : ofSystem(error)
  }
}

/**
 * Where something of the checkout really is, as an absolute path.
 * @param path relative to the workspace, or absolute
 * @throws Unreadable missing, outside, refused
 */
export function placeWithin(workspace: string, path: string): string {
  return asked(() => {
    const root = realpathSync.native(workspace)
    const place = realpathSync.native(isAbsolute(path) ? path : join(root, path))
    const way = relative(root, place)
    if (way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way))
      throw new Unreadable('outside', 'it leads out of the checkout')
    // Git's own files hold the token that the checkout was made with.
    if (way.split(sep).includes('.git')) throw new Unreadable('outside', 'it leads into .git')
    return place
  })
}

const kinds = [
  ['isFIFO', 'a pipe'],
  ['isSocket', 'a socket'],
  ['isCharacterDevice', 'a device'],
  ['isBlockDevice', 'a device'],
  ['isDirectory', 'a folder'],
] as const

function requireOrdinary(stats: Stats, largest: number): void {
  if (!stats.isFile()) {
    const kind = kinds.find(([is]) => stats[is]())?.[1] ?? 'no file'
    throw new Unreadable('special', `it is ${kind}`)
  }
  if (stats.size > largest) throw tooLarge(largest)
}

function tooLarge(largest: number): Unreadable {
  return new Unreadable('large', `it is larger than ${largest / 1024 / 1024} MiB`)
}

/** The bytes of a file that may be anywhere; it is no pipe, device, socket or folder. @throws Unreadable */
export function readOrdinary(place: string, largest = LARGEST_FILE): Buffer {
  return asked(() => readAs(place, statSync(place), largest))
}

/** @param before what was there a moment ago */
function readAs(place: string, before: Stats, largest: number): Buffer {
  return asked(() => {
    requireOrdinary(before, largest)
    // What it has become since then must not be waited for.
    const descriptor = openSync(place, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY)
    try {
      const stats = fstatSync(descriptor)
      requireOrdinary(stats, largest)
      if (stats.ino !== before.ino || stats.dev !== before.dev)
        throw new Unreadable('refused', 'it was replaced while it was read')
      return readAll(descriptor, stats.size, largest)
    } finally {
      closeSync(descriptor)
    }
  })
}

/** Files of the system have no size, and a file may grow: it ends where nothing more is read. */
function readAll(descriptor: number, size: number, largest: number): Buffer {
  const full: Buffer[] = []
  // One more than there should be, which tells that there is nothing more.
  let chunk = Buffer.allocUnsafe(size + 1)
  let [taken, total] = [0, 0]
  for (;;) {
    const count = readSync(descriptor, chunk, taken, chunk.length - taken, null)
    taken += count
    total += count
    // An ordinary file has ended where less is read than there was room for.
    if (count === 0 || (total === size && size > 0)) break
    if (total > largest) throw tooLarge(largest)
    if (taken < chunk.length) continue
    full.push(chunk)
    chunk = Buffer.allocUnsafe(64 * 1024)
    taken = 0
  }
  const rest = chunk.subarray(0, taken)
  return full.length === 0 ? rest : Buffer.concat([...full, rest])
}

/**
 * The bytes of a file of the checkout.
 * @param path relative to the workspace, or absolute
 * @param largest bytes
 * @throws Unreadable
 */
export function readWithin(workspace: string, path: string, largest = LARGEST_FILE): Buffer {
  return readOrdinary(placeWithin(workspace, path), largest)
}

/**
 * Reads files of one folder of the checkout. Where the folder really is, is asked once: of a file that is no link there is
 * nothing more to ask.
 * @param path of the folder, relative to the workspace, or absolute
 * @param largest bytes
 * @returns reads the file of a name; throws Unreadable
 */
export function folderReader(
  workspace: string,
  path: string,
  largest = LARGEST_FILE,
): (name: string) => Buffer {
  const folder = placeWithin(workspace, path)
  return (name) => {
    // There may be thousands: of a plain name nothing has to be made out.
    if (/[\\/]/.test(name) || name.startsWith('.')) return readWithin(workspace, join(folder, name), largest)
    const place = `${folder}${sep}${name}`
    const found = asked(() => lstatSync(place))
    return found.isSymbolicLink() ? readWithin(workspace, place, largest) : readAs(place, found, largest)
  }
}

/** Whether a path, as it is written, is one of the checkout; links are not looked at. */
export function leadsWithin(workspace: string, path: string): boolean {
  const way = relative(workspace, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

/**
 * The bytes of a file that whoever wrote the workflow names: an absolute path may be anywhere, a relative one is within
 * the checkout.
 * @throws Unreadable
 */
export function readNamed(workspace: string, path: string): Buffer {
  const free = isAbsolute(path) && !leadsWithin(workspace, path)
  return free ? readOrdinary(path) : readWithin(workspace, path)
}

const codes: Readonly<Record<Reason, string>> = {
  missing: 'PATH_MISSING',
  outside: 'PATH_OUTSIDE',
  special: 'FILE_UNREADABLE',
  large: 'FILE_UNREADABLE',
  refused: 'FILE_UNREADABLE',
}
const fixes: Readonly<Record<Reason, string>> = {
  missing: 'Correct it, and make sure that the repository is checked out.',
  outside: 'Put the file itself into the repository, and name it relative to its root.',
  special: 'Put an ordinary file in its place.',
  large: 'Split it, or keep it elsewhere.',
  refused: 'Put a file there that can be read.',
}

/** @param source where the path is written; the path itself unless given */
export function unreadableFailure(path: string, error: Unreadable, source?: Source): Failure {
  const { reason, message } = error
  return new Failure({
    code: codes[reason],
    what: reason === 'missing' ? `${path} does not exist.` : `${path} cannot be read: ${message}.`,
    fix: fixes[reason],
    source: source ?? { file: path },
    cause: error,
  })
}

function told<T>(path: string, source: Source | undefined, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw error instanceof Unreadable ? unreadableFailure(path, error, source) : error
  }
}

/**
 * Bytes as text, of which nothing is lost.
 * @param file they are of
 * @throws Failure FILE_UNREADABLE on the first line that is not UTF-8
 */
export function textOf(bytes: Buffer, file: string): string {
  if (isUtf8(bytes)) return bytes.toString('utf8')
  let line = 1
  let start = 0
  for (let end = bytes.indexOf('\n'); end >= 0; end = bytes.indexOf('\n', start)) {
    if (!isUtf8(bytes.subarray(start, end))) break
    start = end + 1
    line++
  }
  throw new Failure({
    code: 'FILE_UNREADABLE',
    what: 'This is not UTF-8, and what it says cannot be told.',
    fix: 'Save the file as UTF-8.',
    source: { file, line, column: 1 },
  })
}

/**
 * The text of a file of the checkout.
 * @param file relative to the workspace
 * @param source where the file is named
 * @throws Failure PATH_MISSING, PATH_OUTSIDE or FILE_UNREADABLE
 */
export function readSource(workspace: string, file: string, source?: Source): string {
  return textOf(
    told(file, source, () => readWithin(workspace, file)),
    file,
  )
}

/**
 * The bytes of the same.
 * @param largest bytes
 * @throws Failure PATH_MISSING, PATH_OUTSIDE or FILE_UNREADABLE
 */
export function readSourceBytes(
  workspace: string,
  file: string,
  { source, largest = LARGEST_FILE }: { readonly source?: Source; readonly largest?: number } = {},
): Buffer {
  return told(file, source, () => readWithin(workspace, file, largest))
}

/**
 * What is at a path of the checkout; undefined when nothing is.
 * @param path relative to the workspace
 * @param source where the path is named
 * @throws Failure PATH_OUTSIDE or FILE_UNREADABLE, also for what is neither a file nor a folder
 */
export function kindWithin(workspace: string, path: string, source?: Source): 'file' | 'folder' | undefined {
  return told(path, source, () => {
    try {
      // An absolute path of the repository is none of this machine.
      if (isAbsolute(path)) throw new Unreadable('outside', 'it leads out of the checkout')
      const stats = asked(() => statSync(placeWithin(workspace, path)))
      if (stats.isDirectory()) return 'folder'
      requireOrdinary(stats, Number.POSITIVE_INFINITY)
      return 'file'
    } catch (error) {
      if (
        error instanceof Unreadable &&
        error.reason === 'missing' &&
        leadsWithin(workspace, join(workspace, path))
      )
        return undefined
      if (error instanceof Unreadable && error.reason === 'missing')
        throw new Unreadable('outside', 'it leads out of the checkout')
      throw error
    }
  })
}
