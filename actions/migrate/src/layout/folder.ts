/** A folder of migrations as it is on disk, and everything that is found wrong with it. */
import { isUtf8 } from 'node:buffer'
import { readdirSync, readFileSync, realpathSync } from 'node:fs'
import { join, sep } from 'node:path'
import { Failure, failuresIn } from '#toolkit/model/failure.ts'
import { checksumOf } from '../checksum.ts'
import { readDirectives } from '../directives.ts'
import type { Migration, MigrationFile } from '../files.ts'

/** What a layout makes of one migration. */
export interface Parts {
  readonly version: string
  readonly name: string
  /** File names within the folder. */
  readonly up: string
  readonly down: string
}

export interface Folder {
  /** Relative to the workspace. */
  readonly path: string
  /** The `.sql` files and the MANIFEST of the folder and of its `rollback/`, relative to the folder, in the order of their names. */
  readonly files: readonly string[]
  readonly problems: readonly Failure[]
  problem(code: string, file: string, line: number, what: string, fix: string): void
  text(file: string): MigrationFile | undefined
  /** The migration, unless something is wrong with its files: that is among the problems then. */
  migration(parts: Parts): Migration | undefined
}

interface Listing {
  readonly files: readonly string[]
  readonly links: ReadonlySet<string>
}

function list(root: string, prefix: string): Listing {
  const entries = readdirSync(join(root, prefix), { withFileTypes: true }).filter(
    (entry) => !entry.isDirectory() && (entry.name.endsWith('.sql') || entry.name === 'MANIFEST'),
  )
  const named = (each: { readonly name: string }) => prefix + each.name
  return {
    files: entries.map(named).sort(),
    links: new Set(entries.filter((entry) => entry.isSymbolicLink()).map(named)),
  }
}

function listAll(root: string): Listing {
  const own = list(root, '')
  try {
    const rollback = list(root, 'rollback/')
    return { files: [...own.files, ...rollback.files], links: new Set([...own.links, ...rollback.links]) }
  } catch {
    return own // there is no such folder
  }
}

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
  let listing: Listing = { files: [], links: new Set() }
  try {
    listing = listAll(root)
  } catch (cause) {
    problems.push(
      new Failure({
        code: 'MIGRATIONS_MISSING',
        what: `The folder ${path} cannot be read.`,
        fix: 'Check out the repository first, or correct `directory:`.',
        cause,
      }),
    )
  }
  const { files } = listing
  const known = new Set(files)
  const text: Folder['text'] = (file) => {
    const outside = () => !realpathSync(join(root, file)).startsWith(realpathSync(workspace) + sep)
    if (listing.links.has(file) && outside()) {
      problem(
        'MIGRATION_OUTSIDE',
        file,
        1,
        `${file} is a link out of the checkout.`,
        'Put the file itself here.',
      )
      return undefined
    }
    const bytes = readFileSync(join(root, file))
    const wrong = unreadable(bytes)
    if (wrong !== undefined) {
      problem('MIGRATION_UNREADABLE', file, 1, `${file} ${wrong.what}.`, wrong.fix)
      return undefined
    }
    return { file: `${path}/${file}`, sql: bytes.toString('utf8') }
  }
  /** A rollback is read when somebody wants it: history keeps those of what is applied. */
  const later = (file: string): MigrationFile => {
    let sql: string | undefined
    return {
      file: `${path}/${file}`,
      get sql() {
        if (sql === undefined) {
          const before = problems.length
          sql = text(file)?.sql
          if (sql === undefined) throw problems[before]
        }
        return sql
      },
    }
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
  const migration: Folder['migration'] = (parts) => {
    const up = text(parts.up)
    if (up === undefined) return undefined
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
    const down = hasDown ? later(parts.down) : undefined
    return { version, name, up, down, irreversible, checksum: checksumOf(up.sql) }
  }
  return { path, files, problems, problem, text, migration }
}
