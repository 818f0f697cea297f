/** One GET, until there is an answer that is not a sign of something still starting. */

import { codeOf } from '#toolkit/retry/network.ts'
import type { Answered } from '#toolkit/transport/exchange.ts'
import { isAbsent, type Patience, tryUntil } from '../probes/probe.ts'
import { type Complaint, complaintOf, notAsCalled } from './body.ts'

export interface HttpProbe {
  readonly url: URL
  /** Header → value; the values are secrets. */
  readonly headers: ReadonlyMap<string, string>
  readonly expect: readonly number[]
  /** Another target expects another answer of this address, so that each shows what the other could have been. */
  readonly paired: boolean
  /** Another target expects something to be there, at the same host and port. */
  readonly inhabited: boolean
  readonly random: () => number
  /** Of which HTTPS_PROXY, HTTP_PROXY and NO_PROXY count. */
  readonly env: Readonly<Record<string, string>>
  /** Milliseconds for one request; ten seconds when not given. */
  readonly requestDeadline?: number
}

export interface HttpAnswer {
  readonly status: number
  /** Where a redirect leads, without its query. */
  readonly location: string | undefined
  /** What its body says against a status that is a success. */
  readonly complaint: Complaint | undefined
}

/** Milliseconds after which one request is given up. */
const REQUEST_MS = 10_000

/** Bytes of a body that are looked at: pages to log in begin sooner, and health checks end. */
const LOOKED_AT = 256 * 1_024

/** In a row: a service of several is not well when one of them is. */
const IN_A_ROW = 5

export function told({ status, location }: HttpAnswer): string {
  return location === undefined ? String(status) : `${status} to ${location}`
}

/** An answer that is worth asking again for: the service, or what is in front of it, is not ready. */
export class NotReady extends Error {
  readonly answer: HttpAnswer
  /** Whether it was ready a moment before. */
  readonly wavers: boolean

  constructor(answer: HttpAnswer, wavers = false) {
    super(`it answers ${answer.status}`)
    this.answer = answer
    this.wavers = wavers
  }
}

function locationOf(header: string | undefined, url: URL): string | undefined {
  if (header === undefined || !URL.canParse(header, url.href)) return undefined
  const { origin, pathname } = new URL(header, url)
  return origin === url.origin ? pathname : `${origin}${pathname}`
}

/** Somebody compresses although nobody asked for it. @returns undefined when it is not what it is called */
async function decoded(body: Buffer, encoding: string): Promise<Buffer | undefined> {
  if (encoding === 'identity') return body
  const zlib = await import('node:zlib')
  const cut = { maxOutputLength: LOOKED_AT * 4 }
  try {
    if (encoding === 'br') return zlib.brotliDecompressSync(body, cut)
    // Reads gzip and both kinds of deflate.
    return zlib.unzipSync(body, cut)
  } catch {
    return undefined
  }
}

async function complaintAbout(answered: Answered, path: string): Promise<Complaint | undefined> {
  const { status, headers, body } = answered
  if (status < 200 || status > 299) return undefined
  const complete = body.length < LOOKED_AT
  const bytes = await decoded(body, headers['content-encoding'] ?? 'identity')
  if (bytes === undefined) return complete ? notAsCalled : undefined
  return complaintOf({ text: bytes.toString(), complete, contentType: headers['content-type'] ?? '' }, path)
}

/** One GET on a connection of its own. Redirects are answers: they are not followed. */
async function get(
  { url, env, requestDeadline = REQUEST_MS }: HttpProbe,
  headers: ReadonlyMap<string, string>,
  signal: AbortSignal,
): Promise<HttpAnswer> {
  // Loaded by the runs that ask: TLS takes its time to start.
  const { exchange, keepConnections } = await import('#toolkit/transport/exchange.ts')
  const connections = keepConnections({ most: 1, proxies: env })
  const answered = await exchange({
    method: 'GET',
    url,
    headers: {
      accept: '*/*',
      'accept-encoding': 'identity',
      'user-agent': 'omninode_infra verify',
      ...Object.fromEntries(headers),
    },
    connections,
    signal,
    deadline: requestDeadline,
    // A stream of events is not waited for: it has no end.
    wanted: (received) => (/^text\/event-stream\b/i.test(received['content-type'] ?? '') ? 0 : LOOKED_AT),
  }).finally(() => connections.close())
  const { status, headers: received } = answered
  return {
    status,
    location: locationOf(received.location, url),
    complaint: await complaintAbout(answered, url.pathname),
  }
}

/** Whether an answer began, and did not end. */
export function hasBrokenOff(error: unknown): boolean {
  return error instanceof Error && error.name === 'BrokenOff'
}

function starting(error: unknown): string | undefined {
  if (error instanceof NotReady) {
    const { answer } = error
    const what = answer.complaint === undefined ? told(answer) : `${told(answer)} whose body says otherwise`
    return `an answer other than ${what}`
  }
  if (hasBrokenOff(error)) return 'an answer that ends'
  return isAbsent(error) ? `a connection (${codeOf(error)})` : undefined
}

const isUnready = ({ status }: HttpAnswer) => status >= 500 || status === 429

/** Asks for any address with any headers, until it is neither 5xx nor 429, unless these are expected. */
export function askReady(
  probe: HttpProbe,
  headers: ReadonlyMap<string, string>,
  patience: Patience,
): Promise<HttpAnswer> {
  return tryUntil(patience, probe.random, starting, async (signal) => {
    const answer = await get(probe, headers, signal)
    if (isUnready(answer) && !probe.expect.includes(answer.status)) throw new NotReady(answer)
    return answer
  })
}

/**
 * Asks until it answers as expected several times in a row.
 * @returns at once what is not expected and will not pass by itself
 */
export function askSteadily(probe: HttpProbe, patience: Patience): Promise<HttpAnswer> {
  const passes = (answer: HttpAnswer) =>
    probe.expect.includes(answer.status) ? answer.complaint?.passing === true : isUnready(answer)
  const isGood = ({ status, complaint }: HttpAnswer) =>
    probe.expect.includes(status) && complaint === undefined
  return tryUntil(patience, probe.random, starting, async (signal) => {
    const first = await get(probe, probe.headers, signal)
    if (passes(first)) throw new NotReady(first)
    if (!isGood(first)) return first
    for (let count = 1; count < IN_A_ROW; count += 1) {
      const answer = await get(probe, probe.headers, signal)
      if (!isGood(answer)) throw new NotReady(answer, true)
    }
    return first
  })
}
