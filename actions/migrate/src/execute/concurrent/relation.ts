/** Names of relations, as the search path of the session resolves them. */
import pg from 'pg'
import type { Name } from '../../sql/non-transactional.ts'

export function quoted({ schema, name }: Name): string {
  const last = pg.escapeIdentifier(name)
  return schema === undefined ? last : `${pg.escapeIdentifier(schema)}.${last}`
}

/** An index that is there. */
export interface Index {
  /** Ready for SQL, with its schema. */
  readonly name: string
  readonly usable: boolean
  /** As `pg_get_indexdef` writes it. */
  readonly definition: string
}

/** Columns of an `Index` from `pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON …`. */
export const INDEX_SQL = `quote_ident(n.nspname) || '.' || quote_ident(c.relname) AS name,
  (i.indisvalid AND i.indisready) AS usable, pg_get_indexdef(i.indexrelid) AS definition
  FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace`
