/** What other tools have recorded of the migrations that they ran: read once, to take a database over. */
import { crc32 } from 'node:zlib'
import { checksumOf } from '#toolkit/migrations/checksum.ts'
import type { Migration } from '#toolkit/migrations/migration.ts'
import type { Session } from '#toolkit/postgres/session.ts'

/** A table in which a tool keeps what it has applied, told by its columns. */
interface Shape {
  readonly tool: string
  readonly columns: readonly string[]
  /** Which of them names the migration. */
  readonly name: string
  /** Rows that are looked at; all when it is not given. */
  readonly only?: string
  /** A row that says of its migration that it is in effect; all do when it is not given. */
  readonly succeeded?: string
  /** A row that says that everything up to its number is in effect. */
  readonly upTo?: string
  /** The row that counts among several of one name: the last in this order. */
  readonly order?: string
  /** How its checksums are made, when not as SHA-256. */
  readonly checksums?: 'crc32'
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
    columns: ['installed_rank', 'version', 'script', 'success', 'type'],
    name: "CASE WHEN type LIKE '%BASELINE' THEN version ELSE script END",
    only: "version IS NOT NULL AND type NOT IN ('SCHEMA', 'DELETE')",
    succeeded: 'success',
    upTo: "type LIKE '%BASELINE' AND success",
    order: 'installed_rank',
    checksums: 'crc32',
  },
  {
    tool: 'Flyway',
    columns: ['installed_rank', 'version', 'script', 'success'],
    name: 'script',
    succeeded: 'success',
    order: 'installed_rank',
    checksums: 'crc32',
  },
  {
    tool: 'goose',
    columns: ['version_id', 'is_applied', 'tstamp'],
    name: 'version_id',
    only: 'version_id > 0',
    order: 'id',
  },
  {
    tool: 'golang-migrate',
    columns: ['version', 'dirty'],
    name: 'version',
    only: 'version >= 0',
    succeeded: 'NOT dirty',
    upTo: 'true',
  },
  { tool: 'node-pg-migrate', columns: ['name', 'run_on'], name: 'name' },
  { tool: 'knex', columns: ['name', 'batch', 'migration_time'], name: 'name' },
  { tool: 'omninode_cloud', columns: ['version', 'applied_at', 'checksum'], name: 'version' },
  { tool: 'dbmate', columns: ['version'], name: 'version' },
]

const times = ['applied_at', 'run_on', 'migration_time', 'installed_on', 'tstamp'] as const

export interface LedgerEntry {
  readonly name: string
  readonly appliedAt: Date | undefined
  readonly checksum: string | undefined
  /** The tool has begun it, and did not come to its end. */
  readonly failed: boolean
  /** Everything up to its number is in effect. */
  readonly upTo: boolean
}

export interface Ledger {
  /** `public.schema_migrations` */
  readonly table: string
  readonly tool: string
  readonly entries: readonly LedgerEntry[]
  readonly checksums: Shape['checksums']
}

interface Row {
  readonly name: string
  readonly at: Date | null
  readonly checksum: string | null
  readonly succeeded: boolean
  readonly upTo: boolean
  /** False for what was undone by a row of its own. */
  readonly applied: boolean
  readonly undone: boolean
}

