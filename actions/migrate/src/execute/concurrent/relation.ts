/** Relations by what they are, not by what they are called: a name says only where to look. */
import pg from 'pg'
import type { Session } from '#toolkit/postgres/session.ts'
import type { Name } from '../../sql/non-transactional.ts'

export function quoted({ schema, name }: Name): string {
  const last = pg.escapeIdentifier(name)
  return schema === undefined ? last : `${pg.escapeIdentifier(schema)}.${last}`
}

/** An index that is there. */
export interface Index {
  readonly oid: number
  /** Ready for SQL, with its schema. */
  readonly name: string
  /** The table that it is on, likewise. */
  readonly table: string
  readonly usable: boolean
  /** As `pg_get_indexdef` writes it. */
  readonly definition: string
  /** The same from UNIQUE or the access method on: nothing of it names the index or the table. */
  readonly essence: string
  /** The process that is building it now, and is not this one. */
  readonly builder: number | null
}

interface Row extends Omit<Index, 'essence'> {
  readonly unique: string
  /** What the definition begins with: how a temporary table's schema is called depends on the server's version. */
  readonly heads: readonly string[]
}

/**
 * The indexes that fulfil a condition on `c` (the index's pg_class), `i` (pg_index), `n` (its pg_namespace) and `t` (the
 * table's pg_class). What a definition says of names is taken away by its length, because a name may hold any words.
 */
export async function findIndexes(
  { query }: Session,
  condition: string,
  values: readonly unknown[],
): Promise<readonly Index[]> {
  const head = (schema: string) =>
    `format('CREATE %sINDEX %I ON %s%I.%I ', u.word, c.relname, CASE c.relkind WHEN 'I' THEN 'ONLY ' ELSE '' END, ${schema}, t.relname)`
  const rows = await query<Row>(
    `SELECT c.oid, quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS name,
       quote_ident(tn.nspname) || '.' || quote_ident(t.relname) AS "table", (i.indisvalid AND i.indisready) AS usable,
       pg_get_indexdef(c.oid) AS definition, u.word AS "unique", ARRAY[${head('tn.nspname')}, ${head("'pg_temp'")}] AS heads,
       (SELECT p.pid FROM pg_stat_progress_create_index p
         WHERE p.index_relid = c.oid AND p.pid <> pg_backend_pid() LIMIT 1) AS builder
       FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
       JOIN pg_class t ON t.oid = i.indrelid JOIN pg_namespace tn ON tn.oid = t.relnamespace
       CROSS JOIN LATERAL (SELECT CASE WHEN i.indisunique THEN 'UNIQUE ' ELSE '' END) AS u (word)
      WHERE ${condition}`,
    values,
  )
  return rows.map(({ unique, heads, ...index }) => {
    const begin = heads.find((each) => index.definition.startsWith(each))
    return {
      ...index,
      essence: begin === undefined ? index.definition : unique + index.definition.slice(begin.length),
    }
  })
}
