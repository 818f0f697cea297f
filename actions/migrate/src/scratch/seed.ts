/** A few rows in every empty table: locks show without them, but what is read or rewritten shows only with rows. */
import pg from 'pg'
import type { HistoryTable } from '../history.ts'

const ROWS = 10

interface SeedColumn {
  readonly table: string
  readonly column: string
  readonly type: string
  readonly category: string
  readonly labels: readonly string[] | null
  readonly length: number | null
  readonly required: boolean
  /** `schema.table` and column that it refers to. */
  readonly target: string | null
  readonly target_column: string | null
}

/** Columns that somebody has to give: not identity, generated or with a default. */
const COLUMNS = `
  SELECT format('%I.%I', n.nspname, c.relname) AS table, a.attname AS column, format_type(a.atttypid, a.atttypmod) AS type,
         CASE WHEN t.typtype = 'e' THEN 'E' ELSE t.typcategory::text END AS category,
         (SELECT array_agg(enumlabel::text ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = t.oid) AS labels,
         CASE WHEN t.typname IN ('varchar', 'bpchar') AND a.atttypmod > 4 THEN a.atttypmod - 4 END AS length,
         a.attnotnull AS required,
         (SELECT k.confrelid::regclass::text FROM pg_constraint k WHERE k.contype = 'f' AND k.conrelid = c.oid AND k.conkey = ARRAY[a.attnum] LIMIT 1) AS target,
         (SELECT f.attname FROM pg_constraint k JOIN pg_attribute f ON f.attrelid = k.confrelid AND f.attnum = k.confkey[1]
           WHERE k.contype = 'f' AND k.conrelid = c.oid AND k.conkey = ARRAY[a.attnum] LIMIT 1) AS target_column
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_type t ON t.oid = a.atttypid
   WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', $1)
     AND a.attnum > 0 AND NOT a.attisdropped AND a.attidentity = '' AND a.attgenerated = '' AND NOT a.atthasdef
   ORDER BY 1, a.attnum`

const TABLES = `SELECT format('%I.%I', n.nspname, c.relname) AS table
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', $1)
   ORDER BY 1`

/** An expression over `i`, a number from 1; undefined when nothing is known of the type. */
function sampleOf({ type, category, labels, length }: SeedColumn): string | undefined {
  if (labels !== null && labels[0] !== undefined) return `${pg.escapeLiteral(labels[0])}::${type}`
  if (category === 'N') return `i::${type}`
  if (category === 'B') return 'true'
  if (category === 'S') return `left('seed ' || i, ${length ?? 60})::${type}`
  if (category === 'D') return `(timestamp '2026-01-01' + i * interval '1 day')::${type}`
  if (category === 'A') return `'{}'::${type}`
  if (category === 'T') return `(i || ' s')::${type}`
  if (type === 'uuid') return 'gen_random_uuid()'
  if (type === 'bytea') return "decode(lpad(to_hex(i), 8, '0'), 'hex')"
  if (type === 'jsonb' || type === 'json') return `'{}'::${type}`
  if (type === 'inet' || type === 'cidr') return `('10.0.0.' || i)::${type}`
  return undefined
}

function insertOf(table: string, columns: readonly SeedColumn[]): string | undefined {
  const given = columns.flatMap((column) => {
    const { target, target_column: key } = column
    // A row that refers to its own table can only do without.
    const value =
      target === null
        ? sampleOf(column)
        : target === table || `public.${target}` === table
          ? undefined
          : `(SELECT ${pg.escapeIdentifier(key ?? '')} FROM ${target} ORDER BY 1 OFFSET (i - 1) % ${ROWS} LIMIT 1)`
    return value === undefined ? [] : [{ column, value }]
  })
  const missing = columns.some((column) => column.required && !given.some((each) => each.column === column))
  if (missing) return undefined
  const into = given.length === 0 ? 'DEFAULT VALUES' : undefined
  if (into !== undefined) return `INSERT INTO ${table} ${into}`
  const names = given.map(({ column }) => pg.escapeIdentifier(column.column)).join(', ')
  const values = given.map(({ value }) => value).join(', ')
  return `INSERT INTO ${table} (${names}) SELECT ${values} FROM generate_series(1, ${ROWS}) AS i`
}

/**
 * Seeds what is empty, parents first: a table whose parents are not seeded yet is tried again after the others.
 * @returns the tables that stayed empty: what is read there cannot be told
 */
export async function seed(client: pg.Client, history: HistoryTable): Promise<readonly string[]> {
  const { rows: tables } = await client.query<{ table: string }>(TABLES, [history.schema])
  const { rows } = await client.query<SeedColumn>(COLUMNS, [history.schema])
  let left = tables.map(({ table }) => table)
  for (let before = left.length + 1; left.length > 0 && left.length < before; ) {
    before = left.length
    const failed: string[] = []
    for (const table of left) {
      const insert = insertOf(
        table,
        rows.filter((column) => column.table === table),
      )
      const done =
        insert !== undefined &&
        (await client
          .query(`SELECT FROM ${table} LIMIT 1`)
          .then(
            async ({ rowCount }) => rowCount !== 0 || (await client.query(insert)).rowCount !== 0,
            () => false,
          )
          .catch(() => false))
      if (!done) failed.push(table)
    }
    left = failed
  }
  return left
}
