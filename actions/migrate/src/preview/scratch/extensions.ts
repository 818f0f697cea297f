/** Extensions that only a superuser may make: a scratch role is none, and never acts with the rights of one. */
import pg from 'pg'
import { isServerError } from '../../sql/sql-failure.ts'
import type { Script } from '../../sql/statements.ts'

/**
 * Those that nothing can be done with beyond the database: they run no program, read no file, and speak to nobody.
 * PostgreSQL trusts many more (pgcrypto, uuid-ossp, citext, pg_trgm, hstore, ltree, …), which every owner of a database
 * makes for itself.
 */
const harmless: ReadonlySet<string> = new Set([
  'bloom',
  'earthdistance',
  'insert_username',
  'moddatetime',
  'pg_stat_statements',
  'pgrowlocks',
  'pgstattuple',
])

interface Wanted {
  readonly name: string
  /** `0003_x.up.sql:4` */
  readonly place: string
  /** Whether it is content with one that is there, made by somebody else. */
  readonly contented: boolean
}

function wantedBy(scripts: readonly Script[]): Wanted[] {
  return scripts.flatMap(({ file, statements }) =>
    statements.flatMap(({ node, line }) => {
      if (!('CreateExtensionStmt' in node)) return []
      const { extname, if_not_exists: contented = false, options = [] } = node.CreateExtensionStmt
      if (extname === undefined) return []
      return [{ name: extname, place: `${file}:${line}`, contented: contented && options.length === 0 }]
    }),
  )
}

/** Those that exist here, and neither may everybody make nor the owner of a database. */
async function reserved(client: pg.Client, names: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT e.name FROM pg_catalog.pg_available_extensions e JOIN pg_catalog.pg_available_extension_versions v
         ON v.name = e.name AND v.version = e.default_version
      WHERE e.name = ANY ($1) AND e.installed_version IS NULL AND v.superuser AND NOT v.trusted`,
    [names],
  )
  return new Set(rows.map(({ name }) => name))
}

/**
 * Makes what scripts name, on a database into which nobody has put anything yet: later a superuser would run whatever
 * the scripts have left there.
 * @param superuser a session in that database; undefined when there is none
 * @param client any session in that database
 * @returns why the scripts cannot be tried here
 */
export async function makeExtensions(
  scripts: readonly Script[],
  client: pg.Client,
  superuser: pg.Client | undefined,
): Promise<string | undefined> {
  const wanted = wantedBy(scripts)
  if (wanted.length === 0) return undefined
  const names = await reserved(client, [...new Set(wanted.map(({ name }) => name))])
  for (const { name, place, contented } of wanted) {
    if (!names.has(name)) continue
    const cannot = `${place} makes the extension ${name}, which only a superuser may, and no superuser runs what nobody has reviewed`
    if (superuser === undefined || !harmless.has(name)) return cannot
    if (!contented)
      return `${cannot}; it is made beforehand for \`CREATE EXTENSION IF NOT EXISTS\` without options`
    try {
      await superuser.query(`CREATE EXTENSION IF NOT EXISTS ${pg.escapeIdentifier(name)} CASCADE`)
    } catch (error) {
      if (!isServerError(error)) throw error
      return `${place} makes the extension ${name}, which cannot be made on the scratch server: ${error.message}`
    }
  }
  return undefined
}
