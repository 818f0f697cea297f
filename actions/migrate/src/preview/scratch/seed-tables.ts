/** The tables of a database, as somebody who wants to put rows into them must know them. */
import type pg from 'pg'
import type { HistoryTable } from '#toolkit/migrations/history-table.ts'
import type { Shape } from './sample.ts'

export interface SeedColumn extends Omit<Shape, 'allowed'> {
  readonly table: number
  readonly column: string
  readonly required: boolean
  /** Somebody has to give it: it has no default, and is neither identity nor generated. */
  readonly bare: boolean
  readonly generated: boolean
  readonly checks: readonly string[] | null
}

export interface SeedTable {
  readonly oid: number
  /** `public.tenants`, quoted as needed. */
  readonly name: string
  /** As a reader knows it: without `public`. */
  readonly title: string
  readonly partitioned: boolean
  /** Of a partitioned table: how, and by which columns. */
  readonly strategy: 'list' | 'range' | 'hash' | null
  readonly keys: readonly string[] | null
  /** Of a partition: its parent and its bound. */
  readonly parent: number | null
  readonly bound: string | null
}

export interface ForeignKey {
  readonly table: number
  readonly columns: readonly string[]
  readonly target: number
  readonly targetColumns: readonly string[]
}

/** $1 is the schema of our own history. */
const MINE = `c.relkind IN ('r', 'p') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND ($1 = 'public' OR n.nspname <> $1)
  AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')`

const TABLES = `
  SELECT c.oid::int8::float8 AS oid, format('%I.%I', n.nspname, c.relname) AS name,
         CASE n.nspname WHEN 'public' THEN quote_ident(c.relname) ELSE format('%I.%I', n.nspname, c.relname) END AS title,
         c.relkind = 'p' AS partitioned, CASE p.partstrat WHEN 'l' THEN 'list' WHEN 'r' THEN 'range' WHEN 'h' THEN 'hash' END AS strategy,
         (SELECT array_agg(coalesce(a.attname::text, '') ORDER BY k.place) FROM unnest(p.partattrs::int2[]) WITH ORDINALITY AS k (number, place)
            LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.number) AS keys,
         CASE WHEN c.relispartition THEN (SELECT i.inhparent::int8::float8 FROM pg_inherits i WHERE i.inhrelid = c.oid) END AS parent,
         pg_get_expr(c.relpartbound, c.oid) AS bound
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_partitioned_table p ON p.partrelid = c.oid
   WHERE ${MINE} ORDER BY 2`

/** Domains are looked through, and arrays for their elements. */
const COLUMNS = `
  SELECT c.oid::int8::float8 AS table, a.attname AS column, format_type(a.atttypid, a.atttypmod) AS type,
         e.typname AS name, s.nspname AS schema, b.typcategory = 'A' AS array, a.attnotnull OR t.typnotnull AS required,
         a.attgenerated <> '' AS generated, a.attidentity = '' AND NOT a.atthasdef AND t.typdefault IS NULL AS bare,
         CASE WHEN e.typname IN ('varchar', 'bpchar') AND m.typmod > 4 THEN m.typmod - 4 END AS length,
         CASE WHEN e.typtype = 'e' THEN coalesce((SELECT array_agg(l.enumlabel::text ORDER BY l.enumsortorder) FROM pg_enum l WHERE l.enumtypid = e.oid), '{}') END AS labels,
         (SELECT array_agg(pg_get_constraintdef(k.oid)) FROM pg_constraint k
           WHERE k.contype = 'c' AND (k.conrelid = c.oid AND k.conkey = ARRAY[a.attnum] OR k.contypid = t.oid)) AS checks
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
         JOIN pg_type t ON t.oid = a.atttypid
         JOIN pg_type b ON b.oid = coalesce(nullif(t.typbasetype, 0), t.oid)
         JOIN pg_type e ON e.oid = CASE WHEN b.typcategory = 'A' AND b.typelem <> 0 THEN b.typelem ELSE b.oid END
         JOIN pg_namespace s ON s.oid = e.typnamespace
         CROSS JOIN LATERAL (SELECT CASE WHEN t.typbasetype = 0 THEN a.atttypmod ELSE t.typtypmod END AS typmod) m
   WHERE ${MINE} AND a.attnum > 0 AND NOT a.attisdropped ORDER BY 1, a.attnum`

