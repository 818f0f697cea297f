/** A made-up value for a column of any type: an SQL expression over `i`, a number from 1. */
import pg from 'pg'

/** What a value must fit. Domains are given as their base types. */
export interface Shape {
  /** As it is written: `numeric(10,2)`, `public.mood[]`. */
  readonly type: string
  /** PostgreSQL's own name, such as `int4`; of an array that of its elements. */
  readonly name: string
  /** The schema of the type. */
  readonly schema: string
  readonly array: boolean
  /** Of `varchar(n)` and `char(n)`. */
  readonly length: number | null
  /** Of an enum. */
  readonly labels: readonly string[] | null
  /** What a check `IN ('a', 'b')` lets pass. */
  readonly allowed: readonly string[]
}

const numbers = new Set(['int2', 'int4', 'int8', 'numeric', 'float4', 'float8', 'oid'])
const texts = new Set(['text', 'varchar', 'bpchar', 'name', 'citext', 'ltree'])

/** Of PostgreSQL's own types, without texts and numbers. */
const own: Readonly<Record<string, string>> = {
  money: 'i::money',
  bool: '(i % 2 = 0)',
  date: "(date '2026-01-01' + i)",
  timestamp: "(timestamp '2026-01-01' + i * interval '1 day')",
  timestamptz: "(timestamptz '2026-01-01 00:00Z' + i * interval '1 day')",
  time: "(time '00:00' + i * interval '1 minute')",
  timetz: "(timetz '00:00Z' + i * interval '1 minute')",
  interval: "(i * interval '1 hour')",
  uuid: 'md5(i::text)::uuid',
  // 32 bytes: what columns for hashes check most often.
  bytea: 'sha256(i::text::bytea)',
  json: "json_build_object('seed', i)",
  jsonb: "jsonb_build_object('seed', i)",
  xml: "('<seed>' || i || '</seed>')::xml",
  inet: "('10.0.0.' || i)::inet",
  cidr: "('10.0.' || i || '.0/24')::cidr",
  macaddr: "('02:00:00:00:00:' || lpad(to_hex(i), 2, '0'))::macaddr",
  macaddr8: "('02:00:00:00:00:00:00:' || lpad(to_hex(i), 2, '0'))::macaddr8",
  varbit: 'i::bit(16)',
  char: '\'s\'::"char"',
  point: 'point(i, i)',
  line: 'line(point(0, 0), point(i, 1))',
  lseg: 'lseg(point(0, 0), point(i, i))',
  box: 'box(point(0, 0), point(i, i))',
  path: 'path(polygon(box(point(0, 0), point(i, i))))',
  polygon: 'polygon(box(point(0, 0), point(i, i)))',
  circle: 'circle(point(0, 0), i)',
  tsvector: "to_tsvector('simple', 's' || i)",
  tsquery: "to_tsquery('simple', 's' || i)",
  // Apart from each other: exclusion constraints let no two overlap.
  int4range: 'int4range(i * 10, i * 10 + 5)',
  int8range: 'int8range(i * 10, i * 10 + 5)',
  numrange: 'numrange(i * 10, i * 10 + 5)',
  daterange: "daterange(date '2026-01-01' + i * 10, date '2026-01-01' + i * 10 + 5)",
  tsrange:
    "tsrange(timestamp '2026-01-01' + i * interval '1 day', timestamp '2026-01-01' + i * interval '1 day' + interval '1 hour')",
  tstzrange:
    "tstzrange(timestamptz '2026-01-01Z' + i * interval '1 day', timestamptz '2026-01-01Z' + i * interval '1 day' + interval '1 hour')",
  regclass: "'pg_class'::regclass",
  pg_lsn: "('0/' || to_hex(i))::pg_lsn",
  hstore: "('seed => ' || i)::hstore",
  geometry: "'POINT(0 0)'::geometry",
}

function pick(values: readonly string[]): string {
  return `(ARRAY[${values.map((value) => pg.escapeLiteral(value)).join(', ')}])[1 + (i - 1) % ${values.length}]`
}

function single({ type, name, schema, length, labels, allowed, array }: Shape): string | undefined {
  if (allowed.length > 0) return pick(allowed)
  if (labels !== null) return labels.length === 0 ? undefined : pick(labels)
  if (numbers.has(name)) return 'i'
  // Short and of lower-case letters and digits: what slugs, codes and keys mostly ask for.
  if (texts.has(name)) return length !== null && length < 3 ? 'chr(96 + i)' : "('s' || i)"
  // Cut on the left, where the number has its noughts; a text would be cut on the right.
  if (name === 'bit') return array ? undefined : `i::${type}`
  return schema === 'pg_catalog' || name === 'hstore' || name === 'geometry' ? own[name] : undefined
}

/** Undefined when nothing is known of the type. */
export function sampleOf(shape: Shape): string | undefined {
  const value = single(shape)
  if (value === undefined) return undefined
  return shape.array ? `ARRAY[${value}]::text[]::${shape.type}` : `${value}::text::${shape.type}`
}
