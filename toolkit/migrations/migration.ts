/** A migration on disk: what history knows it by, and its two files. */
import type { Failure } from '../model/failure.ts'

export interface MigrationFile {
  /** Relative to the workspace. */
  readonly file: string
  readonly sql: string
}

export interface Migration {
  /** What history knows it by: `0003`, `042`, `20260131_add_tenants`. */
  readonly version: string
  /** `tenant_api_keys_by_tenant` */
  readonly name: string
  readonly up: MigrationFile
  /** Undefined only when the up file says that, and why, it cannot be undone. */
  readonly down: MigrationFile | undefined
  readonly irreversible: string | undefined
  /** Its file is another tool's as well, which may have applied it as it is. */
  readonly adopted?: true
  /** `sha256:` of the up file with LF line ends. */
  readonly checksum: string
}

export interface MigrationFolder {
  /** In the order of application. */
  readonly migrations: readonly Migration[]
  /** Everything that was read, as it was read: what leads up and down, and what gives the order. */
  readonly files: readonly MigrationFile[]
  readonly problems: readonly Failure[]
}

/** `db/migrations/0003_name`, as plans and outcomes name it. */
export function migrationAddress({ up }: Pick<Migration, 'up'>): string {
  return up.file.replace(/(?:\.up)?\.sql$/, '')
}

/** `0003_name`, `20260131_name`: what people call a migration, whatever of it is its version. */
export function stemOf({ version, name }: Pick<Migration, 'version' | 'name'>): string {
  return version === name || version.endsWith(`_${name}`) ? version : `${version}_${name}`
}