const FOREIGN_KEYS = `
  SELECT k.conrelid::int8::float8 AS table, k.confrelid::int8::float8 AS target,
         (SELECT array_agg(a.attname::text ORDER BY x.place) FROM unnest(k.conkey) WITH ORDINALITY AS x (number, place)
            JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = x.number) AS columns,
         (SELECT array_agg(a.attname::text ORDER BY x.place) FROM unnest(k.confkey) WITH ORDINALITY AS x (number, place)
            JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = x.number) AS "targetColumns"
    FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
   WHERE k.contype = 'f' AND ${MINE}
     AND NOT EXISTS (SELECT FROM pg_constraint p WHERE p.oid = k.conparentid AND p.conrelid = k.conrelid) ORDER BY k.conname`

export interface Ground {
  readonly tables: readonly SeedTable[]
  tableOf(oid: number | null): SeedTable | undefined
  columnsOf(table: SeedTable): readonly SeedColumn[]
  foreignKeysOf(table: SeedTable): readonly ForeignKey[]
  /** Whether rows of other tables refer to a column. */
  isReferred(table: SeedTable, column: string): boolean
}

function grouped<Row extends { readonly table: number }>(rows: readonly Row[]) {
  const groups = new Map<number, Row[]>()
  for (const row of rows) groups.set(row.table, [...(groups.get(row.table) ?? []), row])
  return ({ oid }: SeedTable): readonly Row[] => groups.get(oid) ?? []
}

export async function readGround(client: pg.Client, { schema }: HistoryTable): Promise<Ground> {
  const { rows: tables } = await client.query<SeedTable>(TABLES, [schema])
  const { rows: columns } = await client.query<SeedColumn>(COLUMNS, [schema])
  const { rows: keys } = await client.query<ForeignKey>(FOREIGN_KEYS, [schema])
  const byOid = new Map(tables.map((table) => [table.oid, table]))
  const referred = new Set(
    keys.flatMap(({ target, targetColumns }) => targetColumns.map((column) => `${target} ${column}`)),
  )
  return {
    tables,
    tableOf: (oid) => (oid === null ? undefined : byOid.get(oid)),
    columnsOf: grouped(columns),
    foreignKeysOf: grouped(keys),
    isReferred: ({ oid }, column) => referred.has(`${oid} ${column}`),
  }
}

/** What stands between the first beginning and the end that follows it; undefined when nothing does. */
function between(text: string, begin: RegExp, end: string): string | undefined {
  const found = begin.exec(text)
  if (found === null) return undefined
  const from = found.index + found[0].length
  const to = text.indexOf(end, from)
  return to > from ? text.slice(from, to) : undefined
}

/** The literals of a check like `status = ANY (ARRAY['open'::text, 'done'::text])`. */
export function allowedBy(checks: readonly string[] | null): readonly string[] {
  for (const check of checks ?? []) {
    const list = between(check, /= ANY \(+ARRAY\[/, ']') ?? between(check, /= ANY \('\{/, "}'")
    if (list === undefined) continue
    const quoted = [...list.matchAll(/'((?:[^']|'')*)'/g)].map(([, text = '']) => text.replaceAll("''", "'"))
    if (quoted.length > 0) return quoted
    const bare = list.split(',').map((text) => text.trim())
    if (bare.every((text) => /^-?[\w.]+$/.test(text))) return bare
  }
  return []
}

/** A partition with its parents, the nearest first. */
export function* lineOf(table: SeedTable, ground: Pick<Ground, 'tableOf'>): Generator<SeedTable> {
  for (let each: SeedTable | undefined = table; each !== undefined; each = ground.tableOf(each.parent))
    yield each
}

/** The values that rows of a partition must have, as SQL literals by column; its parents' bounds count as well. */
export function boundValues(table: SeedTable, ground: Ground): ReadonlyMap<string, string> {
  const values = new Map<string, string>()
  for (const each of lineOf(table, ground)) {
    const parent = ground.tableOf(each.parent)
    const list = /^FOR VALUES (?:FROM|IN) \((.*?)\)(?: TO \(|$)/s.exec(each.bound ?? '')?.[1]
    const literals = list?.match(/E?'(?:[^'\\]|''|\\.)*'|[^,\s]+/gs) ?? []
    for (const [index, key] of (parent?.keys ?? []).entries()) {
      const literal = literals[parent?.strategy === 'list' ? 0 : index]
      if (literal !== undefined && literal !== 'MINVALUE' && key !== '') values.set(key, literal)
    }
  }
  return values
}
