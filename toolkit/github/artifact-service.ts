/**
 * What keeps the artifacts of a run at GitHub, as the runner lets the actions of its jobs reach it. A job sees the
 * artifacts of its own run, whatever `permissions:` says, and those of no other. The protocol is the one of version 7 of
 * GitHub's own upload-artifact; its library would bring 261 packages.
 */
import { STATUS_CODES } from 'node:http'
import * as z from 'zod'
import { claimsOf } from '../identity/claims.ts'
import { type Answered, exchange, keepConnections } from '../transport/exchange.ts'
import { retryAfter } from '../transport/retry-after.ts'

/** Where the runner keeps what a run leaves, and the token that it gives to JavaScript actions for that. */
export interface ArtifactService {
  readonly url: string
  readonly token: string
}

export interface ServiceOptions {
  /** Of which HTTPS_PROXY and NO_PROXY count. */
  readonly env: Readonly<Record<string, string>>
  readonly signal: AbortSignal
}

/** Milliseconds for one answer. */
const DEADLINE = 30_000

const Claims = z.object({ scp: z.string() })

/** The run and the job, as GitHub numbers them within; `Actions.Results:<run>:<job>` is among the token's scopes. */
function idsIn(token: string): Readonly<Record<string, string>> {
  const { scp } = Claims.parse(claimsOf(token))
  const [, run, job] = /(?:^| )Actions\.Results:([^: ]+):([^: ]+)/.exec(scp) ?? []
  if (run === undefined || job === undefined) throw new Error('the token of the runner is for no artifacts')
  return { workflow_run_backend_id: run, workflow_job_run_backend_id: job }
}

/** The service has answered, and not done what it was asked for. */
export class ArtifactRefusal extends Error {
  readonly status: number
  /** Milliseconds that it asks to be left alone. */
  readonly pause: number | undefined

  constructor({ status, text, headers }: Answered) {
    super(`${status} ${STATUS_CODES[status]}: ${text.slice(0, 300)}`)
    this.status = status
    this.pause = retryAfter(headers)
  }
}

function accepted(answered: Answered): Answered {
  if (answered.status < 200 || answered.status > 299) throw new ArtifactRefusal(answered)
  return answered
}

/** Protocol buffers have two spellings of a name in JSON, and a reader takes either. */
function inSnakeCase(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inSnakeCase)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      inSnakeCase(member),
    ]),
  )
}

export interface ArtifactConnection {
  /**
   * One method of `github.actions.results.api.v1.ArtifactService`; the ids of the run and the job are filled in.
   * @throws ArtifactRefusal, errors of the network, ZodError
   */
  call<T>(method: string, body: object, answer: z.ZodType<T>): Promise<T>
  /** To an address that the service has signed: nothing of ours is sent with it. */
  put(address: string, bytes: Uint8Array, headers: Readonly<Record<string, string>>): Promise<void>
  /** @param largest bytes, after which it is given up */
  get(address: string, largest: number): Promise<Buffer>
  close(): void
}

/** @throws for a token that is for no artifacts, before anything is sent */
export function connectArtifacts(
  { url, token }: ArtifactService,
  { env, signal }: ServiceOptions,
): ArtifactConnection {
  const ids = idsIn(token)
  const connections = keepConnections({ most: 1, proxies: env })
  const shared = { connections, signal, deadline: DEADLINE }
  return {
    call: async (method, body, answer) => {
      const { text } = accepted(
        await exchange({
          method: 'POST',
          url: new URL(`/twirp/github.actions.results.api.v1.ArtifactService/${method}`, url),
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          body: JSON.stringify({ ...ids, ...body }),
          ...shared,
        }),
      )
      return answer.parse(inSnakeCase(JSON.parse(text)))
    },
    put: async (address, body, headers) => {
      accepted(await exchange({ method: 'PUT', url: new URL(address), headers, body, ...shared }))
    },
    get: async (address, largest) => {
      const got = exchange({ method: 'GET', url: new URL(address), headers: {}, largest, ...shared })
      return accepted(await got).body
    },
    close: () => connections.close(),
  }
}
