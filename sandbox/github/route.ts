/** A call of the API that the stand-in answers. */

export type Permission = 'actions' | 'checks' | 'contents' | 'issues' | 'pull-requests'
export type Permissions = Readonly<Partial<Record<Permission, 'read' | 'write'>>>

export interface Reply {
  readonly status: number
  readonly body: unknown
}

export interface Call {
  readonly parameters: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly body: Readonly<Record<string, unknown>>
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly status: number
  /** The permission that it asks for. */
  readonly needs: readonly [Permission, 'read' | 'write']
  answer(call: Call): Reply
}

export class NotFound extends Error {}
export class Unprocessable extends Error {}

/** The page that a list is asked for. */
export function paged<T>(items: readonly T[], { query }: Call): T[] {
  const size = Math.min(Number(query['per_page'] ?? 30), 100)
  const page = Number(query['page'] ?? 1)
  return items.slice((page - 1) * size, page * size)
}
