/** The keys with which the issuer of GitHub's ID tokens signs, as it publishes them (OpenID Connect Discovery 1.0). */
import * as z from 'zod'
import { Failure } from '../model/failure.ts'
import { isUnreachable } from '../retry/network.ts'
import { retry } from '../retry/retry.ts'
import { type Connections, exchange, keepConnections } from '../transport/exchange.ts'
import { retryAfter } from '../transport/retry-after.ts'
import type { World } from '../world/world.ts'

const Discovery = z.object({ issuer: z.string(), jwks_uri: z.url({ protocol: /^https$/ }) })
const Keys = z.object({ keys: z.array(z.looseObject({ kty: z.string(), kid: z.string() })) })
export type IssuerKeys = z.infer<typeof Keys>

/** Milliseconds for one answer. */
const DEADLINE = 20_000
const ATTEMPTS = 5

class Unavailable extends Error {
  /** Milliseconds that the issuer asks to be left alone. */
  readonly pause: number | undefined

  constructor(message: string, pause: number | undefined) {
    super(message)
    this.pause = pause
  }
}

/** @throws Failure REVIEW_KEYS when they cannot be had: then it cannot be told who has signed */
export async function keysOf(
  issuer: string,
  { signal, random, env }: Pick<World, 'signal' | 'random' | 'env'>,
): Promise<IssuerKeys> {
  let connections: Connections | undefined
  const get = async <T>(to: Connections, url: URL, answer: z.ZodType<T>): Promise<T> => {
    const { status, headers, text } = await exchange({
      method: 'GET',
      url,
      headers: { accept: 'application/json' },
      connections: to,
      signal,
      deadline: DEADLINE,
    })
    if (status >= 500 || status === 429)
      throw new Unavailable(`${url.href} answered ${status}`, retryAfter(headers))
    if (status !== 200) throw new Error(`${url.href} answered ${status}`)
    return answer.parse(JSON.parse(text))
  }
  try {
    // A proxy that is no address is refused here.
    const to = keepConnections({ most: 1, proxies: env })
    connections = to
    if (!issuer.startsWith('https://')) throw new Error(`${issuer} is no address that can be trusted`)
    return await retry(
      {
        attempts: ATTEMPTS,
        shortest: 500,
        longest: 5_000,
        classify: (error) => (error instanceof Unavailable || isUnreachable(error) ? 'again' : 'refuse'),
        pauseOf: (error) => (error instanceof Unavailable ? error.pause : undefined),
        signal,
        random,
      },
      async () => {
        const base = issuer.replace(/\/$/, '')
        const discovery = await get(to, new URL(`${base}/.well-known/openid-configuration`), Discovery)
        if (discovery.issuer !== issuer)
          throw new Error(`${base} calls itself ${discovery.issuer}: another issuer answers in its place`)
        return get(to, new URL(discovery.jwks_uri), Keys)
      },
    )
  } catch (cause) {
    signal.throwIfAborted()
    throw new Failure({
      code: 'REVIEW_KEYS',
      what: `It cannot be told who has signed the review: ${issuer} gave no keys.`,
      why: `${cause instanceof Error ? cause.message : String(cause)}.`,
      fix: 'Run the job again when the issuer answers; through a proxy, set HTTPS_PROXY and NO_PROXY for the job.',
      cause,
    })
  } finally {
    connections?.close()
  }
}
