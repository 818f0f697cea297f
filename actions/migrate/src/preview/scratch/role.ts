/**
 * As whom the files of a pull request run on a scratch server. Nobody has reviewed them, and the server stands beside the
 * job's credentials: so a role that owns its scratch databases, and may nothing else.
 */
import pg from 'pg'
import { Failure } from '#toolkit/model/failure.ts'

/** Of the server that a plan makes itself. No migration calls its own roles so. */
export const SCRATCH_ROLE = 'omninode_scratch'

/** Before 16, whoever creates roles may grant those that run programs and read files, to itself as well. */
const ROLES_ARE_PARTED = 160_000
const OWNERS_HAVE_MORE = 150_000

export async function serverVersion(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ version: number }>(
    "SELECT current_setting('server_version_num')::int AS version",
  )
  return rows[0]?.version ?? 0
}

/** Makes the role, and closes to it the databases that are there. */
export async function makeScratchRole(superuser: pg.Client, password: string): Promise<void> {
  const version = await serverVersion(superuser)
  const makesRoles = version >= ROLES_ARE_PARTED
  await superuser.query(
    [
      `CREATE ROLE ${SCRATCH_ROLE} LOGIN NOSUPERUSER NOCREATEDB NOREPLICATION NOBYPASSRLS ${makesRoles ? '' : 'NO'}CREATEROLE PASSWORD ${pg.escapeLiteral(password)}`,
      'REVOKE CONNECT ON DATABASE postgres, template1 FROM PUBLIC',
      ...(makesRoles ? [`ALTER ROLE ${SCRATCH_ROLE} SET createrole_self_grant = 'set, inherit'`] : []),
      // Made-up rows need not satisfy the triggers and foreign keys of tables that are only watched.
      ...(version < OWNERS_HAVE_MORE
        ? []
        : [`GRANT SET ON PARAMETER session_replication_role TO ${SCRATCH_ROLE}`]),
    ].join(';'),
  )
}

/** Before 15 the schema `public` of a new database belongs to the server's superuser. */
export async function handOver(superuser: pg.Client, owner: string): Promise<void> {
  if ((await serverVersion(superuser)) < OWNERS_HAVE_MORE)
    await superuser.query(`ALTER SCHEMA public OWNER TO ${pg.escapeIdentifier(owner)}`)
}

/** What reaches beyond a database: programs, files, other servers, other sessions, other databases. */
const powerful = [
  'pg_read_all_data',
  'pg_write_all_data',
  'pg_maintain',
  'pg_execute_server_program',
  'pg_read_server_files',
  'pg_write_server_files',
  'pg_create_subscription',
  'pg_signal_backend',
  // What platforms have instead of a superuser may make the extensions that only one may.
  'rds_superuser',
  'cloudsqlsuperuser',
  'alloydbsuperuser',
  'azure_pg_admin',
]

const fileFunctions = [
  'pg_read_file',
  'pg_read_binary_file',
  'pg_stat_file',
  'pg_ls_dir',
  'lo_import',
  'lo_export',
]

/** Of whoever the session is, and was when it began. $1 are roles, $2 functions. */
const POWERS = `
  SELECT DISTINCT power FROM pg_catalog.pg_roles r, LATERAL (
    SELECT 'is a superuser' WHERE r.rolsuper
    UNION ALL SELECT 'may replicate the whole server' WHERE r.rolreplication
    UNION ALL SELECT 'may create roles, and with them grant itself any' WHERE r.rolcreaterole AND current_setting('server_version_num')::int < ${ROLES_ARE_PARTED}
    UNION ALL SELECT 'is a member of ' || m.rolname FROM pg_catalog.pg_roles m
      WHERE NOT r.rolsuper AND m.oid <> r.oid AND pg_catalog.pg_has_role(r.oid, m.oid, 'MEMBER')
        AND (m.rolname = ANY ($1) OR m.rolsuper OR m.rolreplication
             OR m.rolcreaterole AND current_setting('server_version_num')::int < ${ROLES_ARE_PARTED})
    UNION ALL SELECT 'may call ' || p.proname FROM pg_catalog.pg_proc p
      WHERE NOT r.rolsuper AND p.pronamespace = 'pg_catalog'::regnamespace AND p.proname = ANY ($2)
        AND pg_catalog.has_function_privilege(r.oid, p.oid, 'EXECUTE')
  ) AS powers (power) WHERE r.rolname IN (session_user, current_user) ORDER BY power`

/**
 * @param client a session of the role in its own database
 * @throws Failure SCRATCH_ROLE when SQL could do more as it than change that database
 */
export async function requirePlainRole(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ power: string }>(POWERS, [powerful, fileFunctions])
  if (rows.length === 0) return
  const makesRoles = (await serverVersion(client)) >= ROLES_ARE_PARTED
  throw new Failure({
    code: 'SCRATCH_ROLE',
    what: `The user of the scratch server ${rows.map(({ power }) => power).join(', ')}.`,
    why: 'The migrations of a pull request run as that user before anybody has reviewed them: they could run programs, read files, or change other databases of the server.',
    fix: `Make one that owns nothing, and give its URL as \`scratch-url\`: CREATE ROLE scratch LOGIN CREATEDB${makesRoles ? ' CREATEROLE' : ''} PASSWORD '…'.`,
  })
}
