/** The migration files of a folder: in order, complete, and with the checksums that history remembers. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '#toolkit/model/failure.ts'

export interface MigrationFile {
  /** Relative to the workspace. */
  readonly file: string
  readonly sql: string
}

export interface Migration {
  /** `0003` */
  readonly version: string
  /** `tenant_api_keys_by_tenant` */
  readonly name: string
  readonly up: MigrationFile
  readonly down: MigrationFile
  /** `sha256:` of the up file with LF line ends. */
  readonly checksum: string
}

export interface MigrationFolder {
  readonly migrations: readonly Migration[]
  readonly problems: readonly Failure[]
}

const layout = /^(\d{4})_([a-z0-9][a-z0-9_]*)\.(up|down)\.sql$/

export function checksumOf(sql: string): string {
  return `sha256:${createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex')}`
}

interface Found {
  readonly version: string
  readonly name: string
  up?: MigrationFile
  down?: MigrationFile
}

/**
 * Reads `NNNN_name.up.sql` with `NNNN_name.down.sql`. Everything wrong is told at once: names that fit no layout,
 * duplicates, gaps, and migrations that cannot be undone because their down file is missing.
 * @param folder relative to the workspace
 */
export function readMigrations(workspace: string, folder: string): MigrationFolder {
  const problems: Failure[] = []
  const problem = (code: string, file: string, what: string, fix: string) =>
    problems.push(new Failure({ code, what, fix, source: { file: `${folder}/${file}`, line: 1 } }))
  let names: string[]
  try {
    names = readdirSync(join(workspace, folder)).sort()
  } catch (cause) {
    const failure = new Failure({
      code: 'MIGRATIONS_MISSING',
      what: `The folder ${folder} cannot be read.`,
      fix: 'Check out the repository first, or correct `directory:`.',
      cause,
    })
    return { migrations: [], problems: [failure] }
  }

  const found = new Map<string, Found>()
  for (const file of names) {
    if (!file.endsWith('.sql')) continue
    const [, version, name, direction] = layout.exec(file) ?? []
    if (version === undefined || name === undefined) {
      problem(
        'MIGRATION_NAME',
        file,
        `${file} is not named like a migration.`,
        'Name it NNNN_name.up.sql or NNNN_name.down.sql, in lower case.',
      )
      continue
    }
    const key = `${version}_${name}`
    const entry: Found = found.get(key) ?? { version, name }
    const content = { file: `${folder}/${file}`, sql: readFileSync(join(workspace, folder, file), 'utf8') }
    if (direction === 'up') entry.up = content
    else entry.down = content
    found.set(key, entry)
  }

  const migrations: Migration[] = []
  let expected = 1
  for (const [key, { version, name, up, down }] of found) {
    if (up === undefined) {
      problem(
        'MIGRATION_MISSING',
        `${key}.down.sql`,
        `${key} has no up file.`,
        `Add ${key}.up.sql, or remove its down file.`,
      )
    } else if (down === undefined) {
      problem('ROLLBACK_MISSING', `${key}.up.sql`, `${key} cannot be rolled back.`, `Add ${key}.down.sql.`)
    }
    const previous = migrations.at(-1)
    if (previous?.version === version) {
      problem(
        'MIGRATION_DUPLICATE',
        `${key}.up.sql`,
        `${key} has the number of ${version}_${previous.name}.`,
        'Give one of them the next free number.',
      )
    } else if (Number(version) !== expected) {
      problem(
        'MIGRATION_GAP',
        `${key}.up.sql`,
        `${key} follows number ${String(expected - 1).padStart(4, '0')}.`,
        `Number it ${String(expected).padStart(4, '0')}, or add what is missing.`,
      )
    }
    expected = Number(version) + 1
    if (up !== undefined && down !== undefined) {
      migrations.push({ version, name, up, down, checksum: checksumOf(up.sql) })
    }
  }
  return { migrations, problems }
}

/** `db/migrations/0003_name`, as plans and outcomes name it. */
export function addressOf({ up }: Pick<Migration, 'up'>): string {
  return up.file.replace(/\.up\.sql$/, '')
}
