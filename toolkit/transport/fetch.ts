/** The one HTTPS in the shape of `fetch`, for libraries that take one. */
import type { Connections } from './exchange.ts'
import { follow } from './follow.ts'

export interface FetchSettings {
  readonly connections: Connections
  readonly signal: AbortSignal
  /** Milliseconds for one answer. */
  readonly deadline: number
}

interface FetchInit {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | undefined
}

/** Statuses that a `Response` may have no body with. */
const bodiless: ReadonlySet<number> = new Set([101, 103, 204, 205, 304])

export function fetchThrough({
  connections,
  signal,
  deadline,
}: FetchSettings): (address: string, init?: FetchInit) => Promise<Response> {
  return async (address, { method = 'GET', headers = {}, body } = {}) => {
    const answered = await follow({
      method,
      url: new URL(address),
      headers,
      body,
      connections,
      signal,
      deadline,
    })
    const { status, headers: received, body: bytes } = answered
    const list = Object.entries(received).flatMap(([name, value = '']): [string, string][] =>
      [value].flat().map((each) => [name, each]),
    )
    if (status < 200 || status > 599) throw new Error(`it is answered ${status}`)
    return new Response(bodiless.has(status) ? null : Uint8Array.from(bytes), { status, headers: list })
  }
}