/** What a tool has undone later, is not in effect. Rows come in the order in which they were written. */
function lastOf(rows: readonly Row[]): LedgerEntry[] {
  const entries = new Map<string, LedgerEntry>()
  for (const { name, at, checksum, succeeded, upTo, applied, undone } of rows) {
    // `U2__x.sql` undoes `V2__x.sql`.
    const about = undone ? name.replace(/^U/, 'V') : name
    entries.delete(about)
    if (!applied || undone) continue
    entries.set(about, {
      name,
      appliedAt: at ?? undefined,
      checksum: checksum ?? undefined,
      failed: !succeeded,
      upTo,
    })
  }
  return [...entries.values()]
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
        AND c.relname ~ 'migration|schema_history|schema_version|changelog|db_version'
      GROUP BY 1 ORDER BY 1`,
    [historySchema],
  )
  const ledgers: Ledger[] = []
  for (const { table, columns } of candidates) {
    const shape = shapes.find((each) => each.columns.every((column) => columns.includes(column)))
    // An audit log has rows for what was undone as well.
    if (shape === undefined || columns.includes('direction')) continue
    const time = times.find((each) => columns.includes(each))
    const given = (part: string | undefined, otherwise: string) => part ?? otherwise
    const order = shape.order !== undefined && columns.includes(shape.order) ? shape.order : '1'
    const rows = await session.query<Row>(
      `SELECT (${shape.name})::text AS name, ${time === undefined ? 'NULL' : `${time}::timestamptz`} AS at,
              ${columns.includes('checksum') ? 'checksum::text' : 'NULL'} AS checksum,
              ${given(shape.succeeded, 'true')} AS succeeded, ${given(shape.upTo, 'false')} AS "upTo",
              ${columns.includes('is_applied') ? 'is_applied' : 'true'} AS applied,
              ${columns.includes('installed_rank') && columns.includes('type') ? "type LIKE 'UNDO%'" : 'false'} AS undone
         FROM ${table} WHERE ${given(shape.only, 'true')} ORDER BY ${order}, 1`,
    )
    ledgers.push({ table, tool: shape.tool, checksums: shape.checksums, entries: lastOf(rows) })
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

/** The number that a version is or begins with, part by part: `1.10` comes behind `1.9`. */
function numberOf(text: string): readonly bigint[] | undefined {
  const [digits] = /^\d+(?:[._]\d+)*(?=$|_)/.exec(text) ?? []
  return digits?.split(/[._]/).map(BigInt)
}

function compare(a: readonly bigint[], b: readonly bigint[]): number {
  for (let part = 0; part < Math.max(a.length, b.length); part++) {
    const [x = 0n, y = 0n] = [a[part], b[part]]
    if (x !== y) return x < y ? -1 : 1
  }
  return 0
}

/** The files that a ledger speaks of, the entries for which there is no file, and those that did not come to their end. */
export function matchLedger({ entries, checksums }: Ledger, migrations: readonly Migration[]) {
  const byStem = new Map(migrations.map((migration) => [stem(migration.up.file), migration]))
  const byVersion = new Map(migrations.map((migration) => [migration.version, migration]))
  const numbered = migrations.flatMap((migration) => {
    const number = numberOf(migration.version)
    return number === undefined ? [] : [{ migration, number }]
  })
  /** Several files may begin with one day. */
  const byNumber = (name: string) => {
    const number = numberOf(name)
    const found = numbered.filter((each) => number !== undefined && compare(each.number, number) === 0)
    return found.length === 1 ? found[0]?.migration : undefined
  }
  const adopted = new Map<Migration, Adoption>()
  const unknown: LedgerEntry[] = []
  const failed: LedgerEntry[] = []
  for (const entry of entries) {
    const name = stem(entry.name)
    const migration = byStem.get(name) ?? byVersion.get(name) ?? byNumber(name)
    if (entry.failed) failed.push(entry)
    if (entry.upTo) {
      const last = numberOf(name) ?? []
      for (const each of numbered) {
        const order = compare(each.number, last)
        if (order < 0 || (order === 0 && !entry.failed))
          adopted.set(each.migration, {
            migration: each.migration,
            entry: { ...entry, appliedAt: undefined },
            differs: false,
          })
      }
    }
    if (migration === undefined) unknown.push(entry)
    else if (!entry.upTo && !entry.failed)
      adopted.set(migration, { migration, entry, differs: differs(entry.checksum, migration, checksums) })
  }
  return { adopted: [...adopted.values()], unknown, failed }
}

/** CRC-32 over the lines of a file without their ends, as Flyway has it: a signed number of 32 bits. */
function crcOf(sql: string): number {
  return sql.split(/\r\n|[\r\n]/).reduce((sum, line) => crc32(line, sum), 0) | 0
}

/** Checksums that say `applied-by-runner` or the like prove nothing, and contradict nothing. */
function differs(
  checksum: string | undefined,
  { checksum: own, up }: Migration,
  checksums: Shape['checksums'],
): boolean {
  if (checksums === 'crc32') return /^-?\d+$/.test(checksum ?? '') && Number(checksum) !== crcOf(up.sql)
  const digits = /^(?:sha256:)?([0-9a-f]{64})$/.exec(checksum ?? '')?.[1]
  return digits !== undefined && digits !== own.slice(7) && digits !== checksumOf(up.sql).slice(7)
}
