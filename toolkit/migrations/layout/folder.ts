/** A folder of migrations as it is on disk, and everything that is found wrong with it. */
import { isUtf8 } from 'node:buffer'
import { basename, dirname, join } from 'node:path'
import { Failure, failuresIn } from '../../model/failure.ts'
import { folderReader, Unreadable } from '../../sources/checkout.ts'
import { checksumOf } from '../checksum.ts'
import { readDirectives } from '../directives.ts'
import { foreignMarkers, type OtherTool } from '../markers.ts'
import type { Migration, MigrationFile } from '../migration.ts'
import { type Listing, listFiles } from './listing.ts'

/** What a layout makes of one migration. */
export interface Parts {
  readonly version: string
  readonly name: string
  /** File names within the folder. */
  readonly up: string
  readonly down: string
}

/** What a layout of another tool makes of one migration. */
export interface Adopted {
  readonly version: string
  readonly name: string
  readonly up: MigrationFile
  readonly down: MigrationFile | undefined
  /** Why it cannot be undone when it has no way down: other tools do not ask for one. */
  readonly without: string
}

export interface Folder {
  /** Relative to the workspace. */
  readonly path: string
  /** The `.sql` files and the MANIFEST of the folder and of its `rollback/`, relative to the folder, in the order of their names. */
  readonly files: readonly string[]
  /** What else is there: it is not read. Folders have a `/` behind their names. */
  readonly others: readonly string[]
  readonly problems: readonly Failure[]
  /** Every file that `text` has given, in the order of their names. */
  read(): readonly MigrationFile[]
  problem(code: string, file: string, line: number, what: string, fix: string): void
  text(file: string): MigrationFile | undefined
  /** The migration, unless something is wrong with its files: that is among the problems then. */
  migration(parts: Parts): Migration | undefined
  /**
   * The same for files that another tool has run so far.
   * @param own the tool whose marks the layout has read
   */
  adopted(parts: Adopted, own: OtherTool | undefined): Migration | undefined
}

/** Bytes: the server takes no message that is much longer. */
const LARGEST_MIGRATION = 128 * 1024 * 1024

/** Why bytes are no migration, and what to do. */
function unreadable(bytes: Buffer): { what: string; fix: string } | undefined {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf])))
    return {
      what: 'begins with a byte order mark',
      fix: 'Save it as UTF-8 without one: the server takes it for a word.',
    }
  if (bytes.includes(0)) return { what: 'has a NUL byte', fix: 'Save it as UTF-8 text.' }
  return isUtf8(bytes)
    ? undefined
    : { what: 'is not UTF-8', fix: 'Save it as UTF-8: the server would refuse or misread it.' }
}

