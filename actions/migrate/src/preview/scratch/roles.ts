/** The roles that scripts name: they belong to a whole server, and no migration of one database need make them. */
import type { Node } from '@pgsql/types'
import type { Script } from '../../sql/statements.ts'

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

/** Every role that a parse tree names: grantees, owners, those of policies, of default privileges, of SET ROLE. */
function* rolesIn(value: unknown): Generator<string> {
  if (!isObject(value)) return
  const { roletype, rolename } = value
  if (roletype === 'ROLESPEC_CSTRING' && typeof rolename === 'string') yield rolename
  for (const member of Object.values(value)) yield* rolesIn(member)
}

/** Those that stand where no role is expected by the grammar: `GRANT app TO …`, `SET ROLE app`. */
function* otherRolesIn(node: Node): Generator<string> {
  if ('GrantRoleStmt' in node) {
    for (const each of node.GrantRoleStmt.granted_roles ?? [])
      if ('AccessPriv' in each && each.AccessPriv.priv_name !== undefined) yield each.AccessPriv.priv_name
  }
  if ('VariableSetStmt' in node && node.VariableSetStmt.name === 'role') {
    const { args, kind } = node.VariableSetStmt
    const [first] = args ?? []
    const name = first !== undefined && 'A_Const' in first ? first.A_Const.sval?.sval : undefined
    if (kind === 'VAR_SET_VALUE' && name !== undefined && name !== 'none') yield name
  }
}

/** Roles that scripts make. What DO blocks and functions make cannot be seen. */
export function rolesMade(scripts: readonly Script[]): ReadonlySet<string> {
  const names = scripts.flatMap(({ statements }) =>
    statements.map(({ node }) => ('CreateRoleStmt' in node ? node.CreateRoleStmt.role : undefined)),
  )
  return new Set(names.filter((name) => name !== undefined))
}

/** Roles that scripts take as given. */
export function rolesNamed(scripts: readonly Script[]): ReadonlySet<string> {
  const nodes = scripts.flatMap(({ statements }) => statements.map(({ node }) => node))
  return new Set(nodes.flatMap((node) => [...rolesIn(node), ...otherRolesIn(node)]))
}

/** Statements that reach beyond their database: on a server that others use too, they are not tried. */
const serverWide: ReadonlySet<string> = new Set([
  'ALTER SYSTEM',
  'CREATE DATABASE',
  'DROP DATABASE',
  'CREATE TABLESPACE',
  'DROP TABLESPACE',
  'CREATE SUBSCRIPTION',
])

/** `0003_x.up.sql:4 is ALTER SYSTEM`, of the first that reaches beyond its database. */
export function serverWideStatement(scripts: readonly Script[]): string | undefined {
  for (const { file, statements } of scripts)
    for (const { nonTransactional, line } of statements)
      if (nonTransactional !== undefined && serverWide.has(nonTransactional))
        return `${file}:${line} is ${nonTransactional}`
  return undefined
}
