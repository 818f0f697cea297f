/** The functions of PostgreSQL that are there to be called, and those of extensions that every owner of a database makes. */
import type { Postgres } from '#sandbox/postgres/postgres.ts'

const extensions = [
  ...['btree_gin', 'btree_gist', 'citext', 'cube', 'dict_int', 'fuzzystrmatch', 'hstore', 'intarray', 'isn'],
  ...['lo', 'ltree', 'pg_trgm', 'pgcrypto', 'seg', 'tcn', 'tsm_system_rows', 'unaccent', 'uuid-ossp'],
]

/** What operators, types and indexes are made of is called by the server alone; but for how types read and write text. */
const DOCUMENTED = `
  SELECT DISTINCT p.proname::text AS name FROM pg_proc p
   WHERE (p.pronamespace = 'pg_catalog'::regnamespace OR EXISTS (
           SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e'))
     AND p.prokind <> 'p'
     AND NOT EXISTS (SELECT FROM unnest(p.proargtypes::oid[] || p.prorettype) AS a (oid) JOIN pg_type t USING (oid)
           WHERE t.typname IN ('internal', 'cstring', 'trigger', 'event_trigger', 'language_handler', 'fdw_handler', 'index_am_handler', 'table_am_handler', 'tsm_handler')
              OR t.typname ~ '^(gbtreekey|ghstore|ltree_gist|gtrgm|query_int)')
     AND NOT (p.proname ~ 'hash' AND p.proname !~ '^hashtext')
     AND coalesce(obj_description(p.oid, 'pg_proc'), '') !~ '^((deprecated, use .*|)implementation of|I/O|internal|less-equal-greater|sort support|statistics: |binary upgrade|for use by pg_upgrade|.*(transition|final|combine) function|.*selectivity)'
   UNION
  SELECT p.proname::text FROM pg_type t JOIN pg_proc p ON p.oid IN (t.typinput, t.typoutput)
   WHERE t.typnamespace = 'pg_catalog'::regnamespace AND t.typarray <> 0
   ORDER BY 1`

export async function documentedFunctions(postgres: Postgres): Promise<readonly string[]> {
  const database = `functions_${process.pid}`
  await postgres.createDatabase(database)
  const made = extensions.map((name) => `CREATE EXTENSION "${name}"`).join(';')
  await postgres.query(database, made)
  const { rows } = await postgres.query(database, DOCUMENTED)
  return rows.map(({ name }: { name: string }) => name)
}
