/** The tokens of workflows and people, and what each may do. */
import { randomBytes } from 'node:crypto'

export type Permission =
  | 'actions'
  | 'checks'
  | 'contents'
  | 'issues'
  | 'metadata'
  | 'pull-requests'
  | 'variables'
export type Permissions = Readonly<Partial<Record<Permission, 'read' | 'write'>>>

export class Tokens {
  readonly #permissions = new Map<string, Permissions>()

  make(permissions: Permissions): string {
    const token = `ghs_${randomBytes(24).toString('hex')}`
    this.#permissions.set(token, permissions)
    return token
  }

  /** @param authorization the header; undefined when its token is not one of these */
  permissionsOf(authorization = ''): Permissions | undefined {
    return this.#permissions.get(authorization.replace(/^(bearer|token) /i, ''))
  }
}

/** Whether a call of a path may be made. */
export function permits(
  permissions: Permissions,
  [permission, level]: readonly [Permission, 'read' | 'write'],
  path: string,
): boolean {
  // GitHub takes either for what issues and pull requests have in common.
  const shared = path.includes('/comments') ? permissions['issues'] : undefined
  return [permissions[permission], shared].some((held) => held === 'write' || held === level)
}
