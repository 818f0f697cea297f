/** A call of the API that the stand-in answers. */
import type { Permission } from './tokens.ts'

/** Whom the workflow's own token writes as. */
export const BOT = 'github-actions[bot]'

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
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
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

/** @throws Unprocessable for a text that is longer than GitHub takes, in characters */
export function limit(text: unknown, longest: number, what: string): void {
  if (typeof text === 'string' && text.length > longest)
    throw new Unprocessable(`${what} is too long (maximum is ${longest} characters)`)
}

/** GitHub tells whole seconds. */
export function now(): string {
  return new Date().toISOString().replace(/\.\d+Z$/, 'Z')
}
