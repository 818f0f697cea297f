/** The migrations that everybody applies: one new table, then nine columns for it, and so on. */

export interface Migration {
  /** From 1, without gaps. */
  readonly number: number
  readonly name: string
  readonly up: string
  readonly down: string
}

const A_TABLE = 10

export function makeMigrations(count: number): Migration[] {
  return Array.from({ length: count }, (_, index) => {
    const table = `bench_${Math.floor(index / A_TABLE) + 1}`
    const column = `column_${index % A_TABLE}`
    return {
      number: index + 1,
      ...(index % A_TABLE === 0
        ? {
            name: `make_${table}`,
            up: `CREATE TABLE ${table} (id bigint PRIMARY KEY);\n`,
            down: `DROP TABLE ${table};\n`,
          }
        : {
            name: `add_${column}_to_${table}`,
            up: `ALTER TABLE ${table} ADD COLUMN ${column} text;\n`,
            down: `ALTER TABLE ${table} DROP COLUMN ${column};\n`,
          }),
    }
  })
}

/** What a database holds of them; compared after each run, so that nobody is fast by doing nothing. */
export const CONTENT_SQL = `SELECT count(DISTINCT c.oid)::int AS tables, count(a.attnum)::int AS columns
  FROM pg_class c LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname LIKE 'bench\\_%'`

export function contentOf(count: number): { tables: number; columns: number } {
  return { tables: Math.ceil(count / A_TABLE), columns: count }
}
