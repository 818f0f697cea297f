/** What other tools have recorded of the migrations that they ran: read once, to take a database over. */
import { checksumOf } from '#toolkit/migrations/checksum.ts'
import type { Migration } from '#toolkit/migrations/migration.ts'
import type { Session } from '#toolkit/postgres/session.ts'

/** A table in which a tool keeps what it has applied, told by its columns. */
interface Shape {
  readonly tool: string
  readonly columns: readonly string[]
  /** Which of them names the migration. */
  readonly name: string
  /** Rows that count; all when it is not given. */
  readonly only?: string
}

/** The most telling first: a table is taken for the first shape that it has all columns of. */
const shapes: readonly Shape[] = [
  {
    tool: 'omnibase_infra',
    columns: ['migration_id', 'applied_at', 'checksum', 'source_set'],
    name: 'migration_id',
  },
  {
    tool: 'platform_catalog',
    columns: ['migration_stream', 'domain', 'version', 'checksum'],
    name: 'version',
  },
  { tool: 'omniintelligence', columns: ['migration_name', 'applied_at', 'checksum'], name: 'migration_name' },
  { tool: 'omniclaude', columns: ['filename', 'applied_at'], name: 'filename' },
  {
    tool: 'Flyway',
    columns: ['installed_rank', 'version', 'script', 'success'],
    name: 'script',
    only: 'success',
  },
  { tool: 'node-pg-migrate', columns: ['name', 'run_on'], name: 'name' },
  { tool: 'knex', columns: ['name', 'batch', 'migration_time'], name: 'name' },
  { tool: 'omninode_cloud', columns: ['version', 'applied_at', 'checksum'], name: 'version' },
  { tool: 'dbmate', columns: ['version'], name: 'version' },
]

const times = ['applied_at', 'run_on', 'migration_time', 'installed_on'] as const

export interface LedgerEntry {
  readonly name: string
  readonly appliedAt: Date | undefined
  readonly checksum: string | undefined
}

export interface Ledger {
  /** `public.schema_migrations` */
  readonly table: string
  readonly tool: string
  readonly entries: readonly LedgerEntry[]
}

interface Candidate {
  readonly table: string
  readonly columns: readonly string[]
}

/** All ledgers of the database, outside of our own history. */
export async function readLedgers(session: Session, historySchema: string): Promise<Ledger[]> {
  const candidates = await session.query<Candidate>(
    `SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS table, array_agg(a.attname::text) AS columns
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE c.relkind IN ('r', 'p') AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', $1)
        AND c.relname ~ 'migration|schema_history|schema_version|changelog'
      GROUP BY 1 ORDER BY 1`,
    [historySchema],
  )
  const ledgers: Ledger[] = []
  for (const { table, columns } of candidates) {
    const shape = shapes.find((each) => each.columns.every((column) => columns.includes(column)))
    // An audit log has rows for what was undone as well.
    if (shape === undefined || columns.includes('direction')) continue
    const time = times.find((each) => columns.includes(each))
    const rows = await session.query<{ name: string; at: Date | null; checksum: string | null }>(
      `SELECT ${shape.name}::text AS name, ${time === undefined ? 'NULL' : `${time}::timestamptz`} AS at,
              ${columns.includes('checksum') ? 'checksum::text' : 'NULL'} AS checksum
         FROM ${table}${shape.only === undefined ? '' : ` WHERE ${shape.only}`} ORDER BY 2, 1`,
    )
    ledgers.push({
      table,
      tool: shape.tool,
      entries: rows.map(({ name, at, checksum }) => ({
        name,
        appliedAt: at ?? undefined,
        checksum: checksum ?? undefined,
      })),
    })
  }
  return ledgers
}

/** `docker/0042_x.sql` and `node:runtime:0042_x.sql` are called `0042_x`. */
function stem(name: string): string {
  return name.replace(/^.*[/:]/, '').replace(/(?:\.up)?\.sql$/, '')
}

export interface Adoption {
  readonly migration: Migration
  readonly entry: LedgerEntry
  /** The ledger's checksum is one, and not that of the file. */
  readonly differs: boolean
}

/** The files that a ledger speaks of, and the entries for which there is no file. */
export function matchLedger({ entries }: Ledger, migrations: readonly Migration[]) {
  const byStem = new Map(migrations.map((migration) => [stem(migration.up.file), migration]))
  const byVersion = new Map(migrations.map((migration) => [migration.version, migration]))
  const adopted: Adoption[] = []
  const unknown: LedgerEntry[] = []
  for (const entry of entries) {
    const migration = byStem.get(stem(entry.name)) ?? byVersion.get(stem(entry.name))
    if (migration === undefined) unknown.push(entry)
    else adopted.push({ migration, entry, differs: differs(entry.checksum, migration) })
  }
  return { adopted, unknown }
}

/** Checksums that say `applied-by-runner` or the like prove nothing, and contradict nothing. */
function differs(checksum: string | undefined, { checksum: own, up }: Migration): boolean {
  const digits = /^(?:sha256:)?([0-9a-f]{64})$/.exec(checksum ?? '')?.[1]
  return digits !== undefined && digits !== own.slice(7) && digits !== checksumOf(up.sql).slice(7)
}
