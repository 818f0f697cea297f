/** The one HTTPS in the shape of `fetch`, for libraries that take one. */
import { STATUS_CODES } from 'node:http'
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

/** As much of a `Response` as is read of one: node's own brings all of its undici along, which takes longer than an answer. */
export interface FetchResponse {
  readonly status: number
  readonly statusText: string
  readonly url: string
  /** By their names in lower case. */
  readonly headers: ReadonlyMap<string, string>
  text(): Promise<string>
  arrayBuffer(): Promise<ArrayBuffer>
}

export function fetchThrough({
  connections,
  signal,
  deadline,
}: FetchSettings): (address: string, init?: FetchInit) => Promise<FetchResponse> {
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
    if (status < 200 || status > 599) throw new Error(`it is answered ${status}`)
    return {
      status,
      statusText: STATUS_CODES[status] ?? '',
      url: address,
      headers: new Map(
        Object.entries(received).map(([name, value = '']) => [name, [value].flat().join(', ')]),
      ),
      text: async () => new TextDecoder().decode(bytes),
      arrayBuffer: async () => Uint8Array.from(bytes).buffer,
    }
  }
}