export function openFolder(workspace: string, path: string): Folder {
  const problems: Failure[] = []
  const root = join(workspace, path)
  const problem: Folder['problem'] = (code, file, line, what, fix) => {
    problems.push(new Failure({ code, what, fix, source: { file: `${path}/${file}`, line } }))
  }
  const outside = (file: string) =>
    problem('MIGRATION_OUTSIDE', file, 1, `${file} leads out of the checkout.`, 'Put the file itself here.')
  let listing: Listing = { files: [], others: [], outside: undefined }
  try {
    listing = listFiles(workspace, root)
  } catch (cause) {
    problems.push(
      new Failure({
        code: 'MIGRATIONS_MISSING',
        ...((cause as { code?: string }).code === 'ENOTDIR'
          ? { what: `${path} is a file.`, fix: 'Name the folder of the migrations in `directory:`.' }
          : {
              what: `The folder ${path} cannot be read.`,
              fix: 'Check out the repository first, or correct `directory:`.',
            }),
        cause,
      }),
    )
  }
  if (listing.outside !== undefined) {
    const file = join(path, listing.outside).replace(/\/$/, '')
    problems.push(
      new Failure({
        code: 'MIGRATION_OUTSIDE',
        what: `The folder ${file} leads out of the checkout.`,
        fix: 'Put the folder itself there, or correct `directory:`.',
        source: { file, line: 1 },
      }),
    )
  }
  const { files, others } = listing
  const known = new Set(files)
  const given = new Map<string, MigrationFile>()
  const asked = new Map<string, MigrationFile | undefined>()
  const readers = new Map<string, (name: string) => Buffer>()
  const readerOf = (folder: string) => {
    const reader = readers.get(folder) ?? folderReader(workspace, join(root, folder), LARGEST_MIGRATION)
    readers.set(folder, reader)
    return reader
  }
  const text: Folder['text'] = (file) => {
    if (!asked.has(file)) asked.set(file, textOf(file))
    return asked.get(file)
  }
  const textOf: Folder['text'] = (file) => {
    let bytes: Buffer
    try {
      bytes = readerOf(dirname(file))(basename(file))
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      if (error.reason === 'outside') {
        outside(file)
        return undefined
      }
      const why = error.reason === 'missing' ? 'it leads nowhere' : error.message
      problem(
        'MIGRATION_UNREADABLE',
        file,
        1,
        `${file} cannot be read: ${why}.`,
        'Put a file there that can be read, or remove it.',
      )
      return undefined
    }
    const wrong = unreadable(bytes)
    if (wrong !== undefined) {
      problem('MIGRATION_UNREADABLE', file, 1, `${file} ${wrong.what}.`, wrong.fix)
      return undefined
    }
    const found = { file: `${path}/${file}`, sql: bytes.toString('utf8') }
    given.set(file, found)
    return found
  }
  const irreversibleOf = ({ file, sql }: MigrationFile): string | undefined => {
    try {
      return readDirectives(file, sql).irreversible
    } catch (error) {
      const known = failuresIn(error)
      if (known.length === 0) throw error
      problems.push(...known)
      return undefined
    }
  }
  const isOurs = ({ file, sql }: MigrationFile, own?: OtherTool): boolean => {
    const foreign = foreignMarkers(file, sql, own)
    problems.push(...foreign)
    return foreign.length === 0
  }
  const adopted: Folder['adopted'] = ({ version, name, up, down, without }, own) => {
    const ours = [up, ...(down === undefined ? [] : [down])].filter((each) => !isOurs(each, own))
    if (ours.length > 0) return undefined
    const said = irreversibleOf(up)
    const irreversible = said ?? (down === undefined ? without : undefined)
    return {
      version,
      name,
      up,
      down: said === undefined ? down : undefined,
      irreversible,
      adopted: true,
      checksum: checksumOf(up.sql),
    }
  }
  const migration: Folder['migration'] = (parts) => {
    const up = text(parts.up)
    if (up === undefined || !isOurs(up)) return undefined
    const irreversible = irreversibleOf(up)
    const hasDown = known.has(parts.down)
    if (!hasDown && irreversible === undefined) {
      problem(
        'ROLLBACK_MISSING',
        parts.up,
        1,
        `${parts.up} cannot be rolled back.`,
        `Add ${parts.down}, or say why not at its head: \`-- migrate: irreversible: <reason>\`.`,
      )
      return undefined
    }
    if (hasDown && irreversible !== undefined) {
      problem(
        'ROLLBACK_UNEXPECTED',
        parts.down,
        1,
        `${parts.up} says that it cannot be undone, and ${parts.down} undoes it.`,
        'Remove one of the two.',
      )
      return undefined
    }
    const { version, name } = parts
    const down = hasDown ? text(parts.down) : undefined
    if (hasDown && (down === undefined || !isOurs(down))) return undefined
    return { version, name, up, down, irreversible, checksum: checksumOf(up.sql) }
  }
  const read = () => files.flatMap((file) => given.get(file) ?? [])
  return { path, files, others, problems, read, problem, text, migration, adopted }
}
