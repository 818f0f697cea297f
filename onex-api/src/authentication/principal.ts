/** Who asks, and what they may: the same for both ways in. */

/** Client roles of `onex-api` in Keycloak, and scopes of API keys. */
export const permissions = [
  'keys:admin',
  'releases:read',
  'releases:write',
  'workflows:read',
  'workflows:write',
] as const

export type Permission = (typeof permissions)[number]

export interface Principal {
  /** `user:<sub>` or `key:<id>`. */
  readonly name: string
  /** Undefined for a token that names none. */
  readonly tenantId: string | undefined
  readonly permissions: ReadonlySet<Permission>
}

/** What is known of names that come from elsewhere. */
export function permissionsIn(names: readonly unknown[]): ReadonlySet<Permission> {
  return new Set(permissions.filter((permission) => names.includes(permission)))
}
