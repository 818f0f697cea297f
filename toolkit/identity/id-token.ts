/** Asks the runner's service for GitHub ID tokens. */
import * as z from 'zod'
import { Failure } from '../model/failure.ts'
import { isUnreachable } from '../retry/network.ts'
import { retry } from '../retry/retry.ts'
import { type Answered, exchange, keepConnections } from '../transport/exchange.ts'
import { retryAfter } from '../transport/retry-after.ts'
import { type NetworkTrouble, troubleOf } from '../transport/trouble.ts'
import { claimsOf } from './claims.ts'

/** What a job with `id-token: write` finds in its environment. */
export interface IdTokenService {
  readonly url: string
  readonly token: string
}

interface Asking {
  readonly signal: AbortSignal
  readonly random: () => number
  /** Of which HTTPS_PROXY and NO_PROXY count. */
  readonly env: Readonly<Record<string, string>>
}

/** Enough for a service that restarts: half a minute. */
const PATIENCE = { attempts: 7, shortest: 500, longest: 8_000 } as const

/** Milliseconds for one answer. */
const DEADLINE = 20_000

const Token = z.object({ value: z.string().min(1) })

/** An answer that is no token. */
class Unwilling extends Error {
  readonly status: number
  readonly pause: number | undefined

  constructor({ status, headers }: Answered) {
    super(`it answered ${status}`)
    this.status = status
    this.pause = retryAfter(headers)
  }
}

/** What was answered in place of a token; never shown, because a token may be in it. */
class Odd extends Error {}

function tokenIn(text: string): string {
  try {
    const { value } = Token.parse(JSON.parse(text))
    claimsOf(value)
    return value
  } catch {
    throw new Odd('it answered with something that is no token')
  }
}

function mayPass(error: unknown): boolean {
  if (error instanceof Unwilling) return error.status >= 500 || error.status === 429 || error.status === 408
  // A proxy that is being restarted answers with pages of its own.
  return error instanceof Odd || isUnreachable(error)
}

function failure(error: unknown, url: URL, trouble: NetworkTrouble | undefined): Failure {
  const known = error instanceof Unwilling || error instanceof Odd ? error.message : undefined
  const refused = error instanceof Unwilling && error.status < 500 && error.status !== 429
  const why = trouble?.why ?? `${url.host}: ${known ?? 'it could not be asked'}.`
  return new Failure({
    code: 'ID_TOKEN',
    what: 'GitHub gave this job no ID token.',
    why,
    fix:
      trouble?.fix ??
      (refused
        ? 'Run the job again: its right to ask may have ended. If it is refused again, look at `permissions: id-token: write` and at what the organization allows.'
        : 'Run the job again; githubstatus.com tells whether GitHub Actions is well.'),
    cause: error,
  })
}

/**
 * A new token. NetworkTrouble of the service is tried again for half a minute; a refusal is not.
 * @throws Failure ID_TOKEN; the signal's reason when aborted
 */
export async function requestIdToken(
  service: IdTokenService,
  audience: string,
  { signal, random, env }: Asking,
): Promise<string> {
  if (!URL.canParse(service.url)) {
    throw new Failure({
      code: 'ID_TOKEN',
      what: 'GitHub gave this job no ID token.',
      why: 'ACTIONS_ID_TOKEN_REQUEST_URL is no address.',
      fix: 'Leave ACTIONS_ID_TOKEN_REQUEST_URL to the runner: nothing else is to set it.',
    })
  }
  const url = new URL(service.url)
  url.searchParams.set('audience', audience)
  const connections = keepConnections({ most: 1, proxies: env })
  const classify = (error: unknown) => (mayPass(error) ? 'again' : 'refuse')
  const pauseOf = (error: unknown) => (error instanceof Unwilling ? error.pause : undefined)
  try {
    return await retry({ ...PATIENCE, classify, pauseOf, signal, random }, async () => {
      const answered = await exchange({
        method: 'GET',
        url,
        headers: {
          authorization: `Bearer ${service.token}`,
          accept: 'application/json',
          'user-agent': 'omninode_infra',
        },
        connections,
        signal,
        deadline: DEADLINE,
      })
      if (answered.status !== 200) throw new Unwilling(answered)
      return tokenIn(answered.text)
    })
  } catch (error) {
    signal.throwIfAborted()
    throw failure(error, url, troubleOf(error, url, connections))
  } finally {
    connections.close()
  }
}
